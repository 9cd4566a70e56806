"""What was answered on the web: whose it is, which version stands, and what was taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from innspill.pipeline import handing_in, wiring
from innspill.stages.consultations.models import Body
from innspill.stages.drafting import actions as drafting
from innspill.stages.intake import queries as intake
from innspill.stages.invitations.models import Recipient
from innspill.stages.publication import queries as publication
from innspill.stages.publication.models import Rendition
from innspill.stages.register.core.outright import BY_LINK, SAYS_ORGANISATION, SAYS_PERSON
from tests.stages.conftest import IN_TIME, HandIn
from tests.stages.register.conftest import Answering, Rows

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
Recipients = Callable[..., Recipient]
DAY = timedelta(days=1)


def standing(rows: Rows) -> list[str]:
    return [row.standing for row in rows()]


def sums_hold() -> None:
    assert publication.ledger().adds_up
    counted = intake.counts(None)
    aside = sum(many for _, many in counted.set_aside)
    assert counted.deliveries == counted.registered + aside + counted.unprocessed


def plain_line() -> str:
    return Body.objects.filter(collective=False).values_list("name", flat=True)[0]


def test_a_sender_given_outright_needs_no_guess(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    answering("Vestbygda velforening")
    work_on()
    (row,) = rows()
    (sender,) = row.senders
    assert (sender.name, sender.kind, sender.certainty) == (
        "Vestbygda velforening", "organisation", "certain",
    )  # fmt: skip
    assert sender.grounds == (SAYS_ORGANISATION, "not invited")


def test_a_private_person_says_so_and_is_believed(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    answering("Xander Qvigstad", kind="person")
    work_on()
    (sender,) = rows()[0].senders
    assert (sender.kind, sender.certainty, sender.grounds) == ("person", "certain", (SAYS_PERSON,))


def test_a_person_with_the_name_of_an_organisation_is_unsure(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    answering("Fjordvik kommune", kind="person")
    work_on()
    assert not rows()[0].sender_is_sure


def test_several_senders_make_it_joint_in_their_order(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    answering("Fjordvik kommune", "Granmo kommune", "Vestbygda velforening")
    work_on()
    (row,) = rows()
    assert row.name == "Fjordvik kommune, Granmo kommune, Vestbygda velforening"
    assert "joint" in row.flags


def test_supporting_another_s_response_is_adherence_to_the_named_body(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    answering("Vestbygda velforening", text="", supports=plain_line().lower())
    work_on()
    assert rows()[0].supports == plain_line()


def test_a_personal_link_is_certain_of_its_body(
    answering: Answering, work_on: WorkOn, rows: Rows, recipient: Recipients
) -> None:
    answering("Seksjon for drikkevann", recipient=recipient(plain_line()))
    work_on()
    (sender,) = rows()[0].senders
    assert (sender.name, sender.body, sender.via) == (
        "Seksjon for drikkevann", plain_line(), "invited",
    )  # fmt: skip
    assert (sender.certainty, sender.grounds) == ("certain", (BY_LINK,))


def test_a_member_of_a_collective_line_answers_for_it_by_its_link(
    answering: Answering, work_on: WorkOn, rows: Rows, recipient: Recipients
) -> None:
    line = Body.objects.filter(collective=True).values_list("name", flat=True)[0]
    answering("Vestbygda vasslag", recipient=recipient("Vestbygda vasslag", line=line))
    work_on()
    (sender,) = rows()[0].senders
    assert (sender.name, sender.body, sender.via) == ("Vestbygda vasslag", line, "member")


def test_a_link_used_by_another_invited_body_is_for_a_person_to_settle(
    answering: Answering, work_on: WorkOn, rows: Rows, recipient: Recipients
) -> None:
    names = Body.objects.filter(collective=False).values_list("name", flat=True)
    mine, other = names[0], names[1]
    answering(other, recipient=recipient(mine))
    work_on()
    (row,) = rows()
    assert row.senders[0].body == other
    assert f"but came through the personal link of {mine}" in row.senders[0].grounds
    assert not row.sender_is_sure


def test_an_adviser_who_writes_as_a_private_person_is_not_their_employer(
    answering: Answering, work_on: WorkOn, rows: Rows, recipient: Recipients
) -> None:
    answering("Kari Nordmann", kind="person", recipient=recipient(plain_line()))
    work_on()
    (sender,) = rows()[0].senders
    assert (sender.kind, sender.body, sender.certainty) == ("person", None, "certain")


@pytest.mark.parametrize("kind", ["organisation", "person"])
@pytest.mark.parametrize("each", [True, False])
def test_a_new_version_takes_the_place_of_the_earlier_whatever_the_hearing_s_rule(
    answering: Answering, work_on: WorkOn, rows: Rows, *, one_each: Callable[[bool], None],
    kind: str, each: bool,
) -> None:  # fmt: skip
    one_each(each)
    draft = answering("Kari Nordmann", kind=kind)
    work_on()
    answering(draft=draft, text="Vi er uenige.", at=IN_TIME + DAY)
    work_on()
    assert standing(rows) == ["superseded", "current"]
    assert rows()[0].superseded_by == rows()[1].reference
    sums_hold()


def test_going_back_to_the_first_text_is_a_version_and_no_copy(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    draft = answering("Fjordvik kommune", text="Ja.")
    for day, text in ((1, "Nei."), (2, "Ja.")):
        answering(draft=draft, text=text, at=IN_TIME + day * DAY)
    work_on()
    assert standing(rows) == ["superseded", "superseded", "current"]
    sums_hold()


def test_a_version_under_another_name_leaves_nothing_standing_of_the_old_one(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    draft = answering("Fjordvik kommune")
    work_on()
    answering("Granmo kommune", draft=draft, at=IN_TIME + DAY)
    work_on()
    assert [(row.name, row.standing) for row in rows()] == [
        ("Fjordvik kommune", "superseded"), ("Granmo kommune", "current"),
    ]  # fmt: skip


def test_an_answer_that_a_version_replaced_does_not_come_back_when_its_key_is_settled_anew(
    answering: Answering, work_on: WorkOn, rows: Rows, hand_in: HandIn
) -> None:
    draft = answering("Fjordvik kommune")
    answering("Granmo kommune", draft=draft, at=IN_TIME + DAY)
    work_on()
    hand_in("brev.txt", b"Vi er enige i planen.", sender="Fjordvik kommune", days=5)
    work_on()
    assert standing(rows) == ["superseded", "current", "current"]


def test_a_body_that_answers_twice_by_mail_and_on_the_web_has_one_that_stands(
    answering: Answering, work_on: WorkOn, rows: Rows, hand_in: HandIn
) -> None:
    hand_in("brev.txt", b"Vi er enige i planen.", sender="Fjordvik kommune", days=1)
    answering("Fjordvik kommune", text="Vi er uenige.", at=IN_TIME + 2 * DAY)
    work_on()
    assert standing(rows) == ["superseded", "current"]


def test_what_is_taken_back_is_withdrawn_and_taken_from_the_public(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    draft = answering("Fjordvik kommune")
    work_on()
    assert Rendition.objects.filter(replaced_at=None).count() == 1
    handing_in.take_back(draft, now=IN_TIME + DAY)
    assert standing(rows) == ["withdrawn"]
    assert not Rendition.objects.filter(replaced_at=None).exists()
    work_on()
    assert standing(rows) == ["withdrawn"]
    sums_hold()


def test_what_is_taken_back_before_anybody_read_it_is_registered_and_never_public(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    draft = answering("Fjordvik kommune")
    handing_in.take_back(draft, now=IN_TIME + DAY)
    work_on()
    assert standing(rows) == ["withdrawn"]
    assert not Rendition.objects.exists()
    sums_hold()


def test_no_version_stands_when_the_last_one_is_taken_back(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    draft = answering("Kari Nordmann", kind="person")
    answering(draft=draft, text="Nei.", at=IN_TIME + DAY)
    work_on()
    handing_in.take_back(draft, now=IN_TIME + 2 * DAY)
    work_on()
    assert standing(rows) == ["withdrawn", "withdrawn"]
    drafting.reopen(draft, now=IN_TIME + 3 * DAY)
    answering(draft=draft, text="Kanskje.", at=IN_TIME + 4 * DAY)
    work_on()
    assert standing(rows) == ["withdrawn", "withdrawn", "current"]
    sums_hold()


def test_an_earlier_letter_stands_again_when_what_replaced_it_is_taken_back(
    answering: Answering, work_on: WorkOn, rows: Rows, hand_in: HandIn
) -> None:
    hand_in("brev.txt", b"Vi er enige i planen.", sender="Fjordvik kommune", days=1)
    draft = answering("Fjordvik kommune", text="Nei.", at=IN_TIME + 2 * DAY)
    work_on()
    handing_in.take_back(draft, now=IN_TIME + 3 * DAY)
    work_on()
    assert standing(rows) == ["current", "withdrawn"]


def test_an_attachment_is_part_of_the_answer_and_no_response_of_its_own(
    answering: Answering, work_on: WorkOn, rows: Rows
) -> None:
    draft = answering("Fjordvik kommune")
    drafting.add_file(
        draft, name="vedtak.txt", data=b"Kommunestyret vedtok uttalelsen.", kind="decision",
        store=wiring.store(), now=IN_TIME + DAY,
    )  # fmt: skip
    handing_in.hand_in(draft, began_at=IN_TIME + DAY, now=IN_TIME + DAY)
    work_on()
    assert standing(rows) == ["superseded", "current"]
    sums_hold()
