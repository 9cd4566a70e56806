"""`innspill analyse`: a folder of responses to results, without a database."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from innspill.interfaces.cli.main import run
from innspill.pipeline.offline import OUTPUTS, Analysed, analyse_folder
from innspill.stages.consultations.core.files import load
from tests.conftest import SAMPLES

HEARING = SAMPLES / "trygt-vann"
DEFINITION = HEARING / "consultation.yaml"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("analyse") / "out"


@pytest.fixture(scope="module")
def done(out: Path) -> Analysed:
    return analyse_folder(HEARING / "responses", load(DEFINITION), out)


def _damaged(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.txt").write_text("Vi støtter planen.")
    (folder / "received.csv").write_text("file,received_at\na.txt,i går\n")


def _unreadable(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.docx").write_bytes(b"PK\x03\x04 and nothing else")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_all_results_are_written_and_both_sums_hold(done: Analysed, out: Path) -> None:
    assert {path.name for path in out.iterdir()} == set(OUTPUTS)
    assert done.results.ledger.adds_up
    assert done.results.ledger.unprocessed == 0
    assert done.remarks == ()


def test_every_file_of_the_folder_is_found_again_in_the_results(done: Analysed, out: Path) -> None:
    sent = {path.name for path in (HEARING / "responses").iterdir()} - {"received.csv"}
    found = {line["file"].split("!/")[0] for line in lines(out / "responses.jsonl")}
    assert found == sent
    assert len(sent) == done.results.ledger.deliveries


def test_each_response_is_the_object_of_read_with_the_registers_view(
    done: Analysed, out: Path
) -> None:
    for line in lines(out / "responses.jsonl"):
        assert line["schema"] == "innspill/read/1"
        register = line["register"]
        assert register["delivery"] >= 1
        assert (register["reference"] is None) == ("set_aside" in register)


def test_every_comment_points_home_to_the_words_that_it_quotes(done: Analysed, out: Path) -> None:
    blocks = {
        (each.registered.reference, block.id): block.text
        for each in done.results.responses
        for block in each.registered.read.blocks
    }
    held = 0
    for comment in lines(out / "comments.jsonl"):
        assert comment["origin"], comment["text"]
        original = " ".join(
            blocks[comment["response"], place["block"]][place["start"] : place["end"]]
            for place in comment["origin"]
        )
        if "[sladdet]" not in comment["text"] and "[^" not in comment["text"]:
            assert "".join(original.split()) == "".join(comment["text"].split())
            held += 1
    assert held > 100


def test_nothing_withheld_stands_in_what_the_public_may_see(done: Analysed, out: Path) -> None:
    secrets = {
        hidden_by(each, place, finding)
        for each in done.results.responses
        for place, finding in each.rendered.withholdings
        if finding.kind in ("national-id", "phone", "email")
    } - {""}
    assert secrets
    page = (out / "index.html").read_text("utf-8")
    assert [secret for secret in secrets if secret in page] == []


def hidden_by(shown: Any, place: str, finding: Any) -> str:
    read = shown.registered.read
    texts = {f"answer:{each.question}": each.text for each in read.answers}
    texts |= {f"general:{index}": each.text for index, each in enumerate(read.unplaced)}
    return texts.get(place, "")[finding.start : finding.end]


def test_the_matrix_has_one_row_for_each_current_response(done: Analysed, out: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((out / "matrix.csv").read_text("utf-8-sig"))))
    current = [e for e in done.results.responses if e.registered.standing == "current"]
    assert [row["reference"] for row in rows] == [e.registered.reference for e in current]


def test_the_command_says_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "svar"
    folder.mkdir()
    (folder / "a.txt").write_text("Lier kommune\n\nVi støtter planen, og foreslår en ny frist.\n")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 cut off")
    arguments = [str(folder), "--consultation", str(DEFINITION), "-o", str(tmp_path / "out")]
    assert run(["analyse", *arguments]) == 0
    said = capsys.readouterr()
    assert "deliveries 2 = 1 registered + 1 unreadable" in said.out
    assert "both sums hold" in said.out
    assert "unknown: 1" in said.out
    assert said.err.startswith("innspill: b.pdf: ")
    assert said.err.count("\n") == 1


def test_other_files_in_the_output_folder_are_left_alone(tmp_path: Path) -> None:
    folder, out = tmp_path / "svar", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    (folder / "a.txt").write_text("Lier kommune\n\nVi støtter planen.\n")
    (out / "mine.txt").write_text("mitt")
    (out / "index.html").write_text("gammelt")
    analyse_folder(folder, load(DEFINITION), out)
    assert (out / "mine.txt").read_text() == "mitt"
    assert "gammelt" not in (out / "index.html").read_text("utf-8")
    assert {path.name for path in out.iterdir()} == {*OUTPUTS, "mine.txt"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "svar"]


def test_results_inside_the_folder_are_not_read_as_responses(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Lier kommune\n\nVi støtter planen.\n")
    for _ in range(2):
        done = analyse_folder(tmp_path, load(DEFINITION), tmp_path / "out")
        assert done.results.ledger.deliveries == 1


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: None, "there is no such folder"),
        (lambda folder: folder.mkdir(), "the folder has no files"),
        (lambda folder: folder.write_text("x"), "is no folder"),
        (_damaged, "received.csv, line 2"),
        (_unreadable, "none of the 1 files could be read (a.docx: "),
    ],
)
def test_bad_input_is_one_line_exit_code_2_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Any, says: str
) -> None:
    folder, out = tmp_path / "svar", tmp_path / "out"
    make(folder)
    code = run(["analyse", str(folder), "--consultation", str(DEFINITION), "-o", str(out)])
    said = capsys.readouterr()
    assert code == 2
    assert said.err.count("\n") == 1
    assert says in said.err
    assert not out.exists()


def test_a_file_named_in_received_csv_but_missing_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "svar"
    folder.mkdir()
    (folder / "a.txt").write_text("Lier kommune\n\nVi støtter planen.\n")
    (folder / "received.csv").write_text("file,received_at\na.txt,2026-03-01\nb.txt,2026-03-01\n")
    done = analyse_folder(folder, load(DEFINITION), tmp_path / "out")
    assert done.remarks == ("received.csv names 'b.txt', which is not in the folder",)


def test_the_same_folder_gives_the_same_results(tmp_path: Path, done: Analysed, out: Path) -> None:
    analyse_folder(HEARING / "responses", load(DEFINITION), tmp_path / "again")
    for name in OUTPUTS:
        if not name.startswith("report."):
            assert (tmp_path / "again" / name).read_bytes() == (out / name).read_bytes(), name


def test_the_offline_journey_never_loads_django() -> None:
    check = "import sys, innspill.interfaces.cli.analyse; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@pytest.mark.shared
def test_the_real_form_is_analysed(tmp_path: Path, shared_folder: Path) -> None:
    folder = tmp_path / "svar"
    folder.mkdir()
    form = next(
        path for path in (shared_folder / "seeds").glob("*.txt") if "☒" in path.read_text("utf-8")
    )
    (folder / "skjema.txt").write_bytes(form.read_bytes())
    done = analyse_folder(folder, load(DEFINITION), tmp_path / "out")
    assert done.results.ledger.adds_up
    assert done.results.ledger.responses == 1
