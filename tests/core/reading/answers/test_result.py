"""The object of `innspill read`: complete, and the same after a journey through JSON."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.shared.values import Origin
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.result import (
    as_json,
    blocks_as_json,
    blocks_from_json,
    from_json,
)
from innspill.stages.reading.core.values import Passage
from tests.core.reading.answers.hearing import (
    BRIDGES,
    QUESTION_1,
    QUESTION_2,
    QUESTION_3,
    TEXT,
    file_of,
    lines,
    paragraphs,
    read,
)

FIELDS = {
    "schema", "file", "sha256", "media_type", "consultation", "kind", "sender", "further_senders",
    "case_number", "language", "dated", "answers", "footnotes", "unplaced", "hidden", "flags",
    "form_wording", "problem", "cover", "properties", "accounting", "candidates", "on_behalf_of",
    "adherence", "reader", "tools",
}  # fmt: skip
FORM = paragraphs(QUESTION_1, "☒ Ja ☒ Nei", "Fint.", QUESTION_2, "Nei", "Med hilsen", "Kari Aas")


def test_the_object_has_the_fields_of_the_design_and_those_added() -> None:
    found = as_json(read(FORM))
    assert set(found) == FIELDS
    assert found["schema"] == "innspill/read/1"
    assert found["answers"][0] == {
        "question": "1",
        "ticks": ["yes", "no"],
        "choice": None,
        "text": "Fint.",
        "no_comment": False,
        "certainty": "certain",
        "flags": ["contradictory-ticks"],
        "footnotes": [],
        "origin": [{"block": "p3", "start": 0, "end": 5}],
        "pieces": [{"at": 0, "block": "p3", "start": 0, "end": 5}],
        "grounds": ["under the question's wording"],
        "measures": [],
    }


def test_a_response_comes_back_from_json_as_it_was() -> None:
    found = read(FORM, creator="Kari")
    blocks = blocks_from_json(json.loads(json.dumps(blocks_as_json(found.blocks))))
    assert from_json(json.loads(json.dumps(as_json(found))), blocks) == found


def test_the_accounting_proves_the_sum() -> None:
    counted = as_json(read(FORM))["accounting"]
    parts = ("answers", "footnotes", "form_wording", "unplaced")
    assert sum(counted[part] for part in parts) == counted["visible"]
    assert counted["complete"]


def test_a_lost_or_doubled_character_is_noticed() -> None:
    found = read(FORM)
    lost = _with_unplaced(found, ())
    doubled = _with_unplaced(found, (*found.unplaced, Passage("F", (Origin("p3", 0, 1),))))
    assert account(lost).missing == len("Medhilsen") + len("KariAas")
    assert account(doubled).doubled == 1
    assert not account(lost).complete
    assert not account(doubled).complete


def _with_unplaced(found, passages):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(found, unplaced=passages)


PIECES = st.sampled_from(
    [
        QUESTION_1, QUESTION_2, QUESTION_3, "1) ", "2 ", "\n", "\n\n", " ", "☒", "☐ Ja", "Nei",
        "Ja", "x ", "Til spørsmål 3: ", "kapittel 3", "Med vennlig hilsen", "Sandvik kommune",
        "NIS1", "1 NIS er noe.", "[1]", "Ingen innspill", "24/615", "på vegne av ", "•", "å", "\t",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map("".join))
def test_every_visible_character_is_used_once_whatever_was_written(text: str) -> None:
    for blocks, media_type in ((lines(text), TEXT), (paragraphs(*text.split("\n\n")), "word")):
        (found,) = read_responses([file_of(blocks, media_type)], BRIDGES)
        assert account(found).complete
        known = {block.id: block.text for block in found.blocks}
        for answer in found.answers:
            for at, origin in answer.pieces:
                stretch = known[origin.block][origin.start : origin.end]
                assert answer.text[at : at + len(stretch)] == stretch
