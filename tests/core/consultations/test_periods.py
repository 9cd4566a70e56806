"""How long a hearing has to be, and which days are none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.consultations.core.calendar import (
    breaks_within,
    holiday_on,
    is_working_day,
    next_working_day,
)
from innspill.stages.consultations.core.definition import Rule
from innspill.stages.consultations.core.periods import (
    RULES,
    advice,
    deadline_advice,
    length_of,
    months_later,
    shortest,
)
from tests.core.consultations.forms import DEFINITION

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        (date(2026, 4, 2), True),  # Maundy Thursday
        (date(2026, 4, 6), True),  # Easter Monday
        (date(2026, 5, 14), True),  # Ascension Day
        (date(2026, 5, 17), True),
        (date(2026, 5, 25), True),  # Whit Monday
        (date(2026, 12, 24), True),
        (date(2026, 12, 31), True),
        (date(2026, 4, 1), False),
        (date(2026, 6, 23), False),
        (date(2026, 7, 15), False),
    ],
)
def test_norwegian_holidays_are_known(day: date, is_one: bool) -> None:
    assert (holiday_on(day) is not None) == is_one


def test_easter_christmas_and_july_are_breaks_also_at_their_edges() -> None:
    kinds = [one.kind for one in breaks_within(date(2026, 1, 1), date(2026, 12, 24))]
    assert kinds == ["christmas", "easter", "summer", "christmas"]
    assert breaks_within(date(2026, 4, 7), date(2026, 6, 30)) == ()
    assert [one.kind for one in breaks_within(date(2026, 4, 6), date(2026, 4, 6))] == ["easter"]


@pytest.mark.parametrize(
    ("rule", "opens", "last_day"),
    [
        ("utredningsinstruksen", date(2026, 9, 15), date(2026, 12, 15)),
        ("utredningsinstruksen", date(2026, 1, 5), date(2026, 4, 13)),
        ("utredningsinstruksen", date(2026, 5, 4), date(2026, 8, 25)),
        ("utredningsinstruksen", date(2025, 11, 30), date(2026, 3, 9)),
        ("fvl-2025-95", date(2026, 9, 15), date(2026, 12, 15)),
        ("fvl-1967-37", date(2026, 9, 15), date(2026, 10, 13)),
        ("fvl-1967-37", date(2026, 6, 15), date(2026, 8, 3)),
        ("own", date(2026, 9, 15), date(2026, 9, 15)),
    ],
)
def test_the_earliest_sound_last_day(rule: Rule, opens: date, last_day: date) -> None:
    assert deadline_advice(rule, opens).last_day == last_day


@pytest.mark.parametrize(
    ("rule", "days", "length"),
    [
        ("utredningsinstruksen", 41, "below-floor"),
        ("utredningsinstruksen", 42, "short"),
        ("utredningsinstruksen", 90, "short"),
        ("utredningsinstruksen", 91, "ok"),
        ("fvl-1967-37", 27, "short"),
        ("fvl-1967-37", 28, "ok"),
        ("fvl-2025-95", 90, "below-floor"),
        ("fvl-2025-95", 91, "ok"),
        ("own", 0, "ok"),
        ("own", -1, "first"),
    ],
)
def test_each_rule_has_its_own_lengths(rule: Rule, days: int, length: str) -> None:
    opens = date(2026, 9, 15)
    assert length_of(rule, opens, opens + timedelta(days=days)) == length


def test_three_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert months_later(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert months_later(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert months_later(date(2026, 10, 31), 3) == date(2027, 1, 31)
    assert months_later(date(2026, 12, 15), 12) == date(2027, 12, 15)


@given(DAYS, st.sampled_from(sorted(RULES)))
def test_advice_is_a_working_day_that_no_rule_remarks_on(opens: date, rule: Rule) -> None:
    advised = deadline_advice(rule, opens).last_day
    assert is_working_day(advised)
    assert advised >= shortest(rule, opens)
    assert length_of(rule, opens, advised) == "ok"


@given(DAYS)
def test_offices_are_never_closed_for_long(day: date) -> None:
    assert next_working_day(day) - day <= timedelta(days=6)


def test_the_advice_says_what_the_rule_asks_and_which_holidays_were_added() -> None:
    opens = date(2026, 5, 4)
    found = deadline_advice("utredningsinstruksen", opens)
    assert found.by_rule == shortest("utredningsinstruksen", opens) == date(2026, 8, 4)
    assert [one.kind for one in found.breaks] == ["summer"]
    assert found.last_day == next_working_day(date(2026, 8, 25))
    assert advice(DEFINITION.model_copy(update={"opens": opens})) == deadline_advice(
        DEFINITION.rule, opens
    )
    assert advice(DEFINITION.model_copy(update={"opens": None})) is None


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert months_later(date(2026, 12, 31), 12) == date(2027, 12, 31)
    assert months_later(date(2026, 1, 31), 11) == date(2026, 12, 31)
