"""The labelled letters, mails and forms: who sent them is found, or said to be unsure."""

from __future__ import annotations

from typing import Any

import pytest

from innspill.shared.values import Certainty
from tests.core.reading.answers.labelled_senders import ROWS, half, outcomes, read_row


def named(row: dict[str, Any]) -> str:
    return f"{row['id']}-{row['sender']}"


def having(key: str) -> list[Any]:
    return [pytest.param(row, id=named(row)) for row in ROWS if key in row]


def test_there_are_enough_of_each_half_and_shape() -> None:
    assert (len(half("tune")), len(half("held-out"))) == (80, 80)
    assert {row["shape"] for row in half("held-out")} == {"letter", "mail", "form"}


@pytest.mark.parametrize(("name", "at_least"), [("tune", 78), ("held-out", 78), ("fresh", 29)])
def test_nearly_every_sender_is_found(name: str, at_least: int) -> None:
    found = outcomes(name)
    assert found["right"] + found["right, unsure"] >= at_least


def test_what_is_certain_is_right() -> None:
    for row in ROWS:
        found = read_row(row["id"]).sender
        if found.certainty is Certainty.CERTAIN:
            names = [row["sender"], *row.get("accept", ())]
            assert (found.name or "").casefold() in {name.casefold() for name in names}


def test_the_owner_never_sent_it() -> None:
    for row in ROWS:
        found = read_row(row["id"])
        named = {each.name for each in (*found.candidates, *found.further_senders)}
        assert not named & {"Direktoratet for gangveier", "Stidepartementet"}


def test_the_sender_stands_first_among_the_candidates_and_no_name_twice() -> None:
    for row in ROWS:
        found = read_row(row["id"])
        names = [(each.name or "").casefold() for each in found.candidates]
        assert len(names) == len(set(names))
        assert found.candidates[:1] == ((found.sender,) if found.sender.name else ())
        assert all(each.grounds for each in found.candidates)


@pytest.mark.parametrize("row", having("number"))
def test_its_organisation_number_is_found(row: dict[str, Any]) -> None:
    assert read_row(row["id"]).sender.organisation_number == row["number"]


@pytest.mark.parametrize("row", having("dated"))
def test_its_date_is_found(row: dict[str, Any]) -> None:
    assert read_row(row["id"]).dated == row["dated"]


@pytest.mark.parametrize("row", having("language"))
def test_its_language_is_found(row: dict[str, Any]) -> None:
    assert read_row(row["id"]).language == row["language"]


@pytest.mark.parametrize("row", having("behalf"))
def test_whom_it_speaks_for_is_found(row: dict[str, Any]) -> None:
    assert list(read_row(row["id"]).on_behalf_of) == row["behalf"]


@pytest.mark.parametrize("row", having("flags"))
def test_its_flags_are_raised(row: dict[str, Any]) -> None:
    assert set(row["flags"]) <= set(read_row(row["id"]).flags)


@pytest.mark.parametrize("row", having("case"))
def test_its_case_number_is_held_against_ours(row: dict[str, Any]) -> None:
    number = read_row(row["id"]).case_number
    expected = {
        "ok": (True, False), "near": (False, True), "wrong": (False, False), "none": (None, False),
    }  # fmt: skip
    assert (number.matches, number.near) == expected[row["case"]]
