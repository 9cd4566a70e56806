"""Words by language: which carry no subject, which stand before a noun and which before a verb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_NORWEGIAN_PLAIN = """
og i jeg eg det at en ei et ein eit den til er som på de dei dykk med han av ikke ikkje der så var
vera meg seg men ett eitt har om vi me min mi mitt mine hadde hun ho nå no over da då ved fra frå du
ut sin si sitt sine dem deim oss opp man hans hennes hennar hvor kor eller hva kva skal skulle selv
sjølv her alle alt all vil ville bli ble blei blir blitt vart vert verte blitte kunne kan inn når
være vere vært vore kom noen noko nokon nokre noe dere kun ja nei etter ned denne for deg mot å meget
hvorfor kvifor dette disse desse uten utan hvordan korleis ingen inga inkje din di ditt bli samme same
hvilken hvilke hvilket sånn slik slike slikt inni mellom vår vårt våre hver kvar hvert kvart hvem kven
hvis både bare berre enn fordi før mange også òg siden sidan begge difor derfor dermed mykje mye
meir mer mest må måtte bør burde får få fått fekk fikk gjøre gjere gjør gjer gjort gjorde si sier seier
sa dersom samt altså nok jo vel svært veldig god godt gode bra stor stort store større største viktig
viktige første fyrste andre annen anna annet ta tar tas tatt teke kjem komme kommer kome gå går gjekk
gikk gi gir gitt gje gjev ligge ligger ligg lå finnes finst finn finnast bruke brukes brukt bruker
allerede allereie aldri alltid blant enda ennå likevel fortsatt framleis fremdeles hele heile helt
heilt inkludert innen innan tidligere tidlegare tillegg totalt måte måten gjennom gjelde gjelder gjeld
ønske ønsker ønskjer ønskje mene mener meiner meine vite vet veit se ser sjå stå står står seie verken
korkje heller dels delvis ytterligere særlig særleg spesielt imidlertid derimot eventuelt herunder
blandt ifølge ifølgje jf jfr bl.a dvs osv mv f.eks eks pga ift mht nr pkt kap side s ny nye nytt
liten lite lita mindre minst lang langt lenger lengre høy høyt høg høgt del deler delar gang
ganger gonger år åra sak saker saka saken lik like ulik ulike egen eigen eget eige egne eigne
hverken foreslå foreslår føreslå føreslår foreslått føreslått forslag forslaget framlegg framlegget
høring høyring høringen høringa innspill innspel uttalelse fråsegn merknad merknader mulig mogleg
mulighet behov bidra bidrar sikre sikrer kreve krever krev legge legger legg lagt lagd sette setter
set satt vise viser hensyn omsyn forhold grunn grunnlag punkt tilstrekkelig tilstrekkeleg tydelig
tydeleg klart klar gjerne trenge trenger treng tro tror trur enig einig samd uenig dag dagens
hente holde holder held halde kalle skrive står bety betyr fungere svar svare snakke spørsmål ting
eller- mens medan lese leser lest år per pr hos bak foran framfor innad utover fram frem tilbake ganske litt
att under eneste økt økte auka rundt nettopp akkurat kanskje nesten minste fleire flere få færre alene åleine sammen saman ute inne oppe
nede dit hit hvorav derav bedre betre best verre verst takk hei hilsen helsing mvh
"""
_DANISH_PLAIN = """
og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde
ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne
ind når være dog noget ville jo deres efter ned skulle denne end dette mit også under have dig anden
hende mine alt meget sit sine vor mod disse hvis din nogle hos blive mange ad bliver hendes været thi
jer sådan kan må bør få får gøre gør så kun uden ved mellem hver både mere mest fordi dermed derfor
"""
_ENGLISH_PLAIN = """
a about above across after again against all almost also although always am among an and any are as at
be because been before being below between both but by can cannot could did do does doing done down due
each either else enough even ever every few for from further get gets getting go goes going had has have
having he her here hers him his how however i if in into is it its itself just keep less let like likely
lot made make makes making many may maybe me might more most much must my need needs neither never no nor
not now of off often on once one only or other others our out over own perhaps put quite rather really s
same say see seem seems several shall she should since so some someone something still such take than
that the their them then there therefore these they thing things think this those though through thus to
too toward towards under until up upon us use used using very want was way ways we well were what when
where whether which while who whole whom whose why will with within without would yet you your
potentially especially particularly significantly additionally moreover ultimately overall believe
look could example
"""
_GERMAN_PLAIN = """
aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei
beim bin bis bist da dabei dadurch dafür damit dann daran darauf das dass daß dein dem den denn der des
dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines
einig einige einigen er es etwas für gegen gewesen hab habe haben hat hatte hier hin hinter ich ihm ihn
ihnen ihr ihre ihrem ihren im immer in ins ist ja jede jedem jeden jeder jedes jene jetzt kann kein keine
können könnte könnten machen man manche mehr mein mich mir mit muss müssen müssten nach nicht nichts noch
nun nur ob oder ohne schon sehr sein seine sich sie sind so solche soll sollen sollte sollten sondern
sonst sowie über um und uns unter viel viele vielen vom von vor war waren was weg weil weiter welche wenn
wer werden wie wieder will wir wird wo wurde wurden würde würden zu zum zur zwar zwischen bitte gerne gut
z.b bzw ca leider besser möglich
"""

_NORWEGIAN_WEAK = """
meter kilometer km kvm dekar kvadratmeter mål krone prosent million mill milliard tonn time tid dag
uke veke måned månad år en to tre fire fem seks sju åtte ni ti kapittel kap avsnitt setning ordlyd
tekst dokument side spm spørsmål svar innsatsområde vurdering plan kommune kommunedirektør brev endring
lag plass antall tal tall grad type slags område sted stad liste tabell linje medlem eksempel døme
årsak resultat folk rekke poeng tanke tema vinter sommer juni april mai rest start slutt slutning
form vis fall tilfelle høve omfang nivå utgangspunkt helhet detalj lokal rund rundt lav kort indre
ytre øvre nedre privat gul rød grønn tredje annenhver måte ord begynnelse kant vei-
kapitla greie fase hovedsak instans hensyn utfordring initiativ system telefon virksomhet bestemmelse rett retning instans aktør høringsinstans
problem løsning ordning behandling oppfølging gjennomføring arbeid prosjekt formål januar februar
mars september oktober november desember mandag fredag beskrivelse direktør kommunedirektør
fylkesdirektør rådmann opplysning informasjon styre leder formulering presisering ingenting
tiltak støtter støttar naboer nabo sommerferie alvor hånd hand øye auge hode hovud person menneske alternativ
oppdrag vedtak fordel ulempe gruppe ringe nærmere oppfatning sektor bygd møte hus syn bakgrunn august feil krav
elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tretti førti femti seksti sytti
åtti nitti hundre tusen halvpart kubikk kilo natt kveld gong fjor lov stat verdi struktur mor utkast pbl gnr bnr mann direktorat departement nær nært flate vekst retningslinje rhf iks hf
"""
_OTHER_WEAK = """
issue measure number case example level effort lot kind sort rate countries country significant
jahr zeit teil meter warum seit uhr herr frau str beispiel stelle richtung minute mal idee problem
meinung thema möglichkeit år del gang meter kroner side sted tid
"""


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language (bokmål and nynorsk are one) that the finding of themes needs."""

    lemmas: tuple[str, ...]
    """Dictionaries of simplemma, the first that knows the word."""
    plain: frozenset[str]
    before_noun: frozenset[str]
    before_verb: frozenset[str]
    articles: frozenset[str]
    joins: frozenset[str]
    """What may stand between two nouns of one phrase: "byggegrense mot sjø"."""
    noun_ends: tuple[str, ...]
    other_ends: tuple[str, ...]
    """Endings of adjectives, adverbs and verbs."""
    adjective_ends: tuple[str, ...]
    adjectives: frozenset[str]
    """Short ones that the endings do not tell of, and that make a phrase clearer."""
    weak: frozenset[str]
    """Lemmas that name no subject alone: units, numbers, parts of the document."""
    refers_back: frozenset[str]
    """A sentence beginning so does not stand alone."""
    nouns_are_capital: bool = False


_NORDIC_NOUNS = _list("""ing inga ingen inger ingar ingene ingane het heten heter hetene heit heita heiter sjon sjonen
    sjoner sjonar sjonene else elsen elser elsene skap skapet skapen tet teten teter dom isme ment
    menter kraft plan planen grense grensen grensa kommune kommunen tilsyn krav ene ane leik tid
    vei veg veien vegen hus havn havna område områda området områder""")
_NORDIC_OTHERS = _list("""lig lige leg lege ligere leg sk ske iv ive bar bare løs løse laus lause full fulle som somme
    ert erte ere erer es ast ende ande messig messige et ede fri frie fritt""")
_NORDIC_ADJECTIVE_ENDS = _list("""lig lige leg lege isk iske sk ske iv ive al ale ell elle elt bar bare løs løse laus lause
    full fulle ær ære som somme""")
_NORDIC_ADJECTIVES = frozenset(
    _list("""små mindre trygg trygge trygt sterk sterke felles klare tydelige tydelege gamle utdatert
    utdaterte grønne fri frie kritisk nye åpen åpne opne flere fleire manglende manglande""")
)
_NORDIC_BEFORE_NOUN = frozenset(
    _list("""en ei et ein eit den det de dei denne dette disse desse av for i på til med om ved mellom
    under uten utan mot fra frå innen innan etter over vår vårt våre sin sitt sine deres hver kvar
    hvert kvart noen nokon nokre ingen mange flere fleire alle andre nye ny nytt god gode økt auka
    bedre betre dagens gjennom blant manglende eget egne eigne""")
)
_NORDIC_BEFORE_VERB = frozenset(
    _list("""å at skal skulle vil ville må måtte bør burde kan kunne lyt vi me jeg eg han hun ho man dere
    dei som ikke ikkje også òg aldri""")
)
_NORDIC_JOINS = frozenset(
    _list("og i på til av for mot ved med om mellom under uten utan fra frå innen innan over")
)
_NORDIC_BACK = frozenset(
    _list("""det dette den denne disse desse de dei men og da då der her slik slike så derfor difor
    dermed han hun ho jo ja nei hei fikk også likevel imidlertid samtidig dessuten heller hvis dersom eller for""")
)


@cache
def words_of(language: str) -> Language:
    """The words of `language` (nb, nn, en, de, da); of bokmål where it is another."""
    if language == "en":
        return _english()
    if language == "de":
        return _german()
    dictionaries = {"nn": ("nn", "nb"), "da": ("da",)}.get(language, ("nb", "nn"))
    plain = _DANISH_PLAIN if language == "da" else _NORWEGIAN_PLAIN
    return Language(
        dictionaries,
        frozenset(plain.split()),
        _NORDIC_BEFORE_NOUN | {"af"},
        _NORDIC_BEFORE_VERB,
        frozenset(_list("en ei et ein eit den det de dei seg")),
        _NORDIC_JOINS | ({"af"} if language == "da" else set()),
        _NORDIC_NOUNS,
        _NORDIC_OTHERS,
        _NORDIC_ADJECTIVE_ENDS,
        _NORDIC_ADJECTIVES,
        frozenset((_OTHER_WEAK if language == "da" else _NORWEGIAN_WEAK).split()),
        _NORDIC_BACK,
    )


def _english() -> Language:
    return Language(
        ("en",),
        frozenset(_ENGLISH_PLAIN.split()),
        frozenset(_list("the a an of on in for by with from their its our about this these such")),
        frozenset(_list("to can could will would should may might must not they we it who that")),
        frozenset(_list("a an the")),
        frozenset(_list("of and in on for to from with")),
        _list("tion tions ment ments ness ity ities ship ance ence ism ers ings"),
        _list("ly ive ous able ible ful less ish ed ing"),
        _list("al ive ous able ible ful less ic ary"),
        frozenset(_list("young public new small local free safe")),
        frozenset(_OTHER_WEAK.split()),
        frozenset(_list("this that these those it they he she but and so however also such")),
    )


def _german() -> Language:
    return Language(
        ("de",),
        frozenset(_GERMAN_PLAIN.split()),
        frozenset(),
        frozenset(),
        frozenset(),
        frozenset(_list("und von für der des im in am an auf mit zur zum")),
        (),
        (),
        _list("e en er es"),
        frozenset(),
        frozenset(_OTHER_WEAK.split()),
        frozenset(_list("das dies diese dieser es sie er aber und so da dort hier auch dann")),
        nouns_are_capital=True,
    )
