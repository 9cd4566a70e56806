"""Windows code pages, by which Outlook names its charsets."""

from __future__ import annotations

import codecs

_NAMES = {
    65001: "utf-8", 65000: "utf-7", 20127: "ascii", 1200: "utf-16-le", 1201: "utf-16-be",
    10000: "mac_roman", 28591: "iso-8859-1", 28599: "iso-8859-9", 28605: "iso-8859-15",
}  # fmt: skip


def charset_of(page: int) -> str:
    """The charset of code page number `page`; that of western Windows where it is unknown."""
    name = _NAMES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)  # decoding nothing would not look the name up
    except LookupError:
        return "cp1252"
    return name
