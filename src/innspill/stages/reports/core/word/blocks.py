"""A paragraph or a table of a Word file as a value, with tracked changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

SKIPPED = {
    qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
"""What is no text of the paragraph as it stands."""

BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}


@dataclass(frozen=True, slots=True)
class FoundBlock:
    """A paragraph (`text`) or a table (`rows`, the header first).

    `style` is its style's name; `level` that of a heading, 0 otherwise. Raised text stands as a
    footnote's mark: "[^7]".
    """

    style: str
    text: str = ""
    level: int = 0
    bullet: bool = False
    picture: bool = False
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def said(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.text.strip() or self.rows or self.picture)


def block_of(made: Any, names: Mapping[str, str]) -> FoundBlock:
    """The value of a w:p or w:tbl; `names` are those of the styles by their ids."""
    if made.tag == qn("w:tbl"):
        return FoundBlock("", rows=tuple(_rows(made)))
    properties = made.find(qn("w:pPr"))
    style = made.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    name = names.get(style.get(qn("w:val"), ""), "") if style is not None else "Normal"
    heading = re.fullmatch(r"heading (\d)", name, re.IGNORECASE)
    listed = properties is not None and properties.find(qn("w:numPr")) is not None
    return FoundBlock(
        style=name,
        text=text_of(made),
        level=int(heading[1]) if heading else 0,
        bullet=not heading and (listed or name.startswith("List Bullet")),
        picture=next(made.iter(qn("w:drawing"), qn("w:pict")), None) is not None,
    )


def text_of(made: Any) -> str:
    """All text of a paragraph, as it is when every tracked change is accepted."""
    return "".join(_texts(made))


def _texts(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag in SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br") and child.get(qn("w:type"), "textWrapping") != "textWrapping":
            continue  # a page's or a column's end is no text
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag == qn("w:r") and _raised(child):
            said = "".join(_texts(child))
            yield f"[^{said}]" if said.strip() else said
        else:
            yield from _texts(child)


def _raised(run: Any) -> bool:
    place = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return place is not None and place.get(qn("w:val")) == "superscript"


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    for row in table.iter(qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue
        cells = (cell for cell in row.iter(qn("w:tc")))
        yield tuple("\n".join(text_of(each) for each in cell.iter(qn("w:p"))) for cell in cells)
