"""Themes and outcomes counted: each response once in a theme, each remark once in an outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from innspill.stages.analysis.core.placing import current
from innspill.stages.analysis.core.values import Analysis, CommentFound, StanceValue, ThemeFound
from innspill.stages.deciding.core.values import DECIDING
from innspill.stages.reports.core.values import ReportInput, ThemeFigures, ThemeTold

TAKEN = frozenset({"supports", "reservations", "opposes"})
REST = ("neutral", "no-stand", "no-comment", "unclear")
OUTCOMES = (*DECIDING, "open")


def outcomes_of(outcomes: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    """How many remarks have each outcome; None is one that nobody has decided on: "open"."""
    counted = Counter(each or "open" for each in outcomes)
    return tuple((outcome, counted[outcome]) for outcome in OUTCOMES)


def stance_of(values: Iterable[str]) -> str:
    """The stance of one response in a theme, from those of its remarks there.

    Who is for one thing and against another in it has reservations. A side taken stands before
    none.
    """
    found = set(values)
    taken = found & TAKEN
    if taken:
        return taken.pop() if len(taken) == 1 else "reservations"
    return next((value for value in REST if value in found), "unclear")


@dataclass(frozen=True, slots=True)
class Inside:
    """A theme with the remarks in it that may be quoted, each with its index, in order."""

    theme: ThemeTold
    remarks: tuple[tuple[int, CommentFound], ...]

    @property
    def stances(self) -> dict[str, str]:
        """The stance of each response in the theme, by reference, in the order of the remarks."""
        held: dict[str, list[str]] = {}
        for _, comment in self.remarks:
            held.setdefault(comment.response, []).append(comment.stance.value)
        return {reference: stance_of(values) for reference, values in held.items()}


def inside_themes(report: ReportInput) -> tuple[Inside, ...]:
    """Every theme with what is told in it, in the order given."""
    shown = shown_references(report)
    comments = report.analysis.comments
    return tuple(
        Inside(
            theme,
            tuple(
                (at, comments[at])
                for at in theme.comments
                if comments[at].is_remark and comments[at].response in shown
            ),
        )
        for theme in report.told.themes
    )


def shown_references(report: ReportInput) -> frozenset[str]:
    """The references of the current responses that are published."""
    return frozenset(
        each.public.reference for each in current(report.responses) if each.state == "published"
    )


def theme_figures(report: ReportInput, themes: Iterable[Inside]) -> tuple[ThemeFigures, ...]:
    """The figures of every theme, in the order given."""
    outcome = {each.comment: each.outcome for each in report.decided}
    private = {each.public.reference for each in current(report.responses) if each.public.private}
    found = []
    for each in themes:
        held = each.stances
        stances = Counter(held.values())
        persons = Counter(value for reference, value in held.items() if reference in private)
        found.append(
            ThemeFigures(
                id=each.theme.id,
                label=each.theme.label,
                responses=stances.total(),
                comments=len(each.remarks),
                stances=tuple((value, stances[value]) for value in get_args(StanceValue)),
                outcomes=outcomes_of(outcome.get(at) for at, _ in each.remarks),
                private=tuple((value, persons[value]) for value in get_args(StanceValue)),
            )
        )
    return tuple(found)


def themes_at(themes: Iterable[Inside], question: str) -> tuple[tuple[int, int], ...]:
    """(theme, responses) of each theme that is taken up at `question`, in the order given."""
    found = []
    for each in themes:
        here = {comment.response for _, comment in each.remarks if comment.question == question}
        if here:
            found.append((each.theme.id, len(here)))
    return tuple(found)


def themes_found(analysis: Analysis) -> tuple[ThemeTold, ...]:
    """The themes as analysis found them, where no person has had a word: numbered from 1.

    Members are places in the list of remarks; the two that every hearing has come last.
    """
    remarks = [at for at, each in enumerate(analysis.comments) if each.is_remark]
    told: list[ThemeTold] = []

    def add(theme: ThemeFound, parent: int | None) -> set[int]:
        number, place = len(told) + 1, len(told)
        own = [remarks[member] for member in theme.members]
        told.append(ThemeTold(number, theme.label, theme.description, parent, "", ()))
        inside = set(own).union(*(add(part, number) for part in theme.parts))
        contrary = tuple(remarks[member] for member in theme.contrary)
        told[place] = replace(
            told[place], comments=tuple(sorted(inside)), typical=tuple(own), contrary=contrary
        )
        return inside

    for theme in analysis.themes.found:
        add(theme, None)
    rest = (("other", analysis.themes.left), ("no-reason", analysis.themes.no_reason))
    for always, members in rest:
        here = tuple(remarks[member] for member in members)
        told.append(ThemeTold(len(told) + 1, always, "", None, always, here, here))
    return tuple(told)
