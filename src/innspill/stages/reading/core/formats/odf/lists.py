"""List labels as OpenDocument makes them: "1)", "2.1", "a.", "•" (part 3, 19.880 and 16.30)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from innspill.stages.reading.core.formats.docx.numbering import written
from innspill.stages.reading.core.formats.manuscript import symbol_font
from innspill.stages.reading.core.formats.odf.names import LOEXT, OFFICE, STYLE, TEXT, count

OUTLINE = "Outline"
_LEVELS = 10
_HIGHEST = 1_000_000
_PLACE = re.compile(r"%(\d{1,2})%")
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVEL_STYLES = frozenset(
    TEXT + name
    for name in (
        "list-level-style-number", "list-level-style-bullet", "list-level-style-image",
        "outline-level-style",
    )
)  # fmt: skip
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list style."""

    bullet: str | None = None
    style: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    pattern: str | None = None


@dataclass(slots=True)
class Counters:
    """A list being counted: at each level the last number given."""

    style: str
    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Lists:
    """The list styles of one document, and its lists in the order they are met."""

    def __init__(self) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._known: dict[str, dict[int, _Level]] = {}
        self._by_id: dict[str, Counters] = {}
        self._latest: dict[str, Counters] = {}
        self._outline = Counters(OUTLINE)

    def learn(self, root: etree._Element) -> None:
        """Take in the list styles in `root`."""
        for group in ("automatic-styles", "styles"):
            element = root.find(OFFICE + group)
            if element is not None:
                for style in element.iterchildren(TEXT + "list-style", TEXT + "outline-style"):
                    outline = style.tag == TEXT + "outline-style"
                    name = OUTLINE if outline else style.get(STYLE + "name", "")
                    self._styles.setdefault(name, style)

    def _levels(self, name: str) -> dict[int, _Level]:
        """The levels of the list style `name`, by their number from 0."""
        known = self._known.get(name)
        if known is None:
            style = self._styles.get(name)
            known = self._known[name] = {} if style is None else _levels_of(style)
        return known

    def begin(
        self, style: str, list_id: str | None, continues: str | None, goes_on: bool
    ) -> Counters:
        """The counters of a list that begins here, maybe going on from one before it."""
        before = self._by_id.get(continues) if continues else None
        if before is None and goes_on:
            before = self._latest.get(style)
        counters = Counters(style, before.values) if before is not None else Counters(style)
        self._latest[style] = counters
        if list_id:
            self._by_id[list_id] = counters
        return counters

    def heading(self, level: int, start: int | None) -> str | None:
        """The label of a heading that stands in no list, None where headings have none."""
        if not self._levels(OUTLINE):
            return None
        return self.label(self._outline, OUTLINE, level, start)

    def label(self, counters: Counters, style: str, level: int, start: int | None) -> str | None:
        """The next label at `level` (from 1) in `style`, None where it shows none.

        `start` is the number that the item itself asks for.
        """
        at = min(level, _LEVELS) - 1
        levels = self._levels(style)
        own = levels.get(at)
        if own is None:
            return None
        values = counters.values
        last = values[at]
        values[at] = start if start is not None else own.start if last is None else last + 1
        values[at + 1 :] = [None] * (_LEVELS - at - 1)
        if own.bullet is not None:
            return own.bullet or None
        return _numbered(levels, values, at).strip() or None


def _numbered(levels: dict[int, _Level], values: list[int | None], at: int) -> str:
    def number(other: int) -> str:
        of = levels.get(other, _Level())
        value = values[other]
        return _written(of.start if value is None else value, of.style)

    own = levels[at]
    if own.pattern is not None:
        return _PLACE.sub(
            lambda found: number(int(found[1]) - 1) if 0 < int(found[1]) <= at + 1 else "",
            own.pattern,
        )
    if not own.style:
        return own.prefix + own.suffix
    first = max(at + 1 - own.shown, 0)
    numbers = [number(other) for other in range(first, at + 1)]
    return own.prefix + ".".join(each for each in numbers if each) + own.suffix


def _written(value: int, style: str) -> str:
    """`value` in the number format `style`; "" shows nothing."""
    if not style:
        return ""
    if style in ("a", "A"):
        letters = ""
        while value > 0:
            value, rest = divmod(value - 1, 26)
            letters = chr(ord(style) + rest) + letters
        return letters
    return written(value, _FORMATS.get(style.removesuffix("*"), "decimal"))


def _levels_of(style: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in style:
        if element.tag in _LEVEL_STYLES:
            at = count(element.get(TEXT + "level"), 1, _LEVELS) - 1
            if at >= 0:
                levels[at] = _level(element)
    return levels


def _level(element: etree._Element) -> _Level:
    if element.tag == TEXT + "list-level-style-bullet":
        return _Level(bullet=_bullet(element))
    if element.tag == TEXT + "list-level-style-image":
        return _Level(bullet=_BULLET)
    style = element.get(STYLE + "num-format", "")
    if element.get(STYLE + "num-letter-sync") == "true" and style in ("a", "A"):
        style += "*"
    return _Level(
        style=style,
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        shown=count(element.get(TEXT + "display-levels"), 1, _LEVELS),
        start=count(element.get(TEXT + "start-value"), 1, _HIGHEST),
        pattern=element.get(LOEXT + "num-list-format"),
    )


def _bullet(element: etree._Element) -> str:
    """The bullet as it looks: letters of symbol fonts are pictures that mean no more than a dot."""
    character = element.get(TEXT + "bullet-char", _BULLET)
    properties = element.find(STYLE + "text-properties")
    font = properties.get(STYLE + "font-name") if properties is not None else None
    private = any("\ue000" <= each <= "\uf8ff" for each in character)
    return _BULLET if private or symbol_font(font) else character
