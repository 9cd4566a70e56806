"""How long a hearing has to be, by the rule that its owner follows, and how long is sound.

What the rules say is read from guides/practice.md 1.1, whose marks tell how sure each is:
utredningsinstruksen 3-3 (official guidance, the State only): normally three months, not below
six weeks; below that a written, reasoned decision lies in the case. Forvaltningsloven 1967 § 37
(a ministry's guide): the body sets the deadline itself; there is no minimum, four weeks have
been seen. Forvaltningsloven 2025 (20.6.2025 nr. 81) § 95 (read in the act; not known to be in
force): at least three months unless there are special grounds, and no floor below that.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from innspill.stages.consultations.core.calendar import (
    EXTRA_WEEKS,
    Break,
    breaks_within,
    next_working_day,
)
from innspill.stages.consultations.core.definition import Definition, Rule

__all__ = ["RULES", "Advice", "Length", "Period", "advice", "deadline_advice", "length_of",
           "shortest"]  # fmt: skip

Length = Literal["first", "below-floor", "short", "ok"]


@dataclass(frozen=True, slots=True)
class Period:
    """What a rule asks for. None where it asks for nothing.

    `months` is the usual length, `floor` the one below which a reason must be stored;
    `needs_reason` tells whether one must be stored already below the usual length; `sound` is
    how long is good advice where the rule says nothing. `law` is how the rule is cited.
    """

    law: str
    months: int | None = None
    floor: timedelta | None = None
    needs_reason: bool = False
    sound: timedelta | None = None


RULES: Mapping[Rule, Period] = MappingProxyType(
    {
        "utredningsinstruksen": Period(
            "utredningsinstruksen 3-3", months=3, floor=timedelta(weeks=6)
        ),
        "fvl-1967-37": Period("forvaltningsloven (1967) § 37", sound=timedelta(weeks=4)),
        "fvl-2025-95": Period("forvaltningsloven (2025) § 95", months=3, needs_reason=True),
        "own": Period(""),
    }
)


@dataclass(frozen=True, slots=True)
class Advice:
    """The earliest sound last day, and why: what the rule asks, and the holidays in between.

    `by_rule` is the earliest last day that the rule asks for by itself.
    """

    last_day: date
    by_rule: date
    breaks: tuple[Break, ...]


def shortest(rule: Rule, opens: date) -> date:
    """The earliest last day that `rule` has as its usual for a hearing that opens on `opens`.

    Three months end on the same day of the month, or the last one of a shorter month; where the
    rule says nothing, its sound length counts, and with a rule of their own the day itself.
    """
    period = RULES[rule]
    if period.months is not None:
        return months_later(opens, period.months)
    return opens + (period.sound or timedelta())


def deadline_advice(rule: Rule, opens: date) -> Advice:
    """The earliest sound last day of a hearing that opens on `opens`.

    That is the rule's, with the weeks that are added for each holiday in the period (three for
    summer, one for Christmas and for Easter), on a day when offices are open. A holiday that the
    added weeks run into adds no more.
    """
    by_rule = shortest(rule, opens)
    breaks = breaks_within(opens, by_rule)
    added = timedelta(weeks=sum(EXTRA_WEEKS[one.kind] for one in breaks))
    return Advice(next_working_day(by_rule + added), by_rule, breaks)


def advice(definition: Definition) -> Advice | None:
    """The advice for `definition`; None where the day that it opens is not set."""
    return deadline_advice(definition.rule, definition.opens) if definition.opens else None


def length_of(rule: Rule, opens: date, deadline: date) -> Length:
    """How a period stands against its rule.

    "first" where the deadline comes before the opening, "below-floor" where a reason must be
    stored, "short" where it is shorter than usual, else "ok".
    """
    period = RULES[rule]
    if deadline < opens:
        return "first"
    if deadline >= shortest(rule, opens):
        return "ok"
    if period.needs_reason or (period.floor is not None and deadline - opens < period.floor):
        return "below-floor"
    return "short"


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last one of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    _, last = monthrange(day.year + year, month + 1)
    return date(day.year + year, month + 1, min(day.day, last))
