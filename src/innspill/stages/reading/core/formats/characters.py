"""Tick boxes among characters: which glyphs, symbol-font bytes and brackets are one, and its state.

Sources: the Unicode charts (Miscellaneous Symbols, Dingbats) and the Wingdings, Wingdings 2 and
Webdings layouts. Word stores a symbol-font byte b as the private-use character U+F000 + b.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from innspill.stages.reading.core.values import Box, NoteRef, Technique

TICKED = "☒"
EMPTY = "☐"

_TICKED_GLYPHS = "☒☑✓✔✗✘✕✖❎✅⊠⮽🗷🗹🗸🗵"
_EMPTY_GLYPHS = "☐□▢◻⬜❏❐❑❒🞎🞏🗆"
_GLYPHS = dict.fromkeys(_TICKED_GLYPHS, True) | dict.fromkeys(_EMPTY_GLYPHS, False)

_WINGDINGS = dict.fromkeys((0x78, 0xFB, 0xFC, 0xFD, 0xFE), True) | dict.fromkeys(
    (0x6F, 0x70, 0x71, 0x72, 0xA8), False
)
_WINGDINGS_2 = dict.fromkeys((0x4F, 0x50, 0x51, 0x52, 0x53, 0x54), True) | {0xA3: False}
_WEBDINGS = {0x61: True, 0x72: True, 0x63: False}
_FONTS: dict[str, dict[int, bool]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "symbol": {},
}
_PRIVATE = {chr(0xF000 + byte): ticked for byte, ticked in _WINGDINGS.items()}

_SIGN = f"[{_TICKED_GLYPHS}{_EMPTY_GLYPHS}{''.join(_PRIVATE)}]"
# What stands before a bracket is asked for after it, so that searching can leap from one to the next.
_SQUARE = r"\[(?<![\w)\]]\[)(?:[ \u00a0_]?|[xXvV✓✔✗✘])\](?![\w(\[])"
_ROUND = r"\((?<![\w)\]]\()(?:[ \u00a0]|[xX✓✔✗✘])\)(?![\w(\[])"
_ANY = re.compile(f"{_SIGN}|{_SQUARE}|{_ROUND}")
_find_square, _find_round = re.compile(_SQUARE).search, re.compile(_ROUND).search
_UNSHOWABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_CONTROL = re.compile(f"[{_UNSHOWABLE}]")
_USUAL = bytes({*range(0x20, 0x7F), 9, 10, *range(0x80, 0xE2)} - set(b"[("))
"""The bytes, in UTF-8, of letters and usual punctuation: striking them out is quicker still."""
_find_odd = re.compile("[^ -~\\xa0-\u1fff\u2010-\u2027\\t\\n]").search
"""Whatever is neither a letter nor usual punctuation: found many times quicker than the patterns."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Text as shown, each tick box one character, and what of it lies where."""

    text: str
    boxes: tuple[Box, ...]
    notes: tuple[NoteRef, ...]
    shifts: tuple[tuple[int, int], ...] = ()
    """(from this place of the raw text on, so many characters fewer), in rising order."""

    def place(self, raw: int) -> int:
        """Where the character that was number `raw` stands now."""
        less = 0
        for end, by in self.shifts:
            if raw < end:
                return min(raw - less, end - by)
            less = by
        return raw - less


def glyph(ticked: bool) -> str:
    """The one character that stands for a box in every block's text."""
    return TICKED if ticked else EMPTY


def state_of(character: str) -> bool | None:
    """Whether `character` is a ticked box (True), an empty one (False), or none (None)."""
    found = _GLYPHS.get(character)
    return _PRIVATE.get(character) if found is None else found


def symbol_state(font: str, code: int) -> bool | None:
    """Whether character `code` of a symbol font is a ticked box, an empty one, or none.

    An unknown font is read as Unicode, or as Wingdings in the private-use area.
    """
    table = _FONTS.get(font.strip().lower())
    if table is not None and code & 0xFF00 in (0, 0xF000):
        return table.get(code & 0xFF)
    return state_of(chr(code)) if 0 < code < 0x110000 else None


def is_symbol_font(font: str) -> bool:
    """Whether letters of `font` are pictures."""
    return font.strip().lower() in _FONTS


def is_shown_as_it_is(text: str) -> bool:
    """Whether `text` has no tick box and no character that cannot be shown: most texts have none."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return not rest or not (
        _find_odd(text)
        or ("(" in text and _find_round(text))
        or ("[" in text and _find_square(text))
    )


def show(text: str, boxes: list[Box] | None = None, notes: list[NoteRef] | None = None) -> Shown:
    """`text` with every typed tick box as one character, and all boxes in it.

    `boxes` are those already known (their characters already stand in the text). Characters that
    cannot be shown (control characters, lone surrogates) become U+FFFD, one for one.
    """
    if is_shown_as_it_is(text):
        return Shown(text, (), tuple(notes) if notes else ())
    text = _CONTROL.sub("\ufffd", text)
    known = {box.at: box for box in boxes or ()}
    pieces: list[str] = []
    found: list[Box] = []
    shifts: list[tuple[int, int]] = []
    done = less = 0
    for match in _ANY.finditer(text):
        start, end = match.span()
        box = _as_box(match.group(), start - less, known.get(start))
        pieces += (text[done:start], glyph(box.ticked))
        found.append(box)
        if end - start > 1:
            less += end - start - 1
            shifts.append((end, less))
        done = end
    if not found:
        return Shown(text, (), tuple(notes) if notes else ())
    pieces.append(text[done:])
    shown = Shown("".join(pieces), tuple(found), (), tuple(shifts))
    if not notes:
        return shown
    moved = tuple(NoteRef(shown.place(n.start), shown.place(n.end), n.mark) for n in notes)
    return Shown(shown.text, shown.boxes, moved, shown.shifts)


def _as_box(found: str, at: int, known: Box | None) -> Box:
    if known is not None:
        return known if known.at == at else replace(known, at=at)
    if len(found) > 1:
        return Box(at, found[1:-1] not in ("", " ", "\u00a0", "_"), "bracket")
    technique: Technique = "private-use" if found in _PRIVATE else "glyph"
    return Box(at, bool(state_of(found)), technique)
