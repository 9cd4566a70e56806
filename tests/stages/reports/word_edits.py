"""What somebody does to a Word file, by the library, and what LibreOffice does to it."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph

from innspill.stages.reports.core.word.ooxml import element


def put(paragraph: Any, word: str) -> None:
    """Adds a word to what a paragraph says."""
    run = element("w:r")
    run.append(element("w:t"))
    run[0].text = f" {word}"
    run[0].set(qn("xml:space"), "preserve")
    paragraph.append(run)


def made_of(word: str) -> Any:
    """A paragraph that says a word."""
    made = element("w:p")
    put(made, f"{word} er skrevet i Word.")
    return made


def texts_of(data: bytes) -> list[str]:
    """All paragraphs of a Word file."""
    body = Document(io.BytesIO(data)).element.body
    return [DocxParagraph(each, None).text for each in body.iter(qn("w:p"))]


def through_libreoffice(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it."""
    given = folder / "rapport.docx"
    given.write_bytes(data)
    out = folder / "ut"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(out), str(given)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (out / "rapport.docx").read_bytes()
