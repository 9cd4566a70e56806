"""The labelled hearings hold: every label leads to the text, and there are as many as promised.

The closed hearing is not opened here: `make evaluate` alone reads it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise

import pytest
from evaluation.hearings import (
    CLOSED,
    FOLDER,
    LABELLERS,
    LEARNT,
    OPEN,
    load,
    read_answers,
    read_labels,
    read_themes,
)
from evaluation.labels import find
from evaluation.measuring.mentions import KINDS as MENTIONS
from evaluation.measuring.personal import KINDS as PERSONAL
from evaluation.measuring.segments import REMAINDERS
from evaluation.measuring.stances import OF_ANSWERS, OF_COMMENTS, OF_WHOLES

LINK = re.compile(r"(question|chapter|focus-area|annex|section|measure|goal) \S.*")
SERVICES = frozenset(
    ["110", "112", "113", "116117", "116111", "116123", "116006", "02800", "02600", "800", "22591300", "81500900", "81544000", "40440488", "55553333", "80080000", "73551000", "22079500"]
)  # fmt: skip
"""Emergency numbers, and numbers that people call for help or public services."""
labelled = pytest.mark.parametrize(
    ("name", "who"),
    [*((a, b) for a in OPEN for b in LABELLERS), *((a, "settled") for a in LEARNT)],
)
read_answers = cache(read_answers)


@labelled
def test_every_label_stands_in_the_text(name: str, who: str) -> None:
    answers = read_answers(FOLDER / name)
    for ident, each in read_labels(FOLDER / name, who, answers).items():
        text = answers[ident].whole
        for kind, quote in (*each.mentions, *each.personal):
            assert find(quote, text), f"{ident} {kind}: {quote}"


@labelled
def test_every_visible_character_lies_in_one_segment_in_the_order_of_the_text(
    name: str, who: str
) -> None:
    answers = read_answers(FOLDER / name)
    for ident, each in read_labels(FOLDER / name, who, answers).items():
        for place, text in answers[ident].places.items():
            there = [piece for piece in each.segments if piece.place == place]
            assert all(a.end <= b.start for a, b in pairwise(there)), (
                ident,
                place,
            )
            visible = sum(not each.isspace() for each in text)
            inside = sum(not one.isspace() for a in there for one in text[a.start : a.end])
            assert inside == visible, (ident, place)


@labelled
def test_every_word_of_a_label_is_one_of_the_guide(name: str, who: str) -> None:
    answers = read_answers(FOLDER / name)
    themes = read_themes(FOLDER / name)
    for ident, each in read_labels(FOLDER / name, who, answers).items():
        assert each.whole in OF_WHOLES, ident
        assert {stance for stance, _ in each.answers.values()} <= {*OF_ANSWERS}, ident
        assert each.answers.keys() == answers[ident].ticks.keys(), ident
        assert {kind for kind, _ in each.mentions} <= {*MENTIONS}, ident
        assert {kind for kind, _ in each.personal} <= {*PERSONAL}, ident
        assert {piece.kind for piece in each.segments} <= {"comment", *REMAINDERS}, ident
        assert {piece.stance for piece in each.comments} <= {*OF_COMMENTS}, ident
        assert {theme for piece in each.segments for theme in piece.themes} <= themes.keys(), ident
        assert all(LINK.fullmatch(place) for piece in each.segments for place in piece.links), ident


def test_every_answer_is_labelled_twice_and_settled() -> None:
    for name in OPEN:
        written = {path.stem for path in (FOLDER / name / "responses").glob("*.txt")}
        for who in LABELLERS:
            assert {path.stem for path in (FOLDER / name / who).glob("*.json")} == written, (
                name,
                who,
            )


def test_there_are_as_many_as_promised_in_both_forms_of_norwegian() -> None:
    places = [FOLDER / name for name in OPEN]
    answers = [each for place in places for each in read_answers(place).values()]
    settled = [
        each
        for place in places
        for each in read_labels(place, "settled", read_answers(place)).values()
    ]
    assert len(answers) >= 120
    assert sum(len(each.comments) for each in settled) >= 1200
    languages = [each.head["language"] for each in answers]
    assert 0.25 < languages.count("nn") / len(languages) < 0.5
    assert {*languages} == {"nb", "nn"}


def test_nobody_s_phone_is_one_that_people_call_for_help_and_no_mail_can_arrive() -> None:
    for name in (*OPEN, *LEARNT):
        answers = read_answers(FOLDER / name)
        for path in (FOLDER / name / "settled").glob("*.json"):
            for each in json.loads(path.read_text("utf-8"))["personal"]:
                if each["kind"] == "phone":
                    assert re.sub(r"\D", "", each["quote"]).removeprefix("47") not in SERVICES
        text = "\n".join(each.whole for each in answers.values())
        mails = re.findall(r"[\w.+-]+@([\w.-]+\w)", text)
        assert all(each.endswith(".example") for each in mails), (name, mails)


@pytest.mark.parametrize("name", [*OPEN, *LEARNT])
def test_the_definition_of_a_hearing_loads_and_has_what_answers_and_labels_name(name: str) -> None:
    hearing = load(name)
    asked = {each.id: {one.id for one in each.choices} for each in hearing.definition.questions}
    chapters = [each for paper in hearing.definition.papers for each in paper.chapters]
    places = {f"{each.kind} {each.id}" for each in chapters} | {
        f"question {each}" for each in asked
    }
    assert hearing.answers
    for ident, written in hearing.answers.items():
        for question, ticks in written.ticks.items():
            assert {*ticks} <= asked.get(question, {"no such question"}), (ident, question)
            assert question in asked, (ident, question)
    for ident, each in hearing.labels["settled"].items():
        assert {link for piece in each.segments for link in piece.links} <= places, ident


def test_each_answer_that_is_learnt_from_alone_is_labelled() -> None:
    for name in LEARNT:
        written = {path.stem for path in (FOLDER / name / "responses").glob("*.txt")}
        assert {path.stem for path in (FOLDER / name / "settled").glob("*.json")} == written, name


def test_the_closed_hearing_is_neither_measured_in_the_open_nor_learnt_from() -> None:
    assert CLOSED not in (*OPEN, *LEARNT)
