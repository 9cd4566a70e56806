"""By when, with whose money and in which words: what a proposal tells beside who should do what."""

from __future__ import annotations

import re

from innspill.stages.consultations.core.norwegian import MONTHS

_MONTH = f"(?:{'|'.join(MONTHS)})"
_DEADLINE = re.compile(
    r"\b(?:(?:innen|innan)\s+(?!\d+\s(?:km|meter|m|%|prosent)\b)(?=[^,;.:]{0,30}(?:\d|utgangen|kort|rimelig|rimeleg|høst|haust|vår\b|vedtak|frist|nyttår|året|uke|veke|måned|månad|time|timar|døgn|dager|dagar|minutt|\bår\b))|senest\s|seinast\s|før\s|inntil\s(?!\d+\s?(?:%|prosent|meter|m\b|km|dekar|daa|kvadrat|kvm|kroner|kr\b|mill|stk|plass)))(?!i tiden|tida|planene? ble)(?:[^,;.:()«»]|(?<=\d)\.(?= )){2,45}?(?=$|[,;.:()]|\s(?:og|men|slik|som|for å|ikke|ikkje)\s)"
    rf"|\b(?:fra og med|frå og med|fra|frå|etter|i løpet av|over|til|allerede i|alt i|i)\s+(?:utgangen av\s|neste\s|\d{{1,2}}\.\s)?(?!20[01]\d|\d+ år\b|mange år)(?:nyttår|årsskiftet|{_MONTH}(?:\s20\d\d)?|20\d\d|neste år|(?:\w+\s(?:til|–|-)\s?)?\w+\s(?:dager|dagar|uker|veker|måneder|månader|år))\b"
    r"|\b(?:hvert|kvart)\s+(?:annet\s|andre\s|anna\s|tredje\s|femte\s)?(?:år|kvartal|halvår)|annakvart år|\bårlig|\bårleg|en gang i året|ein gong i året|så snart som mulig|snarest|straks|umiddelbart|samtidig|samstundes|\b(?:nå|no)\b(?=$|[,.]| og ikk)|\bførst\b(?=$|[,.])|(?:til )?neste (?:år|gang|gong)|\bmed (?:en|ein) gang|\bmed ein gong|(?:med )?frist \d+\. \w+|denne gangen",
    re.IGNORECASE,
)
_TIME = r"(?:\d+|en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tolv|fjorten|atten)(?:\s(?:til|–|-)\s\w+)?\s(?:hele\s|heile\s)?(?:timer|timar|døgn|dager|dagar|virkedager|verkedagar|uker|veker|måneders?|månaders?|mnd|år)s?"
_TERM = re.compile(
    rf"\b(?:\w*frist\w*|varsel|varsle\w*|varsles|ikrafttred\w*|iverks\w*|overgang\w*|utsett\w*|vent\w*)\b[^.;:]{{0,60}}?(?P<time>\b{_TIME}(?:\setter [^,.;:]{{3,40}})?|\b\d{{1,2}}\. {_MONTH}(?: 20\d\d)?)",
    re.IGNORECASE,
)
"""How long a term or a notice should be."""
_MONEY = re.compile(
    r"(?:\w*finansier\w*|kompenser\w*|\w*bekost\w*|dekk(?:es|er|ast|jast)|betal(?:t|es|er|ar|ast|e)|løyv\w*|bevilg\w*|spander\w*)\s+(?:[\w.%-]+\s){0,5}?(?:av|over|gjennom|i|frå|fra)\s+[\w.-]+(?:\s(?:og\s)?[\w.-]+){0,5}"
    r"|(?:\w*(?<!\bi)(?<!lege)(?<!hjelpe)(?<!virke)midler\b|\w*(?<!lege)(?<!hjelpe)midlar|\w*tilskudd\w*|\w*tilskot\w*|\w*bevilgning\w*|løyving\w*|statsbudsjett\w*|\w*budsjett\w*|rammetilskudd\w*|basistilskudd\w*|øremerk\w*\s\w+|friske\s(?:midler|midlar)|\bpenge(?:ne|r)|\bpengar|\bpengane|økt bevilgning|reisestøtte|\btakst\b)"
    r"|\d[\d\s,.]*\s?(?:mill\w*|mrd\w*|milliard\w*)?\s?(?:kroner|kr\b)(?:\s\w+)?|\d[\d,]*\s?mill\w*|\w*finansier\w*|gratis|vederlagsfri\w*|bankgaranti\w*|kompensere(?:s|st)|full (?:erstatning|kompensasjon)|\d+ ?(?:%|prosent) (?:støtte|stønad|tilskudd|tilskot)|fritak for \w*skatt|\w*årsverk|\w*stillinga?r|på rekninga til \w+|på regningen til \w+|på \w+ (?:regning|rekning|kostnad)|på kostnad av \w+|for \w+ (?:regning|rekning)|\b(?:lat? )?(?!og|ikk|må|bør|skal|vil|kan|å |som|ogs|alle?r|h?vert? )\w+ (?:betaler?|betalar|betale|dekke|dekker|dekkjer|bekoste)\b(?: (?:for )?(?:det|dette|alt|regningen|rekninga))?|\bkoste(?:r)?\b[^,.;]{0,40}",
    re.IGNORECASE,
)
_WORDING = re.compile(r"«([^»]{3,1500})»|\"([^\"]{8,1500})\"|“([^”]{8,1500})”")
_NEW = re.compile(
    r"(?:erstatt\w*|byt\w*|endr\w*|presiser\w*)\b[^«»]{0,30}(?:«[^»]*»[^«»]{0,20})?\b(?:med|til|mot)\s+[«\"](?P<new>[^»\"]{2,1500})[»\"]",
    re.IGNORECASE,
)
"""What words should be put in the place of others."""
_OUT = re.compile(r"\b(?:stryk\w*|strøket|sløyf\w*|utgå|fjern\w*|ut|bort|vekk)\b", re.IGNORECASE)
"""After a quotation: its words are to go, so they are none that are proposed."""
_SHOULD_SAY = re.compile(
    r"\b(?:(?:bør|må|burde|kunne|skal)(?:\s\w+)?\s(?:stå|stått)|skriv\w*|"
    r"(?:ny|nytt|en|ei|et|eit|femte|fjerde)\s(?:bestemmelse|føresegn|mål|punkt|ledd))\b(?:\s(?:inn|i|på|her)\b[^«»,.]{0,40}?|\s\([^)]*\))?\s(?:om )?at\s(?P<new>.{8,300})",
    re.IGNORECASE | re.DOTALL,
)
"""What the document should say, in the sender's words: "det må stå at …"."""
_TEXT = re.compile(
    r"ordlyd|\blyd[ea]|lyder|formuler|tekst|nytt? (?:ledd|punkt|mål|punktum)|endres til|endrast til|setning|byttast ut|byttes ut|presiser\w* slik|skriv\w*|(?:bør|må|burde|kunne|skal)(?: \w+)? stå|stått|byt(?:t|tes|tast|as|ast)?\b[^.]{0,40}\but|erstatt\w*|bli til|supplere?\w*|slik:|vilkår|føy til|tilføy|i stedet|i staden|bestemmelse|føresegn",
    re.IGNORECASE,
)
_LONGEST = 160


def deadline_of(said: str) -> str:
    """By when, or how long a term should be, in words of `said`."""
    return _first(_DEADLINE, said) or _term(said)


def funding_of(said: str) -> str:
    """With what money, in words of `said`."""
    return _first(_MONEY, said)


def wording_of(said: str, after: str, wide: str) -> str:
    """The words that `said` proposes for the document, `after` follows it and `wide` is around it."""
    if not _TEXT.search(wide):
        return ""
    new = _NEW.search(said)
    if new:
        return plain(new["new"])
    hits = list(_WORDING.finditer(said))
    if hits:
        last = hits[-1]
        return "" if _OUT.search(said, last.end()) else _whole(last)
    near = _WORDING.match(after.lstrip(" :\n"))
    if near:
        return _whole(near)
    told = _SHOULD_SAY.search(said)
    return plain(told["new"]) if told else ""


def _whole(hit: re.Match[str]) -> str:
    return " ".join(next(group for group in hit.groups() if group).split())


def _term(said: str) -> str:
    hit = _TERM.search(said)
    return plain(hit["time"]) if hit else ""


def _first(pattern: re.Pattern[str], said: str) -> str:
    for hit in pattern.finditer(said):
        if pattern is _DEADLINE or len(hit.group().split()) > 1 or len(hit.group()) > 3:
            return plain(hit.group())
    return ""


def plain(words: str) -> str:
    """`words` on one line, cut where they are long."""
    line = " ".join(words.split()).strip(" ,;:.–-")
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
