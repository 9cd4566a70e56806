"""What is seen of a sentence that may tell of somebody's health: signs, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")
_OF_I = "jeg eg æ æg e ei je mæ meg min mi mitt mine undertegnede underteikna"
_OF_WE = "vi me oss vår vårt våre vårs"
_OF_IT = "han hun ho hu henne ham hennes hennar hans honom"
_OF_KIN = """
mann mannen kone kona samboer samboeren sambuar sambuaren ektefelle ektefellen sønn sønnen son
sonen gutten guten gutungen jenta jentungen datter datteren dotter dottera dattera barnet
barnebarn barnebarnet mor mora moren mamma mammaen mutter far faren pappa fatter bror broren
broder søster søsteren søstera syster systera bestemor bestefar besta beste farmor farfar mormor
morfar oldemor oldefar onkel onkelen tante tanta nevø nevøen niese niesen fetter fetteren kusine
kusina svoger svigersønn svigerdatter svigermor svigerfar svigermora svigerfaren svigerinne
eksmannen ekskona eksen venn vennen venninne venninna kompis kompisen kamerat kameraten kjæreste
kjæresten tvilling tvillingene tvillingane tvillingen eldste yngste eldstemann yngstemann
minstemann minsten eldsten veslejenta smågutten tenåringen foreldra foreldrene forelda gamlingen
gubben kjerringa kjerringen muttern fattern ungen ungane ungene guttungen nabo naboen nabokona
nabomannen stemor stefar stesønn stedatter fostersønn fosterdatter fosterbarn fosterbarnet
pleiesønn halvbror halvsøster tippoldemor gudmor fadder arbeidskamerat kollega kollegaen bestemora
bestefaren
"""
_I, _WE, _IT, _KIN = (frozenset(words.split()) for words in (_OF_I, _OF_WE, _OF_IT, _OF_KIN))
_PERSON = (
    r"mann|mannen|kvinne|kvinna|kvinnen|dame|dama|kar|fyr|gutt|gut|jente|jenta|elev|pasient|beboer|bebuar|bruker|brukar|medlem|"
    r"nabo|kollega|ansatt|tilsett|lærer|lærar|student|ungdom|person|baby|barn|unge|spedbarn|tenåring|pensjonist|bonde|gardbrukar|gårdbruker|"
    r"innbygger|innbyggjar|mor|far|enke|enkemann|enkje|forelder|foresatt|foresett|pårørende|pårørande|familie|ektepar|par|leietaker|leigetakar|"
    r"leieboer|leigebuar|utleier|grunneier|grunneigar|fisker|fiskar|sjåfør|reindriftsutøver|deltaker|deltakar|lærling|klient|asylsøker"
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
    r"\b(?:pasient(?:er|ar|ene|ane|en)|bruker(?:e|ne)|brukar(?:ar|ane)|bruker(?:en)|elev(?:er|ar|ene|ane|en)|eldre|beboer(?:e|ne)|bebuar(?:ar|ane)|innbygger(?:e|ne)|innbyggjar(?:ar|ane)|ansatte|"
    r"tilsette|personer|personar|folk|mennesker|menneske|alle|dem som|dei som|de som|den som|barn og unge|barn|born|foreldre|familier|familiar|kvinner|menn|unge|ungdom(?:mer|mar)?|mange|noen|nokon|flere|fleire|man|"
    r"en som|ein som|grupper|personell|helsepersonell|søker(?:e|en)|den enkelte|den einskilde|kommuner|kommunar|tjenesten|tenesta|virksomheter)\b"
)
_ASKS = re.compile(
    r"\b(?:bør|må|skal|skulle|foreslår|føreslår|krever|krev|ber|ber|anbefaler|tilrår|støtter|støttar|mener|meiner|ønsker|ønskjer|etterlyser|forventer|forutsetter|føreset|vil føre|vil bety|vil gi|vil gje|kan føre)\b"
)
_IF = re.compile(r"\b(?:hvis|dersom|om (?:en|ein|noen|nokon|man|det)|viss|i tilfelle)\b")
_LAW = re.compile(
    r"§|\b(?:forskrift|lov|lova|loven|høring|høyring|forslag|framlegg|tiltak|planen|utkast|kapittel|punkt|kommunedelplan|direktorat|departement)\w*"
)
_PAST = re.compile(
    r"\b(?:ble|blei|vart|fikk|fekk|hadde|måtte|var|kom|gikk|gjekk|tok|sa|sto|stod|låg|lå|satt|sat|så|ville|kunne|døde|skreiv|skrev|ringte|ringde|har \w+[td]|har vært|har vore|har hatt|har fått|har mist\w*|er blitt|er vorte)\b"
)
_SINCE = re.compile(
    r"\b(?:siden|sidan|i fjor|i haust|i høst|i vår|i vinter|i sommar|i sommer|sist|forrige|førre|no|nå|\d{4}|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|etter at|den natta|den dagen|kvar natt|hver natt|i dag)\b"
)
_CANNOT = re.compile(
    r"\b(?:kan|kunne|klar\w*|grei\w*|ork\w*|makt\w*|tål\w*|tol\w*|veit|vet|får|fekk|fikk|finn\w*|kjenn\w*|husk\w*|hugs\w*|gå\w*|går|ser|høyrer|hører|søv|sover|et|spiser|snakk\w*|tør|tør|torer) (?:\w+ )?(?:ikke|ikkje|ik|itj|aldri|ingen|ingenting|nesten|knapt|mest ingen|bare|berre)\b"
    r"|\bikk?j?e (?:kan|klarer|klarar|orker|orkar|tåler|toler|får|lenger|lenger|søv|sover|ser|hører|snakke|gå)\b"
)
_BEING = re.compile(
    r"\b(?:har|hadde|har hatt|lider av|slit\w* med|lever med|lev med|bruker|brukar|går med|går på|treng\w*|avhengig av|sitter i|sit i|ligg\w* (?:på|i)|bor på|bur på|innlagt|er (?:svak|sjuk|syk|dårl\w+|blind|døv|redd|ufør|avheng\w+|heilt|helt))\b"
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


def unable(lower: str) -> bool:
    """Whether a sentence in lower case says what somebody cannot do."""
    return _UNABLE.search(lower) is not None


def signs(of: Sentence) -> Iterator[str]:
    """The signs of a sentence, by name."""
    lower = of.words.lower()
    words = _WORD.findall(lower)
    fields = [*of.fields, *(["unable"] if unable(lower) else [])]
    told = dict.fromkeys(each for each in fields if each != "life")
    who = list(_who(lower, words, named=of.named))
    yield from told
    yield from who
    yield f"fields={min(len(told), 4)}"
    if len(fields) - fields.count("life") >= 3:
        yield "many words"
    if "life" in fields:
        yield "life"
    for name, pattern in _PATTERNS:
        if pattern.search(lower):
            yield name
    yield from _joined(of, who, len(told))
    if of.words.rstrip().endswith("?"):
        yield "asked"
    yield "short" if len(words) < _FEW else "long" if len(words) > _MANY else "middle"


_FEW, _MANY = 6, 30
_PATTERNS = (
    ("anybody", _ANYBODY),
    ("asks", _ASKS),
    ("if", _IF),
    ("law", _LAW),
    ("past", _PAST),
    ("since", _SINCE),
    ("cannot", _CANNOT),
    ("being", _BEING),
)


def _joined(of: Sentence, who: list[str], kinds: int) -> Iterator[str]:
    """Signs that say something together only."""
    if of.strong:
        yield "strong"
        yield from (f"strong+{each}" for each in who)
    for name, there in (
        ("told", of.told),
        ("before", of.before),
        ("after", of.after),
        ("near", of.near),
    ):
        if there:
            yield name
    if (of.before or of.after or of.near) and who:
        yield "near+who"
    if kinds and who:
        yield "field+who"
        if kinds > 1:
            yield "fields+who"
    if not who:
        yield "nobody"
    if of.private:
        yield "private"
    else:
        yield from (f"body:{each}" for each in who)


def _who(lower: str, words: list[str], *, named: bool) -> Iterator[str]:
    """Of whom a sentence tells."""
    there = set(words)
    if there & _I:
        yield "i"
    if there & _WE:
        yield "we"
    if there & _IT:
        yield "he"
    if there & _KIN:
        yield "kin"
    if named:
        yield "named"
    if _ONE.search(lower):
        yield "one"
    if _AGED.search(lower):
        yield "aged"
