"""Files of made reports, and parts that have one of everything that a part can hold."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.table import Table as Table_
from docx.text.paragraph import Paragraph as Paragraph_
from reports_material import full_report

from innspill.stages.reports.core.charts import Bar, Chart
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.left import left_of
from innspill.stages.reports.core.made_parts import parts_for
from innspill.stages.reports.core.papers import TitlePage
from innspill.stages.reports.core.parts.values import (
    Bullets,
    Heading,
    Kind,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Sentence,
    Source,
    Table,
)
from innspill.stages.reports.core.pdf.document import write_pdf
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.web.document import index_html
from innspill.stages.reports.core.word.document import WordWish, write_word

FIGURE = Source("figure", "/respondents", ("24/17-1", "24/17-2", "24/17-3", "24/17-5"), 4)
CHART = Chart("Svar på spørsmål 1", (Bar("Ja (støtte)", 2, "supports"),), 4, "Antall svar")
PARTS = (
    ReportPart(
        "process", "Slik gikk det til", 1,
        (
            Paragraph(
                (
                    Sentence("4 har svart.", (FIGURE,)),
                    Sentence(
                        "Legelaget støtter forslaget, og Legelaget står fast.",
                        (Source("comment", "ab12", ("24/17-1",)),),
                        emphasis=("Legelaget",),
                    ),
                )
            ),
            Bullets((Sentence("Innen fristen: 3.", (FIGURE,)), Sentence("Etter fristen: 1.", (FIGURE,)))),
            Table(
                "Hvem som svarte", ("Referanse", "Avsender", "Merknader"),
                tuple(
                    (
                        Sentence(f"24/17-{at}"), Sentence(f"Avsender {at}"),
                        Sentence(str(at), (Source("figure", f"/answered/{at}/remarks"),)),
                    )
                    for at in range(1, 5)
                ),
                (2, 5, 2), numeric=2, strong=(3,),
                anchors=tuple(f"ref_24_17_{at}" for at in range(1, 5)),
            ),
        ),
    ),
    ReportPart(
        "question:1", "Spørsmål 1", 1,
        (
            Heading("Synspunkt", 2),
            Picture(CHART, (Source("figure", "/questions/0/total"),)),
            Quote("Vi støttar dette.[^7]", "Legelaget", "24/17-1", "nn", Source("comment", "ab12")),
            Paragraph((Sentence("Det gjøres."),), "Innspill Decision", "Vurdering:"),
            Quote("Og dette.", "Legelaget", "24/17-1", "nb", Source("comment", "cd34")),
        ),
    ),
    ReportPart("theme:12/assessment", "Vurdering", 2, (), awaits="Skriv vurderingen her"),
    ReportPart("ledger", "Vedlegg: Regnskap", 1, (Paragraph((Sentence("Summene stemmer."),)),),
               numbered=False),
)  # fmt: skip
PAGE = TitlePage(
    "Oppsummering av høring", "Plan for nødnett", (("Frist", "1. juni 2024"),), "foreløpig",
    ("2 merknader er ikke vurdert.",),
)  # fmt: skip
FIGURES = count(full_report())


def paragraphs_in(document: Any) -> list[Any]:
    """All paragraphs outside tables: python-docx itself does not look into content controls."""
    return [
        Paragraph_(each, document._body)
        for each in document.element.body.iter(qn("w:p"))
        if next(each.iterancestors(qn("w:tbl")), None) is None
    ]


def tables_in(document: Any) -> list[Any]:
    """All tables, those in content controls too."""
    return [Table_(each, document._body) for each in document.element.body.iter(qn("w:tbl"))]


def made_word(**wish: Any) -> bytes:
    """PARTS as a Word file."""
    return write_word(FIGURES, PAGE, PARTS, WordWish(**wish))


def word_of(made: ReportInput, kind: Kind = "summary", **wish: Any) -> bytes:
    """What the machine says of a hearing, as a Word file."""
    figures = count(made)
    parts = parts_for(kind, figures, made)
    page = title_page(figures, made, kind=kind, left=left_of(made, parts))
    return write_word(figures, page, parts, WordWish(**wish))


def pdf_of(made: ReportInput, kind: Kind = "summary") -> bytes:
    """The same as PDF."""
    figures = count(made)
    parts = parts_for(kind, figures, made)
    page = title_page(figures, made, kind=kind, left=left_of(made, parts))
    return write_pdf(figures, page, parts)


def page_of(made: ReportInput, kind: Kind = "summary") -> str:
    """The same as the page of the offline run."""
    figures = count(made)
    parts = parts_for(kind, figures, made)
    page = title_page(figures, made, kind=kind, left=left_of(made, parts, decides=False))
    return index_html(figures, made, page, parts)
