"""Which characters the bytes of an RTF file are: code pages of the file and of its fonts."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from innspill.stages.reading.core.formats.manuscript import symbol_font

USUAL = "cp1252"
_HALVES = re.compile("[\ud800-\udfff]")
_SYMBOLS = 2
_CHARSETS = {
    77: "mac_roman", 78: "shift_jis", 80: "gbk", 128: "cp932", 129: "cp949", 130: "johab",
    134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437",
    255: "cp850",
}  # fmt: skip
"""Font charsets (\\fcharset) and their code pages; 0 is Western Windows, 1 the file's own."""


@dataclass(slots=True)
class Font:
    """A font of the font table."""

    charset: int = 1
    codec: str | None = None
    """The code page that the font itself names."""
    name: str = ""

    @property
    def symbols(self) -> str | None:
        """Its name, where its letters are ticks and other pictures."""
        return symbol_font(self.name)

    def decode(self, data: bytes, usual: str) -> str:
        """The characters that `data` is in this font; `usual` is the file's own code page."""
        if self.charset == _SYMBOLS:
            text = data.decode("latin-1")
            if self.symbols is None:
                text = "".join(chr(0xF000 + ord(c)) if c >= "\x80" else c for c in text)
            return text
        own = USUAL if self.charset == 0 else _CHARSETS.get(self.charset, usual)
        return decoded(data, self.codec or own)


def decoded(data: bytes, codec: str) -> str:
    """The characters that `data` is; what the code page has no character for becomes U+FFFD."""
    if data.isascii():
        return data.decode("ascii")
    return data.decode(codec, "replace")


def code_page(number: int) -> str | None:
    """The codec of the Windows code page `number`, None where it is not known."""
    name = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 708: "iso8859_6"}.get(number)
    try:
        return codecs.lookup(name or f"cp{number}").name
    except LookupError:
        return None


def joined(text: str) -> str:
    """`text` with the halves of a character beyond the first 65 536 put together."""
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
