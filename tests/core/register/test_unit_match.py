"""Senders held against Enhetsregisteret: a number, a name, several, a part, none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.organisation_number import is_organisation_number
from innspill.shared.ports import UnitFound
from innspill.shared.values import Certainty
from innspill.stages.register.core.names import bare, fold
from innspill.stages.register.core.unit_match import candidates_from_units

NUMBERS = [
    f"{eight}{check}"
    for eight in range(91000000, 91000060)
    for check in range(10)
    if is_organisation_number(f"{eight}{check}")
]
DRAMMEN, SCHOOL, HELSENETT, FIRST, SECOND, OLD, PLACE, HERS = NUMBERS[:8]


@dataclass
class FewUnits:
    """A register of a handful, searched as plainly as can be."""

    units: list[UnitFound] = field(default_factory=list)

    def named(self, name: str, *, most: int = 8) -> Sequence[UnitFound]:
        words = set(fold(name).split())
        hits = []
        for unit in self.units:
            like = 100.0 if bare(unit.name) == bare(name) else 70.0
            if like == 100.0 or words & set(fold(unit.name).split()):
                hits.append(replace(unit, likeness=like, ground="found"))
        return sorted(hits, key=lambda hit: -hit.likeness)[:most]

    def numbered(self, number: str) -> UnitFound | None:
        return next((unit for unit in self.units if unit.number == number), None)


REGISTER = FewUnits([
    UnitFound(DRAMMEN, "Drammen kommune", "KOMM"),
    UnitFound(SCHOOL, "Fjell skole", "BEDR", parent=DRAMMEN),
    UnitFound(HELSENETT, "Norsk Helsenett SF", "SF"),
    UnitFound(PLACE, "Norsk Helsenett SF", "BEDR", parent=HELSENETT),
    UnitFound(FIRST, "Solberg Bygg AS", "AS"),
    UnitFound(SECOND, "Solberg Bygg AS", "AS"),
    UnitFound(HERS, "Kari Nordmann AS", "AS"),
    UnitFound(OLD, "Gamle Vannverk SA", "SA", ended=True),
])  # fmt: skip


def first(name: str | None, number: str | None = None):
    return candidates_from_units(name, number, REGISTER)[0]


def test_a_number_with_the_units_name_is_certain_and_with_another_name_is_not():
    assert first("DRAMMEN KOMMUNE", DRAMMEN).certainty is Certainty.CERTAIN
    assert first("Kommunedirektøren i Drammen", DRAMMEN).certainty is Certainty.CERTAIN
    found = {each.number: each for each in candidates_from_units("KS", DRAMMEN, REGISTER)}
    assert found[DRAMMEN].certainty is Certainty.UNSURE
    assert "but another name" in found[DRAMMEN].grounds


def test_a_number_whose_check_digit_fails_says_nothing():
    wrong = DRAMMEN[:8] + str((int(DRAMMEN[8]) + 1) % 10)
    assert candidates_from_units(None, wrong, REGISTER) == ()


def test_the_only_unit_of_a_name_is_certain_and_without_company_form_likely():
    assert first("Norsk Helsenett SF").certainty is Certainty.CERTAIN
    without_form = first("Norsk helsenett")
    assert (without_form.number, without_form.certainty) == (HELSENETT, Certainty.LIKELY)


def test_of_two_units_with_one_name_none_is_sure():
    found = candidates_from_units("Solberg Bygg AS", None, REGISTER)
    assert {each.number for each in found[:2]} == {FIRST, SECOND}
    assert all(each.certainty is Certainty.UNSURE for each in found)


def test_a_place_of_business_is_shown_with_its_unit():
    school = next(e for e in candidates_from_units("Fjell skole", None, REGISTER))
    assert (school.parent, school.parent_name) == (DRAMMEN, "Drammen kommune")


def test_a_person_is_not_taken_for_the_company_with_her_name():
    assert first("Kari Nordmann").certainty is Certainty.UNSURE
    assert first("Kari Nordmann AS").certainty is Certainty.CERTAIN
    assert first("Kari Nordmann", HERS).certainty is Certainty.CERTAIN


def test_what_was_wound_up_is_never_sure():
    assert first("Gamle Vannverk SA").certainty is Certainty.UNSURE
    assert first("Gamle Vannverk SA", OLD).certainty is Certainty.UNSURE


@pytest.mark.parametrize(
    ("written", "certainty"),
    [
        ("Kommunedirektøren i Drammen", Certainty.CERTAIN),
        ("Drammen kommune v/ seksjon for vann", Certainty.LIKELY),
        ("NHN", Certainty.LIKELY),
        ("Drammen", Certainty.UNSURE),
        ("Nedre Eiker kommune", Certainty.UNSURE),
    ],
)
def test_offices_short_forms_and_former_names_lead_to_the_unit(written, certainty):
    found = first(written)
    assert found.number in {DRAMMEN, HELSENETT}
    assert found.certainty is certainty
    assert found.grounds


@given(st.none() | st.text(max_size=400), st.none() | st.text(max_size=40))
def test_whatever_a_document_says_gives_candidates_and_no_error(name, number):
    found = candidates_from_units(name, number, REGISTER)
    assert len(found) <= 8
    assert len({each.number for each in found}) == len(found)


def test_without_a_register_there_are_no_candidates():
    assert candidates_from_units("Drammen kommune", DRAMMEN, None) == ()


def test_a_unit_stands_before_its_place_of_business_whatever_their_numbers():
    low, high = sorted((PLACE, HELSENETT))
    units = FewUnits([
        UnitFound(low, "Norsk Helsenett SF", "BEDR", parent=DRAMMEN),
        UnitFound(high, "Norsk Helsenett SF", "SF"), REGISTER.units[0],
    ])  # fmt: skip
    found = candidates_from_units("Norsk Helsenett SF", None, units)
    assert [(each.number, each.parent_name) for each in found] == [
        (high, ""), (low, "Drammen kommune"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "unit", "sure"),
    [
        ("Kari Nordmann", "Kari Nordmann", Certainty.UNSURE), ("Zlatan", "Zlatan AS", Certainty.UNSURE),
        ("Zlatan", "Zlatan", Certainty.CERTAIN), ("Bekkelaget", "Bekkelaget SA", Certainty.LIKELY),
        ("Bekkelaget SA", "Bekkelaget SA", Certainty.CERTAIN),
    ],
)  # fmt: skip
def test_a_name_that_a_person_may_have_is_the_unit_s_only_where_it_is_the_whole_name(
    written, unit, sure
):
    (found,) = candidates_from_units(written, None, FewUnits([UnitFound(HERS, unit, "AS")]))
    assert found.certainty is sure
