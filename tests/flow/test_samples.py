"""The sample responses as our own parts read them, held against what their author knows."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from tests.flow.samples_read import ENTRIES, HEARING, Samples, arrivals, having, name_of, one_line
from tests.flow.samples_read import read_all as read_all_samples

Entry = dict[str, Any]
WORD = re.compile(r"[^\W\d_]+|\d+")


@pytest.fixture(scope="module")
def samples() -> Samples:
    return read_all_samples()


def test_every_delivery_has_a_line_in_received_csv() -> None:
    in_folder = {path.name for path in (HEARING / "responses").iterdir()} - {"received.csv"}
    assert set(arrivals()) == in_folder


def test_no_response_is_lost_and_none_is_made_up(samples: Samples) -> None:
    assert sorted(read.file for read, _ in samples.reads) == sorted(map(name_of, ENTRIES))


@pytest.mark.parametrize("entry", having("kind"), ids=name_of)
def test_what_kind_of_document_it_is(samples: Samples, entry: Entry) -> None:
    assert samples.read(entry["file"]).kind == entry["kind"]


@pytest.mark.parametrize("entry", having("ticks"), ids=name_of)
def test_no_tick_is_wrong(samples: Samples, entry: Entry) -> None:
    read = {each: list(samples.answer(entry["file"], each).ticks) for each in entry["ticks"]}
    assert read == entry["ticks"]


@pytest.mark.parametrize("entry", having("ticks"), ids=name_of)
def test_a_choice_is_settled_only_where_one_box_is_ticked(samples: Samples, entry: Entry) -> None:
    for question, ticks in entry["ticks"].items():
        answer = samples.answer(entry["file"], question)
        assert answer.choice == (ticks[0] if len(ticks) == 1 else None)
        assert ("contradictory-ticks" in answer.flags) == (len(ticks) > 1)


@pytest.mark.parametrize("entry", having("no_comment"), ids=name_of)
def test_who_says_that_there_is_nothing_to_say(samples: Samples, entry: Entry) -> None:
    read = samples.read(entry["file"])
    silent = [answer.question for answer in read.answers if answer.no_comment]
    assert silent == entry["no_comment"]


@pytest.mark.parametrize("entry", having("phrases"), ids=name_of)
def test_what_is_said_stands_at_the_question_it_answers(samples: Samples, entry: Entry) -> None:
    missing = [
        (question, phrase)
        for question, phrases in entry["phrases"].items()
        for phrase in phrases
        if one_line(phrase) not in one_line(samples.answer(entry["file"], question).text)
    ]
    assert missing == []


@pytest.mark.parametrize("entry", having("general"), ids=name_of)
def test_what_belongs_to_no_question_is_kept_apart(samples: Samples, entry: Entry) -> None:
    apart = one_line(" ".join(each.text for each in samples.read(entry["file"]).unplaced))
    assert [phrase for phrase in entry["general"] if one_line(phrase) not in apart] == []


@pytest.mark.parametrize("entry", having("absent"), ids=name_of)
def test_no_answer_holds_what_is_not_an_answer(samples: Samples, entry: Entry) -> None:
    answers = one_line(" ".join(each.text for each in samples.read(entry["file"]).answers))
    assert [words for words in entry["absent"] if words in answers] == []


@pytest.mark.parametrize("entry", having("footnotes"), ids=name_of)
def test_footnotes_are_taken_out_of_the_answers(samples: Samples, entry: Entry) -> None:
    read = samples.read(entry["file"])
    assert {note.mark: one_line(note.text) for note in read.footnotes} == entry["footnotes"]
    answers = " ".join(answer.text for answer in read.answers)
    assert not [text for text in entry["footnotes"].values() if text in one_line(answers)]


@pytest.mark.parametrize("entry", having("language"), ids=name_of)
def test_bokmaal_and_nynorsk_are_told_apart(samples: Samples, entry: Entry) -> None:
    assert samples.read(entry["file"]).language == entry["language"]


@pytest.mark.parametrize("entry", having("case_matches"), ids=name_of)
def test_the_case_number_is_held_against_that_of_the_hearing(
    samples: Samples, entry: Entry
) -> None:
    assert samples.read(entry["file"]).case_number.matches is entry["case_matches"]


@pytest.mark.parametrize("entry", having("flags"), ids=name_of)
def test_what_a_person_must_look_at_is_flagged(samples: Samples, entry: Entry) -> None:
    read = samples.read(entry["file"])
    flags = {*read.flags} | {
        f"{each.question}:{flag}" for each in read.answers for flag in each.flags
    }
    assert set(entry["flags"]) <= flags


@pytest.mark.parametrize("entry", [e for e in ENTRIES if "unreadable" not in e], ids=name_of)
def test_every_visible_word_is_accounted_for(samples: Samples, entry: Entry) -> None:
    read = samples.read(entry["file"])
    told = [
        *(answer.text for answer in read.answers),
        *(note.text for note in read.footnotes),
        *(passage.text for passage in (*read.unplaced, *read.form_wording)),
    ]
    shown = Counter(WORD.findall(" ".join(block.text for block in read.blocks)))
    assert shown == Counter(WORD.findall(re.sub(r"\[\^\w+\]", "", " ".join(told))))
