"""All files of one report, made of the same parts."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from innspill.stages.reports.core.excel.workbook import write_excel
from innspill.stages.reports.core.exported import report_json
from innspill.stages.reports.core.left import Left
from innspill.stages.reports.core.matrix import matrix_csv
from innspill.stages.reports.core.papers import TitlePage
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.core.pdf.document import write_pdf
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.web.report import report_html
from innspill.stages.reports.core.word.document import WordWish, write_word


@dataclass(frozen=True, slots=True)
class Writing:
    """One report ready to be written: what it says, what it lacks, how its Word file is wanted."""

    kind: Kind
    figures: Figures
    report: ReportInput
    parts: tuple[ReportPart, ...]
    left: tuple[Left, ...] = ()
    word: WordWish = field(default_factory=WordWish)


def files_of(
    writing: Writing, told: Callable[[str], None] = lambda _name: None
) -> Mapping[str, bytes]:
    """The bytes of each file by what it is: "word", "pdf", "html", "json", "excel", "matrix".

    `told` hears of each before it is made.
    """
    made: dict[str, bytes] = {}
    for name, make in _MAKERS.items():
        told(name)
        made[name] = make(writing)
        # A Word document refers to itself: its memory is wanted for the next file, not at some time.
        gc.collect()
    return made


def _word(writing: Writing) -> bytes:
    return write_word(writing.figures, _page(writing), writing.parts, writing.word)


def _pdf(writing: Writing) -> bytes:
    return write_pdf(writing.figures, _page(writing), writing.parts)


def _html(writing: Writing) -> bytes:
    page = _page(writing)
    shown = report_html(writing.figures, page, writing.parts, sources=writing.word.sources)
    return shown.encode()


def _json(writing: Writing) -> bytes:
    return report_json(
        writing.figures, writing.report, writing.parts, kind=writing.kind, left=writing.left
    ).encode()


def _excel(writing: Writing) -> bytes:
    return write_excel(
        writing.figures, writing.report, left=writing.left, made_from=writing.word.made_from
    )


def _matrix(writing: Writing) -> bytes:
    return matrix_csv(writing.report).encode()


_MAKERS: Mapping[str, Callable[[Writing], bytes]] = {
    "word": _word, "pdf": _pdf, "html": _html, "json": _json, "excel": _excel, "matrix": _matrix,
}  # fmt: skip


def _page(writing: Writing) -> TitlePage:
    return title_page(writing.figures, writing.report, kind=writing.kind, left=writing.left)
