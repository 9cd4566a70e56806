"""Words that faith, origin, punishment, child welfare and the like are told with, by field.

Health has fields of its own (`fields`). No word here says anything by itself: "nemnda", "hentet",
"barbeint" mean something beside somebody of whom they are told. Bokmål, nynorsk, spoken forms and a
little Swedish, Danish and English, written down by the authors of this program. A word with "." at
its end counts only as it stands, others begin a word.
"""

from __future__ import annotations

from collections.abc import Mapping

GUARDED: Mapping[str, str] = {
    "faith": """
        gud. guds. jesus allah bønn. bønna. bønner bøn. bøna. ber. bad. bed. kneler moske imam. imamen prest.
        presten. kirke. kirken. kirka. kyrkje kyrkja. menighet kyrkjelyd samfunnet. døpt. døypt. døpe.
        døype. dåp konfirm. konfirmer utmeldt. utmeld. innmeldt. troen. trua. tror. trur. truande troende
        frelst. predik misjon tempel. tempelet. synagog sabbat ramadan. faste. faster. fastar. halal. kosher.
        koran bibel bibelen hijab. hijaben nikab turban kippa. kalpak slør. sløret. adventist pinse
        læstadian lestadian baptist metodist katol ortodoks jehovas vitne. vitner. sekt. sekta. sekten.
        smiths. mormon ateist humanist human-etik hedning buddh hindu muslim sikh jøde jødisk islam
        kristen. kristne. kristelig kristeleg omskår omskjær livssyn eksorsis demon. demoner. bedehus
        konverter konvertitt nonne munk. kloster ekskluder forsamling church. god. pray mosque muslim
    """,
    "origin": """
        same. samer. samar. samen. samisk samiske sjøsame reindrift reindriftssam siida flyttsame joik
        kofte. kofta. kven. kvener. kvensk kvenar. fornorsk internat internatet. skogfinn romani tater.
        tatere. tatrane reisende reisande romfolk sigøyner rom-folk mustalai jenisch svanviken svanvik.
        kurder kurdisk tamil hazara pashtun tadsjik usbek tigrin oromo amhar somali pakistan
        afghan taliban eritre etiop syria. syrisk irak. irakisk iran. iransk palestin gaza. tsjetsjen bosn
        kosovo. ukrain mariupol kyiv. kiev. russland. rwanda. burundi. kongo. burma. rohingya uigur tibet
        vietnam. båtflykt flykt flukt flukten rømte. flyktning asyl mottak. mottaket. bosatt. busett.
        utvis bortvist deporter oppholdstill opphaldsl statsløs papirløs tolk. tolken. utlending innvand
        innvandra opprinnelse opphav krigen. krig. bombe bomba granat. granaten. barbeint trailer.
        smugl hudfarge mørkhud brun. hudfargen afrikan negerm adoptert adoptivbarn lappjævel hjemland
        heimland morsmål passport. slekt. slekta. slekten. ætt. ætta. blod. born. came. refugee afghanistan hazara. asylum fled.
    """,
    "crime": """
        dom. dommen. dommer. dømd. dømt. dømde. dømte. domfelt straff straffa. soner. sonet. sona. sonar.
        soning fengsel ungdomsfengs fengslet. fengsla. fengslet fengslings varetekt glattcelle celle. cella. cellen.
        innsatt fange. fanger. fotlenke fotlenk lenke. lenka. løslat lauslat prøvelat prøveløsl permisjon
        ullersmo. bastøy. ila. ringerike. åna. bredtveit. halden. trøgstad. berg. sem. bjørgvin. vik.
        forvaring tiltal sikta. siktet. siktelse mistenkt anmeld anmeldt. melde. meldt. politi politiet
        lensmann arrest arresten. pågrep pågrepet. tatt. fakket bot. boten. bota. bøter. forelegg førelegg
        promille lappen. sertifikatet. førerkort inndratt beslag ruspåvirk kjørte. køyrde. stjal. stal. stole.
        stjålet tyv. tjuv. tyveri tjuveri tjuvskyt tjuvfisk innbrudd innbrot underslag bedrag svindl
        svindel smugling pengane. ran. rana. ranet. kniv. kniven. våpen. skjøt. skaut. skutt. skoten. drap.
        drepte. drapet. drept. drepen. samfunnsstraff samfunnstj ungdomsstraff konfliktråd henlagt. henlagd.
        bortlagt lagt. frikjent frikjend rettssak tingrett lagrett vitnet. forsvarer forsvarar prison. jail.
        naskeri bøter. boten. dommer. sentenced prison. convicted. arrested. kriminal kriminalomsorg vandel rulleblad
    """,
    "hurt": """
        slo. slått. slegen. slegne. slår. banka. banket. banke. bank. juling. spark spark. sparka. sparket.
        voldt. voldtatt voldtekt valdtek valdtatt overgrep overgrip misbruk misbrukt mishandl krenk krenka
        vold. volden. vald. valden. truet. trua. truer. trugsm trussel trusler truslar kvelt. kvelte. kveltak
        strup dytta. dyttet. krisesent krisesenter voldsalarm skjult. hemmelig løynd. sperret adresse.
        kode. besøksforb tok. tatt. rørte. beføl klådde. klåing tafs tvunge tvunget. tvang. tvinga. låst.
        låste. innelåst reimer. belte. belter. belta. isolat skjerm. stukket. stukken. knivst holdt. holdt. haldt. beltelagt ydmyk
        mobb mobba. mobbet. plaga. erta. utstøtt kuta. hata. hatet. hat. spytt spytta. sold. raped. beaten. hit.
        solgt. seld. trafficking menneskehandel prostitu pornog hallik
    """,
    "child": """
        barnevern barnevernet. barnevernets barnevernsvakt nemnd nemnda. nemnden. fylkesnemnd hentet. henta.
        hente. henter. fosterheim fosterhjem fosterforeld fosterm fosterf fosterbarn fostersønn beredskap
        beredskapsh beredskapsheim ungdomsheim ungdomshjem barnehjem barneheim omsorgen. omsorg. samvær
        samværet. samvere samværsrett tilsyn. bortsatt bortsett sett. plassert. plasser institusjon
        adopter adoptiv farskap farskapet farskaps morskap dna-prøve odelsbarn uekte lausunge foreldrerett
        foreldreansv mekling. barnefordel skilt. skilte. skilsm skilsmiss eks. eksen. eksmann ekskone bidrag
        bidraget. bidrags vergeheim akuttvedtak akuttplass bekymringsm
    """,
    "benefit": """
        nav. navs. aap. aap-en. trygd trygda. trygden. trygdet. uføret uføretrygd ufør. ufør uføregrad
        stønad stønaden. overgangsst sosialen. sosialkontor sosialhjelp sosialhjelpa sosialstøn
        bostøtte bustøtte sykepeng sjukepeng sykmeldt dagpeng dagpengar arbeidsledig arbeidslaus
        arbeidsløs kvalifiser kvalifiseringsp introduksjonsst kontantst minstepens gjeldsordn gjeld. gjelda.
        gjelden. inkasso namsmann tvangssalg utkastet. kastelse husbanken. depositum depositumet luka.
        matutdel matsentral fattighus fattigkassa lånekass etterlat efterlad efterladteyd ytelse ytelsen.
        yting prosent. innvilga. innvilget. avslag avslaget. vedtak. vedtaket. innkrev trekk. trekker.
        welfare benefits. sjukpenning
    """,
    "love": """
        skeiv skeive. homo. homofil homse lesb lesbe. bifil biseks transp transkvinne transmann trans.
        kjønn. kjønnet. kjønns kjønnsbekr hormon kjæreste kjæreste. kjæresten. gift. gifte. ekteskap partner
        partneren. samliv sex. seksu seksual seksuell legning legninga. legningen. ligg. utro. utroskap fødte. miscarr
        elsker. elskar. forelsk riksen. juridisk gutt. gutt- jente. navnet. spiral. prevensjon pille. pillen.
        abort. aborten. gravid. svanger befrukt prøverør ivf. sæddon eggdon barnløs ufrivil steril steriliser
        gay. lesbian. pride. klamydia hiv.
    """,
    "party": """
        stemt. stemte. stemmer. stemme. røysta. røystar. røyster. valgt. velger. partiet. parti. lista. liste.
        listen. listekand høyre. venstre. arbeiderparti rødt. raudt. frp. krf. sv. senterparti
        miljøparti kommunist nazist ns. fascist partibok sosialist organisert. fagorganis fagforen
        fagforbund forbundet. fellesforb tillitsv tillitsmann tillitsvalgt streik streika. streiket.
        klubben. klubbleder medlem. medlem medlemskap arbeidsmandsf aksjonist demonstr kommunistpar overvåk
    """,
    "birth": """
        født. fødte. fødd. føda. fødsel fødsler fødslar fødslen. fødestue fødeavd jordmor uke. veke. termin
        foster fostret. dødfødt mistet. mista. miste. mist. barsel keisersn sydd. sydde. rift. rifter. bleie
        amme. ammet. amma. kuvøse tidleg. livmor tvilling nyfødt nyfødd spedbarn gravid
    """,
}
