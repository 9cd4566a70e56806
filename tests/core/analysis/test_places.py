"""Dividing by hand: each visible character in exactly one piece, or it is refused."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.errors import BadInput
from innspill.stages.analysis.core.analyse import comments_of, divided
from innspill.stages.analysis.core.places import Cut, breaks_of, places_of, tidy

from . import links_hearing
from .cases import answer, hearing, public

TEXT = st.text(alphabet="aå. \n", max_size=40)


@given(TEXT, st.lists(st.integers(0, 40), max_size=5))
def test_cuts_that_meet_leave_nothing_out(text: str, at: list[int]) -> None:
    ends = sorted({0, len(text), *(each for each in at if each <= len(text))})
    cuts = tidy(text, [Cut(*both) for both in pairwise(ends)])
    left = list(text)
    for cut in cuts:
        assert text[cut.start : cut.end] == text[cut.start : cut.end].strip() != ""
        assert left[cut.start : cut.end] == list(text[cut.start : cut.end])
        left[cut.start : cut.end] = " " * (cut.end - cut.start)
    assert not "".join(left).strip()


@given(TEXT, st.lists(st.tuples(st.integers(-2, 42), st.integers(-2, 42)), max_size=5))
def test_whatever_is_given_nothing_falls_between(
    text: str, given_cuts: list[tuple[int, int]]
) -> None:
    try:
        cuts = tidy(text, [Cut(*both) for both in given_cuts])
    except BadInput:
        return
    covered = [place for cut in cuts for place in range(cut.start, cut.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, letter in enumerate(text) if letter.strip()} <= set(covered)


def test_words_left_out_are_named() -> None:
    with pytest.raises(BadInput, match="«tre fire»"):
        tidy("en to tre fire", [Cut(0, 5)])
    with pytest.raises(BadInput, match="outside"):
        tidy("en", [Cut(0, 3)])


def test_sentences_and_lines_begin_where_a_cut_is_wanted() -> None:
    text = "Først dette. Så dette:\n- en\n- to"
    assert [text[at:].split(maxsplit=1)[0] for at in breaks_of(text)] == ["Først", "Så", "-", "-"]


def test_two_answers_to_one_question_are_two_places() -> None:
    response = public(answer("Ja."), answer("Nei, det er feil."), general=("Hilsen oss",))
    assert [place.name for place in places_of(response)] == ["q:1", "q:1/2", "g:0"]


def test_a_person_s_pieces_get_the_labels_that_the_machine_gives() -> None:
    response = public(answer("Vi støtter målene. Vi foreslår at staten betaler."))
    (place,) = places_of(response)
    cut = breaks_of(place.text)[1]
    cuts = tidy(place.text, [Cut(0, cut, "heading"), Cut(cut, len(place.text))])
    first, second = divided(response, hearing(), place, cuts)
    assert (first.is_remark, first.remainder, first.proposals) == (False, "heading", ())
    assert second.proposals
    whole = divided(response, hearing(), place, [Cut(0, len(place.text))])
    assert [each.text for each in comments_of(response, hearing())] == [each.text for each in whole]


def test_a_heading_in_a_place_before_tells_what_a_divided_place_is_about() -> None:
    said = "Det er bra, men altfor dyrt for oss."
    response = public(general=("Innsatsområde 2", said))
    heading, place = places_of(response)
    whole = [Cut(0, len(said))]
    (found,) = divided(response, links_hearing.hearing(), place, whole)
    assert found.links[0].place == "focus-area 2"
    assert found.links[0].grounds == ("heading «Innsatsområde 2»",)
    joined = {heading.name: [Cut(0, len(heading.text))]}
    (found,) = divided(response, links_hearing.hearing(), place, whole, joined)
    assert found.links[0].grounds == ("after",), "a person says that it is no heading"
