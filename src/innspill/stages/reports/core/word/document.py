"""report.docx: a report's parts in our own look, or in a body's own template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from innspill.stages.reports.core.paper_words import paper_words_in
from innspill.stages.reports.core.papers import TitlePage, write_on
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.source_words import Said
from innspill.stages.reports.core.values import Figures
from innspill.stages.reports.core.word.endnotes import Endnotes, write_endnotes
from innspill.stages.reports.core.word.fragments import Fragments
from innspill.stages.reports.core.word.paper import WordPaper, insert_contents
from innspill.stages.reports.core.word.setup import empty_report
from innspill.stages.reports.core.word.tags import say_which
from innspill.stages.reports.core.word.template import opened
from innspill.stages.reports.core.words import words_in

BODY = "word/document.xml"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can hold."""


@dataclass(frozen=True, slots=True)
class WordWish:
    """How the Word file is wanted: its sources as endnotes, in a body's own template, and which
    report it says that it is (`Report.made_from`).
    """

    sources: bool = True
    template: bytes | None = None
    made_from: str = ""


def write_word(
    figures: Figures, page: TitlePage, parts: Sequence[ReportPart], wish: WordWish | None = None
) -> bytes:
    """The report as a Word document. Equal input gives equal bytes."""
    wish = wish or WordWish()
    words, own = words_in(figures.language), paper_words_in(figures.language)
    if wish.template is None:
        document = empty_report(figures, words)
        before = document.element.body[-1]
    else:
        document, before = opened(wish.template, figures, page)
    fragments = Fragments(document.element)
    paper = WordPaper(
        document, words, own, figures.language, before, fragments, Endnotes.after_those_of(document),
        said=Said(own) if wish.sources else None,
        own_title=wish.template is None,
    )  # fmt: skip
    write_on(paper, page, parts)
    paper.closing()
    insert_contents(paper)
    write_endnotes(document, paper.endnotes)
    if wish.template is not None:
        before.getparent().remove(before)
    if wish.made_from:
        say_which(document, wish.made_from)
    buffer = io.BytesIO()
    document.save(buffer)
    return _whole(buffer.getvalue(), fragments)


def _whole(data: bytes, fragments: Fragments) -> bytes:
    """The same document with its fragments filled in and the time of every part fixed, so that
    equal input is equal bytes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, FIXED_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0
            held = old.read(entry)
            with new.open(fixed, "w") as written:
                if entry.filename != BODY:
                    written.write(held)
                    continue
                for piece in fragments.filled_in(held):
                    written.write(piece)
    return buffer.getvalue()
