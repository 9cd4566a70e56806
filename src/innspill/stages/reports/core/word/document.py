"""report.docx: the whole report, chapter by chapter."""

from __future__ import annotations

import io
import zipfile

from innspill.stages.reports.core.chapters.whole import write_report
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.word.paper import Paper, insert_contents
from innspill.stages.reports.core.word.setup import empty_report
from innspill.stages.reports.core.words import words_in

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can hold."""


def write_word(figures: Figures, report: ReportInput) -> bytes:
    """The report as a Word document. Equal input gives equal bytes."""
    words = words_in(figures.language)
    paper = Paper(empty_report(figures, words), words, figures.language)
    write_report(paper, figures, report)
    insert_contents(paper)
    buffer = io.BytesIO()
    paper.document.save(buffer)
    return _with_fixed_times(buffer.getvalue())


def _with_fixed_times(data: bytes) -> bytes:
    """The same document with the time of every part fixed, so that equal input is equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, FIXED_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0
            new.writestr(fixed, old.read(entry))
    return buffer.getvalue()
