"""`innspill read` on a folder with one response in every kind of file."""

from __future__ import annotations

import json
import shutil
from typing import Any

import pytest

from innspill.interfaces.cli.main import run
from innspill.interfaces.ui.words import FLAG, HIDDEN
from innspill.stages.consultations.core.files import load
from tests.flow.every_kind import FORM, SAVED_AS, SCANS, TICKS, make_all
from tests.flow.samples_read import HEARING

Read = dict[str, Any]
PLAIN = ("svar.json", "svar.docx", "makroer.docm", "pakket.zip", "post.eml", "outlook.msg", "postkasse.mbox",
         "regneark.xlsx", "rader.csv", "side.html", "notat.md")  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Read]]:
    """What `innspill read` says of each file of the folder."""
    folder = tmp_path_factory.mktemp("svar")
    definition = load(HEARING / "consultation.yaml")
    questions = {question.id: question.text["nb"] for question in definition.questions}
    make_all(HEARING / "responses" / FORM, questions, folder)
    out = folder.parent / "lest.jsonl"
    hearing = str(HEARING / "consultation.yaml")
    assert run(["read", str(folder), "--consultation", hearing, "-o", str(out)]) == 0
    reads: dict[str, list[Read]] = {}
    for line in out.read_text("utf-8").splitlines():
        read = json.loads(line)
        reads.setdefault(read["file"].partition("!/")[0], []).append(read)
    return reads


def ticks_of(read: Read) -> dict[str, list[str]]:
    return {answer["question"]: answer["ticks"] for answer in read["answers"] if answer["ticks"]}


@pytest.mark.parametrize("name", [*PLAIN, *SAVED_AS])
def test_the_ticks_are_those_of_the_form(found: dict[str, list[Read]], name: str) -> None:
    if name in SAVED_AS and not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed, which makes this kind of file")
    assert TICKS in [ticks_of(read) for read in found[name]]


@pytest.mark.parametrize("name", SCANS)
def test_no_tick_of_a_picture_is_wrong_without_a_flag(
    found: dict[str, list[Read]], name: str
) -> None:
    if not (shutil.which("soffice") and shutil.which("tesseract")):
        pytest.skip("LibreOffice or Tesseract is not installed")
    (read,) = found[name]
    right = 0
    for answer in read["answers"]:
        expected = TICKS.get(answer["question"], [])
        if answer["ticks"] == expected:
            right += bool(expected)
        else:
            assert answer["flags"], answer["question"]
    assert right >= 2
    assert read["tools"][0].startswith("tesseract")
    assert "text-from-ocr" in read["flags"]


def test_everything_is_accounted_for_in_each(found: dict[str, list[Read]]) -> None:
    for reads in found.values():
        for read in reads:
            assert read["accounting"]["complete"], read["file"]
            assert read["schema"] == "innspill/read/1"
            assert read["reader"] == "reader/2"


def test_every_flag_has_words_for_the_desk(found: dict[str, list[Read]]) -> None:
    reads = [read for each in found.values() for read in each]
    raised = {flag for read in reads for flag in read["flags"]}
    raised |= {flag for read in reads for answer in read["answers"] for flag in answer["flags"]}
    assert raised <= set(FLAG)
    kinds = {hidden["kind"] for read in reads for hidden in read["hidden"]}
    assert kinds <= set(HIDDEN)
