"""Mails reach a real SMTP server whole, and what it says is understood."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.adapters.smtp_outbox import SmtpOutbox, message_of, server_of
from innspill.shared.errors import BadInput, PostRefused, PostUnavailable
from innspill.shared.ports import Enclosure, Letter
from tests import mail_server
from tests.mail_server import MailServer

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
SENDER = "horing@etat.example"


class Still:
    def now(self) -> datetime:
        return AT


def letter(**changed: object) -> Letter:
    fields: dict[str, object] = {
        "to": "post@kommune.example",
        "subject": "Høring: trygt vann til alle",
        "text": "Hei!\n\n  – ett\n  – to\n\nFrom oss\n.\nÆØÅ 🙂\n",
        "message_id": "0123abcd@etat.example",
        "from_name": "Etaten for «vann», ærlig & grei",
    }
    return Letter(**(fields | changed))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def listening() -> Iterator[MailServer]:
    with mail_server.running() as server:
        yield server


@pytest.fixture
def server(listening: MailServer) -> MailServer:
    listening.does.__init__()  # type: ignore[misc]
    return listening


@pytest.fixture
def outbox(server: MailServer) -> Iterator[SmtpOutbox]:
    box = SmtpOutbox(server_of(server.url), sender=SENDER, clock=Still())
    yield box
    box.close()


def test_a_mail_arrives_with_names_text_and_files_as_they_were(
    server: MailServer, outbox: SmtpOutbox
) -> None:
    files = (
        Enclosure("Høringssvar – kvittering (1).pdf", "application/pdf", bytes(range(256)) * 40),
        Enclosure("svar.txt", "text/plain", "en\r\nto\ntre æ\n".encode()),
    )
    outbox.send(letter(enclosures=files, reply_to="saksbehandler@etat.example"))
    [got] = server.does.taken
    assert got["From"].addresses[0].display_name == "Etaten for «vann», ærlig & grei"
    assert got["From"].addresses[0].addr_spec == SENDER
    assert got["Reply-To"] == "saksbehandler@etat.example"
    assert got["Subject"] == "Høring: trygt vann til alle"
    assert got["Message-ID"] == "<0123abcd@etat.example>"
    assert got["Auto-Submitted"] == "auto-generated"
    assert parsedate_to_datetime(got["Date"]) == AT
    body = got.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == letter().text
    received = [
        (part.get_filename(), part.get_payload(decode=True)) for part in got.iter_attachments()
    ]
    assert received == [(each.name, each.data) for each in files]


def test_no_line_on_the_wire_is_longer_than_the_rule(
    server: MailServer, outbox: SmtpOutbox
) -> None:
    outbox.send(letter(text="ord " * 3000 + "\n", subject="å" * 290, from_name="Ø" * 290))
    assert max(len(line) for line in server.does.raw[0].split(b"\r\n")) <= 998
    assert server.does.taken[0]["Subject"] == "å" * 290


@given(
    subject=st.text(min_size=1, max_size=300),
    name=st.text(max_size=300),
    file=st.text(max_size=120),
)
@settings(max_examples=120)
def test_no_text_makes_a_header_of_its_own(subject: str, name: str, file: str) -> None:
    enclosed = Enclosure(file, "application/pdf", b"x")
    message = message_of(
        letter(subject=subject + "\r\nBcc: alle@example.com", from_name=name, enclosures=(enclosed,)),
        sender=SENDER, clock=Still(),
    )  # fmt: skip
    head = message.as_bytes().split(b"\r\n\r\n", 1)[0]
    names = [line.split(b":")[0].lower() for line in head.split(b"\r\n") if line[:1] not in b" \t"]
    assert b"bcc" not in names
    assert sorted(names) == sorted(set(names))


def test_a_domain_with_norwegian_letters_is_written_as_servers_know_it(
    server: MailServer, outbox: SmtpOutbox
) -> None:
    outbox.send(letter(to="post@blåbær.example"))
    assert server.does.taken[0]["To"] == "post@xn--blbr-roah.example"


def test_one_connection_serves_several_mails(server: MailServer, outbox: SmtpOutbox) -> None:
    for number in range(5):
        outbox.send(letter(message_id=f"{number}@etat.example"))
    assert len(server.does.taken) == 5
    assert server.does.connections == 1


def test_an_address_that_the_server_refuses_is_refused_for_good(
    server: MailServer, outbox: SmtpOutbox
) -> None:
    server.does.replies["borte@kommune.example"] = ["550 5.1.1 No such user here"]
    with pytest.raises(PostRefused, match=r"^550 5\.1\.1 No such user here$"):
        outbox.send(letter(to="borte@kommune.example"))
    outbox.send(letter())
    assert len(server.does.taken) == 1


def test_what_the_server_puts_off_may_be_tried_again(
    server: MailServer, outbox: SmtpOutbox
) -> None:
    server.does.replies["post@kommune.example"] = ["451 4.7.1 Greylisted, try later", "250 OK"]
    with pytest.raises(PostUnavailable, match="Greylisted"):
        outbox.send(letter())
    outbox.send(letter())
    assert len(server.does.taken) == 1


def test_content_may_be_refused_or_put_off_too(server: MailServer, outbox: SmtpOutbox) -> None:
    server.does.data_replies = ["554 5.6.0 Looks like spam", "452 4.2.2 Mailbox full"]
    with pytest.raises(PostRefused, match="spam"):
        outbox.send(letter())
    with pytest.raises(PostUnavailable, match="full"):
        outbox.send(letter())


def test_a_sender_that_the_server_does_not_know_is_the_installation_s_fault_and_waits(
    server: MailServer, outbox: SmtpOutbox
) -> None:
    server.does.sender_reply = "550 5.7.1 Sender rejected"
    with pytest.raises(PostUnavailable, match="Sender rejected"):
        outbox.send(letter())


def test_a_server_that_hangs_up_may_be_tried_again(server: MailServer, outbox: SmtpOutbox) -> None:
    server.does.hang_up = 1
    with pytest.raises(PostUnavailable):
        outbox.send(letter())
    outbox.send(letter())
    assert len(server.does.taken) == 1


def test_a_slow_server_is_waited_for_only_so_long(server: MailServer) -> None:
    slow = SmtpOutbox(
        server_of(server.url.replace("timeout=2", "timeout=1")), sender=SENDER, clock=Still()
    )
    server.does.slow = 1.8
    with pytest.raises(PostUnavailable, match="timed out"):
        slow.send(letter())


def test_after_a_server_was_not_reached_the_next_mails_do_not_wait_for_it() -> None:
    nobody = mail_server.free_port()
    url = f"smtp://127.0.0.1:{nobody}?tls=none&timeout=2"
    box = SmtpOutbox(server_of(url), sender=SENDER, clock=Still())
    with pytest.raises(PostUnavailable, match=f"127.0.0.1:{nobody}"):
        box.send(letter())
    began = time.monotonic()
    for _ in range(300):
        with pytest.raises(PostUnavailable, match=f"127.0.0.1:{nobody}"):
            box.send(letter())
    assert time.monotonic() - began < 2


def test_starttls_with_login_and_only_with_a_trusted_certificate(tmp_path: Path) -> None:
    context, trusted = mail_server.certificate(tmp_path)
    tried: list[str] = []
    options = {"tls_context": context, "require_starttls": True, "auth_required": True,
               "authenticator": mail_server.only("etat", "pass:ord/@", tried)}  # fmt: skip
    with mail_server.running(**options) as server:
        url = f"smtp://etat:pass%3Aord%2F%40@127.0.0.1:{server.port}?timeout=3"
        with pytest.raises(PostUnavailable, match="certificate"):
            SmtpOutbox(server_of(url), sender=SENDER, clock=Still()).send(letter())
        box = SmtpOutbox(server_of(f"{url}&ca={trusted}"), sender=SENDER, clock=Still())
        box.send(letter())
        assert box.greet() == f"127.0.0.1:{server.port} (starttls)"
        assert len(server.does.taken) == 1
        wrong = url.replace("pass%3A", "feil")
        with pytest.raises(PostUnavailable, match=r"535|authentication"):
            SmtpOutbox(server_of(f"{wrong}&ca={trusted}"), sender=SENDER, clock=Still()).greet()


def test_a_server_that_cannot_encrypt_gets_nothing(server: MailServer) -> None:
    plain = server_of(f"smtp://127.0.0.1:{server.port}?timeout=2")
    with pytest.raises(PostUnavailable, match="STARTTLS"):
        SmtpOutbox(plain, sender=SENDER, clock=Still()).send(letter())
    assert server.does.taken == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://host", "no address of a mail server"),
        ("smtp://", "no address of a mail server"),
        ("smtp://host:port", "port or an option"),
        ("smtp://host?tls=maybe", "tls=maybe"),
        ("smtps://host?tls=none", "tls=none"),
        ("smtp://host?ttl=3", "ttl"),
        ("smtp://host?timeout=0", "timeout"),
        ("smtp://user:hemmelig@host.example?tls=none", "in the clear"),
        ("smtp://user:hemmelig%C3%A6@host.example", "outside ASCII"),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_without_its_password(url: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        server_of(url)
    assert "INNSPILL_SMTP" in str(refused.value)
    assert "hemmelig" not in str(refused.value)


def test_the_usual_ports_are_known() -> None:
    assert server_of("smtp://host").port == 587
    assert server_of("smtps://host").port == 465
    assert server_of("smtp://host?tls=none").port == 25
    assert server_of("smtp://[::1]:2525?tls=none").host == "::1"
