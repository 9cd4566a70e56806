"""What the building of public files takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Refusal = Literal[
    "lost", "stopped", "damaged", "locked", "too-many-pages", "too-big", "not-placed",
    "too-little-found", "left-over", "not-read-again", "no-recogniser", "unlike",
    "seen-only",
]  # fmt: skip
"""Why a file is not published; the desk says it in words."""
PDF = "application/pdf"
PAGES = ("application/pdf", "image/")
"""The kinds of files that are pages already: their pages become pixels."""
NOT_PAGES = "not-pages"
"""A file of another kind: its text stands in the PDF of the response, and it is no file of its own."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not be in a file.

    `withheld` are the spans that stand in the very file, in full: each must be found on its pages.
    `elsewhere` are those of the rest of the response, which may stand there too. `unsaid` is what
    the public copy never had: hidden text, and the words of the mail that it came with. `public`
    is all that the public may read of the response and the hearing: what is secret in one place
    and public in another is no trace.
    """

    withheld: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    public: str = ""


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word on a page: its box in pixels of the page's picture, and its line.

    It is not `sure` where the pixels may say something else than the text does, and `seen` where
    its text was recognised in them.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: int
    sure: bool = True
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file as sent whose pages are to become pixels: the way in to it, and what of it is public.

    `text` is what the public copy has from it, `wording` the form's own words in it, and `names`
    are those of the senders as they are published.
    """

    path: str
    text: str
    wording: str
    secrets: Secrets
    private: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A public file as it was built, or why it was not: `data` is None then.

    Position 0 is the copy as a paper, 1 the response as it was sent; attachments follow.
    """

    position: int
    name: str
    data: bytes | None
    refused: str = ""
    """A `Refusal`."""
    media_type: str = PDF


def is_of_pages(media_type: str) -> bool:
    """Whether a file of this kind is pages already."""
    return media_type.startswith(PAGES)
