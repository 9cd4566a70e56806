"""The machine is measured from the files to the paper, on a few answers of one hearing."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
from evaluation.__main__ import main
from evaluation.hearings import Hearing, load
from evaluation.machine import said, said_of
from evaluation.measuring.pairs import Letters
from evaluation.show_themes import themes_of
from evaluation.stages import GOALS, STAGES, agreement, tallies
from evaluation.tables import Measured, measured, printed, rows

from evaluation import paper


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    whole = load("sikkerhet")
    few = dict(islice(whole.answers.items(), 4))
    labels = {
        who: {ident: each for ident, each in given.items() if ident in few}
        for who, given in whole.labels.items()
    }
    return replace(whole, answers=few, labels=labels)


@pytest.fixture(scope="module")
def found(hearing: Hearing) -> Measured:
    """With what is shipped: learning without the hearing takes half a minute."""
    machine, labellers = (tallies(hearing, STAGES, way) for way in ("machine", "labellers"))
    return Measured("sikkerhet", machine, labellers, agreement(hearing))


def test_the_machine_leaves_no_visible_character_out(hearing: Hearing) -> None:
    for ident, labels in said(hearing).items():
        for place, text in hearing.answers[ident].places.items():
            inside = "".join(
                text[each.start : each.end] for each in labels.segments if each.place == place
            )
            assert "".join(inside.split()) == "".join(text.split()), (ident, place)


def test_pieces_given_are_labelled_as_they_are_given(hearing: Hearing) -> None:
    for ident, labels in said_of(hearing, hearing.truth).items():
        letters = Letters(hearing.answers[ident])
        given = [
            letters.span(each) for each in hearing.truth[ident].segments if each.end > each.start
        ]
        assert sorted(letters.span(each) for each in labels.segments) == sorted(given)
        assert all(each.stance for each in labels.comments)


def test_every_goal_is_held_against_a_measure(found: Measured) -> None:
    measures = {row.name for stage in STAGES for row in rows(stage, [found])}
    assert measures >= GOALS.keys()


def test_whoever_labels_as_was_settled_reaches_every_goal(hearing: Hearing) -> None:
    labels = {"first": hearing.truth, "second": hearing.truth, "settled": hearing.truth}
    sure = tallies(replace(hearing, labels=labels), STAGES, "labellers")
    for stage in STAGES:
        for each in (
            rows(stage, [Measured("sikkerhet", sure, {}, [])]) if stage.name in sure else ()
        ):
            assert each.is_met is not False or not each.together.cases, each.name


def test_print_and_paper_have_every_stage_and_its_figures(
    hearing: Hearing, found: Measured
) -> None:
    text = paper.paper([hearing], STAGES, [found])
    screen = printed(STAGES, [found])
    for stage in STAGES:
        assert f"## {stage.title}\n" in text
        for row in rows(stage, [found]):
            assert row.name in screen
            assert f"| {row.name} | {row.together.words()} |" in text
    assert "Language models wrote them" in text


def test_a_hearing_that_nobody_has_labelled_yet_is_measured_as_nothing(hearing: Hearing) -> None:
    bare = replace(hearing, labels={who: {} for who in hearing.labels})
    assert measured(bare, STAGES) == Measured("sikkerhet", {}, {}, [])
    assert "| sikkerhet | 4 |" in paper.paper([bare], STAGES, [measured(bare, STAGES)])


def test_an_answer_that_is_not_settled_is_measured_by_the_first_labels(hearing: Hearing) -> None:
    half = replace(hearing, labels={**hearing.labels, "settled": {}})
    assert half.truth == hearing.labels["first"]
    assert half.unsettled == 4


def test_what_is_asked_for_is_printed_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = paper.PLACE.stat().st_mtime_ns
    assert main(["--hearing", "sikkerhet", "--stage", "personal"]) == 0
    assert "personal data found: phone" in capsys.readouterr().out
    assert paper.PLACE.stat().st_mtime_ns == before


def test_themes_are_shown_for_whoever_judges_their_labels(hearing: Hearing) -> None:
    lines = list(themes_of(hearing, blind=True))
    assert lines[0] == "# sikkerhet"
    assert not any(line.startswith("n = ") for line in lines)
