"""Remarks on wording: questions that ask two things or suggest an answer, and heavy language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.stages.consultations.core.definition import Definition, Question
from innspill.stages.consultations.core.lint_remark import Remark, sentences, texts_of
from innspill.stages.consultations.core.plain_words import plainer_words

LONGEST_SENTENCE = 25
"""Words: what a reader can still hold together."""
LONGEST_QUESTION = 40
_SHOWN = 6
_PARENTHESES = re.compile(r"\([^()]*\)")

_AND = r"(?:og|samt|eller|and|or)"
_FINITE = (
    r"(?:er|bør|kan|skal|vil|har|må|får|treng\w*|støtt\w*|sav?kn?\w*r|savner|fungerer|virker|verkar"
    r"|is|are|do|does|should|can|will|must|have|has)"
)
_ASKING = r"(?:hvorfor|hvordan|hva|når|hvem|korleis|kvifor|kva|kven|how|why|what|when|who)"
_ADJECTIVE = (
    r"(?:(?:lett|klar|klår|god|enkel|enkl|rett|nok|trygg|rimelig|rimeleg|høg|høy|lang|easy|clear|fair"
    r"|good|useful|simple|realistic|complete|sufficient)(?:t|e|er)?"
    r"|[\wæøå]{3,}(?:lig|leg|ig|ende|ande|bar|isk|som|ful|able|ible|ive|istic)(?:e|t)?)"
)
_PASSIVE = r"[\wæøå]{2,}(?:es|ast)"
_TWO_QUESTIONS = (
    # … og er de …
    (
        rf"\b{_AND}\s+(?:i så fall\s+)?{_FINITE}\s+(?:de|dei|det|den|dere|du|vi|me|man|disse"
        r"|desse|dette|noe|noko|forslag\w*|framlegg\w*|tiltak\w*|it|they|the|you|there|these"
        r"|this)\b"
    ),
    # …, eller bør staten …
    rf",\s+{_AND}\s+{_FINITE}\s+\w",
    # … og hvorfor?
    rf"\b{_AND}\s+(?:i så fall\s+)?{_ASKING}\b\s*(?:\?|(?!(?:som|helst|enn)\b)\w)",
    # mener dere at … og at …
    r"\b(?:mener|meiner|synes|synest|think|agree)\b[^?]*\b(?:at|that)\b[^?]*\b(?:og at|and that)\b",
    # er … tydelig og lett å forstå?
    (
        rf"\b(?:er|blir|virker|verkar|is|are|finner|finn)\b[^?]*\b{_ADJECTIVE}(?:\s+nok)?\s+"
        rf"(?:og|samt|and)\s+(?:\w+\s+)?{_ADJECTIVE}\s*(?:\?|(?:å|to|for|nok)\b)"
    ),
    # bør gebyret økes og fristen kortes ned?
    rf"\b(?:bør|skal|må|kan)\b[^?,]*\b{_PASSIVE}\s+og\s+(?:\w+\s+){{1,4}}{_PASSIVE}\b",
    r"\b(?:should|must|can)\b[^?,]*\b\w+ed\s+and\s+(?:\w+\s+){1,4}\w+ed\b",
)
_SECOND_QUESTION = re.compile("|".join(_TWO_QUESTIONS), re.IGNORECASE)
_FIXED_PAIRS = re.compile(
    r"\b(?:klart og tydelig|klårt og tydeleg|først og fremst|fremst|til og med|clear and plain)\b",
    re.IGNORECASE,
)
_SUGGESTIVE = (
    # Agreement with a statement that is given as true; "hvor enig er du i" leaves it open.
    (
        r"(?<!hvor )(?<!how much )\b(?:er (?:du|dere|de|dykk) (?:ikke |ikkje |også |òg )?"
        r"eini?ge?(?:e)?|er (?:du|dere|de) (?:ikke |også )?enige?) (?:med oss )?i at\b"
    ),
    r"(?<!extent )(?<!how far )(?<!how strongly )\bdo you (?:not |also )?agree that\b",
    # A denial that expects a yes.
    r"^(?:er|bør|må|kan|burde) (?:det|vi|man|me|ein|de|dere|\w+) ikk(?:e|je)\b",
    r"\b(?:mener|meiner|synes|syns|synest|tror|trur) (?:du|dere|de|dykk) ikk(?:e|je)\b",
    r"\b(?:do|is|are|should|would|is)n['’]t\b",
    # Words that judge beforehand.
    (
        r"\b(?:selvsagt|sjølvsagt|selvfølgelig|naturligvis|åpenbar\w*|openber\w*|of course"
        r"|obvious\w*|clearly)\b"
    ),
    (
        r"\b(?:(?:hvor|kor|den|det|denne|dette) (?:skadelig|skadeleg|uheldig|urettferdig)"
        r"|etterlengt|unødig byråkrati|håpløs|forferdelig|fantastisk|dessverre|som kjent|fortjen"
        r"|(?:this|the) (?:harmful|unfair|damaging)|long-awaited|unfortunate|deserve)\w*"
    ),
    r"\b(?:på tide|på høg tid|på høy tid|high time|endelig|endeleg)\b",
    r"\ballee? (?:er|vet|veit|ser)\b|\beveryone (?:agrees|knows)\b",
    r"\b(?:det beste|the best thing) (?:med|ved|about)\b",
    r"\b(?:også|òg|also)\s+(?:fordel\w*|føremon\w*|the advantages|the benefits)",
    r"\bdet gode (?:forslaget|framlegget|tiltaket)\b|\bthe good proposal\b",
    r"\b(?:forbedre(?:de|te)|forbetra|improved)\s+\w+",
    r"\b(?:urimelig|urimeleg|uakseptabelt|unreasonable) (?:at|that)\b|\bslipper unna\b",
)
_LEADING = re.compile("|".join(_SUGGESTIVE), re.IGNORECASE)


def asks_twice(text: str) -> bool:
    """Whether one tick cannot answer the question `text`, since it asks two things."""
    asked = _FIXED_PAIRS.sub(" ", _PARENTHESES.sub(" ", text))
    return text.count("?") > 1 or bool(_SECOND_QUESTION.search(asked))


def leads(text: str) -> bool:
    """Whether the question `text` suggests its own answer."""
    return bool(_LEADING.search(text))


def long_sentences(text: str) -> list[tuple[str, int]]:
    """The sentences of `text` with too many words, with their number of words."""
    counted = ((one, _words(one)) for one in sentences(text))
    return [(one, words) for one, words in counted if words > LONGEST_SENTENCE]


def _words(text: str) -> int:
    return len(re.findall(r"[^\W_]+(?:[-'’./][^\W_]+)*", _PARENTHESES.sub(" ", text)))


def wording(definition: Definition) -> Iterator[Remark]:
    """What to remark on in the words of `definition`: questions first, then all texts."""
    for question in definition.questions:
        yield from _question(question)
    yield from _sentences(definition)
    yield from _heavy(definition)


def _question(question: Question) -> Iterator[Remark]:
    place, values = f"question {question.id}", {"question": question.id}
    if any(asks_twice(text) for text in question.text.values()):
        text = "asks two things at once, so one tick cannot answer both: part it in two"
        yield Remark("double-barrelled", place, text, values=values)
    if any(leads(text) for text in question.text.values()):
        text = "suggests its own answer: ask it neutrally"
        yield Remark("leading", place, text, values=values)
    words = max((_words(text) for text in question.text.values()), default=0)
    if words > LONGEST_QUESTION:
        yield Remark(
            "long-question",
            place,
            f"has {words} words: ask in one short sentence, and put the rest into the guidance",
            values=values | {"words": str(words)},
        )


def _sentences(definition: Definition) -> Iterator[Remark]:
    """Each long sentence, once for a place and not for each language that it is in."""
    told: set[str] = set()
    for place, text in texts_of(definition):
        for language in text:
            found = long_sentences(text[language])
            for sentence, words in found:
                if sentence in told:
                    continue
                told.add(sentence)
                begins = " ".join(sentence.split()[:_SHOWN])
                yield Remark(
                    "long-sentence",
                    place,
                    f"the sentence that begins {begins!r} has {words} words: part it",
                    values={"begins": begins, "words": str(words)},
                )
            if found:
                break


def _heavy(definition: Definition) -> Iterator[Remark]:
    told: set[str] = set()
    for place, text in texts_of(definition):
        for language, words in text.items():
            for word, plainer in plainer_words(words, language):
                if word.lower() in told:
                    continue
                told.add(word.lower())
                yield Remark(
                    "heavy-word",
                    place,
                    f"{word!r} is heavy: write {plainer!r}",
                    values={"word": word, "plainer": plainer},
                )
