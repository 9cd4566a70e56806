"""Paragraphs and tables in reading order → blocks. One `Story` reads the body, a header, a note."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.characters import Shown
from innspill.stages.reading.core.formats.docx.controls import SDT_CONTENT, Control, read_control
from innspill.stages.reading.core.formats.docx.line import Line
from innspill.stages.reading.core.formats.docx.package import MC, VAL, W, child, number
from innspill.stages.reading.core.formats.docx.styles import outline_level
from innspill.stages.reading.core.formats.docx.tables import (
    Book,
    Place,
    cell_shape,
    checkbox_around,
    columns_before,
    parts_of,
    row_property,
)
from innspill.stages.reading.core.values import BlockKind, Cell, Hidden

_P, _TBL, _SDT, _TR, _TC = W + "p", W + "tbl", W + "sdt", W + "tr", W + "tc"
_PROPERTIES, _STYLE, _NUMBERING, _OUTLINE = W + "pPr", W + "pStyle", W + "numPr", W + "outlineLvl"
_WITHOUT_TEXT = frozenset(
    W + name
    for name in ("sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sdtPr", "sdtEndPr")
)


class Story:
    """Reads the paragraphs of one place, numbering them from 1."""

    def __init__(self, book: Book, place: Place) -> None:
        self._book = book
        self._place = place
        self._paragraphs = 0
        self._waiting: Control | None = None
        """A tick box control around whole paragraphs: its box belongs to the next one."""

    def read(self, parent: etree._Element) -> None:
        """Read the paragraphs, tables and controls in `parent`."""
        for node in parent:
            tag = node.tag
            if tag == _P:
                self._paragraph(node)
            elif tag == _TBL:
                self._table(node)
            elif tag == _SDT:
                self._control(node)
            elif tag == MC + "AlternateContent":
                self._alternate(node)
            elif tag not in _WITHOUT_TEXT:
                self.read(node)

    def _alternate(self, node: etree._Element) -> None:
        chosen = child(node, MC + "Choice")
        chosen = child(node, MC + "Fallback") if chosen is None else chosen
        if chosen is not None:
            self.read(chosen)

    def _control(self, node: etree._Element) -> None:
        content = child(node, SDT_CONTENT)
        if content is None:
            return
        control = read_control(node)
        before = self._place
        if control.checkbox is not None:
            self._waiting = control
        elif control.prompt:
            self._place = replace(before, away=before.away or "placeholder")
        elif control.name:
            self._place = replace(before, tag=control.name)
        self.read(content)
        self._place = before
        self._waiting = None

    def _paragraph(self, node: etree._Element) -> None:
        self._paragraphs += 1
        name = self._name()
        line = Line(self._book.setting)
        line.read(node)
        if self._waiting is not None and self._waiting.checkbox is not None:
            line.settle_checkbox(self._waiting.checkbox, self._waiting.name)
            self._waiting = None
        self._add(name, line, child(node, _PROPERTIES))
        for frame in line.frames:
            self._frame(frame)

    def _name(self) -> str:
        return f"{self._place.prefix}p{self._paragraphs}"

    def _frame(self, content: etree._Element) -> None:
        book, place = self._book, self._place
        book.frames += 1
        inner = replace(place, prefix=f"b{book.frames}", kind=place.kind or "text-box", cell=None)
        Story(book, inner).read(content)

    def _add(self, name: str, line: Line, properties: etree._Element | None) -> None:
        book, place = self._book, self._place
        heading, level, label = self._role(properties)
        away = place.away or ("hidden" if self._is_hidden(properties) else None)
        if away is not None:
            if line.text.strip():
                book.hidden.append(Hidden(away, line.text, self._nearest()))
            self._hide(line, None)
            return
        kind: BlockKind = place.kind or (
            "heading" if heading else "cell" if place.cell
            else "list-item" if label is not None else "paragraph"
        )  # fmt: skip
        block, shown = block_of(
            name, kind, line.text, boxes=line.boxes, notes=line.notes,
            level=level, label=label, tag=place.tag or _whole_tag(line),
            cell=place.cell, mark=place.mark,
        )  # fmt: skip
        if block is not None:
            book.blocks.append(block)
        self._hide(line, shown if block is not None else None)
        for comment, at in line.comments:
            spots = book.comments.setdefault(comment, [])
            spots.extend(
                ((name, shown.place(at)),) if block is not None
                else ((o.block, o.start) for o in self._nearest())
            )  # fmt: skip

    def _is_hidden(self, properties: etree._Element | None) -> bool:
        """Whether the paragraph's style hides its text."""
        if not self._book.setting.hiding_styles or properties is None:
            return False
        style = child(properties, _STYLE)
        return style is not None and self._book.setting.styles.get(style.get(VAL)).hidden

    def _hide(self, line: Line, shown: Shown | None) -> None:
        for away in line.away:
            origin = self._nearest()
            if shown is not None:
                at = shown.place(away.at)
                origin = (Origin(origin[0].block, at, at),)
            self._book.hidden.append(Hidden(away.kind, away.text, origin))

    def _nearest(self) -> tuple[Origin, ...]:
        """The end of the last block: the place after which something not shown stands."""
        if not self._book.blocks:
            return ()
        last = self._book.blocks[-1]
        return (Origin(last.id, len(last.text), len(last.text)),)

    def _role(self, properties: etree._Element | None) -> tuple[bool, int | None, str | None]:
        """Whether a paragraph is a heading, its level from 1 and its list label."""
        if properties is None:
            return False, None, None
        style_name = outline = listed = None
        for node in properties:
            name = node.tag
            if name == _STYLE:
                style_name = node.get(VAL)
            elif name == _NUMBERING:
                listed = node
            elif name == _OUTLINE:
                outline = node
        style = self._book.setting.styles.get(style_name)
        heading = style.level if outline is None else outline_level(outline)
        list_id, at = style.list_id, style.list_level
        if listed is not None:
            own_id, own_level = child(listed, W + "numId"), child(listed, W + "ilvl")
            list_id = list_id if own_id is None else own_id.get(VAL)
            at = at if own_level is None else number(own_level.get(VAL), 0, 8)
        if not list_id or list_id == "0":
            return heading is not None, heading, None
        if at is None:
            at = self._book.numbering.level_of_style(list_id, style_name or "") or 0
        label = self._book.numbering.label(list_id, max(at, 0))
        return heading is not None, heading if heading is not None else at + 1, label

    # Tables

    def _table(self, node: etree._Element) -> None:
        book = self._book
        table = book.tables
        book.tables += 1
        for row_at, (row, row_place) in enumerate(parts_of(node, _TR, self._place)):
            column = columns_before(row)
            if row_property(row, "del") is not None:
                row_place = replace(row_place, away=row_place.away or "deleted")
            for cell, place in parts_of(row, _TC, row_place):
                span, merged = cell_shape(cell)
                if merged:
                    # Word shows nothing of a cell that goes on from the one above it.
                    place = replace(place, away=place.away or "merged-cell")
                name = f"{self._place.prefix}t{table + 1}r{row_at + 1}c{column + 1}"
                spot = Cell(table, row_at, column)
                where = Place(name, place.kind, spot, place.mark, place.tag, place.away)
                inner = Story(book, where)
                inner._waiting = checkbox_around(cell)
                inner.read(cell)
                column += span


def _whole_tag(line: Line) -> str | None:
    """The name of the control that all the line's visible text stands in."""
    for start, end, name in line.controls:
        text = line.text
        if text[start:end].strip() and not (text[:start] + text[end:]).strip():
            return name
    return None
