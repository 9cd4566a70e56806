"""Kinds that are read through a program that converts, and what is said where there is none."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.formats.converted import KINDS
from innspill.stages.reading.core.tools import SECONDS_TO_CONVERT, Converter, Tools
from tests.core.reading.blocks.pdf_files import pdf
from tests.core.reading.blocks.word import document_of, p, word

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Svar</dc:title>'
    "<dcterms:created>2026-11-26T12:00:00Z</dcterms:created></cp:coreProperties>"
)
TOP = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="b" Type="x/core-properties" Target="core.xml"/></Relationships>'
)
PERFECT = b"\xffWPC" + b"\0" * 40


def packed(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return out.getvalue()


def with_times() -> bytes:
    """A .docx that says when it was made."""
    with zipfile.ZipFile(io.BytesIO(word(p("[x] Ja")))) as package:
        main = package.read("word/document.xml")
    return packed(**{"[Content_Types].xml": "<Types/>", "_rels/.rels": TOP, "core.xml": CORE,
                     "word/document.xml": main})  # fmt: skip


def test_a_converted_document_is_of_its_own_kind_and_names_the_program() -> None:
    asked: list[tuple[bytes, str]] = []
    seconds: list[float] = []

    def to_docx(data: bytes, ending: str) -> bytes:
        asked.append((data, ending))
        return with_times()

    tools = Tools(converter=Converter(lambda: "LibreOffice 7.4", to_docx), more_time=seconds.append)
    (read,) = read_file("svar.wpd", PERFECT, tools)
    assert asked == [(PERFECT, ".wpd")]
    assert seconds == [SECONDS_TO_CONVERT]
    assert read.tools == ("LibreOffice 7.4",)
    assert read.media_type == sniff.WORDPERFECT
    assert read.document is not None
    assert read.document.media_type == sniff.WORDPERFECT
    assert [block.text for block in read.document.blocks] == ["☒ Ja"]
    assert read.document.flags == ("converted",)
    assert read.document.properties == {"title": "Svar"}


def test_what_the_program_cannot_convert_says_so() -> None:
    def to_docx(data: bytes, ending: str) -> bytes:
        raise Unreadable("needs-conversion", "It took too long.")

    (read,) = read_file("svar.wpd", PERFECT, Tools(converter=Converter(lambda: "x", to_docx)))
    assert (read.problem_code, read.problem, read.tools) == (
        "needs-conversion", "It took too long.", (),
    )  # fmt: skip


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def stored(name: str) -> bytes:
    return OLE + b"\0" * 600 + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (stored("WordDocument"), sniff.WORD_97),
        (stored("StarWriterDocument"), sniff.STARWRITER),
        (stored("MatOST"), sniff.WORKS),
        (PERFECT, sniff.WORDPERFECT),
        (b"WordPro\0" + b"\1" * 20, sniff.WORDPRO),
        (b'<?xml version="1.0"?><!DOCTYPE abiword><abiword version="1"/>', sniff.ABIWORD),
        (packed(mimetype="application/vnd.sun.xml.writer"), sniff.OLD_WRITER),
        (packed(**{"Index/Document.iwa": "x"}), sniff.PAGES),
    ],
)  # fmt: skip
def test_each_kind_is_told_by_its_bytes(data: bytes, media_type: str) -> None:
    (read,) = read_file("svar.pdf", data)
    assert (read.media_type, read.problem_code) == (media_type, "needs-conversion")
    assert read.problem is not None
    assert KINDS[media_type].what in read.problem


def test_a_kind_whose_ticks_no_program_keeps_is_never_converted() -> None:
    def to_docx(data: bytes, ending: str) -> bytes:
        raise AssertionError(ending)

    data = b"<?xml version='1.0'?>\n<w:wordDocument xmlns:w='x'/>"
    (read,) = read_file("svar.xml", data, Tools(converter=Converter(lambda: "x", to_docx)))
    assert (read.media_type, read.problem_code) == (sniff.WORD_2003, "needs-conversion")


def test_the_pdf_in_a_pages_document_is_read() -> None:
    shown = pdf([(72, 700, 11, "Svar")])
    data = packed(**{"Index/Document.iwa": "x", "QuickLook/Preview.pdf": shown})
    outer, inner = read_file("svar.pages", data)
    assert (outer.media_type, outer.problem_code) == (sniff.PAGES, None)
    assert inner.path == "svar.pages!/QuickLook/Preview.pdf"
    assert inner.document is not None
    assert [block.text for block in inner.document.blocks] == ["Svar"]


def test_a_packed_folder_with_an_index_is_no_pages_document() -> None:
    reads = read_file("mappe.zip", packed(**{"index.xml": "<a/>", "svar.txt": "Hei"}))
    assert [read.path for read in reads] == [
        "mappe.zip",
        "mappe.zip!/index.xml",
        "mappe.zip!/svar.txt",
    ]


def test_a_web_page_that_word_saved_in_one_file_is_one_document() -> None:
    def part(kind: str, name: str, content: str) -> str:
        return f"--grense\nContent-Location: file:///C:/{name}\nContent-Type: {kind}\n\n{content}\n"

    data = (
        "MIME-Version: 1.0\nX-Document-Type: Document\n"
        'Content-Type: multipart/related; boundary="grense"\n\nSingle File Web Page.\n\n'
        + part('text/html; charset="utf-8"', "svar.htm", "<html><body><p>☒ Ja</p></body></html>")
        + part("text/xml", "filelist.xml", "<xml/>")
        + "--grense--\n"
    )
    (read,) = read_file("svar.mht", data.encode())
    assert read.media_type == sniff.WEB_ARCHIVE
    assert read.document is not None
    assert [(b.text, len(b.boxes)) for b in read.document.blocks] == [("☒ Ja", 1)]


def test_a_word_document_in_one_xml_file_is_read_as_it_is() -> None:
    parts = []
    with zipfile.ZipFile(io.BytesIO(word(p("[x] Ja")))) as package:
        for name in package.namelist():
            content = package.read(name)
            if name.endswith("document.xml"):
                body = f"<pkg:binaryData>{base64.b64encode(content).decode()}</pkg:binaryData>"
            else:
                body = f"<pkg:xmlData>{content.decode()}</pkg:xmlData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{body}</pkg:part>')
    data = (
        '<?xml version="1.0"?><pkg:package '
        f'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{"".join(parts[1:])}'
        "</pkg:package>"
    )
    document = document_of(data.encode())
    assert document.media_type == sniff.FLAT_WORD
    assert [(b.text, len(b.boxes)) for b in document.blocks] == [("☒ Ja", 1)]
    damaged = data.replace("<pkg:binaryData>", "<pkg:binaryData>!")
    assert read_file("svar.xml", damaged.encode())[0].problem_code == "damaged"
