"""The sample hearings fit the schema, and the kept files are what their makers make."""

from __future__ import annotations

import email
import io
import sys
import zipfile
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from innspill.stages.consultations.core.files import load
from tests.conftest import SAMPLES

sys.path.insert(0, str(SAMPLES))

from make import build, source, truth

HEARING = SAMPLES / "trygt-vann"
UNEVEN = {"cut-off"}
"""Made of packed bytes alone, which another version of zlib packs otherwise."""


@pytest.mark.parametrize("hearing", ["trygt-vann", "lekeplasser"])
def test_a_sample_hearing_fits_the_schema_and_speaks_three_languages(hearing: str) -> None:
    definition = load(SAMPLES / hearing / "consultation.yaml")
    for question in definition.questions:
        assert set(question.text) == {"nb", "nn", "en"}
        assert all(set(choice.text) == {"nb", "nn", "en"} for choice in question.choices)
    assert set(definition.title) == {"nb", "nn", "en"}


def test_the_finished_hearing_is_modelled_on_the_real_one() -> None:
    definition = load(HEARING / "consultation.yaml")
    effects = [[choice.effect for choice in each.choices][:1] for each in definition.questions]
    members = [member for group in definition.bodies for member in group.members]
    assert effects == [["criticises"]] * 2 + [["supports"]] * 3 + [[]] * 7
    assert len(definition.bodies) == 5
    assert len(members) == 40
    assert sum(member.collective for member in members) == 5
    mapped = {page for each in definition.questions for page in each.page_questions}
    assert mapped == {each.id for each in definition.page_questions}


def test_making_them_again_gives_what_is_kept() -> None:
    told = {each.file: each.made_as for each in source.sources()}
    for name, data in build.build(pdf=False).items():
        if told[name] not in UNEVEN:
            kept = (HEARING / "responses" / name).read_bytes()
            assert unpacked(name, data) == unpacked(name, kept), name


def test_truth_and_receipts_are_gathered_from_the_sources() -> None:
    assert (HEARING / "truth.json").read_text("utf-8") == truth.truth_json()
    assert (HEARING / "responses" / "received.csv").read_text("utf-8") == build.received_csv()


def test_every_delivery_is_under_a_megabyte_together() -> None:
    sizes = [path.stat().st_size for path in (HEARING / "responses").iterdir()]
    assert 26 <= len(sizes) - 1 <= 34
    assert sum(sizes) < 1_000_000


def unpacked(name: str, data: bytes) -> Any:
    """What is inside, so that the same contents packed by another zlib are still the same."""
    kind = Path(name).suffix
    if kind in {".docx", ".zip"} and data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(each, unpacked(each, archive.read(each))) for each in archive.namelist()]
    if kind == ".eml":
        message = email.message_from_bytes(data, policy=default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        payloads = [
            (part.get_filename() or "", part.get_payload(decode=True) or b"") for part in parts
        ]
        return message.items(), [(each, unpacked(each, data)) for each, data in payloads]
    return data
