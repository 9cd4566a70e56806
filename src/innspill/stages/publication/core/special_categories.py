"""Sentences that tell of somebody what GDPR art. 9 and 10 guard: always for a person to look at.

Health; ethnicity, faith, politics, trade union, sexual life; offences and what was suffered by them;
child welfare and social benefits, which are secret by other acts. A sentence counts where it names
both such a thing and somebody it is told of; what is said of groups ("personer med demens") does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from innspill.shared.words import either
from innspill.shared.words.kin import PARENTS
from innspill.stages.publication.core.special_words import (
    CAPITALS,
    HEALTH_STEMS,
    HEALTH_WORDS,
    OTHER_STEMS,
    OTHER_WORDS,
    PHRASES,
)
from innspill.stages.publication.core.telling.fields import field_of
from innspill.stages.publication.core.telling.guarded import GUARDED
from innspill.stages.publication.core.telling.signs import Sentence
from innspill.stages.publication.core.telling.weighing import tells_of_health

_WHO = re.compile(
    r"\b(?:jeg|eg|æ|je|mæ|meg|min|mi|mitt|mine|vi|oss|vår|vårt|våre|han|hun|ho|sønn(?:en)?|sønnens|son(?:en)?|"
    rf"datter(?:en)?|dotter(?:a)?|gutt\w*|gut(?:en)?|jent\w*|unge\w*|barn(?:et|a)?|barnebarn\w*|{either(PARENTS)}|"
    r"mora|moren|faren|kona|mannen|samboer\w*|sambuar\w*|foreldrene|foreldra|"
    r"søster\w*|syster\w*|bror\w*|nabo\w*|elev|eleven|ektefellen|eksmannen|ekskona|undertegnede|underteikna|"
    r"tvillingene|svigerm\w+|svigerf\w+|veslejent\w*|smågut\w*|tenåring\w*|kjerring\w*|gubben|minstemann|eldstemann|onkel\w*|tante\w*|oldemor|oldefar|bestemo\w+|"
    r"bestefa\w+|nevø\w*|niese\w*|fetter\w*|kusin\w*|svoger\w*|kamerat\w*|kompis\w*|venninn\w*|kjærest\w*|"
    r"hennes|hennar|hans|henne|personalia|personopplysninger)\b"
)
_WHO_ENGLISH = re.compile(
    r"\b(?:I[ '](?:am|have|was|had|suffer|ve|m)|[Mm]y|[Hh]e|[Ss]he|husband|wife|daughter)\b"
)
_ONE = re.compile(r"\b(?:jeg|eg|meg|min|mitt|mine)\b")
"""Who tells of themselves, in what an organisation quotes."""
_OPINION = re.compile(
    r"\b(?:vi|me|jeg|eg|etter vårt syn|vår vurdering)[ ](?:\w+[ ])?(?:mener|meiner|anbefaler|støtter|ber|"
    r"foreslår|krever|savner|etterlyser|vurderer|viser|ønsker|trur|tror|synes"
    r"|er (?:enig|uenig|positiv|opptatt|for|mot)\w*)\b"
    r"|\b(?:personer|pasienter|elever|mennesker|folk|barn|unge|voksne|eldre|pasientar|elevar|menneske)"
    r"[ ](?:med|som|og)\b|\bbarn som\b|\bbarn og unge\b"
)
_SURE = re.compile(
    r"tvangsinn\w+|avslag på (?:arbeidsavkl|uføre|sosial|aap|pleiepenger)\w*"
    r"|vedtak om (?:økonomisk|omsorgs|tvang)\w*|nylig hatt|er syk\w*meldt"
)
"""What is told of somebody even where nobody is named in the sentence."""
_ONE_TOLD_OF = re.compile(
    r"\b(?<!eller )(?<!og )(?<!/)(?:han|hun|ho|henne|hennes|hennar|sønnen|sonen|datteren|dottera|dattera|kona hans|"
    r"mannen hennar|mannen hennes)\b(?! eller| og h|/)"
)
"""One person, in what a body wrote."""
_GENERAL = re.compile(
    r"\b(?:pasient|bruker|brukar|elev|person|borger|borgar|innbygger|innbyggjar|ansatt|tilsett|den)\w{0,4}\b"
)
"""Words for anybody: who is "he" in the same sentence is nobody in particular."""
_ONE_OF = r"elev|gut|jent|ansatt|tilsett|medlem|bebo|bebu|bruk|pasient|barn|unge|nabo|kolleg"
_CERTAIN_ONE = re.compile(
    r"\b(?:en|ein|ei|eit|et)(?: \w+)? (?:elev\w*|gutt\w*|gut|jente\w*|mor|far|kvinne|mann|kollega|nabo|"
    r"medlem\w*|forelder|foresatt|pasient|bruker|brukar|dame|kar|lærer|lærar|ansatt|tilsett|student|ungdom|beboer|bebuar)"
    r" (?:på \d|i (?:vår|kommun|bygda|klass|\d|nab)|hos oss|ved (?:vår|sk)|av (?:våre|meg)|fortalte|fortalde|fortel|forteller|"
    r"ble|vart|blei|fikk|fekk|hadde|døde|mistet|mista|måtte)"
    rf"|\b(?:en|ein|ei|et|eit|to|tre|den ene|den eine) av (?:(?:de|dei|våre|våra) )?(?:oss|våre|(?:{_ONE_OF})\w*)"
    r"(?: \w+){0,2} (?:er|har|ble|vart|blei|fikk|fekk|hadde|var|døde|mistet|mista|måtte)\b"
)
"""One that is told of without a name: "ein elev hos oss", "en jente på 14"."""
_LEFT_OUT = re.compile(
    r"\W{0,4}(?:har|hadde|er|ble|blei|vart|fikk|fekk|var|sitter|sit|sliter|slit|lever|mistet|mista|lider|lid|gikk|gjekk|"
    r"ligger|ligg|bor|bur|som) "
)
"""A private person's sentence without a subject, or that begins with "som": of themselves."""
_ROLE_ILL = re.compile(
    r"\b(?:rådmann|ordfør|kommunedirekt|leder|leiar|sekretær|saksbeh|sakshand|formann|kasser|rektor|lærer|lærar|"
    r"kollega|medlem|nabo|styreled|styreleiar|nestle|prest|bonde|sjef|vaktmester|dirigent)[^\W\d_]{0,10}"
    r"(?: \w+){0,3} (?:sjuk|syk|sjuke?meldt?|syke?meldt?|innlagt|innlagd|operert|kreft|slag|hjerneslag|infarkt|"
    r"hjerteinfarkt|hjarteinfarkt|på sjukehus\w*|på sykehus\w*|utbrent|utbrend)\b"
)
"""Somebody known by an office who is ill."""
_END = re.compile(
    r"(?<! dr)(?<! hr)(?<!frk)(?<! [Ss]t)(?<!^[Ss]t)[.!?]+(?:[\"»”)]?\s{1,3}(?=[^\W\da-zæøåáčđŋšŧž])|\s{0,3}$)|\n(?=[^\S\n]{0,4}(?:\n|[^\W\da-zæøåáčđŋšŧž]|[*•\-–\d]|$))"
)
"""Where a sentence ends: not at the dots of a date, nor where a line was broken within one."""
_NOT_MEANT = re.compile(
    r"(?:be|av)kreft\w*|innlag[dt] (?:vann|vatn|strøm|straum|vatten|kloakk|fiber)|konsekvensutgrei\w*|konsekvensutred\w*"
    r"|kreftfor\w+|operasjonell\w*|operasjonalis\w*|i (?:hodet|hovudet) på|for hånd|for hand"
)
"""What has the letters of an illness in it and is none."""
_WORD = re.compile(r"[^\W\d_]+")
Category = Literal["health", "special"]


def statements(
    text: str, named: Sequence[tuple[int, int]], *, private: bool
) -> Iterator[tuple[int, int, Category, bool]]:
    """Sentences about somebody's health or another guarded thing; `named` is where names stand.

    In what an organisation wrote only what is told in the first person or of somebody named. Last
    of each: whether a guarded thing is named in it, and not only weighed.
    """
    for start, end, category, sentence in weighed(text, named, private=private):
        if category is not None:
            yield start, end, category, sentence.told


def weighed(
    text: str, named: Sequence[tuple[int, int]], *, private: bool
) -> Iterator[tuple[int, int, Category | None, Sentence]]:
    """The sentences that may tell of somebody, what each tells of, and how it was weighed."""
    found = list(_looked_at(text, named, private=private))
    told = [each.told for each in found]
    many_told = sum(told)
    for at, each in enumerate(found):
        near = any(told[max(0, at - 2) : at] + told[at + 1 : at + 3])
        if not (private or each.categories or each.fields or each.named or near):
            continue
        sentence = Sentence(
            words=each.words,
            fields=each.fields,
            private=private,
            named=each.named,
            strong="health" in each.categories,
            told=each.told,
            before=at > 0 and told[at - 1],
            after=at + 1 < len(told) and told[at + 1],
            near=near,
            elsewhere=many_told,
            many=len(found),
        )
        yield each.start, each.end, _category(each, sentence), sentence


@dataclass(frozen=True, slots=True)
class _Looked:
    """A sentence, and what the rules say of it."""

    start: int
    end: int
    words: str
    categories: frozenset[Category]
    fields: tuple[str, ...]
    named: bool
    told: bool


def _category(each: _Looked, sentence: Sentence) -> Category | None:
    if each.told:
        return "health" if "health" in each.categories else "special"
    if not tells_of_health(sentence):
        return None
    return "special" if each.fields and GUARDED.keys() >= set(each.fields) else "health"


def _looked_at(text: str, named: Sequence[tuple[int, int]], *, private: bool) -> Iterator[_Looked]:
    hits, fields = _hits(text)
    if not (private or hits or fields):
        return
    starts = sorted(start for start, _ in named)
    name = hit = field = 0
    for start, end in _sentences(text):
        categories: set[Category] = set()
        while hit < len(hits) and hits[hit][0] < end:
            categories.add(hits[hit][1])
            hit += 1
        here: list[str] = []
        while field < len(fields) and fields[field][0] < end:
            here.append(fields[field][1])
            field += 1
        while name < len(starts) and starts[name] < start:
            name += 1
        words = text[start:end]
        has_name = name < len(starts) and starts[name] < end
        told = bool(categories) and (has_name or _tells(words, private=private))
        begin = start + len(words) - len(words.lstrip())
        yield _Looked(
            begin,
            start + len(words.rstrip()),
            words.strip(),
            frozenset(categories),
            tuple(here),
            has_name,
            told,
        )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of `text` stand; they cover it whole."""
    start = 0
    for end in _END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _hits(text: str) -> tuple[list[tuple[int, Category]], list[tuple[int, str]]]:
    """Where guarded things are named, and where words of fields that health is told with stand."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    lower = _NOT_MEANT.sub(lambda found: "-" * len(found.group()), lower)
    hits: list[tuple[int, Category]] = []
    fields: list[tuple[int, str]] = []
    for stem in HEALTH_STEMS:
        hits += [(at, "health") for at in _places(lower, stem)]
    for stem in OTHER_STEMS:
        hits += [(at, "special") for at in _places(lower, stem)]
    for found in _WORD.finditer(lower):
        word = found.group()
        field = field_of(word)
        if field is not None:
            fields.append((found.start(), field))
        if field == "ill" or word in HEALTH_WORDS or word.endswith(("syk", "sjuk")):
            hits.append((found.start(), "health"))
        elif word in OTHER_WORDS:
            hits.append((found.start(), "special"))
    hits += [(found.start(), "health") for found in PHRASES.finditer(lower)]
    hits += [(found.start(), "health") for found in CAPITALS.finditer(text)]
    return sorted(hits), fields


def _places(text: str, stem: str) -> Iterator[int]:
    """Where a stem stands; one that begins with a space begins a word."""
    at = text.find(stem)
    while at >= 0:
        yield at + (stem[0] == " ")
        at = text.find(stem, at + 1)


def _tells(words: str, *, private: bool) -> bool:
    """Whether the sentence speaks of somebody."""
    lower = words.lower()
    if not private:
        return _told_by_a_body(_OPINION.sub(" ", lower))
    if _SURE.search(lower) or _WHO_ENGLISH.search(words) or _LEFT_OUT.match(lower):
        return True
    return _WHO.search(_OPINION.sub(" ", lower)) is not None


def _told_by_a_body(lower: str) -> bool:
    """Whether what a body wrote speaks of one person, and not of anybody."""
    if _ONE.search(lower) or _ROLE_ILL.search(lower) or _CERTAIN_ONE.search(lower):
        return True
    return _ONE_TOLD_OF.search(lower) is not None and _GENERAL.search(lower) is None
