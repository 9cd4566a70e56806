"""The parts of a mail: their headers in words, their content, and the exact bytes they stand in.

The standard library's parser is for the mails that programs write. Here a mail may be anything: so
that no part costs more than its size, and a mail within the mail keeps its bytes, the parts are
found as places in the bytes, under limits. Parameters and encodings are left to the library.
"""

from __future__ import annotations

import binascii
import contextlib
import email.errors
import email.header
import email.utils
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from innspill.shared.errors import Unreadable
from innspill.shared.values import Span

MAIL = "message/rfc822"
DEEPEST = 50
MOST_PARTS = 2_000
LONGEST_VALUE = 10_000
"""In characters: what is kept of one header, such as a list of twenty thousand addresses."""
_LONGEST_PARAMETERS = 4_000
_MOST_HEADERS = 1_000
_HEAD = re.compile(rb"(?:[!-9;-~]++[ \t]*+:[^\n]*+(?:\n[ \t][^\n]*+)*+(?:\n|\Z))*+")
_FIELD = re.compile(rb"([!-9;-~]++)[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*+)(?:\n|\Z)")
_FOLD = re.compile(r"[ \t]*\r?\n[ \t]+|[\r\n]+")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_FAULTS = (ValueError, LookupError, AttributeError, TypeError, AssertionError,
           email.errors.MessageError, binascii.Error)  # fmt: skip


@dataclass(slots=True)
class Part:
    """One part of a mail: `head` its headers, `body` where in `data` its content stands.

    `parts` are those of a multipart, `around` the places of text before the first and after the
    last of them, which no mail program shows.
    """

    data: bytes
    head: Message
    body: Span
    parts: list[Part] = field(default_factory=list)
    around: list[Span] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The media type, in small letters; text/plain where none is given."""
        return self.head.get_content_type()

    @property
    def raw(self) -> bytes:
        """The content exactly as it stands in the mail."""
        return self.data[self.body.start : self.body.end]

    def parameter(self, name: str) -> str:
        """A parameter of the media type, or an empty text."""
        try:
            value = self.head.get_param(name)
            return str(email.utils.collapse_rfc2231_value(value)) if value else ""
        except _FAULTS:
            return ""

    def file_name(self) -> str | None:
        """The name that the part was given as a file, without folders."""
        try:
            name = words_of(self.head.get_filename() or "")
        except _FAULTS:
            return None
        return " ".join(name.replace("\\", "/").rpartition("/")[2].split()) or None

    def header(self, name: str) -> str:
        """The header `name` in words, on one line; empty where there is none."""
        value = str(self.head.get(name, ""))
        return words_of(value) if len(value) <= LONGEST_VALUE else value

    def content(self) -> tuple[bytes, bool]:
        """The content without its transfer encoding, and whether all of it could be decoded."""
        encoding = self.header("content-transfer-encoding").lower()
        if encoding == "base64":
            return _from_base64(self.raw)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.raw), True
        if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
            return _from_uuencode(self.raw)
        return self.raw, True


@dataclass(slots=True)
class _Count:
    parts: int = 0


def parts_of(data: bytes) -> Part:
    """The mail `data` as a tree of parts.

    Raises `Unreadable` where it has parts in parts without end, or more than any mail has.
    """
    return _part(data, Span(0, len(data)), 0, _Count())


def walk(part: Part) -> Iterator[Part]:
    """`part` and all parts in it."""
    yield part
    for inner in part.parts:
        yield from walk(inner)


def _part(data: bytes, place: Span, depth: int, count: _Count) -> Part:
    count.parts += 1
    if count.parts > MOST_PARTS:
        raise Unreadable("too-big", f"The mail has more than {MOST_PARTS} parts.")
    if depth > DEEPEST:
        raise Unreadable("too-deep", f"The mail has parts within parts more than {DEEPEST} deep.")
    head, start = _headers(data, place)
    part = Part(data, head, Span(start, place.end))
    if head.get_content_maintype() == "multipart" and (boundary := part.parameter("boundary")):
        inner, part.around = _split(data, part.body, boundary.encode("utf-8", "replace"))
        part.parts = [_part(data, each, depth + 1, count) for each in inner]
    return part


def _headers(data: bytes, place: Span) -> tuple[Message, int]:
    """The headers that stand at `place`, and where the content after them begins."""
    found = _HEAD.match(data, place.start, place.end)
    end = found.end() if found else place.start
    head = Message()
    for at, line in enumerate(_FIELD.finditer(data, place.start, end)):
        if at >= _MOST_HEADERS:
            break
        name = line[1].decode("ascii")
        longest = _LONGEST_PARAMETERS if name.lower().startswith("content-") else LONGEST_VALUE
        head[name] = _FOLD.sub(" ", _shown(line[2][: 2 * longest]))[:longest].strip()
    for blank in (b"\r\n", b"\n"):
        if data.startswith(blank, end, place.end):
            return head, end + len(blank)
    return head, end


def _shown(raw: bytes) -> str:
    """A header's bytes as text: mail programs of old wrote Norwegian letters as they were."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def words_of(value: str) -> str:
    """A header's text with its encoded words (RFC 2047) in words, on one line."""
    if "=?" in value:
        with contextlib.suppress(*_FAULTS):
            value = str(email.header.make_header(email.header.decode_header(value)))
    return " ".join(value.split())


def _split(data: bytes, body: Span, boundary: bytes) -> tuple[list[Span], list[Span]]:
    """Where the parts between the lines of `boundary` stand, and what stands around them."""
    inner: list[Span] = []
    start: int | None = None
    first = closed = -1
    for line, after, last in _delimiters(data, body, boundary):
        end = max(_before_break(data, line), start or 0)
        if start is not None:
            inner.append(Span(start, end))
        elif first < 0:
            first = end
        start = None if last else after
        closed = after if last else -1
        if len(inner) > MOST_PARTS:
            break
    if start is not None:
        inner.append(Span(start, body.end))
    around = [Span(body.start, max(first, body.start))] if first >= 0 else []
    around += [Span(closed, body.end)] if closed >= 0 else []
    return inner, around


def _delimiters(data: bytes, body: Span, boundary: bytes) -> Iterator[tuple[int, int, bool]]:
    """Each line of `boundary`: where it begins, where the next line does, whether it closes."""
    mark = b"--" + boundary.strip()
    at = body.start if data.startswith(mark, body.start, body.end) else -1
    if at < 0:
        at = _next_line(data, mark, body.start, body.end)
    while at >= 0:
        rest, broken, _ = data[at + len(mark) : min(at + len(mark) + 100, body.end)].partition(
            b"\n"
        )
        after = at + len(mark) + len(rest) + len(broken)
        if rest.rstrip() in (b"", b"--") and (broken or after == body.end):
            yield at, after, rest.startswith(b"--")
        at = _next_line(data, mark, after - 1, body.end)


def _next_line(data: bytes, mark: bytes, start: int, end: int) -> int:
    """Where the next line that begins with `mark` does, from the line break at `start` on."""
    found = data.find(b"\n" + mark, start, end)
    return found + 1 if found >= 0 else -1


def _before_break(data: bytes, at: int) -> int:
    """The place before the line break that ends before `at`: it belongs to the boundary."""
    if data[at - 1 : at] == b"\n":
        at -= 1
        if data[at - 1 : at] == b"\r":
            at -= 1
    return at


def _from_base64(raw: bytes) -> tuple[bytes, bool]:
    """What base64 says, piece by piece where it was padded more than once; damage is skipped."""
    text = b"".join(raw.split())
    whole = True
    found: list[bytes] = []
    read = 0
    for piece in _BASE64.finditer(text):
        letters = piece.group().rstrip(b"=")
        read += len(piece.group())
        if len(letters) % 4 == 1:
            letters, whole = letters[:-1], False
        found.append(binascii.a2b_base64(letters + b"=" * (-len(letters) % 4)))
    return b"".join(found), whole and read == len(text)


def _from_uuencode(raw: bytes) -> tuple[bytes, bool]:
    found: list[bytes] = []
    whole = True
    for line in raw.splitlines():
        if line.startswith((b"begin ", b"end")) or not line.strip():
            continue
        try:
            found.append(binascii.a2b_uu(line))
        except binascii.Error:
            whole = False
    return b"".join(found), whole
