"""The same thing always has the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from innspill.shared.journal.canonical import canonical, instant


def test_the_order_of_keys_does_not_matter() -> None:
    assert canonical({"b": 1, "a": [True, "ø"]}) == canonical({"a": [True, "ø"], "b": 1})


def test_norwegian_letters_stand_as_they_are_in_utf8() -> None:
    assert canonical({"hva": "høring"}) == '{"hva":"høring"}'.encode()


def test_there_are_no_spaces_between_what_is_written() -> None:
    assert canonical({"b": [1, 2], "a": {"c": None}}) == b'{"a":{"c":null},"b":[1,2]}'


def test_fractions_have_no_place_in_a_line() -> None:
    with pytest.raises(TypeError):
        canonical({"deep": [{"down": 0.5}]})


def test_an_instant_is_written_in_utc_whatever_zone_it_came_in() -> None:
    oslo = timezone(timedelta(hours=2))
    assert instant(datetime(2026, 5, 1, 12, tzinfo=oslo)) == "2026-05-01T10:00:00.000000Z"
    assert instant(datetime(2026, 5, 1, 10, tzinfo=UTC)) == "2026-05-01T10:00:00.000000Z"
