"""Archives other than .zip, mailboxes as programs write them, and saved pages."""

from __future__ import annotations

import gzip
import io
import mailbox
import tarfile
import time
from pathlib import Path

import pytest

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.test_mail import mail
from tests.core.reading.blocks.word import document_of, p, word


def tape(*members: tuple[str, bytes]) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, data in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("lenke")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return content.getvalue()


def test_a_tape_archive_gives_its_files_and_follows_no_link() -> None:
    data = gzip.compress(tape(("../a.docx", word(p("Svaret"))), ("b.txt", b"hei")))
    reads = read_file("svar.tar.gz", data)
    assert [(read.path, read.problem_code) for read in reads] == [
        ("svar.tar.gz", None), ("svar.tar.gz!/unpacked", None),
        ("svar.tar.gz!/unpacked!/a.docx", None), ("svar.tar.gz!/unpacked!/b.txt", None),
    ]  # fmt: skip


def test_a_packed_file_that_unpacks_without_end_or_is_cut_is_refused() -> None:
    bomb = gzip.compress(b"\0" * (513 << 20), 1)
    assert read_file("a.gz", bomb)[0].problem_code == "too-big"
    assert read_file("a.gz", gzip.compress(b"hei" * 100)[:-12])[0].problem_code == "damaged"


@pytest.mark.parametrize(
    ("start", "word_for_it"),
    [(b"Rar!\x1a\x07\x01\0", "RAR"), (b"7z\xbc\xaf\x27\x1c\0", "7-Zip"), (b"\xfd7zXZ\0", "xz")],
)
def test_an_archive_that_is_not_read_is_named_with_what_to_do(
    start: bytes, word_for_it: str
) -> None:
    (read,) = read_file("svar.zip", start + b"x" * 100)
    assert read.problem_code == "unknown-format"
    assert word_for_it in (read.problem or "")
    assert ".zip" in (read.problem or "")


def test_a_mailbox_that_a_program_wrote_gives_every_mail_as_it_was(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "innboks")
    texts = ["Hei\n\nFrom 2019 har vi ventet.\n", "Andre\n\n> From i fjor\n", "Tredje\n"]
    for text in texts:
        box.add(mailbox.mboxMessage(mail(text)))
    box.flush()
    reads = read_file("innboks", (tmp_path / "innboks").read_bytes())
    said = ["\n".join(b.text for b in read.document.blocks) for read in reads if read.document]
    assert said[1:] == ["Hei\nFrom 2019 har vi ventet.", "Andre\n> From i fjor", "Tredje"]


def test_a_mailbox_of_thousands_is_read_to_its_end() -> None:
    one = b"From a@b Thu Sep  1 10:00:00 2022\nFrom: a\nTo: b\nMessage-ID: <1>\n\nHei\n\n"
    started = time.process_time()
    reads = read_file("innboks", one * 2_000)
    assert sum(read.document is not None for read in reads) == 2_001
    assert time.process_time() - started < 10


def test_a_page_that_a_browser_saved_is_a_page_and_no_mail() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/\r\n"
        b"Subject: =?utf-8?Q?H=C3=B8ring?=\r\nDate: Thu, 1 Sep 2022 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://x.example/\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>Sp=C3=B8rsm=C3=A5l</h1>"
        b"<p><input type=3Dcheckbox checked id=3Dq1_yes> Ja</p></body></html>\r\n--b\r\n"
        b"Content-Type: text/css\r\nContent-Location: cid:css\r\n\r\np {color: red}\r\n--b--\r\n"
    )
    reads = read_file("side.mht", data)
    assert [read.path for read in reads] == ["side.mht"]
    document = document_of(data)
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("heading", "Spørsmål"), ("paragraph", "☒ Ja"),
    ]  # fmt: skip
    assert (document.media_type, document.properties["title"]) == ("text/html", "Høring")


MARKDOWN = "# Høringssvar\n\nSpørsmål 1\n==========\n\n- [x] Ja\n- [ ] Nei\n\nSe noten[^1].\n\n[^1]: Kilde.\n"


def test_headings_tasks_and_notes_of_markdown_are_known() -> None:
    blocks = document_of(MARKDOWN.encode()).blocks
    assert [(b.kind, b.text, b.level) for b in blocks if b.kind == "heading"] == [
        ("heading", "# Høringssvar", 1), ("heading", "Spørsmål 1", 1),
    ]  # fmt: skip
    assert [box.ticked for b in blocks for box in b.boxes] == [True, False]
    assert [(n.start, n.end, n.mark) for b in blocks for n in b.notes] == [(8, 12, "1")]
    assert [(b.mark, b.text) for b in blocks if b.kind == "footnote"] == [("1", "[^1]: Kilde.")]


@pytest.mark.parametrize("charset", ["cp865", "cp850"])
def test_letters_of_the_old_charsets_are_guessed_right(charset: str) -> None:
    text = (
        "Vi ønsker at brøyting på bruene skjer først på Årdal.\nHæ? Åpent året rundt, også høst.\n"
        * 3
    )
    document = document_of(text.encode(charset))
    assert document.blocks[0].text.startswith("Vi ønsker at brøyting på")
    assert "charset-guessed" in document.flags


def test_a_text_cut_within_a_letter_keeps_all_others() -> None:
    text = "Vi ønsker rekkverk på alle bruer, også i Ås og på Hønefoss. Blåbær og rømmegrøt. Å".encode()
    document = document_of(text[:-1])
    assert document.blocks[0].text == text.decode()[:-1] + "\ufffd"
    assert "charset-guessed" in document.flags


def test_who_says_latin_1_and_uses_the_dashes_of_windows_means_windows() -> None:
    head = b"From: a\r\nTo: b\r\nMessage-ID: <1>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n"
    assert document_of(head + "Ås – «bru»".encode("cp1252")).blocks[0].text == "Ås – «bru»"
