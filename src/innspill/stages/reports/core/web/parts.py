"""Pieces of the page: tables that can be read by themselves, charts, quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.stages.reports.core.charts import Chart, as_svg
from innspill.stages.reports.core.markup import Html, el, join

MARK = re.compile(r"\[\^([^\]\s]{1,10})\]")
TAGS = {"nb": "nb", "nn": "nn", "en": "en"}

Cell = str
Row = Sequence[Cell]


def table(
    caption: str, header: Sequence[str], rows: Sequence[Row], *,
    numeric: int | None = None, strong: Sequence[int] = (),
) -> Html:  # fmt: skip
    """A table with its caption, first column as row headers. It scrolls by itself on a phone."""
    head = [_cell("th", name, index, numeric, "col") for index, name in enumerate(header)]
    body = []
    for number, row in enumerate(rows):
        cells = [
            _cell("td" if index else "th", cell, index, numeric, None if index else "row")
            for index, cell in enumerate(row)
        ]
        body.append(el("tr", *cells, class_="sum" if number in strong else None))
    made = el(
        "table", el("caption", caption), el("thead", el("tr", *head)), el("tbody", *body)
    )  # fmt: skip
    return el("div", made, class_="table", role="group", aria_label=caption, tabindex="0")


def _cell(name: str, content: str, index: int, numeric: int | None, scope: str | None) -> Html:
    number = numeric is not None and index >= numeric
    return el(name, content, class_="n" if number else None, scope=scope)


def figure(chart: Chart, caption: Html | None = None) -> Html:
    """A chart with its figures in words for those who do not see it."""
    shown = el("div", Html(as_svg(chart)), role="img", aria_label=chart.description)
    return el("figure", shown, el("figcaption", caption or chart.caption))


def noted(text: str) -> Html:
    """Text of a response with footnote marks raised."""
    pieces = MARK.split(text)
    return join(el("sup", piece) if index % 2 else piece for index, piece in enumerate(pieces))


def foreign(language: str | None, page: str) -> str | None:
    """The lang attribute of a text where it is in another language than the page."""
    tag = TAGS.get(language or "")
    return tag if tag != page else None


def anchor(reference: str) -> str:
    """The id of a response on the page."""
    return "r-" + re.sub(r"[^A-Za-z0-9]+", "-", reference)


def to_response(reference: str, *, shown: bool = True) -> Html:
    """A link to a response on the page; plain text where it is not shown there."""
    if not shown:
        return join([reference])
    return el("a", reference, href=f"#{anchor(reference)}")
