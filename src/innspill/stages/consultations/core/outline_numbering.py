"""The automatic numbers of headings in a Word file ("2.1", "Vedlegg A"), counted as Word does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
_LEVELS = 9
_HIGHEST = 1000
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its number is written, and the words around it."""

    start: int = 1
    style: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of one file. Labels must be asked for in the order of the document."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, list_id: str, at: int) -> tuple[str, bool]:
        """The next label of the list at level `at` (from 0), and whether it is a bullet."""
        abstract = self.lists.get(list_id, "")
        levels = self.levels.get(abstract)
        if levels is None or at not in levels:
            return "", False
        level = levels[at]
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        value = counters[at]
        counters[at] = level.start if value is None else value + 1
        counters[at + 1 :] = [None] * (_LEVELS - at - 1)
        if level.style in {"bullet", "none"}:
            return ("•", True) if level.style == "bullet" else ("", False)

        def written(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            of = levels.get(place, Level())
            count = counters[place]
            return _written(of.start if count is None else count, of.style)

        return _PLACE.sub(written, level.text)[:60].strip(), False


def numbering_of(root: etree._Element | None) -> Numbering:
    """The lists that `word/numbering.xml` describes; none where the file has no such part."""
    found = Numbering()
    if root is None:
        return found
    for abstract in root.iterchildren(W + "abstractNum"):
        levels = {}
        for level in abstract.iterchildren(W + "lvl"):
            levels[number(level.get(W + "ilvl"))] = Level(
                start=number(value(level, "start"), 1),
                style=value(level, "numFmt") or "decimal",
                text=value(level, "lvlText") or "",
            )
        found.levels[abstract.get(W + "abstractNumId", "")] = levels
    for num in root.iterchildren(W + "num"):
        found.lists[num.get(W + "numId", "")] = value(num, "abstractNumId") or ""
    return found


def value(element: etree._Element, name: str) -> str | None:
    """The value of the child `name`, or None where there is no such child."""
    child = element.find(W + name)
    return None if child is None else child.get(VAL)


def number(text: str | None, otherwise: int = 0) -> int:
    """`text` as a small number; `otherwise` where it is none."""
    if text and text.isascii() and text.isdigit() and len(text) < 5:
        return min(int(text), _HIGHEST)
    return otherwise


def _written(count: int, style: str) -> str:
    if style in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (count - 1) % 26) * min((count - 1) // 26 + 1, 5)
        return letter if style == "upperLetter" else letter.lower()
    if style in {"upperRoman", "lowerRoman"}:
        left, roman = min(count, 89), ""
        for worth, sign in _ROMAN:
            while left >= worth:
                roman, left = roman + sign, left - worth
        return roman.upper() if style == "upperRoman" else roman
    return str(count)
