"""Sifting through the real steps: with a real scanner's socket, a real reader, and what waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.test import override_settings

from innspill.pipeline import doctor, mail_in, wiring, work
from innspill.shared.journal import queries as journal
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions, queries
from innspill.stages.intake.models import Delivery
from innspill.stages.publication import queries as publication
from innspill.stages.reading.models import Reading
from tests import clamd_server
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW, staff_at

pytestmark = pytest.mark.django_db
WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
LETTER = SAMPLES / "trygt-vann" / "responses" / "Brev fra Universitetet i Nordvest.docx"


@pytest.fixture
def hearing(db: None) -> ConsultationShown:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    return consultations.load(definition.model_copy(update={"opens": None}), now=NOW)


@pytest.fixture(autouse=True)
def sums_hold() -> Iterator[None]:
    yield
    assert publication.ledger().adds_up


def mail(subject: str = "Innspill", attached: bytes = b"", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Rådet <post@bevegelse.example>"
    message["To"] = "post@narmiljo.example"
    message["Subject"] = subject
    message["Message-ID"] = f"<{subject}{len(headers)}@bevegelse.example>".replace(" ", "")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("Vi mener at alle barn skal ha en trygg lekeplass.\n")
    if attached:
        message.add_attachment(attached, maintype=WORD[0], subtype=WORD[1], filename="svar.docx")
    return message


def sifted(message: EmailMessage | bytes) -> queries.DeliveryShown:
    raw = message if isinstance(message, bytes) else message.as_bytes()
    number = mail_in.take_in(raw, now=NOW, store=wiring.store()).number
    work.run_until_idle()
    assert journal.mishaps() == []
    return queries.by_number(number)


def reason(shown: queries.DeliveryShown) -> str:
    return shown.set_aside.reason if shown.set_aside else ""


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-generated", "Precedence": "bulk"},
        {"Auto_Submitted": "auto-replied"},
        {"X_Autoreply": "yes"},
    ],
)
def test_a_case_system_that_marks_its_mails_as_sent_by_a_program_is_heard(
    hearing: ConsultationShown, headers: dict[str, str]
) -> None:
    shown = sifted(mail("Svar fra sak og arkiv", LETTER.read_bytes(), **headers))
    assert (shown.state, reason(shown)) == ("registered", "")
    assert shown.remarks


def test_what_a_form_on_the_web_mails_in_its_text_is_heard(hearing: ConsultationShown) -> None:
    shown = sifted(mail("Nytt svar i skjema", Auto_Submitted="auto-generated"))
    assert (shown.state, shown.remarks) == ("registered", ("auto-generated",))


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"Auto_Submitted": "auto-replied"}, "auto-reply"),
        ({"Content_Type": "multipart/report; report-type=disposition-notification"}, "auto-reply"),
        ({"Content_Type": "multipart/report; report-type=delivery-status"}, "bounce"),
        ({"X_Failed_Recipients": "a@b.example"}, "bounce"),
        ({"X_Spam_Flag": "YES"}, "spam"),
    ],
)
def test_what_is_no_response_is_numbered_lies_in_its_tray_and_is_not_read(
    hearing: ConsultationShown, headers: dict[str, str], why: str
) -> None:
    message = mail()
    kind = headers.pop("Content_Type", "")
    if kind:
        message.replace_header("Content-Type", kind)
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    shown = sifted(message)
    assert (reason(shown), Reading.objects.count()) == (why, 0)
    assert queries.trays(Owner.objects.all()) == [(why, 1)]


def test_a_mail_that_the_server_calls_spam_is_read_where_it_names_the_case(
    hearing: ConsultationShown,
) -> None:
    shown = sifted(mail("Svar i sak 26/2051", X_Spam_Flag="YES"))
    assert (shown.state, shown.remarks) == ("registered", ("marked-spam",))


def test_a_mail_for_no_hearing_stays_in_its_tray_with_what_was_seen(
    hearing: ConsultationShown,
) -> None:
    message = mail("Sak 126/20511", X_Spam_Flag="YES")
    message.replace_header("To", "noen@annen.example")
    shown = sifted(message)
    assert (reason(shown), shown.remarks) == ("unknown-hearing", ("spam", "marked-spam"))


def test_a_mail_that_is_too_big_is_stored_and_opened_by_nobody(
    hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: object) -> None:
        raise AssertionError("somebody opened it")

    monkeypatch.setattr(wiring, "reader", opened)
    monkeypatch.setattr("innspill.pipeline.returned_mails.notice_in", opened)
    raw = mail().as_bytes() + b"x" * 2_000
    with override_settings(MAIL_LIMIT=2_000):
        shown = sifted(raw)
    assert reason(shown) == "too-big"
    assert wiring.store().get(shown.files[0].sha256) == raw


def test_a_virus_is_found_in_an_attachment_and_named(hearing: ConsultationShown) -> None:
    with clamd_server.running() as server, override_settings(CLAMD=server.address):
        bad = sifted(mail("Svar 26/2051", clamd_server.EICAR))
        good = sifted(mail("Enda et svar"))
    assert bad.set_aside is not None
    assert (bad.set_aside.reason, bad.set_aside.explanation) == ("virus", "Eicar-Test-Signature")
    assert good.state == "registered"
    assert not Reading.objects.filter(delivery=bad.id).exists()


def test_while_the_scanner_is_down_what_comes_waits_and_is_read_when_it_is_back(
    hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("innspill.adapters.clamd._REST", 0.0)
    with clamd_server.running() as server:
        address = server.address
    with override_settings(CLAMD=address):
        wiring._scanner.cache_clear()
        scanner = wiring.scanner()
        assert scanner is not None
        monkeypatch.setattr(scanner, "_rest", 0.0)
        shown = sifted(mail("Svar 26/2051"))
        assert (shown.state, queries.unsifted_since()) == ("new", (1, NOW))
        assert not Reading.objects.exists()
        finding = doctor._virus_scanner()
        assert not finding.well
        assert "waits, unread" in finding.says
        with clamd_server.running() as back:
            monkeypatch.setattr(scanner, "place", wiring.place_of(back.address))
            work.run_until_idle()
    assert queries.by_number(shown.number).state == "registered"


def test_a_file_that_the_scanner_does_not_take_is_set_aside_and_not_waited_for(
    hearing: ConsultationShown,
) -> None:
    with clamd_server.running() as server, override_settings(CLAMD=server.address):
        server.most = 100
        shown = sifted(mail("Svar 26/2051"))
    assert reason(shown) == "too-big"


def test_what_comes_when_a_hearing_is_finished_waits_for_a_person_and_late_ones_do_not(
    hearing: ConsultationShown,
) -> None:
    lead = staff_at(Owner.objects.get(name=hearing.owner)).lead
    for phase in ("closed", "assessment"):
        consultations.set_phase(hearing.id, phase, by=lead, now=NOW - timedelta(days=1))  # type: ignore[arg-type]
    late = sifted(mail("Sent svar 26/2051"))
    assert late.state == "registered"
    consultations.set_phase(hearing.id, "finished", by=lead, now=NOW)
    after = sifted(mail("Veldig sent svar 26/2051"))
    assert reason(after) == "closed-hearing"
    on = actions.move(after.number, to_slug=hearing.slug, by=lead, now=NOW, store=wiring.store())
    work.run_until_idle()
    assert queries.by_number(on.number).state == "registered"


def test_the_mail_server_s_time_is_kept_beside_ours_and_decides_nothing(
    hearing: ConsultationShown,
) -> None:
    line = "from a by post.narmiljo.example; Sun, 1 Mar 2026 19:47:37 +0100"
    shown = sifted(b"Received: " + line.encode() + b"\r\n" + mail("26/2051").as_bytes())
    assert shown.received_at == NOW
    assert shown.relayed_at is not None
    assert shown.relayed_at.isoformat() == "2026-03-01T18:47:37+00:00"
    forged = line.replace("2026", "2027").encode()
    shown = sifted(b"Received: " + forged + b"\r\n" + mail("26/2051 igjen").as_bytes())
    assert shown.relayed_at is None
    assert Delivery.objects.count() == 2
