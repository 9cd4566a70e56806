"""A form that we made, filled in and sent back, is read without doubt."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from innspill.interfaces.cli.main import run
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.core.form import read_form
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.importing import lines_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
ANSWERS = {
    "sender_name": "Nordvik kommune",
    "sender_number": "974 760 673",
    "q1_text": "Rådene er gode.\nMen de er lange.",
    "q4_text": "Vi har en huske med rygg.",
}


def _filled(form: bytes, texts: dict[str, str], ticks: set[str]) -> bytes:
    """`form` as Word leaves it when somebody has written into it."""
    packed = zipfile.ZipFile(io.BytesIO(form))
    document = etree.fromstring(packed.read("word/document.xml"))
    for control in document.iter(f"{W}sdt"):
        tag = str(control.find(f"{W}sdtPr/{W}tag").get(f"{W}val"))
        if tag in ticks:
            control.find(f".//{W14}checked").set(f"{W14}val", "1")
            control.find(f".//{W}t").text = "☒"
        if tag in texts:
            hint = control.find(f"{W}sdtPr/{W}showingPlcHdr")
            hint.getparent().remove(hint)
            first = control.find(f"{W}sdtContent/{W}p")
            for line in texts[tag].split("\n"):
                paragraph = etree.SubElement(first.getparent(), f"{W}p")
                etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = line
            first.getparent().remove(first)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as repacked:
        for name in packed.namelist():
            data = etree.tostring(document) if name == "word/document.xml" else packed.read(name)
            repacked.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_ticks_texts_and_sender_come_back_from_our_own_form(
    language: str, samples_folder: Path, tmp_path: Path
) -> None:
    definition = samples_folder / "lekeplasser" / "consultation.yaml"
    form, out = tmp_path / "skjema.docx", tmp_path / "lest.jsonl"
    assert run(["form", str(definition), "--lang", language, "-o", str(form)]) == 0
    form.write_bytes(_filled(form.read_bytes(), ANSWERS, {"q1_yes", "q2_none"}))
    assert run(["read", str(form), "--consultation", str(definition), "-o", str(out)]) == 0
    (read,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    answers = {answer["question"]: answer for answer in read["answers"]}
    assert {key: answer["ticks"] for key, answer in answers.items()} == {
        "1": ["yes"], "2": ["none"], "3": [], "4": [], "5": [],
    }  # fmt: skip
    assert answers["1"]["text"] == "Rådene er gode.\n\nMen de er lange."
    assert answers["4"]["text"] == "Vi har en huske med rygg."
    assert (read["sender"]["name"], read["sender"]["certainty"]) == ("Nordvik kommune", "certain")
    assert read["sender"]["organisation_number"] == "974760673"
    assert read["case_number"]["matches"] is True
    # What the sender says of itself answers no question; the form's own words are all known.
    assert [one["text"] for one in read["unplaced"]] == ["Nordvik kommune", "974 760 673"]


def test_the_questions_are_found_in_every_filled_form_of_the_samples(
    samples_folder: Path,
) -> None:
    definition = load(samples_folder / "trygt-vann" / "consultation.yaml")
    truth = json.loads((samples_folder / "trygt-vann" / "truth.json").read_text(encoding="utf-8"))
    names = [one["file"] for one in truth["responses"] if one["kind"] == "form"]
    tried = 0
    for name in names:
        path = samples_folder / "trygt-vann" / "responses" / name.split("!/")[0]
        if path.suffix not in (".docx", ".pdf"):
            continue
        tried += 1
        document = read_file(path.name, path.read_bytes())[0].document
        assert document is not None
        found = [question.text for question in read_form(lines_of(document)).questions]
        asked = [
            [question.text.get(language) for question in definition.questions]
            for language in ("nb", "nn", "en")
        ]
        assert found in asked, name
    assert tried >= 10
