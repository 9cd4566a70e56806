"""Who says what is true has 1 of everything, who says nothing has 0; and what lies between."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evaluation.labels import Asked
from evaluation.measuring.agreement import kappas
from evaluation.measuring.links import links
from evaluation.measuring.mentions import mentions
from evaluation.measuring.pairs import Pair, pairs_of
from evaluation.measuring.personal import personal, spans
from evaluation.measuring.proposals import matched, proposals
from evaluation.measuring.segments import segments
from evaluation.measuring.stances import answers, stances, wholes
from evaluation.measuring.themes import agreed, themes

from .made import EMPTY, nothing_said, perfect, truth, values, written

SCORERS = (segments, stances, answers, wholes, proposals, links, mentions, themes, agreed)
FROM_BELOW = ("abstentions", "left over")
OF_THE_TRUTH = "right if all had reservations"
"""Tells about the labels, not about who said something."""


@pytest.mark.parametrize("scorer", SCORERS)
def test_a_perfect_answer_has_one_of_everything(scorer) -> None:
    found = values(scorer(perfect()))
    assert found
    for name, value in found.items():
        if not name.endswith(OF_THE_TRUTH):
            assert value == (0 if name.endswith(FROM_BELOW) else 1), name


@pytest.mark.parametrize("scorer", [segments, stances, wholes, proposals, links, mentions, agreed])
def test_an_empty_one_has_nothing(scorer) -> None:
    found = values(scorer(nothing_said()))
    assert found
    assert not any(
        value
        for name, value in found.items()
        if not name.endswith(("none said", "abstentions", OF_THE_TRUTH))
    )


def _said(**changed) -> list[Pair]:
    return [Pair(written(), truth(), replace(truth(), **changed))]


def test_two_comments_taken_for_one_cost_a_boundary_and_both_comments() -> None:
    first, one, other, last = truth().segments
    found = values(segments(_said(segments=(first, replace(one, end=other.end), last))))
    assert found["boundaries inside places, F1"] == 0
    assert found["beginnings of all pieces, F1"] == pytest.approx(6 / 7)
    assert found["true comments found whole"] == pytest.approx(1 / 3)
    assert found["comments said that can stay unchanged"] == 0.5


def test_spaces_and_marks_at_an_end_make_no_difference() -> None:
    first, one, other, last = truth().segments
    moved = (first, replace(one, end=one.end - 1), replace(other, start=other.start - 1), last)
    assert set(values(segments(_said(segments=moved))).values()) == {1}


def test_a_comment_has_the_stance_of_the_piece_that_has_most_of_it() -> None:
    first, one, other, last = truth().segments
    joined = (first, replace(one, end=other.end, stance="reservations"), last)
    assert values(stances(_said(segments=joined)))["stance of comments, right"] == pytest.approx(
        2 / 3
    )


def test_a_comment_taken_for_remainder_has_no_stance() -> None:
    lost = tuple(replace(each, kind="stray") for each in truth().segments)
    assert values(stances(_said(segments=lost)))["stance of comments, right"] == 0


def test_what_saying_the_same_of_all_would_reach_is_told() -> None:
    found = values(stances(perfect()))
    assert found["stance of comments, right if all had reservations"] == pytest.approx(1 / 3)


def test_abstaining_is_counted_and_is_not_right() -> None:
    doubt = tuple(replace(each, stance="unclear") for each in truth().segments)
    found = values(stances(_said(segments=doubt)))
    assert found["stance of comments, abstentions"] == 1
    assert found["stance of comments, right"] == 0


def test_a_question_that_the_machine_leaves_out_is_no_comment() -> None:
    found = values(answers([Pair(written(), truth(), replace(truth(), answers={}))]))
    assert found["stance of answers, right"] == 0.5


def test_a_proposal_is_found_by_half_of_the_shorter_and_each_once() -> None:
    true = [Asked("g1", 0, 40), Asked("g1", 40, 80)]
    assert len(matched(true, [Asked("g1", 0, 80)])) == 1
    assert len(matched(true, [Asked("g1", 20, 60)])) == 1
    assert len(matched(true, [Asked("g1", 0, 19), Asked("g1", 61, 80)])) == 2
    assert matched(true, [Asked("q1", 0, 40), Asked("g1", 100, 120)]) == []
    assert matched(true, [Asked("g1", 39, 80)]) == [(true[1], Asked("g1", 39, 80))]


def test_the_right_place_may_stand_second_but_is_then_not_first() -> None:
    turned = tuple(replace(each, links=each.links[::-1]) for each in truth().segments)
    found = values(links(_said(segments=turned)))
    assert found["link, right place first"] == 0.5
    assert found["link, right place within three"] == 1


def test_a_place_after_the_third_is_not_seen() -> None:
    late = tuple(replace(each, links=("a", "b", "c", *each.links)) for each in truth().segments)
    assert values(links(_said(segments=late)))["link, right place within three"] == 0


def test_a_part_of_a_name_counts_only_where_it_says_so() -> None:
    found = values(
        mentions(_said(mentions=frozenset({("law", "PBL § 11-9"), ("abbreviation", "Pbl")})))
    )
    assert found["law, F1"] == 1
    found = values(mentions(_said(mentions=frozenset({("law", "§ 11-9")}))))
    assert found["law, F1"] == 0
    assert found["law, F1 with part of the name"] == 1


def test_one_theme_for_all_names_them_right_but_tells_nothing() -> None:
    heap = tuple(replace(each, themes=("0",)) for each in truth().segments)
    found = values(themes(_said(segments=heap)))
    assert found["themes, NMI"] == 0
    assert found["themes, mapping F1"] == pytest.approx(2 * 2 / (3 + 4))


def test_comments_left_over_bear_the_word_for_other() -> None:
    found = values(themes([Pair(written(), truth(), EMPTY)]))
    assert found["comments left over"] == 1
    assert found["themes, mapping F1"] == 0


def test_personal_data_is_found_by_the_finder_of_publication() -> None:
    found = values(personal(perfect()))
    assert found["personal data found: phone"] == 1
    assert found["findings that are labelled"] == 1


def test_a_labelled_name_is_looked_for_as_a_word() -> None:
    assert spans("Kari sa til Karianne: Kari", [("name", "Kari")]) == [
        (0, 4, "name"),
        (22, 26, "name"),
    ]


def test_an_answer_without_labels_is_left_out() -> None:
    there = {"x01": truth()}
    assert len(pairs_of({"x01": written()}, there, there)) == 1
    assert pairs_of({"x01": written()}, {}, there) == []


def test_two_who_say_the_same_have_a_kappa_of_one() -> None:
    assert set(values(kappas(perfect())).values()) == {1}


def test_two_who_differ_in_half_of_the_stances_agree_no_more_than_chance() -> None:
    turned = tuple(
        replace(each, stance="supports" if each.is_comment else "") for each in truth().segments
    )
    assert values(kappas(_said(segments=turned)))["stance of comments"] == pytest.approx(0)
