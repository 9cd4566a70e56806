"""The way of a hearing as the public sees it: on hearing, under assessment, finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from innspill.interfaces.portal.deadline import Deadline
from innspill.stages.consultations.core.definition import Definition, Text
from innspill.stages.consultations.queries import ConsultationShown

Key = Literal["open", "assessment", "finished"]
ORDER: tuple[Key, ...] = ("open", "assessment", "finished")


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: from and until when, the hearing's own text, and whether it is past, now or next."""

    key: Key
    starts: date | None
    ends: date | None
    text: Text
    state: Literal["past", "now", "next"]


def phases(hearing: ConsultationShown, deadline: Deadline) -> tuple[Phase, ...]:
    """The three phases, where the hearing stands marked. After the deadline assessment begins."""
    definition = hearing.definition
    at = ORDER.index(_now(hearing.status, deadline))
    return tuple(
        Phase(
            key,
            *_days(key, definition, deadline),
            _text(key, definition, hearing.status),
            "past" if place < at else "now" if place == at else "next",
        )
        for place, key in enumerate(ORDER)
    )


def _now(status: str, deadline: Deadline) -> Key:
    if status == "finished":
        return "finished"
    return "assessment" if status in {"assessment", "closed"} or deadline.is_past else "open"


def _days(key: Key, definition: Definition, deadline: Deadline) -> tuple[date | None, date | None]:
    if key == "open":
        return definition.opens, deadline.last_day
    if key == "assessment":
        return definition.assessment_from, None
    return definition.finishes, None


def _text(key: Key, definition: Definition, status: str) -> Text:
    """The hearing's own text; while it is closed and not yet assessed, the one about that."""
    if key == "assessment" and status == "closed" and definition.phases.get("closed"):
        return definition.phases["closed"]
    return definition.phases.get(key, {})
