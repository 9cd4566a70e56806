"""Which columns a table of counts has: named parts that every row's respondents fall into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from innspill.stages.reports.core.charts import choice_name
from innspill.stages.reports.core.values import QuestionFigures, Tally
from innspill.stages.reports.core.words import Words


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the count it takes from a tally, and its key.

    The key is "choice:" and the choice's id, or the tally's field.
    """

    name: str
    of: Callable[[Tally], int]
    key: str = ""


def ticked(tally: Tally) -> int:
    """How many have exactly one valid tick."""
    return sum(count for _, count in tally.choices)


def shown_columns(question: QuestionFigures, words: Words) -> tuple[Column, ...]:
    """Respondents first, then every part of them.

    Choices, unclear and silent always stand (unclear only where there is something to tick);
    the rest where anybody is counted in it, so that the row still adds up.
    """
    columns = [Column(words.respondents_column, lambda tally: tally.respondents, "respondents")]
    for choice, text, effect in question.choices:
        name = choice_name(text, effect, words)
        columns.append(Column(name, _choice(choice), f"choice:{choice}"))
    total = question.total
    if question.choices or total.unclear:
        columns.append(Column(words.unclear, lambda tally: tally.unclear, "unclear"))
    if total.no_comment:
        columns.append(Column(words.no_comment, lambda tally: tally.no_comment, "no_comment"))
    if total.text_only or not question.choices:
        columns.append(Column(words.text_only, lambda tally: tally.text_only, "text_only"))
    columns.append(Column(words.silent, lambda tally: tally.silent, "silent"))
    return tuple(columns)


def _choice(choice: str) -> Callable[[Tally], int]:
    return lambda tally: dict(tally.choices)[choice]
