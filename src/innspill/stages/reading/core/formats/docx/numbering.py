"""List labels as Word makes them: "1)", "2.1", "a.", "•" (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from innspill.stages.reading.core.formats.docx.fragments import Fragments
from innspill.stages.reading.core.formats.docx.package import VAL, W, child, is_on, number
from innspill.stages.reading.core.formats.docx.parts import Parts

_LEVELS = 9
_LONGEST_LABEL = 255
"""A label that is longer is damage, or an attack: each paragraph of the list would repeat it."""
_START, _FORMAT, _LABEL = W + "start", W + "numFmt", W + "lvlText"
_LEGAL, _RESTART, _FOR_STYLE = W + "isLgl", W + "lvlRestart", W + "pStyle"
_SAID = (_START, _FORMAT, _LABEL, _LEGAL, _RESTART, _FOR_STYLE)
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Bullets as symbol-font characters (Symbol and Wingdings), and what they look like.
_BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0a8": "☐",
    "\uf06f": "☐", "\uf071": "☐", "\uf0e0": "→", "\uf02d": "-",
}  # fmt: skip
_CHICAGO = "*†‡§"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    for_style: str | None = None


_USUAL = Level()


@dataclass(slots=True)
class _List:
    """One list of the document: its levels, and the counters it shares with its siblings."""

    levels: dict[int, Level]
    counters: list[int | None]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document. Labels must be asked for in document order."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}

    @cached_property
    def _part(self) -> Fragments:
        return Fragments(*self._parts.bytes_of_kind("numbering"))

    @cached_property
    def _of_style(self) -> dict[str, etree._Element]:
        """The lists that a list style stands for, by the style's id."""
        found: dict[str, etree._Element] = {}
        for element in self._part.all("abstractNum", "abstractNumId").values():
            owner = child(element, W + "styleLink")
            if owner is not None:
                found[owner.get(VAL, "")] = element
        return found

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level that the list keeps for paragraphs of `style`."""
        found = self._list(list_id)
        for at, level in found.levels.items() if found else ():
            if level.for_style == style:
                return at
        return None

    def label(self, list_id: str, at: int) -> str | None:
        """The next label of list `list_id` at level `at` (from 0), or None where it shows none."""
        found = self._list(list_id)
        if found is None or at not in found.levels:
            return None
        level = found.levels[at]
        self._count(found, at, level)
        if level.style == "bullet":
            return _BULLETS.get(level.text, level.text) or None
        if level.style == "none" and "%" not in level.text:
            return level.text or None

        def counter(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            of = found.levels.get(other, _USUAL)
            value = found.counters[other]
            style = "decimal" if level.legal else of.style
            return written(of.start if value is None else value, style)

        return _PLACE.sub(counter, level.text) or None

    @staticmethod
    def _count(found: _List, at: int, level: Level) -> None:
        counters = found.counters
        if at in found.restarts:
            counters[at] = found.restarts.pop(at)
        else:
            value = counters[at]
            counters[at] = level.start if value is None else value + 1
        for deeper in range(at + 1, _LEVELS):
            restart = found.levels.get(deeper, _USUAL).restart
            if restart is None or 0 < at + 1 <= restart:
                counters[deeper] = None

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._load(list_id)
        return self._lists[list_id]

    def _load(self, list_id: str) -> _List | None:
        num = self._part.find("num", "numId", list_id)
        link = num.find(W + "abstractNumId") if num is not None else None
        if num is None or link is None:
            return None
        abstract_id = link.get(VAL, "")
        levels = self._levels_of(abstract_id)
        restarts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            at = number(override.get(W + "ilvl"), 0, _LEVELS - 1)
            own = override.find(W + "lvl")
            if own is not None:
                levels[at] = _level(own)
            start = override.find(W + "startOverride")
            if start is not None:
                restarts[at] = number(start.get(VAL), 1)
        counters = self._counters.setdefault(abstract_id, [None] * _LEVELS)
        return _List(levels, counters, restarts)

    def _levels_of(self, abstract_id: str) -> dict[int, Level]:
        element = self._part.find("abstractNum", "abstractNumId", abstract_id)
        if element is None:
            return {}
        linked = child(element, W + "numStyleLink")
        if linked is not None:
            element = self._of_style.get(linked.get(VAL, ""), element)
        return {
            number(level.get(W + "ilvl"), 0, _LEVELS - 1): _level(level)
            for level in element.iterchildren(W + "lvl")
        }


def _level(element: etree._Element) -> Level:
    said = {node.tag: node for node in element.iterchildren(*_SAID)}

    def value(name: str) -> str | None:
        found = said.get(name)
        return None if found is None else found.get(VAL)

    restart, label = value(_RESTART), value(_LABEL) or ""
    return Level(
        start=number(value(_START), 1),
        style=value(_FORMAT) or "decimal",
        text=label if len(label) <= _LONGEST_LABEL else "",
        legal=is_on(said.get(_LEGAL)),
        restart=None if restart is None else number(restart, 0, _LEVELS),
        for_style=value(_FOR_STYLE),
    )


def written(value: int, style: str) -> str:
    """`value` as a number format of Word writes it; an unknown format is written in digits."""
    if value < 1 or value > 3999:
        return str(value)
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman.upper() if style == "upperRoman" else roman
    if style == "chicago":
        return _CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1)
    if style == "decimalZero":
        return f"{value:02}"
    return f"{value}." if style == "ordinal" else str(value)


def _roman(value: int) -> str:
    parts = []
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        parts.append(letters * times)
    return "".join(parts)
