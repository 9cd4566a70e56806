"""The parts of a report in the order that an outline gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innspill.stages.reports.core.parts.values import ReportPart


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of an outline: a part by its key, and whether it is in the report."""

    key: str
    shown: bool = True


def ordered(parts: Iterable[ReportPart], outline: Sequence[Placed]) -> tuple[ReportPart, ...]:
    """The parts as the outline orders them, those it leaves out left out.

    A part that it does not name stands after the one that it stood after: what comes new, such as
    a theme, is in the report until somebody takes it out. Keys of parts that are gone say nothing.
    """
    held = list(parts)
    known = {part.key: part for part in held}
    named = {line.key for line in outline}
    after: dict[str, list[ReportPart]] = {}
    before = ""
    for part in held:
        if part.key in named:
            before = part.key
        else:
            after.setdefault(before, []).append(part)
    found = list(after.get("", ()))
    for line in outline:
        if line.shown and line.key in known:
            found.append(known[line.key])
        found.extend(after.pop(line.key, ()))
    return tuple(found)
