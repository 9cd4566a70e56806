"""The real hearing page and its filled-in form give the definition, in every format."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from innspill.interfaces.cli.main import run
from innspill.stages.consultations.core.deadline import end_of_day
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.core.lint import lint

from .page_as_html import as_html

pytestmark = pytest.mark.shared

FORMS = [
    "content-controls-block.docx", "content-controls.docx", "content-controls.odt", "everything.docx", "glyphs.docx",
    "glyphs.pdf", "legacy-fields.docx", "mail-with-form.eml", "table-glyphs.docx",
    "wingdings-symbols.docx",
]  # fmt: skip


def _seed(shared: Path, start: str) -> Path:
    return next((shared / "seeds").glob(f"{start}*.txt"))


def imported(page: Path, form: Path, out: Path) -> Definition:
    assert run(["consultation", "import", str(page), "--form", str(form), "-o", str(out)]) == 0
    return load(out)


@pytest.fixture(scope="module")
def hearing(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Definition:
    out = tmp_path_factory.mktemp("real") / "h.yaml"
    return imported(_seed(shared_folder, "001"), _seed(shared_folder, "000"), out)


def test_the_page_gives_the_facts_of_the_hearing(hearing: Definition) -> None:
    assert hearing.title == {
        "nb": "Innspill til kommende stortingsmelding om helseberedskap – tema: Digital sikkerhet"
    }
    assert hearing.owner == "Direktoratet for e-helse"
    assert (hearing.case_number, hearing.status) == ("22/448", "finished")
    assert hearing.deadline == date(2022, 9, 9)
    assert end_of_day(hearing.deadline, hearing.timezone) == datetime(2022, 9, 9, 22, tzinfo=UTC)
    assert hearing.one_response_per == "organisation"
    assert (hearing.late.policy, hearing.late.to) == (
        "forward", "Helse- og omsorgsdepartementet",
    )  # fmt: skip
    assert hearing.contact is not None
    assert hearing.contact.model_dump() == {
        "name": "Jan Gunnar Broch", "title": "Seksjonssjef", "email": None,
    }  # fmt: skip
    assert hearing.submit_email is None
    assert "protected" not in hearing.model_dump_json()
    (webinar,) = hearing.events
    assert (webinar.kind, webinar.starts) == ("webinar", datetime(2022, 6, 29, 10))  # noqa: DTZ001


def test_the_questions_are_those_of_the_form(hearing: Definition, shared_folder: Path) -> None:
    truth = json.loads((shared_folder / "forms/truth.json").read_text(encoding="utf-8"))
    assert [question.text["nb"] for question in hearing.questions] == truth["questions"]
    assert [question.id for question in hearing.questions] == [str(n) for n in range(1, 13)]
    for question in hearing.questions:
        offered = [choice.text["nb"] for choice in question.choices]
        assert offered == (truth["opts"] if int(question.id) <= 5 else [])
    effects = [[choice.effect for choice in question.choices] for question in hearing.questions[:5]]
    assert (
        effects
        == [["criticises", "supports", "neutral"]] * 2 + [["supports", "criticises", "neutral"]] * 3
    )
    guided = {
        question.id: question.guidance["nb"] for question in hearing.questions if question.guidance
    }
    assert guided == {"2": "Ved utdypning, angi tiltak, ansvarlig, relevant for, beskrivelse:"}


def test_questions_refer_to_chapters_and_answer_to_the_page(hearing: Definition) -> None:
    assert [question.refers_to for question in hearing.questions] == [
        ("chapter 2",), ("annex A",), ("chapter 3",), ("chapter 4",), ("chapter 5",),
        *[(f"focus-area {number}",) for number in range(1, 7)], (),
    ]  # fmt: skip
    assert [question.page_questions for question in hearing.questions] == [
        ("1",), ("1",), ("2",), ("3",), *[("4",)] * 7, (),
    ]  # fmt: skip
    (paper,) = hearing.papers
    assert [(part.kind, part.id) for part in paper.chapters] == [
        *[("chapter", str(number)) for number in range(2, 6)],
        *[("focus-area", str(number)) for number in range(1, 7)],
        ("annex", "A"),
    ]
    assert {part.within for part in paper.chapters if part.kind == "focus-area"} == {"chapter 5"}


def test_all_bodies_are_there_and_the_collective_ones_marked(hearing: Definition) -> None:
    assert [len(group.members) for group in hearing.bodies] == [7, 17, 9, 7, 3]
    members = [member for group in hearing.bodies for member in group.members]
    assert {member.name for member in members if member.collective} == {
        "De regionale helseforetakene", "Landets kommuner", "Landets fylkeskommuner",
        "Statsforvalterne", "Pasient- og brukerombudene",
    }  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_every_format_of_the_form_gives_the_same(
    name: str, hearing: Definition, shared_folder: Path, tmp_path: Path
) -> None:
    form = shared_folder / "forms" / name
    assert imported(_seed(shared_folder, "001"), form, tmp_path / "h.yaml") == hearing


def test_the_page_as_html_gives_the_same(
    hearing: Definition, shared_folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "side.html"
    page.write_text(as_html(_seed(shared_folder, "001").read_text(encoding="utf-8")), "utf-8")
    assert imported(page, _seed(shared_folder, "000"), tmp_path / "h.yaml") == hearing


def test_spaces_lost_at_the_ends_of_lines_change_nothing(
    hearing: Definition, shared_folder: Path, tmp_path: Path
) -> None:
    form = tmp_path / "skjema.txt"
    text = _seed(shared_folder, "000").read_text(encoding="utf-8")
    form.write_text(re.sub(r" +$", "", text, flags=re.MULTILINE), "utf-8")
    assert imported(_seed(shared_folder, "001"), form, tmp_path / "h.yaml") == hearing


def test_no_words_of_the_municipality_are_in_the_definition(
    hearing: Definition, shared_folder: Path
) -> None:
    strings = _strings(hearing.model_dump())
    truth = json.loads((shared_folder / "forms/truth.json").read_text(encoding="utf-8"))
    page = _seed(shared_folder, "001").read_text(encoding="utf-8")
    guidance = hearing.question("2").guidance["nb"]
    allowed = _runs(page, *truth["questions"], *hearing.form_wording, guidance)
    written = _runs(_seed(shared_folder, "000").read_text(encoding="utf-8"))
    assert _runs(*strings) & written <= allowed
    assert not any("Drammen" in text or "Ingen innspill" in text for text in strings)


def test_the_check_remarks_on_what_the_public_stumbled_over(hearing: Definition) -> None:
    told = {remark.code: str(remark) for remark in lint(hearing)}
    assert told["double-barrelled"].startswith("question 5: ")
    assert (
        "criticism in questions 1 and 2 and support in questions 3 to 5" in told["mixed-polarity"]
    )
    assert "nynorsk is missing everywhere" in told["missing-language"]


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for below in value.values() for text in _strings(below)]
    if isinstance(value, list | tuple):
        return [text for below in value for text in _strings(below)]
    return [value] if isinstance(value, str) else []


def _runs(*texts: str) -> set[tuple[str, ...]]:
    """All runs of four words in `texts`."""
    runs: set[tuple[str, ...]] = set()
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        runs |= {tuple(words[at : at + 4]) for at in range(len(words) - 3)}
    return runs
