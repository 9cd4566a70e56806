"""Deadlines move for all or for one, and phases follow the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from innspill.pipeline.work import run_until_idle
from innspill.shared.errors import BadInput
from innspill.stages.consultations import actions, queries
from innspill.stages.consultations.queries import Edited
from tests.stages.conftest import NOW, Staff
from tests.stages.consultations.conftest import now_is, save

NOTE = {"nb": "Flere ba om mer tid.", "nn": "Fleire bad om meir tid."}
TICK = timedelta(microseconds=1)


def test_a_moved_deadline_is_told_and_leaves_other_changes_waiting(
    opened: Edited, staff: Staff
) -> None:
    save(opened, staff, title={"nb": "Rettet", "nn": "Retta"})
    actions.set_deadline(opened.hearing.id, date(2026, 10, 15), note=NOTE, by=staff.lead, now=NOW)
    after = now_is(opened.hearing.id)
    assert (after.hearing.definition.deadline, after.definition.deadline) == (
        date(2026, 10, 15),
    ) * 2
    assert after.hearing.title == opened.hearing.title
    assert after.unannounced
    assert queries.editions(opened.hearing.slug)[-1].note == NOTE


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2026, 9, 30)])
def test_a_deadline_is_not_moved_to_a_day_that_is_over_or_the_same(
    opened: Edited, staff: Staff, day: date
) -> None:
    with pytest.raises(BadInput):
        actions.set_deadline(opened.hearing.id, day, note=NOTE, by=staff.lead, now=NOW)


def test_a_closed_hearing_opens_again_with_a_later_deadline(opened: Edited, staff: Staff) -> None:
    actions.set_phase(opened.hearing.id, "closed", by=staff.lead, now=NOW)
    actions.set_deadline(opened.hearing.id, date(2026, 10, 15), note=NOTE, by=staff.lead, now=NOW)
    assert queries.by_id(opened.hearing.id).status == "open"


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        # The clock goes back an hour on the 25th of October: that day has 25 hours.
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
        # In March it goes forward: the day has 23.
        (date(2027, 3, 28), datetime(2027, 3, 28, 22, tzinfo=UTC)),
    ],
)
def test_an_extension_ends_at_local_midnight_to_the_microsecond(
    opened: Edited, staff: Staff, day: date, ends: datetime
) -> None:
    body, other = (pk for pk, _, _ in queries.bodies_of(opened.hearing.id)[:2])
    actions.extend(body, day, reason="Kommunestyret møtes da.", by=staff.caseworker, now=NOW)
    assert queries.deadline_for(opened.hearing.id, body) == ends
    assert queries.deadline_for(opened.hearing.id, other) == opened.hearing.deadline_at
    assert queries.deadline_for(opened.hearing.id, None) == opened.hearing.deadline_at
    assert dict(queries.deadlines_of_their_own(opened.hearing.id)) == {body: ends}


def test_the_latest_word_on_an_extension_stands(opened: Edited, staff: Staff) -> None:
    body = queries.bodies_of(opened.hearing.id)[0][0]
    actions.extend(body, date(2026, 10, 20), reason="Ja.", by=staff.caseworker, now=NOW)
    actions.extend(body, None, reason="Likevel ikke.", by=staff.caseworker, now=NOW)
    assert queries.extended_to(body) is None
    assert queries.deadline_for(opened.hearing.id, body) == opened.hearing.deadline_at
    assert [each.last_day for each in queries.extensions(opened.hearing.slug)] == [
        date(2026, 10, 20), None,
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "reason"), [(date(2026, 9, 30), "Ja."), (date(2026, 10, 9), " ")])
def test_an_extension_is_later_and_has_a_reason(
    opened: Edited, staff: Staff, day: date, reason: str
) -> None:
    body = queries.bodies_of(opened.hearing.id)[0][0]
    with pytest.raises(BadInput):
        actions.extend(body, day, reason=reason, by=staff.caseworker, now=NOW)


def test_an_extension_never_shortens_what_everybody_has(opened: Edited, staff: Staff) -> None:
    body = queries.bodies_of(opened.hearing.id)[0][0]
    actions.extend(body, date(2026, 10, 5), reason="Ja.", by=staff.caseworker, now=NOW)
    actions.set_deadline(opened.hearing.id, date(2026, 11, 1), note=NOTE, by=staff.lead, now=NOW)
    assert (
        queries.deadline_for(opened.hearing.id, body)
        == queries.by_id(opened.hearing.id).deadline_at
    )


def test_a_hearing_closes_and_is_assessed_by_the_clock(opened: Edited, staff: Staff) -> None:
    save(opened, staff, assessment_from=date(2026, 10, 5))
    actions.announce(opened.hearing.id, note=NOTE, by=staff.lead, now=NOW)
    deadline = opened.hearing.deadline_at
    assert deadline is not None
    number = opened.hearing.id
    actions.switch_next(number, now=deadline - TICK)
    assert queries.by_id(number).status == "open"
    actions.switch_next(number, now=deadline)
    assert queries.by_id(number).status == "closed"
    begins = datetime(2026, 10, 4, 22, tzinfo=UTC)
    assert number not in queries.to_switch(begins - TICK)
    assert number in queries.to_switch(begins)
    actions.switch_next(number, now=begins)
    assert queries.by_id(number).definition.status == "assessment"
    actions.set_phase(number, "finished", by=staff.lead, now=begins)
    assert number not in queries.to_switch(begins + timedelta(days=1000))


def test_the_work_loop_switches_what_is_due(opened: Edited, staff: Staff, settings: object) -> None:
    deadline = opened.hearing.deadline_at
    assert deadline is not None
    settings.NOW = deadline.isoformat()  # type: ignore[attr-defined]
    run_until_idle()
    assert queries.by_id(opened.hearing.id).status == "closed"


def test_a_draft_is_opened_by_publishing_alone(draft: Edited, staff: Staff) -> None:
    with pytest.raises(BadInput):
        actions.set_phase(draft.hearing.id, "open", by=staff.lead, now=NOW)
    assert queries.by_hand("closed") == ("assessment",)
