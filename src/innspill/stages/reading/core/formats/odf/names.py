"""The names of OpenDocument (ISO/IEC 26300, OASIS 1.3) and LibreOffice's additions to them."""

from __future__ import annotations

from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_OASIS}office:1.0}}"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLE = f"{{{_OASIS}table:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
DRAW = f"{{{_OASIS}drawing:1.0}}"
FORM = f"{{{_OASIS}form:1.0}}"
META = f"{{{_OASIS}meta:1.0}}"
PRESENTATION = f"{{{_OASIS}presentation:1.0}}"
SVG = f"{{{_OASIS}svg-compatible:1.0}}"
FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def all_text(element: etree._Element) -> str:
    """All the characters in `element`."""
    return "".join(text for text in element.itertext() if isinstance(text, str))


def count(text: str | None, default: int, most: int) -> int:
    """The number from 0 written in `text`, `default` where it is none, at most `most`."""
    if text is None or not text.isascii() or not text.isdigit():
        return default
    return min(int(text), most) if len(text) < 20 else most
