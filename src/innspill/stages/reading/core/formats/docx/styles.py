"""What a paragraph's or a run's style says that matters to reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from innspill.stages.reading.core.formats.characters import is_symbol_font
from innspill.stages.reading.core.formats.docx.emphasis import kinds_of
from innspill.stages.reading.core.formats.docx.fragments import Fragments
from innspill.stages.reading.core.formats.docx.package import VAL, W, child, is_on, number
from innspill.stages.reading.core.values import EmphasisKind

_HEADING = re.compile(r"(?:heading|overskrift|rubrik|überschrift|titre) ?([1-9])$", re.IGNORECASE)
_TITLES = frozenset(("title", "tittel"))
_LINKS = frozenset(("hyperlink", "followedhyperlink"))
"""Their underline says that one can click there, not that somebody chose it."""
_DEEPEST_CHAIN = 12
_NOTHING: frozenset[EmphasisKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it takes over from those it is based on."""

    id: str = ""
    level: int | None = None
    """Heading level from 1."""
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool = False
    symbol_font: str | None = None
    emphases: frozenset[EmphasisKind] = _NOTHING

    @property
    def mute(self) -> bool:
        """Whether a run of this style reads like any other."""
        return not (self.hidden or self.symbol_font or self.emphases)


PLAIN = Style()


class Styles:
    """The styles of one document, resolved when first asked for."""

    def __init__(self, part: Fragments) -> None:
        self._part = part
        self._known: dict[str, Style] = {}

    def get(self, name: str | None) -> Style:
        """The style with the id `name`; a plain one where there is none."""
        if not name:
            return PLAIN
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._resolve(name, _DEEPEST_CHAIN)
        return known

    def _resolve(self, name: str, depth: int) -> Style:
        element = self._part.find("style", "styleId", name) if depth else None
        if element is None:
            return Style(name, level_of_name(name)) if depth else PLAIN
        based = child(element, W + "basedOn")
        parent = self._resolve(based.get(VAL, ""), depth - 1) if based is not None else PLAIN
        return _style_of(name, element, parent)


def _style_of(id_: str, element: etree._Element, parent: Style) -> Style:
    title, run, paragraph = (child(element, W + name) for name in ("name", "rPr", "pPr"))
    name = (title.get(VAL, "") if title is not None else "").lower()
    level = level_of_name(name)
    outline = child(paragraph, W + "outlineLvl") if paragraph is not None else None
    if level is None and outline is not None:
        level = outline_level(outline)
    vanish = child(run, W + "vanish") if run is not None else None
    fonts = child(run, W + "rFonts") if run is not None else None
    listed = child(paragraph, W + "numPr") if paragraph is not None else None
    list_id = child(listed, W + "numId") if listed is not None else None
    list_level = child(listed, W + "ilvl") if listed is not None else None
    return Style(
        id=id_,
        level=parent.level if level is None and outline is None else level,
        list_id=parent.list_id if list_id is None else list_id.get(VAL),
        list_level=(parent.list_level if list_level is None else number(list_level.get(VAL), 0, 8)),
        hidden=parent.hidden if vanish is None else is_on(vanish),
        symbol_font=parent.symbol_font if fonts is None else symbol_font(fonts),
        emphases=(
            parent.emphases if run is None
            else _NOTHING if name in _LINKS
            else kinds_of(run, parent.emphases)
        ),
    )  # fmt: skip


def symbol_font(fonts: etree._Element) -> str | None:
    """The symbol font of a run. Characters above ASCII, as þ for a tick, take the second font."""
    for name in (W + "ascii", W + "hAnsi"):
        font = fonts.get(name)
        if font and is_symbol_font(font):
            return font
    return None


def outline_level(element: etree._Element) -> int | None:
    """The heading level from 1 that an outlineLvl gives; 9 there means body text."""
    level = number(element.get(VAL), 9)
    return level + 1 if 0 <= level < 9 else None


def level_of_name(name: str) -> int | None:
    """The heading level from 1 that the name of a style says ("heading 2"), or None."""
    found = _HEADING.search(name)
    if found:
        return int(found[1])
    return 1 if name.lower() in _TITLES else None
