"""Archives and the guard: members in turn, and refusals that say why."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.word import p, word


def packed(*members: tuple[str, bytes | str]) -> bytes:
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in members:
                package.writestr(name, data)
    return content.getvalue()


def only_code(data: bytes) -> str | None:
    (read,) = read_file("svar.docx", data)
    assert read.document is None
    assert read.problem
    return read.problem_code


def test_members_are_read_in_their_order_and_one_bad_member_stops_no_other() -> None:
    inner = packed(("b.txt", "inni"))
    data = packed(
        ("mappe/a.docx", word(p("Svar A"))), ("tom.txt", b""), ("__MACOSX/x", b"x"),
        ("bilde.png", b"\x89PNG\r\n\x1a\n123"), ("indre.zip", inner),
    )  # fmt: skip
    reads = read_file("svar.zip", data)
    assert [(read.path, read.problem_code) for read in reads] == [
        ("svar.zip", None), ("svar.zip!/mappe/a.docx", None), ("svar.zip!/tom.txt", "empty-file"),
        ("svar.zip!/bilde.png", "needs-ocr"), ("svar.zip!/indre.zip", None),
        ("svar.zip!/indre.zip!/b.txt", None),
    ]  # fmt: skip


def test_a_name_that_leads_out_of_the_archive_is_made_harmless() -> None:
    reads = read_file("a.zip", packed(("../../etc/passwd.txt", "x"), ("/rot.txt", "y")))
    assert [read.path for read in reads[1:]] == ["a.zip!/etc/passwd.txt", "a.zip!/rot.txt"]


def test_archives_within_archives_without_end_are_refused() -> None:
    data = packed(("a.txt", "bunn"))
    for _ in range(12):
        data = packed(("a.zip", data))
    assert read_file("a.zip", data)[-1].problem_code == "too-deep"


def test_the_name_of_a_file_is_never_believed() -> None:
    reads = read_file("svar.pdf", word(p("Hei")))
    assert reads[0].media_type.endswith("wordprocessingml.document")


DTD = '<!DOCTYPE x [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word(p("Hei")).replace(b"<w:document ", b"<w:documnet "), "damaged"),
        (word(p("Hei"))[:200], "damaged"),
        (packed(("[Content_Types].xml", "<Types/>")), "damaged"),
        (packed(("[Content_Types].xml", "a"), ("[Content_Types].xml", "b")), "duplicate-member"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "needs-conversion"),
        (b"{\\rtf1 }", "empty-file"),
        (packed(("mimetype", "application/vnd.oasis.opendocument.text")), "damaged"),
        (packed(("[Content_Types].xml", ""), ("xl/workbook.xml", "")), "damaged"),
        (b"\x89PNG\r\n\x1a\n", "needs-ocr"),
        (bytes(range(256)) * 20, "unknown-format"),
        (b"%PDF-1.7\nnothing", "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    assert only_code(data) == code


def main_part(xml: bytes) -> bytes:
    good = word(p("Hei"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(out, "w", 8) as target:
        for name in source.namelist():
            target.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (DTD.encode() + b"<x>&a;</x>", "refused"),
        (b" " * 5000 + DTD.encode() + b"<x/>", "refused"),
        ('<?xml version="1.0" encoding="utf-16"?><x/>'.encode("utf-16"), "refused"),
        (b"<x>" + b"a" * (65 << 20) + b"</x>", "too-big"),
        (b"<x>" + b"<a/>" * 4_100_000 + b"</x>", "too-big"),
        (b"<x>" * 300 + b"</x>" * 300, "too-deep"),
    ],
)
def test_a_hostile_part_is_refused_before_it_costs_anything(xml: bytes, code: str) -> None:
    assert only_code(main_part(xml)) == code


def test_a_declared_size_that_lies_is_found_out() -> None:
    data = main_part(b"<x>" + b"a" * (65 << 20) + b"</x>")
    lying = data.replace((65 * 2**20 + 7).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert only_code(lying) in ("too-big", "damaged")


def test_a_locked_member_stops_no_other() -> None:
    data = bytearray(packed(("a.txt", "en"), ("b.txt", "to")))
    for mark, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags_at] |= 1
    reads = read_file("a.zip", bytes(data))
    assert [(read.path, read.problem_code) for read in reads[1:]] == [
        ("a.zip!/a.txt", "encrypted"), ("a.zip!/b.txt", None),
    ]  # fmt: skip


def test_norwegian_names_of_older_archives_are_read_as_they_were_written() -> None:
    data = packed(("H?ringssvar.txt", "x")).replace(b"H?ring", "Høring".encode("cp850"))
    assert read_file("a.zip", data)[1].path == "a.zip!/Høringssvar.txt"


def test_the_mails_of_a_mailbox_file_are_read_in_turn() -> None:
    one = b"From a@b Thu Sep  1 10:00:00 2022\nFrom: a\nTo: b\nMessage-ID: <1>\n\nFrom: en\n"
    two = one.replace(b"From: en", b"to\n>From her")
    reads = read_file("innboks", one + b"\n" + two)
    texts = [[b.text for b in read.document.blocks] for read in reads if read.document]
    assert [read.path for read in reads] == ["innboks", "innboks!/1.eml", "innboks!/2.eml"]
    assert texts == [[], ["From: en"], ["to", "From her"]]


def test_a_word_document_that_shows_nothing_says_so() -> None:
    assert only_code(word(p(" "))) == "empty-file"
    assert only_code(word(p(" "), image="")) == "needs-ocr"
