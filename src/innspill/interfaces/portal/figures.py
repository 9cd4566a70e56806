"""The figures of a published result, laid out for the page. Nothing is counted here again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from innspill.stages.consultations.core.definition import Definition, Question

OUTCOMES = ("followed", "partly-followed", "not-followed", "noted", "outside")
MOST_NAMED = 300
"""How many who answered the page names; more are found by the list of the hearing."""
MOST_POINTS = 50
"""How many of the comments that share a decision the page lists; all are found by their senders."""
BARS_FROM = 5
"""The least number of responses to a question that are drawn: of fewer, one voice fills a chart.

The report says no word for a number below it either; a test holds the two together.
"""


@dataclass(frozen=True, slots=True)
class Respondent:
    """Somebody who answered, as the result names them."""

    name: str
    group: str
    number: int
    late: bool


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

    @property
    def is_drawn(self) -> bool:
        """Whether the counts stand with bars beside them, or alone."""
        return self.respondents >= BARS_FROM


@dataclass(frozen=True, slots=True)
class Point:
    """A comment that was decided on, or a proposal: what, whose, and where to read it."""

    text: str
    name: str
    reference: str
    number: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, why, and on which comments: said once for all that share it."""

    outcome: str
    reason: str
    points: tuple[Point, ...]
    further: int = 0
    """How many more there are than `points`."""


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """The decisions on the comments to one question (None for what belongs to no question)."""

    question: Question | None
    count: int
    decisions: tuple[Decision, ...]


def decided(result: Mapping[str, Any], definition: Definition) -> list[DecidedOn]:
    """The decided comments by question and by what was decided, in the order of the form."""
    rows = result.get("decided", ())
    shown = []
    for question in (*definition.questions, None):
        asked = question.id if question else ""
        mine = [row for row in rows if (row["question"] or "") == asked]
        if mine:
            shown.append(DecidedOn(question, len(mine), tuple(_decisions(mine))))
    return shown


def totals(result: Mapping[str, Any]) -> dict[str, int]:
    """The sum of each column of the table of groups."""
    columns = ("invited", "answered", "silent", "member_responses")
    return {name: sum(group[name] for group in result.get("groups", ())) for name in columns}


def outcomes(result: Mapping[str, Any]) -> list[tuple[str, int]]:
    """How many comments got each outcome, those that none got too."""
    counts = Counter(row["outcome"] for row in result.get("decided", ()))
    return [(outcome, counts[outcome]) for outcome in OUTCOMES]


def who(result: Mapping[str, Any]) -> dict[str, int] | None:
    """Whom the responses are from; None in a result that was published before it was counted."""
    names = ("invited_answered", "from_invited", "from_members", "with_remarks", "joint")
    return {name: result[name] for name in names} if all(n in result for n in names) else None


def answered(result: Mapping[str, Any]) -> list[Respondent]:
    """The published responses of a result; none where they are too many for its page."""
    rows = [row for row in result.get("answered", ()) if row["state"] == "published"]
    if len(rows) > MOST_NAMED:
        return []
    return [
        Respondent(
            row["name"],
            row["group"],
            int(row["reference"].rpartition("-")[2]),
            row["late"] is True,
        )
        for row in rows
    ]


def unshown(result: Mapping[str, Any]) -> int:
    """How many responses were counted but not published when the result was made."""
    return sum(row["state"] != "published" for row in result.get("answered", ()))


def proposals(
    result: Mapping[str, Any], definition: Definition
) -> list[tuple[Question | None, list[Point]]]:
    """The proposals by question, in the order of the form."""
    rows = result.get("proposals", ())
    shown: list[tuple[Question | None, list[Point]]] = []
    for question in (*definition.questions, None):
        asked = question.id if question else ""
        mine = [_point(row) for row in rows if (row["question"] or "") == asked]
        if mine:
            shown.append((question, mine))
    return shown


def _decisions(rows: list[Mapping[str, Any]]) -> Iterator[Decision]:
    together: dict[tuple[str, str], list[Point]] = {}
    for row in rows:
        together.setdefault((row["outcome"], row["reason"]), []).append(_point(row))
    for (outcome, reason), points in together.items():
        further = max(0, len(points) - MOST_POINTS)
        yield Decision(outcome, reason, tuple(points[:MOST_POINTS]), further)


def _point(row: Mapping[str, Any]) -> Point:
    number = row.get("number") or int(row["reference"].rpartition("-")[2])
    return Point(row["text"], row["name"], row["reference"], number)


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
    bars += [
        Bar(label, total[key], key == "text_only" and not choices)
        for key, label in _rest(bool(choices))
    ]
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
