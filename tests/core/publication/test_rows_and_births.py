"""Rows of those who sign with where they live, dates of birth in more words, and two names in a row."""

from __future__ import annotations

import pytest

from innspill.stages.publication.core.personal_data import find
from tests.core.length import costs_its_length

from .finding import found


def test_in_rows_of_name_home_and_signature_all_three_are_found() -> None:
    rows = (
        "Rolf-Helge Tangen       Sjøveien 4              R-H Tangen\n"
        "Ismail Çelik            Sjøveien 6 B            I. Çelik\n\n"
        "Gro Nævdal Moldestad | Sjøveien 8 |\n"
    )
    assert found(rows, "name", private=True) == [
        "Rolf-Helge Tangen", "R-H Tangen", "Ismail Çelik", "I. Çelik", "Gro Nævdal Moldestad"
    ]  # fmt: skip
    assert found(rows, "address", private=True) == ["Sjøveien 4", "Sjøveien 6 B", "Sjøveien 8"]


def test_rows_of_places_and_measures_name_nobody() -> None:
    assert not found("Nordre Allé        Kapittel 4        Nordre del\n", "name", private=True)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Bursdagen min er 12. mars 1958.", ["12. mars 1958"]),
        ("født den tolvte mars 1958", ["tolvte mars 1958"]),
        ("Fødd 4.5.-80", ["4.5.-80"]),
        ("I was born on 4 May 1980.", ["4 May 1980"]),
        ("Kari Moen, 120358, og Ola Nes, 010561", ["120358", "010561"]),
        ("jenta (14.02.2011) og gutten vår Per (03.09.2014)", ["14.02.2011", "03.09.2014"]),
    ],
)
def test_dates_of_birth_are_found_as_people_write_them(text: str, dates: list[str]) -> None:
    assert found(text, "birth-date", private=True) == dates


def test_six_digits_that_are_no_date_are_no_birth() -> None:
    assert not found("Kari Moen, 453358", "birth-date", private=True)


def test_a_first_name_that_is_also_a_thing_hides_no_second_name() -> None:
    assert found("Ulf Hansen og Hanne Lise Aas stemte imot.", "name", private=False) == [
        "Ulf Hansen", "Hanne Lise Aas"
    ]  # fmt: skip


def test_a_municipality_that_one_word_names_is_nobody_for_having_a_view() -> None:
    assert not found("Kommunene er delt. Brekkstad mener 2030 er mulig.", "name", private=False)


@pytest.mark.parametrize(
    "piece",
    ["Kari Moen  Svingen 4  ", "Kari Moen | Svingen 4 | K Moen\n", "Kari Moen, ", "jenta vår Per (14.02.2011 ",
     "120358 ", "Ulf Hansen og ", "tolvte mars "],
)  # fmt: skip
def test_hostile_rows_and_births_cost_no_more_than_their_length(piece: str) -> None:
    assert costs_its_length(lambda text: find(text, private=True), piece)
