"""Parts of a report in a Word file: how each is marked, and how it is found again.

Each part stands in a content control of its own, with its key as the tag, and as the name that
people see its heading with the key. LibreOffice drops the tag when it saves, and keeps the name.
Where the control is gone too, a bookmark in the part's first paragraph says where it begins;
where that is gone, its heading does.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.word.blocks import FoundBlock, block_of
from innspill.stages.reports.core.word.ooxml import bookmark, clean, element

LONGEST_TAG = 64
"""Characters that Word keeps of a tag, and of a name."""

PROPERTY = "innspill-report"
"""The file's own property that says which report it is: `Report.made_from`, a digest."""

END = "part_end"
"""The bookmark of what comes after the last part."""

CUSTOM = "docProps/custom.xml"

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM_TYPE = RELATIONSHIP_TYPE.CUSTOM_PROPERTIES

Way = Literal["tag", "name", "bookmark", "heading"]
Label = tuple[str, Way]


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A part as it stands in a file: its key, how it was found, and its blocks, heading too."""

    key: str
    way: Way
    blocks: tuple[FoundBlock, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """Text outside any part; `after` is the key of the part before it, "" before the first one."""

    after: str
    blocks: tuple[FoundBlock, ...]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """What a Word file holds. A key twice in `parts` stands there twice; one that is not, is gone.

    `outside` has the title page and a template's own text too: what a person wrote there is seen
    by holding it to the `outside` of the file that was given out. `tracked` says that changes were
    tracked: what is read is the text with all of them accepted.
    """

    made_from: str
    parts: tuple[FoundPart, ...]
    outside: tuple[Outside, ...]
    tracked: bool


def tag_of(key: str) -> str:
    """The tag of a part: its key, or a short name for it where Word would cut it."""
    return key if len(key) <= LONGEST_TAG else bookmark_of(key)


def name_of(key: str, heading: str) -> str:
    """What people see of a part's control: "Spørsmål 1 [question:1]"."""
    end = f" [{tag_of(key)}]" if len(key) <= LONGEST_TAG - 20 else f" [{bookmark_of(key)}]"
    return clean(heading).replace("\n", " ")[: LONGEST_TAG - len(end)] + end


def bookmark_of(key: str) -> str:
    """The bookmark of a part: readable, unlike any other's, at most 40 characters."""
    readable = re.sub(r"[^A-Za-z0-9]+", "_", key)[:27]
    return f"part_{readable}_{hashlib.sha256(key.encode()).hexdigest()[:6]}"


def control(part: ReportPart, number: int) -> tuple[Any, Any]:
    """The content control of a part, and the place in it for what it says."""
    made, properties, content = (element(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    properties.append(element("w:alias", val=name_of(part.key, part.heading)))
    properties.append(element("w:tag", val=tag_of(part.key)))
    properties.append(element("w:id", val=number))
    made.extend((properties, content))
    return made, content


def mark_end(before: Any, number: int) -> None:
    """Marks where the parts end: in the paragraph that comes after the last of them, if one does."""
    for following in before.itersiblings(qn("w:p")):
        bookmark(following, number, END)
        return


def mark(content: Any, key: str, number: int) -> None:
    """The bookmark of a part, within its first paragraph, where every program keeps it."""
    bookmark(next(content.iter(qn("w:p"))), number, bookmark_of(key))


def report_in(data: bytes, headings: Mapping[str, str]) -> FoundReport:
    """The parts in a Word file. `headings` are those of all parts it may have, by their keys.

    Raises what python-docx raises for a file that is no Word file: read it where limits are.
    """
    body = Document(io.BytesIO(data)).element.body
    names = _style_names(data)
    elements = list(_flat(body, _Names(headings)))
    labels: list[Label | None] = [label for _, label in elements]
    blocks = [each for each, _ in elements]
    _by_bookmark(blocks, labels, headings)
    found = [block_of(each, names) for each in blocks]
    _by_heading(found, labels, headings)
    parts, outside = _runs(found, labels)
    tracked = any(True for _ in body.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom")))
    return FoundReport(made_from_of(data), parts, outside, tracked)


def made_from_of(data: bytes) -> str:
    """Which report a Word file is (`Report.made_from`); "" where it does not say."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if CUSTOM not in package.namelist():
            return ""
        root = parse_xml(package.read(CUSTOM))
    for each in root:
        if each.get("name") == PROPERTY:
            return "".join(str(text) for text in each.itertext()).strip()
    return ""


def say_which(document: Any, made_from: str) -> None:
    """Writes into the file which report it is, as a property of its own."""
    package = document.part.package
    blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"><property fmtid="{_FORMAT}"'
        f' pid="2" name="{PROPERTY}"><vt:lpwstr>{escape(made_from)}</vt:lpwstr></property>'
        "</Properties>"
    ).encode()
    for key in [key for key, each in package.rels.items() if each.reltype == _CUSTOM_TYPE]:
        del package.rels[key]
    made = Part(PackURI(f"/{CUSTOM}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, blob, package)
    package.relate_to(made, _CUSTOM_TYPE)


def _style_names(data: bytes) -> dict[str, str]:
    styles = Document(io.BytesIO(data)).styles
    return {style.style_id: style.name or "" for style in styles}


class _Names:
    """What a control says it is, by its tag or else by its name."""

    def __init__(self, headings: Mapping[str, str]) -> None:
        self.tags = {tag_of(key): key for key in headings}
        self.ends = {name_of(key, "").strip(): key for key in headings}

    def label(self, control: Any) -> Label | None:
        """The part that a w:sdt is, where it is one."""
        if key := self.tags.get(_property(control, "tag")):
            return key, "tag"
        _, bracket, end = _property(control, "alias").rpartition(" [")
        key = self.ends.get(f"[{end}") if bracket else None
        return (key, "name") if key else None


def _property(control: Any, name: str) -> str:
    found = control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}")
    return str(found.get(qn("w:val"), "")) if found is not None else ""


def _flat(
    parent: Any, names: _Names, label: Label | None = None
) -> Iterator[tuple[Any, Label | None]]:
    """Paragraphs and tables in their order, each with the part that its control is."""
    for child in parent:
        if child.tag == qn("w:sdt"):
            content = child.find(qn("w:sdtContent"))
            if content is not None:
                yield from _flat(content, names, label or names.label(child))
        elif child.tag in (qn("w:p"), qn("w:tbl")):
            yield child, label
        elif child.tag in (qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
            yield from _flat(child, names, label)


def _by_bookmark(blocks: list[Any], labels: list[Label | None], keys: Mapping[str, str]) -> None:
    known = {label[0] for label in labels if label}
    wanted = {bookmark_of(key): key for key in keys if key not in known}
    open_part: Label | None = None
    for at, block in enumerate(blocks):
        if labels[at]:
            open_part = None
            continue
        for found in block.iter(qn("w:bookmarkStart")):
            name = found.get(qn("w:name"), "")
            if name == END:
                open_part = None
            elif key := wanted.pop(name, None):
                open_part = (key, "bookmark")
        labels[at] = open_part


def _by_heading(
    found: list[FoundBlock], labels: list[Label | None], headings: Mapping[str, str]
) -> None:
    known = {label[0] for label in labels if label}
    wanted = {_folded(heading): key for key, heading in headings.items() if key not in known}
    open_part: Label | None = None
    for at, block in enumerate(found):
        if labels[at]:
            open_part = None
            continue
        if block.level and (key := wanted.pop(_folded(block.text), None)):
            open_part = (key, "heading")
        labels[at] = open_part


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _runs(
    found: list[FoundBlock], labels: list[Label | None]
) -> tuple[tuple[FoundPart, ...], tuple[Outside, ...]]:
    parts: list[FoundPart] = []
    outside: list[Outside] = []
    after, start = "", 0
    for at in range(len(found) + 1):
        # A part that was copied stands twice: each control has a label of its own.
        if at < len(found) and labels[at] is labels[start]:
            continue
        blocks = tuple(block for block in found[start:at] if block.said)
        label = labels[start] if found else None
        if label:
            parts.append(FoundPart(label[0], label[1], blocks))
            after = label[0]
        elif blocks:
            outside.append(Outside(after, blocks))
        start = at
    return tuple(parts), tuple(outside)
