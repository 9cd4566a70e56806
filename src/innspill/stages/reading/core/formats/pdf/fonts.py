"""The fonts of a PDF by their names: which are bold, and which have pictures for letters."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

from innspill.stages.reading.core.formats.characters import symbol_state
from innspill.stages.reading.core.formats.pdf import calls

_BOLD = re.compile(r"bold|black|heavy|[-,]bd|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_SYMBOL_FONTS = (
    (re.compile(r"wingdings[-_ ]?2"), "wingdings 2"),
    (re.compile(r"wingdings[-_ ]?3"), "wingdings 3"),
    (re.compile(r"wingdings"), "wingdings"),
    (re.compile(r"webdings"), "webdings"),
)
_PICTURES = {0x6C: "●", 0x6E: "■", 0x76: "❖", 0xA7: "▪", 0xD8: "➢", 0xE0: "→", 0x9F: "•"}
"""Wingdings' letters that people use for lists, as the characters that look like them."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font: its name, whether it is bold, and the symbol font that it is."""

    name: str
    bold: bool = False
    symbols: str | None = None

    def state(self, character: str) -> bool | None:
        """Whether `character` of a symbol font is a ticked box, an empty one, or none."""
        return symbol_state(self.symbols, ord(character)) if self.symbols else None

    def picture(self, character: str) -> str:
        """What a `character` of a symbol font looks like; itself where nobody knows."""
        if self.symbols != "wingdings" or ord(character) & 0xFF00 not in (0, 0xF000):
            return character
        return _PICTURES.get(ord(character) & 0xFF, character)


class Fonts:
    """The fonts met so far, so that each is asked for its name once."""

    unknown = Font("")

    def __init__(self) -> None:
        self._met: dict[int, Font] = {}

    def of(self, place: int | None) -> Font:
        """The font at PDFium's address `place`."""
        if not place:
            return self.unknown
        if place not in self._met:
            room = ctypes.create_string_buffer(128)
            calls.font_name(place, room, len(room))
            name = _SUBSET.sub("", room.value.decode("utf-8", "replace"))
            bold = bool(_BOLD.search(name)) or calls.font_weight(place) >= _BOLD_WEIGHT
            self._met[place] = Font(name, bold, _symbols(name))
        return self._met[place]


def _symbols(name: str) -> str | None:
    small = name.lower()
    return next((known for pattern, known in _SYMBOL_FONTS if pattern.search(small)), None)
