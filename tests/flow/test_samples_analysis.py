"""What the analysis finds in the public copies of the sample responses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from innspill.stages.analysis.core.analyse import analyse
from innspill.stages.analysis.core.values import Analysis, CommentFound
from innspill.stages.publication.core.render import render
from tests.flow.samples_read import Samples, having, name_of, one_line
from tests.flow.samples_read import read_all as read_all_samples

Entry = dict[str, Any]


@dataclass(frozen=True)
class Analysed:
    """The samples, and what was found in their public copies."""

    samples: Samples
    found: Analysis

    def reference(self, file: str) -> str:
        return self.samples.registered(file).reference

    def comments(self, file: str) -> list[CommentFound]:
        reference = self.reference(file)
        return [each for each in self.found.comments if each.response == reference]


@pytest.fixture(scope="module")
def analysed() -> Analysed:
    samples = read_all_samples()
    public = [render(each, samples.definition).public for each in samples.sorted.registered]
    return Analysed(samples, analyse(public, samples.definition))


@pytest.mark.parametrize("entry", having("proposals"), ids=name_of)
def test_sentences_that_ask_for_something_are_found(analysed: Analysed, entry: Entry) -> None:
    reference = analysed.reference(entry["file"])
    asked = one_line(
        " ".join(
            each.text
            for each in analysed.found.comments
            if each.proposals and each.response == reference
        )
    )
    assert [words for words in entry["proposals"] if words not in asked] == []


@pytest.mark.parametrize("entry", having("doubting"), ids=name_of)
def test_a_tick_that_the_words_doubt_is_pointed_out(analysed: Analysed, entry: Entry) -> None:
    reference = analysed.reference(entry["file"])
    doubted = [
        each.question
        for each in analysed.found.stances
        if each.response == reference and each.text_disagrees
    ]
    assert set(entry["doubting"]) <= set(doubted)


def test_a_yes_counts_against_in_1_and_2_and_for_in_3_to_5(analysed: Analysed) -> None:
    reference = analysed.reference("2026-03-02_Skogheim_kommune_administrasjonen.docx")
    stances = {
        each.question: each.stance.value
        for each in analysed.found.stances
        if each.response == reference and len(each.question) == 1 and each.question in "12345"
    }
    assert stances == dict.fromkeys("12345", "supports")


def test_the_campaign_mails_are_found_to_say_the_same(analysed: Analysed) -> None:
    campaign = {
        analysed.reference(entry["file"])
        for entry in having("near_duplicates")
        if entry["near_duplicates"] == "campaign"
    }
    together = [set(group.responses) for group in analysed.found.duplicates]
    assert any(campaign == group for group in together)
    assert not [group for group in together if group & campaign and group - campaign]


@pytest.mark.parametrize("entry", having("stances"), ids=name_of)
def test_a_stance_is_one_that_a_fair_reader_could_give(analysed: Analysed, entry: Entry) -> None:
    wrong = [
        (words, each.stance.value)
        for words, fair in entry["stances"].items()
        for each in analysed.comments(entry["file"])
        if words in one_line(each.text) and each.stance.value not in fair
    ]
    assert wrong == []


@pytest.mark.parametrize("entry", having("remarks"), ids=name_of)
def test_what_is_meant_as_a_remark_counts_as_one(analysed: Analysed, entry: Entry) -> None:
    remarks = one_line(
        " ".join(each.text for each in analysed.comments(entry["file"]) if each.is_remark)
    )
    assert [words for words in entry["remarks"] if words not in remarks] == []


@pytest.mark.parametrize("entry", having("no_remarks"), ids=name_of)
def test_letterheads_names_and_greetings_are_no_remarks(analysed: Analysed, entry: Entry) -> None:
    remarks = [one_line(each.text) for each in analysed.comments(entry["file"]) if each.is_remark]
    assert [line for line in entry["no_remarks"] if line in remarks] == []
