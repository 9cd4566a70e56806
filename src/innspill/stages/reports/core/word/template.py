"""A body's own Word template: placeholders from a closed list, replaced by text and never run.

There is no template language in it. `{{ rapport }}` stands alone in a paragraph and gives its
place to the parts; the others give theirs to a word or a line.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from innspill.stages.reports.core.papers import TitlePage
from innspill.stages.reports.core.values import Figures
from innspill.stages.reports.core.word.ooxml import clean, element
from innspill.stages.reports.core.word.setup import TAGS, own_styles, set_language, set_properties
from innspill.stages.reports.core.words import day

REPORT = "rapport"
PLACEHOLDERS = (REPORT, "tittel", "saksnummer", "dato", "eier")
"""All that a template may ask for."""

MARKED = re.compile(r"\{\{([^{}]{0,200})\}\}")
LIKE_CODE = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%.{0,200}?%\}|\{#.{0,200}?#\}", re.DOTALL)
"""What looks as if somebody wanted it filled in, in the ways that other programs write it."""

_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"


def opened(template: bytes, figures: Figures, page: TitlePage) -> tuple[Any, Any]:
    """The template with its placeholders filled in, and the paragraph that the parts go before.

    The template has been checked (`template_check.check`) when it was taken in.
    """
    document = Document(io.BytesIO(as_document(template)))
    _without_own_template(document)
    values = {
        "tittel": figures.title,
        "saksnummer": figures.case_number,
        "dato": day(figures.made_at, figures.language),
        "eier": figures.owner,
    }
    place = None
    for root in stories(document):
        for paragraph in list(root.iter(qn("w:p"))):
            said = paragraph_text(paragraph)
            if named(said) == [REPORT] and MARKED.fullmatch(said.strip()):
                place = paragraph if place is None else place
            else:
                _fill(paragraph, values)
    if place is None:
        raise AssertionError("a template without a place for the report was taken in")
    _emptied(place)
    set_language(document, TAGS.get(figures.language, "nb-NO"))
    own_styles(document)
    set_properties(document, figures, page.kind)
    return document, place


def as_document(data: bytes) -> bytes:
    """A template (.dotx) as a document: python-docx opens nothing else."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        if _TEMPLATE_TYPE not in old.read(_TYPES):
            return data
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                held = old.read(entry)
                if entry.filename == _TYPES:
                    held = held.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
                new.writestr(entry.filename, held)
    return buffer.getvalue()


def stories(document: Any) -> Iterator[Any]:
    """The roots of all text that is laid out: the body, headers and footers, each once."""
    yield document.element.body
    wanted = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    for relation in document.part.rels.values():
        if relation.reltype in wanted:
            yield relation.target_part.element


def paragraph_text(paragraph: Any) -> str:
    """The text of a w:p itself; a text box that hangs in it has paragraphs of its own."""
    return "".join(each.text or "" for each in _texts(paragraph))


def named(text: str) -> list[str]:
    """The names between double braces in a text."""
    return [match[1].strip().casefold() for match in MARKED.finditer(text)]


def _texts(paragraph: Any) -> list[Any]:
    return [
        each
        for each in paragraph.iter(qn("w:t"))
        if next(each.iterancestors(qn("w:p"))) is paragraph
    ]


def _fill(paragraph: Any, values: dict[str, str]) -> None:
    """Replaces placeholders, each in the look of its first character. One pass: what is put in is
    text, and is not looked through again.
    """
    texts = _texts(paragraph)
    whole = "".join(each.text or "" for each in texts)
    found = [
        (match.start(), match.end(), values[name])
        for match in MARKED.finditer(whole)
        if (name := match[1].strip().casefold()) in values
    ]
    if not found:
        return
    at = 0
    for each in texts:
        start, end = at, at + len(each.text or "")
        at = end
        each.text = _within(whole, start, end, found)
        each.set(qn("xml:space"), "preserve")


def _within(whole: str, start: int, end: int, found: list[tuple[int, int, str]]) -> str:
    """What stands in one run, from `start` to `end`, when the placeholders are replaced."""
    said, at = [], start
    for first, last, value in found:
        if last <= start or first >= end:
            continue
        said.append(whole[at : max(first, at)])
        if first >= start:
            said.append(clean(value).replace("\n", " "))
        at = min(max(last, at), end)
    return "".join([*said, whole[at:end]])


def _emptied(place: Any) -> None:
    """The placeholder's paragraph stays as the mark of the place until the parts are written."""
    section = place.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    if section is not None:
        # It ends a section of the template: the section's end stays after the parts.
        kept = element("w:p")
        properties = element("w:pPr")
        properties.append(section)
        kept.append(properties)
        place.addnext(kept)


def _without_own_template(document: Any) -> None:
    """Takes out the link to the file that the template itself was made from."""
    for each in document.settings.element.findall(qn("w:attachedTemplate")):
        each.getparent().remove(each)
    known = document.part.rels.values()
    held = [one.target_part for one in known if one.reltype == RELATIONSHIP_TYPE.SETTINGS]
    for part in (document.part, *held):
        gone = [key for key, one in part.rels.items() if one.reltype.endswith("/attachedTemplate")]
        for key in gone:
            del part.rels[key]
