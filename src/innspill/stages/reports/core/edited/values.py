"""What people did to a report, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from innspill.stages.reports.core.edited.arranging import Place
from innspill.stages.reports.core.parts.values import Block, Kind


@dataclass(frozen=True, slots=True)
class PartOf:
    """Which part of which report: its kind, its language, and the part's key."""

    kind: Kind
    language: str
    part: str


@dataclass(frozen=True, slots=True)
class TextShown:
    """One version of a part by a person. `back` gave the part to the machine again.

    `stands` is False where somebody else had written meanwhile; then `settled` says that somebody
    who saw both has chosen.
    """

    id: int
    part: str
    blocks: tuple[Block, ...]
    machine: tuple[Block, ...]
    back: bool
    stands: bool
    settled: bool
    way: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OutlineShown:
    """The outline of one kind as it stands: `id` is 0 where nobody has chosen anything."""

    id: int
    places: tuple[Place, ...]
    sources: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a person's words: the version's number, and whether they stand.

    They do not where somebody else had written meanwhile: they are kept beside.
    """

    id: int
    stands: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A part out of a file, to be taken in. `after` is set for a new part of a person's own.

    `seen` is the newest version that the file had in it; `machine` what the machine said then.
    """

    part: str
    blocks: tuple[Block, ...]
    machine: tuple[Block, ...] = ()
    seen: int = 0
    after: str | None = None
    heading: str = ""
    shown: bool = True
