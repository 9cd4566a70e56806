"""The worker gives way while much arrives, and works on when it is quiet again."""

from __future__ import annotations

from innspill.pipeline.giving_way import REST, GivingWay


class Evening:
    """A clock, the latest number, and how long the worker has rested."""

    def __init__(self) -> None:
        self.time = 100.0
        self.number = 0
        self.rested: list[float] = []

    def rest(self, seconds: float) -> None:
        self.rested.append(seconds)
        self.time += seconds


def test_it_rests_between_two_things_only_while_much_comes_in() -> None:
    evening = Evening()
    way = GivingWay(lambda: evening.number, lambda: evening.time, evening.rest)
    evening.time, evening.number = 101.0, 4
    assert not way.between_two()
    evening.time, evening.number = 102.0, 39
    assert way.between_two()
    evening.number += 20
    assert way.between_two()
    assert evening.rested == [REST, REST]
    assert not way.between_two()
    assert evening.rested == [REST, REST]
