"""Reading a delivery: once, outside the lock, and what is doubtful becomes a flag."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.people.models import Owner
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.intake import queries as intake
from innspill.stages.reading import actions, queries
from innspill.stages.reading.core.responses import NamedBytes
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.reading.models import Reading
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
TWO_TICKS = "Høringssvar Eidsund kommune (1).docx"


def read(number: int, owner: Owner) -> None:
    shown = intake.delivery(number, [owner])
    assert shown is not None
    actions.read_next(shown.id, read_delivery=wiring.reader(), store=wiring.store(), now=NOW)


def test_a_delivery_is_read_once_however_often_it_is_tried(hand_in: HandIn, owner: Owner) -> None:
    number = hand_in("svar-vannlab.docx").number
    read(number, owner)
    read(number, owner)
    assert Reading.objects.count() == 1
    assert intake.unread() == []


def test_two_that_read_at_once_leave_one_reading(hand_in: HandIn, owner: Owner) -> None:
    """The second one begins before the first one has stored anything."""
    number = hand_in("svar-vannlab.docx").number
    shown = intake.delivery(number, [owner])
    assert shown is not None

    def slow(files: Sequence[NamedBytes], definition: Definition) -> tuple[ResponseRead, ...]:
        if not Reading.objects.exists():
            read(number, owner)
        return wiring.reader()(files, definition)

    actions.read_next(shown.id, read_delivery=slow, store=wiring.store(), now=NOW)
    assert Reading.objects.count() == 1


def test_what_is_stored_comes_back_as_it_was_read(hand_in: HandIn, owner: Owner) -> None:
    number = hand_in("svar-vannlab.docx").number
    read(number, owner)
    (shown,) = queries.readings_of(number, [owner])
    assert shown.read.kind == "form"
    assert {answer.question for answer in shown.read.answers} == {str(n) for n in range(1, 13)}
    assert shown.read.blocks
    assert shown.result["schema"] == "innspill/read/1"


def test_two_ticks_are_a_flag_that_a_person_settles_and_both_ticks_stay(
    hand_in: HandIn, owner: Owner, staff: Staff
) -> None:
    number = hand_in(TWO_TICKS).number
    read(number, owner)
    flags = queries.open_flags([owner])
    flag = next(
        each for each in flags if (each.code, each.question) == ("contradictory-ticks", "1")
    )
    assert flag.choices == ("yes", "no")
    actions.settle_flag(flag.id, value="no", note="Ringte dem.", by=staff.caseworker, now=NOW)
    (shown,) = queries.readings_of(number, [owner])
    answer = next(each for each in shown.read.answers if each.question == "1")
    assert (answer.ticks, answer.choice) == (("yes", "no"), "no")
    assert "settled" in answer.flags
    assert flag.id not in {each.id for each in queries.open_flags([owner])}


def test_the_last_word_on_a_flag_stands_and_the_earlier_is_kept(
    hand_in: HandIn, owner: Owner, staff: Staff
) -> None:
    read(hand_in(TWO_TICKS).number, owner)
    flag = next(each for each in queries.open_flags([owner]) if each.question == "1")
    for value in ("yes", queries.AS_IS):
        actions.settle_flag(flag.id, value=value, by=staff.caseworker, now=NOW)
    shown = queries.reading_of(flag.reading_id, [owner])
    assert shown is not None
    answer = next(each for each in shown.read.answers if each.question == "1")
    assert answer.choice is None


def test_a_tick_that_is_not_there_cannot_be_chosen(
    hand_in: HandIn, owner: Owner, staff: Staff
) -> None:
    read(hand_in(TWO_TICKS).number, owner)
    flag = next(each for each in queries.open_flags([owner]) if each.question == "1")
    with pytest.raises(BadInput):
        actions.settle_flag(flag.id, value="none", by=staff.caseworker, now=NOW)


@pytest.mark.parametrize("name", ["Høringssvar_Vestbygd_kommune.docx", "Svar med passord.docx"])
def test_what_cannot_be_read_is_set_aside_with_the_reason_and_keeps_its_number(
    hand_in: HandIn, owner: Owner, name: str, work_on: Callable[[], int]
) -> None:
    number = hand_in(name).number
    work_on()
    shown = intake.delivery(number, [owner])
    assert shown is not None
    assert shown.set_aside is not None
    assert shown.set_aside.reason == "unreadable"
    assert shown.set_aside.explanation


def test_files_with_the_same_name_in_one_delivery_are_kept_apart(
    hearing: object, owner: Owner
) -> None:
    from innspill.stages.intake import actions as intake_actions

    receipt = intake_actions.receive(
        consultation_slug="25-1734", channel="upload", idempotency_key="two", now=NOW,
        files=[("svar.txt", b"Vi er enige."), ("svar.txt", b"Vi er uenige.")],
        store=wiring.store(),
    )  # fmt: skip
    read(receipt.number, owner)
    (shown,) = queries.readings_of(receipt.number, [owner])
    assert shown.read.properties["attachments"] == "1-svar.txt"
    assert [each.text for each in shown.read.unplaced] == ["Vi er enige.", "Vi er uenige."]


def test_a_flag_that_doubts_nothing_is_told_and_waits_for_nobody(
    hand_in: HandIn, owner: Owner
) -> None:
    number = hand_in("datatryggleiksradet.txt").number
    read(number, owner)
    (shown,) = queries.readings_of(number, [owner])
    assert "no-remarks" in shown.read.flags
    assert "no-remarks" not in {flag.code for flag in shown.flags}
    assert "no-remarks" not in {flag.code for flag in queries.open_flags([owner])}
