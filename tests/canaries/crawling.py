"""Everything that a stranger can fetch, found by following links, taken apart to its last stream."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections import deque
from collections.abc import Container, Iterator
from contextlib import closing
from urllib.parse import urljoin, urlsplit

import pikepdf
import pypdfium2
from django.test import Client

from tests.interfaces.api.addresses import body

from .planting import LETTERS

LANGUAGES = ("nb", "nn", "en")
_LINK = re.compile(rb"""(?:href|src|action|content)=["']([^"'<> ]+)["']""")
_ELSEWHERE = ("/static/", "/saksbehandling/")
_LETTERS, _DIGITS = re.compile(rf"[{LETTERS}]{{12,}}".encode()), re.compile(rb"[0-9]{8,}")
_HEX = re.compile(rb"(?:[0-9a-f]{2}){12,}")
_MOST = 600
"""Pages of a language: far more than there are, so that a loop ends."""


def crawled(start: tuple[str, ...], language: str) -> Iterator[tuple[str, bytes]]:
    """Every page and file that links lead to from `start`, with its head, in one language."""
    client = Client()
    client.get("/", {"lang": language})
    waiting, seen = deque(start), set(start)
    while waiting and len(seen) < _MOST:
        address = waiting.popleft()
        answer = client.get(address)
        data = body(answer)
        yield f"{language} {address}", _headers(answer) + data
        yield from taken_apart(f"{language} {address}", data)
        for link in _links(address, data, str(answer.get("Content-Type", ""))):
            if link not in seen:
                seen.add(link)
                waiting.append(link)


def _headers(answer: object) -> bytes:
    return "\n".join(f"{k}: {v}" for k, v in answer.headers.items()).encode() + b"\n\n"  # type: ignore[attr-defined]


def _links(address: str, data: bytes, media_type: str) -> Iterator[str]:
    if "html" in media_type:
        found = (link.decode("utf-8", "replace") for link in _LINK.findall(data))
    elif "xml" in media_type or "json" in media_type:
        text = data.decode("utf-8", "replace")
        found = iter(re.findall(r"https?://testserver[^\s\"<>\\]*", text))
    else:
        return
    for link in found:
        whole = urlsplit(urljoin(f"http://testserver{address}", link.replace("&amp;", "&")))
        is_ours = whole.netloc == "testserver" and not whole.path.startswith(_ELSEWHERE)
        if is_ours and whole.path.startswith("/") and "lang=" not in whole.query:
            yield whole.path + (f"?{whole.query}" if whole.query else "")


def taken_apart(place: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """What is packed in a file: members of ZIPs, streams of PDFs, and so on inwards."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield f"{place}!comment", archive.comment
            for entry in archive.infolist():
                inside = archive.read(entry)
                told = entry.filename.encode() + b"\n" + entry.comment + entry.extra
                yield f"{place}!{entry.filename}", told + inside
                yield from taken_apart(f"{place}!{entry.filename}", inside)
    elif data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as document:
            for number, each in enumerate(document.objects):
                yield f"{place}!object {number}", _of_a_pdf(each)
        yield f"{place}!text", _text_of(data)
    elif data.startswith(b"\x1f\x8b"):
        yield from taken_apart(f"{place}!unpacked", gzip.decompress(data))


def _text_of(data: bytes) -> bytes:
    """What a reader can mark and copy: in the file itself it stands as numbers of glyphs."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).encode()


def _of_a_pdf(each: pikepdf.Object) -> bytes:
    told = repr(each).encode()
    if isinstance(each, pikepdf.Stream):
        try:
            return told + each.read_bytes()
        except (pikepdf.PdfError, zlib.error):
            return told + each.read_raw_bytes()
    return told


def sung(words: Container[str], data: bytes) -> set[str]:
    """The words that stand in `data`: plain, in UTF-16, as hexadecimal digits, or spread out."""
    low = data.lower()
    read = [low, low.replace(b"\0", b""), re.sub(rb"[\s.\-]", b"", low)]
    read += [bytes.fromhex(run.decode()).replace(b"\0", b"") for run in _HEX.findall(low)]
    return {word for each in read for word in _said(each.lower()) if word in words}


def _said(data: bytes) -> Iterator[str]:
    """Every stretch of a canary's length in the runs of letters or digits that canaries have."""
    for runs, lengths in ((_LETTERS, (12,)), (_DIGITS, (8, 11))):
        for run in runs.findall(data):
            for length in lengths:
                for at in range(len(run) - length + 1):
                    yield run[at : at + length].decode()
