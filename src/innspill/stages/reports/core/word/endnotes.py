"""Endnotes of Word, which python-docx does not make: the part of the package, and the marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from innspill.stages.reports.core.word.fragments import Fragments
from innspill.stages.reports.core.word.ooxml import element, run_of

_SEPARATORS = (
    '<w:endnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>'
    '<w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:endnote>"
)
_BEFORE = ("compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
           "clrSchemeMapping", "shapeDefaults", "decimalSymbol", "listSeparator")  # fmt: skip
"""What stands after w:endnotePr in the settings, as far as it is there."""
_FIRST_IN_SECTION = {
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr")
}
"""What stands before it in a section."""


@dataclass(slots=True)
class Endnotes:
    """The endnotes of a document while it is written."""

    first: int = 1
    """The number of the first one: a template may have some of its own."""
    notes: list[str] = field(default_factory=list)

    @classmethod
    def after_those_of(cls, document: Any) -> Endnotes:
        """Those of a document that may have some already."""
        held = (int(note.get(qn("w:id"), "0")) for note in _root(document))
        return cls(max(0, *held) + 1)

    def add(self, text: str) -> Any:
        """A new endnote; gives the run that leads to it."""
        self.notes.append(text)
        return _marked(element("w:endnoteReference", id=self.first + len(self.notes) - 1))


def write_endnotes(document: Any, endnotes: Endnotes) -> None:
    """Puts the endnotes into the document, in arabic numbers after all else."""
    if not endnotes.notes:
        return
    root = _root(document)
    fragments = Fragments(root)
    numbered = enumerate(endnotes.notes, start=endnotes.first)
    written = b"".join(fragments.written(_note(number, text)) for number, text in numbered)
    root.append(fragments.kept(written))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    _save(document, b"".join(fragments.filled_in(blob)))
    _arabic(document)


def _part(document: Any) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.ENDNOTES:
            return relation.target_part
    return None


def _root(document: Any) -> Any:
    """The endnotes that a template has already, or none."""
    held = _part(document)
    if held is not None:
        return parse_xml(held.blob)
    return parse_xml(f"<w:endnotes {nsdecls('w', 'r')}>{_SEPARATORS}</w:endnotes>")


def _save(document: Any, blob: bytes) -> None:
    held = _part(document)
    if held is not None:
        held._blob = blob  # noqa: SLF001  python-docx has no way to set the bytes of a part
        return
    made = Part(
        PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, blob, document.part.package
    )
    document.part.relate_to(made, RELATIONSHIP_TYPE.ENDNOTES)


def _note(number: int, text: str) -> Any:
    note = element("w:endnote", id=number)
    paragraph = element("w:p")
    properties = element("w:pPr")
    properties.append(element("w:pStyle", val="EndnoteText"))
    paragraph.append(properties)
    paragraph.append(_marked(element("w:endnoteRef")))
    paragraph.append(run_of(f" {text}"))
    note.append(paragraph)
    return note


def _marked(mark: Any) -> Any:
    """A run with an endnote's mark in it."""
    run = element("w:r")
    look = element("w:rPr")
    look.append(element("w:rStyle", val="EndnoteReference"))
    run.append(look)
    run.append(mark)
    return run


def _arabic(document: Any) -> None:
    """Numbers the endnotes 1, 2, 3 in each place that says how: Word's own way is i, ii, iii."""
    settings = document.settings.element
    if settings.find(qn("w:endnotePr")) is None:
        made = _numbering()
        for number in (-1, 0):
            made.append(element("w:endnote", id=number))
        after = next((each for each in settings if etree.QName(each).localname in _BEFORE), None)
        if after is None:
            settings.append(made)
        else:
            after.addprevious(made)
    for section in document.element.body.iter(qn("w:sectPr")):
        if section.find(qn("w:endnotePr")) is None:
            place = [each for each in section if each.tag in _FIRST_IN_SECTION]
            section.insert(len(place), _numbering())


def _numbering() -> Any:
    made = element("w:endnotePr")
    made.append(element("w:numFmt", val="decimal"))
    return made
