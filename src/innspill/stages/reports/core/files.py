"""All files of one report, made of the same parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from innspill.stages.analysis.core.values import Analysis
from innspill.stages.reports.core.excel.workbook import write_excel
from innspill.stages.reports.core.exported import report_json
from innspill.stages.reports.core.left import Left
from innspill.stages.reports.core.letterhead import Letterhead
from innspill.stages.reports.core.matrix import matrix_csv
from innspill.stages.reports.core.papers import TitlePage
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.core.pdf.document import fitting, write_pdf
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.values import Figures, ReportInput, Told
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
    letterhead: Letterhead | None = None


Write = Callable[[str], bytes]
"""Gives the bytes of a file of one report, by what it is."""

Writer = Callable[[Writing], Write]
"""What writes reports: `here`, or `adapters.report_writing.in_own_processes`."""


def here(writing: Writing) -> Write:
    """Writes in this process. What a writer lets go of is then not always given back to the machine:
    a long report is better written in processes of their own.
    """
    return partial(write_file, writing)


def write_file(writing: Writing, name: str) -> bytes:
    """The bytes of one file of a report. Equal input gives equal bytes."""
    return _MAKERS[name](writing)


def needed_for(name: str, writing: Writing) -> Writing:
    """What one file is written from: the PDF from the parts that stand in it, and the hearing's name."""
    if name != "pdf":
        return writing
    parts = tuple(fitting(writing.parts, writing.figures.language))
    alone = replace(
        writing.report, responses=(), decided=(), told=Told(), analysis=Analysis((), (), ())
    )
    return replace(writing, parts=parts, report=alone)


def files_of(
    write: Write, told: Callable[[str], None] = lambda _name: None
) -> Iterator[tuple[str, bytes]]:
    """Each of FILES with its bytes, one after the other; `told` hears of each before it is made."""
    for name in FILES:
        told(name)
        yield name, write(name)


def _word(writing: Writing) -> bytes:
    return write_word(writing.figures, _page(writing), writing.parts, writing.word)


def _pdf(writing: Writing) -> bytes:
    return write_pdf(writing.figures, _page(writing), writing.parts, writing.letterhead)


def _html(writing: Writing) -> bytes:
    page = _page(writing)
    shown = report_html(writing.figures, page, writing.parts, sources=writing.word.sources)
    return shown.encode()


def _json(writing: Writing) -> bytes:
    return report_json(
        writing.figures, writing.report, writing.parts, kind=writing.kind, left=writing.left
    )


def _excel(writing: Writing) -> bytes:
    return write_excel(
        writing.figures, writing.report, left=writing.left, made_from=writing.word.made_from
    )


def _matrix(writing: Writing) -> bytes:
    return matrix_csv(writing.report).encode()


_MAKERS: Mapping[str, Callable[[Writing], bytes]] = {
    "word": _word, "pdf": _pdf, "html": _html, "json": _json, "excel": _excel, "matrix": _matrix,
}  # fmt: skip

FILES = tuple(_MAKERS)
"""What the files of a report are, in the order that they are made."""


def _page(writing: Writing) -> TitlePage:
    return title_page(writing.figures, writing.report, kind=writing.kind, left=writing.left)
