"""The readers that Innspill is measured against: how each is asked, in its best modes.

Each stands in `.venv-bench` only (`python3 tools/setup.py --bench`). One that cannot be imported is
left out of the tables, which say so.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from unittest import mock

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader: the package it comes in, and its modes, each bytes of a .docx in, all text out.

    The first mode is what is timed; the table takes the best of them for each row. `place` is what
    it tells of where a text stood; `told` what it tells of a tick but its sign.
    """

    name: str
    package: str
    modes: dict[str, Callable[[bytes], str]]
    place: str
    told: str = "-"

    @property
    def version(self) -> str:
        """The version installed, or "" where it is not."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return ""


def usable(peer: Peer, sample: bytes) -> str:
    """Why `peer` cannot be used here, in a few words, or "". `sample` is a file to try it on."""
    if not peer.version:
        return "not installed"
    try:
        next(iter(peer.modes.values()))(sample)
    except Exception as error:  # noqa: BLE001 - whatever another library raises
        return f"{type(error).__name__}: {error}"[:100]
    return ""


def _docx2python(data: bytes) -> str:
    from docx2python import docx2python

    with docx2python(io.BytesIO(data), duplicate_merged_cells=False) as read:
        return str(read.text) + "".join(f"\n{comment[-1]}" for comment in read.comments)


def _docx2python_html(data: bytes) -> str:
    from docx2python import docx2python

    with docx2python(io.BytesIO(data), html=True, duplicate_merged_cells=False) as read:
        return str(read.text)


def _mammoth(data: bytes) -> str:
    import mammoth

    return str(mammoth.convert_to_html(io.BytesIO(data)).value)


def _mammoth_styled(data: bytes) -> str:
    """With its style map saying everything that it can say."""
    import mammoth

    styles = "comment-reference => sup\nhighlight => mark\nu => u\nstrike => s\nb => strong"
    return str(mammoth.convert_to_html(io.BytesIO(data), style_map=styles).value)


def _markitdown(data: bytes) -> str:
    from markitdown import StreamInfo

    made = _once("markitdown", _new_markitdown)
    found = made.convert_stream(io.BytesIO(data), stream_info=StreamInfo(extension=".docx"))
    return str(found.text_content)


def _new_markitdown() -> Any:
    from markitdown import MarkItDown

    return MarkItDown()


def _python_docx(data: bytes) -> str:
    """Paragraphs and tables in their order, headers, footers and comments."""
    from docx import Document

    document = Document(io.BytesIO(data))
    found = list(_python_docx_content(document))
    for section in document.sections:
        for edge in (section.header, section.footer):
            found += _python_docx_content(edge)
    found += [comment.text for comment in document.comments]
    return "\n".join(found)


def _python_docx_content(container: Any) -> Any:
    from docx.table import Table

    for item in container.iter_inner_content():
        if not isinstance(item, Table):
            yield _python_docx_runs(item)
            continue
        for row in item.rows:
            cells = dict.fromkeys(row.cells)
            yield " | ".join("\n".join(_python_docx_content(cell)) for cell in cells)


def _python_docx_runs(paragraph: Any) -> str:
    """What is set apart is put in signs, since its programmers can see it."""
    found = []
    for run in paragraph.iter_inner_content():
        font = getattr(run, "font", None)
        signs = ""
        if font is not None:
            signs = (
                "~" * bool(font.strike) + "=" * bool(font.highlight_color) + "*" * bool(run.bold)
            )
        found.append(f"{signs}{run.text}{signs}")
    return "".join(found)


def _docling(data: bytes) -> Any:
    from docling.backend.msword_backend import MsWordDocumentBackend
    from docling.datamodel.base_models import InputFormat
    from docling.datamodel.document import InputDocument

    # Where LibreOffice is on the path it is started for each drawing: a second that is not docling's.
    with mock.patch.dict(os.environ, PATH=""):
        given = InputDocument(
            path_or_stream=io.BytesIO(data), format=InputFormat.DOCX,
            backend=MsWordDocumentBackend, filename="form.docx",
        )  # fmt: skip
        return MsWordDocumentBackend(given, io.BytesIO(data)).convert()


def _docling_markdown(data: bytes) -> str:
    return str(_docling(data).export_to_markdown())


def _docling_layers(data: bytes) -> str:
    """With every layer: headers, footers, notes and comments lie in layers of their own."""
    from docling_core.types.doc.document import ContentLayer

    return str(_docling(data).export_to_markdown(included_content_layers=set(ContentLayer)))


def _kreuzberg(data: bytes, form: str = "markdown") -> str:
    import kreuzberg

    config = kreuzberg.ExtractionConfig(use_cache=False, output_format=form)
    return str(kreuzberg.extract_bytes_sync(data, WORD, config=config).content)


def _xberg(data: bytes, form: str = "markdown") -> str:
    import xberg

    config = xberg.ExtractionConfig(use_cache=False, output_format=form)
    given = xberg.ExtractInput(kind="bytes", bytes=data, mime_type=WORD, filename="form.docx")
    loop = _once("loop", asyncio.new_event_loop)
    result = loop.run_until_complete(_awaited(xberg, given, config))
    return "\n".join(str(document.content) for document in result.results)


async def _awaited(xberg: Any, given: Any, config: Any) -> Any:
    return await xberg.extract(given, config)


def _office_oxide(data: bytes) -> str:
    from office_oxide import Document

    with Document.from_bytes(data, "docx") as document:
        return str(document.to_markdown())


def _office_oxide_tree(data: bytes) -> str:
    """Its tree of blocks, as the JSON that it gives."""
    from office_oxide import Document

    with Document.from_bytes(data, "docx") as document:
        tree = document.to_ir()
    return tree if isinstance(tree, str) else json.dumps(tree, ensure_ascii=False)


_made: dict[str, Any] = {}


def _once(name: str, make: Callable[[], Any]) -> Any:
    """What is made once and used again, as its users would."""
    if name not in _made:
        _made[name] = make()
    return _made[name]


PEERS = (
    Peer("office-oxide", "office-oxide",
         {"to_markdown": _office_oxide, "to_ir": _office_oxide_tree}, "-"),
    Peer("xberg", "xberg",
         {"markdown": _xberg, "plain": lambda data: _xberg(data, "plain"),
          "html": lambda data: _xberg(data, "html")}, "-"),
    Peer("kreuzberg", "kreuzberg",
         {"markdown": _kreuzberg, "plain": lambda data: _kreuzberg(data, "plain"),
          "html": lambda data: _kreuzberg(data, "html")}, "-"),
    Peer("python-docx", "python-docx", {"paragraphs, tables, comments": _python_docx}, "own objects"),
    Peer("docling", "docling-slim",
         {"markdown": _docling_markdown, "all layers": _docling_layers}, "item ids"),
    Peer("docx2python", "docx2python",
         {"text": _docx2python, "html": _docx2python_html}, "lineage of elements"),
    Peer("mammoth", "mammoth",
         {"convert_to_html": _mammoth, "with a style map": _mammoth_styled}, "-"),
    Peer("markitdown", "markitdown", {"convert": _markitdown}, "-"),
)  # fmt: skip
