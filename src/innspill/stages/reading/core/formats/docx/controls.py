"""Content controls and form fields: what they are called, and the tick that they keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from innspill.stages.reading.core.formats.characters import state_of, symbol_state
from innspill.stages.reading.core.formats.docx.package import VAL, W14, W, child, is_on, number

SDT_PROPERTIES = W + "sdtPr"
SDT_CONTENT = W + "sdtContent"
_TAG, _ALIAS = W + "tag", W + "alias"
_PLACEHOLDER = W + "showingPlcHdr"
_NAMESPACES = (W14, W)
_CHECKBOXES = frozenset(each + "checkbox" for each in _NAMESPACES)
_CHECKED = frozenset(each + "checked" for each in _NAMESPACES)
_STATES = {each + "checkedState": True for each in _NAMESPACES} | {
    each + "uncheckedState": False for each in _NAMESPACES
}


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A tick box control: its stored state, and the glyphs that it shows for each state."""

    ticked: bool
    glyphs: Mapping[str, bool]

    def shown_in(self, text: str) -> tuple[int, bool | None]:
        """Where in `text` the box's glyph stands (-1: nowhere) and what it shows (None: unclear).

        A glyph that both states share tells nothing.
        """
        for at, character in enumerate(text):
            seen = self.glyphs.get(character)
            if seen is None:
                seen = state_of(character)
            if seen is not None:
                return at, seen
        return -1, None


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: its name, whether it shows only its prompt, and its tick if it is one."""

    name: str | None = None
    prompt: bool = False
    checkbox: Checkbox | None = None


def read_control(sdt: etree._Element) -> Control:
    """What the properties of the content control `sdt` say.

    Its name is the tag, or the title where the tag is gone (LibreOffice drops tags on saving).
    """
    properties = child(sdt, SDT_PROPERTIES)
    if properties is None:
        return Control()
    tag = alias = None
    prompt = False
    checkbox = None
    for node in properties:
        name = node.tag
        if name == _TAG:
            tag = node.get(VAL)
        elif name == _ALIAS:
            alias = node.get(VAL)
        elif name == _PLACEHOLDER:
            prompt = is_on(node)
        elif name in _CHECKBOXES:
            checkbox = _read_checkbox(node)
    return Control(tag or alias, prompt, checkbox)


def _read_checkbox(element: etree._Element) -> Checkbox:
    namespace = element.tag[: element.tag.index("}") + 1]
    value, font = namespace + "val", namespace + "font"
    checked = None
    states: list[tuple[str | None, str, bool]] = []
    for node in element:
        name = node.tag
        if name in _CHECKED:
            checked = node
        elif name in _STATES:
            states.append((node.get(value), node.get(font) or "", _STATES[name]))
    return Checkbox(is_on(checked, value), _glyphs(tuple(states)))


@lru_cache(maxsize=256)
def _glyphs(states: tuple[tuple[str | None, str, bool], ...]) -> Mapping[str, bool]:
    """What each character tells of the state; nothing where both states look the same."""
    glyphs: dict[str, bool] = {}
    for code, font, ticked in states:
        for character in _spellings(code, font):
            if glyphs.get(character, ticked) != ticked:
                return {}
            glyphs[character] = ticked
    return glyphs


def _spellings(code: str | None, font: str) -> tuple[str, ...]:
    """The characters that the glyph with hexadecimal `code` may be stored as."""
    value = hexadecimal(code)
    if value is None or (symbol_state(font, value) is None and value < 0x100):
        return ()
    if value < 0x100:
        return (chr(value), chr(0xF000 + value))
    if value & 0xFF00 == 0xF000:
        return (chr(value), chr(value & 0xFF))
    return (chr(value),)


def hexadecimal(code: str | None) -> int | None:
    """The character number written in hexadecimal `code`, None where it is no character."""
    try:
        value = int(code, 16) if code and len(code) < 9 else 0
    except ValueError:
        return None
    return value if 0 < value < 0x110000 and not 0xD800 <= value < 0xE000 else None


@dataclass(frozen=True, slots=True)
class FormField:
    """An old form field: its name, its tick (None where it is no tick box), its chosen entry."""

    name: str | None = None
    ticked: bool | None = None
    chosen: str | None = None


def read_form_field(begin: etree._Element) -> FormField:
    """The form field data at the field's beginning (ECMA-376 part 1, 17.16.17).

    A tick box without `checked` has its `default` state; `checked` without a value means on.
    """
    data = child(begin, W + "ffData")
    if data is None:
        return FormField()
    title = child(data, W + "name")
    name = title.get(VAL) if title is not None else None
    box = child(data, W + "checkBox")
    if box is not None:
        checked = child(box, W + "checked")
        return FormField(
            name, ticked=is_on(child(box, W + "default") if checked is None else checked)
        )
    entries = child(data, W + "ddList")
    if entries is None:
        return FormField(name)
    return FormField(name, chosen=_chosen(entries))


def _chosen(entries: etree._Element) -> str:
    texts = [entry.get(VAL) or "" for entry in entries.iterchildren(W + "listEntry")]
    result = child(entries, W + "result")
    if result is None:
        result = child(entries, W + "default")
    at = number(result.get(VAL), 0) if result is not None else 0
    return texts[at] if 0 <= at < len(texts) else ""
