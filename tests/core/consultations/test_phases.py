"""The phases of a hearing: what the clock switches, and what a person does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from innspill.stages.consultations.core.definition import Status
from innspill.stages.consultations.core.phases import (
    PHASES,
    Switch,
    after_new_deadline,
    may_be_set,
    next_switch,
    phase_at,
)

OPENS = datetime(2026, 1, 5, tzinfo=UTC)
DEADLINE = datetime(2026, 4, 13, 22, tzinfo=UTC)
ASSESSED = datetime(2026, 4, 20, 22, tzinfo=UTC)
TICK = timedelta(microseconds=1)
DATES = {
    "opens_at": OPENS, "deadline_at": DEADLINE, "assessment_at": ASSESSED, "publish_at": OPENS,
}  # fmt: skip


@pytest.mark.parametrize(
    ("status", "now", "wanted"),
    [
        ("draft", OPENS - TICK, "draft"),
        ("draft", OPENS, "open"),
        ("open", DEADLINE - TICK, "open"),
        ("open", DEADLINE, "closed"),
        ("closed", ASSESSED - TICK, "closed"),
        ("closed", ASSESSED, "assessment"),
        ("draft", ASSESSED, "assessment"),
        ("assessment", ASSESSED + timedelta(days=4000), "assessment"),
        ("finished", ASSESSED, "finished"),
    ],
)
def test_the_clock_switches_at_the_instant_and_not_before(
    status: Status, now: datetime, wanted: Status
) -> None:
    assert phase_at(status, now=now, **DATES) == wanted


def test_a_draft_that_no_lead_has_approved_stays_a_draft() -> None:
    assert phase_at("draft", now=ASSESSED, **(DATES | {"publish_at": None})) == "draft"


def test_an_approved_draft_waits_for_its_opening() -> None:
    early = OPENS - timedelta(days=3)
    assert phase_at("draft", now=early, **(DATES | {"publish_at": early})) == "draft"
    assert next_switch("draft", publish_at=early, opens_at=OPENS) == Switch("open", OPENS)
    assert phase_at("draft", now=early, publish_at=early) == "open"


def test_without_a_date_a_person_makes_the_switch() -> None:
    assert phase_at("open", now=ASSESSED) == "open"
    assert phase_at("closed", now=ASSESSED, deadline_at=DEADLINE) == "closed"
    assert next_switch("assessment", **DATES) is None


def test_a_later_deadline_opens_a_closed_hearing_again_and_no_other() -> None:
    later = DEADLINE + timedelta(days=14)
    assert after_new_deadline("closed", later, DEADLINE) == "open"
    assert after_new_deadline("closed", DEADLINE, DEADLINE) == "closed"
    assert after_new_deadline("assessment", later, DEADLINE) == "assessment"
    assert after_new_deadline("draft", later, DEADLINE) == "draft"


def test_a_person_goes_one_step_and_never_back_to_a_draft() -> None:
    allowed = {(one, other) for one in PHASES for other in PHASES if may_be_set(one, other)}
    assert allowed == {
        ("draft", "open"), ("open", "closed"), ("closed", "open"), ("closed", "assessment"),
        ("assessment", "finished"), ("finished", "assessment"),
    }  # fmt: skip
