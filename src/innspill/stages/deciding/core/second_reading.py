"""What waits for a second reader, where a hearing has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from innspill.stages.deciding.core.values import DispositionShown


@dataclass(frozen=True, slots=True)
class Rules:
    """How one hearing is decided."""

    second_reader: bool = False
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """A second reader's word on a disposition."""

    approved: bool
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ToRead:
    """A disposition that is not approved, with the comments that it stands for."""

    disposition: DispositionShown
    comments: tuple[int, ...]
    readings: Sequence[ReadingShown] = ()

    @property
    def sent_back(self) -> ReadingShown | None:
        """The word that sent it back, where one did: it waits for who decided."""
        return self.readings[-1] if self.readings and not self.readings[-1].approved else None


def waits(approved: bool | None, rules: Rules) -> bool:
    """Whether a disposition is not finished: of one that nobody has read (None) or that was sent back
    (False); never where the hearing has no second reader.

    One that was changed is another disposition, and waits again.
    """
    return rules.second_reader and approved is not True
