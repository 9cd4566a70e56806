"""Paragraphs and tables in reading order → blocks. One `Story` reads the body, a header, a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.blocks import block_of, text_block
from innspill.stages.reading.core.formats.characters import Shown, is_shown_as_it_is
from innspill.stages.reading.core.formats.docx.controls import SDT_CONTENT, Control, read_control
from innspill.stages.reading.core.formats.docx.drawings import DRAWN, alternative
from innspill.stages.reading.core.formats.docx.emphasis import merged
from innspill.stages.reading.core.formats.docx.fragments import Fragments
from innspill.stages.reading.core.formats.docx.line import Line
from innspill.stages.reading.core.formats.docx.package import MC, VAL, W, child, number
from innspill.stages.reading.core.formats.docx.styles import PLAIN, Styles, outline_level
from innspill.stages.reading.core.formats.docx.tables import (
    Book,
    Place,
    parts_of,
    read_cell,
    read_row,
)
from innspill.stages.reading.core.values import Block, BlockKind, Cell, Hidden

_P, _TBL, _SDT, _TR, _TC = W + "p", W + "tbl", W + "sdt", W + "tr", W + "tc"
_PROPERTIES, _STYLE, _OUTLINE, _TEXT = W + "pPr", W + "pStyle", W + "outlineLvl", W + "t"
_NUMBERING, _MARK, _GONE = W + "numPr", W + "rPr", (W + "del", W + "moveFrom")
_NUMBER, _LEVEL = W + "numId", W + "ilvl"
_ALTERNATIVES = MC + "AlternateContent"
_WITHOUT_TEXT = frozenset(
    W + name
    for name in ("sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sdtPr", "sdtEndPr")
)


class _Looks:
    """What a paragraph's properties say that matters to reading."""

    __slots__ = ("listed", "mark", "outline", "style")

    def __init__(self, properties: Iterable[etree._Element], styles: Styles) -> None:
        self.style = PLAIN
        self.outline: etree._Element | None = None
        self.listed: etree._Element | None = None
        self.mark: etree._Element | None = None
        for node in properties:
            tag = node.tag
            if tag == _STYLE:
                self.style = styles.get(node.get(VAL))
            elif tag == _NUMBERING:
                self.listed = node
            elif tag == _OUTLINE:
                self.outline = node
            elif tag == _MARK:
                self.mark = node

    def mark_is_gone(self) -> bool:
        """Whether the mark that ends the paragraph was deleted: the next one goes on in it."""
        return self.mark is not None and any(node.tag in _GONE for node in self.mark)


_NO_LOOKS = _Looks((), Styles(Fragments(b"", "styles")))
"""Those of most paragraphs."""


class Story:
    """Reads the paragraphs of one place, numbering them from 1."""

    def __init__(self, book: Book, place: Place, around: Control | None = None) -> None:
        self._book = book
        self._place = place
        self._paragraphs = 0
        self._waiting = around
        """A tick box control around whole paragraphs: its box belongs to the next one."""
        self._carried: Line | None = None
        """What stands before a paragraph mark that was deleted: the next paragraph goes on."""

    def read(self, parent: etree._Element) -> None:
        """Read the paragraphs, tables and controls in `parent`, to the story's end."""
        self._read(parent)
        self._put_down()

    def _read(self, parent: etree._Element) -> None:
        for node in parent:
            tag = node.tag
            if tag == _P:
                self._paragraph(node)
            elif tag == _TBL:
                self._put_down()
                self._table(node)
            elif tag == _SDT:
                self._control(node)
            elif tag == _ALTERNATIVES:
                chosen = alternative(node)
                if chosen is not None:
                    self._read(chosen)
            elif tag in _GONE:
                self._within(node, replace(self._place, away=self._place.away or "deleted"))
            elif tag not in _WITHOUT_TEXT:
                self._read(node)

    def _control(self, node: etree._Element) -> None:
        content = child(node, SDT_CONTENT)
        if content is None:
            return
        control = read_control(node)
        place = self._place
        if control.checkbox is not None:
            self._waiting = control
        elif control.prompt:
            place = replace(place, away=place.away or "placeholder")
        elif control.name:
            place = replace(place, tag=control.name)
        self._within(content, place)
        self._waiting = None

    def _within(self, parent: etree._Element, place: Place) -> None:
        before, self._place = self._place, place
        self._read(parent)
        self._place = before

    # Paragraphs

    def _paragraph(self, node: etree._Element) -> None:
        self._paragraphs += 1
        setting = self._book.setting
        # The properties are a paragraph's first child (ECMA-376 part 1, 17.3.1.26).
        first = node[0] if len(node) else None
        looks = _NO_LOOKS
        if first is not None and first.tag == _PROPERTIES:
            looks = _Looks(first, setting.styles)
        line, font = self._carried, looks.style.symbol_font
        if line is None and self._waiting is None and not font and node not in setting.rich:
            self._add_plain("".join([text.text or "" for text in node.iter(_TEXT)]), looks)
            return
        line = line or Line(setting, font)
        line.read(node)
        if self._waiting is not None and self._waiting.checkbox is not None:
            line.settle_checkbox(self._waiting.checkbox, self._waiting.name)
            self._waiting = None
        if setting.tracked and looks.mark_is_gone():
            self._carried = line
            return
        self._carried = None
        self._add(line, looks)

    def _add_plain(self, text: str, looks: _Looks) -> None:
        place = self._place
        if place.away is not None or looks.style.hidden:
            if text.strip():
                self._book.hidden.append(Hidden(place.away or "hidden", text, self._nearest()))
            return
        kind, level, label = self._role(looks)
        if not text or text.isspace():
            return
        block: Block | None
        if is_shown_as_it_is(text):
            block = text_block(
                self._name(), kind, text,
                level=level, label=label, tag=place.tag, cell=place.cell, mark=place.mark,
            )  # fmt: skip
        else:
            block, _ = block_of(
                self._name(), kind, text,
                level=level, label=label, tag=place.tag, cell=place.cell, mark=place.mark,
            )  # fmt: skip
        if block is not None:
            self._book.blocks.append(block)

    def _put_down(self) -> None:
        """Nothing follows that could go on from the paragraph whose mark was deleted."""
        line, self._carried = self._carried, None
        if line is not None:
            self._add(line, _NO_LOOKS)

    def _name(self) -> str:
        return f"{self._place.prefix}p{self._paragraphs}"

    def _add(self, line: Line, looks: _Looks) -> None:
        book, place, text = self._book, self._place, line.text
        away = place.away or ("hidden" if looks.style.hidden else None)
        if away is not None:
            if text.strip():
                book.hidden.append(Hidden(away, text, self._nearest()))
            self._hide(line, None)
            self._add_frames(line)
            return
        kind, level, label = self._role(looks)
        name = self._name()
        block, shown = block_of(
            name, kind, text, boxes=line.boxes, notes=line.notes,
            level=level, label=label, tag=place.tag or _whole_tag(line),
            cell=place.cell, mark=place.mark,
            emphases=merged(line.marked, text) if line.marked and kind != "heading" else (),
        )  # fmt: skip
        if block is not None:
            book.blocks.append(block)
        if line.away:
            self._hide(line, shown if block is not None else None)
        for comment, at in line.comments:
            spots = book.comments.setdefault(comment, [])
            spots.extend(
                ((name, shown.place(at)),) if block is not None
                else ((o.block, o.start) for o in self._nearest())
            )  # fmt: skip
        if line.frames:
            self._add_frames(line)

    def _add_frames(self, line: Line) -> None:
        """The text boxes and drawings that are anchored in the line."""
        book, place = self._book, self._place
        for frame in line.frames:
            book.frames += 1
            prefix = f"b{book.frames}"
            inner = replace(place, prefix=prefix, kind=place.kind or "text-box", cell=None)
            if frame.tag not in DRAWN:
                Story(book, inner).read(frame)
                continue
            for at, text in enumerate(book.setting.parts.drawn_texts(frame), start=1):
                self._add_drawn(f"{prefix}p{at}", inner, text)

    def _add_drawn(self, name: str, place: Place, text: str) -> None:
        if place.away is not None:
            self._book.hidden.append(Hidden(place.away, text, self._nearest()))
            return
        block, _ = block_of(name, place.kind or "text-box", text, tag=place.tag, mark=place.mark)
        if block is not None:
            self._book.blocks.append(block)

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

    def _role(self, looks: _Looks) -> tuple[BlockKind, int | None, str | None]:
        """What a paragraph is, its level from 1 and its list label."""
        place = self._place
        if looks is _NO_LOOKS:
            return place.kind or ("cell" if place.cell else "paragraph"), None, None
        style = looks.style
        heading = style.level if looks.outline is None else outline_level(looks.outline)
        list_id, at = style.list_id, style.list_level
        for part in looks.listed if looks.listed is not None else ():
            if part.tag == _NUMBER:
                list_id = part.get(VAL)
            elif part.tag == _LEVEL:
                at = number(part.get(VAL), 0, 8)
        level, label = heading, None
        if list_id and list_id != "0":
            numbering = self._book.numbering
            if at is None:
                at = numbering.level_of_style(list_id, style.id) or 0
            label = numbering.label(list_id, max(at, 0))
            level = at + 1 if heading is None else heading
        kind: BlockKind = place.kind or (
            "heading" if heading is not None else "cell" if place.cell
            else "list-item" if label is not None else "paragraph"
        )  # fmt: skip
        return kind, level, label

    # Tables

    def _table(self, node: etree._Element) -> None:
        book, prefix = self._book, self._place.prefix
        table = book.tables
        book.tables += 1
        for row_at, row in enumerate(parts_of(node, _TR, self._place)):
            column, row_place = read_row(row)
            for cell in parts_of(row.element, _TC, row_place):
                span, place = read_cell(cell)
                name = f"{prefix}t{table + 1}r{row_at + 1}c{column + 1}"
                spot = Cell(table, row_at, column)
                where = Place(name, place.kind, spot, place.mark, place.tag, place.away)
                Story(book, where, cell.around).read(cell.element)
                column += span


def _whole_tag(line: Line) -> str | None:
    """The name of the control that all the line's visible text stands in."""
    if not line.controls:
        return None
    text = line.text
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    for start, end, name in line.controls:
        if start <= first < last <= end:
            return name
    return None
