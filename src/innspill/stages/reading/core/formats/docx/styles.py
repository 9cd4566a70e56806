"""What a paragraph's or a run's style says that matters to reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from innspill.stages.reading.core.formats.docx.package import VAL, W, is_on, number

_HEADING = re.compile(r"(?:heading|overskrift|rubrik|überschrift|titre) ?([1-9])$", re.IGNORECASE)
_TITLES = frozenset(("title", "tittel"))
_DEEPEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it takes over from those it is based on."""

    level: int | None = None
    """Heading level from 1."""
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool = False


_PLAIN = Style()


class Styles:
    """The styles of one document, resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        if root is not None:
            for element in root.iterchildren(W + "style"):
                self._elements[element.get(W + "styleId", "")] = element

    def get(self, name: str | None) -> Style:
        """The style with the id `name`; a plain one where there is none."""
        if not name:
            return _PLAIN
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._resolve(name, _DEEPEST_CHAIN)
        return known

    def _resolve(self, name: str, depth: int) -> Style:
        element = self._elements.get(name)
        if element is None or not depth:
            return Style(level=_level_of_name(name)) if element is None else _PLAIN
        based = element.find(W + "basedOn")
        parent = self._resolve(based.get(VAL, ""), depth - 1) if based is not None else _PLAIN
        return _style_of(element, parent)


def _style_of(element: etree._Element, parent: Style) -> Style:
    title = element.find(W + "name")
    level = _level_of_name(title.get(VAL, "") if title is not None else "")
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    if level is None and outline is not None:
        level = outline_level(outline)
    vanish = element.find(f"{W}rPr/{W}vanish")
    list_id = element.find(f"{W}pPr/{W}numPr/{W}numId")
    list_level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return Style(
        level=parent.level if level is None and outline is None else level,
        list_id=parent.list_id if list_id is None else list_id.get(VAL),
        list_level=(parent.list_level if list_level is None else number(list_level.get(VAL), 0, 8)),
        hidden=parent.hidden if vanish is None else is_on(vanish),
    )


def outline_level(element: etree._Element) -> int | None:
    """The heading level from 1 that an outlineLvl gives; 9 there means body text."""
    level = number(element.get(VAL), 9)
    return level + 1 if 0 <= level < 9 else None


def _level_of_name(name: str) -> int | None:
    found = _HEADING.search(name)
    if found:
        return int(found[1])
    return 1 if name.lower() in _TITLES else None
