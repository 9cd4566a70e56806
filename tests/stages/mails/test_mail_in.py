"""Mail that comes in: stored whole first, numbered once, answered by a receipt and never twice."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from django.test import override_settings

from innspill.pipeline import mail_in, wiring, work
from innspill.shared.people.models import Owner
from innspill.shared.post import queries as post
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.core.filled import AnswerGiven, FilledForm, Offered, SenderGiven
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.models import Delivery
from innspill.stages.register import queries as register
from tests import imap_server, mail_server
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)
SENDER = "Ungdommens bevegelsesråd"
WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@pytest.fixture
def hearing() -> ConsultationShown:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    return consultations.load(definition.model_copy(update={
        "opens": None, "one_response_per": "organisation"}), now=NOW)  # fmt: skip


def mail(subject: str = "Høringssvar 26/2051", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{SENDER} <post@bevegelse.example>"
    message["To"] = "post@narmiljo.example"
    message["Subject"] = subject
    message["Message-ID"] = headers.pop("message_id", "<en@bevegelse.example>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("Hei, vedlagt følger høringssvaret vårt.\n")
    return message


def with_form(message: EmailMessage, hearing: ConsultationShown, tick: str) -> EmailMessage:
    definition = hearing.definition
    first = definition.questions[0]
    answer = AnswerGiven(
        question=first.id, asked=first.text["nb"], text="Språket er klart.",
        offered=tuple(Offered(id=c.id, text=c.text["nb"], ticked=c.id == tick)
                      for c in first.choices),
    )  # fmt: skip
    filled = FilledForm(case_number=definition.case_number, title="",
                        senders=(SenderGiven(name=SENDER),), answers=(answer,))  # fmt: skip
    message.add_attachment(build_form(definition, "nb", filled), maintype=WORD[0],
                           subtype=WORD[1], filename="svar.docx")  # fmt: skip
    return message


def take_in(message: EmailMessage) -> int:
    return mail_in.take_in(message.as_bytes(), now=NOW, store=wiring.store()).number


def test_a_mail_is_kept_byte_for_byte_and_numbered_once_however_often_it_is_brought(
    hearing: ConsultationShown,
) -> None:
    raw = mail().as_bytes()
    numbers = {mail_in.take_in(raw, now=NOW, store=wiring.store()).number for _ in range(3)}
    (delivery,) = Delivery.objects.all()
    assert numbers == {delivery.number}
    assert wiring.store().get(delivery.items.get().sha256) == raw
    assert len(post.of(f"delivery {delivery.number}")) == 1


def test_the_same_message_id_with_other_bytes_is_another_delivery(
    hearing: ConsultationShown,
) -> None:
    assert take_in(mail()) != take_in(mail(subject="Høringssvar 26/2051, rettet"))


def test_a_mail_without_message_id_is_known_by_its_bytes_and_sender(
    hearing: ConsultationShown,
) -> None:
    raw = mail().as_bytes().replace(b"Message-ID: <en@bevegelse.example>\n", b"")
    other = raw.replace(b"post@bevegelse.example", b"leder@bevegelse.example")
    given = [mail_in.take_in(each, now=NOW, store=wiring.store()).number
             for each in (raw, raw, other)]  # fmt: skip
    assert given[0] == given[1] != given[2]


@pytest.mark.parametrize("subject", ["Svar 26/2051", "SV: sak 26-2051 lekeplasser", "26 / 2051"])
def test_the_case_number_in_the_subject_names_the_hearing(
    hearing: ConsultationShown, subject: str
) -> None:
    message = mail(subject)
    message.replace_header("To", "postmottak@narmiljo.example")
    take_in(message)
    assert Delivery.objects.get().consultation_id == hearing.id


def test_the_only_hearing_with_that_address_is_meant_where_no_number_is_said(
    hearing: ConsultationShown,
) -> None:
    take_in(mail("Innspill om husker"))
    assert Delivery.objects.get().consultation_id == hearing.id


def test_a_mail_for_no_hearing_is_numbered_and_lies_in_a_tray_with_its_reason(
    hearing: ConsultationShown,
) -> None:
    message = mail("Sak 126/20511")
    message.replace_header("To", "noen@annen.example")
    number = take_in(message)
    delivery = Delivery.objects.get()
    assert delivery.set_aside.reason == "unknown-hearing"
    assert "126/20511" in delivery.set_aside.explanation
    assert "ikke ut hvilken høring" in post.of(f"delivery {number}")[0].text


def test_a_subject_that_is_only_the_hearing_s_address_is_no_case_number(
    hearing: ConsultationShown,
) -> None:
    Consultation.objects.update(slug="lekeplasser")
    message = mail("lekeplasser")
    message.replace_header("To", "noen@annen.example")
    take_in(message)
    delivery = Delivery.objects.get()
    assert (delivery.consultation_id, delivery.asked_for) == (None, "lekeplasser")
    assert delivery.set_aside.reason == "unknown-hearing"


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"List_Id": "<alle.eksempel.no>"},
        {"Return_Path": "<>"},
        {"X_Autoreply": "yes"},
    ],
)
def test_what_a_program_sent_is_stored_and_not_answered(
    hearing: ConsultationShown, headers: dict[str, str]
) -> None:
    number = take_in(mail(**headers))
    assert not post.of(f"delivery {number}")


def test_programs_that_answer_each_other_end_after_a_day_of_receipts(
    hearing: ConsultationShown,
) -> None:
    numbers = [take_in(mail(message_id=f"<{each}@bevegelse.example>"))
               for each in range(mail_in.MOST_A_DAY + 3)]  # fmt: skip
    answered = [number for number in numbers if post.of(f"delivery {number}")]
    assert len(answered) == mail_in.MOST_A_DAY


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00\xff\xfe" * 400,
        b"From: =?utf-8?b?////?= <\xff@\xfe>\nSubject: =?x?q?=\nMessage-ID: <\n\n",
        b"Subject: " + b"a" * 500_000,
        b"From: a@b.no\r\nContent-Type: multipart/mixed\r\n\r\nuten skille",
        b"From: a@b.no, " * 9_000 + b"\n\nhei",
        b"\n\n",
    ],
)
def test_whatever_comes_is_stored(hearing: ConsultationShown, raw: bytes) -> None:
    receipt = mail_in.take_in(raw, now=NOW, store=wiring.store())
    assert wiring.store().get(receipt.files[0].sha256) == raw


def test_headers_of_a_mail_cannot_be_smuggled_into_its_receipt(hearing: ConsultationShown) -> None:
    message = (
        mail()
        .as_bytes()
        .replace(b"Subject: ", b"Subject: =?utf-8?q?x=0D=0ABcc=3A_offer=40x=2Eno=0D=0A?= ")
    )
    number = mail_in.take_in(message, now=NOW, store=wiring.store()).number
    with (
        mail_server.running() as server,
        override_settings(SMTP=server.url, MAIL_FROM="innspill@narmiljo.example"),
    ):
        work.run_until_idle()
        (sent,) = server.does.taken
    assert post.of(f"delivery {number}")[0].subject.count("\n") == 0
    assert sent["Bcc"] is None
    assert sent["Auto-Submitted"] == "auto-replied"
    assert sent["In-Reply-To"] == "<en@bevegelse.example>"


def test_a_form_comes_by_mail_is_registered_and_a_later_one_stands_instead(
    hearing: ConsultationShown,
) -> None:
    first = with_form(mail(), hearing, "yes")
    second = with_form(mail(message_id="<to@bevegelse.example>"), hearing, "no")
    with (
        imap_server.running() as mailbox,
        mail_server.running() as server,
        override_settings(IMAP=mailbox.url, SMTP=server.url, MAIL_FROM="innspill@narmiljo.example"),
    ):
        for message in (first, second):
            mailbox.put(message.as_bytes())
        assert work.fetch_mails() == 2
        assert mailbox.lying_in("INBOX") == []
        assert len(mailbox.lying_in("Behandlet")) == 2
        assert work.fetch_mails() == 0
        work.run_until_idle()
        receipts = server.does.taken
    rows = register.responses(hearing.slug, Owner.objects.all())
    assert [(row.name, row.standing) for row in rows] == [
        (SENDER, "superseded"), (SENDER, "current")]  # fmt: skip
    assert [mail["To"] for mail in receipts] == ["post@bevegelse.example"] * 2
    assert all("26/2051" in mail.get_body().get_content() for mail in receipts)


def test_what_cannot_be_stored_stays_in_the_mailbox(
    hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with imap_server.running() as mailbox, override_settings(IMAP=mailbox.url):
        mailbox.put(mail().as_bytes())
        with monkeypatch.context() as patch:
            patch.setattr("innspill.adapters.byte_store.FolderByteStore.put", full)
            assert work.fetch_mails() == 0
        assert len(mailbox.lying_in("INBOX")) == 1
        assert mailbox.seen("INBOX") == 0
        assert not Delivery.objects.exists()
        assert work.fetch_mails() == 1
