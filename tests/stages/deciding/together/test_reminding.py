"""Colleagues are reminded once before the due day and once after it, never twice."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from innspill.pipeline import reminding, work
from innspill.shared.people import actions as people
from innspill.shared.post.models import Mail
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.deciding import actions
from innspill.stages.deciding.core.assigned import BEFORE, occasion
from innspill.stages.deciding.core.reminders import Reminded, reminder
from innspill.stages.deciding.models import Assignment
from tests.stages.conftest import NOW

from .conftest import Shared
from .test_assigning import decide

DUE = date(2026, 4, 20)
THEIRS = "kari@direktorat.example"


@pytest.fixture(autouse=True)
def mails_go_out(settings: Settings) -> None:
    """A server and a sender are set; nothing is sent, for no step of these tests sends."""
    settings.SMTP, settings.MAIL_FROM = object(), "horing@direktorat.example"
    settings.PUBLIC_ADDRESS = "https://horing.direktorat.example"


def at(settings: Settings, day: date) -> datetime:
    """The clock stands at eight that morning."""
    now = NOW.replace(year=day.year, month=day.month, day=day.day)
    settings.NOW = now.isoformat()
    return now


def run(now: datetime) -> None:
    """The step as the worker does it."""
    for assignment in reminding.due():
        reminding.remind(assignment, now=now)


def give(shared: Shared, **said: object) -> list[int]:
    filters = [CommentFilter(question=question) for question in {r.question for r in shared.rows}]
    plain = {"to": shared.staff.caseworker.pk, "due": DUE} | said
    return actions.assign(shared.hearing.id, filters, by=shared.staff.lead, now=NOW, **plain)  # type: ignore[arg-type]


def test_one_mail_tells_of_all_that_is_due_that_day_once_before_and_once_after(
    shared: Shared, settings: Settings
) -> None:
    people.set_email(shared.staff.caseworker, THEIRS, now=NOW)
    give(shared)
    for days, mails in ((-4, 0), (-3, 1), (-2, 1), (0, 1), (1, 2), (2, 2), (30, 2)):
        run(at(settings, DUE + timedelta(days=days)))
        assert Mail.objects.count() == mails, days
    soon, over = Mail.objects.order_by("pk")
    count = len(shared.rows)
    assert soon.to == THEIRS
    assert f"Du har fått {count} merknader å vurdere" in soon.text
    assert f"{count} gjenstår" in soon.text
    assert "Fristen er 20. april 2026." in soon.text
    assert f"https://horing.direktorat.example/saksbehandling/horinger/{shared.hearing.slug}/gjenstar/" in soon.text  # fmt: skip
    assert "Fristen var 20. april 2026." in over.text
    assert not [row for row in shared.rows if row.name in soon.text or row.text[:30] in soon.text]


def test_nobody_is_reminded_of_what_is_done_or_has_ended(
    shared: Shared, settings: Settings
) -> None:
    people.set_email(shared.staff.caseworker, THEIRS, now=NOW)
    assignments = give(shared)
    for assignment in assignments[1:]:
        actions.end_assignment(assignment, by=shared.staff.lead, now=NOW)
    decide(shared, [row.id for row in shared.rows])
    run(at(settings, DUE))
    assert not Mail.objects.exists()
    assert Assignment.objects.get(pk=assignments[0]).reminded_on == DUE


def test_of_another_unit_who_gave_it_away_is_reminded(shared: Shared, settings: Settings) -> None:
    people.set_email(shared.staff.lead, "leder@direktorat.example", now=NOW)
    unit = "Avdeling for " + "svært lange navn og " * 8
    give(shared, to=None, unit=unit)
    run(at(settings, DUE))
    mail = Mail.objects.get()
    assert mail.to == "leder@direktorat.example"
    assert " ".join(unit.split()) in mail.text


def test_somebody_without_an_address_or_who_left_gets_none(
    shared: Shared, settings: Settings
) -> None:
    give(shared)
    people.set_email(shared.staff.lead, THEIRS, now=NOW)
    give(shared, to=shared.staff.lead.pk)
    shared.staff.lead.memberships.all().delete()
    run(at(settings, DUE))
    assert not Mail.objects.exists()


def test_while_no_mail_goes_out_nothing_is_noted_as_told(
    shared: Shared, settings: Settings
) -> None:
    settings.SMTP = None
    people.set_email(shared.staff.caseworker, THEIRS, now=NOW)
    give(shared)
    settings.NOW = at(settings, DUE).isoformat()
    work.run_until_idle()
    assert not Assignment.objects.exclude(reminded_on=None).exists()


@given(due=st.dates(date(2026, 1, 1), date(2026, 12, 31)), days=st.lists(st.integers(0, 60)))
def test_however_the_days_go_by_each_occasion_comes_once_at_most(
    due: date, days: list[int]
) -> None:
    today, told = due - timedelta(days=30), []
    for step in days:
        today += timedelta(days=step)
        when = occasion(due, today, reminded="soon" in told, told_over="over" in told)
        if when == "soon":
            assert due - BEFORE <= today <= due
        if when == "over":
            assert today > due
        told += [when] if when else []
    assert len(told) == len(set(told))
    assert told in ([], ["soon"], ["over"], ["soon", "over"])


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ({"nb": "Vann"}, "høringen «Vann»"),
        ({"nn": "Vatn"}, "høyringa «Vatn»"),
        ({"en": "Water"}, "comments to decide in “Water”"),
    ],
)
def test_it_is_written_in_the_hearing_s_language(
    shared: Shared, title: dict[str, str], words: str
) -> None:
    definition: Definition = shared.hearing.definition.model_copy(update={"title": title})
    said = Reminded(left=2, comments=5, due=DUE)
    assert words in reminder(definition, "soon", said, "").text


def test_a_title_with_lines_of_its_own_adds_none_to_the_mail(shared: Shared) -> None:
    definition = shared.hearing.definition.model_copy(update={"title": {"nb": "A\r\nBcc: x@y.no"}})
    letter = reminder(definition, "over", Reminded(1, 1, DUE, unit="E\nF"), "https://x/")
    assert "\n" not in letter.subject
    assert "E F har fått 1 merknad" in letter.text
