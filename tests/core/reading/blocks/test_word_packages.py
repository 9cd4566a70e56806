"""The package around a Word document: its spellings, and what is wrong with it on purpose."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.word import document_of, p, word


def repacked(
    data: bytes, method: int = zipfile.ZIP_DEFLATED, names: dict[str, str] | None = None
) -> bytes:
    """The package `data` with another compression, its members renamed (to "": left out)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for name in old.namelist():
            spelt = (names or {}).get(name, name)
            if spelt:
                new.writestr(spelt, old.read(name))
    return out.getvalue()


def code_of(data: bytes) -> str | None:
    (read,) = read_file("svar.docx", data)
    return read.problem_code


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_every_usual_compression_is_read(method: int) -> None:
    assert document_of(repacked(word(p("Hei")), method)).blocks[0].text == "Hei"


@pytest.mark.parametrize(
    "names",
    [
        {"[Content_Types].xml": ""},
        {"[Content_Types].xml": "[content_types].xml", "word/document.xml": "Word/Document.xml"},
        {"word/document.xml": "word\\document.xml"},
        {"_rels/.rels": "_RELS/.RELS"},
    ],
)
def test_a_package_whose_names_are_misspelt_is_read(names: dict[str, str]) -> None:
    assert document_of(repacked(word(p("Hei")), names=names)).blocks[0].text == "Hei"


def test_a_package_with_bytes_before_it_or_in_zip64_is_read() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word(p("Hei")))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as member:
                member.write(old.read(name))
    assert document_of(out.getvalue()).blocks[0].text == "Hei"


def changed(data: bytes, at: int, mark: bytes, value: bytes) -> bytes:
    """`data` with the field at `at` of each header that begins with `mark` set to `value`."""
    made, place = bytearray(data), data.find(mark)
    while place >= 0:
        made[place + at : place + at + len(value)] = value
        place = data.find(mark, place + 4)
    return bytes(made)


LIST, OWN = b"PK\x01\x02", b"PK\x03\x04"


def unknown_method(data: bytes) -> bytes:
    deflate64 = struct.pack("<H", 9)
    return changed(changed(data, 10, LIST, deflate64), 8, OWN, deflate64)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (changed(repacked(word(p("Hei"))), 16, LIST, b"\1\2\3\4"), "damaged"),
        (unknown_method(repacked(word(p("Hei")))), "damaged"),
        (changed(repacked(word(p("Hei"))), 8, LIST, b"\1\0"), "encrypted"),
        (changed(repacked(word(p("Hei"))), 42, LIST, b"\0\0\0\0"), "refused"),
        (changed(repacked(word(p("Hei"))), 24, LIST, b"\xff\0\0\0"), "damaged"),
        (changed(repacked(word(p("Hei"))), 30, LIST, b"\xff\xff"), "damaged"),
        (changed(repacked(word(p("Hei"))), 28, OWN, b"\xff\xff"), "damaged"),
        (repacked(word(p("Hei")))[:-40], "damaged"),
    ],
)
def test_a_package_that_lies_about_itself_is_refused(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_members_that_share_their_bytes_are_refused() -> None:
    """A small archive of this kind unpacks to gigabytes: each member holds all those after it."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b"a" * 100_000) + packed.flush()
    fields = (20, 0, 8, 0, 0, zlib.crc32(b"a" * 100_000), len(body), 100_000, 1, 0)
    data = struct.pack("<4s5H3I2H", OWN, *fields) + b"a" + body
    start = len(data)
    for at in range(200):
        name = b"%d" % at
        data += (
            struct.pack("<4s6H3I5H2I", LIST, 20, *fields[:8], len(name), 0, 0, 0, 0, 0, 0) + name
        )
    data += struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 200, 200, len(data) - start, start, 0)
    assert code_of(data) == "refused"


def with_main(xml: bytes) -> bytes:
    out = io.BytesIO()
    good = word(p("Hei"))
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return out.getvalue()


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def declared(encoding: str, spelling: str | None = None) -> bytes:
    text = f'<?xml version="1.0" encoding="{spelling or encoding}"?>{LAUGHS}]><x>&i;</x>'
    return text.encode(encoding)


@pytest.mark.parametrize(
    "xml",
    [
        f"{LAUGHS}]><x>&i;</x>".encode(),
        b"<!--" + b" " * 9000 + b"-->" + f"{LAUGHS}]><x>&i;</x>".encode(),
        declared("utf-16"), declared("utf-16-le"), declared("utf-32"), declared("utf-32-be"),
        declared("cp037"), declared("utf-7"), declared("utf-8", "IBM037"), declared("shift-jis"),
        b"\xef\xbb\xbf" + declared("utf-8"), b"\n" + LAUGHS.encode() + b"]><x/>",
    ],
)  # fmt: skip
def test_entities_are_refused_wherever_and_however_they_are_written(xml: bytes) -> None:
    assert code_of(with_main(xml)) == "refused"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
def test_older_encodings_are_read(encoding: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word(p("Blåbær!")))) as package:
        xml = package.read("word/document.xml").decode()
    data = f"<?xml version='1.0' encoding='{encoding}'?>{xml}".encode(encoding)
    assert document_of(with_main(data)).blocks[0].text == "Blåbær!"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<w:sdt><w:sdtContent>" * 100_000, "too-deep"),
        ("<w:sdt><w:sdtContent>" * 90 + p("Dypt") + "</w:sdtContent></w:sdt>" * 90, None),
        ("<w:tbl><w:tr><w:tc>" * 60 + p("Dypt") + "</w:tc></w:tr></w:tbl>" * 60, None),
        (p("<w:ins>" * 200 + r"<w:r><w:t>Dypt</w:t></w:r>" + "</w:ins>" * 200), None),
        (p("<w:r><w:txbxContent><w:p>" * 70 + "</w:p></w:txbxContent></w:r>" * 70, "Dypt"), None),
    ],
)
def test_whatever_is_nested_is_read_or_refused(body: str, code: str | None) -> None:
    (read,) = read_file("svar", word(body))
    assert read.problem_code == code
    assert code or [block.text for block in read.document.blocks if read.document] == ["Dypt"]


def test_numbers_out_of_all_reason_stop_nothing() -> None:
    huge = "9" * 40
    body = (
        p("en", properties=f'<w:numPr><w:ilvl w:val="{huge}"/><w:numId w:val="{huge}"/></w:numPr>')
        + p("to", properties=f'<w:outlineLvl w:val="-{huge}"/>')
        + f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-{huge}"/></w:trPr><w:tc><w:tcPr>'
        f'<w:gridSpan w:val="-{huge}"/></w:tcPr>{p("tre")}</w:tc></w:tr></w:tbl>'
        + p(f'<w:r><w:sym w:font="Wingdings" w:char="{huge}"/></w:r>', "fire")
        + p('<w:r><w:sym w:font="&#x57;ingdings" w:char="F0FE"/></w:r>', "fem")
    )
    texts = [block.text for block in document_of(word(body)).blocks]
    assert texts == ["en", "to", "tre", "\ufffdfire", "☒fem"]


def test_thousands_of_controls_and_styles_cost_no_more_than_their_number() -> None:
    control = '<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr><w:sdtContent/></w:sdt>'
    body = p(control * 10_000, "Svar") + "".join(
        p("Ja", properties=f'<w:pStyle w:val="S{at}"/>') for at in range(2_000)
    )
    styles = "".join(
        f'<w:style w:styleId="S{at}"><w:name w:val="heading 2"/></w:style>' for at in range(2_000)
    )
    first, *others = document_of(word(body, styles=styles)).blocks
    assert (first.text, first.tag) == ("Svar", None)
    assert {(block.text, block.level) for block in others} == {("Ja", 2)}


def test_a_text_without_end_is_too_big() -> None:
    assert code_of(repacked(word(p("a" * 11_000_000)))) == "too-big"
