"""What the styles of an OpenDocument file say that matters: looks, headings, lists, master pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from innspill.stages.reading.core.formats.manuscript import PLAIN, Look, symbol_font
from innspill.stages.reading.core.formats.odf.names import FO, OFFICE, STYLE, SVG, TEXT

_DEEPEST_CHAIN = 20
_TITLES = frozenset(("title", "tittel"))
_UNCOLOURED = frozenset(("transparent", "#ffffff", "#fff", "none", ""))
_HEAVY = frozenset(("bold", "600", "700", "800", "900"))


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with what it takes over from those it is based on."""

    look: Look = PLAIN
    list_style: str | None = None
    master_page: str | None = None
    title: bool = False


_ORDINARY = ParagraphStyle()


class Styles:
    """The styles that one part of a document sees, resolved when first asked for.

    Give the roots nearest first: the part's own automatic styles, then those of styles.xml.
    """

    def __init__(self, *groups: etree._Element | None) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._fonts: dict[str, str] = {}
        for group in groups:
            for element in group if group is not None else ():
                if element.tag == STYLE + "style":
                    key = (element.get(STYLE + "family", ""), element.get(STYLE + "name", ""))
                    self._elements.setdefault(key, element)
                elif element.tag == STYLE + "font-face":
                    family = element.get(SVG + "font-family", "").strip("'\"")
                    self._fonts.setdefault(element.get(STYLE + "name", ""), family)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._looks: dict[tuple[Look, str], Look] = {}

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """The paragraph style `name`; an ordinary one where there is none."""
        if name is None:
            return _ORDINARY
        known = self._paragraphs.get(name)
        if known is None:
            known = _ORDINARY
            for element in reversed(self._chain("paragraph", name)):
                known = ParagraphStyle(
                    self._looked(element, known.look),
                    element.get(STYLE + "list-style-name", known.list_style),
                    element.get(STYLE + "master-page-name") or known.master_page,
                    known.title or _is_title(element),
                )
            self._paragraphs[name] = known
        return known

    def look(self, look: Look, name: str | None) -> Look:
        """How characters in the text style `name` look among those that look like `look`."""
        if name is None:
            return look
        key = (look, name)
        known = self._looks.get(key)
        if known is None:
            known = look
            for element in reversed(self._chain("text", name)):
                known = self._looked(element, known)
            self._looks[key] = known
        return known

    def master_page_of_table(self, name: str) -> str | None:
        """The master page that a table in the style `name` begins."""
        element = self._elements.get(("table", name))
        return None if element is None else element.get(STYLE + "master-page-name") or None

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        """The style `name` and those it is based on, the nearest first."""
        chain: list[etree._Element] = []
        parent: str | None = name
        while parent and len(chain) < _DEEPEST_CHAIN:
            element = self._elements.get((family, parent))
            if element is None:
                break
            chain.append(element)
            parent = element.get(STYLE + "parent-style-name")
        return chain

    def _looked(self, style: etree._Element, look: Look) -> Look:
        """`look` with what `style` itself says changed."""
        for properties in style.iterchildren(STYLE + "text-properties"):
            look = replace(
                look,
                struck=_line(properties, "text-line-through", look.struck),
                underlined=_line(properties, "text-underline", look.underlined),
                bold=_said(properties, FO + "font-weight", _HEAVY, look.bold),
                highlighted=_highlighted(properties, look.highlighted),
                hidden=_said(properties, TEXT + "display", frozenset(("none",)), look.hidden),
                symbols=self._symbols(properties, look.symbols),
            )
        return PLAIN if look == PLAIN else look

    def _symbols(self, properties: etree._Element, before: str | None) -> str | None:
        name, family = properties.get(STYLE + "font-name"), properties.get(FO + "font-family")
        if name is None and family is None:
            return before
        return symbol_font(self._fonts.get(name or "", name or "")) or symbol_font(
            (family or "").split(",")[0].strip("'\" ")
        )


def _said(properties: etree._Element, name: str, yes: frozenset[str], before: bool) -> bool:
    value = properties.get(name)
    return before if value is None else value in yes


def _highlighted(properties: etree._Element, before: bool) -> bool:
    colour = properties.get(FO + "background-color")
    return before if colour is None else colour.lower() not in _UNCOLOURED


def _line(properties: etree._Element, name: str, before: bool) -> bool:
    """Whether a line goes through or under the letters."""
    values = [properties.get(f"{STYLE}{name}-{part}") for part in ("style", "type")]
    said = [value for value in values if value is not None]
    return before if not said else "none" not in said


def _is_title(style: etree._Element) -> bool:
    names = (style.get(STYLE + "name", ""), style.get(STYLE + "display-name", ""))
    return any(name.lower() in _TITLES for name in names)


def styles_of(part: etree._Element, common: etree._Element | None) -> Styles:
    """The styles seen by `part` (content.xml or styles.xml); `common` is the root of styles.xml."""
    groups = [part.find(OFFICE + name) for name in ("automatic-styles", "font-face-decls")]
    if common is not None:
        groups += [common.find(OFFICE + name) for name in ("styles", "font-face-decls")]
    else:
        groups.append(part.find(OFFICE + "styles"))
    return Styles(*groups)
