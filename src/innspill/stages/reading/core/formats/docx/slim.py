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
_MUTE = re.compile(
    rb'(?:<w:rStyle w:val="([^"&<>]*)"/>)?'
    rb"(?:<w:(?:rFonts|sz|szCs|lang|color|kern|spacing|w|position|bCs|i|iCs|noProof|caps|smallCaps"
    rb"|vertAlign|cs|rtl|snapToGrid|webHidden|effect|em|outline|shadow|emboss|imprint"
    rb"|eastAsianLayout|fitText|bdr)(?: [^<>&']*)?/>|<w14:\w+(?: [^<>&']*)?/>)*"
)
_FONTS = re.compile(rb'w:(?:ascii|hAnsi)="([^"]*)"')


def slim(data: bytes, styles: Styles) -> bytes:
    """The part `data` without the run properties that tell nothing but looks."""
    if has_declarations(data):
        return data
    first, *pieces = data.split(_OPEN)
    kept = [first]
    known: dict[bytes, bool] = {}
    for piece in pieces:
        properties, closed, rest = piece.partition(_CLOSE)
        mute = known.get(properties)
        if mute is None:
            mute = known[properties] = bool(closed) and _is_mute(properties, styles)
        if mute:
            kept.append(rest)
        else:
            kept += (_OPEN, piece)
    return b"".join(kept)


def _is_mute(properties: bytes, styles: Styles) -> bool:
    found = _MUTE.fullmatch(properties)
    if found is None:
        return False
    if any(is_symbol_font(font.decode("utf-8", "replace")) for font in _FONTS.findall(properties)):
        return False
    return found[1] is None or styles.get(found[1].decode("utf-8", "replace")).mute
