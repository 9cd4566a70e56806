"""`innspill read` on files and folders, good and bad."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from innspill.interfaces.cli.main import run
from tests.conftest import SAMPLES

HEARING = SAMPLES / "trygt-vann"
CONSULTATION = ["--consultation", str(HEARING / "consultation.yaml")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "svar"
    (made / "under").mkdir(parents=True)
    shutil.copy(HEARING / "responses" / "fjordvik-kommune.docx", made / "b.docx")
    shutil.copy(HEARING / "responses" / "svar fra Ulvdal.zip", made / "under" / "c.zip")
    (made / "a.txt").write_text("Kommunen har ingen merknader i sak 25/1734.")
    (made / "received.csv").write_text("file,received_at,channel,sender\n")
    (made / ".skjult").write_text("x")
    return made


def objects(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_file_gives_one_object_on_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(folder / "b.docx"), *CONSULTATION]) == 0
    (found,) = objects(capsys.readouterr().out)
    assert (found["file"], found["kind"], found["consultation"]) == ("b.docx", "form", "25/1734")


def test_a_folder_is_read_in_sorted_order_with_one_object_for_each_response(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ut.jsonl"
    assert run(["read", str(folder), *CONSULTATION, "-o", str(out)]) == 0
    assert [found["file"] for found in objects(out.read_text())] == [
        "a.txt", "b.docx", "c.zip!/Ulvdal kommune.docx", "c.zip!/Ulvdal vassverk.txt",
    ]  # fmt: skip


def test_results_in_the_folder_itself_are_not_read_the_next_time(folder: Path) -> None:
    out = folder / "ut.jsonl"
    for _ in range(2):
        assert run(["read", str(folder), *CONSULTATION, "-o", str(out)]) == 0
    assert len(objects(out.read_text())) == 4


def test_a_bad_file_does_not_stop_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.docx").write_bytes(b"PK\x03\x04 this is no archive")
    assert run(["read", str(folder), *CONSULTATION]) == 0
    found = objects(capsys.readouterr().out)
    assert found[0]["kind"] == "unreadable"
    assert found[0]["problem"]
    assert len(found) == 5


def test_a_lone_file_that_cannot_be_read_gets_its_object_one_clear_line_and_exit_code_two(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (folder / "b.docx").read_bytes()
    (folder / "halv.docx").write_bytes(whole[: len(whole) // 2])
    assert run(["read", str(folder / "halv.docx"), *CONSULTATION]) == 2
    said = capsys.readouterr()
    assert objects(said.out)[0]["kind"] == "unreadable"
    (line,) = said.err.strip().splitlines()
    assert "halv.docx" in line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["{folder}/nei.docx", *CONSULTATION], "nei.docx: there is no such file"),
        (["{folder}/tom", *CONSULTATION], "there is no file to read"),
        (["{folder}", "--consultation", "{folder}/nei.yaml"], "nei.yaml: there is no such file"),
        (["{folder}", *CONSULTATION, "-o", "{folder}/nei/ut.jsonl"], "no such folder"),
        (["{folder}"], "--consultation"),
        (CONSULTATION, "no file was named"),
    ],
)
def test_bad_input_is_one_clear_line_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    (folder / "tom").mkdir()
    before = sorted(folder.rglob("*"))
    assert run(["read", *(each.format(folder=folder) for each in arguments)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert words in said.err
    assert sorted(folder.rglob("*")) == before


def test_a_response_is_never_written_over_by_its_own_reading(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = folder / "a.txt"
    before = sent.read_bytes()
    assert run(["read", str(sent), *CONSULTATION, "-o", str(sent)]) == 2
    assert "one of the files to read" in capsys.readouterr().err
    assert run(["analyse", str(folder), *CONSULTATION, "-o", str(folder)]) == 2
    assert "the folder with the responses" in capsys.readouterr().err
    assert sent.read_bytes() == before
