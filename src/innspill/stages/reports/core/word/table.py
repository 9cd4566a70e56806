"""Tables of the report, written as text: a tree of 24,000 rows would be half a gigabyte."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from xml.sax.saxutils import escape, quoteattr

from innspill.stages.reports.core.word.ooxml import clean

TWIPS = 567
"""Twentieths of a point in a centimetre."""

KEPT_WHOLE = 14
"""Tables of at most so many rows stand on one page."""

HEAD, LINE, STRONG_LINE = "E9EEF3", "C9D1DA", "1E2B3C"

Bookmark = tuple[int, str]

_LOOK = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{STRONG_LINE}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{STRONG_LINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
    '<w:left w:w="70" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:noVBand="1" w:noHBand="1"/>'
)
_HEAD = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD}"/><w:vAlign w:val="bottom"/>'


def table_xml(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], *,
    numeric: int | None, strong: Sequence[int], anchors: Sequence[Bookmark | None] = (),
    declaring: str = "",
) -> bytes:  # fmt: skip
    """A table (w:tbl) with `declaring` in its tag. `anchors` are bookmarks in the first cells.

    The first row is marked as header and repeated on each page; no row is split over two pages.
    `widths` are centimetres.
    """
    twips = [round(width * TWIPS) for width in widths]
    written = [f"<w:tbl{declaring}>{_LOOK}<w:tblCaption w:val={_quoted(caption)}/></w:tblPr>"]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    written.append(f"<w:tblGrid>{columns}</w:tblGrid>")
    written.append(_row(header, twips, numeric, head=True, keep=True))
    for index, (row, anchor) in enumerate(zip_longest(rows, anchors[: len(rows)])):
        whole = len(rows) <= KEPT_WHOLE and index < len(rows) - 1
        written.append(_row(row, twips, numeric, strong=index in strong, keep=whole, anchor=anchor))
    written.append("</w:tbl>")
    return "".join(written).encode()


def _quoted(caption: str) -> str:
    return quoteattr(clean(caption)[:250].replace("\n", " ").replace("\t", " "), {'"': "&quot;"})


def _row(
    cells: Sequence[str], widths: Sequence[int], numeric: int | None, *,
    head: bool = False, strong: bool = False, keep: bool = False, anchor: Bookmark | None = None,
) -> str:  # fmt: skip
    written = ["<w:tr><w:trPr><w:cantSplit/>", "<w:tblHeader/>" if head else "", "</w:trPr>"]
    for column, (text, width) in enumerate(zip(cells, widths, strict=True)):
        right = numeric is not None and column >= numeric
        written.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_HEAD if head else ""}')
        written.append("</w:tcPr>")
        look = _paragraph_look(keep=keep, right=right)
        run = _run_look(bold=head or strong, small=head and right)
        for line in clean(text).split("\n"):
            written.append(f"<w:p>{look}")
            written.append(_started(anchor))
            written.append(f'<w:r>{run}<w:t xml:space="preserve">')
            written.append(escape(line.replace("\t", " ")))
            written.append("</w:t></w:r>")
            written.append(f'<w:bookmarkEnd w:id="{anchor[0]}"/>' if anchor else "")
            written.append("</w:p>")
            anchor = None
        written.append("</w:tc>")
    written.append("</w:tr>")
    return "".join(written)


def _started(anchor: Bookmark | None) -> str:
    if anchor is None:
        return ""
    return f'<w:bookmarkStart w:id="{anchor[0]}" w:name={quoteattr(anchor[1])}/>'


def _paragraph_look(*, keep: bool, right: bool) -> str:
    kept, aligned = "<w:keepNext/>" if keep else "", '<w:jc w:val="right"/>' if right else ""
    return f'<w:pPr><w:pStyle w:val="InnspillCell"/>{kept}{aligned}</w:pPr>'


def _run_look(*, bold: bool, small: bool) -> str:
    if not bold:
        return ""
    size = '<w:sz w:val="16"/>' if small else ""
    return f"<w:rPr><w:b/>{size}</w:rPr>"
