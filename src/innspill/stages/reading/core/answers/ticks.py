"""Boxes and the choice each belongs to.

Each box is paired with the label beside it (after or before it, in the next cell, or at the top
of its column). Two ticks on one question are two ticks; which one was meant is not for us to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.labels import Label, Labels
from innspill.stages.reading.core.answers.ledger import FORM, Ledger
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.answers.tables import Tables
from innspill.stages.reading.core.values import Box

_BOXES = "☒☐"
_BOX_OR_BREAK = re.compile(r"[☒☐\n]")
_TAB = 8
_CROSSES = frozenset("xX✓✔✗✘*")
_ENDS = re.compile(r"\s*(?:$|[.,;:(–—-])")
_SEPARATORS = frozenset("/,;:.|()[]_–—-«»“”„\"' \t\xa0\n>")


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and where its glyph stands in the stream."""

    at: int
    box: Box


@dataclass(frozen=True, slots=True)
class Tick:
    """A box whose choice is known, ticked or not; `span` is where its label or mark stands."""

    question: str
    choice: str
    ticked: bool
    typed: bool = False
    conflict: bool = False
    unsure: bool = False
    span: Span | None = None
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """The boxes of one place: those whose choice is known, and whether any could not be paired."""

    ticks: tuple[Tick, ...]
    unpaired: bool = False


def boxes_of(stream: Stream) -> tuple[Placed, ...]:
    """All boxes of the document, in order; a cross alone in a table's cell is one, too."""
    found: list[Placed] = []
    for start, block in zip(stream.starts, stream.blocks, strict=True):
        found += (Placed(start + box.at, box) for box in block.boxes)
        if block.cell and not block.boxes and block.text.strip() in _CROSSES:
            at = start + len(block.text) - len(block.text.lstrip())
            found.append(Placed(at, Box(at - start, ticked=True, technique="typed")))
    return tuple(found)


def by_tag(
    stream: Stream,
    boxes: Iterable[Placed],
    named: Mapping[str, tuple[str, str]],
    choices: Mapping[str, Labels],
    ledger: Ledger,
) -> tuple[Tick, ...]:
    """The ticks whose content control names question and choice ("q1_yes").

    `named` gives both for each name that the form has.
    """
    found: list[Tick] = []
    for placed in boxes:
        question, choice = named.get(placed.box.tag or "", ("", ""))
        labels = choices.get(question)
        if labels is None:
            continue
        span: Span | None = None
        ledger.claim(Span(placed.at, placed.at + 1), FORM)
        for label in (_after(stream, placed, labels), _before(stream, placed, labels)):
            if label and label.choice == choice:
                ledger.claim(label.span, FORM)
                span = label.span
                break
        box = placed.box
        found.append(
            Tick(
                question, choice, box.ticked, conflict=box.conflict,
                unsure=box.unsure, span=span, at=placed.at,
            )
        )  # fmt: skip
        _claim_separators(stream, placed.at, ledger)
    return tuple(found)


def by_label(
    ledger: Ledger, tables: Tables, boxes: Sequence[Placed], question: str, labels: Labels
) -> Pairing:
    """The ticks among `boxes`, all of which stand under `question`, and claims box and label."""
    stream = ledger.stream
    after = [_after(stream, placed, labels) for placed in boxes]
    before = [_free(ledger, _before(stream, placed, labels)) for placed in boxes]
    above = [_above(stream, tables, placed, labels) for placed in boxes]
    sides = [above, after, before]
    paired = max(sides, key=lambda found: (_distinct(found), sum(map(bool, found))))
    by_nearness = _is_unclear(boxes, sides, paired)
    if by_nearness:
        paired = [_nearer(stream, *each) for each in zip(boxes, before, after, strict=True)]
        if not all(label for label, placed in zip(paired, boxes, strict=True) if placed.box.ticked):
            return Pairing((), unpaired=True)
    ticks: list[Tick] = []
    for placed, label in zip(boxes, paired, strict=True):
        if label is None:
            continue
        box = placed.box
        typed = by_nearness or box.technique == "typed"
        ticks.append(
            Tick(
                question, label.choice, box.ticked, typed, box.conflict, box.unsure, label.span, placed.at,
            )
        )  # fmt: skip
        ledger.claim(Span(placed.at, placed.at + 1), FORM)
        ledger.claim(label.span, FORM)
        _claim_separators(stream, placed.at, ledger)
    known = {tick.at for tick in ticks}
    # An empty box without a label: the others may each stand beside the wrong one.
    lost = any(placed.at not in known for placed in boxes)
    return Pairing(tuple(ticks), unpaired=lost)


def _free(ledger: Ledger, label: Label | None) -> Label | None:
    """`label` where it is nothing else already, as the last word of the question."""
    return label if label and ledger.is_free(label.span.start) else None


def _nearer(
    stream: Stream, placed: Placed, before: Label | None, after: Label | None
) -> Label | None:
    """Of two labels the one that a mark stands clearly nearer to: "Ja ✓    Nei"."""
    if before is None or after is None:
        return before or after
    left = stream.text[before.span.end : placed.at]
    right = stream.text[placed.at + 1 : after.span.start]
    one, other = _width(left), _width(right)
    if one == other:
        return None
    return before if one < other else after


def _width(between: str) -> int:
    """How wide a gap looks: a line break is wider than any space."""
    return len(between.expandtabs(_TAB)) + 100 * between.count("\n")


def _distinct(found: Sequence[Label | None]) -> int:
    """How many boxes have a label of their own: one label beside two boxes counts once."""
    return len({label.span for label in found if label})


def _is_unclear(
    boxes: Sequence[Placed],
    sides: Sequence[Sequence[Label | None]],
    paired: Sequence[Label | None],
) -> bool:
    """Whether boxes stand between labels so that another pairing is as good and says another thing.

    A box for every choice shows on which side of the labels boxes stand; so do boxes nearer to
    one label than to the other, as "☒Ja  Nei".
    """
    if not any(placed.box.ticked for placed in boxes):
        return False
    best = _distinct(paired)
    for side in sides:
        if side is paired or _distinct(side) < best or list(side) == list(paired):
            continue
        said = {
            label.choice for label, p in zip(side, boxes, strict=True) if label and p.box.ticked
        }
        chosen = {
            label.choice for label, p in zip(paired, boxes, strict=True) if label and p.box.ticked
        }
        if said != chosen:
            return True
    return False


def _claim_separators(stream: Stream, at: int, ledger: Ledger) -> None:
    """Gives the strokes between the choices of a line to the form, and the comma after the last.

    What a person wrote after the choices stays, from its first letter on.
    """
    line = Span(stream.text.rfind("\n", 0, at) + 1, stream.line_end(at))
    for gap in ledger.free_in(line):
        end = gap.start
        while end < gap.end and stream.text[end] in _SEPARATORS:
            end += 1
        if gap.start > line.start:
            ledger.claim(Span(gap.start, end), FORM)
    if all(_SEPARATORS.issuperset(stream.slice(gap)) for gap in ledger.free_in(line)):
        ledger.claim(line, FORM)


def _after(stream: Stream, placed: Placed, labels: Labels) -> Label | None:
    start = placed.at + 1
    stop = _BOX_OR_BREAK.search(stream.text, start)
    end = stop.start() if stop else len(stream.text)
    if stream.text[start:end].strip():
        label = labels.leading(stream.text, start, end)
        if label is None and end < len(stream.text) and stream.text[end] == "\n":
            return _running_on(stream, start, end, labels)
        return label
    neighbour = _neighbour(stream, placed.at, 1)
    label = labels.leading(stream.text, neighbour.start, neighbour.end) if neighbour else None
    is_said = label and neighbour and _ENDS.match(stream.text, label.span.end, neighbour.end)
    return label if is_said else None


def _running_on(stream: Stream, start: int, end: int, labels: Labels) -> Label | None:
    """The label that begins at `start` and goes on in the line after `end`, in the same cell."""
    if stream.block_at(start).cell != stream.block_at(end + 1).cell:
        return None
    stop = _BOX_OR_BREAK.search(stream.text, end + 1)
    label = labels.leading(stream.text, start, stop.start() if stop else len(stream.text))
    return label if label and label.span.end > end else None


def _before(stream: Stream, placed: Placed, labels: Labels) -> Label | None:
    start = max(stream.text.rfind(stop, 0, placed.at) for stop in "\n" + _BOXES) + 1
    end = placed.at
    if stream.text[start:end].strip():
        return labels.trailing(stream.text, start, end)
    neighbour = _neighbour(stream, placed.at, -1)
    choice = labels.whole(stream.slice(neighbour)) if neighbour else None
    return Label(choice, neighbour) if choice and neighbour else None


def _above(stream: Stream, tables: Tables, placed: Placed, labels: Labels) -> Label | None:
    """The label at the top of the box's column, in a grid of questions and choices."""
    index = stream.index_at(placed.at)
    if stream.blocks[index].text.strip() != stream.text[placed.at]:
        return None
    for above in tables.above(index):
        choice = labels.whole(stream.blocks[above].text)
        if choice:
            return Label(choice, stream.span_of(above))
    return None


def _neighbour(stream: Stream, position: int, step: int) -> Span | None:
    """The next (or previous) block, where it is a cell of the same row."""
    index = stream.index_at(position)
    if not 0 <= index + step < len(stream.blocks):
        return None
    here, there = stream.blocks[index].cell, stream.blocks[index + step].cell
    if here is None or there is None or (here.table, here.row) != (there.table, there.row):
        return None
    return stream.span_of(index + step)
