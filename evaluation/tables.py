"""Measures put together: by hearing, over the open ones, and beside the labellers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from evaluation.folds import learnt_without
from evaluation.hearings import CLOSED, Hearing
from evaluation.measuring.figures import Figure, Tally, figure
from evaluation.stages import AT_MOST, GOALS, Stage, agreement, tallies

MARGIN = 44


@dataclass(frozen=True, slots=True)
class Measured:
    """The tallies of one hearing by stage: the machine's, and one labeller's against the other."""

    hearing: str
    machine: dict[str, list[Tally]]
    labellers: dict[str, list[Tally]]
    agreement: list[Tally]
    """Kappa of the two labellers."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: the open hearings together, each, the closed one, and the labellers."""

    name: str
    goal: float | None
    together: Figure | None
    each: dict[str, Figure]
    closed: Figure | None
    labellers: Figure | None

    @property
    def goal_words(self) -> str:
        """The goal as it stands in a table."""
        if self.goal is None:
            return ""
        return f"≤ {self.goal:.2f}" if self.name in AT_MOST else f"≥ {self.goal:.2f}"

    @property
    def is_met(self) -> bool | None:
        """Whether the figure over the open hearings reaches the goal; None where there is none."""
        if self.goal is None or self.together is None:
            return None
        value = round(self.together.value, 4)
        return value <= self.goal if self.name in AT_MOST else value >= self.goal


def measured(hearing: Hearing, stages: Sequence[Stage]) -> Measured:
    """Everything measured on `hearing`, with what was learnt from the other hearings alone."""
    learns = bool(hearing.truth) and any(each.analysed for each in stages)
    with learnt_without(hearing.name) if learns else nullcontext():
        machine = tallies(hearing, stages, "machine")
    labellers = tallies(hearing, stages, "labellers")
    return Measured(hearing.name, machine, labellers, agreement(hearing))


def rows(stage: Stage, found: Sequence[Measured]) -> Iterator[Row]:
    """The rows of one stage."""
    there = [each for each in found if stage.name in each.machine]
    names = [each.name for each in there[0].machine[stage.name]] if there else []
    for place, name in enumerate(names):
        machine = {each.hearing: each.machine[stage.name][place] for each in there}
        opened = {hearing: each for hearing, each in machine.items() if hearing != CLOSED}
        yield Row(
            name=name,
            goal=GOALS.get(name),
            together=figure([*opened.values()]) if opened else None,
            each={hearing: figure([each]) for hearing, each in opened.items()},
            closed=figure([machine[CLOSED]]) if CLOSED in machine else None,
            labellers=_labellers(stage, name, found),
        )


def printed(stages: Sequence[Stage], found: Sequence[Measured]) -> str:
    """All rows as text for a terminal."""
    lines: list[str] = []
    for stage in stages:
        lines += ["", f"{stage.title} ({stage.name})"]
        for row in rows(stage, found):
            figures = [f"{name} {each.words()}" for name, each in row.each.items()]
            if row.together and len(row.each) > 1:
                figures.insert(0, f"together {row.together.words()}")
            if row.closed:
                figures.append(f"{CLOSED} {row.closed.words()}")
            if row.labellers:
                figures.append(f"labellers {row.labellers.words()}")
            lines.append(f"  {row.name:<{MARGIN}} {row.goal_words:>6} | " + " | ".join(figures))
    return "\n".join(lines)


def _labellers(stage: Stage, name: str, found: Sequence[Measured]) -> Figure | None:
    """One labeller held against the other, over all hearings: how far the task itself is certain."""
    same = [
        each for one in found for each in one.labellers.get(stage.name, ()) if each.name == name
    ]
    return figure(same) if same else None
