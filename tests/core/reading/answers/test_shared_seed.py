"""The real response of the seeds and the forms of ../shared, read with the imported definition."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from innspill.pipeline.importing import import_files
from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import ResponseRead
from tests.core.reading.answers.hearing import answer

pytestmark = pytest.mark.shared

FORMS = [
    "content-controls.docx", "content-controls-block.docx", "legacy-fields.docx", "glyphs.docx",
    "wingdings-symbols.docx", "table-glyphs.docx", "everything.docx", "glyphs.pdf",
    "mail-with-form.eml", "content-controls.odt",
]  # fmt: skip


@cache
def definition(seeds: Path) -> Definition:
    form, page = sorted(seeds.glob("*.txt"))
    return import_files(page, form)


def read(path: Path, seeds: Path) -> ResponseRead:
    found = read_responses(read_file(path.name, path.read_bytes()), definition(seeds))
    assert all(account(each).complete for each in found)
    return found[0]


@pytest.fixture(scope="module")
def seed(shared_folder: Path) -> ResponseRead:
    seeds = shared_folder / "seeds"
    return read(min(seeds.glob("*.txt")), seeds)


def test_the_seed_has_twelve_answers_and_their_ticks(seed: ResponseRead) -> None:
    assert [each.question for each in seed.answers] == [str(number) for number in range(1, 13)]
    ticks = [each.ticks for each in seed.answers[:5]]
    assert ticks == [("yes", "no"), ("no",), ("yes",), ("yes",), ("yes",)]
    assert [each.choice for each in seed.answers[:5]] == [None, "no", "yes", "yes", "yes"]
    assert [each.question for each in seed.answers if each.no_comment] == ["6", "10", "11"]
    assert {each.question: each.flags for each in seed.answers if each.flags} == {
        "1": ("contradictory-ticks",)
    }


def test_the_seed_has_three_footnotes_and_their_marks(seed: ResponseRead) -> None:
    assert [note.mark for note in seed.footnotes] == ["1", "2", "3"]
    assert "NIS[^1] nevnes" in answer(seed, "1").text
    assert "NIS2 er på vei" in answer(seed, "1").text
    assert answer(seed, "3").footnotes == ("2", "3")


def test_the_seed_says_who_sent_it_and_what_is_missing(seed: ResponseRead) -> None:
    assert (seed.sender.name, seed.sender.certainty) == ("Drammen kommune", Certainty.LIKELY)
    assert seed.sender.grounds == ("names itself in the text",)
    assert seed.flags == ("sender-inferred", "no-case-number")
    assert seed.unplaced == ()


def test_the_forms_guidance_is_no_answer(seed: ResponseRead) -> None:
    assert answer(seed, "2").text == ""


def one_line(text: str) -> str:
    """`text` without white space and marks of footnotes."""
    return "".join(re.sub(r"\[\^\w+\]", "", text).split())


@pytest.mark.parametrize("name", FORMS)
def test_no_tick_of_the_forms_is_wrong(shared_folder: Path, name: str) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text())
    found = read(shared_folder / "forms" / name, shared_folder / "seeds")
    expected = {
        question: tuple(c for c, on in zip(("yes", "no", "none"), ticked, strict=True) if on)
        for question, ticked in truth["ticks"].items()
    }
    assert {question: answer(found, question).ticks for question in expected} == expected


@pytest.mark.parametrize("name", FORMS)
def test_the_answers_are_the_same_in_every_format(shared_folder: Path, name: str) -> None:
    forms, seeds = shared_folder / "forms", shared_folder / "seeds"
    expected, found = read(forms / "glyphs.docx", seeds), read(forms / name, seeds)
    notes = [(note.mark, one_line(note.text)) for note in found.footnotes[:3]]
    assert notes == [(note.mark, one_line(note.text)) for note in expected.footnotes]
    for one, other in zip(expected.answers, found.answers, strict=True):
        if name in ("everything.docx", "table-glyphs.docx"):
            # These hold more than the form; what they add is told by words that begin with MRK.
            assert one_line(one.text) in one_line(other.text)
        else:
            assert one_line(one.text) == one_line(other.text)


@pytest.mark.parametrize("word", ["DELETED", "MOVEDFROM", "HIDDEN", "COMMENTTEXT"])
def test_what_is_not_shown_reaches_no_answer(shared_folder: Path, word: str) -> None:
    found = read(shared_folder / "forms" / "everything.docx", shared_folder / "seeds")
    said = " ".join(each.text for each in found.answers).upper().replace("-", "")
    assert f"MRK{word}" not in said
