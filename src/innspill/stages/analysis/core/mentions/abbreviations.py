"""Abbreviations in a text, with what they stand for where the text says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.values import Span
from innspill.stages.analysis.core.mentions.laws import SHORT_LAWS, SHORTENED
from innspill.stages.analysis.core.mentions.taken import Taken
from innspill.stages.analysis.core.values import Mention

_MIXED_AS_TEXT = "KiNS NorSIS UiO UiB UiT UiA UiS Nkom MoBa FrP KrF Frp Krf Sp Ap DiBK IMDi HK-dir PhD eIDAS LIS1 LIS2 LIS3 ikt NIS1 NIS2 TEK17 TEK10 NN2000 MDS2 SOC2"
_MIXED = frozenset(_MIXED_AS_TEXT.split())
_SHAPE = re.compile(
    rf"(?<![\w@.])(?<!(?<![A-ZÆØÅ])/)(?:{'|'.join(re.escape(each) for each in sorted(_MIXED))}|[A-ZÆØÅ][a-zæøå][A-ZÆØÅ][A-Za-zæøåÆØÅ]{{0,2}}|[A-ZÆØÅ]{{2,5}}\d{{1,2}}|[A-ZÆØÅ]{{2,8}})(?=s?(?![\w@])|-[a-zæøåA-ZÆØÅ]|s?\b)"
)
"""Letters, after a slash too ("BUP/DPS")."""
_FULL_STOP = re.compile(
    rf"(?<![\w.])(?:(?i:{'|'.join(SHORT_LAWS)})(?:\.(?= ?§| ?kap| ?[a-z]|\))|(?= ?§))|{SHORTENED})"
)
_FORMS_AS_TEXT = "AS ASA SA SF IKS KF BA ANS DA NUF HF RHF ENK AB"
_FORMS = frozenset(_FORMS_AS_TEXT.split())
_PARTS_AS_TEXT = "IEC NS II III"
_PARTS = frozenset(_PARTS_AS_TEXT.split())
"""Letters that stand only in the names of standards."""
_LONG_ONES_AS_TEXT = "RETHOS SINTEF SYSVAK NORCICS UNICEF UNESCO NORDUNET NOKUT HELFO KRIPOS BUFDIR KOSTRA NORAD FRONTEX EUROPOL ENISA NIBIO ROBEK FEIDE NORCE NIFES"
_LONG_ONES = frozenset(_LONG_ONES_AS_TEXT.split())
_ROMAN = re.compile(r"[IVX]{1,5}")
_UNITS_AS_TEXT = "MW GW KW KV KWH MWH GWH TWH CO KM KG MB GB TB DB OK TV NB NN NO PS RV FV EV KL NR KR GNR BNR DAA"
_UNITS = frozenset(_UNITS_AS_TEXT.split())
_WORDS_AS_TEXT = """og i på til for av med som det den de en et er at å om fra ved eller men så ikke kan skal vil må bør har ja
    nei ta tas være blir vi jeg du oss dere dette disse der her når hvor hva hvem alle mot inn ut opp ned etter før under
    over uten aldri bare også stopp stans hjelp nå no eg me ikkje frå kva kven vera bli var hei takk viktig vei veg
    veien vegen skole skule barn folk sak saken hus bil by fri se sjå få gå stå la si to tre fem ti hele heile mer meir alt
    altså helt ingen ingenting noe noko null aller aldri hadde ha gjør gjer mye mykje vår vårt våre sin sitt min mitt
    mine deres dykkar slik bra godt god ny nytt nye flere fleire hver kvar før sterkt støtter støttar imot svar spørsmål tekst
    kommune kommunen fylket fylke uttalelse uttale merknad høring høyring innspill innspel fråsegn notat vedlegg tabell tema
    del dei dem ho han hun deg meg seg naust grønt fix rom fire fem seks sju åtte vs rett feil si seie sier seier kjære hilsen vel fred lag ferie sky skyen tid tida tiden
    anna att auke bad bak bank bede bedt best bety bodd bor bort bred brev bror bruk bryr bud budd bur buss byen bygd bygg både dag data dato dele delt driv dyr døde døgn
    dør døra egen eget egne eier eig eiga eige eine eitt elva enda ende endå ene enig enn etat ett evig fall falt fann fant fast fekk fell felt fikk fine finn fint fjor
    flom fond fram frem full får fått født føre ført gale galt gang gav gir gis gitt gje gjev glad gode gong grad gul går gård gått halv ham hans hatt heim heis held helg
    hjem hjå hop hos hvis høre hørt høst høve høy høyt inga inne jobb jord juli juni kai kaia kall kart kjem kjør klar kode kom kome kona kor kort krav krev kun kyr laga
    lage lagt land lang lapp lar ledd legg les lese lest let lett leve ligg lik like likt lina lite litt liv lot lova lys lyt lån lært løse mai maks man mann mark mars
    mast mene mens ment mest midt mill mur myr myra mål måle målt måte møte namn natt navn nede nett nivå nok nord nær ofte opne oppe oppå ord orde peke pekt plan pris
    raud redd rein ring rose råd rår sagt saka same sant satt sau seia selv ser sett sida side sies sine sist sit sjuk sjø skje slag slo slå slår små sone sov spor spør
    stad sted sto stod stor står støy syke syn sånn søke søv tak tal tala tall tapt tar tatt teke time ting tjue tok tolv tom tomt tonn trer tror tru trur tråd tvil tyve
    ufør uka uke uker ulik ung unge unna utan ute utgå valg vann vare vart vatn veit veka veke vekk verd vere vern vert vest vet vidt viss vist vite vore vær vært åpen
    åpne året års årsak økt øre lyd
    """
_WORDS = frozenset(_WORDS_AS_TEXT.split())
_TO_COME = re.compile(
    r"(?P<full>[A-ZÆØÅa-zæøå][^()\n]{3,90}?) \((?P<short>[A-ZÆØÅ][\w-]{1,9})(?:, [^)]{0,40})?\)"
)
_GIVEN = re.compile(r"(?<!\w)(?P<short>[A-ZÆØÅ]{2,8}) \((?P<full>[A-ZÆØÅa-zæøå][^()\n]{4,90})\)")


def abbreviations_in(text: str) -> Iterator[Mention]:
    """The abbreviations of `text`, each as often as it stands there; `name` is what it stands for."""
    given = explained_in(text)
    shouted = _shouted(text)
    bracketed = frozenset(_BRACKETED.findall(text))
    for hit in _SHAPE.finditer(text):
        said = hit.group()
        if not _is_one(said, hit, shouted, bracketed):
            continue
        yield Mention("abbreviation", Span(*hit.span()), given.get(said, ""))
    for hit in _FULL_STOP.finditer(text):
        said = hit.group()
        yield Mention(
            "abbreviation", Span(*hit.span()), SHORT_LAWS.get(said.rstrip(".").casefold(), "")
        )


def explained_in(text: str) -> dict[str, str]:
    """What abbreviations stand for, as the text says it: "risiko og sårbarhet (ROS)"."""
    found: dict[str, str] = {}
    for hit in _TO_COME.finditer(text):
        words = _spelt(hit["short"], hit["full"])
        if words:
            found.setdefault(hit["short"], words)
    for hit in _GIVEN.finditer(text):
        if _starts(hit["short"], hit["full"].split()):
            found.setdefault(hit["short"], hit["full"])
    return found


def _spelt(short: str, full: str) -> str:
    """The last words of `full` whose letters make `short`, "" where none do."""
    words = full.split()
    for count in range(1, min(len(words), 9) + 1):
        tail = words[-count:]
        if _starts(short, tail) and tail[0][:1].casefold() == short[:1].casefold():
            return " ".join(tail)
    return ""


def _starts(short: str, words: list[str]) -> bool:
    """Whether the letters of `short` stand in `words` in order, the first at the beginning."""
    letters = [each for each in short.casefold() if each.isalpha()]
    joined = " ".join(words).casefold()
    if not letters or not joined.startswith(letters[0]):
        return False
    at = 0
    for letter in letters:
        at = joined.find(letter, at) + 1
        if at == 0:
            return False
    big = sum(
        1
        for word in re.split(r"[\s-]+", joined)
        if word not in ("og", "i", "for", "av", "the", "of", "and")
    )
    return big >= 2 or len(joined) > 3 * len(letters)


def _is_one(said: str, hit: re.Match[str], shouted: Taken, bracketed: frozenset[str]) -> bool:
    if said in _MIXED:
        return True
    if said in _PARTS or said.upper().rstrip("0123456789") in _UNITS or _ROMAN.fullmatch(said):
        return False
    if _is_of_more(said, hit) or (said.casefold() in _WORDS and said != "BRA"):
        return False
    is_word = len(said) >= _LONGEST or _SAYABLE.fullmatch(said) is not None
    if is_word and said.isupper() and said not in _LONG_ONES and said not in bracketed:
        return False
    return not shouted.has(Span(*hit.span()))


def _is_of_more(said: str, hit: re.Match[str]) -> bool:
    """Whether the letters are part of a name, a number or the head of a mail, none by themselves."""
    after = hit.string[hit.end() : hit.end() + 5]
    if said in _FORMS:
        return not _INFLECTED.match(after)
    if said in _SUBJECT_MARKS and after.startswith(":"):
        return True
    if said in _COLLECTIONS and _YEAR.match(after):
        return True
    return said == "ISO" and after.startswith("/")


_LONGEST = 6
_CONSONANT = "[B-DF-HJ-NP-TV-XZ]"
_SAYABLE = re.compile(
    rf"(?=.{{5}}$)(?:{_CONSONANT}{{0,3}}[AEIOUYÆØÅ]){{1,4}}(?:{_CONSONANT}|[FLMNR]?S?[DGKPT])?"
)
"""Five capitals that one can say: far more often a word said loud than an abbreviation."""
_INFLECTED = re.compile(r"-[a-zæøå]")
"""After "RHF": "RHF-ene" are all of them, "Helse Vest RHF" is a name."""
_COLLECTIONS = frozenset(("HR", "LA", "LB", "LE", "LF", "LG", "LH", "RG", "LOV", "FOR"))
_YEAR = re.compile(r"-\d{4}")
"""Of a judgment's or a law's number: "HR-2019-1206-A"."""
_SUBJECT_MARKS = frozenset(("SV", "VS", "RE", "FW"))
"""Before the colon of a mail's subject."""
_BRACKETED = re.compile(r"\(([A-ZÆØÅ]{2,8})")
_SHOUT = re.compile(r"(?:[A-ZÆØÅ]{2,}[\s,.!?:–-]+){1,60}[A-ZÆØÅ]{2,}")


def _shouted(text: str) -> Taken:
    """Where whole phrases stand in capitals, among them a word that is longer than any abbreviation
    or a common one.
    """
    found = Taken(text)
    for hit in _SHOUT.finditer(text):
        words = re.findall(r"[A-ZÆØÅ]+", hit.group())
        if any(
            (len(word) > _LONGEST and word not in _LONG_ONES) or word.casefold() in _WORDS
            for word in words
        ):
            found.take(Span(*hit.span()))
    return found
