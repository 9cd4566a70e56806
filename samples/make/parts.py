"""Pieces of a Word document: runs as Word splits them, tick boxes, footnotes, a fixed ZIP."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
FIXED = (2026, 1, 1, 0, 0, 0)
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTE = re.compile(r"\[\^(\d+)\]")


def new_document(language: str, title: str, author: str, written: datetime) -> Any:
    """An empty document in `language`, with the properties that a word processor would set."""
    document = Document()
    fonts = document.styles["Normal"].font
    fonts.name = "Calibri"
    lang = parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}-NO"/>')
    document.styles["Normal"].element.get_or_add_rPr().append(lang)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, f"{language}-NO"
    properties.comments, properties.last_modified_by, properties.revision = "", author, 3
    properties.created = properties.modified = written
    return document


def node(paragraph: Paragraph) -> Any:
    """The paragraph's XML element: python-docx has no public door to it."""
    return paragraph._p  # noqa: SLF001


def write(paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
    """Adds `text`, cut in runs of a few words; [^1] becomes a footnote's mark."""
    for index, piece in enumerate(NOTE.split(text)):
        if index % 2:
            node(paragraph).append(_note_mark(piece))
            continue
        for run_text in _as_word_cuts(piece):
            paragraph.add_run(run_text).bold = bold or None


def _as_word_cuts(text: str) -> list[str]:
    """Word starts a new run wherever somebody came back to a sentence: here every tenth word."""
    words = re.findall(r"\S+\s*|\s+", text)
    return ["".join(words[at : at + 10]) for at in range(0, len(words), 10)]


def _note_mark(mark: str) -> Any:
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{int(mark) + 1}"/></w:r>'
    )


def add_footnotes(document: Any, notes: list[str]) -> None:
    """Adds the part with the footnotes' texts (ids 0 and 1 are the separators, as in Word)."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
        for number, (kind, element) in enumerate(
            [
                ("separator", "separator"),
                ("continuationSeparator", "continuationSeparator"),
            ]
        )
    )
    root = etree.fromstring(f"<w:footnotes {nsdecls('w')}>{separators}</w:footnotes>")
    for number, text in enumerate(notes, start=2):
        note = etree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)})
        paragraph = etree.SubElement(note, qn("w:p"))
        reference = etree.SubElement(paragraph, qn("w:r"))
        etree.SubElement(reference, qn("w:footnoteRef"))
        run = etree.SubElement(paragraph, qn("w:r"))
        etree.SubElement(
            run, qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
        ).text = f" {text}"
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def tick(paragraph: Paragraph, technique: str, ticked: bool, tag: str) -> None:
    """Adds one tick box to the paragraph in the given technique."""
    makers = {"control": _control, "block": _control, "legacy": _legacy, "symbol": _symbol}
    if technique in makers:
        for element in makers[technique](ticked, tag):
            node(paragraph).append(element)
    elif technique == "bracket":
        paragraph.add_run("[x]" if ticked else "[ ]")
    else:
        paragraph.add_run("☒" if ticked else "☐").font.name = "MS Gothic"


def _control(ticked: bool, tag: str) -> list[Any]:
    glyph = "☒" if ticked else "☐"
    return [
        parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr><w:alias w:val="{tag}"/>'
            f'<w:tag w:val="{tag}"/><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic"'
            f' w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>{glyph}</w:t></w:r>'
            "</w:sdtContent></w:sdt>"
        )
    ]


def _legacy(ticked: bool, tag: str) -> list[Any]:
    checked = "<w:checked/>" if ticked else ""
    data = (
        f'<w:ffData><w:name w:val="{tag[:20]}"/><w:enabled/><w:calcOnExit w:val="0"/>'
        f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{checked}</w:checkBox></w:ffData>'
    )
    inner = (
        f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>',
        '<w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
    )
    return [parse_xml(f"<w:r {nsdecls('w')}>{element}</w:r>") for element in inner]


def _symbol(ticked: bool, tag: str) -> list[Any]:
    del tag
    char = "F0FE" if ticked else "F0A8"
    return [parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="{char}"/></w:r>')]


def saved(document: Any) -> bytes:
    """The document's bytes, the same each time: fixed dates in the ZIP, parts in one order."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made:
        return zipped([(name, made.read(name)) for name in made.namelist()])


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    """A ZIP of the members with fixed dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
