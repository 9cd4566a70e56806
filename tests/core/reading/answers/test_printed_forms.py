"""The shared forms printed to PDF by LibreOffice: boxes as lines, glyphs, symbols, narrow cells.

Each is printed twice, the second time with every tick turned round: who only reads the surviving
text would not notice. Skipped where LibreOffice is not installed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import ResponseRead
from tests.core.reading.answers.hearing import answer
from tests.core.reading.answers.test_shared_inverted import inverted
from tests.core.reading.answers.test_shared_seed import definition

pytestmark = pytest.mark.shared

FORMS = ["legacy-fields", "wingdings-symbols", "table-glyphs"]
SECONDS = 120


@pytest.fixture(scope="module")
def printed(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the forms as PDF: by their names, and "turned-" where the ticks are."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("printed")
    for name in FORMS:
        data = (shared_folder / "forms" / f"{name}.docx").read_bytes()
        (folder / f"{name}.docx").write_bytes(data)
        (folder / f"turned-{name}.docx").write_bytes(inverted(data))
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    files = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run(
        [*command, "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return folder


def read(folder: Path, name: str, seeds: Path) -> ResponseRead:
    data = (folder / f"{name}.pdf").read_bytes()
    (found,) = read_responses(read_file(f"{name}.pdf", data), definition(seeds))
    return found


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("turned", [False, True])
def test_every_tick_of_a_printed_form_is_right(
    shared_folder: Path, printed: Path, name: str, turned: bool
) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text())["ticks"]
    found = read(printed, f"turned-{name}" if turned else name, shared_folder / "seeds")
    expected = {
        question: tuple(
            choice
            for choice, on in zip(("yes", "no", "none"), ticked, strict=True)
            if bool(on) != turned
        )
        for question, ticked in truth.items()
    }
    assert {question: answer(found, question).ticks for question in expected} == expected
    assert account(found).complete


@pytest.mark.parametrize("name", FORMS)
def test_a_printed_form_says_what_the_form_says(
    shared_folder: Path, printed: Path, name: str
) -> None:
    seeds = shared_folder / "seeds"
    data = (shared_folder / "forms" / f"{name}.docx").read_bytes()
    (form,) = read_responses(read_file(f"{name}.docx", data), definition(seeds))
    found = read(printed, name, seeds)
    letters = {each.question: "".join(each.text.split()) for each in form.answers}
    assert {each.question: "".join(each.text.split()) for each in found.answers} == letters
    assert [note.mark for note in found.footnotes] == ["1", "2", "3"]
