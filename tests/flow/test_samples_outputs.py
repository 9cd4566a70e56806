"""What `innspill analyse` writes about the sample responses is safe to hand on."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from innspill.pipeline.offline import analyse_folder
from innspill.stages.consultations.core.files import load
from tests.flow.samples_read import HEARING, having

PUBLIC = ("answers.csv", "comments.jsonl", "matrix.csv", "index.html", "report.docx", "report.xlsx")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("samples") / "out"
    analyse_folder(HEARING / "responses", load(HEARING / "consultation.yaml"), out)
    return {name: text_of(out / name) for name in PUBLIC}


def text_of(path: Path) -> str:
    """All text of a file, of every part where it is an Office document."""
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as parts:
            names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
            return "\n".join(parts.read(name).decode("utf-8") for name in names)
    return path.read_text("utf-8")


def test_no_personal_data_of_a_private_person_is_in_any_output(written: dict[str, str]) -> None:
    secrets = [
        secret for entry in having("hidden_from_public") for secret in entry["hidden_from_public"]
    ]
    secrets += [name for entry in having("private") for name in entry["senders"]]
    assert len(secrets) > 10
    for name, text in written.items():
        assert [secret for secret in secrets if secret in text] == [], name


def test_no_cell_of_a_response_becomes_a_formula(written: dict[str, str]) -> None:
    assert "<f>" not in written["report.xlsx"]
    for name in ("answers.csv", "matrix.csv"):
        for row in csv.reader(io.StringIO(written[name])):
            assert not [cell for cell in row if cell[:1] in {"=", "@", "+", "-"}], name


def test_markup_in_a_response_is_text_on_the_page(written: dict[str, str]) -> None:
    assert "<script>alert" not in written["index.html"]
