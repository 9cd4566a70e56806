"""The child's side of building public files: it builds, and it reads what was built once more.

A file as sent is opened here alone, where nothing it holds can reach further. What cannot be done
for sure is refused with the reason, and the file is not published.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from typing import Any

import cv2
import numpy as np
import pypdfium2

from innspill.adapters.page_pixels import made_anew, png_of
from innspill.adapters.page_words import PagePicture, pages_of
from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.publication.core.rebuilding.judging import Judged, allowed_words, judge
from innspill.stages.publication.core.rebuilding.paper import build_response_pdf
from innspill.stages.publication.core.rebuilding.seen import may_be_one_of, secret_words
from innspill.stages.publication.core.rebuilding.sheets import Cover, Sheet, build_pages_pdf
from innspill.stages.publication.core.rebuilding.traces import (
    Needles,
    is_clean,
    needles_for,
    texts_in,
    words_of,
)
from innspill.stages.publication.core.rebuilding.values import (
    NOT_PAGES,
    PageWord,
    Secrets,
    Source,
    is_of_pages,
)
from innspill.stages.reading.core.files import bytes_at, read_file
from innspill.stages.reading.core.formats.sniff import sniff
from innspill.stages.reading.core.tools import SECONDS_FOR_A_PAGE, Tools
from innspill.stages.reading.core.values import FileRead

MOST_BYTES = 40 << 20
_ENOUGH_TEXT, _ENOUGH_SEEN = 0.9, 0.8
"""The share of the public text that must be found in a file with text, and in pictures of one."""
_SURE, _LONG, _FEW, _ALIKE, _SEEN_AT = 60, 4, 8, 0.7, 200
"""Of so many sure, long words that are seen in the pixels, this share must be public ones."""
_IN_A_ROW = 3
"""So many sure, long words that are not public, one after the other, are a sentence of their own:
honest pages have one at a time, misread."""
_TO_SET, _TO_READ = 30.0, 30.0


@dataclass(frozen=True, slots=True)
class Built:
    """A file that was built, in base 64, or a `Refusal`."""

    data: str = ""
    refused: str = ""

    @classmethod
    def of(cls, data: bytes) -> Built:
        """The file; refused where it is too large."""
        if len(data) > MOST_BYTES:
            return cls(refused="too-big")
        return cls(base64.b64encode(data).decode("ascii"))

    def bytes(self) -> bytes:
        """The file's bytes. Raises ValueError where there are none."""
        if self.refused or not self.data:
            raise ValueError("nothing was built")
        return base64.b64decode(self.data, validate=True)


def paper_built(paper: dict[str, Any], tools: Tools) -> Built:
    """The public copy of a response as PDF."""
    tools.more_time(_TO_SET)
    return Built.of(build_response_pdf(paper))


def pages_built(name: str, data: bytes, source: Source, cover: Cover, tools: Tools) -> Built:
    """The file at the source's path with its pages as pixels of what is public in it."""
    try:
        inner = bytes_at(name, data, source.path, tools)
    except (KeyError, Unreadable):
        return Built(refused="damaged")
    kind = sniff(inner).media_type
    if not is_of_pages(kind):
        return Built(refused=NOT_PAGES)
    hides = source.private or bool(source.secrets.withheld or source.secrets.elsewhere)
    try:
        pages = list(pages_of(inner, kind, tools, strict=hides))
    except BadInput as error:
        return Built(refused=error.what)
    recognised = any(page.recognised for page in pages)
    judged = judge(_in_one(pages), source)
    if not judged.all_placed:
        # Of a scan: misread here or in the reading, so that nobody knows where on the page it is.
        return Built(refused="seen-only" if recognised else "not-placed")
    if judged.share < (_ENOUGH_SEEN if recognised else _ENOUGH_TEXT):
        return Built(refused="too-little-found")
    tools.more_time(_TO_SET)
    return Built.of(build_pages_pdf(cover, list(_sheets(pages, judged))))


def check(pdf: bytes, secrets: Secrets, wording: str, tools: Tools, *, pixels: bool) -> str:
    """Reads a built file as if somebody had sent it. Gives a `Refusal`, or nothing where it is clean.

    Of a file of `pixels` the pictures are read too, without the text that lies beneath them.
    """
    needles = needles_for(secrets, _format_words())
    if not is_clean(pdf, needles):
        return "left-over"
    tools.more_time(_TO_READ)
    (found, *more) = read_file(
        "fil.pdf", pdf, Tools(begins=tools.begins, more_time=tools.more_time)
    )
    if found.document is None or more:
        return "not-read-again"
    told = [*_told(found), "\n".join(block.text for block in found.document.blocks)]
    if any(needles.trace_in(text) for text in (*told, *_page_texts(pdf))):
        return "left-over"
    return _pixels_checked(pdf, needles, secrets, wording, tools) if pixels else ""


def _pixels_checked(
    pdf: bytes, needles: Needles, secrets: Secrets, wording: str, tools: Tools
) -> str:
    if tools.recogniser is None:
        return "no-recogniser" if secrets.withheld or secrets.elsewhere else ""
    source = Source("", secrets.public, wording, secrets, private=False)
    allowed = allowed_words(source)
    hidden = secret_words(secrets, allowed)
    long = known = 0
    for picture in _pictures_of(pdf, tools):
        seen = tools.recogniser.words(picture, _SEEN_AT)
        if needles.trace_in(" ".join(word.text for word in seen)):
            return "left-over"
        sure = [word.text for word in seen if word.confidence >= _SURE]
        parts = [part for text in sure for part in words_of(text) if len(part) >= _LONG]
        if may_be_one_of((part for part in parts if part not in allowed), hidden):
            return "left-over"
        if _longest_run(part not in allowed for part in parts) >= _IN_A_ROW:
            return "unlike"
        long += len(parts)
        known += sum(part in allowed for part in parts)
    return "" if long < _FEW or known >= _ALIKE * long else "unlike"


def _longest_run(said: Iterable[bool]) -> int:
    """How often it is said to be so without a break, at the most."""
    return max((len(list(run)) for is_so, run in groupby(said) if is_so), default=0)


def _pictures_of(pdf: bytes, tools: Tools) -> Iterator[bytes]:
    """Each page but the first, which we wrote ourselves, as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for at in range(1, len(document)):
            tools.more_time(SECONDS_FOR_A_PAGE)
            bitmap = document[at].render(scale=_SEEN_AT / 72, grayscale=True)
            yield png_of(np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width))
    finally:
        document.close()


def _in_one(pages: Sequence[PagePicture]) -> list[PageWord]:
    """The words of all pages in order, their lines counted through."""
    words: list[PageWord] = []
    first = 0
    for page in pages:
        page.words = [replace(word, line=word.line + first) for word in page.words]
        words += page.words
        first = words[-1].line + 1 if words else 0
    return words


def _sheets(pages: Sequence[PagePicture], judged: Judged) -> Iterator[Sheet]:
    at = 0
    for page in pages:
        verdicts = judged.verdicts[at : at + len(page.words)]
        at += len(page.words)
        words = list(zip(page.words, verdicts, strict=True))
        png = png_of(made_anew(page.grey, words))
        yield Sheet(page.width, page.height, page.per_pixel, words, png)


def _told(found: FileRead) -> Iterator[str]:
    """Each text of the file by itself: blocks, what is hidden, and what it says of itself."""
    document = found.document
    if document is None:
        return
    yield from (block.text for block in document.blocks)
    yield from (hidden.text for hidden in document.hidden)
    yield from (value for key, value in document.properties.items() if key != "pages")


def _page_texts(pdf: bytes) -> Iterator[str]:
    """The text of each page as any program would copy it out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.get_textpage().get_text_range()
    finally:
        document.close()


@cache
def _format_words() -> frozenset[str]:
    """The words that every PDF of ours has in its bones: an empty one's."""
    done, png = cv2.imencode(".png", np.full((4, 4), 255, np.uint8))
    empty = Cover("en", "-", "-", "-", (), "-", withheld=False)
    pdf = build_pages_pdf(empty, [Sheet(100.0, 100.0, 1.0, (), png.tobytes())]) if done else b""
    return frozenset(word for text, _ in texts_in(pdf) for word in words_of(text))
