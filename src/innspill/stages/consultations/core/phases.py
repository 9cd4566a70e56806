"""The phases of a hearing: which switch by themselves, which a person must take.

draft → open → closed → assessment → finished. Time only moves a hearing forwards; going back is
a person's word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from innspill.stages.consultations.core.definition import Status

PHASES: tuple[Status, ...] = ("draft", "open", "closed", "assessment", "finished")
"""In the order in which a hearing goes through them."""

_BY_PERSON: Mapping[Status, tuple[Status, ...]] = {
    "draft": ("open",),
    "open": ("closed",),
    "closed": ("open", "assessment"),
    "assessment": ("finished",),
    "finished": ("assessment",),
}


@dataclass(frozen=True, slots=True)
class Switch:
    """A change of phase that the clock will make: to which, and at which instant."""

    status: Status
    at: datetime


def phase_at(
    status: Status,
    *,
    now: datetime,
    opens_at: datetime | None = None,
    deadline_at: datetime | None = None,
    assessment_at: datetime | None = None,
    publish_at: datetime | None = None,
) -> Status:
    """The phase that a hearing of `status` is in `now`, after every switch that the clock makes.

    A draft opens at `publish_at`, which a lead has set, and not before `opens_at`; an open one
    closes at `deadline_at`, the first instant that is too late; a closed one is under assessment
    from `assessment_at`. Where an instant is None, a person makes the switch; so is always the
    last one, to finished: that the result is there is no matter of time. Several switches may
    have come due at once.
    """
    while True:
        switch = next_switch(
            status,
            opens_at=opens_at,
            deadline_at=deadline_at,
            assessment_at=assessment_at,
            publish_at=publish_at,
        )
        if switch is None or switch.at > now:
            return status
        status = switch.status


def next_switch(
    status: Status,
    *,
    opens_at: datetime | None = None,
    deadline_at: datetime | None = None,
    assessment_at: datetime | None = None,
    publish_at: datetime | None = None,
) -> Switch | None:
    """The next switch that the clock makes, or None where the next one is a person's."""
    if status == "draft" and publish_at is not None:
        return Switch("open", max(publish_at, opens_at) if opens_at else publish_at)
    if status == "open" and deadline_at is not None:
        return Switch("closed", deadline_at)
    if status == "closed" and assessment_at is not None:
        return Switch("assessment", assessment_at)
    return None


def may_be_set(status: Status, wanted: Status) -> bool:
    """Whether a person may take a hearing from `status` to `wanted`: one step, or one step back.

    A closed hearing is opened again by a later deadline, a finished one taken up again; nothing
    that the public has seen becomes a draft.
    """
    return wanted in _BY_PERSON[status]


def after_new_deadline(status: Status, deadline_at: datetime | None, now: datetime) -> Status:
    """The phase after the deadline for all was moved: a closed hearing with time left is open again.

    One under assessment stays so; what comes in is in time all the same.
    """
    if status == "closed" and (deadline_at is None or now < deadline_at):
        return "open"
    return status
