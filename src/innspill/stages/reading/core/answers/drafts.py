"""An answer on its way: what is known about it so far, and what it comes to in the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from innspill.shared.values import Certainty, Span
from innspill.stages.reading.core.answers.emphases import Emphases, shown_choice
from innspill.stages.reading.core.answers.labels import Label
from innspill.stages.reading.core.answers.ticks import Tick

_ORDER = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE)


@dataclass(slots=True)
class Draft:
    """What is known about one answer so far. `unsettled` forbids to call a tick the choice."""

    ticks: list[Tick] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    grounds: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    certainty: Certainty = Certainty.CERTAIN
    unsettled: bool = False

    def doubt(self, certainty: Certainty) -> None:
        """Lowers the certainty to `certainty` where it was higher."""
        self.certainty = max(self.certainty, certainty, key=_ORDER.index)

    def flag(self, *flags: str) -> None:
        """Adds `flags` that are not there yet."""
        self.flags += [flag for flag in dict.fromkeys(flags) if flag not in self.flags]

    def because(self, *grounds: str) -> None:
        """Adds `grounds` that are not there yet."""
        self.grounds += [each for each in dict.fromkeys(grounds) if each not in self.grounds]

    def ticked(self) -> set[str]:
        """The choices that are ticked."""
        return {tick.choice for tick in self.ticks if tick.ticked}

    def take_typed(self, question: str, chosen: Iterable[str], *, unclear: bool) -> None:
        """Takes choices that were typed."""
        for choice in chosen:
            self.ticks.append(Tick(question, choice, ticked=True, typed=True))
            self.doubt(Certainty.UNSURE if unclear else Certainty.LIKELY)
            self.flag("typed-choice")

    def take_shown(self, question: str, emphases: Emphases, labels: list[Label]) -> None:
        """Takes the choice that the looks of `labels` tell, where no box was ticked."""
        shown = shown_choice(emphases, labels)
        if shown is None:
            return
        self.ticks += [Tick(question, choice, ticked=True, typed=True) for choice in shown.chosen]
        self.flag(shown.flag)
        self.doubt(Certainty.UNSURE if shown.unsure else Certainty.LIKELY)

    def miss_boxes(self, choices: set[str]) -> None:
        """Flags a form in pictures where not every one of the `choices` has a box that was found."""
        found = {tick.choice for tick in self.ticks if not tick.typed}
        if choices - found:
            self.flag("box-not-found")
            self.doubt(Certainty.UNSURE)

    def weigh_looks(self, emphases: Emphases) -> None:
        """Flags ticks whose looks say something else than the box."""
        labels = [Label(tick.choice, tick.span) for tick in self.ticks if tick.span]
        boxes = [tick for tick in self.ticks if tick.span or tick.at is not None]
        ticked = {tick.choice for tick in boxes if tick.ticked}
        if not emphases.spans or not ticked:
            return
        for tick in boxes:
            if not _is_struck(tick, emphases):
                continue
            self.flag("struck-out-tick")
            self.doubt(Certainty.UNSURE if tick.ticked else Certainty.LIKELY)
            self.unsettled = self.unsettled or tick.ticked
        shown = shown_choice(emphases, labels)
        if shown and shown.flag == "emphasised-choice" and set(shown.chosen) != ticked:
            self.flag(shown.flag)
            self.doubt(Certainty.UNSURE)

    def weigh_ticks(self, *, many: bool) -> None:
        """Flags what the boxes themselves leave open; `many` of them may be ticked at once or not."""
        if len(self.ticked()) > 1 and not many:
            self.flag("contradictory-ticks")
        if any(tick.conflict for tick in self.ticks):
            self.flag("tick-state-conflict")
            self.doubt(Certainty.UNSURE)
        if any(tick.unsure for tick in self.ticks):
            self.flag("tick-unclear")
            self.doubt(Certainty.UNSURE)
            self.unsettled = True


def _is_struck(tick: Tick, emphases: Emphases) -> bool:
    at_box = tick.at is not None and emphases.covers("struck-out", Span(tick.at, tick.at + 1))
    return at_box or (tick.span is not None and emphases.covers("struck-out", tick.span))
