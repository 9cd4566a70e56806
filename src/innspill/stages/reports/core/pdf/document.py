"""report.pdf: a report's parts as PDF/UA-1, which typst refuses to make where something breaks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.publication.core.rebuilding.paper_words import paper_words_in
from innspill.stages.reports.core.letterhead import Letterhead, on_paper
from innspill.stages.reports.core.paper_words import paper_words_in as report_words_in
from innspill.stages.reports.core.papers import TitlePage, write_on
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Paragraph,
    ReportPart,
    Sentence,
    Table,
)
from innspill.stages.reports.core.pdf.paper import Sheets
from innspill.stages.reports.core.values import Figures
from innspill.stages.reports.core.words import number, words_in

_LAYOUT = Path(__file__).with_name("report.typ")


HEAVIEST = 16_600
"""Cells that a PDF is made of at the most: typst holds some 36 kB for each of them at once."""
_PARAGRAPH = 2
"""Cells that a paragraph weighs as much as."""


def write_pdf(
    figures: Figures,
    page: TitlePage,
    parts: Sequence[ReportPart],
    letterhead: Letterhead | None = None,
) -> bytes:
    """The report as PDF. Equal input gives equal bytes.

    Nobody reads thousands of pages there: of a report that is heavier than HEAVIEST the longest parts
    say where they are to be found instead.
    """
    words = words_in(figures.language)
    sheets = Sheets(words, figures.language)
    write_on(sheets, page, fitting(parts, figures.language))
    before, between, after = words.page_of.replace("{page}", "|").replace("{pages}", "|").split("|")
    logo, picture = on_paper(letterhead)
    content = {
        **logo,
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
    return typeset(_LAYOUT, content, {**sheets.pictures, **picture})


def fitting(parts: Sequence[ReportPart], language: str) -> list[ReportPart]:
    """The parts with the longest ones shortened to a note, until all weigh no more than HEAVIEST."""
    weights = [sum(_weight(block) for block in part.blocks) for part in parts]
    whole, kept = sum(weights), list(parts)
    for at in sorted(range(len(kept)), key=lambda each: -weights[each]):
        if whole <= HEAVIEST:
            break
        pieces = sum(_pieces(block) for block in kept[at].blocks)
        said = report_words_in(language).too_long.format(count=number(pieces, language))
        note = Paragraph((Sentence(said),), "Innspill Note")
        kept[at] = replace(kept[at], blocks=(note,))
        whole -= weights[at]
    return kept


def _pieces(block: Block) -> int:
    match block:
        case Table():
            return len(block.rows) * len(block.header)
        case Bullets():
            return len(block.lines)
    return 1


def _weight(block: Block) -> int:
    return _pieces(block) * (1 if isinstance(block, Table) else _PARAGRAPH)
