"""Leaving out, before parsing, the run properties that say nothing to a reader.

Half of the elements of a usual document tell the size, language or typeface of a run. Without
them the part is parsed and passed through in half the time. What is left out are exactly the
bytes of a list of empty elements known to matter to no reader, so that no text can go with them;
a part with comments or CDATA, where such bytes could be text, stays as it is.
"""

from __future__ import annotations

import re

from innspill.stages.reading.core.formats.characters import is_symbol_font
from innspill.stages.reading.core.formats.docx.styles import Styles
from innspill.stages.reading.core.formats.guard import has_declarations

_OPEN, _CLOSE = b"<w:rPr>", b"</w:rPr>"
_EMPTY_ELEMENTS = re.compile(rb"(?:<[^<>&']*/>)*")
_ELEMENT = re.compile(rb"<[^<>]*/>")
_MUTE = re.compile(
    rb"<(?:w:(?:sz|szCs|lang|color|kern|spacing|w|position|bCs|i|iCs|noProof|caps|smallCaps"
    rb"|vertAlign|cs|rtl|snapToGrid|webHidden|effect|em|outline|shadow|emboss|imprint"
    rb"|eastAsianLayout|fitText|bdr)|w14:\w+)[ /]"
)
_FONT = re.compile(rb'w:(?:ascii|hAnsi)="([^"]*)"')
_STYLE = re.compile(rb'<w:rStyle w:val="([^"]*)"/>')


def slim(data: bytes, styles: Styles) -> bytes:
    """The part `data` without the run properties that tell nothing but looks."""
    if has_declarations(data):
        return data
    first, *pieces = data.split(_OPEN)
    kept = [first]
    known: dict[bytes, bytes] = {}
    for piece in pieces:
        properties, closed, rest = piece.partition(_CLOSE)
        told = known.get(properties)
        if told is None:
            told = known[properties] = _told(properties, styles) if closed else properties
        if not closed:
            kept += (_OPEN, piece)
        elif told:
            kept += (_OPEN, told, _CLOSE, rest)
        else:
            kept.append(rest)
    return b"".join(kept)


def _told(properties: bytes, styles: Styles) -> bytes:
    """What of the `properties` of a run says something; all where they hold more than switches."""
    if not _EMPTY_ELEMENTS.fullmatch(properties):
        return properties
    return b"".join(each for each in _ELEMENT.findall(properties) if _says_more(each, styles))


def _says_more(element: bytes, styles: Styles) -> bool:
    if _MUTE.match(element):
        return False
    if element.startswith(b"<w:rFonts "):
        fonts = (font.decode("utf-8", "replace") for font in _FONT.findall(element))
        return any(is_symbol_font(font) for font in fonts)
    style = _STYLE.fullmatch(element)
    return style is None or not styles.get(style[1].decode("utf-8", "replace")).mute
