"""Bytes and mail texts that nothing needs are forgotten; what a row refers to never is."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from django.apps import apps

from innspill.pipeline import forgetting, wiring
from innspill.shared.errors import Conflict
from innspill.shared.journal.models import JournalEntry
from innspill.shared.ports import Enclosure
from innspill.shared.post import actions as post
from innspill.shared.post import queries as mails
from innspill.shared.post.models import Mail
from innspill.shared.values import Sha256
from innspill.stages.consultations.actions.writing import as_json
from innspill.stages.consultations.core.definition import Paper, PaperFile
from innspill.stages.consultations.models import Consultation
from innspill.stages.drafting import actions as drafting
from innspill.stages.intake.models import Item
from tests.stages.conftest import NOW
from tests.stages.drafting.conftest import Writing

pytestmark = pytest.mark.django_db


def _kept() -> set[str]:
    return {path.name for path in wiring.store().folder.glob("*/*/*")}  # type: ignore[attr-defined]


def _sweep_much_later() -> None:
    for path in wiring.store().folder.glob("*/*/*"):  # type: ignore[attr-defined]
        os.utime(path, (0, 0))
    forgetting.sweep(0, NOW)


def _attached(writing: Writing, data: bytes) -> int:
    return drafting.add_file(
        writing.id, name="notat.pdf", data=data, store=wiring.store(), now=writing.tick()
    )


def test_only_what_no_row_refers_to_is_forgotten(writing: Writing) -> None:
    store = wiring.store()
    paper = store.put(b"%PDF paper")
    named = PaperFile(name="plan.pdf", sha256=paper, size=10)
    shown = writing.shown.hearing.definition
    papers = (*shown.papers, Paper(id="ny", title={"nb": "Ny"}, files=(named,)))
    changed = as_json(shown.model_copy(update={"papers": papers}))
    Consultation.objects.update(working=changed)
    writing.name("Kari Nordmann")
    sent, removed = _attached(writing, b"%PDF sent"), _attached(writing, b"%PDF removed")
    drafting.remove_file(writing.id, removed, now=writing.tick())
    writing.hand_in()
    drafting.remove_file(writing.id, sent, now=writing.tick())
    attached = _attached(writing, b"%PDF attached")
    mail = store.put(b"enclosed")
    post.queue(
        to="a@b.example", subject="x", text="y", about="draft 1", now=NOW, store=store,
        enclosures=[Enclosure("a.txt", "text/plain", b"enclosed")],
    )  # fmt: skip
    delivered = set(Item.objects.values_list("sha256", flat=True))
    orphan = store.put(b"half a request")
    _sweep_much_later()
    assert attached
    assert _kept() >= delivered | {paper, mail}
    assert len(_kept()) == len(delivered) + 3, "the removed one is gone, the attached one is there"
    with pytest.raises(KeyError):
        store.get(orphan)
    line = JournalEntry.objects.get(verb="bytes-forgotten")
    assert line.detail == {"files": 2}


def test_what_was_put_today_stays_though_no_row_refers_to_it_yet(db: None) -> None:
    fresh = wiring.store().put(b"on its way")
    forgetting.sweep(0, NOW)
    assert wiring.store().get(fresh) == b"on its way"


def test_it_is_done_once_a_day(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(forgetting.unswept()) == 1
    forgetting.sweep(0, wiring.clock().now())
    assert forgetting.unswept() == []


def test_every_column_that_names_bytes_is_asked_for_or_known_not_to() -> None:
    asked = {
        "publication.PublicFile.sha256",
        "intake.Item.sha256", "intake.Import.sha256", "drafting.DraftFile.sha256", "reports.Report.word_sha256",
        "reports.Report.excel_sha256", "reports.Report.pdf_sha256", "reports.Report.matrix_sha256", "handover.Package.sha256",
        "reports.Report.html_sha256", "reports.Report.json_sha256", "reports.ReportTemplate.sha256",
        "reports.Reply.letter_sha256",
    }  # fmt: skip
    no_bytes = {
        "reading.Reading.sha256": "a member of a file that was sent",
        "publication.Rendition.sha256": "what is shown, in the row itself",
    }
    found = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if "sha256" in field.name
    }
    assert found == asked | no_bytes.keys()


def _old_mail() -> Mail:
    number = post.queue(
        to="a@b.example", subject="Lenke", text="https://x/utkast/hemmelig/", about="draft 1",
        now=NOW, store=wiring.store(), enclosures=[Enclosure("a.txt", "text/plain", b"svar")],
    )  # fmt: skip
    return Mail.objects.get(pk=number)


def test_the_text_of_a_mail_goes_ninety_days_after_it_was_sent(db: None) -> None:
    mail = _old_mail()
    Mail.objects.filter(pk=mail.pk).update(sent_at=NOW, next_try_at=None)
    assert mails.to_clear(NOW + timedelta(days=89)) == []
    then = NOW + timedelta(days=90)
    assert mails.to_clear(then) == [mail.pk]
    assert post.clear(now=then) == 1
    mail.refresh_from_db()
    assert (mail.text, mail.enclosures, mail.subject) == ("", [], "Lenke")
    assert (mail.sent_at, mail.to) == (NOW, "a@b.example")
    assert mails.to_clear(then) == []


def test_a_mail_that_waits_keeps_its_text_however_old(db: None) -> None:
    _old_mail()
    assert mails.to_clear(NOW + timedelta(days=400)) == []


def test_a_mail_without_its_text_cannot_be_sent_again(db: None) -> None:
    mail = _old_mail()
    Mail.objects.filter(pk=mail.pk).update(failed_at=NOW, next_try_at=None)
    then = NOW + timedelta(days=90)
    post.clear(now=then)
    with pytest.raises(Conflict):
        post.send_again(mail.pk, actor="kari", now=then)


def test_a_file_of_a_mail_is_forgotten_with_its_text(db: None) -> None:
    mail = _old_mail()
    Mail.objects.filter(pk=mail.pk).update(sent_at=NOW, next_try_at=None)
    sha256 = Sha256(mail.enclosures[0]["sha256"])
    _sweep_much_later()
    assert wiring.store().get(sha256) == b"svar"
    post.clear(now=NOW + timedelta(days=90))
    _sweep_much_later()
    with pytest.raises(KeyError):
        wiring.store().get(sha256)
