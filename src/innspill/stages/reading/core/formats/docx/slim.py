"""Leaving out, before parsing, what of a part's markup says nothing to a reader.

Half of the elements of a usual document tell the size, language or typeface of a run, and a
sentence that was edited is cut into many runs that look alike. Without them the part is parsed and
passed through in half the time. What is left out are exactly the bytes of a list of empty elements
known to matter to no reader, and the borders between two runs that are nothing but text, so that no
text can go with them; a part with comments or CDATA, where such bytes could be text, stays as it is.
"""

from __future__ import annotations

import re

from innspill.stages.reading.core.formats.characters import is_symbol_font
from innspill.stages.reading.core.formats.docx.styles import Styles
from innspill.stages.reading.core.formats.guard import has_declarations

_OPEN, _CLOSE = b"<w:rPr>", b"</w:rPr>"
_EMPTY = b"<w:rPr/>"
_KEEPING_BLANKS, _TEXT, _RUN = b'<w:t xml:space="preserve">', b"<w:t>", b"<w:r>"
_NEXT = b"</w:t></w:r><w:r>"
_BORDER = _NEXT + _TEXT
_ALONE = 4
"""So many tags stand from a run's text to the next run's beginning, where nothing is between."""
_NOISE = (
    (b"proofErr", re.compile(rb"<w:proofErr [^<>]*/>"), b""),
    (b"lastRendered", re.compile(rb"<w:lastRenderedPageBreak/>"), b""),
    # Which session of writing a run or paragraph comes from.
    (b"w:rsid", re.compile(rb'<w:r(?: w:rsid\w*="\w*")+>'), _RUN),
    (b"w:rsid", re.compile(rb'<w:p(?: (?:w:rsid\w*|w14:(?:para|text)Id)="\w*")+>'), b"<w:p>"),
)
"""A sign of it, what it is, and what is put in its place."""
_BEGINNING = 8_192
_EMPTY_ELEMENTS = re.compile(rb"(?:<[^<>&']*/>)*")
_ELEMENT = re.compile(rb"<[^<>]*/>")
_MUTE = re.compile(
    rb"<(?:w:(?:sz|szCs|lang|color|kern|spacing|w|position|bCs|i|iCs|noProof|caps|smallCaps"
    rb"|vertAlign|cs|rtl|snapToGrid|webHidden|effect|em|outline|shadow|emboss|imprint"
    rb"|eastAsianLayout|fitText|bdr)|w14:\w+)[ /]"
)
_MAY_HIDE = re.compile(rb"<w:(?:vanish|rStyle)[ /]")
"""Runs that are not shown are each kept as they stand."""
_FONT = re.compile(rb'w:(?:ascii|hAnsi)="([^"]*)"')
_STYLE = re.compile(rb'<w:rStyle w:val="([^"]*)"/>')


def slim(data: bytes, styles: Styles) -> bytes:
    """The part `data` without what tells nothing but looks, runs that look alike joined."""
    if has_declarations(data):
        return data
    # Who writes noise does so from the beginning; looking through all of it for none takes time.
    start = data[:_BEGINNING]
    for sign, noise, plain in _NOISE:
        if sign in start:
            data = noise.sub(plain, data)
    # All blanks are kept, whether a text asks for it or not.
    data = data.replace(_EMPTY, b"").replace(_KEEPING_BLANKS, _TEXT)
    return _joined(_without_looks(data, styles))


def _joined(data: bytes) -> bytes:
    """The part `data` with each plain run joined to the plain run before it.

    A run is plain that is nothing but one text, without properties.
    """
    *pieces, last = data.split(_BORDER)
    kept = []
    for piece in pieces:
        kept.append(piece)
        # Without any markup, the piece goes on from a plain run: it began at the border before.
        at = piece.rfind(b"<")
        if at >= 0 and not (piece.startswith(_TEXT, at) and piece.endswith(_RUN, 0, at)):
            kept.append(_BORDER)
    kept.append(last)
    return b"".join(kept)


def _without_looks(data: bytes, styles: Styles) -> bytes:
    """The part `data` with what the properties of its runs tell, once for runs that go on alike."""
    first, *pieces = data.split(_OPEN)
    kept = [first]
    known: dict[bytes, bytes] = {}
    going_on: bytes | None = None
    """What the properties of the run before told, where it was nothing else but text."""
    for piece in pieces:
        properties, closed, rest = piece.partition(_CLOSE)
        if not closed:
            kept += (_OPEN, piece)
            continue
        told = known.get(properties)
        if told is None:
            told = known[properties] = _told(properties, styles)
        if not told:
            kept.append(rest)
            going_on = None
            continue
        if told == going_on and rest.startswith(_TEXT):
            kept[-1] = kept[-1][: -len(_NEXT)]
            kept.append(rest[len(_TEXT) :])
        else:
            alike = kept[-1].endswith(_RUN) and not _MAY_HIDE.search(told)
            going_on = told if alike else None
            kept += (_OPEN, told, _CLOSE, rest)
        if not (rest.endswith(_NEXT) and rest.startswith(_TEXT) and rest.count(b"<") == _ALONE):
            going_on = None
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
