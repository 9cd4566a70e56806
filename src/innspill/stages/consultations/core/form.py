"""The response form, empty or filled in: its questions, choices, guidance and own wording.

Questions are the numbered lines that run on from 1. Where an answer has a numbered list of its
own, several runs are possible; the one whose lines look most like questions wins (boxes to tick
below them, a question mark, a chapter named, the usual mark after the number).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from innspill.stages.consultations.core.choices import agreed, offered
from innspill.stages.consultations.core.guidance import field_label, instruction, without_answer
from innspill.stages.consultations.core.lines import (
    Line,
    is_list_item,
    joined,
    number_of,
    plain,
    without_bullet,
)
from innspill.stages.consultations.core.references import references_in

_BEFORE_TICKS = 4
"""Paragraphs that may stand between a question and its boxes."""
_ASKS_FOR_VIEWS = re.compile(
    r"(?:andre|anna|annet|øvrige|eventuelle|generelle|tilbakemelding|innspill|innspel|synspunkt"
    r"|kommentar|merknad|views|comments|other|general)",
    re.IGNORECASE,
)
"""How headings begin below which people write freely."""
_PLAIN = 1.0
"""What a numbered line is worth that looks like nothing in particular."""
_ONLY_NUMBER = re.compile(r"\s*\d{1,2}\s*[.):]?\s*")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the form, as asked."""

    number: str
    text: str
    guidance: str = ""
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form: its own wording before the questions, and the questions."""

    wording: tuple[str, ...]
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """A line that may start a question."""

    at: int
    number: int
    mark: str
    text: str


def read_form(lines: Sequence[Line]) -> FormRead:
    """The questions of the form that `lines` are, and the wording before them.

    No text of a respondent comes along, as far as the shape of the form can tell.
    """
    paragraphs = _with_numbers_from_cells(joined(lines))
    starts = _chain(paragraphs) or _unnumbered(paragraphs)
    if not starts:
        return FormRead(_wording(paragraphs), ())
    ends = [start.at for start in starts[1:]] + [len(paragraphs)]
    asked = [
        _question(start, paragraphs[start.at + 1 : end])
        for start, end in zip(starts, ends, strict=True)
    ]
    words = agreed(question.offers for question in asked)
    settled = [
        replace(question, offers=tuple(words[word] for word in question.offers if word))
        for question in asked
    ]
    return FormRead(_wording(paragraphs[: starts[0].at]), tuple(settled))


def _with_numbers_from_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` with the number of a row ("3") as the label of the cell beside it."""
    done: list[Line] = []
    for line in lines:
        last = done[-1] if done else None
        if (
            last is not None
            and last.row is not None
            and last.row == line.row
            and _ONLY_NUMBER.fullmatch(last.text)
        ):
            label = last.text.strip(" .):") + ")"
            done[-1] = replace(line, label=label)
        else:
            done.append(line)
    return tuple(done)


def _chain(lines: Sequence[Line]) -> list[_Start]:
    """The best series of question lines 1, 2, 3 … with the same mark after the number.

    Numbered lines come in runs: those of the form, cut up by the lists that answers have. A
    series goes from one run to the next only between them; into the middle of a run only where
    the line there looks like a question. So 1) 2) [1) 2) 3)] 3) is one series and its list.
    """
    found: list[_Start] = []
    for at, line in enumerate(lines):
        numbered = number_of(line)
        if numbered and numbered[2] and not line.has_boxes and not line.entry:
            found.append(_Start(at, *numbered))
    worths = [_worth(start, lines) for start in found]
    opens = [
        not place or not _follows(found[place - 1], found[place]) for place in range(len(found))
    ]
    series: list[tuple[float, list[int]]] = []
    for place, start in enumerate(found):
        before = [
            series[earlier]
            for earlier in range(place)
            if _follows(found[earlier], start)
            and series[earlier][1]
            and (
                earlier == place - 1
                or worths[place] > _PLAIN
                or (opens[place] and opens[earlier + 1])
            )
        ]
        if start.number == 1:
            series.append((worths[place], [place]))
        elif before:
            worth, places = max(before, key=lambda one: one[0])
            series.append((worth + worths[place], [*places, place]))
        else:
            series.append((0, []))
    best = max(series, key=lambda one: one[0], default=(0, []))[1]
    return [found[place] for place in best]


def _follows(upper: _Start, lower: _Start) -> bool:
    return lower.number == upper.number + 1 and lower.mark == upper.mark


def _worth(start: _Start, lines: Sequence[Line]) -> float:
    """How much a numbered line looks like a question of the form."""
    worth = _PLAIN
    if _ticks_below(lines[start.at + 1 :]) is not None:
        worth += 3
    if "?" in start.text:
        worth += 1.5
    if references_in(start.text):
        worth += 1.5
    if _ASKS_FOR_VIEWS.match(start.text):
        worth += 1
    if lines[start.at].kind in ("heading", "cell"):
        worth += 1
    return worth


def _ticks_below(lines: Sequence[Line]) -> int | None:
    """How many lines further down the boxes to tick are, or None where none are near."""
    for at, line in enumerate(lines):
        if line.has_boxes:
            return at
        if number_of(line) or (line.gap and at >= _BEFORE_TICKS):
            return None
    return None


def _question(start: _Start, below: Sequence[Line]) -> Asked:
    text, guidance = start.text, []
    ticks = _ticks_below(below)
    if ticks is None:
        text, rest = without_answer(text), below
        offers: tuple[str, ...] = ()
    else:
        for line in below[:ticks]:
            # A printed line without free room above it goes on; what stands apart must instruct.
            if not line.gap and not line.whole:
                text = f"{text} {plain(line.text)}"
            else:
                guidance.append(instruction(plain(line.text)))
        offers, rest = _offers(below[ticks:])
    if rest:
        below_ticks = plain(rest[0].text)
        told = instruction(below_ticks)
        # In a field to fill in, guidance counts only where nothing was written behind it.
        if not rest[0].entry or told == below_ticks:
            guidance.append(told)
    return Asked(str(start.number), text, " ".join(part for part in guidance if part), offers)


def _offers(lines: Sequence[Line]) -> tuple[tuple[str, ...], Sequence[Line]]:
    """The words at the boxes at the top of `lines`, and the lines after them.

    Boxes may stand side by side, one below the other, or in cells beside their words.
    """
    words: list[str] = []
    for at, line in enumerate(lines):
        if line.has_boxes:
            words += offered(line.text)
        elif words and not words[-1] and line.row is not None:
            words[-1] = plain(line.text)
        else:
            return tuple(words), lines[at:]
    return tuple(words), ()


def _unnumbered(lines: Sequence[Line]) -> list[_Start]:
    """Where nothing is numbered: each paragraph right above boxes to tick is a question."""
    starts: list[_Start] = []
    for at, (upper, lower) in enumerate(itertools.pairwise(lines)):
        if lower.has_boxes and not upper.has_boxes and not upper.entry and "?" in upper.text:
            starts.append(_Start(at, len(starts) + 1, "", plain(upper.text)))
    return starts


def _wording(lines: Sequence[Line]) -> tuple[str, ...]:
    """The form's own words among the lines before its first question."""
    words: list[str] = []
    value_of: Line | None = None
    for line in lines:
        text = without_bullet(line.text)
        label = field_label(text)
        if line.entry and ":" not in label:
            label = ""  # "Sted" alone in a field is what a sender wrote there.
        if label:
            words.append(label)
        elif not line.entry and not line.has_boxes and not _fills(value_of, line):
            words.append(text)
        # A label with its value on the same line has none below it.
        value_of = line if label and text.rstrip(" :") == label.rstrip(" :") else None
    return tuple(dict.fromkeys(word for word in words if word))


def _fills(field: Line | None, line: Line) -> bool:
    """Whether `line` is what somebody wrote into the `field` above or beside it."""
    return field is not None and line.kind != "heading" and not is_list_item(line)
