"""The outline of a paper that is uploaded: its title, and its chapters with their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.stages.consultations.core import outline_docx, outline_pdf
from innspill.stages.consultations.core.definition import Chapter, Language, Text
from innspill.stages.consultations.core.outline_faults import WrongPaper
from innspill.stages.consultations.core.outline_pieces import Piece, chapters_of

LARGEST = 50_000_000
"""Bytes of the largest paper that is taken."""
_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")
_PDF_STARTS_WITHIN = 1024


@dataclass(frozen=True, slots=True)
class Outline:
    """What a paper is called, and its chapters, annexes and focus areas in order."""

    title: Text
    chapters: tuple[Chapter, ...]


def outline_of(name: str, data: bytes, language: Language = "nb") -> Outline:
    """The outline of the file called `name`, whose text is in `language`.

    What it is, is told by its bytes, not by its name. A file without headings gives an outline
    without chapters. Raises WrongPaper, a BadInput in one sentence, where the file is empty, too
    large, neither .docx nor .pdf, locked, damaged, built to do harm, or a scan without text.
    """
    try:
        title, pieces = _pieces(data)
    except WrongPaper as error:
        raise WrongPaper(error.code, error.what, where=name) from error
    chapters = chapters_of(pieces, language, title)
    named = title or next((piece.text for piece in pieces if piece.level is not None), "")
    return Outline({language: (named or _stem(name))[:300]}, chapters)


def _pieces(data: bytes) -> tuple[str, list[Piece]]:
    if not data:
        raise WrongPaper("empty", "the file is empty")
    if len(data) > LARGEST:
        raise WrongPaper("too-large", f"the file is larger than {LARGEST // 1_000_000} MB")
    if data.startswith(b"PK\x03\x04"):
        return outline_docx.pieces_of(data)
    if b"%PDF-" in data[:_PDF_STARTS_WITHIN]:
        return outline_pdf.pieces_of(data)
    if data.startswith(_OLD_OR_LOCKED):
        raise WrongPaper("old-word", "the file is an old .doc, or locked with a password")
    raise WrongPaper("wrong-kind", "this is neither a Word file (.docx) nor a PDF")


def _stem(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].strip() or "Dokument"
