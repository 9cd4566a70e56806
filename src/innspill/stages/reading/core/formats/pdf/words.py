"""The words of a page with their places, as PDFium finds them in the file."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from innspill.stages.reading.core.formats.characters import glyph, state_of
from innspill.stages.reading.core.formats.pdf import calls
from innspill.stages.reading.core.formats.pdf.fonts import Font, Fonts
from innspill.stages.reading.core.formats.pdf.geometry import Rect, View
from innspill.stages.reading.core.values import Technique

MOST_CHARACTERS = 200_000
_LEVEL = 0.001
_WIDE = 1.5
_SAMPLED = 8
_FEW = 2_000
"""Of more characters than this, one word in so many is asked if the file names its letters."""
_GLYPHS = "".join(
    chr(code)
    for first, last in ((0x2000, 0x3000), (0xF000, 0xF100), (0x1F5C0, 0x1F800))
    for code in range(first, last)
    if state_of(chr(code)) is not None
)
_WORD = re.compile(rf"[{_GLYPHS}]|[^\s{_GLYPHS}]+")
"""A word, or the glyph of a tick box, which is always one of its own."""
_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
     "\x02": "-", "\ufffe": "-", "\0": "\ufffd", "\uf0b7": "•"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text is set: its font, letter size in points, and direction."""

    place: int
    """PDFium's address of the piece; 0 for what is in no piece."""
    font: Font
    size: float
    turn: int = 0
    mode: int = 0
    base: float | None = None
    """The baseline of all its letters, where it runs level."""


@dataclass(slots=True)
class Ticking:
    """The state of a tick box that a word is."""

    ticked: bool
    technique: Technique
    tag: str | None = None
    conflict: bool = False
    unsure: bool = False


@dataclass(slots=True)
class Word:
    """A word or a part of one: left and right edge, baseline and letter size, in points.

    `number` counts the words of the page as the file has them; `glued` says that no space
    stands before it there.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    number: int = -1
    glued: bool = False
    look: Look | None = None
    box: Ticking | None = None
    tag: str | None = None
    """For what was written into a form field: the field's name."""
    artifact: bool = False
    """Whether the file says that it belongs to the page and not to the text."""
    before: str | None = None
    """What parts it from the word before it in its line, where that is not for its place to say."""

    @property
    def rect(self) -> Rect:
        """What it covers, roughly."""
        return Rect(
            self.left, self.base - 0.2 * self.size, self.right, self.base + 0.75 * self.size
        )

    @property
    def middle(self) -> float:
        """Half way between its edges."""
        return (self.left + self.right) / 2


@dataclass(slots=True)
class WordsFound:
    """The words of a page by the direction they run in, and how many letters are not known."""

    by_turn: dict[int, list[Word]]
    unmapped: int = 0
    cut: bool = False
    """Whether there was more than is read of one page."""


def words_on(text_page: Any, page: Rect) -> WordsFound:
    """All words of the pypdfium2 `text_page`, which shows the part `page` of the file's plane."""
    return _Reader(calls.address(text_page.raw), page).read()


class _Reader:
    def __init__(self, raw: int, page: Rect) -> None:
        self._raw = raw
        self._page = page
        self._views = [View(page, turn) for turn in range(4)]
        self._numbers = calls.Numbers(4)
        self._matrix = (ctypes.c_float * 6)()
        self._looks: dict[int, Look] = {}
        self._fonts = Fonts()
        self._number = 0
        self._special = False

    def read(self) -> WordsFound:
        found = WordsFound({})
        count = pdfium.FPDFText_CountChars(self._raw_pointer())
        found.cut = count > MOST_CHARACTERS
        text = self._text(min(count, MOST_CHARACTERS))
        self._special = not _LETTERS.keys().isdisjoint(map(ord, set(text)))
        step = _SAMPLED if count > _FEW else 1
        before, asked, unknown = -1, 0, 0
        for number, match in enumerate(_WORD.finditer(text)):
            start, end = match.span()
            if number % step == 0:
                asked += end - start
                unknown += (end - start) * (calls.map_error(self._raw, start) == 1)
            for first, after, piece in self._pieces(start, end):
                look = self._looks.get(piece) or self._look(piece, first)
                words = found.by_turn.setdefault(look.turn, [])
                for word in self._words(text, first, after, look):
                    word.number, word.glued = self._number, first == before
                    if first == before + 1 and words:
                        self._keep_space(words[-1], word, first - 1)
                    self._number += 1
                    before = after
                    words.append(word)
        found.unmapped = round(len(text) * unknown / asked) if asked else 0
        return found

    def _keep_space(self, last: Word, word: Word, at: int) -> None:
        """A wide gap that the file writes as one space is that of a justified line, no column's."""
        wide = last.base == word.base and word.left - last.right > _WIDE * word.size
        if wide and calls.is_generated(self._raw, at) == 0:
            word.before = " "

    def _raw_pointer(self) -> Any:
        return ctypes.cast(self._raw, pdfium.FPDF_TEXTPAGE)

    def _text(self, count: int) -> str:
        """All characters at once, or one by one where the file does not know some of them."""
        room = (ctypes.c_ushort * (2 * count + 2))()
        given = pdfium.FPDFText_GetText(self._raw_pointer(), 0, count, room)
        text = bytes(room)[: 2 * max(given - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        codes = (calls.char_unicode(self._raw, at) for at in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\0" for code in codes)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The word from `start` to `end` cut where another piece of text begins."""
        raw, of = self._raw, calls.text_object
        first = of(raw, start) or 0
        if end - start == 1 or (of(raw, end - 1) or 0) == first:
            yield start, end, first
            return
        begun = start
        for at in range(start + 1, end):
            piece = of(raw, at) or 0
            if piece != first:
                yield begun, at, first
                begun, first = at, piece
        yield begun, end, first

    def _look(self, piece: int, at: int) -> Look:
        look = Look(0, self._fonts.unknown, 1.0)
        if piece:
            calls.char_matrix(self._raw, at, ctypes.addressof(self._matrix))
            a, b, c, d = self._matrix[:4]
            size = ctypes.c_float(1.0)
            calls.font_size(piece, ctypes.addressof(size))
            turn = round(math.atan2(b, a) / (math.pi / 2)) % 4
            true_size = abs(size.value) * math.hypot(c, d)
            level = turn == 0 and abs(b) <= _LEVEL * abs(a)
            look = Look(
                piece, self._fonts.of(calls.font_of(piece)), true_size, turn,
                calls.render_mode(piece), self._base(at, turn) if level else None,
            )  # fmt: skip
        self._looks[piece] = look
        return look

    def _base(self, at: int, turn: int) -> float:
        """The baseline of the character `at`, as seen by who reads it."""
        calls.char_origin(self._raw, at, *self._numbers.at[:2])
        return self._views[turn].point(self._numbers.room[0], self._numbers.room[1])[1]

    def _words(self, text: str, first: int, after: int, look: Look) -> Iterator[Word]:
        """The piece as a word; of a symbol font, each letter is one, for it is a picture."""
        if look.font.symbols is None:
            shown = text[first:after]
            if self._special:
                shown = shown.translate(_LETTERS)
            yield self._word(shown, first, after - 1, look)
            return
        for at in range(first, after):
            state = look.font.state(text[at])
            shown = look.font.picture(text[at]) if state is None else glyph(state)
            word = self._word(shown, at, at, look)
            word.box = None if state is None else Ticking(state, "symbol")
            yield word

    def _word(self, text: str, first: int, last: int, look: Look) -> Word:
        at, room = self._numbers.at, self._numbers.room
        calls.char_box(self._raw, first, at[0], at[1], at[2], at[3])
        left, right, bottom, top = room[:4]
        if last > first:
            calls.char_box(self._raw, last, at[0], at[1], at[2], at[3])
            start, end, low, high = room[:4]
            left, right, bottom, top = (
                min(left, start), max(right, end), min(bottom, low), max(top, high)
            )  # fmt: skip
        base = look.base
        if look.turn == 0:
            left, right = left - self._page.left, right - self._page.left
        else:
            rect = self._views[look.turn].rect(Rect(left, bottom, right, top))
            left, right = rect.left, rect.right
        if base is None:
            base = self._base(first, look.turn)
        return Word(text, left, right, base, look.size or 1.0, look=look)
