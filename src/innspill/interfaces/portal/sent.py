"""What a page of the form sent: for each question its boxes, text and measures, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from innspill.interfaces.ui.forms import whole
from innspill.stages.consultations.core.definition import Question
from innspill.stages.consultations.core.filled import MeasureGiven

COLUMNS = ("name", "responsible", "relevant_for", "description")
MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer as it was typed, and the revision that the page showed."""

    ticks: tuple[str, ...]
    text: str
    measures: tuple[MeasureGiven, ...]
    based_on: int


def sent(data: QueryDict, question: Question, key: str) -> Sent | None:
    """The answer to `question` in a page's fields; None where the page did not ask it."""
    if f"{key}-revision" not in data:
        return None
    offered = {choice.id for choice in question.choices}
    ticks = tuple(tick for tick in data.getlist(f"{key}-tick") if tick in offered)
    return Sent(
        ticks=ticks if question.many else ticks[:1],
        text=lines(data.get(f"{key}-text", "")),
        measures=measures(data, key) if question.kind == "measures" else (),
        based_on=whole(data.get(f"{key}-revision", "")),
    )


def measures(data: QueryDict, key: str) -> tuple[MeasureGiven, ...]:
    """The rows of a table of measures, without the empty ones."""
    columns = {name: data.getlist(f"{key}-measure-{name}")[:MOST_ROWS] for name in COLUMNS}
    rows = [_row(columns, place) for place in range(max(map(len, columns.values())))]
    return tuple(row for row in rows if not row.is_empty)


def _row(columns: Mapping[str, list[str]], place: int) -> MeasureGiven:
    cells = {
        name: lines(cells[place]).strip() if place < len(cells) else ""
        for name, cells in columns.items()
    }
    return MeasureGiven(**cells)


def lines(text: str) -> str:
    r"""Text as it was typed, with the line ends of forms (CR LF) as "\n" and no NUL."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
