"""The parts of a report in the order that people chose, with people's words in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from innspill.stages.reports.core.edited.stored import told
from innspill.stages.reports.core.parts.values import Block, Heading, ReportPart

OWN = "own:"
"""The keys of parts that a person added begin with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part's place in the outline. `heading` is that of a person's own part."""

    key: str
    shown: bool = True
    heading: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a person added the part."""
        return self.key.startswith(OWN)


@dataclass(frozen=True, slots=True)
class PersonText:
    """A person's words for a part, whole, and what the machine said when they were written."""

    id: int
    blocks: tuple[Block, ...]
    machine: tuple[Block, ...]
    by: str = ""
    at: datetime | None = None


def whole(part: ReportPart) -> tuple[Block, ...]:
    """A part as it is edited: its heading is the first block."""
    return (Heading(part.heading, part.level), *part.blocks) if part.heading else part.blocks


def with_blocks(part: ReportPart, blocks: Sequence[Block]) -> ReportPart:
    """The part with other blocks: a heading that comes first becomes the part's."""
    if part.heading and blocks and isinstance(blocks[0], Heading):
        return replace(part, heading=blocks[0].text, blocks=tuple(blocks[1:]))
    return replace(part, blocks=tuple(blocks))


def places(parts: Sequence[ReportPart], outline: Sequence[Place]) -> tuple[Place, ...]:
    """The places of all parts: in the outline's order; what it does not name stands where it stood.

    What it names and the report has no more is left out, but for a person's own parts.
    """
    order = [part.key for part in parts]
    there = set(order)
    found = [each for each in outline if each.key in there or each.is_own]
    named = {each.key for each in found}
    for index, key in enumerate(order):
        if key in named:
            continue
        before = set(order[:index])
        at = max((i + 1 for i, each in enumerate(found) if each.key in before), default=0)
        if index:
            previous = next(i for i, each in enumerate(found) if each.key == order[index - 1])
            at = previous + 1
        found.insert(at, Place(key))
    return tuple(found)


def levels(parts: Sequence[ReportPart], placed: Sequence[Place]) -> tuple[int, ...]:
    """The level of each place: that of its part, 1 for a person's own."""
    known = {part.key: part.level for part in parts}
    return tuple(known.get(each.key, 1) for each in placed)


def moved(
    placed: Sequence[Place], depths: Sequence[int], key: str, way: Literal["up", "down"]
) -> tuple[Place, ...]:
    """The outline with a part, and the parts under it, one place up or down among its equals.

    Where there is none to change places with, it stands as it stood. Raises KeyError.
    """
    at = next((i for i, each in enumerate(placed) if each.key == key), None)
    if at is None:
        raise KeyError(key)
    end = _end(depths, at)
    if way == "up":
        before = next((i for i in range(at - 1, -1, -1) if depths[i] <= depths[at]), None)
        if before is None or depths[before] < depths[at]:
            return tuple(placed)
        return (*placed[:before], *placed[at:end], *placed[before:at], *placed[end:])
    if end >= len(placed) or depths[end] < depths[at]:
        return tuple(placed)
    after = _end(depths, end)
    return (*placed[:at], *placed[end:after], *placed[at:end], *placed[after:])


def _end(depths: Sequence[int], at: int) -> int:
    """Where the part at a place ends, with all that stands under it."""
    return next((i for i in range(at + 1, len(depths)) if depths[i] <= depths[at]), len(depths))


def switched(
    placed: Sequence[Place], depths: Sequence[int], key: str, *, shown: bool
) -> tuple[Place, ...]:
    """The outline with a part shown or left out, and all that stands under it. Raises KeyError."""
    at = next((i for i, each in enumerate(placed) if each.key == key), None)
    if at is None:
        raise KeyError(key)
    end = _end(depths, at)
    changed = (replace(each, shown=shown) for each in placed[at:end])
    return (*placed[:at], *changed, *placed[end:])


def arranged(
    parts: Sequence[ReportPart],
    outline: Sequence[Place],
    texts: Mapping[str, PersonText],
    *,
    left_out: bool = False,
) -> tuple[ReportPart, ...]:
    """The parts as they go into the report; with `left_out` also those that do not."""
    known = {part.key: part for part in parts}
    found: list[ReportPart] = []
    for place in places(parts, outline):
        if not (place.shown or left_out):
            continue
        part = known.get(place.key) or own_part(place)
        found.append(with_words(part, texts.get(place.key)))
    return tuple(found)


def own_part(place: Place) -> ReportPart:
    """A person's own part, before anything is written in it."""
    return ReportPart(place.key, place.heading, 1, (), by="person")


def with_words(part: ReportPart, text: PersonText | None) -> ReportPart:
    """The part with a person's words, and whether the machine would say something else now."""
    if text is None:
        return part
    differs = not part.key.startswith(OWN) and told(text.machine) != told(whole(part))
    return replace(with_blocks(part, text.blocks), by="person", differs=differs)


def fresh_key(placed: Iterable[Place]) -> str:
    """The key of the next part that a person adds."""
    numbers = [
        int(each.key.removeprefix(OWN))
        for each in placed
        if each.is_own and each.key.removeprefix(OWN).isdecimal()
    ]
    return f"{OWN}{max(numbers, default=0) + 1}"
