"""The figures of a published result, laid out for the page. Nothing is counted here again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from innspill.stages.consultations.core.definition import Definition, Question


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: what it counts, how many, and whether it is a box that was ticked."""

    label: str
    count: int
    is_choice: bool


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The figures of one question; `columns` head the table by group, `groups` are its rows."""

    question: Question
    respondents: int
    bars: tuple[Bar, ...]
    groups: tuple[tuple[str, int, tuple[int, ...]], ...]
    comments: int


def questions(result: Mapping[str, Any], definition: Definition) -> list[QuestionResult]:
    """The figures of each question of the definition that the result has any for."""
    by_id = {figures["question"]: figures for figures in result.get("questions", ())}
    return [
        _question(question, by_id[question.id])
        for question in definition.questions
        if question.id in by_id
    ]


def _question(question: Question, figures: Mapping[str, Any]) -> QuestionResult:
    from innspill.interfaces.ui.templatetags.innspill import choice_text

    total = figures["total"]
    choices = [choice for choice, *_ in figures["choices"]]
    bars = [Bar(choice_text(question, key), _ticked(total, key), True) for key in choices]
    bars += [Bar(label, total[key], False) for key, label in _rest(bool(choices))]
    return QuestionResult(
        question=question,
        respondents=total["respondents"],
        bars=tuple(bars),
        groups=tuple(_group(tally, choices) for tally in figures["groups"]),
        comments=figures.get("comments", 0),
    )


def _group(tally: Mapping[str, Any], choices: list[str]) -> tuple[str, int, tuple[int, ...]]:
    counts = [_ticked(tally, key) for key in choices]
    counts += [tally[key] for key, _ in _rest(bool(choices))]
    return tally["group"], tally["respondents"], tuple(counts)


def _ticked(tally: Mapping[str, Any], choice: str) -> int:
    return int(dict(tally["choices"]).get(choice, 0))


def _rest(has_choices: bool) -> Iterator[tuple[str, str]]:
    if has_choices:
        yield "unclear", gettext("Uklart (flere kryss)")
    text = gettext("Bare tekst, ikke kryss") if has_choices else gettext("Har svart")
    yield "text_only", text
    yield "no_comment", gettext("Skrev at de ikke har kommentar")
    yield "silent", gettext("Svarte ikke på spørsmålet")
