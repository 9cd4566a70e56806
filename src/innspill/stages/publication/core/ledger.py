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
    def adds_up(self) -> bool:
        """Whether both sums hold."""
        aside = sum(count for _, count in self.set_aside)
        shown = self.published + self.withheld + self.waiting + self.superseded + self.withdrawn
        held = self.registered + aside + self.unprocessed
        return self.deliveries == held and self.responses == shown
