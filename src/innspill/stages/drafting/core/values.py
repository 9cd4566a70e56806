"""What a draft consists of, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from innspill.stages.consultations.core.filled import MeasureGiven, SenderGiven, Wish

COMMENT = ""
"""Where a question is named: the part about who answers, with the comment beside the questions."""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands, or stood, at one question: ids of the boxes ticked, text, rows of measures."""

    ticks: tuple[str, ...] = ()
    text: str = ""
    measures: tuple[MeasureGiven, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not (self.ticks or self.text.strip() or self.measures)

    @property
    def words(self) -> str:
        """All that was written, the rows of measures too, as one text."""
        rows = ("\t".join(row.model_dump().values()) for row in self.measures)
        return "\n".join((self.text, *rows))


@dataclass(frozen=True, slots=True)
class About:
    """Who answers, and what they say beside the questions."""

    senders: tuple[SenderGiven, ...] = ()
    contact: str = ""
    email: str = ""
    supports: str = ""
    comment: str = ""
    wish: Wish = "none"
    """How they wish it to be published."""


@dataclass(frozen=True, slots=True)
class Saved:
    """How a save went. Where it `collided`, what was sent lies in the proposal `note`."""

    revision: int
    collided: bool = False
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A content with who wrote it, and when."""

    content: Content
    revision: int
    by: str
    at: datetime


def measures_of(rows: Sequence[object]) -> tuple[MeasureGiven, ...]:
    """Rows of measures from their JSON."""
    return tuple(MeasureGiven.model_validate(row) for row in rows)


def senders_of(rows: Sequence[object]) -> tuple[SenderGiven, ...]:
    """Senders from their JSON."""
    return tuple(SenderGiven.model_validate(row) for row in rows)
