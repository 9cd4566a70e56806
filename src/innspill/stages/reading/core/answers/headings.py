"""Where the form's questions stand in a response: by wording, helped by number, never by layout.

Numbers may be edited, renumbered or gone, and lines may be wrapped anywhere; the words decide. A
wording that was changed a little is accepted with less certainty, one cut short only where its
number is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from innspill.shared.values import Certainty, Span
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.ledger import Ledger
from innspill.stages.reading.core.answers.stream import Key, Stream, key_of

How = Literal["wording", "edited-wording", "shortened-wording", "page-question"]

_NUMBER = re.compile(
    r"[\s>#*]*+(?:spørsmål|spm\.?|question|punkt|pkt\.?|q)?\s*+(\d{1,3})\s*+(?:[.):–-]+|(?<=\s))\s*+",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\s*+(?:spørsmål|spm\.?|question|nr\.?)?\s*+(\d{1,3})\s*+[.):]?\s*+", re.IGNORECASE
)
_NAMED = re.compile(
    r"[\s>#*]*+(?:ad\.?\s+|svar\s+(?:på|til)\s+)?(?:spørsmål|spm\.?|question)\s*+(\d{1,3})\s*+"
    r"(?:[.):–-]+\s*+|$)",
    re.IGNORECASE,
)
_NEAR = 0.9
_LONG = 25
_PREFIX = 12


@dataclass(frozen=True, slots=True)
class Wording:
    """One way a question is put: by the form in one language, or by the hearing page."""

    question: str
    key: str
    how: How
    several: bool = False
    """Whether the page's question answers to several of the form's."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A question as it stands in the response; the answer begins at `span.end`."""

    question: str
    span: Span
    how: How
    score: float
    several: bool = False

    @property
    def certainty(self) -> Certainty:
        """How sure we are that what follows answers this question."""
        if self.how == "wording":
            return Certainty.CERTAIN
        return Certainty.UNSURE if self.several else Certainty.LIKELY


@dataclass(frozen=True, slots=True)
class _Start:
    """A place where a heading may begin: the line, its number, and where its words begin."""

    line: int
    words: int
    number: str | None


@dataclass(frozen=True, slots=True)
class _Match:
    """A wording found at key characters `first` to `end`."""

    start: _Start
    wording: Wording
    first: int
    end: int
    score: float


def wordings_of(definition: Definition) -> tuple[Wording, ...]:
    """All ways in which the questions are put, those of the form first."""
    found: dict[str, Wording] = {}
    for question in definition.questions:
        for text in question.text.values():
            key = key_of(text)
            if key:
                found.setdefault(key, Wording(question.id, key, "wording"))
    for page_question in definition.page_questions:
        targets = [q.id for q in definition.questions if page_question.id in q.page_questions]
        for text in page_question.text.values():
            if targets and (key := key_of(text)):
                several = len(targets) > 1
                found.setdefault(key, Wording(targets[0], key, "page-question", several))
    return tuple(found.values())


def find_headings(stream: Stream, ledger: Ledger, definition: Definition) -> tuple[Heading, ...]:
    """The questions found among the free characters of `stream`, in the order they stand."""
    key = Key.of(stream, ledger.free())
    starts = list(_starts(stream, ledger, key))
    wordings = wordings_of(definition)
    exact = _settle(_exact(stream, key, starts, wordings), ())
    missing = _missing(definition, exact)
    near = (w for w in wordings if w.question in missing)
    found = _settle(_near(stream, key, starts, tuple(near)), exact)
    missing = _missing(definition, found)
    cut = (w for w in wordings if w.question in missing and w.how == "wording")
    found = _settle(_shortened(stream, key, starts, tuple(cut)), found)
    # A letter refers to questions in ways of its own, which are weighed where letters are read.
    if len({heading.question for heading in found if heading.how != "page-question"}) > 1:
        found = _settle(_named(stream, starts, definition, found), found)
    return tuple(sorted(found, key=lambda heading: heading.span.start))


def _missing(definition: Definition, found: Sequence[Heading]) -> set[str]:
    return {question.id for question in definition.questions} - {h.question for h in found}


def _starts(stream: Stream, ledger: Ledger, key: Key) -> Iterator[_Start]:
    for line in stream.line_starts():
        if line >= len(stream.text) or not ledger.is_free(line):
            continue
        end = stream.line_end(line)
        if key.first_after(line) >= end:
            # A line without words, as a box alone in its cell, begins no question.
            continue
        number = _NUMBER.match(stream.text, line, end)
        label = _number_beside(stream, line)
        if number:
            yield _Start(label[0] if label else line, number.end(), number.group(1))
        yield _Start(label[0] if label else line, line, label[1] if label else None)


def _number_beside(stream: Stream, line: int) -> tuple[int, str] | None:
    """The number that the program makes, or that stands alone in the cell before; and where."""
    index = stream.index_at(line)
    block = stream.blocks[index]
    if stream.starts[index] != line:
        return None
    if block.label and (found := _ALONE.fullmatch(block.label)):
        return line, found.group(1)
    before = stream.blocks[index - 1] if index else None
    if before is None or before.cell is None or block.cell is None:
        return None
    same_row = (before.cell.table, before.cell.row) == (block.cell.table, block.cell.row)
    found = _ALONE.fullmatch(before.text)
    return (stream.starts[index - 1], found.group(1)) if same_row and found else None


def _exact(
    stream: Stream, key: Key, starts: Iterable[_Start], wordings: Sequence[Wording]
) -> Iterator[Heading]:
    for start in starts:
        index = key.index(start.words)
        for wording in wordings:
            if not key.text.startswith(wording.key, index):
                continue
            end = index + len(wording.key)
            if not key.ends_word(stream, end):
                continue
            score = 2.0 + len(wording.key) / 10_000 + _agreement(start, wording)
            yield _heading(stream, key, _Match(start, wording, index, end, score))


def _near(
    stream: Stream, key: Key, starts: Iterable[_Start], wordings: Sequence[Wording]
) -> Iterator[Heading]:
    for start in starts:
        index = key.index(start.words)
        for wording in wordings:
            length = len(wording.key)
            window = key.text[index : index + length + length // 5]
            if length < _LONG or fuzz.ratio(wording.key, window, score_cutoff=75) == 0:
                continue
            score, end = _best_end(stream, key, index, wording.key)
            if score >= _NEAR:
                total = score + _agreement(start, wording)
                yield _heading(stream, key, _Match(start, wording, index, end, total))


def _best_end(stream: Stream, key: Key, index: int, wording: str) -> tuple[float, int]:
    """How like `wording` the text from key index `index` is, and at which word it is most so."""
    slack = max(6, len(wording) // 8)
    low, high = index + len(wording) - slack, index + len(wording) + slack
    best = (0.0, index)
    for end in range(max(index + 1, low), min(len(key.text), high) + 1):
        if key.ends_word(stream, end):
            score = fuzz.ratio(wording, key.text[index:end]) / 100
            best = max(best, (score, end))
    return best


def _shortened(
    stream: Stream, key: Key, starts: Iterable[_Start], wordings: Sequence[Wording]
) -> Iterator[Heading]:
    for start in starts:
        index = key.index(start.words)
        for wording in wordings:
            if start.number != wording.question:
                continue
            end = index
            for offset, letter in enumerate(wording.key):
                if index + offset >= len(key.text) or key.text[index + offset] != letter:
                    break
                if key.ends_word(stream, index + offset + 1):
                    end = index + offset + 1
            if end - index >= _PREFIX:
                cut = Wording(wording.question, wording.key, "shortened-wording")
                score = (end - index) / 1000
                yield _heading(stream, key, _Match(start, cut, index, end, score))


def _named(
    stream: Stream, starts: Iterable[_Start], definition: Definition, found: Sequence[Heading]
) -> Iterator[Heading]:
    """Lines that name a question whose wording is gone: "Spørsmål 2: …", in the form's order.

    Only the name is the heading; the words after it may be the respondent's own.
    """
    order = {question.id: place for place, question in enumerate(definition.questions)}
    missing = _missing(definition, found)
    for start in starts:
        named = _NAMED.match(stream.text, start.line, stream.line_end(start.line))
        if named is None or named.group(1) not in missing:
            continue
        place = order[named.group(1)]
        if all((h.span.start < start.line) == (order[h.question] < place) for h in found):
            span = Span(start.line, named.end())
            yield Heading(named.group(1), span, "shortened-wording", 0.0)


def _agreement(start: _Start, wording: Wording) -> float:
    """A little more for a right number: it parts questions with nearly the same words."""
    return 0.05 if start.number == wording.question and wording.how == "wording" else 0.0


def _heading(stream: Stream, key: Key, match: _Match) -> Heading:
    end = key.at[match.end - 1] + 1
    limit = key.at[match.end] if match.end < len(key.at) else len(stream.text)
    while end < limit and stream.text[end] in ":.?!)*–-":
        end += 1
    wording = match.wording
    how: How = wording.how
    if how == "wording" and match.score < 2:
        how = "edited-wording"
    span = Span(match.start.line, end)
    return Heading(wording.question, span, how, match.score, wording.several)


def _settle(candidates: Iterable[Heading], taken: Sequence[Heading]) -> tuple[Heading, ...]:
    """`taken` and the best of the candidates that do not stand on each other.

    Exact wording may occur twice (a list of the questions first); other matches only once each.
    """
    settled = list(taken)
    seen = {heading.question for heading in taken}
    for candidate in sorted(candidates, key=lambda h: (-h.score, h.span.start)):
        if candidate.score < 2 and candidate.question in seen:
            continue
        if any(_overlap(candidate.span, other.span) for other in settled):
            continue
        settled.append(candidate)
        seen.add(candidate.question)
    return tuple(settled)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
