"""Senders that say themselves who they are: in the web form, and by the link that it came through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.filled import SenderGiven
from innspill.stages.register.core.outright import given_senders, through_link
from innspill.stages.register.core.senders import UNKNOWN, match_name
from innspill.stages.register.core.values import Line, Match
from tests.core.register.cases import hearing

HEARING = hearing()
OF_BERGEN = Line("Universitetet i Bergen", "Forskning")
OF_MUNICIPALITIES = Line("Landets kommuner", "Det offentlige")
PERSON = Match("Kari Nordmann", "person", None, None, "open", Certainty.CERTAIN,
               ("says outright to be a private person",))  # fmt: skip
NOBODY = Match(UNKNOWN, "unknown", None, None, "open", Certainty.UNSURE, ("no sender is named",))


def given(*named: tuple[str, str]) -> tuple[Match, ...]:
    senders = tuple(SenderGiven(name=name, kind=kind) for name, kind in named)  # type: ignore[arg-type]
    return given_senders(senders, HEARING)


def test_an_invited_body_that_names_itself_is_that_body() -> None:
    (match,) = given(("  Universitetet  i Bergen ", "organisation"))
    assert match == Match(
        "Universitetet i Bergen", "organisation", "Universitetet i Bergen", "Forskning", "invited",
        Certainty.CERTAIN, ("says outright to be an organisation", "is on the list"),
    )  # fmt: skip


def test_an_organisation_on_no_list_is_one_by_its_own_word() -> None:
    (match,) = given(("Kari  Nordmann", "organisation"))
    assert match == Match(
        "Kari Nordmann", "organisation", None, None, "open", Certainty.CERTAIN,
        ("says outright to be an organisation", "not invited"),
    )  # fmt: skip


def test_a_private_person_is_one_by_her_own_word() -> None:
    assert given(("Kari  Nordmann", "person")) == (PERSON,)
    # Not certain enough against it: the name only has no shape of a person's.
    (match,) = given(("Kari for Vann", "person"))
    assert (match.kind, match.certainty) == ("person", Certainty.CERTAIN)
    assert match.grounds == ("says outright to be a private person",)


def test_a_person_with_an_organisation_s_name_is_unsure() -> None:
    (match,) = given(("Drammen kommune", "person"))
    assert match == Match(
        "Drammen kommune", "person", None, None, "open", Certainty.UNSURE,
        ("says outright to be a private person", "but the name has a word of an organisation"),
    )  # fmt: skip


def test_each_sender_is_there_once_in_the_order_given() -> None:
    found = given(
        ("Vannlaget", "organisation"), ("Universitetet i Bergen", "organisation"),
        ("VANNLAGET", "organisation"), ("Elvelaget", "organisation"),
    )  # fmt: skip
    assert [match.name for match in found] == ["Vannlaget", "Universitetet i Bergen", "Elvelaget"]


@pytest.mark.parametrize("match", [NOBODY, replace(PERSON, grounds=("may be a person's",))])
def test_who_names_nobody_is_the_body_whose_link_it_came_through(match: Match) -> None:
    assert through_link(match, OF_BERGEN, HEARING) == Match(
        "Universitetet i Bergen", "organisation", "Universitetet i Bergen", "Forskning", "invited",
        Certainty.CERTAIN, ("came through its personal link",),
    )  # fmt: skip


def test_an_organisation_keeps_its_own_name_and_answers_for_the_link_s_body() -> None:
    match = match_name("Institutt for informatikk", HEARING)
    found = through_link(replace(match, kind="organisation"), OF_BERGEN, HEARING)
    assert (found.name, found.body, found.via) == (
        "Institutt for informatikk", "Universitetet i Bergen", "invited",
    )  # fmt: skip


def test_who_says_to_be_private_is_not_taken_for_the_link_s_body() -> None:
    found = through_link(PERSON, OF_BERGEN, HEARING)
    ground = "came through the personal link of Universitetet i Bergen"
    assert found == replace(PERSON, grounds=(*PERSON.grounds, ground))


def test_who_names_another_invited_body_is_unsure() -> None:
    oslo = match_name("Universitetet i Oslo", HEARING)
    found = through_link(oslo, OF_BERGEN, HEARING)
    ground = "but came through the personal link of Universitetet i Bergen"
    assert found == replace(oslo, certainty=Certainty.UNSURE, grounds=(*oslo.grounds, ground))
    unsure = replace(oslo, certainty=Certainty.UNSURE)
    assert through_link(unsure, OF_BERGEN, HEARING).body == "Universitetet i Bergen"
    bergen = match_name("Universitetet i Bergen", HEARING)
    assert through_link(bergen, OF_BERGEN, HEARING).grounds == ("came through its personal link",)


def test_the_link_of_a_collective_line_tells_for_whom_and_not_who() -> None:
    ground = "came through the personal link of Landets kommuner"
    found = through_link(NOBODY, OF_MUNICIPALITIES, HEARING)
    assert found == replace(NOBODY, grounds=("no sender is named", ground))
    one = replace(PERSON, name="Ås", grounds=())
    assert through_link(one, OF_MUNICIPALITIES, HEARING) == Match(
        "Ås", "organisation", "Landets kommuner", "Det offentlige", "member", Certainty.CERTAIN,
        ("came through its personal link",),
    )  # fmt: skip


def test_a_line_is_known_by_its_group_too() -> None:
    """The same words in another group are another line."""
    elsewhere = Line("Landets kommuner", "Forskning")
    assert through_link(NOBODY, elsewhere, HEARING).via == "invited"


@pytest.mark.parametrize("name", ["NRK", "privatperson", "Xenia Y Zwart Zed"])
def test_only_a_word_of_organisations_speaks_against_a_person_s_own_word(name: str) -> None:
    (match,) = given((name, "person"))
    assert (match.kind, match.certainty, match.grounds) == (
        "person", Certainty.CERTAIN, ("says outright to be a private person",),
    )  # fmt: skip


def test_a_line_is_collective_by_itself_and_not_by_its_group() -> None:
    for line, via in (
        (Line("Folkehelseinstituttet", "Det offentlige"), "invited"), (OF_MUNICIPALITIES, "member"),
        (Line("Landets kommuner", "Forskning"), "invited"),
    ):  # fmt: skip
        match = match_name("Granmo vannverk", HEARING)
        found = through_link(match, line, HEARING)
        assert (found.via, found.body, found.group, found.name) == (
            via, line.name, line.group, "Granmo vannverk",
        )  # fmt: skip
