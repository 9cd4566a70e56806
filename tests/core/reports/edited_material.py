"""Blocks of every kind, and arbitrary ones, for the tests of what people do to a report."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from innspill.stages.reports.core.charts import Bar, Chart
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Sentence,
    Source,
    Table,
)

FIGURE = (Source("figure", "/respondents", ("24-17-1", "24-17-2"), 47),)
COMMENT = Source("comment", "a" * 64)


def paragraph(*texts: str, **fields: Any) -> Paragraph:
    return Paragraph(tuple(Sentence(text, FIGURE) for text in texts), **fields)


def table(*rows: tuple[str, ...], header: tuple[str, ...] = ("Instans", "Antall")) -> Table:
    cells = tuple(tuple(Sentence(text, FIGURE) for text in row) for row in rows)
    return Table("Hvem som svarte", header, cells, (3.0, 1.0), numeric=1)


CHART = Picture(Chart("Svar på spørsmål 1", (Bar("Ja", 3, "supports"),), 5, "Høringssvar"), FIGURE)
QUOTE = Quote(
    "Fristen er for kort.\n\nVi ber om et halvt år til.",
    "Fjordvik kommune",
    "24-17-1",
    "nb",
    COMMENT,
)
PART = ReportPart(
    "question:1",
    "Spørsmål 1",
    1,
    (
        paragraph("47 instanser svarte på spørsmålet.", "De fleste støtter forslaget."),
        Heading("Støtte", 2),
        Bullets((Sentence("Fjordvik kommune", FIGURE), Sentence("Legelaget", FIGURE))),
        QUOTE,
        paragraph("Delvis fulgt opp.", label="Vurdering:", style="Innspill Decision"),
        table(("Kommuner", "40"), ("Foreninger", "7")),
        CHART,
        paragraph("Tallene er forklart i vedlegget.", style="Innspill Note"),
    ),
)

TEXT = st.text(
    st.sampled_from("abcæøå .-#>*[]\\:()—123") | st.characters(codec="utf-8", exclude_categories=["C"]),
    max_size=30,
)  # fmt: skip
WORDS = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
LINES = st.lists(TEXT, min_size=1, max_size=4).map(lambda lines: "\n".join(lines).strip())
FILLED = LINES.filter(bool)


def _sentences(texts: list[str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, FIGURE) for text in texts)


BLOCKS: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    st.one_of(
        st.builds(Heading, WORDS, st.integers(1, 4)),
        st.builds(
            Paragraph,
            st.lists(FILLED, min_size=1, max_size=3).map(_sentences),
            st.sampled_from(["Normal", "Innspill Note"]),
        ),
        st.builds(Bullets, st.lists(FILLED, min_size=1, max_size=3).map(_sentences)),
        st.builds(Quote, FILLED, WORDS, st.just("24-17-1"), st.just("nb"), st.just(COMMENT)),
        st.builds(lambda rows: table(*rows), st.lists(st.tuples(FILLED, FILLED), max_size=3)),
        st.just(CHART),
    ),
    max_size=7,
).map(tuple)
