"""From the files of a hearing to its definition: blocks become the lines of a page and a form."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from lxml import html as lxml_html
from lxml.html import builder

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.form import read_form
from innspill.stages.consultations.core.form_tags import is_locked
from innspill.stages.consultations.core.importing import import_consultation
from innspill.stages.consultations.core.lines import Line, LineKind
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import NamedBytes
from innspill.stages.reading.core.values import Block, Document

_BESIDE_THE_TEXT = {"footnote", "endnote", "header", "footer", "text-box", "quoted", "signature"}
"""Kinds of blocks that are no lines of a page or form."""
_KINDS: dict[str, LineKind] = {"heading": "heading", "list-item": "list-item", "cell": "cell"}
_PRINTED = {"text/plain", "application/pdf"}
"""Formats whose blocks are printed lines, not paragraphs."""


def import_hearing(
    page: NamedBytes,
    form: NamedBytes | None,
    *,
    case_number: str | None = None,
    owner: str | None = None,
) -> Definition:
    """The definition that the hearing page and the response form in these files give.

    Raises BadInput where a file is unreadable, or does not say what is needed.
    """
    page_lines = lines_of(_documents(*page)[0])
    form_lines = None
    if form is not None:
        # A mail with the form attached: the document with the questions is the form.
        read = [lines_of(document) for document in _documents(*form)]
        form_lines = max(read, key=lambda lines: len(read_form(lines).questions))
        if not read_form(form_lines).questions:
            raise BadInput(
                "no questions were found in the form",
                where=form[0],
                todo="Give the response form with its numbered questions, or leave out --form.",
            )
    try:
        return import_consultation(page_lines, form_lines, case_number=case_number, owner=owner)
    except BadInput as error:
        raise BadInput(error.what, where=error.where or page[0], todo=error.todo) from error


def lines_of(document: Document) -> list[Line]:
    """The lines of a page or form that `document` is, in order."""
    blocks = [block for block in document.blocks if block.kind not in _BESIDE_THE_TEXT]
    printed = document.media_type in _PRINTED
    free = _free_above(blocks) if printed else [True] * len(blocks)
    return [
        _line(block, gap=gap, whole=not printed) for block, gap in zip(blocks, free, strict=True)
    ]


def _line(block: Block, *, gap: bool, whole: bool) -> Line:
    cell = block.cell
    return Line(
        text=block.text,
        kind=_KINDS.get(block.kind, "cell" if cell else "paragraph"),
        level=block.level,
        label=block.label,
        gap=gap,
        whole=whole,
        row=(cell.table, cell.row) if cell else None,
        entry=block.tag is not None and not is_locked(block.tag) and not block.boxes,
    )


def _free_above(blocks: Sequence[Block]) -> list[bool]:
    """For each printed line whether there is free room above it: more than usual.

    A text may have an empty line after each line, so that room is what exceeds the usual step.
    """
    numbers = [_number(block) for block in blocks]
    steps = [
        lower - upper
        for upper, lower in pairwise(numbers)
        if upper is not None and lower is not None
    ]
    usual = Counter(steps).most_common(1)[0][0] if steps else 1
    free = [True]
    for upper, lower in pairwise(numbers):
        free.append(upper is None or lower is None or not 0 < lower - upper <= usual)
    return free[: len(blocks)]


def _number(block: Block) -> int | None:
    """The line number in a block's name ("l17"), or None where it has none."""
    digits = block.id.rpartition("l")[2]
    return int(digits) if digits.isdecimal() else None


def _without_menus(page: bytes, document: Document) -> bytes:
    """A web page without what every page of the site has: menus, head and foot of the site."""
    text = page.decode(document.properties.get("charset", "utf-8"), "replace")
    root: Any = lxml_html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    main = root.find(".//main")
    kept = root if main is None else main
    for menu in list(kept.iter("nav", "footer")):
        menu.drop_tree()
    body = kept if main is None else builder.HTML(builder.BODY(kept))
    # The mark says UTF-8, whatever charset the page names for itself.
    return codecs.BOM_UTF8 + bytes(lxml_html.tostring(body, encoding="utf-8"))


def _documents(name: str, data: bytes) -> list[Document]:
    """What can be read of a file. Raises BadInput where nothing can."""
    read = read_file(name, data)
    first = read[0].document
    if first is not None and first.media_type == "text/html":
        read = read_file(name, _without_menus(data, first))
    documents = [file.document for file in read if file.document and file.document.blocks]
    if not documents:
        problem = next((file.problem for file in read if file.problem), None)
        raise BadInput(
            problem or "there is no text in the file",
            where=name,
            todo="Give it as HTML, text, .docx, .odt or .pdf with text.",
        )
    return documents
