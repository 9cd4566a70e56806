"""Paragraphs, lists and tables in reading order → blocks. One `Story` reads the body, or a note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from lxml import etree

from innspill.stages.reading.core.formats.manuscript import ORDINARY, Place, Role
from innspill.stages.reading.core.formats.odf.line import H, Line, P, text_of
from innspill.stages.reading.core.formats.odf.lists import Counters
from innspill.stages.reading.core.formats.odf.names import (
    DRAW,
    OFFICE,
    PRESENTATION,
    SVG,
    TABLE,
    TEXT,
    XML_ID,
    all_text,
    count,
)
from innspill.stages.reading.core.formats.odf.setting import Setting
from innspill.stages.reading.core.formats.odf.styles import ParagraphStyle
from innspill.stages.reading.core.values import Cell, Hidden

_ROW, _CELL = TABLE + "table-row", TABLE + "table-cell"
_COVERED = TABLE + "covered-table-cell"
_ROW_GROUPS = frozenset(
    TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")
)
_MOST = 1_000_000
_HIGHEST_LEVEL = 10
_WITHOUT_TEXT = (
    OFFICE + "forms", OFFICE + "event-listeners", OFFICE + "annotation", TEXT + "tracked-changes",
    SVG + "title", SVG + "desc", DRAW + "enhanced-geometry", TEXT + "index-title-template",
    TEXT + "table-of-content-source", TEXT + "illustration-index-source",
    TEXT + "table-index-source", TEXT + "object-index-source", TEXT + "user-index-source",
    TEXT + "alphabetical-index-source", TEXT + "bibliography-source", TABLE + "title",
    TABLE + "desc",
)  # fmt: skip


@dataclass(slots=True)
class _Item:
    """The list item that we are in; its first paragraph takes its label."""

    counters: Counters
    style: str | None
    level: int
    labelled: bool = True
    start: int | None = None
    number: str | None = None


class Story:
    """Reads the paragraphs of one place, numbering them from 1."""

    def __init__(self, setting: Setting, place: Place) -> None:
        self._setting = setting
        self._place = place
        self._paragraphs = 0
        self._item: _Item | None = None

    def read(self, parent: etree._Element) -> None:
        """Read the paragraphs, lists, tables and text boxes in `parent`."""
        for node in parent:
            handler = self.HANDLERS.get(node.tag)
            if handler is not None:
                handler(self, node)
            elif node.tag.startswith(DRAW):
                self._drawing(node)
            else:
                self.read(node)

    def _skip(self, _: etree._Element) -> None:
        """Nothing of it is text."""

    def _away(self, kind: str, node: etree._Element) -> None:
        """Read `node` as something that is not shown."""
        before = self._place
        self._place = replace(before, away=before.away or kind)
        self.read(node)
        self._place = before

    def _section(self, node: etree._Element) -> None:
        display = node.get(TEXT + "display")
        if display == "none" or (display == "condition" and node.get(TEXT + "is-hidden") == "true"):
            self._away("hidden", node)
        else:
            self.read(node)

    def _speaker_notes(self, node: etree._Element) -> None:
        self._away("hidden", node)

    def _page(self, node: etree._Element) -> None:
        before = self._place
        self._place = replace(before, page=(before.page or 0) + 1)
        self.read(node)
        self._place = replace(before, page=self._place.page)

    def _change(self, node: etree._Element) -> None:
        """What was deleted between two paragraphs."""
        deletion = self._setting.deletions.pop(node.get(TEXT + "change-id", ""), None)
        text = text_of(deletion, self._setting) if deletion is not None else ""
        if text:
            book = self._setting.book
            book.hidden.append(Hidden("deleted", text, book.nearest()))

    # Paragraphs

    def _paragraph(self, node: etree._Element) -> None:
        self._paragraphs += 1
        name = self._name()
        style = self._setting.styles.paragraph(node.get(TEXT + "style-name"))
        role = self._role(node, style)
        line = Line(self._setting, style.look)
        line.walk(node)
        place = replace(self._place, away=self._place.away or "hidden") if line.hidden else None
        self._setting.book.add(name, line.out, place or self._place, role)
        for frame in line.out.frames:
            self._frame(frame)

    def _name(self) -> str:
        return f"{self._place.prefix}p{self._paragraphs}"

    def _frame(self, content: etree._Element) -> None:
        book, place = self._setting.book, self._place
        book.frames += 1
        kind = place.kind or "text-box"
        inner = replace(place, prefix=f"b{book.frames}", kind=kind, cell=None)
        Story(self._setting, inner).read(content)

    def _drawing(self, node: etree._Element) -> None:
        """A drawing that stands on the page and in no paragraph."""
        line = Line(self._setting)
        line.element(node)
        if line.out.text.strip():
            book = self._setting.book
            book.frames += 1
            kind = self._place.kind or "text-box"
            book.add(f"b{book.frames}", line.out, replace(self._place, kind=kind))
        for frame in line.out.frames:
            self._frame(frame)

    def _role(self, node: etree._Element, style: ParagraphStyle) -> Role:
        """Whether a paragraph is a heading, its level from 1, and its list label."""
        heading = node.tag == H
        if heading:
            level: int | None = count(node.get(TEXT + "outline-level"), 1, _HIGHEST_LEVEL) or 1
        else:
            level = 1 if style.title else None
        item, self._item = self._item, None
        if item is None:
            label = self._heading_label(node, style, level or 1) if heading else None
        else:
            self._item = replace(item, labelled=False)
            label = self._label(item, style)
            level = item.level if level is None and label is not None else level
        if level is None and label is None:
            return ORDINARY
        return Role(level, label, heading or style.title)

    def _heading_label(self, node: etree._Element, style: ParagraphStyle, level: int) -> str | None:
        written = node.find(TEXT + "number")
        start = node.get(TEXT + "start-value") if node.get(TEXT + "restart-numbering") else None
        if node.get(TEXT + "is-list-header") == "true" or style.list_style == "":
            return None
        label = self._setting.lists.heading(level, count(start, 1, _MOST) if start else None)
        return all_text(written).strip() or None if written is not None else label

    def _label(self, item: _Item, style: ParagraphStyle) -> str | None:
        if not item.labelled:
            return None
        list_style = item.style or style.list_style or ""
        label = self._setting.lists.label(item.counters, list_style, item.level, item.start)
        return item.number or label

    # Lists

    def _list(self, node: etree._Element) -> None:
        before = self._item
        style = node.get(TEXT + "style-name") or (before.style if before is not None else None)
        counters = before.counters if before is not None else self._begin(node, style)
        level = before.level + 1 if before is not None else 1
        for part in node:
            if part.tag in (TEXT + "list-item", TEXT + "list-header"):
                start, number = part.get(TEXT + "start-value"), part.find(TEXT + "number")
                self._item = _Item(
                    counters, style, level,
                    labelled=part.tag == TEXT + "list-item",
                    start=count(start, 1, _MOST) if start else None,
                    number=all_text(number).strip() if number is not None else None,
                )  # fmt: skip
                self.read(part)
        self._item = replace(before, labelled=False) if before is not None else None

    def _begin(self, node: etree._Element, style: str | None) -> Counters:
        return self._setting.lists.begin(
            style or "", node.get(XML_ID), node.get(TEXT + "continue-list"),
            node.get(TEXT + "continue-numbering") == "true",
        )  # fmt: skip

    def _numbered_paragraph(self, node: etree._Element) -> None:
        """A list item that stands for itself, with the id of its list."""
        list_id, style = node.get(TEXT + "list-id"), node.get(TEXT + "style-name")
        counters = self._setting.lists.begin(style or "", list_id, list_id, False)
        start = node.get(TEXT + "start-value")
        level = max(count(node.get(TEXT + "level"), 1, _HIGHEST_LEVEL), 1)
        value = count(start, 1, _MOST) if start else None
        self._item = _Item(counters, style, level, start=value)
        self.read(node)
        self._item = None

    # Tables

    def _table(self, node: etree._Element) -> None:
        book = self._setting.book
        before, self._item = self._item, None
        table = book.tables
        book.tables += 1
        row_at = 0
        for row in _rows(node):
            times = self._times(row, TABLE + "number-rows-repeated")
            if _shows(row):
                for at in range(row_at, row_at + times):
                    self._row(row, table, at)
            row_at += times
        self._item = before

    def _row(self, row: etree._Element, table: int, row_at: int) -> None:
        away = self._place.away
        if row.get(TABLE + "visibility") in ("collapse", "filter"):
            away = away or "hidden"
        column = 0
        for cell in row.iterchildren(_CELL, _COVERED):
            # A covered cell lies under its neighbour: nothing of it is shown.
            inner = away or ("merged-cell" if cell.tag == _COVERED else None)
            times = self._times(cell, TABLE + "number-columns-repeated")
            if _shows(cell):
                for at in range(column, column + times):
                    name = f"{self._place.prefix}t{table + 1}r{row_at + 1}c{at + 1}"
                    place = replace(
                        self._place, prefix=name, cell=Cell(table, row_at, at), away=inner
                    )
                    Story(self._setting, place).read(cell)
            column += times

    def _times(self, element: etree._Element, name: str) -> int:
        """How many times `element` is shown, told from its attribute `name`."""
        times = count(element.get(name), 1, _MOST) or 1
        if times > 1 and _shows(element):
            self._setting.state.repeat(element, times)
        return times

    HANDLERS: ClassVar[dict[str, Callable[..., None]]] = {
        P: _paragraph,
        H: _paragraph,
        TEXT + "list": _list,
        TEXT + "numbered-paragraph": _numbered_paragraph,
        TEXT + "section": _section,
        TEXT + "change": _change,
        TABLE + "table": _table,
        DRAW + "page": _page,
        PRESENTATION + "notes": _speaker_notes,
        **dict.fromkeys(_WITHOUT_TEXT, _skip),
    }


class NoteStory(Story):
    """A note: its first paragraph bears the note's own name ("fn1"), the next "fn1p2"."""

    def _name(self) -> str:
        return self._place.prefix if self._paragraphs == 1 else super()._name()


def _shows(element: etree._Element) -> bool:
    """Whether a row or cell holds anything that could be shown."""
    return next(element.iter(P, H, DRAW + "frame"), None) is not None


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for node in table:
        if node.tag == _ROW:
            yield node
        elif node.tag in _ROW_GROUPS:
            yield from _rows(node)
