"""Boxes and the choice each belongs to, and choices that were typed instead of ticked.

Each box is paired with the label beside it (after or before it, in the next cell, or at the top
of its column). Two ticks on one question are two ticks; which one was meant is not for us to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.consultations.core.definition import Question
from innspill.stages.reading.core.answers.ledger import FORM, Ledger
from innspill.stages.reading.core.answers.stream import Stream, key_of
from innspill.stages.reading.core.values import Box, Cell

_TAG = re.compile(r"q(?P<question>[\w.-]+?)_(?P<choice>\w+)")
_BOXES = "☒☐☑"
_LONGEST_LINE = 200
_TYPED_MARKS = frozenset("xX✓✔")
_SEPARATORS = "/,;:.|()[]_–—- \t>"


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and where its glyph stands in the stream."""

    at: int
    box: Box


@dataclass(frozen=True, slots=True)
class Tick:
    """A box whose choice is known, ticked or not."""

    question: str
    choice: str
    ticked: bool
    typed: bool = False
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    choice: str
    span: Span


def boxes_of(stream: Stream) -> tuple[Placed, ...]:
    """All boxes of the document, in order; a cross alone in a table's cell is one, too."""
    found: list[Placed] = []
    for start, block in zip(stream.starts, stream.blocks, strict=True):
        found += (Placed(start + box.at, box) for box in block.boxes)
        if block.cell and not block.boxes and block.text.strip() in _TYPED_MARKS:
            at = start + len(block.text) - len(block.text.lstrip())
            found.append(Placed(at, Box(at - start, ticked=True, technique="typed")))
    return tuple(found)


def labels_of(question: Question) -> tuple[tuple[str, str], ...]:
    """The choices of `question` as (label, choice id) in every language, the longest first."""
    pairs = {(text, choice.id) for choice in question.choices for text in choice.text.values()}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def by_tag(
    stream: Stream, boxes: Iterable[Placed], questions: Sequence[Question], ledger: Ledger
) -> tuple[Tick, ...]:
    """The ticks whose content control names question and choice ("q1_yes")."""
    known = {question.id: question for question in questions}
    found: list[Tick] = []
    for placed in boxes:
        named = _TAG.fullmatch(placed.box.tag or "")
        question = known.get(named["question"]) if named else None
        if named is None or question is None:
            continue
        if named["choice"] not in {choice.id for choice in question.choices}:
            continue
        found.append(
            Tick(question.id, named["choice"], placed.box.ticked, conflict=placed.box.conflict)
        )
        ledger.claim(Span(placed.at, placed.at + 1), FORM)
        for label in (_after(stream, placed, question), _before(stream, placed, question)):
            if label and label.choice == named["choice"]:
                ledger.claim(label.span, FORM)
                break
    return tuple(found)


def by_label(
    stream: Stream, boxes: Sequence[Placed], question: Question, ledger: Ledger
) -> tuple[Tick, ...]:
    """The ticks among `boxes`, all of which stand under `question`, and claims box and label."""
    after = [_after(stream, placed, question) for placed in boxes]
    before = [_before(stream, placed, question) for placed in boxes]
    above = [_above(stream, placed, question) for placed in boxes]
    labels = max((after, before, above), key=lambda found: sum(map(bool, found)))
    if _is_unclear(boxes, after, before):
        return ()
    ticks: list[Tick] = []
    for placed, label in zip(boxes, labels, strict=True):
        if label is None:
            continue
        box = placed.box
        typed_mark = box.technique == "typed"
        ticks.append(Tick(question.id, label.choice, box.ticked, typed_mark, box.conflict))
        ledger.claim(Span(placed.at, placed.at + 1), FORM)
        ledger.claim(label.span, FORM)
        _claim_separators(stream, placed, ledger)
    return tuple(ticks)


def _is_unclear(
    boxes: Sequence[Placed], after: Sequence[_Label | None], before: Sequence[_Label | None]
) -> bool:
    """Whether typed crosses stand between two labels, so that either may be meant.

    Empty boxes show on which side of the labels boxes stand; crosses come without empty ones.
    """
    only_crosses = bool(boxes) and all(placed.box.technique == "typed" for placed in boxes)
    return only_crosses and all(after) and all(before)


def _claim_separators(stream: Stream, placed: Placed, ledger: Ledger) -> None:
    """Gives the strokes between the choices of a line to the form, where nothing else is left."""
    line = Span(stream.text.rfind("\n", 0, placed.at) + 1, stream.line_end(placed.at))
    left = (stream.text[at] for at in range(line.start, line.end) if ledger.is_free(at))
    if all(character in _SEPARATORS for character in left):
        ledger.claim(line, FORM)


def _after(stream: Stream, placed: Placed, question: Question) -> _Label | None:
    start = placed.at + 1
    end = _limit(stream, start)
    if not stream.text[start:end].strip():
        neighbour = _neighbour(stream, placed.at, 1)
        if neighbour is None:
            return None
        start, end = neighbour.start, neighbour.end
    text = stream.text[start:end]
    lead = len(text) - len(text.lstrip())
    for label, choice in labels_of(question):
        length = _starts_with(text[lead:], label)
        if length:
            return _Label(choice, Span(start + lead, start + lead + length))
    return None


def _before(stream: Stream, placed: Placed, question: Question) -> _Label | None:
    start = max(stream.text.rfind(stop, 0, placed.at) for stop in "\n" + _BOXES) + 1
    end = placed.at
    if not stream.text[start:end].strip():
        neighbour = _neighbour(stream, placed.at, -1)
        if neighbour is None:
            return None
        start, end = neighbour.start, neighbour.end
    text = stream.text[start:end].rstrip(_SEPARATORS)
    for label, choice in labels_of(question):
        if key_of(text).endswith(key_of(label)):
            found = re.search(_pattern(label) + r"$", text, re.IGNORECASE)
            if found:
                return _Label(choice, Span(start + found.start(), start + found.end()))
    return None


def _above(stream: Stream, placed: Placed, question: Question) -> _Label | None:
    """The label at the top of the box's column, in a grid of questions and choices."""
    cell = stream.block_at(placed.at).cell
    if cell is None:
        return None
    for block in stream.blocks:
        if block.cell is None or not _over(block.cell, cell):
            continue
        for label, choice in labels_of(question):
            if key_of(block.text) == key_of(label):
                # The column's heading serves all rows; claiming it again changes nothing.
                return _Label(choice, stream.span_of(stream.blocks.index(block)))
    return None


def _over(one: Cell, other: Cell) -> bool:
    same_column = (one.table, one.column) == (other.table, other.column)
    return same_column and one.row < other.row


def _neighbour(stream: Stream, position: int, step: int) -> Span | None:
    """The next (or previous) block, where it is a cell of the same row."""
    index = stream.index_at(position)
    if not 0 <= index + step < len(stream.blocks):
        return None
    here, there = stream.blocks[index].cell, stream.blocks[index + step].cell
    if here is None or there is None or (here.table, here.row) != (there.table, there.row):
        return None
    return stream.span_of(index + step)


def _limit(stream: Stream, start: int) -> int:
    """Where the text that may be a box's label ends: at the next box or the line's end."""
    end = stream.line_end(start)
    stops = [at for box in _BOXES if (at := stream.text.find(box, start, end)) >= 0]
    return min([end, *stops])


def _pattern(label: str) -> str:
    return r"(?<!\w)" + r"\s+".join(map(re.escape, label.split()))


def _starts_with(text: str, label: str) -> int:
    """How many characters of `text` are the label it begins with, as a whole word; else 0."""
    found = re.match(_pattern(label) + r"(?!\w)", text, re.IGNORECASE)
    return found.end() if found else 0


@dataclass(frozen=True, slots=True)
class TypedLine:
    """What a line under a choice question says when no box was ticked on it."""

    chosen: tuple[str, ...]
    whole: bool
    """Whether the line says nothing else, so that it is the form's words with a mark."""


def typed(line: str, question: Question) -> TypedLine | None:
    """The choices typed on `line`: "Ja", "X Ja", "Ja x  Nei", or "Nei. Vi savner …"; else None."""
    pieces = _pieces(line, question)
    if pieces is not None:
        return TypedLine(_marked(pieces), whole=True)
    text = line.strip()
    for label, choice in labels_of(question):
        length = _starts_with(text, label)
        # A comma, stop or dash after it: the choice was said first, then explained.
        if length and re.match(r"\s*(?:[.,;:!]|[–—-]\s)", text[length:]):
            return TypedLine((choice,), whole=False)
    return None


def _pieces(line: str, question: Question) -> list[str | None] | None:
    """The line as choice ids and marks (None); None where it says anything else too."""
    if len(line) > _LONGEST_LINE:
        return None
    pieces: list[str | None] = []
    at = 0
    while at < len(line):
        if line[at] in _SEPARATORS:
            at += 1
            continue
        for label, choice in labels_of(question):
            if length := _starts_with(line[at:], label):
                pieces.append(choice)
                at += length
                break
        else:
            if not re.match(r"[xX✓✔✗✘*](?!\w)", line[at:]):
                return None
            pieces.append(None)
            at += 1
    return pieces if any(pieces) else None


def _marked(pieces: Sequence[str | None]) -> tuple[str, ...]:
    """The choices with a mark beside them; the only one where there is but one and no mark."""
    choices = [piece for piece in pieces if piece]
    if None not in pieces:
        return tuple(choices) if len(choices) == 1 else ()
    step = 1 if pieces[0] is None else -1
    return tuple(
        piece
        for index, piece in enumerate(pieces)
        if piece and 0 <= index - step < len(pieces) and pieces[index - step] is None
    )
