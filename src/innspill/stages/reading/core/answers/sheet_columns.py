"""What the cells of an answer sheet's head mean: which question, which choice, who and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from innspill.stages.consultations.core.definition import Definition, Question
from innspill.stages.reading.core.answers.question_wordings import wordings_of
from innspill.stages.reading.core.answers.stream import key_of

Use = Literal[
    "answer", "choice", "question", "reply", "sender", "number", "contact", "case", "date", "aside"
]
"""What a column holds: answers to one question; crosses for one of its choices; in a list of
answers the question and the reply; of the sender the name, the number and how to reach it; the case
number; a date; what only the program that made the sheet needs."""

_NAMED = re.compile(
    r"\s*(?:spørsmål|spm\.?|question|punkt|q)\s*\.?\s*(?:nr\.?\s*)?(?P<id>[\w.]{1,6}?)\s*(?:[.):–—-]|\s|$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?P<id>\d{1,3}[a-z]?)\s*(?:[.):–—-]|\s|$)")
_REST = re.compile(
    r"[\W_]*(?:kommentar(?:er|ar)?|merknad(?:er|ar)?|begrunnelse|grunngjeving|utdyp\w*|fritekst|tekst|"
    r"innspill|innspel|svar|avkryss?ing|avkryssing|valg|val|kryss|comments?|text|answer|choice|"
    r"tick|eventuell\w*|din|ditt|deres|dykkar|dersom|ev|evt|vennligst|gjerne|på|til|ja|nei|og|eller|"
    r"spørsmål\w*|\W)*[\W_]*",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:kommentar(?:er|ar)?|merknad(?:er|ar)?|begrunnelse|grunngjeving|utdyp(?:ing|ende)?\w*|"
    r"fritekst|comments?|eventuell\w*\s+\w+)\s*[:.]?\s*",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[Use, str], ...] = (
    ("number", r"org(?:anisasjons)?\.?\s*-?\s*(?:nr|nummer)\.?|organi[sz]ation\s+number"),
    ("contact", (r"(?:kontakt\w*|kontaktperson\w*|e-?post\w*|e-?mail\w*|epostadresse|telefon\w*|tlf\.?|"
                r"contact(?:\s+person)?|phone|kontaktperson\s+og\s+e-?post)")),
    ("case", r"(?:saksnummer|saksnr\.?|sak|case\s+number)"),
    ("date", (r"(?:dato|tidspunkt|innsendt|mottatt|motteke|levert|fullført(?:stidspunkt)?|sendt|date|"
             r"submitted|timestamp|completion\s+time|fullføringstidspunkt|tidsmerke|tidsstempel)")),
    ("aside", r"(?:id|nr\.?|løpenummer|start(?:tid|tidspunkt)?|start\s+time|språk|language|status|#)"),
    ("sender", (r"(?:avsendar|avsender|navn|namn|name|virksomhet|verksemd|organisasjon|organisation|"
               r"organization|høringsinstans|høyringsinstans|instans|kommune|respondent|innsender|"
               r"innsendar|svar\s+fra|svar\s+frå|navn\s+på\s+(?:organisasjon|virksomhet|avsender|"
               r"høringsinstans)(?:en)?(?:\s+eller\s+person)?|namn\s+på\s+(?:organisasjon|verksemd|"
               r"avsendar)(?:en|a)?(?:\s+eller\s+person)?|name\s+of\s+(?:the\s+)?organi[sz]ation"
               r"(?:\s+or\s+person)?)")),
    ("question", r"(?:spørsmål(?:et)?(?:\s*nr\.?|snummer)?|spm\.?(?:\s*nr\.?)?|question(?:\s+(?:no\.?|number))?)"),
    ("reply", (r"(?:svar(?:et)?|svaralternativ|avkryss?ing|kryss|valg|val|kommentar(?:er|ar)?|"
              r"merknad(?:er|ar)?|innspill|innspel|begrunnelse|grunngjeving|fritekst|tekst|answer|"
              r"response|comments?|choice|text)")),
)  # fmt: skip
_PATTERNS = tuple(
    (use, re.compile(rf"\s*(?:{words})\s*[:.*?]?\s*", re.IGNORECASE)) for use, words in _WORDS
)
_NEAR = 90
_LONG, _CUT = 25, 15


@dataclass(frozen=True, slots=True)
class Column:
    """What a column or a cell of the head is for."""

    use: Use
    question: str | None = None
    choice: str | None = None
    whole: bool = True
    """Whether the cell says nothing else, so that it is the form's own words."""


class Heads:
    """Tells what the cells of a head mean, for the questions of one hearing."""

    def __init__(self, definition: Definition) -> None:
        self.questions = {question.id: question for question in definition.questions}
        self._wordings = wordings_of(definition)

    def column(self, text: str, above: str | None = None) -> Column | None:
        """What the head `text` means; `above` is the question whose columns it may belong to."""
        question = self.question(text)
        if question is not None:
            return self._of_question(text, question)
        if above is not None:
            for choice, label in labels(self.questions[above]):
                if key_of(text) == key_of(label):
                    return Column("choice", above, choice)
            if _MORE.fullmatch(text):
                return Column("answer", above)
        use = next((use for use, pattern in _PATTERNS if pattern.fullmatch(text)), None)
        return Column(use) if use else None

    def _of_question(self, text: str, question: str) -> Column:
        """A head that names a question may end with one of its choices: "Spørsmål 1 – Ja"."""
        said = key_of(text)
        named = _named(text, self.questions)
        for choice, label in labels(self.questions[question]):
            end = key_of(label)
            if said.endswith(end) and said != end and self._goes_before(said, end, named):
                return Column("choice", question, choice)
        return Column("answer", question)

    def _goes_before(self, said: str, label: str, named: re.Match[str] | None) -> bool:
        """Whether nothing but the question goes before the label that a head ends with."""
        before = said[: -len(label)]
        if named is not None and key_of(named.group()) == before:
            return True
        return any(before.endswith(wording.key) for wording in self._wordings)

    def question(self, text: str) -> str | None:
        """The question that a cell asks or names; None for any other cell."""
        key = key_of(text)
        if not key:
            return None
        named = _named(text, self.questions)
        if named is not None and _REST.fullmatch(text, named.end()):
            return named["id"]
        if named is not None and any(
            key_of(text[named.end() :]) == key_of(label)
            for _, label in labels(self.questions[named["id"]])
        ):
            return named["id"]
        return self._by_wording(key, key_of(text[named.end() :]) if named else "", named)

    def _by_wording(self, key: str, rest: str, named: re.Match[str] | None) -> str | None:
        for wording in self._wordings:
            for said in filter(None, (key, rest)):
                if said.startswith(wording.key) and len(said) < len(wording.key) + 60:
                    return wording.question
        best: tuple[float, str] | None = None
        for wording in self._wordings:
            for said in filter(None, (key, rest)):
                score = fuzz.ratio(said, wording.key) if len(said) >= _LONG else 0
                cut = len(said) >= _CUT and wording.key.startswith(said)
                right = named is not None and named["id"] == wording.question
                if score >= _NEAR or (cut and (right or self._only(said))):
                    best = max(best or (0, ""), (score + right, wording.question))
        return best[1] if best else None

    def _only(self, cut: str) -> bool:
        """Whether one question alone begins so."""
        return len({w.question for w in self._wordings if w.key.startswith(cut)}) == 1


def _named(text: str, questions: dict[str, Question]) -> re.Match[str] | None:
    for pattern in (_NAMED, _NUMBERED):
        found = pattern.match(text)
        if found is not None and found["id"] in questions:
            return found
    return None


def labels(question: Question) -> tuple[tuple[str, str], ...]:
    """The choices of `question` as (choice id, label) in every language."""
    return tuple((choice.id, text) for choice in question.choices for text in choice.text.values())
