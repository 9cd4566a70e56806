"""Where the form's questions stand in a response: by wording, helped by number, never by layout.

Numbers may be edited, renumbered or gone, and lines may be wrapped anywhere; the words decide. A
wording that was changed a little or put into the other written norm is accepted with less
certainty; one that is gone is found by its number, where that stands in the form's order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from innspill.shared.values import Certainty, Span
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.bridge import bridge
from innspill.stages.reading.core.answers.heading_starts import Start, starts_in
from innspill.stages.reading.core.answers.lines import Layout, gap_between
from innspill.stages.reading.core.answers.near_wording import (
    NearMatch,
    Words,
    cut_matches,
    near_matches,
)
from innspill.stages.reading.core.answers.numbered_headings import by_name, by_number
from innspill.stages.reading.core.answers.question_wordings import How, Wording
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.stream import Key, Stream

_AGREES = 0.05
_MOVED = 2
_REST = re.compile(r"\s[a-zæøå][^.:;!?☐☒]{1,60}\?(?=\s|$)")
"""What makes a question longer than it was: "… realistiske etter deres syn?"."""
_ENDS = re.compile(r"(?:\s?…|[:.?!)*–-])*")
_EDITED: dict[How, How] = {"wording": "edited-wording"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A question as it stands in the response; the answer begins at `span.end`."""

    question: str
    span: Span
    how: How
    score: float
    several: bool = False
    also: tuple[str, ...] = ()
    """Further questions that the same heading names ("Spørsmål 3 og 4")."""
    number: str | None = None
    """The number that stands before it."""

    @property
    def certainty(self) -> Certainty:
        """How sure we are that what follows answers this question."""
        if self.several or self.also or self.how == "placed-by-number":
            return Certainty.UNSURE
        return Certainty.CERTAIN if self.how == "wording" else Certainty.LIKELY


def find_headings(
    sheet: Sheet,
    definition: Definition,
    wordings: Sequence[Wording],
    known: Sequence[Heading] = (),
) -> tuple[Heading, ...]:
    """The questions found among what is free in `sheet`, in the order they stand.

    Those of `known` are not looked for.
    """
    stream, ledger = sheet.stream, sheet.ledger
    key = ledger.key()
    starts = list(starts_in(stream, ledger, key))
    asked = {heading.question for heading in known}
    wordings = [wording for wording in wordings if wording.question not in asked]
    found = _settle(_exact(sheet, key, starts, wordings), known, definition)
    words = Words(stream, ledger, sheet.layout)
    if missing := _missing(stream, definition, found):
        near = [w for w in wordings if w.question in missing]
        found = _settle(_read(sheet, near_matches(words, starts, near)), found, definition)
    if missing := _missing(stream, definition, found):
        cut = [w for w in wordings if w.question in missing and w.how == "wording"]
        found = _settle(_read(sheet, cut_matches(words, starts, cut)), found, definition)
    # A letter refers to questions in ways of its own, which are weighed where letters are read.
    if len({heading.question for heading in found if heading.how != "page-question"}) > 1:
        for numbered in (by_name, by_number):
            order = [question.id for question in definition.questions]
            placed = [(heading.question, heading.span) for heading in found]
            more = (
                Heading(each.question, each.span, each.how, 0.0, also=each.also)
                for each in numbered(stream, starts, order, placed)
            )
            found = _settle(more, found, definition)
    return tuple(sorted(found, key=lambda heading: heading.span.start))


def _missing(stream: Stream, definition: Definition, found: Sequence[Heading]) -> set[str]:
    """The questions not found, or found only in a list of them that no answer stands in."""
    answered = {h.question for h in found} - listed(stream, found)
    return {question.id for question in definition.questions} - answered


def listed(stream: Stream, found: Sequence[Heading]) -> set[str]:
    """The questions that stand once, in a run of three or more with nothing between them."""
    ordered = sorted(found, key=lambda heading: heading.span.start)
    runs: list[list[Heading]] = [[]]
    for heading in ordered:
        if runs[-1] and _parted(stream.text[runs[-1][-1].span.end : heading.span.start]):
            runs.append([])
        runs[-1].append(heading)
    once = {h.question for h in found if sum(h.question == o.question for o in found) == 1}
    return {h.question for run in runs if len(run) > 2 for h in run} & once


def _parted(between: str) -> bool:
    """Whether more than a number or a bullet stands between two questions."""
    return bool(re.sub(r"[\W\d_]", "", between))


def _exact(
    sheet: Sheet, key: Key, starts: Iterable[Start], wordings: Sequence[Wording]
) -> Iterator[Heading]:
    stream = sheet.stream
    by_first: dict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        by_first[wording.key[0]].append(wording)
    for start in starts:
        index = key.index(start.words)
        for wording in by_first.get(key.text[index : index + 1], ()):
            if not key.text.startswith(wording.key, index):
                continue
            end = index + len(wording.key)
            if not key.ends_word(stream, end):
                continue
            if wording.asks_once and "?" in stream.text[key.at[index] : key.at[end - 1]]:
                # The question is over; what would complete its wording is the answer.
                continue
            score = 2.0 + len(wording.key) / 10_000 + _agreement(start, wording)
            last = key.at[end - 1] + 1
            yield _heading(sheet, start, wording, last, score)


def _read(sheet: Sheet, matches: Iterable[NearMatch]) -> Iterator[Heading]:
    for match in matches:
        wording = match.wording
        if wording.how == "wording":
            how: How = "shortened-wording" if match.is_cut else "edited-wording"
            wording = replace(wording, how=how)
        score = match.score + _agreement(match.start, match.wording)
        yield _heading(sheet, match.start, wording, match.end, score)


def _agreement(start: Start, wording: Wording) -> float:
    """A little more for a right number: it parts questions with nearly the same words."""
    return _AGREES if wording.how == "wording" and start.agrees(wording.question) else 0.0


def _heading(sheet: Sheet, start: Start, wording: Wording, end: int, score: float) -> Heading:
    stream, layout, text = sheet.stream, sheet.layout, sheet.stream.text
    if more := _rest(stream, layout, wording, end):
        end = more
        wording = replace(wording, how=_EDITED.get(wording.how, wording.how))
    punctuation = _ENDS.match(text, end)
    end = punctuation.end() if punctuation else end
    also = tuple(re.findall(r"\d+", start.also))
    span = Span(start.line, end)
    return Heading(wording.question, span, wording.how, score, wording.several, also, start.number)


def _rest(stream: Stream, layout: Layout, wording: Wording, end: int) -> int:
    """Where a heading ends whose wording ends at `end` but which goes on; 0 where it does not.

    It goes on to its question mark, or with a few words of the wording that were moved.
    """
    text, limit = stream.text, stream.line_end(end)
    if layout.linewise and limit + 1 < len(text):
        index = stream.index_at(limit)
        gap = gap_between(stream.blocks[index], stream.blocks[index + 1])
        if gap is not None and gap <= (layout.gap or 1):
            limit = stream.line_end(limit + 1)
    more = _REST.match(text, end, limit) if text[end - 1].isalnum() else None
    if more:
        return more.end()
    left = text[end : stream.line_end(end)].rstrip()
    words = bridge(left)
    moved = 0 < len(words) <= _MOVED and set(words) <= set(wording.words)
    return end + len(left) if moved and "☐" not in left and "☒" not in left else 0


def _settle(
    candidates: Iterable[Heading], taken: Sequence[Heading], definition: Definition
) -> tuple[Heading, ...]:
    """`taken` and the best of the candidates that do not stand on each other.

    Exact wording may occur twice (a list of the questions first); other matches only once each.
    """
    known = {question.id for question in definition.questions}
    settled = list(taken)
    seen: set[str] = set()
    for candidate in sorted(candidates, key=lambda h: (-h.score, h.span.start)):
        if candidate.score < 2 and candidate.question in seen:
            continue
        if any(_overlap(candidate.span, other.span) for other in settled):
            continue
        also = tuple(each for each in candidate.also if each in known)
        also = tuple(each for each in also if each != candidate.question)
        settled.append(replace(candidate, also=also))
        seen.add(candidate.question)
    return tuple(settled)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
