"""What mails are made of: every part read once, exact where it is a mail, flagged where damaged."""

from __future__ import annotations

import base64
import time

import pytest

from innspill.shared.values import sha256_of
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Document
from tests.core.reading.blocks.word import document_of

HEAD = (
    b"From: Kari <kari@testby.example>\r\nTo: etat@etat.example\r\nSubject: Svar\r\n"
    b"Message-ID: <1@x.example>\r\nMIME-Version: 1.0\r\n"
)
MIXED = HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'


def parts(*each: bytes, head: bytes = MIXED) -> bytes:
    return head + b"".join(b"--b\r\n" + part + b"\r\n" for part in each) + b"--b--\r\n"


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n"


def test_a_mail_within_the_mail_keeps_its_bytes() -> None:
    inner = HEAD + b"X-Odd:   spaces  \r\nContent-Type: text/plain\r\n\r\n  Hei \t\r\n\r\n"
    reads = read_file(
        "a.eml", parts(TEXT + b"Se under.", b"Content-Type: message/rfc822\r\n\r\n" + inner)
    )
    assert [read.path for read in reads] == ["a.eml", "a.eml!/Svar.eml"]
    assert reads[1].sha256 == sha256_of(inner)


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode("Blåbær".encode()),
        b"Content-Transfer-Encoding: BASE64\r\n\r\nQmzDpQ==\r\nYsOmcg==",
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nBl=C3=A5b=\r\n=C3=A6r",
        b"\r\n" + "Blåbær".encode(),
        b"\r\n" + "Blåbær".encode("cp1252"),
    ],
)
def test_text_is_read_through_every_encoding(body: bytes) -> None:
    assert texts(document_of(HEAD + b"Content-Type: text/plain\r\n" + body)) == ["Blåbær"]


def test_base64_with_holes_is_read_and_flagged() -> None:
    body = b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVp!!IGRl\r\nZ"
    document = document_of(HEAD + body)
    assert texts(document) == ["Hei de"]
    assert "damaged-part" in document.flags


NAMES = (
    b'filename="=?utf-8?B?SMO4cmluZ3NzdmFyLmRvY3g=?="',
    b"filename*=utf-8''H%C3%B8ringssvar.docx",
    b"filename*0*=utf-8''H%C3%B8rings; filename*1=svar.docx",
    'filename="Høringssvar.docx"'.encode(),
    'filename="Høringssvar.docx"'.encode("cp1252"),
    'filename="C:\\\\mappe\\\\Høringssvar.docx"'.encode(),
)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_are_read_however_they_are_written(name: bytes) -> None:
    file = b"Content-Type: application/x\r\nContent-Disposition: attachment; " + name + b"\r\n\r\nx"
    assert read_file("a.eml", parts(file))[1].path == "a.eml!/Høringssvar.docx"


def test_flowed_lines_are_one_paragraph_again() -> None:
    head = HEAD + b"Content-Type: text/plain; format=flowed\r\n\r\n"
    document = document_of(
        head + b"Vi er \r\nenige i \r\ndette.\r\nNy.\r\n> sitert \r\n> linje\r\n"
    )
    assert [(b.id, b.kind, b.text) for b in document.blocks] == [
        ("l1", "paragraph", "Vi er enige i dette."), ("l4", "paragraph", "Ny."),
        ("l5", "quoted", "> sitert linje"),
    ]  # fmt: skip


ALTERNATIVE = b'Content-Type: multipart/alternative; boundary="c"\r\n\r\n'


def alternative(plain: bytes, html: bytes) -> bytes:
    return ALTERNATIVE + b"--c\r\n" + TEXT + plain + b"\r\n--c\r\n" + html + b"\r\n--c--\r\n"


def test_a_file_that_only_one_alternative_has_is_not_lost() -> None:
    rich = (
        b'Content-Type: multipart/mixed; boundary="d"\r\n\r\n--d\r\n' + HTML + b"<p>Hei du</p>\r\n"
        b"--d\r\nContent-Type: application/x; name=svar.txt\r\n\r\nSvaret\r\n--d--\r\n"
    )
    reads = read_file("a.eml", HEAD + alternative(b"Hei du", rich))
    assert [read.path for read in reads] == ["a.eml", "a.eml!/svar.txt"]


def test_the_alternative_that_shows_a_tick_or_a_stroke_is_read() -> None:
    data = HEAD + alternative(b"Ja Nei", HTML + b"<p><s>Ja</s> Nei</p>")
    (block,) = document_of(data).blocks
    assert [e.kind for e in block.emphases] == ["struck-out"]


def test_alternatives_that_say_different_things_are_both_kept() -> None:
    one = "Vi støtter forslaget om rekkverk på alle bruer i kommunen vår fullt ut.".encode()
    other = "Vi er imot forslaget og ber om at det blir trukket så fort råd er.".encode()
    document = document_of(HEAD + alternative(one, HTML + b"<p>" + other + b"</p>"))
    assert "alternatives-differ" in document.flags
    assert [h.text for h in document.hidden if h.kind == "alternative"] == [other.decode()]


def test_what_is_signed_is_read_and_its_signature_is_no_attachment() -> None:
    head = HEAD + b'Content-Type: multipart/signed; boundary="b"\r\n\r\n'
    seal = b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nxx"
    reads = read_file("a.eml", parts(TEXT + b"Vi sier ja.", seal, head=head))
    assert [read.path for read in reads] == ["a.eml"]
    assert reads[0].document is not None
    assert texts(reads[0].document) == ["Vi sier ja."]
    assert reads[0].document.properties["signed"] == "pkcs7-signature"


def der(tag: int, *content: bytes) -> bytes:
    whole = b"".join(content)
    size = len(whole)
    length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + length + whole


def oid(text: str) -> bytes:
    return der(6, bytes.fromhex(text))


def wrapped(kind: str, inner: bytes) -> bytes:
    data, signed = "2a864886f70d010701", "2a864886f70d010702"
    content = der(0x30, oid(data), der(0xA0, der(4, inner)))
    body = der(0x30, der(2, b"\1"), der(0x31), content, der(0x31))
    sealed = der(0x30, oid(signed if kind == "signed-data" else data), der(0xA0, body))
    return (
        HEAD + f"Content-Type: application/pkcs7-mime; smime-type={kind}; name=smime.p7m\r\n".encode()
        + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(sealed)
    )  # fmt: skip


def test_a_mail_signed_as_a_whole_is_opened_and_a_locked_one_is_named() -> None:
    opened = document_of(wrapped("signed-data", TEXT + "Vi sier ja på Ås.".encode()))
    assert texts(opened) == ["Vi sier ja på Ås."]
    reads = read_file("a.eml", wrapped("enveloped-data", b"hemmelig"))
    assert reads[0].document is not None
    assert "encrypted" in reads[0].document.flags


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b'Content-Type: multipart/encrypted; boundary="b"\r\n\r\n--b\r\n\r\nx\r\n--b--',
        HEAD + b"\r\n-----BEGIN PGP MESSAGE-----\r\nxx\r\n-----END PGP MESSAGE-----\r\n",
    ],
)
def test_a_locked_mail_says_so(data: bytes) -> None:
    assert "encrypted" in document_of(data).flags


@pytest.mark.parametrize(
    ("head", "flag"),
    [
        (b"Auto-Submitted: auto-replied\r\n", "auto-reply"),
        (b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", "bounce"),
        (b"Content-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n",
         "read-receipt"),
    ],
)  # fmt: skip
def test_what_a_program_wrote_is_told_from_what_a_person_wrote(head: bytes, flag: str) -> None:
    assert flag in document_of(HEAD + head + b"\r\n--b\r\n\r\nIkke til stede\r\n--b--\r\n").flags
    sent_by_a_form = HEAD + b"Auto-Submitted: auto-generated\r\n\r\nVi sier ja."
    assert document_of(sent_by_a_form).flags == ()


def test_a_picture_in_the_text_is_told_from_an_attachment() -> None:
    html = HTML + b'<p>Hei <img src="cid:logo@1"></p>'
    logo = (
        b"Content-Type: image/png; name=logo.png\r\nContent-ID: <logo@1>\r\n\r\n\x89PNG\r\n\x1a\n"
    )
    scan = b"Content-Type: image/png; name=brev.png\r\nContent-ID: <2>\r\n\r\n\x89PNG\r\n\x1a\n2"
    paths = [read.path for read in read_file("a.eml", parts(html, logo, scan))]
    assert paths == ["a.eml", "a.eml!/inline/logo.png", "a.eml!/brev.png"]


def test_text_outside_of_all_parts_is_kept_apart() -> None:
    data = parts(TEXT + b"Hei").replace(b"--b\r\n", b"Foran\r\n--b\r\n", 1) + b"Etter\r\n"
    hidden = document_of(data).hidden
    assert [(h.kind, h.text) for h in hidden] == [
        ("outside-parts", "Foran"),
        ("outside-parts", "Etter"),
    ]


HOSTILE = {
    "parts without end": parts(*[TEXT + b"x"] * 3_000),
    "parts within parts": HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n' * 2_000,
    "boundaries without end": MIXED + b"--b\r\n" * 500_000,
    "almost a boundary": MIXED + b"--b" * 1_000_000,
    "twenty thousand receivers": HEAD.replace(
        b"To: ", b"To: " + b", ".join(b"=?utf-8?q?=C3=A5?= <a%d@x.no>" % n for n in range(20_000))
    ) + b"\r\nHei",
    "an endless header": HEAD + b"X-A: " + b"a" * 10_000_000 + b"\r\n\r\nHei",
    "endless parameters": HEAD + b"Content-Type: text/plain; " + b'a="b";' * 300_000 + b"\r\n\r\nHei",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_mail_costs_more_than_its_size(name: str) -> None:
    started = time.process_time()
    (read,) = read_file("a.eml", HOSTILE[name])
    assert time.process_time() - started < 5
    if read.document is None:
        assert read.problem_code in ("too-big", "too-deep")
    else:
        assert read.media_type == "message/rfc822"
