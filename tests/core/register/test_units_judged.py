"""Each unit that a sender may be, with all that is said of it."""

from __future__ import annotations

from innspill.shared.ports import UnitFound
from innspill.shared.values import Certainty
from innspill.stages.register.core.unit_match import UnitCandidate, candidates_from_units, spellings
from tests.core.register.test_unit_match import (
    DRAMMEN,
    FIRST,
    HELSENETT,
    HERS,
    NUMBERS,
    OLD,
    PLACE,
    REGISTER,
    SCHOOL,
    SECOND,
    FewUnits,
)

CERTAIN, LIKELY, UNSURE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE


def judged(
    name: str | None, number: str | None = None
) -> list[tuple[str, Certainty, tuple[str, ...]]]:
    found = candidates_from_units(name, number, REGISTER)
    return [(each.number, each.certainty, each.grounds) for each in found]


def test_a_unit_is_shown_with_form_and_what_it_is_a_part_of() -> None:
    part = "is a part of Drammen kommune"
    assert candidates_from_units("Fjell skole", None, REGISTER) == (
        UnitCandidate("Fjell skole", SCHOOL, "BEDR", CERTAIN, ("the only unit of this name", part),
                      DRAMMEN, "Drammen kommune"),
    )  # fmt: skip
    assert candidates_from_units(None, OLD, REGISTER) == (
        UnitCandidate("Gamle Vannverk SA", OLD, "SA", LIKELY, (f"the document has the number {OLD}",),
                      ended=True),
    )  # fmt: skip


def test_what_the_number_and_the_name_say_together() -> None:
    said = f"the document has the number {DRAMMEN}"
    named = (said, "and the name of the unit")
    spaced = f"{DRAMMEN[:3]} {DRAMMEN[3:6]} {DRAMMEN[6:]}"
    assert judged("Drammen kommune", spaced) == [(DRAMMEN, CERTAIN, named)]
    assert judged("Rådmannen i Drammen", DRAMMEN)[0] == (DRAMMEN, CERTAIN, named)
    assert judged("Elvelaget", DRAMMEN) == [(DRAMMEN, UNSURE, (said, "but another name"))]
    gone = (f"the document has the number {OLD}", "and the name of the unit")
    assert judged("Gamle Vannverk SA", OLD)[0] == (OLD, UNSURE, gone)


def test_a_name_that_is_nearly_the_unit_s_is_the_number_s() -> None:
    class Near(FewUnits):
        def named(self, name: str, *, most: int = 8) -> list[UnitFound]:
            return [UnitFound(HERS, "Elvalaget", "FLI", likeness=85.0)][:most]

    near = Near([UnitFound(HERS, "Elvalaget", "FLI")])
    assert candidates_from_units("Elvelaget", HERS, near)[0].certainty is CERTAIN
    other = Near([UnitFound(FIRST, "Bekkelaget", "FLI")])
    found = {each.number: each.grounds for each in candidates_from_units("Elvelaget", FIRST, other)}
    assert found[FIRST] == (f"the document has the number {FIRST}", "but another name")


def test_of_several_of_a_name_the_unit_is_before_its_places() -> None:
    assert judged("Norsk Helsenett SF") == [
        (HELSENETT, CERTAIN, ("the only unit of this name",)),
        (PLACE, UNSURE, ("is a place of business of the unit of this name",
                         "is a part of Norsk Helsenett SF")),
    ]  # fmt: skip
    two = ("2 units have this name",)
    assert judged("Solberg Bygg AS")[:2] == [(FIRST, UNSURE, two), (SECOND, UNSURE, two)]


def test_how_sure_a_name_is_and_why() -> None:
    assert judged("Norsk helsenett")[0] == (HELSENETT, LIKELY, ("the only unit called so",))
    assert judged("Kari Nordmann") == [(HERS, UNSURE, ("may be the name of a person",))]
    assert judged("Gamle Vannverk SA") == [(OLD, UNSURE, ("found", "is wound up"))]
    office = "is a unit of Drammen kommune"
    assert judged("Drammen kommune v/ seksjon for vann")[0] == (
        DRAMMEN, LIKELY, (office, "the only unit of this name"),
    )  # fmt: skip


def test_what_is_hardly_alike_is_not_shown() -> None:
    class Odd(FewUnits):
        def named(self, name: str, *, most: int = 8) -> list[UnitFound]:
            return [UnitFound(NUMBERS[at], f"Lag {at}", "FLI", likeness=like)
                    for at, like in enumerate((54.9, 55.0, 60.0))]  # fmt: skip

    found = candidates_from_units("Elvelaget", None, Odd())
    assert [(each.likeness, each.grounds) for each in found] == [
        (60.0, ("has a name like it",)), (55.0, ("has a name like it",)),
    ]  # fmt: skip


def test_the_surest_come_first_those_in_use_before_those_wound_up() -> None:
    many = [
        UnitFound(number, "Elvelaget", "FLI", ended=at < 4)
        for at, number in enumerate(NUMBERS[:10])
    ]
    found = candidates_from_units("Elvelaget", None, FewUnits(many))
    assert [each.ended for each in found] == [False] * 4 + [True] * 4
    more = FewUnits([UnitFound(number, "Elvelaget", "FLI") for number in NUMBERS[:20]])
    assert len(candidates_from_units("Elvelaget", None, more)) == 8


def test_under_which_names_a_sender_is_looked_up() -> None:
    assert spellings("Elvelaget") == [("Elvelaget", CERTAIN, "")]
    assert spellings("Drammen kommune, seksjon for vann")[:2] == [
        ("Drammen kommune, seksjon for vann", CERTAIN, ""),
        ("Drammen kommune", LIKELY, "is a unit of Drammen kommune"),
    ]
    assert ("Elvelaget", UNSURE, "is a part of Elvelaget") in spellings("Elvelaget, avdeling nord")
    assert ("norsk helsenett", LIKELY, "is another name of it") in spellings("NHN")
    assert ("drammen kommune", UNSURE, "came after it in 2020") in spellings("Svelvik kommune")
