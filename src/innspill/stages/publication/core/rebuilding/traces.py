"""What must not be in a built file, and whether it is: in its text, and in whatever the file holds.

A withheld span leaves a trace where its words stand one after the other, where a word of it stands
that the public text has nowhere, or where its digits stand, however they are grouped.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from innspill.stages.publication.core.personal_data import national_id_left
from innspill.stages.publication.core.rebuilding.values import Secrets

LONG_WORD, LONG_NUMBER = 4, 5
_WORDS = re.compile(r"[^\W_]+")
_NOTE = re.compile(r"\[\^[^\]\s]{1,12}\]")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.\-–/_:]{1,3}(?=\d)")
_OBJECT = re.compile(rb"(<<(?:(?!endobj).){0,20000}?>>)\s*stream\r?\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{2,})>")
_NAME = re.compile(rb"/([^\s/<>\[\]()%{}]+)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PIXELS = re.compile(rb"/Subtype\s*/Image\b")
_FONT = re.compile(rb"/Subtype\s*/(?:CIDFontType0C|OpenType|Type1C)\b|/Length1\b")
_WHOLE_NUMBER = re.compile(r"(?<![\d.])\d{5,}(?!\d)")
_DIGIT = re.compile(r"\d")
_OF_AN_ID = 11
_ADORNING = frozenset({"Cf", "Mn"})
_MOST_UNPACKED = 256 << 20


def words_of(text: str) -> list[str]:
    """The words of a text in one dress: small letters, composed, without what only adorns them."""
    plain = _NOTE.sub("", text)
    if not plain.isascii():
        composed = unicodedata.normalize("NFKC", plain)
        plain = "".join(each for each in composed if unicodedata.category(each) not in _ADORNING)
    return _WORDS.findall(plain.casefold())


@dataclass(frozen=True, slots=True)
class Needles:
    """What is looked for: runs of words, single words, and numbers without their spaces."""

    runs: tuple[str, ...]
    words: frozenset[str]
    numbers: tuple[str, ...]

    def trace_in(self, text: str) -> bool:
        """Whether any of it stands in `text`, or anything like a national identity number."""
        found = words_of(text)
        if not self.words.isdisjoint(found):
            return True
        line = f" {' '.join(found)} "
        if any(f" {run} " in line for run in self.runs):
            return True
        digits = _joined_digits(text) if self.numbers else ""
        if any(number in digits for number in self.numbers):
            return True
        return len(_DIGIT.findall(text)) >= _OF_AN_ID and national_id_left(text)

    def trace_in_code(self, text: str) -> bool:
        """As `trace_in`, for what draws a page, where any numbers may stand beside each other."""
        found = words_of(text)
        line = f" {' '.join(found)} "
        if not self.words.isdisjoint(found) or any(f" {run} " in line for run in self.runs):
            return True
        return not set(self.numbers).isdisjoint(_WHOLE_NUMBER.findall(text))


def needles_for(secrets: Secrets, format_words: Iterable[str] = ()) -> Needles:
    """What of the secrets would be a trace; not what the public text says too.

    Nor are `format_words`, which every file of the kind has.
    """
    public = words_of(secrets.public)
    line, known, digits = (
        f" {' '.join(public)} ",
        {*public, *format_words},
        _joined_digits(secrets.public),
    )
    runs: set[str] = set()
    words: set[str] = set()
    numbers: set[str] = set()
    for secret in (*secrets.withheld, *secrets.elsewhere, *secrets.unsaid):
        parts = words_of(secret)
        run = " ".join(parts)
        if len(run) >= LONG_WORD - 1 and f" {run} " not in line:
            runs.add(run)
        words |= {part for part in parts if len(part) >= LONG_WORD and not part.isdigit()} - known
        for number in re.findall(r"\d+", _joined_digits(secret)):
            if len(number) >= LONG_NUMBER and number not in digits:
                numbers.add(number)
    return Needles(tuple(sorted(runs)), frozenset(words), tuple(sorted(numbers)))


def texts_in(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Every string, name and unpacked stream of a PDF of our own making, and whether it is a stream.

    Pixels and letter shapes are left out, and say nothing as bytes. Raises ValueError for a
    stream that cannot be unpacked: then nobody knows what is in it.
    """
    at, outside = 0, []
    unpacked = 0
    while found := _OBJECT.search(pdf, at):
        outside.append(pdf[at : found.end()])
        start, end = found.end(), _end_of(pdf, found)
        data = _unpacked(found[1], pdf[start:end])
        unpacked += len(data)
        if unpacked > _MOST_UNPACKED:
            raise ValueError("the file unpacks to more than is looked through")
        if not (_PIXELS.search(found[1]) or _FONT.search(found[1])):
            yield from ((text, True) for text in (*_readings(data), *_strings(data)))
        at = end
    yield from ((text, False) for text in _strings(b"".join((*outside, pdf[at:]))))


def is_clean(pdf: bytes, needles: Needles) -> bool:
    """Whether nothing in the file's own bytes, unpacked, is a trace. Doubt is no."""
    try:
        return not any(
            needles.trace_in_code(text) if is_code else needles.trace_in(text)
            for text, is_code in dict.fromkeys(texts_in(pdf))
        )
    except (ValueError, zlib.error):
        return False


def _joined_digits(text: str) -> str:
    return _BETWEEN_DIGITS.sub("", unicodedata.normalize("NFKC", text))


def _end_of(pdf: bytes, found: re.Match[bytes]) -> int:
    length = _LENGTH.search(found[1])
    end = found.end() + int(length[1]) if length else pdf.find(b"endstream", found.end())
    if end < 0 or not pdf[end : end + 12].lstrip().startswith(b"endstream"):
        raise ValueError("a stream has no end")
    return end


def _unpacked(head: bytes, data: bytes) -> bytes:
    named = _FILTER.search(head)
    filters = _NAME.findall(named[1]) if named else []
    for name in filters:
        if name == b"FlateDecode":
            data = zlib.decompress(data)
        elif name == b"ASCIIHexDecode":
            data = bytes.fromhex(data.rstrip(b"> \r\n").decode("ascii"))
        elif name != b"DCTDecode" or not _PIXELS.search(head):
            raise ValueError("a stream is packed in a way that is not known")
    return data


def _readings(data: bytes) -> Iterable[str]:
    """What bytes may say: one byte a letter, several, or two."""
    yield data.decode("utf-8", "replace")
    yield data.decode("latin-1")
    if b"\0" in data:
        yield data.decode("utf-16-be", "replace")
        yield data.decode("utf-16-le", "replace")


def _strings(data: bytes) -> Iterator[str]:
    for literal in _LITERAL.findall(data):
        yield from _readings(_ESCAPE.sub(_unescaped, literal))
    for digits in _HEX.findall(data):
        packed = re.sub(rb"\s", b"", digits)
        yield from _readings(bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii")))
    for name in _NAME.findall(data):
        yield re.sub(rb"#([0-9A-Fa-f]{2})", lambda hit: bytes([int(hit[1], 16)]), name).decode(
            "utf-8", "replace"
        )


def _unescaped(found: re.Match[bytes]) -> bytes:
    what = found[1]
    if what[:1].isdigit():
        return bytes([int(what, 8) & 255])
    return _PLAIN_ESCAPES.get(what, what)
