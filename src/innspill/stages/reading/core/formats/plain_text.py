"""Plain text: bytes → characters → one block per line that shows something."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.markdown import marked
from innspill.stages.reading.core.values import Block, Document

MEDIA_TYPE = "text/plain"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = ["cp1252", "cp865", "mac_roman", "cp1250", "iso8859_10"]
_ODD_IN_CP1252 = re.compile("[\x80-\x9f¤¦¬¯±²³¶¸¹¾×÷\u0192\u02c6\u2020\u2021\u2030]")
_MOST_TEXT = 5_000_000
_MOST_LINES = 300_000
_NORWEGIAN = frozenset("æøåÆØÅéèêóòôäöüÄÖÜÉ«»–—“”‘’…§°½•")
_NEARLY_ALL = 0.95
_LOOKED_AT = 100_000
_LATIN_1 = frozenset(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"))
_WINDOWS_ONLY = re.compile(b"[\x80-\x9f]")
_MOST_BROKEN = 20
_WHOLE_FOR_BROKEN = 10
_LINE_BREAK = re.compile("\r\n|\n|\r")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, bool]:
    """The text of `data`, the charset used, and whether that charset was a guess.

    A byte order mark comes first, then the `declared` charset, then UTF-8; only then is it
    guessed, among the charsets that Norwegian text is found in. Never raises: what fits no
    charset is read as cp1252 with U+FFFD for the impossible bytes.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return data.decode(charset, "replace"), charset, False
    for charset in filter(None, (_in_practice(declared, data), "utf-8")):
        text = _strictly(data, charset)
        if text is not None:
            return text, charset, False
    if (text := _almost_utf8(data)) is not None:
        return text, "utf-8", True
    if _looks_like_utf16(data):
        charset = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return data.decode(charset, "replace"), charset, True
    text = _strictly(data, "cp1252")
    if text is not None and not _ODD_IN_CP1252.search(text):
        return text, "cp1252", True
    if fitting := _fitting_norwegian(data):
        return data.decode(fitting, "replace"), fitting, True
    best = from_bytes(data, cp_isolation=_LIKELY).best()
    charset = best.encoding if best else "cp1252"
    return data.decode(charset, "replace"), charset, True


def _fitting_norwegian(data: bytes) -> str | None:
    """The charset in which nearly all letters beyond ASCII are those of Norwegian text."""
    beyond = data[:_LOOKED_AT].translate(None, bytes(range(128)))
    for charset in ("cp865", "mac_roman", "cp850"):
        letters = beyond.decode(charset, "replace")
        if sum(letter in _NORWEGIAN for letter in letters) >= _NEARLY_ALL * len(letters):
            return charset
    return None


def _in_practice(declared: str | None, data: bytes) -> str | None:
    """Who says ISO 8859-1 and uses characters that only Windows has there, means Windows."""
    if declared and declared.lower() in _LATIN_1 and _WINDOWS_ONLY.search(data):
        return "cp1252"
    return declared


def _almost_utf8(data: bytes) -> str | None:
    """The text where it is UTF-8 but for a few bytes, as when it was cut within a letter."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if "\0" in text or broken > _MOST_BROKEN:
        return None
    letters = sum(ord(letter) > 127 for letter in text) - broken
    return text if letters >= _WHOLE_FOR_BROKEN * broken else None


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if "\0" in text else text


def _looks_like_utf16(data: bytes) -> bool:
    head = data[:2000]
    half = len(head) // 2
    return half > 1 and max(head[::2].count(0), head[1::2].count(0)) > half * 0.6


def read_plain_text(data: bytes) -> Document:
    """The lines of `data` that show something, named by line number from 1 ("l17").

    A form feed, which text taken from a PDF has at page breaks, turns the page.
    """
    text, charset, guessed = decode(data)
    blocks = marked(line_blocks(text))
    flags = ("charset-guessed",) if guessed else ()
    return Document(MEDIA_TYPE, blocks, properties={"charset": charset}, flags=flags)


def line_blocks(text: str) -> list[Block]:
    """One block per line of `text` with something in it.

    Raises `Unreadable` where it has more lines than any response has.
    """
    if len(text) > _MOST_TEXT or max(text.count("\n"), text.count("\r")) > _MOST_LINES:
        raise Unreadable("too-big", "The file holds more text than is read at once.")
    paged = "\f" in text
    page = 1
    blocks: list[Block] = []
    for number, line in enumerate(_LINE_BREAK.split(text), start=1):
        if paged and "\f" in line:
            page += line.count("\f")
            line = line.replace("\f", "")
        if not line or line.isspace():
            continue
        block, _ = block_of(f"l{number}", "paragraph", line, page=page if paged else None)
        if block is not None:
            blocks.append(block)
    return blocks
