"""The real hearing by mail alone: invited by SMTP, answered by mail, fetched by IMAP, sent on late."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.test import override_settings
from pytest_django.fixtures import Settings

from innspill.pipeline import wiring, work
from innspill.pipeline.importing import import_files
from innspill.shared.journal.verifying import check_receipt
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.handover import actions as handover
from innspill.stages.invitations import actions as invitations
from innspill.stages.invitations import queries as invited
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.core.letters import Facts, template
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow
from tests import imap_server, mail_server
from tests.imap_server import ImapServer
from tests.mail_server import MailServer
from tests.stages.conftest import Staff, staff_at

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.shared]
SENT = datetime(2022, 8, 20, 8, tzinfo=UTC)
IN_TIME = datetime(2022, 9, 7, 12, tzinfo=UTC)
LATE = datetime(2022, 9, 12, 7, tzinfo=UTC)
TOWN = "Drammen kommune"
MINISTRY = "postmottak@hod.example"


@pytest.fixture
def post(settings: Settings, tmp_path: Path) -> Iterator[tuple[MailServer, ImapServer]]:
    """A mail server that takes mails, and a mailbox that they are fetched from."""
    settings.HOME = tmp_path
    with mail_server.running() as smtp, imap_server.running() as imap:
        settings.SMTP, settings.MAIL_FROM = smtp.url, "innspill@ehelse.example"
        settings.IMAP = imap.url
        yield smtp, imap


@pytest.fixture
def hearing(db: None, shared_folder: Path) -> ConsultationShown:
    form, page = sorted((shared_folder / "seeds").glob("*.txt"))
    definition = import_files(page, form)
    return consultations.load(
        definition.model_copy(update={"status": "open", "opens": date(2022, 8, 20),
                                      "submit_email": "postmottak@ehelse.example"}),
        now=SENT,
    )  # fmt: skip


@pytest.fixture
def staff(hearing: ConsultationShown) -> Staff:
    return staff_at(Owner.objects.get(name=hearing.owner))


def at(moment: datetime) -> override_settings:
    return override_settings(NOW=moment.isoformat())


def invite(hearing: ConsultationShown, staff: Staff) -> None:
    towns = next(body for body, _, name in hearings.bodies_of(hearing.id) if "kommuner" in name)
    entry = Entry(TOWN, email="postmottak@drammen.example")
    invitations.expand(towns, [entry], by=staff.caseworker, now=SENT)
    letters = {language: template("invitation", language, Facts()) for language in LANGUAGES}
    everybody = [row.id for row in invited.of_hearing(hearing.id)]
    invitations.send(hearing.id, everybody, kind="invitation", letters=letters, sending="first",
                     base="https://horing.example", by=staff.caseworker, now=SENT)  # fmt: skip


def reply(to: EmailMessage, form: Path, number: int) -> bytes:
    """The municipality's answer: the form attached to a reply that quotes no case number."""
    message = EmailMessage()
    message["From"] = "Postmottak <postmottak@drammen.example>"
    message["To"] = "postmottak@ehelse.example"
    message["Subject"] = "SV: Invitasjon"
    message["Message-ID"] = f"<svar-{number}@drammen.example>"
    message["In-Reply-To"] = to["Message-ID"]
    message.set_content(f"Hei, vedlagt følger høringssvar fra {TOWN}.\n\nHilsen {TOWN}\n")
    message.add_attachment(form.read_bytes(), maintype="application",
                           subtype="vnd.openxmlformats-officedocument.wordprocessingml.document",
                           filename="svarskjema.docx")  # fmt: skip
    return message.as_bytes()


def answered(hearing: ConsultationShown) -> list[ResponseRow]:
    return register.responses(hearing.slug, Owner.objects.all())


def test_the_real_hearing_runs_by_mail_from_the_invitation_to_the_ministry(
    hearing: ConsultationShown,
    staff: Staff,
    post: tuple[MailServer, ImapServer],
    shared_folder: Path,
) -> None:
    smtp, imap = post
    forms = [shared_folder / "forms" / name
             for name in ("content-controls.docx", "glyphs.docx", "legacy-fields.docx")]  # fmt: skip
    with at(SENT):
        invite(hearing, staff)
        work.run_until_idle()
    (invitation,) = smtp.does.taken
    assert "https://horing.example/invitasjon/" in invitation.get_content()
    for number, (moment, form) in enumerate(
        zip((IN_TIME, IN_TIME.replace(day=8), LATE), forms, strict=True)
    ):
        imap.put(reply(invitation, form, number))
        with at(moment):
            assert work.fetch_mails() == 1
            work.run_until_idle()
    first, second, third = answered(hearing)
    assert {row.name for row in (first, second, third)} == {TOWN}
    assert [row.standing for row in (first, second, third)] == [
        "superseded", "superseded", "current"]  # fmt: skip
    assert [row.late for row in (first, second, third)] == [False, False, True]
    receipts = smtp.does.taken[1:]
    assert [mail["To"] for mail in receipts] == ["postmottak@drammen.example"] * 3
    for mail in receipts:
        proof, paper = mail.iter_attachments()
        assert paper.get_content().startswith(b"%PDF-")
        assert check_receipt(json.loads(proof.get_content()))
    with at(LATE):
        sent = handover.forward(hearing.slug, [third.id], to=MINISTRY, by=staff.lead, now=LATE,
                                store=wiring.store())  # fmt: skip
        work.run_until_idle()
    assert sent == 1
    forwarded = smtp.does.taken[-1]
    assert forwarded["To"] == MINISTRY
    original = message_from_bytes(next(iter(forwarded.iter_attachments())).get_content())
    assert forms[2].read_bytes() in [part.get_payload(decode=True) for part in original.walk()]
