"""Outlook messages and packages: their text, whatever form it has, and what is attached."""

from __future__ import annotations

import struct

import pytest

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.outlook_files import (
    BINARY,
    BYTES,
    LONG,
    TIME,
    UNICODE,
    Property,
    attachment,
    compound,
    enclosed,
    message,
    packed_rtf,
)
from tests.core.reading.blocks.test_mail import mail
from tests.core.reading.blocks.word import document_of, p, word

SENT: list[Property] = [
    (0x001A, UNICODE, "IPM.Note"), (0x0037, UNICODE, "Høringssvar – sak 22/448"),
    (0x0C1A, UNICODE, "Kari Åsen"), (0x5D01, UNICODE, "kari@testby.example"),
    (0x0E04, UNICODE, "Postmottak"), (0x0039, TIME, 133_064_928_000_000_000),
]  # fmt: skip
PLAIN: Property = (0x1000, UNICODE, "Vi støtter forslaget.\r\n\r\nMed hilsen\r\nKari Åsen\r\n")


def msg(*properties: Property) -> bytes:
    return compound(message([*SENT, *properties]))


def test_an_outlook_message_says_what_a_mail_says_under_the_same_names() -> None:
    document = document_of(msg(PLAIN))
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("paragraph", "Vi støtter forslaget."), ("signature", "Med hilsen"),
        ("signature", "Kari Åsen"),
    ]  # fmt: skip
    assert document.properties == {
        "from": "Kari Åsen <kari@testby.example>", "to": "Postmottak",
        "subject": "Høringssvar – sak 22/448", "date": "Thu, 01 Sep 2022 08:00:00 +0000",
    }  # fmt: skip


def test_the_headers_that_it_came_with_are_believed_first() -> None:
    headers = "From: =?utf-8?q?K=C3=A5re?= <k@x.example>\r\nMessage-ID: <7@x.example>\r\n\r\n"
    said = document_of(msg(PLAIN, (0x7D, UNICODE, headers))).properties
    assert (said["from"], said["message_id"]) == ("Kåre <k@x.example>", "<7@x.example>")


@pytest.mark.parametrize("page", [1252, 28591, 65001])
def test_html_is_read_in_its_own_charset(page: int) -> None:
    charset = {1252: "cp1252", 28591: "iso-8859-1", 65001: "utf-8"}[page]
    html = "<html><body><p>Blåbær <s>Ja</s></p></body></html>".encode(charset)
    (block,) = document_of(msg((0x3FDE, LONG, page), (0x1013, BINARY, html))).blocks
    assert (block.text, [e.kind for e in block.emphases]) == ("Blåbær Ja", ["struck-out"])


def test_letters_of_an_older_message_are_read_in_its_code_page() -> None:
    tree = message([(0x3FFD, LONG, 865), (0x1000, BYTES, "Blåbær på Ås")], charset="cp865")
    assert document_of(compound(tree)).blocks[0].text == "Blåbær på Ås"


RTF = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}"
    rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Bl\'e5b\u230?r, kap. 2 \{a\}\htmlrtf }\htmlrtf0 "
    rb"{\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 nei{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0{\*\htmltag72 </p>}}"
)


def test_the_html_within_packed_rtf_is_taken_out_of_it() -> None:
    (block,) = document_of(msg((0x1009, BINARY, packed_rtf(RTF)))).blocks
    assert (block.text, [e.kind for e in block.emphases]) == ("Blåbær, kap. 2 {a}nei", ["bold"])


def test_rtf_that_was_made_from_nothing_else_gives_its_words() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}F\'f8rste\par Andre}"
    assert [b.text for b in document_of(msg((0x1009, BINARY, packed_rtf(rtf)))).blocks] == [
        "Første", "Andre",
    ]  # fmt: skip


def test_packed_rtf_with_references_is_unpacked_as_the_specification_shows() -> None:
    from innspill.stages.reading.core.formats.outlook_rtf import unpacked

    # The example of MS-OXRTFCP, 3.1.1.
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0"
        .replace(" ", "")
    )  # fmt: skip
    assert unpacked(packed, 1000) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_attachments_come_in_order_and_a_message_within_is_a_mail() -> None:
    inner = message([*SENT, PLAIN], attachment("b.docx", word(p("Indre"))), header=24)
    tree = message([*SENT, PLAIN], attachment("a.docx", word(p("Svaret"))), enclosed(inner))
    reads = read_file("post.msg", compound(tree))
    title = "post.msg!/Høringssvar – sak 22-448.eml"
    assert [read.path for read in reads] == [
        "post.msg", "post.msg!/a.docx", title, f"{title}!/b.docx",
    ]  # fmt: skip
    texts = [read.document.blocks[0].text for read in reads if read.document]
    assert texts == ["Vi støtter forslaget.", "Svaret", "Vi støtter forslaget.", "Indre"]
    again = read_file("post.msg", compound(tree))
    assert [read.sha256 for read in again] == [read.sha256 for read in reads]


def test_a_picture_in_the_text_is_told_from_an_attachment() -> None:
    html: Property = (0x1013, BINARY, b'<p>Hei <img src="cid:logo@1"></p>')
    logo = attachment("logo.png", b"\x89PNG\r\n\x1a\n", (0x3712, UNICODE, "logo@1"))
    reads = read_file("post.msg", compound(message([*SENT, html], logo)))
    assert [read.path for read in reads] == ["post.msg", "post.msg!/inline/logo.png"]


def test_a_message_that_was_cut_is_damaged_and_never_half_read() -> None:
    long: Property = (0x1000, UNICODE, "Vi støtter forslaget. " * 3000)
    whole = msg(long)
    for end in (len(whole) // 4, len(whole) // 2, len(whole) - 600):
        (read,) = read_file("post.msg", whole[:end])
        assert (read.document, read.problem_code) == (None, "damaged")


def test_what_nobody_wrote_is_flagged() -> None:
    for kind, flag in (
        ("REPORT.IPM.Note.NDR", "bounce"),
        ("REPORT.IPM.Note.IPNRN", "read-receipt"),
    ):
        assert flag in document_of(msg(PLAIN, (0x1A, UNICODE, kind))).flags


def tnef(*attributes: tuple[int, bytes]) -> bytes:
    """A winmail.dat with `attributes` (name and bytes)."""
    listed = b"".join(
        struct.pack("<BII", 1, name, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
        for name, data in attributes
    )
    return b"\x78\x9f\x3e\x22\x01\x00" + listed


def property_of(name: int, kind: int, data: bytes) -> bytes:
    head = struct.pack("<HHII", kind, name, 1, len(data))
    return head + data + b"\0" * (-len(data) % 4)


def winmail() -> bytes:
    named = property_of(0x3707, UNICODE, "Høringssvar æøå.docx\0".encode("utf-16-le"))
    body = property_of(0x1009, BINARY, packed_rtf(RTF))
    return tnef(
        (0x00069007, struct.pack("<II", 1252, 0)), (0x00069003, struct.pack("<I", 1) + body),
        (0x00069002, b"\0" * 14), (0x00018010, b"HRINGS~1.DOC\0"),
        (0x0006800F, word(p("Svaret"))), (0x00069005, struct.pack("<I", 1) + named),
    )  # fmt: skip


def test_what_is_in_a_winmail_dat_is_as_if_attached_to_the_mail() -> None:
    post = mail("")
    post.add_attachment(
        winmail(), maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    reads = read_file("post.eml", bytes(post))
    assert [read.path for read in reads] == ["post.eml", "post.eml!/Høringssvar æøå.docx"]
    texts = [read.document.blocks[0].text for read in reads if read.document]
    assert texts == ["Blåbær, kap. 2 {a}nei", "Svaret"]


def test_a_winmail_dat_by_itself_is_read_and_a_cut_one_says_so() -> None:
    reads = read_file("winmail.dat", winmail())
    assert [read.path for read in reads] == ["winmail.dat", "winmail.dat!/Høringssvar æøå.docx"]
    (cut, *_) = read_file("winmail.dat", winmail()[:-40])
    assert cut.document is not None
    assert "damaged-part" in cut.document.flags
