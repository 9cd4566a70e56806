"""Handing in: the same receipt for the same, a new version for what was changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from innspill.pipeline import handing_in, receipt_mails, wiring
from innspill.pipeline.steps import STEPS
from innspill.shared.errors import Conflict
from innspill.shared.journal.canonical import instant
from innspill.shared.journal.models import JournalEntry
from innspill.shared.journal.verifying import check_files, check_receipt
from innspill.shared.post import queries as post
from innspill.stages.consultations.core.filled import NAME, FilledForm, from_bytes
from innspill.stages.drafting import actions, queries
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.core.retention import KEPT
from innspill.stages.drafting.models import Draft
from innspill.stages.intake import queries as intake
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.intake.models import Delivery, TakenBack
from tests.stages.conftest import NOW
from tests.stages.drafting.conftest import Writing

pytestmark = pytest.mark.django_db


def form_in(receipt: Receipt) -> FilledForm:
    return from_bytes(wiring.store().get(receipt.files[0].sha256))


def test_what_is_handed_in_is_the_form_as_it_was_filled_in(writing: Writing) -> None:
    writing.name("Fjordvik kommune", comment="Takk for et godt utkast.")
    writing.save("1", "Vi er enige.\r\n\r\nMen målene er mange.", ticks=["yes"])
    receipt = writing.hand_in()
    assert receipt.files[0].name == NAME
    form = form_in(receipt)
    answer = form.answer("1")
    assert answer is not None
    assert answer.text == "Vi er enige.\n\nMen målene er mange."
    assert answer.ticks == ("yes",)
    assert form.senders[0].name == "Fjordvik kommune"
    assert form.comment == "Takk for et godt utkast."


def test_attachments_go_along_under_names_that_differ(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    for name, data in (("svar.json", b"{}"), ("a.pdf", b"%PDF-1"), ("a.pdf", b"%PDF-2")):
        actions.add_file(writing.id, name=name, data=data, store=wiring.store(), now=writing.tick())
    receipt = writing.hand_in()
    names = [file.name for file in receipt.files]
    assert names == [NAME, "svar (2).json", "a.pdf", "a (2).pdf"]
    assert [file.name for file in form_in(receipt).files] == names[1:]


def test_the_same_submission_twice_gives_the_same_receipt(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    assert writing.hand_in() == writing.hand_in()
    assert Delivery.objects.count() == 1
    assert len(writing.shown.receipts) == 1


def test_a_crash_after_storing_gives_the_same_receipt_at_the_next_try(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing.name("Fjordvik kommune")

    def dies(*_: Any, **__: Any) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as crash:
        crash.setattr(handing_in.drafting_actions, "mark_handed_in", dies)
        with pytest.raises(RuntimeError):
            writing.hand_in()
    assert writing.shown.state == "open"
    receipt = writing.hand_in()
    assert (receipt.number, Delivery.objects.count()) == (1, 1)
    assert writing.shown.delivery == 1


def test_what_was_changed_after_a_crash_replaces_what_was_stored_before_it(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing.name("Fjordvik kommune")
    with monkeypatch.context() as crash:
        crash.setattr(handing_in.drafting_actions, "mark_handed_in", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            writing.hand_in()
    writing.save("1", "En ting til.")
    assert writing.hand_in().number == 2
    assert intake.by_number(2).replaces == 1


def test_what_is_changed_after_handing_in_is_a_new_version(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    writing.save("1", "Første.")
    writing.hand_in()
    assert not writing.shown.changed_since_handed_in
    writing.save("1", "Andre.")
    assert writing.shown.changed_since_handed_in
    second = writing.hand_in()
    writing.save("1", "Første.")
    third = writing.hand_in()
    assert [intake.by_number(r.number).replaces for r in (second, third)] == [1, 2]
    assert (third.number, writing.shown.delivery) == (3, 3)


def test_a_form_without_a_name_is_not_handed_in_and_nothing_is_lost(writing: Writing) -> None:
    writing.save("1", "Vi er enige.")
    with pytest.raises(Refused) as refused:
        writing.hand_in()
    assert (refused.value.code, refused.value.values) == ("missing", {"what": "organisation"})
    assert writing.text("1") == "Vi er enige."


def test_an_empty_answer_may_be_handed_in(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    actions.no_remarks(writing.id, now=writing.tick())
    assert form_in(writing.hand_in()).no_remarks


def test_when_the_respondent_began_is_in_the_journal(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    now = writing.tick()
    handing_in.hand_in(writing.id, began_at=now - timedelta(minutes=9), now=now)
    line = JournalEntry.objects.get(verb="draft-handed-in")
    assert line.detail["delivery"] == 1
    assert line.detail["began_at"] < instant(JournalEntry.objects.get(verb="received").at)


def test_the_receipt_verifies_against_the_stored_bytes(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    receipt = writing.hand_in()
    assert check_receipt(receipt.content)
    held = {file.name: wiring.store().get(file.sha256) for file in receipt.files}
    assert check_files(receipt.content, held)


def test_what_is_taken_back_can_be_opened_and_handed_in_again(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    writing.hand_in()
    handing_in.take_back(writing.id, now=writing.tick())
    assert writing.shown.state == "taken-back"
    with pytest.raises(Refused) as refused:
        writing.save("1", "Likevel.")
    assert refused.value.code == "taken-back"
    actions.reopen(writing.id, now=writing.tick())
    writing.save("1", "Likevel.")
    assert intake.by_number(writing.hand_in().number).replaces == 1
    assert list(TakenBack.objects.values_list("delivery__number", flat=True)) == [1]


def test_taking_back_takes_all_versions_back_and_once(writing: Writing) -> None:
    writing.name("Fjordvik kommune")
    writing.hand_in()
    writing.save("1", "Mer.")
    writing.hand_in()
    handing_in.take_back(writing.id, now=writing.tick())
    handing_in.take_back(writing.id, now=writing.tick())
    assert TakenBack.objects.count() == 2
    assert intake.by_number(2).taken_back_at is not None


def test_nothing_that_was_not_handed_in_is_taken_back(writing: Writing) -> None:
    with pytest.raises(Refused) as refused:
        handing_in.take_back(writing.id, now=writing.tick())
    assert refused.value.code == "nothing-handed-in"


def step(name: str) -> None:
    (found,) = [each for each in STEPS if each.name == name]
    for thing in found.pending():
        found.do(thing, now=NOW)


def test_the_receipt_goes_by_mail_once_with_the_whole_answer(writing: Writing) -> None:
    writing.name("Fjordvik kommune", email="post@fjordvik.example")
    writing.save("1", "Vi er enige.")
    receipt = writing.hand_in()
    step("receipt")
    step("receipt")
    (mail,) = post.of(f"draft {writing.id}")
    assert mail.to == "post@fjordvik.example"
    assert str(receipt.number) in mail.text
    assert mail.files == ("svar.pdf", "svar.docx", "kvittering-1.json", "kvittering-1.pdf")
    told = (f"Journallinje: {receipt.journal_position}", receipt.content["root"], "kvittering-1.json",
            *(file.sha256 for file in receipt.files))  # fmt: skip
    assert all(each in mail.text for each in told)
    writing.save("1", "Nei, uenige.")
    writing.hand_in()
    step("receipt")
    assert len(post.of(f"draft {writing.id}")) == 2


def test_the_receipt_leads_back_to_the_draft_where_the_address_of_the_server_is_known(
    writing: Writing, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://horing.example"
    writing.name("Fjordvik kommune", email="post@fjordvik.example")
    writing.hand_in()
    step("receipt")
    (mail,) = post.of(f"draft {writing.id}")
    link = next(line for line in mail.text.splitlines() if line.startswith("https://"))
    token = link.rstrip("/").rpartition("/")[2]
    assert queries.opened(token).role == "owner"


def test_a_decision_added_after_the_deadline_is_not_told_to_be_late(writing: Writing) -> None:
    writing.name("Fjordvik kommune", email="post@fjordvik.example")
    writing.hand_in()
    writing.tick(60 * 24 * 60)
    actions.add_file(
        writing.id, name="vedtak.pdf", data=b"%PDF-1", kind="decision", store=wiring.store(),
        now=writing.tick(),
    )  # fmt: skip
    writing.hand_in()
    step("receipt")
    writing.save("1", "Et ord til.")
    writing.hand_in()
    step("receipt")
    with_decision, with_more = post.of(f"draft {writing.id}")
    assert "etter høringsfristen" not in with_decision.text
    assert "etter høringsfristen" in with_more.text


@pytest.mark.parametrize("email", ["", "post@"])
def test_without_an_address_that_works_there_is_no_mail_and_no_mishap(
    writing: Writing, email: str
) -> None:
    writing.name("Fjordvik kommune", email=email)
    writing.hand_in()
    step("receipt")
    handing_in.take_back(writing.id, now=writing.tick())
    assert not post.of(f"draft {writing.id}")


def test_taking_back_is_confirmed_by_mail(writing: Writing) -> None:
    writing.name("Fjordvik kommune", email="post@fjordvik.example")
    writing.hand_in()
    handing_in.take_back(writing.id, now=writing.tick())
    (mail,) = post.of(f"draft {writing.id}")
    assert "trukket" in mail.subject


def test_drafts_that_nobody_handed_in_are_deleted_some_time_after_the_hearing(
    writing: Writing,
) -> None:
    from innspill.stages.consultations.models import Consultation

    writing.save("1", "Aldri sendt.")
    sent = Writing(actions.begin(writing.shown.hearing.id, language="nb", now=writing.now))
    sent.name("Fjordvik kommune")
    sent.hand_in()
    Consultation.objects.update(status="assessment")
    hearing = Consultation.objects.get()
    assert hearing.deadline_at is not None
    late = hearing.deadline_at + KEPT
    assert actions.forget_abandoned(hearing.pk, now=late) == 0
    Consultation.objects.update(status="finished")
    assert actions.forget_abandoned(hearing.pk, now=late - timedelta(seconds=1)) == 0
    assert actions.forget_abandoned(hearing.pk, now=late) == 1
    assert list(Draft.objects.values_list("pk", flat=True)) == [sent.id]
    assert JournalEntry.objects.get(verb="drafts-forgotten").detail == {"drafts": 1}


def test_two_that_hand_in_different_texts_at_once_leave_one_that_stands(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both read the draft before either is stored; the second one stored replaces the first."""
    writing.name("Kari Nordmann")
    writing.save("1", "Før.")
    plain = handing_in._received

    def meanwhile(draft: Any, now: Any) -> Receipt:
        with monkeypatch.context() as once:
            once.setattr(handing_in, "_received", plain)
            writing.save("1", "Etter.")
            writing.hand_in()
        return plain(draft, now)

    monkeypatch.setattr(handing_in, "_received", meanwhile)
    writing.hand_in()
    first, second = Delivery.objects.order_by("number")
    assert second.replaces == first
    shown = writing.shown
    assert [receipt["number"] for receipt in shown.receipts] == [1, 2]
    assert (shown.delivery, shown.changed_since_handed_in) == (2, True)


def test_the_receipt_of_a_version_that_was_overtaken_is_kept(writing: Writing) -> None:
    writing.name("Kari Nordmann")
    first = writing.hand_in()
    writing.save("1", "Etter.")
    writing.hand_in()
    Draft.objects.filter(pk=writing.id).update(receipts=[dict(writing.shown.receipts[1])])
    actions.mark_handed_in(
        writing.id, delivery=1, receipt=first.content, based_on=NOW, began_at=NOW, now=NOW
    )
    shown = writing.shown
    assert [receipt["number"] for receipt in shown.receipts] == [1, 2]
    assert shown.delivery == 2


def test_two_that_send_the_same_receipt_send_it_once(writing: Writing) -> None:
    writing.name("Fjordvik kommune", email="post@fjordvik.example")
    writing.hand_in()
    receipt_mails.mail_receipt(writing.id, now=NOW)
    with pytest.raises(Conflict):
        receipt_mails.mail_receipt(writing.id, now=NOW)
    assert len(post.of(f"draft {writing.id}")) == 1
