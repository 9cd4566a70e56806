"""Senders on no list get their organisation number where one unit is meant for sure."""

from __future__ import annotations

from innspill.shared.ports import UnitFound
from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Sender
from innspill.stages.register.core.in_units import known_in_units
from innspill.stages.register.core.senders import match_name
from innspill.stages.register.core.values import Match
from tests.core.register.cases import hearing, response
from tests.core.register.test_unit_match import NUMBERS, FewUnits

LAKE, PIPES, HERS, TWIN, OTHER, ENDED = NUMBERS[10:16]
UNITS = FewUnits([
    UnitFound(LAKE, "Vannlaget i dalen", "FLI"),
    UnitFound(PIPES, "Storhamn Rør", "AS"),
    UnitFound(HERS, "Storhamn", "ENK"),
    UnitFound(TWIN, "Tvillinglaget", "FLI"),
    UnitFound(OTHER, "Tvillinglaget", "FLI"),
    UnitFound(ENDED, "Gammellaget", "FLI", ended=True),
    UnitFound(NUMBERS[16], "Universitetet i Bergen", "ORGL"),
])  # fmt: skip


def known(name: str, number: str | None = None, units: FewUnits | None = UNITS) -> Match:
    read = response(name, sender=Sender(name, number, Certainty.CERTAIN))
    return known_in_units((match_name(name, hearing()),), read, units)[0]


def test_the_only_unit_of_a_name_gives_its_number() -> None:
    before = match_name("Vannlaget i dalen", hearing())
    found = known("Vannlaget i dalen")
    assert (found.number, found.kind, found.certainty) == (LAKE, "organisation", before.certainty)
    assert found.grounds == (
        *before.grounds, "is in Enhetsregisteret", "the only unit of this name",
    )  # fmt: skip


def test_a_name_that_may_be_a_person_s_and_is_an_organisation_s_is_likely_one() -> None:
    before = match_name("Storhamn Rør", hearing())
    assert (before.kind, before.certainty) == ("person", Certainty.UNSURE)
    found = known("Storhamn Rør")
    assert (found.number, found.kind, found.certainty) == (PIPES, "organisation", Certainty.LIKELY)


def test_a_firm_of_one_person_makes_nobody_an_organisation() -> None:
    assert known("Storhamn") == match_name("Storhamn", hearing())


def test_two_units_of_a_name_give_no_number_but_the_document_may() -> None:
    assert known("Tvillinglaget").number == ""
    assert known("Tvillinglaget", OTHER).number == OTHER
    # The number that one sender wrote is not another's.
    read = response("Tvillinglaget", sender=Sender("Elvelaget", OTHER, Certainty.CERTAIN))
    match = match_name("Tvillinglaget", hearing())
    assert known_in_units((match,), read, UNITS) == (match,)


def test_what_is_wound_up_and_what_is_invited_is_left_as_it_is() -> None:
    assert known("Gammellaget").number == ""
    assert known("Universitetet i Bergen").number == ""
    assert known("Vannlaget i dalen", units=None).number == ""


def test_further_senders_are_looked_up_as_well() -> None:
    read = response(
        "Elvelaget", further_senders=(Sender("Tvillinglaget", TWIN, Certainty.CERTAIN),)
    )
    matches = tuple(match_name(name, hearing()) for name in ("Elvelaget", "TVILLINGLAGET"))
    assert [match.number for match in known_in_units(matches, read, UNITS)] == ["", TWIN]


def test_a_person_who_writes_in_her_own_name_stays_one_whatever_number_she_gives() -> None:
    units = FewUnits([UnitFound(HERS, "Kari Nordmann AS", "AS")])
    found = known("Kari Nordmann", HERS, units)
    assert found == match_name("Kari Nordmann", hearing())
    assert (found.kind, found.certainty) == ("person", Certainty.LIKELY)


def test_nobody_s_number_is_nobody_s() -> None:
    nobody = Match("Ukjent avsender", "unknown", None, None, "open", Certainty.UNSURE)
    units = FewUnits([UnitFound(LAKE, "Ukjent avsender", "FLI")])
    for number in (LAKE, None):
        read = response(None, sender=Sender(None, number, Certainty.UNSURE))
        assert known_in_units((nobody,), read, units) == (nobody,)
