"""report.pdf: a report's parts as PDF/UA-1, which typst refuses to make where something breaks it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.publication.core.rebuilding.paper_words import paper_words_in
from innspill.stages.reports.core.papers import TitlePage, write_on
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.core.pdf.paper import Sheets
from innspill.stages.reports.core.values import Figures
from innspill.stages.reports.core.words import words_in

_LAYOUT = Path(__file__).with_name("report.typ")


def write_pdf(figures: Figures, page: TitlePage, parts: Sequence[ReportPart]) -> bytes:
    """The report as PDF. Equal input gives equal bytes."""
    words = words_in(figures.language)
    sheets = Sheets(words, figures.language)
    write_on(sheets, page, parts)
    before, between, after = words.page_of.replace("{page}", "|").replace("{pages}", "|").split("|")
    content = {
        "language": figures.language,
        "title": shown(f"{page.kind}: {figures.title}"),
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
