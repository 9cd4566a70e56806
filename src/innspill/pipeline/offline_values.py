"""What the offline journey carries from step to step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from innspill.stages.analysis.core.values import Analysis
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.publication.core.render import Rendered
from innspill.stages.publication.core.wishes import without_names
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.register.core.kinds import main_kind
from innspill.stages.register.core.standing import SetAside
from innspill.stages.register.core.values import Arrival, Match, Registered
from innspill.stages.reports.core.values import Ledger, Reported, State

Progress = Callable[[int, int], None]
"""Called with how many of how many files are done."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file of the folder: when and how it came, and the response documents in it."""

    file: str
    arrival: Arrival
    reads: tuple[ResponseRead, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A registered response with its public copy and what becomes of it."""

    registered: Registered
    rendered: Rendered
    state: State
    delivery: int
    """The number of the delivery it came in."""


def _senders(shown: Shown) -> tuple[Match, ...]:
    registered = shown.registered
    if shown.rendered.public.anonymous:
        return without_names(registered.senders, registered.reference)
    return registered.senders


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that the offline journey found, before it is written down."""

    definition: Definition
    responses: tuple[Shown, ...]
    set_aside: tuple[tuple[int, SetAside], ...]
    """Delivery number (the first in order of receipt is 1), and what was set aside."""
    analysis: Analysis
    ledger: Ledger

    @property
    def reported(self) -> tuple[Reported, ...]:
        """The responses as the reports count them."""
        return tuple(
            Reported(
                each.rendered.public,
                each.state,
                _senders(each),
                main_kind(kind.code for kind in each.registered.kinds),
            )
            for each in self.responses
        )
