"""Trays: what is set aside, by sifting or by a person, and taken on again; both ways to be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Conflict, NotAllowed
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people.queries import owners_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions, queries
from innspill.stages.intake.models import Delivery, SetAside
from innspill.stages.publication import queries as publication
from innspill.stages.register.models import Response
from tests.stages.conftest import IN_TIME, NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
Work = Callable[[], int]
TINDVANG = "hoyringssvar_Tindvang_kommune.docx"


def aside(number: int, staff: Staff, reason: str = "spam", **more: object) -> None:
    actions.set_aside_by_hand(number, reason=reason, by=staff.caseworker, now=NOW, **more)  # type: ignore[arg-type]


def move(number: int, slug: str, staff: Staff) -> int:
    return actions.move(
        number, to_slug=slug, by=staff.caseworker, now=NOW, store=wiring.store()
    ).number


def test_what_a_person_sets_aside_before_it_is_read_is_never_read(
    hand_in: HandIn, staff: Staff, work_on: Work
) -> None:
    number = hand_in("a.txt", b"Kjop piller").number
    aside(number, staff, note="Reklame")
    work_on()
    shown = queries.by_number(number)
    assert shown.set_aside is not None
    assert (shown.state, shown.set_aside.reason, shown.set_aside.by) == (
        "set-aside", "spam", "caseworker")  # fmt: skip
    assert not Response.objects.exists()
    line = JournalEntry.objects.get(verb="set-aside")
    assert (line.actor, line.detail["reason"]) == ("caseworker", "spam")


def test_what_was_registered_stands_no_more_and_is_counted_once(
    hand_in: HandIn, staff: Staff, work_on: Work, hearing: ConsultationShown
) -> None:
    number = hand_in(TINDVANG, sender="Tindvang kommune").number
    work_on()
    assert publication.ledger(hearing.id).published == 1
    aside(number, staff, "not-a-response")
    now = publication.ledger(hearing.id)
    assert (now.registered, now.set_aside, now.adds_up) == (0, (("not-a-response", 1),), True)
    work_on()
    now = publication.ledger(hearing.id)
    assert (now.published, now.withdrawn, now.adds_up) == (0, 1, True)
    assert publication.renditions_of(hearing.id) == []


def test_it_is_taken_on_again_as_a_response_of_its_own_with_the_time_that_it_came(
    hand_in: HandIn, staff: Staff, work_on: Work, hearing: ConsultationShown
) -> None:
    number = hand_in(TINDVANG, sender="Tindvang kommune").number
    work_on()
    aside(number, staff)
    work_on()
    again = move(number, hearing.slug, staff)
    work_on()
    response = Response.objects.get(reading__delivery__number=again)
    assert (response.standing, response.received_at) == ("current", IN_TIME)
    now = publication.ledger(hearing.id)
    assert (now.deliveries, now.registered, now.published, now.adds_up) == (2, 1, 1, True)
    assert queries.by_number(again).taken_on_from == number
    aside(again, staff)
    work_on()
    assert publication.ledger(hearing.id).published == 0
    assert move(again, hearing.slug, staff) == 3
    with pytest.raises(Conflict):
        move(number, hearing.slug, staff)


def test_a_copy_that_a_person_says_is_none_is_registered(
    hand_in: HandIn, staff: Staff, work_on: Work, hearing: ConsultationShown
) -> None:
    hand_in(TINDVANG, sender="Tindvang kommune")
    copy = hand_in(TINDVANG, sender="Tindvang kommune", days=1).number
    work_on()
    assert SetAside.objects.get().reason == "duplicate"
    again = move(copy, hearing.slug, staff)
    work_on()
    assert Response.objects.filter(reading__delivery__number=again).exists()


def test_a_copy_names_another_delivery_of_the_hearing_that_counts(
    hand_in: HandIn, staff: Staff
) -> None:
    one, two, three = (hand_in(f"{n}.txt", b"Hei").number for n in "abc")
    stray = hand_in("d.txt", b"Hei", slug="ingen").number
    for other in (None, two, stray, 99):
        with pytest.raises(BadInput, match="not one of this hearing"):
            aside(two, staff, "duplicate", duplicate_of=other)
    aside(two, staff, "duplicate", duplicate_of=one)
    with pytest.raises(BadInput, match="set aside itself"):
        aside(one, staff, "duplicate", duplicate_of=two)
    aside(three, staff, "duplicate", duplicate_of=one)
    assert queries.by_number(three).set_aside.duplicate_of == one  # type: ignore[union-attr]


def test_a_stray_is_sorted_better_and_still_found_by_who_looks_for_it(
    hand_in: HandIn, staff: Staff, hearing: ConsultationShown
) -> None:
    stray = hand_in("a.txt", b"Hei", slug="ingen").number
    aside(stray, staff, "spam")
    assert queries.trays(owners_of(staff.reader)) == [("spam", 1)]
    with pytest.raises(Conflict):
        aside(stray, staff, "bounce")
    move(stray, hearing.slug, staff)
    assert queries.trays(owners_of(staff.reader)) == []


def test_only_reasons_that_a_person_may_give_are_taken(hand_in: HandIn, staff: Staff) -> None:
    number = hand_in("a.txt", b"Hei").number
    for reason in ("virus", "unknown-hearing", "hei"):
        with pytest.raises(BadInput, match="by hand"):
            aside(number, staff, reason)
    with pytest.raises(NotAllowed):
        actions.set_aside_by_hand(number, reason="spam", by=staff.stranger, now=NOW)
    with pytest.raises(BadInput, match="no such delivery"):
        aside(99, staff)


def test_nobody_takes_on_what_lies_in_the_tray_of_another_owner(
    hand_in: HandIn, staff: Staff, hearing: ConsultationShown
) -> None:
    number = hand_in("a.txt", b"Hei").number
    aside(number, staff)
    with pytest.raises(NotAllowed):
        actions.move(number, to_slug=hearing.slug, by=staff.stranger, now=NOW, store=wiring.store())


def test_a_new_version_of_what_was_taken_on_is_a_version_of_it(
    staff: Staff, hearing: ConsultationShown
) -> None:
    given = {"channel": "web", "version_of": "draft-1-after-", "now": NOW, "store": wiring.store(),
             "consultation_slug": hearing.slug}  # fmt: skip
    first = actions.receive(
        files=[("svar.json", b"{}")], idempotency_key="draft-1-after-0", **given
    )  # type: ignore[arg-type]
    aside(first.number, staff)
    again = move(first.number, hearing.slug, staff)
    assert queries.by_number(again).replaces == first.number
    actions.take_back(first.number, now=NOW)
    assert queries.by_number(again).taken_back_at == NOW
    assert Delivery.objects.count() == 2
