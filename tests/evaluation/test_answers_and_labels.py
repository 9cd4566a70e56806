"""Labels lead to characters of the answer, and one that does not is refused."""

from __future__ import annotations

from copy import deepcopy

import pytest
from evaluation.answers import public
from evaluation.labels import resolve

from innspill.shared.errors import BadInput

from .made import RAW, truth, written


def test_an_answer_has_its_paragraphs_and_questions_as_places() -> None:
    assert [*written().places] == ["g0", "g1", "q1", "q2"]
    assert written().ticks == {"1": ("yes",), "2": ("none",)}


def test_analysis_is_given_the_answer_as_it_was_published() -> None:
    response = public(written())
    assert response.general[0] == "Vi viser til høringen."
    assert [(each.choice, each.no_comment) for each in response.answers] == [
        ("yes", False), ("none", True),
    ]  # fmt: skip
    assert response.private


def test_every_character_that_is_no_space_lies_in_one_segment() -> None:
    for place, text in written().places.items():
        covered = [0] * len(text)
        for each in truth().segments:
            if each.place == place:
                for at in range(each.start, each.end):
                    covered[at] += 1
        assert (
            all(times == 1 for times, each in zip(covered, text, strict=True) if not each.isspace())
            or not text
        )


def test_a_proposal_stands_where_its_words_stand() -> None:
    asked = truth().proposals[0]
    assert (
        written().places["g1"][asked.start : asked.end]
        == "Kommunen bør kartlegge bekkene før vedtak"
    )


@pytest.mark.parametrize("field", ["from", "quote"])
def test_words_that_do_not_stand_in_the_text_are_refused(field: str) -> None:
    raw = deepcopy(RAW)
    if field == "from":
        raw["segments"][2]["from"] = "Kommunen må kartlegge"
    else:
        raw["segments"][2]["proposals"][0]["quote"] = "bør kartlegge alle bekker"
    with pytest.raises(BadInput):
        resolve(raw, written())
