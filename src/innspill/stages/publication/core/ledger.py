"""The two sums of the promises, as values that anyone can add up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ledger:
    """The two sums of the promises.

    deliveries = registered + the counts of set_aside + unprocessed;
    responses = published + withheld + waiting + superseded + withdrawn.
    A delivery may hold several responses, so `registered` counts deliveries, not responses.
    """

    deliveries: int
    registered: int
    set_aside: tuple[tuple[str, int], ...]
    unprocessed: int
    responses: int
    published: int
    withheld: int
    waiting: int
    superseded: int
    withdrawn: int

    @property
    def aside(self) -> int:
        """How many are set aside, for whatever reason."""
        return sum(count for _, count in self.set_aside)

    @property
    def adds_up(self) -> bool:
        """Whether both sums hold."""
        shown = self.published + self.withheld + self.waiting + self.superseded + self.withdrawn
        held = self.registered + self.aside + self.unprocessed
        return self.deliveries == held and self.responses == shown

    def without(self, other: Ledger) -> Ledger:
        """The sums of what is left when `other`, a part of this, is taken away."""
        aside = dict(self.set_aside)
        for reason, count in other.set_aside:
            aside[reason] -= count
        return Ledger(
            deliveries=self.deliveries - other.deliveries,
            registered=self.registered - other.registered,
            set_aside=tuple((reason, count) for reason, count in aside.items() if count),
            unprocessed=self.unprocessed - other.unprocessed,
            responses=self.responses - other.responses,
            published=self.published - other.published,
            withheld=self.withheld - other.withheld,
            waiting=self.waiting - other.waiting,
            superseded=self.superseded - other.superseded,
            withdrawn=self.withdrawn - other.withdrawn,
        )
