"""report.pdf: the whole report as PDF/UA-1, of the same chapters as the Word report."""

from __future__ import annotations

from pathlib import Path

from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.publication.core.rebuilding.paper_words import paper_words_in
from innspill.stages.reports.core.chapters.whole import write_report
from innspill.stages.reports.core.pdf.paper import Sheets
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.words import words_in

_LAYOUT = Path(__file__).with_name("report.typ")


def write_pdf(figures: Figures, report: ReportInput) -> bytes:
    """The report as PDF. Equal input gives equal bytes."""
    words = words_in(figures.language)
    sheets = Sheets(words, figures.language)
    write_report(sheets, figures, report)
    before, between, after = words.page_of.replace("{page}", "|").replace("{pages}", "|").split("|")
    content = {
        "language": figures.language,
        "title": shown(f"{words.report_kind}: {figures.title}"),
        "author": shown(figures.owner),
        "foot": shown(f"{figures.owner} · {figures.case_number}"),
        "blocks": sheets.blocks,
        "has_names": False,
        "words": {
            "contents": words.contents,
            "table": words.table_caption,
            "figure": words.figure_caption,
            "page": [before, between, after],
            "replaced": paper_words_in(figures.language).replaced,
        },
    }
    return typeset(_LAYOUT, content, sheets.pictures)
