"""Letters: as Word documents, plain text in an old charset, HTML, and PDF by LibreOffice."""

from __future__ import annotations

import html
import subprocess
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from make.parts import add_footnotes, new_document, node, saved, write


def letter(data: dict[str, Any]) -> bytes:
    """A letter as .docx: letterhead, reference lines, headings by chapter, signature."""
    language = data.get("language", "nb")
    document = new_document(
        language, data.get("file_title", ""), data.get("author", "Saksbehandler"),
        datetime.fromisoformat(str(data.get("written", "2026-03-01T12:00:00"))),
    )  # fmt: skip
    if data.get("page_numbers"):
        _page_numbers(document)
    for line in data["head"]:
        write(document.add_paragraph(), line)
    write(document.add_heading(level=1), data["title"])
    _body(document, data["body"])
    for line in data.get("signature", []):
        write(document.add_paragraph(), line)
    if data.get("footnotes"):
        add_footnotes(document, data["footnotes"])
    return saved(document)


def _body(document: Any, body: list[str]) -> None:
    for text in body:
        if text.startswith("## "):
            write(document.add_heading(level=2), text.removeprefix("## "))
        elif text.startswith("• "):
            write(document.add_paragraph(style="List Bullet"), text.removeprefix("• "))
        else:
            write(document.add_paragraph(), text)


def _page_numbers(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run("Side ")
    for instruction in ("PAGE", "NUMPAGES"):
        if instruction == "NUMPAGES":
            paragraph.add_run(" av ")
        node(paragraph).append(
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            )
        )


def plain(data: dict[str, Any]) -> bytes:
    """A letter as plain text with hard line ends, in the charset the source names."""
    charset = data.get("charset", "utf-8")
    return ("\r\n".join(data["lines"].splitlines()) + "\r\n").encode(charset)


def page(data: dict[str, Any]) -> bytes:
    """A letter as an HTML page, as a word processor saves it."""
    lines = [f"<p>{html.escape(line)}</p>" for line in data["head"]]
    lines.append(f"<h1>{html.escape(data['title'])}</h1>")
    for text in data["body"]:
        if text.startswith("## "):
            lines.append(f"<h2>{html.escape(text.removeprefix('## '))}</h2>")
        else:
            lines.append(f"<p>{html.escape(text)}</p>")
    lines += [f"<p>{html.escape(line)}</p>" for line in data.get("signature", [])]
    body = "\n".join(lines)
    head = f'<meta charset="utf-8"><title>{html.escape(data["title"])}</title>'
    style = "<style>p { margin: 0 0 8pt }</style>"
    return f'<!DOCTYPE html>\n<html lang="{data["language"]}"><head>{head}{style}</head>\n<body>\n{body}\n</body></html>\n'.encode()


def as_pdf(docx: bytes) -> bytes:
    """The document printed to PDF by LibreOffice. Its bytes differ a little from run to run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brev.docx"
        path.write_bytes(docx)
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", folder, str(path),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return path.with_suffix(".pdf").read_bytes()
