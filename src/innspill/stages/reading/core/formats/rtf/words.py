"""Control words of RTF that change how text looks, stand for characters, or end paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from innspill.stages.reading.core.formats.manuscript import PLAIN, Role
from innspill.stages.reading.core.formats.rtf.flow import CellShape, is_empty
from innspill.stages.reading.core.formats.rtf.letters import code_page
from innspill.stages.reading.core.formats.rtf.machine import Handler, Machine
from innspill.stages.reading.core.formats.rtf.state import SHOWN

_CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"lbr": "\n", b"page": "\n", b"column": "\n", b"emdash": "—",
    b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005",
}  # fmt: skip
_LINES = (
    "ul", "ulw", "uld", "uldb", "ulth", "ulwave", "uldash", "uldashd", "uldashdd", "ulhwave",
    "ulldash", "ululdbwave", "ulthd", "ulthdash", "ulthdashd", "ulthdashdd", "ulthldash",
)  # fmt: skip
_CODE_PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_MOST_FALLBACK = 32


class Words(Machine):
    """A machine that knows the words of running text."""

    tracked = False
    """Whether somebody's insertions and deletions stand in the text, not yet settled."""
    default_font = -1

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.shapes: list[CellShape] = []
        """The cells of the present row."""
        self._goes_on = False

    # Looks

    def _plain(self, _: int | None) -> None:
        self.state.look, self.state.deleted = PLAIN, False
        self.set_font(self.default_font)

    def set_font(self, number: int) -> None:
        """Set what comes in the font `number`."""
        self.state.font = number
        font = self.header.fonts.get(number)
        symbols = font.symbols if font is not None else None
        if symbols != self.state.look.symbols:
            self.set_look("symbols", symbols)

    def _coloured(self, number: int | None) -> None:
        self.set_look("highlighted", self.header.is_colour(number or 0))

    def _deleted(self, number: int | None) -> None:
        self.state.deleted = number != 0
        self.tracked = self.tracked or (self.state.deleted and self.state.target is SHOWN)

    def _revised(self, number: int | None) -> None:
        self.tracked = self.tracked or (number != 0 and self.state.target is SHOWN)

    # Letters

    def _set_code_page(self, number: int | None) -> None:
        self.codec = code_page(number or 0) or self.codec

    def _set_default_font(self, number: int | None) -> None:
        self.default_font = self.state.font = number or 0

    def _set_fallback(self, number: int | None) -> None:
        self.state.fallback = min(max(1 if number is None else number, 0), _MOST_FALLBACK)

    # Paragraphs

    def _pard(self, _: int | None) -> None:
        self.state.begin_paragraph()

    def _par(self, _: int | None) -> None:
        if self.state.target is SHOWN:
            self.flows[-1].end_paragraph(self.state.depth, self._role())
        else:
            self.put("\n")

    def _section(self, _: int | None) -> None:
        if not is_empty(self.paragraph):
            self._par(None)

    def _role(self) -> Role:
        outline = self.state.outline
        level = self.header.heading_level(self.state.style)
        if outline is not None:
            level = outline + 1 if 0 <= outline < 9 else None
        label = self.flows[-1].label or None
        heading = level is not None
        if level is None and label is not None:
            level = self.state.list_level + 1
        return Role(level, label, heading)

    def _set_list_level(self, number: int | None) -> None:
        self.state.list_level = min(max(number or 0, 0), 8)

    # Tables

    def _in_table(self, number: int | None) -> None:
        self.state.in_table = number != 0

    def _table_depth(self, number: int | None) -> None:
        self.state.table_depth = max(number or 0, 0)

    def _row_begins(self, _: int | None) -> None:
        self.shapes, self._goes_on = [], False

    def _cell_goes_on(self, _: int | None) -> None:
        self._goes_on = True

    def _cell_shape(self, number: int | None) -> None:
        self.shapes.append(CellShape(number or 0, self._goes_on))
        self._goes_on = False

    def _end_cell(self, depth: int) -> None:
        if self.state.target is SHOWN:
            flow = self.flows[-1]
            flow.end_paragraph(depth, self._role())
            if flow.tables:
                flow.tables[-1].end_cell()

    def _cell(self, _: int | None) -> None:
        self._end_cell(1)

    def _nested_cell(self, _: int | None) -> None:
        self._end_cell(max(self.state.depth, 2))

    def _row(self, _: int | None) -> None:
        flow = self.flows[-1]
        if flow.tables:
            flow.in_tables(1)
            flow.tables[-1].end_row(self.shapes)

    def _nested_row(self, _: int | None) -> None:
        flow = self.flows[-1]
        if len(flow.tables) > 1:
            flow.tables[-1].end_row(self.shapes)

    WORDS: ClassVar[dict[bytes, Handler]] = {
        b"plain": _plain,
        b"highlight": _coloured,
        b"chcbpat": _coloured,
        b"cb": _coloured,
        b"deleted": _deleted,
        b"revised": _revised,
        b"ansicpg": _set_code_page,
        b"deff": _set_default_font,
        b"uc": _set_fallback,
        b"pard": _pard,
        b"par": _par,
        b"sect": _section,
        b"ilvl": _set_list_level,
        b"intbl": _in_table,
        b"itap": _table_depth,
        b"trowd": _row_begins,
        b"clvmrg": _cell_goes_on,
        b"clmrg": _cell_goes_on,
        b"cellx": _cell_shape,
        b"cell": _cell,
        b"nestcell": _nested_cell,
        b"row": _row,
        b"nestrow": _nested_row,
    }


def _character(text: str) -> Handler:
    def put(machine: Words, _: int | None) -> None:
        machine.put(text)

    return put


def _switch(name: str, *, off: bool = False) -> Handler:
    def switch(machine: Words, number: int | None) -> None:
        machine.set_look(name, not off and number != 0)

    return switch


def _code_page(codec: str) -> Callable[[Words, int | None], None]:
    def use(machine: Words, _: int | None) -> None:
        machine.codec = codec

    return use


Words.WORDS.update({word: _character(text) for word, text in _CHARACTERS.items()})
Words.WORDS.update({word: _code_page(codec) for word, codec in _CODE_PAGES.items()})
Words.WORDS.update({line.encode(): _switch("underlined") for line in _LINES})
Words.WORDS.update({
    b"b": _switch("bold"),
    b"strike": _switch("struck"),
    b"striked": _switch("struck"),
    b"ulnone": _switch("underlined", off=True),
    b"v": _switch("hidden"),
})  # fmt: skip
