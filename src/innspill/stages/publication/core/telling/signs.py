"""What is seen of a sentence that may tell of somebody's health: signs, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from innspill.shared.words import either, listed
from innspill.shared.words.kin import CLOSE, FURTHER
from innspill.shared.words.roles import PRIVATE

_WORD = re.compile(r"[^\W\d_]+")
_OF_I = (
    "jeg eg æ æg e ei je mæ meg min mi mitt mine undertegnede underteikna jag mig my mine me myself"
)
_OF_WE = "vi we our us oss vår vårt våre vårs"
_OF_IT = "hon hennes hende his he she her him han hun ho hu henne ham hennes hennar hans honom"
_I, _WE, _IT = map(listed, (_OF_I, _OF_WE, _OF_IT))
_KIN = CLOSE | FURTHER
_PERSON = either(
    PRIVATE,
    listed("""
        asylsøker baby barn beboer bebuar dama dame deltakar deltaker ektepar enke enkemann enkje familie far foresatt
        foresett fyr gut gutt gårdbruker jenta jente kar klient kollega kvinna kvinne kvinnen leieboer leietaker
        leigebuar leigetakar mann mannen medlem mor par pensjonist person pårørande pårørende reindriftsutøver spedbarn
        tenåring ungdom unge utleier
    """),
)
_ONE = re.compile(
    r"\b(?:en|ein|ei|et|eit|én|éin|éi|ett|eitt|éit|den ene|den eine|den|ho|han|hun)(?: \d{1,3}(?:[ -]år(?:ing|ig)?)?)?"
    rf"(?: (?:gammel|gamal|gammal|eldre|ung|yngre|aleine?|enslig|einsleg|tidligere|tidlegare|av|våre|våra|vår|andre|\w{{3,12}}[tndgl]e?)){{0,3}} (?:{_PERSON})(?:en|et|a|n|ane|ene|ar|er|mene|mane)?\b"
    r"|\b(?:en|ein|ei|et|eit|én|éin|éi|ett|eitt|to|tre|den ene|den eine)(?: av)(?: (?:de|dei|våre|våra|oss|borna|barna|medlemmene|medlemene|elevane|elevene|beboerne|brukerne|\w{4,16}[ea]ne))\b"
)
_AGED = re.compile(
    r"\b\d{1,3}[ -]år(?:ing|ig|s|en|ingen)?\w{0,4}\b|\bpå \d{1,2}\b(?![ ]?(?:%|prosent|mill|kr|km|m\b|dager|dagar|timer|timar|uker|veker|år\b(?! gam)|[.,:]\d))"
    r"|(?<=[^\W\d_] )\(\d{1,2}(?: år)?\)|\bf(?:ødt|ødd|\.) |\b\w{3,9} år gam\w+|\b[a-zæøå]{4,9}(?:årige?n?|åring\w*)\b|\bi \d0-år\w+"
)
_ANYBODY = re.compile(
    r"pasient(?:er|ar|ene|ane|en)|bruker(?:e|ne|en)|brukar(?:ar|ane)|elev(?:er|ar|ene|ane|en)|eldre|beboer(?:e|ne)|bebuar(?:ar|ane)|innbygger(?:e|ne)|innbyggjar(?:ar|ane)|"
    r"ansatte|tilsette|personer|personar|folk|mennesker?|alle|dem|de|dei|født(?:e)|born|foreldre|familier|familiar|kvinner|menn|unge|ungdom(?:mer|mar)?|mange|noen|nokon|nokre|"
    r"fleire|flere|man|grupper|personell|helsepersonell|søker(?:e|en)|enkelte|einskilde|kommuner|kommunar|tjenesten|tenesta|virksomheter|dere|dykk|de|du"
)
_ASKS = re.compile(
    r"bør|må|skal|skulle|burde|foreslår|føreslår|krever|krev|bed|anbefaler|tilrår|støtter|støttar|mener|meiner|ønsker|ønskjer|etterlyser|forventer|forutsetter|føreset|synes|synest|la|gi|gje|vil|viser"
)
_STANCE = re.compile(
    r"mot|imot|for|enig|einig|uenig|ueinig|samd|usamd|positiv\w*|negativ\w*|støtte\w*|støttar|motstand\w*|tilheng\w*|håper|håpar|vonar|"
    r"takk\w*|hilsen|helsing|mvh|vennlig|merknad\w*|innspel\w*|innspill\w*|mening\w*|meining\w*|svar\w*|høringssvar|skriver|skriv|leser|les|lest|"
    r"bra|dumt|feil|urettferdig|urimelig|urimeleg|nødvendig|viktig\w*|greit|fint|dårlig|grunn|derfor|difor|bedre|betre|nok|ellers|elles"
)
_IF = re.compile(r"hvis|dersom|viss|tilfelle|ville|kunne|kan|skulle")
_LAW = re.compile(
    r"(?:forskrift|lov|høring|høyring|forslag|framlegg|tiltak|plan|utkast|kapittel|punkt|kommune|kommunedelplan|direktorat|departement|regjering|politikar|politiker|ordning|regel|regl|krav|vei|veg|skole|skul|"
    r"buss|tunnel|utbygg|avgift|gebyr|natur|støy|skogen?|ulv|bolig|bustad|utleie|areal|parkering|trafikk|strøm|straum|vindkraft|oppdrett|fjord|elv)\w*|\w*(?:lov(?:en|a)?|forskrift(?:en|a)?|planen|paragraf(?:en)?|forslaget|departementet|kommunen|tilbudet|tilbodet)"
)
_PAST = re.compile(
    r"ble|blei|vart|fikk|fekk|hadde|måtte|var|kom|gikk|gjekk|tok|sa|sto|stod|låg|lå|satt|sat|så|såg|døde|skreiv|skrev|ringte|ringde|ga|gav|fant|fann|mista|mistet|vokste|vaks|lot|lét|drakk|drog|dro|flykta|flyktet|het|heitte|stakk|"
    r"was|were|had|came|went|took|lost|left|got|gave|spent|told|fled|died|fell|became|reiste|flytta|flyttet|begynte|slutta|sluttet|løp|sprang|dreiv|drev|åt|spiste|skrek|skjedde|hendte|slo|slapp|fór|sovna|sovnet|våkna|våknet|trudde|trodde|visste|fylte|bodde|budde|brukte|overlevde|hengte|hengde|henta|hentet|"
    r"\w{2,}(?:kte|gte|lte|rte|ste|nte|dde|gde|rde|lde|nde|vde|fte|mte|pte)"
)
_HAVE = re.compile(
    r"has|have|is|am|been|lives|suffers|needs|takes|carries|waits|har|er|blitt|vorte|vært|vore|fått|hatt|mistet|blir|lever|lev|bor|bur|bruker|brukar|går|sitter|sit|ligger|ligg|treng|trenger|sliter|slit|orker|orkar|sover|søv|heter|heiter|tar|tek|tør|torer|kommer|kjem|lider|lid|henter|får"
)
_SINCE = re.compile(
    r"siden|sidan|fjor|haust|høst|vår|vinter|vinteren|sommar|sommer|sist|forrige|førre|no|nå|da|då|etter|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|natta|natten|dagen|morgen|morgon|kveld|ganger|gonger|"
    r"uker|veker|måneder|månader|måneden|månaden|år|åra|årene|årsdag|jula|påsken?|mandag\w*|tirsdag\w*|tysdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lørdag\w*|laurdag\w*|søndag\w*|sundag\w*|timer|timar|dager|dagar|lenger|lengre|fremdeles|framleis|fortsatt|framleis|ennå|enno|aldri|igjen|hele|heile"
)
_NOT = re.compile(
    r"ikke|ikkje|ik|itj|aldri|ingen|ingenting|knapt|nesten|ikk|inte|not|uten|utan|bare|berre|alene|åleine|aleine"
)
_PLAIN_PERSON = re.compile(rf"(?:{_PERSON})(?:en|et|a|n|ane|ene|ar|er|mene|mane)?")
_DIGIT = re.compile(r"\d")
_BODY_MAY = re.compile(
    r"natt\w*|nett\w*|opp|tiss\w*|bæsj\w*|late|væter|gj[øe]r|bru?dd|brot|døden|bort|dårl\w+"
)
_NUMERAL = re.compile(
    r"\w+(?:åring\w*|årig\w*|årsdagen|tiåring|femtitallet|tallet|talet)|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue|tretti|førti|femti|seksti|halvt?"
)
_CANNOT = re.compile(
    r"\b(?:kan|kunne|klar\w*|grei\w*|ork\w*|makt\w*|tål\w*|tol\w*|veit|vet|får|fekk|fikk|finn\w*|kjenn\w*|husk\w*|hugs\w*|gå\w*|går|ser|høyrer|hører|søv|sover|et|spiser|snakk\w*|tør|tør|torer) (?:\w+ )?(?:ikke|ikkje|ik|itj|aldri|ingen|ingenting|nesten|knapt|mest ingen|bare|berre)\b"
    r"|\bikk?j?e (?:kan|klarer|klarar|orker|orkar|tåler|toler|får|lenger|lenger|søv|sover|ser|hører|snakke|gå)\b"
)
_UNABLE = re.compile(
    r"\b(?:ikke|ikkje|ik|itj|aldri|knapt|nesten ikke|nesten ikkje) (?:lenger |lengre |lenger |å |\w{2,8} )?(?:kan |klarer |klarar |greier |greiar )?"
    r"(?:snakk\w*|prat\w*|gå|går|spis\w+|et|ete|eta|svelg\w*|tygg\w*|se|sjå|sjer|høre|hører|høyr\w*|stå|sitt\w*|sitj\w*|reis\w+ seg|"
    r"snu seg|stell\w* seg|kle\w* (?:på|av) seg|vask\w* seg|dusj\w*|les\w*|skriv\w*|løft\w*|bevege|røre seg|røra seg|forflytt\w*|tål\w*|"
    r"tol\w*|sov\w*|søv\w*|pust\w*|kjenn\w* (?:meg|oss|att|igjen)|hugs\w*|husk\w*|kva (?:klokka|dag|tid)|hva (?:klokka|dag|tid)|hvor (?:han|hun|de) er|"
    r"kor (?:han|ho|dei) er|veien (?:hjem|tilbake)|vegen (?:heim|tilbake|attende)|ord\w*|orke\w*|arbeid\w*|jobb\w*|konsentr\w*)\b"
    r"|\b(?:går|gjekk|gikk|rømmer|rømte|stikk|stikker|vandrer|vandrar|gå|fly|flyr)(?: \w+)? (?:ut )?om (?:natta|natten|nettene|nettane)\b"
    r"|\b(?:kast\w*|spy\w*|kasta) (?:\w+ )?opp\b|\b(?:tiss|bæsj|late vatn|væter seg|gjør på seg|gjer på seg)\w*"
    r"|\bbrudd i \w+|\bbrot i \w+|\bbrot på \w+|\bbrudd på (?:arm|bein|hofte|lårhals|rygg|hånd|nakke|kne|skulder)\w*"
    r"|\blåg? for døden\b|\bgikk bort\b|\bgjekk bort\b|\bdårl(?:ig|eg) natt\b|\bdårl(?:ig|ege?) (?:netter|dager|dagar|periode\w*|form)\b"
    r"|\bblir? dårl(?:ig|eg)\b|\b(?:ble|blei|vart|er|var) dårl(?:ig|eg)\b"
)
"""What somebody cannot do, or what befalls a body, in plain words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is weighed: its words, and what stands about it."""

    words: str
    fields: tuple[str, ...]
    """The fields of its words, each as often as it stands there."""
    private: bool
    named: bool
    strong: bool
    """Whether an illness or its like is named in it."""
    told: bool
    """Whether the rules take it for told of somebody."""
    before: bool
    """Whether the sentence before it is so told; `after`: the one after it; `near`: within two."""
    after: bool
    near: bool
    elsewhere: int
    """How many sentences of the text are so told, of `many`."""
    many: int


def signs(of: Sentence) -> frozenset[str]:
    """The signs of a sentence, by name."""
    lower = of.words.lower()
    words = _WORD.findall(lower)
    classes = [_classes(word) for word in words]
    there = {each for row in classes for each in row}
    there |= set(_phrases(lower, there))
    if of.named:
        there.add("named")
    fields = {each for each in of.fields if each != "life"}
    who = there & PERSONS
    found = there | set(of.fields) | set(_joined(of, there, who, fields))
    found.add(f"fields={min(len(fields), 4)}")
    length = next(name for name, least in _LENGTHS if of.many >= least)
    found |= {length, f"{length}+who" if who else f"{length}+nobody"}
    if len(of.fields) - of.fields.count("life") >= _MUCH:
        found.add("many words")
    found.update(f"begins:{each}" for each in (classes[0] if classes else ()))
    if of.words.endswith("?"):
        found.add("asked")
    found.add("short" if len(words) < _FEW else "long" if len(words) > _MANY else "middle")
    return frozenset(found - {"person", "numeral", "body may"})


_FEW, _MANY, _MUCH = 6, 30, 3
_LENGTHS = (("a book", 36), ("a long text", 15), ("a text", 6), ("few words", 0))
"""How long a text is, by the sentences that it has at least: in a short one more is told of oneself."""
PERSONS = frozenset({"i", "we", "he", "kin", "named", "one", "aged"})
_TIMES = (
    "past",
    "have",
    "since",
    "not",
    "cannot",
    "unable",
    "asks",
    "stance",
    "law",
    "anybody",
    "if",
)
_SETS = (("i", _I), ("we", _WE), ("he", _IT), ("kin", _KIN))
_PATTERNS = (
    ("anybody", _ANYBODY),
    ("asks", _ASKS),
    ("stance", _STANCE),
    ("if", _IF),
    ("law", _LAW),
    ("past", _PAST),
    ("have", _HAVE),
    ("since", _SINCE),
    ("not", _NOT),
    ("person", _PLAIN_PERSON),
    ("numeral", _NUMERAL),
    ("body may", _BODY_MAY),
)


@lru_cache(maxsize=1 << 15)
def _classes(word: str) -> tuple[str, ...]:
    """The signs of one word in lower case."""
    of_whom = [name for name, words in _SETS if word in words]
    return (*of_whom, *(name for name, pattern in _PATTERNS if pattern.fullmatch(word)))


def _phrases(lower: str, there: set[str]) -> Iterator[str]:
    """Signs of several words; looked for only where a word of theirs stands."""
    digit = _DIGIT.search(lower) is not None
    if digit:
        yield "digit"
    if "§" in lower:
        yield "law"
    if "person" in there and _ONE.search(lower):
        yield "one"
    if (digit or "numeral" in there) and _AGED.search(lower):
        yield "aged"
    if "not" in there and _CANNOT.search(lower):
        yield "cannot"
    if ("not" in there or "body may" in there) and _UNABLE.search(lower):
        yield "unable"


def _joined(of: Sentence, there: set[str], who: set[str], fields: set[str]) -> Iterator[str]:
    """Signs that say something together only."""
    if of.strong:
        yield "strong"
        yield from (f"strong+{each}" for each in who)
    for name, seen in (
        ("told", of.told),
        ("before", of.before),
        ("after", of.after),
        ("near", of.near),
    ):
        if seen:
            yield name
            if who:
                yield f"{name}+who"
    yield f"elsewhere={min(of.elsewhere, 3)}"
    if fields and who:
        yield "field+who"
        yield from (f"who+{each}" for each in fields)
        if len(fields) > 1:
            yield "fields+who"
    yield from (f"{each}+{other}" for each in who for other in _TIMES if other in there)
    if not who:
        yield "nobody"
        if "past" in there or "have" in there:
            yield "nobody+telling"
    if of.private:
        yield "private"
    else:
        yield from (f"body:{each}" for each in (*who, *fields))
