"""Mails: the writer's own words apart from quotes and signature, attachments as files."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import FileRead
from tests.core.reading.blocks.word import document_of, p, word


def mail(text: str, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Kari Åsen <kari@testby.example>"
    message["To"] = "postmottak@etat.example"
    message["Subject"] = "Høringssvar – sak 22/448"
    message["Message-ID"] = "<1@testby.example>"
    message["Date"] = "Thu, 01 Sep 2022 10:00:00 +0200"
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, b.text) for b in document_of(bytes(mail(text))).blocks]


def test_headers_become_properties_in_words() -> None:
    said = document_of(bytes(mail("Hei"))).properties
    assert said["from"] == "Kari Åsen <kari@testby.example>"
    assert said["subject"] == "Høringssvar – sak 22/448"
    assert said["message_id"] == "<1@testby.example>"


@pytest.mark.parametrize(
    "history",
    [
        "> Vennligst svar",
        "Den 29. juni 2022 kl. 10:00 skrev Etat <a@b.example>:\n> Vennligst svar",
        "On Wed, 29 Jun 2022, Etat wrote:\nVennligst svar",
        "-----Opprinnelig melding-----\nFra: Etat\nVennligst svar",
        "Fra: Etat <a@b.example>\nSendt: 29. juni 2022\nTil: Kari\nEmne: Høring\n\nVennligst svar",
        "________________________________\nFrå: Etat\nSendt: 29. juni\nVennligst svar",
    ],
)
def test_quoted_history_is_never_the_writers_own_text(history: str) -> None:
    found = kinds(f"Vi støtter forslaget.\n\n{history}\n")
    assert found[0] == ("paragraph", "Vi støtter forslaget.")
    last = found[-1]
    assert last[0] == "quoted"
    assert last[1].endswith("Vennligst svar")
    assert all(kind == "quoted" for kind, text in found[1:] if not text.startswith("____"))


def test_answers_between_quoted_lines_stay_the_writers_own() -> None:
    found = kinds("> Spørsmål 1?\nJa.\n> Spørsmål 2?\nNei, fordi det koster.\n")
    assert [kind for kind, _ in found] == ["quoted", "paragraph", "quoted", "paragraph"]


def test_the_signature_is_marked_and_a_greeting_in_a_long_text_is_not() -> None:
    assert [k for k, _ in kinds("Svar.\n\nMed vennlig hilsen\nKari Åsen\nrådgiver\n")] == [
        "paragraph", "signature", "signature", "signature",
    ]  # fmt: skip
    long = (
        "Hilsen Kari\n"
        + "En lang setning om saken som slett ikke hører til noen signatur, men til svaret.\n" * 20
    )
    assert {kind for kind, _ in kinds(long)} == {"paragraph"}


def test_of_two_alternatives_the_fuller_one_is_read_once() -> None:
    rich = "<p>Hele svaret vårt står bare i denne delen av meldingen.</p>"
    assert [b.text for b in document_of(bytes(mail("Se HTML.", rich))).blocks] == [
        "Hele svaret vårt står bare i denne delen av meldingen."
    ]
    same = document_of(bytes(mail("Vi sier ja.", "<p>Vi sier ja.</p>"))).blocks
    assert [b.text for b in same] == ["Vi sier ja."]


def with_attachments() -> tuple[FileRead, ...]:
    message = mail("Se vedlegg.")
    for name in ("svar æøå.docx", "svar æøå.docx"):
        message.add_attachment(
            word(p("Svaret")), maintype="application", subtype="x", filename=name
        )
    message.add_attachment(mail("Videresendt tekst"))
    return read_file("post.eml", bytes(message))


def test_attachments_are_files_of_their_own_with_the_way_in_as_path() -> None:
    reads = with_attachments()
    assert [read.path for read in reads] == [
        "post.eml", "post.eml!/svar æøå.docx", "post.eml!/svar æøå (2).docx",
        "post.eml!/Høringssvar – sak 22-448.eml",
    ]  # fmt: skip
    documents = [read.document for read in reads]
    assert [d.blocks[0].text for d in documents if d] == [
        "Se vedlegg.", "Svaret", "Svaret", "Videresendt tekst",
    ]  # fmt: skip


def test_an_unknown_charset_does_not_lose_the_text() -> None:
    data = bytes(mail("Blåbær")).replace(b"utf-8", b"x-unknown-charset")
    assert document_of(data).blocks[0].text == "Blåbær"


def test_a_mail_with_a_broken_header_is_still_read() -> None:
    data = b"Date: =?bad?=\r\nFrom: @@<>,;:\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\nHei\r\n"
    assert document_of(data).blocks[0].text == "Hei"


def test_parts_within_parts_without_end_are_refused() -> None:
    nested = b"MIME-Version: 1.0\r\nFrom: a\r\nTo: b\r\nContent-Type: message/rfc822\r\n\r\n" * 3000
    reads = read_file("bombe.eml", nested + b"Hei")
    assert reads[-1].problem_code == "too-deep"


def test_a_body_too_deep_to_read_keeps_its_words_and_the_attachments() -> None:
    message = mail("", "<html><body>" + "<div>" * 3000 + "Vi sier ja.")
    message.add_attachment(word(p("Svaret")), maintype="a", subtype="b", filename="svar.docx")
    reads = read_file("post.eml", bytes(message))
    texts = ["".join(b.text for b in r.document.blocks).strip() for r in reads if r.document]
    assert texts == ["Vi sier ja.", "Svaret"]
