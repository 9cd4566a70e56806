"""A person's word on how responses stand, of what kind they are, and whether they came in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, NotAllowed
from innspill.shared.journal.models import JournalEntry
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.publication import queries as publication
from innspill.stages.register import actions, queries
from innspill.stages.register.models import ResponseSender, StandingWord
from innspill.stages.register.versions import lateness_of, versions
from tests.stages.conftest import IN_TIME, NOW, HandIn, Staff
from tests.stages.register.conftest import Rows

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
FIRST, SECOND = b"Vi er enige i planen.", b"Vi er uenige i planen."


@pytest.fixture
def two(hand_in: HandIn, work_on: WorkOn, rows: Rows) -> tuple[int, int]:
    """Two responses of one municipality, by row number."""
    hand_in("a.txt", FIRST, sender="Fjordvik kommune", days=1)
    hand_in("b.txt", SECOND, sender="Fjordvik kommune", days=2)
    work_on()
    first, second = rows()
    return first.id, second.id


def stands(rows: Rows) -> list[str]:
    return [row.standing for row in rows()]


def test_a_word_lets_both_stand_and_its_undoing_the_rule(
    two: tuple[int, int], rows: Rows, staff: Staff
) -> None:
    assert stands(rows) == ["superseded", "current"]
    actions.say_standing(two[1], "adds-to", two[0], by=staff.caseworker, now=NOW)
    assert stands(rows) == ["current", "current"]
    assert rows()[1].adds_to == rows()[0].reference
    actions.undo_standing(two[1], by=staff.caseworker, now=NOW)
    assert stands(rows) == ["superseded", "current"]
    assert rows()[1].adds_to is None
    assert StandingWord.objects.count() == 1, "the word is kept"
    with pytest.raises(BadInput):
        actions.undo_standing(two[1], by=staff.caseworker, now=NOW)
    assert publication.ledger().adds_up


def test_the_earlier_one_may_be_said_to_stand_instead(
    two: tuple[int, int], rows: Rows, staff: Staff
) -> None:
    actions.say_standing(two[0], "supersedes", two[1], by=staff.caseworker, now=NOW)
    assert stands(rows) == ["current", "superseded"]
    assert [each.why for each in versions(two[0])] == ["latest", "word-supersedes"]
    with pytest.raises(BadInput, match="none of them would stand"):
        actions.say_standing(two[1], "confirms", two[0], by=staff.caseworker, now=NOW)
    assert stands(rows) == ["current", "superseded"]


def test_a_new_word_takes_the_place_of_the_old_which_is_kept(
    two: tuple[int, int], rows: Rows, staff: Staff
) -> None:
    actions.say_standing(two[1], "alone", None, by=staff.caseworker, now=NOW)
    assert stands(rows) == ["current", "current"]
    actions.say_standing(two[1], "confirms", two[0], by=staff.caseworker, now=NOW)
    assert stands(rows) == ["superseded", "current"]
    assert StandingWord.objects.filter(undone_at__isnull=False).count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        StandingWord.objects.create(
            response_id=two[1], relation="alone", by=staff.caseworker, at=NOW
        )


def test_a_word_may_tie_responses_of_two_senders(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, staff: Staff
) -> None:
    hand_in("a.txt", FIRST, sender="Fjordvik kommune", days=1)
    hand_in("b.txt", SECOND, sender="Granmo kommune", days=2)
    work_on()
    draft, decision = rows()
    actions.say_standing(decision.id, "confirms", draft.id, by=staff.caseworker, now=NOW)
    assert stands(rows) == ["superseded", "current"]
    assert len(versions(draft.id)) == 2
    actions.undo_standing(decision.id, by=staff.caseworker, now=NOW)
    assert stands(rows) == ["current", "current"]


@pytest.mark.parametrize("relation", ["rubbish", "supersedes"])
def test_a_word_that_names_no_relation_or_no_other_is_refused(
    two: tuple[int, int], staff: Staff, relation: str
) -> None:
    before = JournalEntry.objects.count()
    for other in (None, two[1], 10**6):
        with pytest.raises(BadInput):
            actions.say_standing(two[1], relation, other, by=staff.caseworker, now=NOW)
    assert JournalEntry.objects.count() == before


def test_a_notice_and_an_addition_stand_beside_and_say_so(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, hearing: ConsultationShown
) -> None:
    hand_in("a.txt", FIRST, sender="Fjordvik kommune", days=1)
    hand_in("b.txt", b"Vi ber om utsatt frist til 1. mai.", sender="Granmo kommune", days=2)
    more = b"Tillegg til tidligere innsendt svar. R\xc3\xb8rene er fra 1962."
    hand_in("c.txt", more, sender="Fjordvik kommune", days=3)
    work_on()
    assert stands(rows) == ["current"] * 3
    first, notice, addition = rows()
    assert (notice.main_kind, addition.main_kind) == ("will-come", "addition")
    assert [each.why for each in versions(first.id)] == ["beside", "addition"]
    counts = queries.kind_counts(hearing.id)
    assert counts.adds_up
    assert dict(counts.main) == {"answer": 1, "will-come": 1, "addition": 1}
    leads = ResponseSender.objects.filter(lead=True).values_list("response", flat=True)
    assert list(leads) == [first.id]
    assert [each.notice for each in queries.answered(hearing.id)].count(True) == 1


def test_a_kind_is_corrected_and_the_standing_follows(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, staff: Staff
) -> None:
    hand_in("a.txt", FIRST, sender="Fjordvik kommune", days=1)
    more = b"Tillegg til tidligere innsendt svar. Vi er imot."
    hand_in("b.txt", more, sender="Fjordvik kommune", days=2)
    work_on()
    assert stands(rows) == ["current", "current"]
    second = rows()[1].id
    actions.say_kinds(second, [], by=staff.caseworker, now=NOW)
    assert stands(rows) == ["superseded", "current"]
    actions.say_kinds(second, ["addition"], by=staff.caseworker, now=NOW)
    assert stands(rows) == ["current", "current"]
    (kind,) = rows()[1].kinds
    assert (kind.by, kind.code) == ("caseworker", "addition")
    with pytest.raises(BadInput):
        actions.say_kinds(second, ["rubbish"], by=staff.caseworker, now=NOW)


def test_the_last_word_on_the_sender_is_undone_and_nothing_is_deleted(
    two: tuple[int, int], rows: Rows, staff: Staff
) -> None:
    second = two[1]
    with pytest.raises(BadInput):
        actions.undo_sender(second, by=staff.caseworker, now=NOW)
    names = ["Granmo kommune", "Moen kommune"]
    actions.settle_sender(second, names=names, by=staff.caseworker, now=NOW)
    assert stands(rows) == ["current", "current"]
    assert "joint" in {kind.code for kind in rows()[1].kinds}
    actions.undo_sender(second, by=staff.caseworker, now=NOW)
    assert stands(rows) == ["superseded", "current"]
    assert rows()[1].name == "Fjordvik kommune"
    assert "joint" not in {kind.code for kind in rows()[1].kinds}
    assert rows()[1].senders[0].settled_by is None
    assert ResponseSender.objects.filter(response=second).count() == 4
    actions.undo_sender(second, by=staff.caseworker, now=NOW)
    assert rows()[1].name == ", ".join(names)


def test_an_organisation_number_is_kept(two: tuple[int, int], rows: Rows, staff: Staff) -> None:
    numbers = {"Vannlaget": "123456785"}
    actions.settle_sender(
        two[0], names=["Vannlaget"], numbers=numbers, by=staff.caseworker, now=NOW
    )
    assert rows()[0].senders[0].number == "123456785"


def by_mail(hearing: ConsultationShown, *, late: timedelta) -> None:
    """A mail that we fetched after the deadline, and its server took before it."""
    assert hearing.deadline_at is not None
    raw = "From: Fjordvik kommune <post@fjordvik.example>\r\nSubject: Svar\r\n\r\nVi er enige.\r\n"
    intake.receive(
        consultation_slug=hearing.slug, channel="email", files=[("melding.eml", raw.encode())],
        claimed_sender="Fjordvik kommune", claimed_email="post@fjordvik.example",
        idempotency_key=f"{late}", now=hearing.deadline_at + late, store=wiring.store(),
        relayed_at=hearing.deadline_at - timedelta(minutes=2),
    )  # fmt: skip


def test_our_own_time_decides_until_a_lead_says_otherwise_with_a_reason(
    hearing: ConsultationShown, work_on: WorkOn, rows: Rows, staff: Staff
) -> None:
    by_mail(hearing, late=timedelta(minutes=3))
    work_on()
    (row,) = rows()
    assert row.late
    with pytest.raises(NotAllowed):
        actions.say_lateness(row.id, late=False, reason="x", by=staff.caseworker, now=NOW)
    with pytest.raises(BadInput):
        actions.say_lateness(row.id, late=False, reason=" ", by=staff.lead, now=NOW)
    reason = "Serveren hadde den 23.58."
    actions.say_lateness(row.id, late=False, reason=reason, by=staff.lead, now=NOW)
    work_on()
    (row,) = rows()
    assert not row.late
    assert "late" not in row.flags
    word = lateness_of(row.id)
    assert word is not None
    assert (word.reason, word.by) == (reason, "lead")
    line = JournalEntry.objects.filter(verb="lateness-said").get()
    assert reason not in str(line.detail), "the journal holds no free text"
    actions.undo_lateness(row.id, by=staff.lead, now=NOW)
    assert rows()[0].late
    with pytest.raises(BadInput):
        actions.undo_lateness(row.id, by=staff.lead, now=NOW)


def test_a_clock_that_is_stepped_between_receipt_and_storing_changes_nothing(
    hearing: ConsultationShown, work_on: WorkOn, rows: Rows
) -> None:
    assert hearing.deadline_at is not None
    tick = timedelta(microseconds=1)
    for at, step in enumerate((timedelta(hours=1), timedelta(hours=-1))):
        for received in (hearing.deadline_at - tick, hearing.deadline_at):
            name = f"{at} {received < hearing.deadline_at}"
            intake.receive(
                consultation_slug=hearing.slug, channel="email", files=[("a.txt", name.encode())],
                claimed_sender=f"Lag {name}", idempotency_key=name, now=received + step,
                received_at=received, store=wiring.store(),
            )  # fmt: skip
    work_on()
    assert sorted((row.received_at, row.late) for row in rows()) == [
        (hearing.deadline_at - tick, False), (hearing.deadline_at - tick, False),
        (hearing.deadline_at, True), (hearing.deadline_at, True),
    ]  # fmt: skip


def test_nothing_of_it_is_for_readers(two: tuple[int, int], staff: Staff) -> None:
    before = JournalEntry.objects.count()
    for person in (staff.reader, staff.administrator, staff.stranger):
        with pytest.raises(NotAllowed):
            actions.say_standing(two[1], "alone", None, by=person, now=NOW)
        with pytest.raises(NotAllowed):
            actions.say_kinds(two[1], [], by=person, now=NOW)
        with pytest.raises(NotAllowed):
            actions.undo_sender(two[1], by=person, now=NOW)
    assert JournalEntry.objects.count() == before
    assert IN_TIME < NOW
