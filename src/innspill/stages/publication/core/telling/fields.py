"""Words that health is told with where no word for an illness stands, by field.

"Ble funnet på gulvet", "går ut om natta", "lå på Ullevål", "søv berre med tabletter". No such word
says anything by itself; `weighing` adds up what stands together. Bokmål, nynorsk and spoken forms,
written down by the authors of this program. A word with "." at its end counts only as it stands,
others begin a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from innspill.stages.publication.core.telling.guarded import GUARDED

_WORDS: Mapping[str, str] = {
    "ill": """
        hjarneslag hjernebl hjarnebl hjerneinf hjarneinf hjernesv hjarnesv hjartekr hjertekr hjarteinf
        hjarteop hjerteop hjarteflim hjerteflim hjarterytm hjerterytm arytmi atrieflim angina. aneurism
        aortasten klaffefeil trombos venetromb lungeembol lungeødem anemi. blodmangel hemofili bløder.
        leukem myelom lymfekr sarkom melanom mastekt brystfjern hjernesvul hjarnesvul hypofys glioblast
        nyrestein gallestein magesår skrumpl leversv gallebl blindtarm bukhinne divertik tarmslyng brokkop
        navlebrokk lyskebrokk reflux refluks pankreat bukspyttk nyrebekk urinveisinf urinvegsinf vannlat
        livmorh endomet eggstokk cyste cyster pcos menopaus overgangspl bekkenløs preeklam svangerskapsf
        prøverør abort abortert mulitppel sklerose skleros polynev nevropat nevralg trigemin helvetesild
        gikt giktfe urinsyre bekhterev bechterew sjøgren lupus sarkoid spondyl artrit artros slitasjegikt
        slitasjesk osteomy rakitt meniskus korsbånd senebet slimpose bursitt karpal skivepr isjias lumbago
        ryggbr ryggkne hoftebrudd hoftebrot bekkenbr lårbeinsbr kompresjonsbr armbrudd beinbrudd benbrudd
        håndleddsb skallebr kraniebr nakkebr hjernerist hjernerys hjernehinn meningit encefal hjernebet
        epilept krampeanf absens parkinsonism tremor. ataksi dystoni huntington lewy. frontotemp vaskulær
        delir demens dement afasi mutisme mutist tics. tvangstank vrangfor hallusin paranoi manisk mani.
        hypoman borderline personlighetsf personlegdomsf dissosi angstlidelse livskrise ptsd. spisevegr
        overspis bulimi anoreks selvskad sjølvskad rusliding ruslidels abstinens delirium narkolep søvnapn
        søvnsjuk insomni netthinne katarakt glaukom retinit synstap synsrest nattblind fargeblind hørselstap
        høyrselst øresus tinnit meniere krystallsy døvhet døvheit hjertestein astma astmat bronkit emfysem
        kols. lungefibr lungeinf lungekr pneumo tuberkul kikhost sarkoidos allergi allergisk anafyl atopisk
        psoria vitiligo rosacea celiak cøliak laktos crohn ulcerøs kolitt diabetik diabetes stoffskifte
        hypotyr hypertyr graves hashimoto addison cushing fenylket føllings cystisk downs trisom fragilt
        angelman turner. williamssy dravet spina. ryggmargsbr klumpfot leppespal hydroceph mikrocef
        cerebralp autis asperger adhd add. tourett dyslek dyskalk språkforst stamm. stammer stamming
        lærevansk hepatit hiv. aids. gonore syfilis klamyd herpes borrel malaria kolera difteri skarlags
        meslinger vannkopp polio covid. koronasy langtidscov seincov sepsis blodforg koldbrann amputer
        forfrysn brannsk forbrent etseskad elektrosjokk forgiftet forgifta forgiftn løsemiddelsk asbestos
        silikos yrkessk yrkessy støysk vibrasjonssk belastningssk senebetenn musearm nakkeslen whiplash
        vanfør uføretrygd lårtransp benmargs stamcelle hjernedød koma. komatøs lammelse lamma. hemipar
        tetrapl parapl elallerg eloverf migren klyngehod hodepine hovudverk hovudpine fibromy muskelsj
        muskelsy muskelsv muskeldy me-syk me-sjuk utmattelsess kreft kreften kreftsy kreftsju cellegift
        stråleskad metastas svulst prostatakr brystkr tarmkr hudkreft føflekkr hoftedysp hofteprot kneprot
        leddprot skoliose kyfose halting haltar sjuk. sjuke. sjukdom syk. syke. sykdom sykdommen alvorlegsju
        alvorligsy dødssjuk dødssyk kronikar kroniker psykot psykos schizofr bipolar depresj depress
        deprimert tungsinn angst. angsten angstanf panikkang fobi sosiofobi eksem. eksemet. lårhalsb
        cancer disease illness. ill. sick. diagnos syndrome disorder stroke. kidney. variant. brca sclerosis
        utviklingshem ulcer hjertesy hjartesj hjertesvikt nyresvikt ryggsmert ryggplag ryggsk nakkesk hodesk
        hovudsk kneskad skulderskad hørselssk høyrselssk tinnitusplag knehase netthinneløs synsforst
    """,
    "body": """
        øye. øyet. øyne. øynene. auge. auga. augo. auget. augene. øyre. øyra. øyro. øre. øret. ører. ørene.
        synet. hørselen. høyrselen. hode. hodet. hue. huet. hovud panne. panna. tinning nakke skulder skuldr
        rygg. ryggen. ryggrad arm. armen. armene. armane. arma. albue olboge håndledd handledd hånda.
        hånden. hendene. hendane. hånd. fingr finger bryst. brystet. brystkass hjerte. hjertet. hjerta.
        hjarte. hjartet. lunge mage. magen. mave tarm leveren. nyre. nyra. nyrene. nyrer. blære bekken
        underliv livmor prostata milt. hofte. hofta. hoften. hofter. hoftene. kne. kneet. knærne. knea.
        låret. lårbein legg. leggen. fot. foten. føtter. føttene. føtene. ankel ankl tå. tærne. bein.
        beinet. beina. beinene. ben. benet. bena. huden. blod. blodet. blodårer hjerne hjerna. nerve.
        nerver. nervene. nervane. ledda. muskel muskl sener. senene. skjelett tann. tenner. tennene. kjeve
        munn. munnen. svelg hals. halsen. strupe stemmebånd kropp. kroppen. kroppslig pust. pusten. puls.
        breast breasts lung. lungs heart. hip. knee. back. baby. womb. hofteledd ribbe ribbein kragebein ryggsøyle korsrygg isjias brystben skallen. nese. nesa. bihule
        mandler
    """,
    "ache": """
        vondt. vond. vonde. verk. verker. verkjer. verka. smerte smerter. værk såret. sår. hoven hovn kløe
        utslett feber kvalm oppkast spyr. spydde. spy. kasta opp hoste hosta hostar host. blør. blødde.
        bløder. blødning blødde svimr svimmel svimete besvim dåna. trøytt utslitt utmatt sliten. sliti.
        slitne. nummen numne. lam. lamma. lammet. skjelv skalv. kramp anfall anfalla stivna støl. støle.
        nedsatt nedsett svakelig skral. skrale. skrøpel tungpust andpust andnaud åndenød gispa surkl.
        tettpust tinnitus øresus ørska migrene vrikk forstu brukket. brekt. brakk. brekk. knakk. skadet.
        skada. skadd. skader. skaden. skadde. uhell ulykke ulukke krasj kollider påkjør forgift infeksjon
        betennels betent smitt influensa forkjøl omgangssy omgangssju plaga. plaget. plager. plagar.
        plagene. besvær tåler. toler. tåle. tole. tåla. tålte. tolte. tålt. overfølsom allerg avmagr tynn.
        underern overvekt sykli sjukle skrant kollaps segnet. segna. svikta. sviktet. sviktar. svikter.
        fyseblære liggesår ligges. væskeman dehydr uttørk liggjesår knekt. knekte. knekk.
    """,
    "mind": """
        redd. redde. skremt. engst engstel uroleg. urolig. nervøs psyke. psyken. psykisk tungsinn trist.
        sorg. sørg gråt gret. grein. gråt. grin. grine. gråter. gråtende. gråtande. skrik. skrek. skreik.
        skriker. panikk angst stress stressa mareritt marerit søvn sov. sove. sovet. sover. søv. søve.
        sovna. våken. våkner. våkna. vaken. vakna. vaknar. vakne. våka. nattesøvn nattesvevn svevn. svevnen.
        deppa deprim einsam ensom forvirr desorient ørsk glem. glemmer. glemt. glemte. glemsk gløym.
        gløymer. gløymde. gløymsk hukommels hugsar. hugse. hugsa. husker. huske. husket. minnet. utagerer
        utager rastløs vandrer. vandrar. traume traumat sjokk utbrent utbrend knekt. knekken. bryt brøt.
        braut. konsentr selvmord sjølvmord livsmot livslyst motlaus håpløs apati hallusin paranoi vrangfor
        overvelda overveld nedstemt irritab sinne. rasa. raser. klikket. klikka. utilregn isolert isolerte
        sosialangst skamm. tankekjør grubl gruble skolevegr
    """,
    "death": """
        døde. døydde. dør. døyr. døden. døende. døyande. dødsleie død. daud. daua. dødssy dødssju døgde. gravlagt
        gravlagd gravferd begrav begravel bisett bisatt avdød enke. enka. enken. enkja. enkje. enkemann
        enkjemann etterlatt etterlevande sovnet. sovna. obduk krematori livstrui livet. livsfare
    """,
    "treat": """
        medisin tablett pille. piller. pillene. pillane. doser. dosett sprøyt vaksin kur. opererer operer
        operasj inngrep narkos røntgen skanna ultralyd gips. gipset. gipsa. bandasj plaster. kirurg terapi
        terapeut opptren opptrening rehabiliter fysio ergo. treningsopph haldol ritalin concerta paracet
        ibux ibuprof valium sobril vival stesolid imovane zopiclon insulin marevan eliquis xarelto morfin
        oxycont oxynorm dolcontin fentanyl metadon subutex suboxone warfarin predniso kortison cortison
        antibio penicill cellegift cellekur stråling strålebeh oksygen surstoff respirator pustemask cpap
        bipap sonde. sondemat kateter kolostomi stomi bleie bleia. bleier. bleiene. bleiar. rullestol
        rullator krykke krykkj gåstol protese ståstol høreapp høyreapp briller. pacemak dialys drypp.
        blodprøv blodtrykk blodfortynn antidep sovemed sovetab beroligande beroligende nervemed smertest
        allergimed epipen inhal ventolin astmamed ssri lyrica neurontin cipralex zoloft litium lithium
        seroquel zyprexa clozap levaxin albyl statin avrus utredet. utgreidd. ettersjekk biopsi koloskop
        gastroskop transfus trakeost trakeo treated surgery. operated removed. medication hospital. trakeotomi
    """,
    "doctor": """
        lege. legen. leger. legar. legane. legene. legens. fastleg overlege tannlege doktor. doktoren. dokter. dokteren.
        dokker. psykolog psykiater psykiatar kirurg jordmor jordmora helsesøster helsesyster helsesykepl
        helsesjukepl sykepleier sjukepleiar sykepleieren sjukesyster sykesøster fysioterap ergoterap logoped
        vernepleiar vernepleier spesialist ambulans legevakt legebil luftambul nødnett 113. henvist. henvis tilvis
        tilvist journal. journalen. epikris resept diagnos hc-bevis hc. hc-kort hc-park legeerkl legeattest sykemeld sjukmeld sykmeld
        sjukemeld barnelege øyelege augelege hudlege gynekolog nevrolog kardiolog onkolog kreftlege ortoped
    """,
    "place": """
        sykehus sjukehus sjukhus sykehjem sjukeheim sjukheim aldershjem aldersheim eldresent gamlehjem gamleheim
        pleiehjem pleieheim bokollektiv omsorgssent omsorgsbol omsorgsbust omsorgsheim bofelless bufelless
        institusjon akuttavd akuttmott akutten. intensiv. intensiven. intensivavd observasjonspost dps. bup. ppt.
        legesent legekont poliklin klinikk hospital hospits helsehus helseheim helsesent rehabsent dagsenter
        dagavd dagtilbod dagtilbud avlastning avlastn avlasting korttidspl korttidsopp korttidsavd langtidspl
        øyeblikkelig skjermet. skjerma. lukka. sengepost sengeplass sengepl fødeavd barsel kreftavd slagavd
        medisinsk avrusning blåkors ullevål haukeland rikshospit ahus. blakstad dikemark gaustad sunnaas lovisenb
        diakonhj betanien radiumhosp kalnes reinsvoll sanderud åsgård østmarka sandviken olavs. gjøvik. feiring
        modum. hokksund valnesfj dps-en kysthosp rehab psykiatr døgnavd døgnpost ettervern sanatori kurbad
    """,
    "care": """
        hjemmesyke hjemmesjuke heimesjuke heimesyke hjemmehjelp heimehjelp hjemmetj heimeten hjemmebas
        heimebas bpa. bpa-. assistent assistansen støttekont trygghetsal tryggleiksal tryggingsal fallalarm
        alarm. alarmen. stell. stelle. steller. stellet. stellast. stelt. mates. mata. matast. mate. dusje.
        dusjer. dusjar. vaska. nattevakt nattilsyn pårørende. pårørande. pårør omsorgsløn omsorgsst
        omsorgspers omsorgsbehov pleie. pleier. pleiar. pleid. pleide. verge. verja. vergen. vergemål
        hjelpemid hjelpetr ramp. rampe. rampa. heis. heisen. trappeheis personløft personheis brukerst
        brukarst ledsag tt-kort ttkort spesialped spesialund tilrettel tilrettelag hjelpest grunnst
        pleiepeng sykepeng sjukepeng uføre uføretr trygd. trygda. arbeidsavkl aap. sosialhj nav. avlastar
        avlaster skyss pasientr pasientreise innlagt innlagd innleg utskriv utskrev hjelpeløs sengeligg
        sengeliggj aleine. heimebuande hjemmeboende skulehelse skolehelse uføre. ufør.
    """,
    "fall": """
        falt. falle. faller. fell. fall. ramla. ramlet. ramlar. datt. dett. snubl. snubla. snublet. sklei.
        skled. sklidde. golvet. gulvet. golv. gulv. badegulv badegolv trappa. trappen. låg. lå. ligg.
        ligger. ligget. krabbe krøke. krøkt. seng. senga. sengen. sofaen. rømt. rømte. rømmer. rømmar.
        forsvant. bortkom. frøs. nedkjølt blåmerk hovne. hoven. bleik. ambulansen helikopter
    """,
    "life": """
        liv. livet. frisk. friske. frisknet. arbeidsfør arbeidsufør jobb. arbeid. jobbe. pensjonist pensjon.
        sykefrav sjukefråv fravær. fråvær. skole. skulen. klasse. foreldre. aleine. alene. einsleg. enslig. einslig.
        uke. veke. veker. uker. månad. måned. måneder. månader. år. åra. vinter. vinteren. haust. høst. natt. natta.
        natten. nettene. netter. kveld. dag. dager. dagar. døgn.
    """,
    "drink": """
        drakk. drikk. drikker. drukket. drukke. fyll. fylla. beruset. rusa. ruset. rus. rusen. rusmis dop.
        dopet. hasj. amfetamin heroin kokain alkohol sprit. edru. rusfri tørrlagt rusproblem rusavh ghb. brukerdos ruste. ruset. nykter. spillav
        speleav
    """,
}


_ENDS: Mapping[str, str] = {
    "sjuk": "ill", "sykdom": "ill", "sjukdom": "ill", "sykdommen": "ill", "sjukdommen": "ill", "betennelse": "ill",
    "forgiftning": "ill", "kreft": "ill", "svikt": "ill", "allergi": "ill", "syndrom": "ill", "lidelse": "ill", "liding": "ill",
    "infarkt": "ill", "operasjon": "treat", "operasjoner": "treat", "operasjonar": "treat", "plager": "ache", "plagar": "ache", "smerter": "ache", "vondt": "ache", "vansker": "mind",
    "vanskar": "mind", "vegring": "mind", "opererte": "ill", "operert": "ill", "medisin": "treat", "medisiner": "treat",
    "tabletter": "treat", "tablettar": "treat", "sprøyte": "treat", "terapi": "treat", "lege": "doctor", "legen": "doctor",
    "psykolog": "doctor", "sykehus": "place", "sjukehus": "place", "sykehjem": "place", "sjukeheim": "place",
    "pam": "treat", "cillin": "treat", "oxetin": "treat", "azepin": "treat", "sartan": "treat", "prazol": "treat",
    "statin": "treat", "mycin": "treat", "idon": "treat", "triptan": "treat", "parin": "treat", "codein": "treat", "kodein": "treat",
}  # fmt: skip
"""What words end with, and their field: compounds, and names of drugs by their endings."""


def _parted() -> tuple[dict[str, str], dict[str, str]]:
    whole: dict[str, str] = {}
    begins: dict[str, str] = {}
    for field, words in (*_WORDS.items(), *GUARDED.items()):
        for word in words.split():
            if word.endswith("."):
                whole.setdefault(word[:-1], field)
            else:
                begins.setdefault(word, field)
    return whole, begins


FIELDS = frozenset({*_WORDS, *GUARDED}) - {"life"}
WHOLE, BEGINS = _parted()
"""The field of a word, and of words that begin so."""
LENGTHS = tuple(sorted({len(word) for word in BEGINS}))
_TAILS = tuple(sorted({len(word) for word in _ENDS}, reverse=True))
_LONG = 8
"""Letters that a word has at least where its ending tells its field."""


@lru_cache(maxsize=1 << 14)
def field_of(word: str) -> str | None:
    """The field that a word in lower case belongs to, if any."""
    found = WHOLE.get(word)
    if found is not None:
        return found
    for length in LENGTHS:
        if length > len(word):
            break
        found = BEGINS.get(word[:length])
        if found is not None:
            return found
    if len(word) < _LONG:
        return None
    return next((_ENDS[word[-n:]] for n in _TAILS if word[-n:] in _ENDS), None) or None
