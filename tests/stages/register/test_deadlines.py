"""In time or late, to the microsecond: around local midnight, for all and for one body."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from innspill.pipeline import handing_in, wiring
from innspill.stages.consultations.models import Body, Consultation, Extension
from innspill.stages.drafting import actions as drafting
from innspill.stages.invitations.models import Recipient
from tests.stages.conftest import HandIn, Staff
from tests.stages.register.conftest import Answering, Rows

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
Recipients = Callable[..., Recipient]
TICK = timedelta(microseconds=1)
MIDNIGHTS = [
    (date(2026, 3, 13), datetime(2026, 3, 13, 23, tzinfo=UTC)),
    (date(2026, 3, 28), datetime(2026, 3, 28, 23, tzinfo=UTC)),  # before the day of 23 hours
    (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),  # the day of 23 hours
    (date(2026, 10, 24), datetime(2026, 10, 24, 22, tzinfo=UTC)),  # before the day of 25 hours
    (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),  # the day of 25 hours
]
BEFORE = datetime(2026, 3, 1, tzinfo=UTC)


def set_deadline(day: date) -> None:
    from innspill.stages.consultations.core.deadline import end_of_day

    row = Consultation.objects.get()
    row.definition |= {"deadline": day.isoformat()}
    row.deadline_at = end_of_day(day, "Europe/Oslo")
    row.save()


def extend(line: str, day: date | None, staff: Staff) -> None:
    body = Body.objects.get(name=line)
    Extension.objects.create(body=body, last_day=day, by=staff.lead, at=BEFORE)


def plain_line() -> str:
    return Body.objects.filter(collective=False).values_list("name", flat=True)[0]


@pytest.mark.parametrize(("day", "midnight"), MIDNIGHTS)
def test_the_last_microsecond_of_the_day_is_in_time_and_the_next_is_not(
    answering: Answering, work_on: WorkOn, rows: Rows, day: date, midnight: datetime
) -> None:
    set_deadline(day)
    for name, at in (
        ("Fjordvik", midnight - TICK),
        ("Granmo", midnight),
        ("Moen", midnight + TICK),
    ):
        answering(f"{name} kommune", at=at)
    work_on()
    assert [row.late for row in rows()] == [False, True, True]


@pytest.mark.parametrize(("day", "midnight"), MIDNIGHTS[1:])
def test_a_body_s_own_deadline_is_as_exact_and_holds_for_it_alone(
    answering: Answering, work_on: WorkOn, rows: Rows, *, recipient: Recipients, staff: Staff,
    day: date, midnight: datetime,
) -> None:  # fmt: skip
    line = plain_line()
    extend(line, day, staff)
    mine = recipient(line)
    draft = answering(line, recipient=mine, at=midnight - TICK)
    answering("Granmo kommune", at=midnight - TICK)
    answering(draft=draft, text="For sent.", at=midnight)
    work_on()
    late = {(row.name, row.standing): row.late for row in rows()}
    assert late == {
        (line, "superseded"): False,
        (line, "current"): True,
        ("Granmo kommune", "current"): True,
    }


def test_a_letter_of_a_body_with_more_time_is_in_time_though_no_link_was_used(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, staff: Staff
) -> None:
    line = plain_line()
    extend(line, date(2026, 3, 31), staff)
    hand_in("brev.txt", b"Vi er enige i planen.", sender=line, days=20)
    work_on()
    assert [row.late for row in rows()] == [False]


def test_more_time_that_is_given_afterwards_counts_and_so_does_its_refusal(
    answering: Answering, work_on: WorkOn, rows: Rows, recipient: Recipients, staff: Staff
) -> None:
    line = plain_line()
    answering(line, recipient=recipient(line), at=BEFORE + timedelta(days=20))
    work_on()
    (row,) = rows()
    assert row.late
    assert "late" in row.flags
    extend(line, date(2026, 3, 31), staff)
    assert work_on() > 0
    (row,) = rows()
    assert not row.late
    assert "late" not in row.flags
    extend(line, None, staff)
    work_on()
    assert rows()[0].late
    assert work_on() == 0


def test_without_a_deadline_nobody_is_late_whatever_a_body_was_granted(
    answering: Answering, work_on: WorkOn, rows: Rows, recipient: Recipients, staff: Staff
) -> None:
    line = plain_line()
    Consultation.objects.update(deadline_at=None)
    extend(line, date(2026, 3, 2), staff)
    answering(line, recipient=recipient(line), at=BEFORE + timedelta(days=20))
    work_on()
    assert not rows()[0].late
    assert work_on() == 0


def test_a_deadline_that_is_moved_for_all_is_followed(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    answering("Fjordvik kommune", at=BEFORE + timedelta(days=20))
    work_on()
    assert rows()[0].late
    set_deadline(date(2026, 4, 30))
    work_on()
    assert not rows()[0].late


def test_what_began_before_and_ended_after_the_deadline_is_taken_and_marked_late(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    _, midnight = MIDNIGHTS[0]
    answering("Fjordvik kommune", began_at=midnight - timedelta(minutes=5), at=midnight + TICK)
    work_on()
    assert [(row.late, row.standing) for row in rows()] == [(True, "current")]


def test_a_council_s_decision_added_after_the_deadline_does_not_make_the_answer_late(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    _, midnight = MIDNIGHTS[0]
    draft = answering("Fjordvik kommune", at=midnight - TICK)
    for days, name in ((10, "vedtak.pdf"), (11, "protokoll.pdf")):
        after = midnight + timedelta(days=days)
        drafting.add_file(
            draft, name=name, data=b"%PDF-1.4 " + name.encode(), kind="decision",
            store=wiring.store(), now=after,
        )  # fmt: skip
        handing_in.hand_in(draft, began_at=after, now=after)
    work_on()
    assert [(row.late, row.standing) for row in rows()] == [
        (False, "superseded"), (False, "superseded"), (False, "current"),
    ]  # fmt: skip
    assert rows()[2].received_at > midnight
    assert rows()[2].answered_at == midnight - TICK


def test_a_word_changed_after_the_deadline_is_late_whatever_was_added(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    _, midnight = MIDNIGHTS[0]
    draft = answering("Fjordvik kommune", at=midnight - TICK)
    answering(draft=draft, text="Vi er uenige.", at=midnight + timedelta(days=1))
    answering(draft=draft, text="Vi er enige.", at=midnight + timedelta(days=2))
    work_on()
    assert [row.late for row in rows()] == [False, True, True]
