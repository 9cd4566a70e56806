"""What reading may ask of programs outside. Everything else is read without them.

A document's reading depends on these programs' versions, so each is named in what it helped read.
Adapters fill them (adapters/tesseract.py, adapters/libreoffice.py); without one, the file is flagged
`needs-ocr` or `needs-conversion`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SECONDS_FOR_A_PAGE = 20
SECONDS_TO_CONVERT = 60


@dataclass(frozen=True, slots=True)
class Recognised:
    """A word seen in a picture: its corners in pixels from the top left, and how sure (0 to 100).

    `line` numbers the lines of the picture in reading order, `paragraph` its paragraphs.
    """

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: int
    line: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A program that recognises text in pictures.

    `words` takes a picture as PNG and its resolution in dots per inch. It raises `Unreadable` with
    the code needs-ocr where it cannot be done in SECONDS_FOR_A_PAGE.
    """

    name: str
    words: Callable[[bytes, int], tuple[Recognised, ...]]


@dataclass(frozen=True, slots=True)
class Converter:
    """A program that turns documents of other programs into .docx or PDF, running nothing in them.

    `to_docx` takes the bytes and the ending of the file's kind (".doc"). It raises `Unreadable`
    with the code needs-conversion where it cannot be done in SECONDS_TO_CONVERT. `say_name` is
    asked only where something was converted, for asking a program costs a start of it. `to_pdf`
    does as `to_docx` where the program can.
    """

    say_name: Callable[[], str]
    to_docx: Callable[[bytes, str], bytes]
    to_pdf: Callable[[bytes, str], bytes] | None = None

    @property
    def name(self) -> str:
        """The program and its version ("LibreOffice 7.4.7.2")."""
        return self.say_name()


def _nothing(_: float | str) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The programs outside that are at hand, and who watches over the reading.

    `begins` is told the path of each document before it is read, and may raise `Unreadable` to
    have it left unread; then "", before the answers are put together. `more_time` is told before each long step how many seconds it may take.
    """

    recogniser: Recogniser | None = None
    converter: Converter | None = None
    begins: Callable[[str], None] = _nothing
    more_time: Callable[[float], None] = _nothing


NO_TOOLS = Tools()
