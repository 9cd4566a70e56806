"""What people say about single places of a text, folded over what the machine found there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from innspill.shared.values import Certainty
from innspill.stages.publication.core.grounds import LAW
from innspill.stages.publication.core.values import Finding, WithholdingKind

MarkWord = Literal["withhold", "show"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A person's word on characters `start` to `end` of the text at `place`.

    `ground` is a code of `grounds.LAW`; `id` tells marks apart, and grows with each new one.
    """

    id: int
    place: str
    start: int
    end: int
    word: MarkWord
    kind: WithholdingKind = "other"
    ground: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters `start` to `end` of the text at `place`."""

    place: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Held:
    """A span that is withheld, and the mark that says so; None where the machine alone does."""

    finding: Finding
    mark: Mark | None = None


def folded(findings: Sequence[Finding], marks: Sequence[Mark], length: int) -> tuple[Held, ...]:
    """What is withheld of a text of `length` characters, in order, without overlaps.

    `findings` are the machine's, in order and without overlaps; `marks` are those of this text,
    the oldest first. Of each character the last word stands: what somebody said is shown is cut
    out of the spans that it touches, and what somebody withheld takes in the spans that it
    touches, so that a new ground holds for the whole.
    """
    held = [Held(finding) for finding in findings]
    for mark in marks:
        start, end = max(0, mark.start), min(mark.end, length)
        if start < end:
            fold = _with if mark.word == "withhold" else _without
            fold(held, start, end, mark)
    return tuple(held)


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text`, whatever the case and the blanks between them."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    return [found.span() for found in pattern.finditer(text)]


def _with(held: list[Held], start: int, end: int, mark: Mark) -> None:
    which = _touched(held, start, end)
    touched = held[which]
    begins = min([start, *(each.finding.start for each in touched)])
    ends = max([end, *(each.finding.end for each in touched)])
    law = LAW.get(mark.ground, mark.ground)
    held[which] = [Held(Finding(begins, ends, mark.kind, law, Certainty.CERTAIN), mark)]


def _without(held: list[Held], start: int, end: int, _mark: Mark) -> None:
    which = _touched(held, start, end)
    left: list[Held] = []
    for each in held[which]:
        finding = each.finding
        if finding.start < start:
            left.append(replace(each, finding=replace(finding, end=start)))
        if end < finding.end:
            left.append(replace(each, finding=replace(finding, start=end)))
    held[which] = left


def _touched(held: Sequence[Held], start: int, end: int) -> slice:
    """Where in `held`, which is in order and without overlaps, the spans of these characters are.

    Found by halving: there may be thousands of spans, and as many marks.
    """
    first = bisect_right(held, start, key=lambda each: each.finding.end)
    return slice(first, max(first, bisect_left(held, end, key=lambda each: each.finding.start)))
