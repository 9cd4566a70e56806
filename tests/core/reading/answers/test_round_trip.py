"""Our forms come back: filled in in every technique, saved by LibreOffice, or as a whole answer."""

from __future__ import annotations

import copy
import io
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from innspill.pipeline.importing import import_files
from innspill.shared.values import Certainty
from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.core.filled import (
    AnswerGiven,
    FilledForm,
    Offered,
    SenderGiven,
    to_bytes,
)
from innspill.stages.consultations.core.plain_form import build_text
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.responses import read_delivery
from innspill.stages.reading.core.values import ResponseRead
from tests.core.consultations.forms import DEFINITION, FILLED
from tests.core.reading.answers.hearing import answer as answer_to

CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
STATE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
SAMPLES = Path(__file__).parents[4] / "samples"
HEARINGS = ("bridges", "trygt-vann", "lekeplasser", "seed")
Fill = Callable[[Any, Mapping[str, tuple[str, ...]], Mapping[str, str]], None]


@cache
def hearing(name: str, shared: Path | None = None) -> Definition:
    if name == "bridges":
        return DEFINITION
    if name == "seed":
        if shared is None or not (shared / "seeds").is_dir():
            pytest.skip("the seed hearing is not there")
        form, page = sorted((shared / "seeds").glob("*.txt"))
        return import_files(page, form)
    return load(SAMPLES / name / "consultation.yaml")


@pytest.fixture
def shared() -> Path | None:
    folder = Path(__file__).resolve().parents[4].parent / "shared"
    return folder if folder.is_dir() else None


def ticks_of(definition: Definition) -> dict[str, tuple[str, ...]]:
    """Another choice at each question that has choices."""
    asked = [question for question in definition.questions if question.choices]
    return {q.id: (q.choices[at % len(q.choices)].id,) for at, q in enumerate(asked)}


def texts_of(definition: Definition) -> dict[str, str]:
    return {
        q.id: f"Vi svarer dette på nummer {at}.\n\nDet gjelder også avsnitt to, punkt {at}."
        for at, q in enumerate(definition.questions, start=1)
    }


def control(document: Any, tag: str) -> Any:
    for each in document.element.body.iter(qn("w:sdt")):
        if each.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == tag:
            return each
    raise KeyError(tag)


def write(document: Any, tag: str, text: str) -> None:
    """As Word does it: the hint goes, and each paragraph is one."""
    field = control(document, tag)
    properties, content = field.find(qn("w:sdtPr")), field.find(qn("w:sdtContent"))
    properties.remove(properties.find(qn("w:showingPlcHdr")))
    first = content[0]
    for number, paragraph in enumerate(text.split("\n\n")):
        written = first if number == 0 else copy.deepcopy(first)
        for look in list(written.iter(qn("w:rStyle"))):
            look.getparent().remove(look)
        next(written.iter(qn("w:t"))).text = paragraph
        if number:
            content.append(written)


def unwrap(document: Any) -> None:
    """Takes all controls away and leaves what they hold, as copying to a new file does."""
    for each in reversed(list(document.element.body.iter(qn("w:sdt")))):
        for child in list(each.find(qn("w:sdtContent"))):
            each.addprevious(child)
        each.getparent().remove(each)


def in_controls(
    document: Any, ticks: Mapping[str, tuple[str, ...]], texts: Mapping[str, str]
) -> None:
    for question, chosen in ticks.items():
        for choice in chosen:
            box = control(document, form_tags.box_tag(question, choice))
            next(box.iter(CHECKED)).set(STATE, "1")
            next(box.iter(qn("w:t"))).text = "☒"
    for question, text in texts.items():
        write(document, form_tags.text_tag(question), text)
    write(document, "sender_name", "Nordvik kommune")


def _mark(sign: str) -> Fill:
    def fill(document: Any, ticks: Mapping[str, tuple[str, ...]], texts: Mapping[str, str]) -> None:
        for question, text in texts.items():
            write(document, form_tags.text_tag(question), text)
        glyphs = [
            next(control(document, form_tags.box_tag(question, choice)).iter(qn("w:t")))
            for question, chosen in ticks.items()
            for choice in chosen
        ]
        unwrap(document)
        for glyph in glyphs:
            glyph.text = sign

    return fill


def below_the_field(
    document: Any, ticks: Mapping[str, tuple[str, ...]], texts: Mapping[str, str]
) -> None:
    in_controls(document, ticks, {})
    for question, text in texts.items():
        place = control(document, form_tags.text_tag(question))
        for paragraph in reversed(text.split("\n\n")):
            made = OxmlElement("w:p")
            made.append(OxmlElement("w:r"))
            made[0].append(OxmlElement("w:t"))
            made[0][0].text = paragraph
            place.addnext(made)


def read(name: str, data: bytes, definition: Definition) -> ResponseRead:
    (found,) = read_delivery([(name, data)], definition)
    assert account(found).complete
    return found


def filled_by(fill: Fill, definition: Definition) -> bytes:
    document = Document(io.BytesIO(build_form(definition, "nb")))
    fill(document, ticks_of(definition), texts_of(definition))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def assert_all_there(found: ResponseRead, definition: Definition) -> None:
    ticks, texts = ticks_of(definition), texts_of(definition)
    for question in definition.questions:
        answer = answer_to(found, question.id)
        assert answer.ticks == ticks.get(question.id, ()), question.id
        assert answer.text == texts[question.id], question.id


@pytest.mark.parametrize("name", HEARINGS)
@pytest.mark.parametrize(
    ("fill", "certainty"),
    [(in_controls, Certainty.CERTAIN), (_mark("☒"), Certainty.CERTAIN),
     (below_the_field, Certainty.CERTAIN), (_mark("X"), Certainty.LIKELY),
     (_mark("[x]"), Certainty.CERTAIN)],
    ids=["controls", "glyph-typed-over", "below-the-field", "x-typed", "bracket"],
)  # fmt: skip
def test_every_tick_and_text_of_a_filled_word_form_comes_back(
    fill: Fill, certainty: Certainty, name: str, shared: Path | None
) -> None:
    definition = hearing(name, shared)
    found = read("svar.docx", filled_by(fill, definition), definition)
    assert_all_there(found, definition)
    ticked = [answer_to(found, question) for question in ticks_of(definition)]
    assert {each.certainty for each in ticked} == {certainty}


def test_the_choice_that_is_not_struck_out_is_told_and_flagged() -> None:
    document = Document(io.BytesIO(build_form(DEFINITION, "nb")))
    unwrap(document)
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("☐ Ja"):
            for run in paragraph.runs:
                run.font.strike = run.text in ("Ja", "Har ingen kommentar")
    saved = io.BytesIO()
    document.save(saved)
    first = answer_to(read("svar.docx", saved.getvalue(), DEFINITION), "1")
    assert (first.ticks, first.flags) == (("no",), ("struck-out-choice",))


def test_a_glyph_that_says_another_thing_than_its_box_is_flagged() -> None:
    document = Document(io.BytesIO(build_form(DEFINITION, "nb")))
    next(control(document, "q1_yes").iter(qn("w:t"))).text = "☒"
    saved = io.BytesIO()
    document.save(saved)
    first = answer_to(read("svar.docx", saved.getvalue(), DEFINITION), "1")
    assert "tick-state-conflict" in first.flags


@pytest.fixture(scope="module")
def saved_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Forms filled in their controls, and a whole answer, as LibreOffice saves them."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("office")
    for name in HEARINGS[:3]:
        (folder / f"{name}.docx").write_bytes(filled_by(in_controls, hearing(name)))
    (folder / "whole.docx").write_bytes(build_form(DEFINITION, "nb", FILLED))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in ("odt", "docx"):
        into = f"{kind}:MS Word 2007 XML" if kind == "docx" else kind
        subprocess.run(
            [program, "--headless", profile, "--convert-to", into, "--outdir", folder / "out",
             *folder.glob("*.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("name", HEARINGS[:3])
def test_it_comes_back_when_libreoffice_has_saved_it(
    saved_by_libreoffice: dict[str, bytes], name: str, kind: str
) -> None:
    definition = hearing(name)
    found = read(f"svar.{kind}", saved_by_libreoffice[f"{name}.{kind}"], definition)
    assert_all_there(found, definition)
    assert (found.sender.name, found.sender.certainty) == ("Nordvik kommune", Certainty.CERTAIN)


def assert_whole(found: ResponseRead, *, exactly: bool = True) -> None:
    """That a response says what FILLED says; spaces for line breaks where not `exactly`."""
    plain = str if exactly else _in_one_line
    assert [each.ticks for each in found.answers] == [
        ("no",), ("height", "light"), ("4",), (), (), (),
    ]  # fmt: skip
    texts = {each.question: plain(each.text) for each in found.answers}
    assert texts["1"] == plain("Rekkverket er for lavt.\nDet bør være 1,4 meter.\n\nSe s. 4.")
    assert texts["6"] == "Nei, ikke mer."
    assert texts["4"].endswith("Listen er ikke uttømmende.")
    measures = answer_to(found, "4").measures
    assert [(m.name, m.responsible, m.relevant_for, plain(m.description)) for m in measures] == [
        ("Varmekabler", "Kommunen", "Alle gående",
         plain("I bruer brattere enn 1:20.\nGjelder nye bruer.")),
        ("Lys med sensor", "Veieier", "", ""),
    ]  # fmt: skip
    assert (found.sender.name, found.sender.organisation_number) == ("Nordvik kommune", "974760673")
    assert [(each.name, each.organisation_number) for each in found.further_senders] == [
        ("Sørvik kommune", "974683520"), ("Kari Nordmann", None),
    ]  # fmt: skip
    assert [each.to for each in found.adherence] == ["KS"]
    assert found.case_number.matches
    said = [each.text for each in found.unplaced]
    assert {"Takk for et godt utkast.", "Vi stiller gjerne i et møte."} <= set(said)
    assert not any(each.flags for each in found.answers)


def _in_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_whole_answer_comes_back_from_each_of_its_forms(language: str) -> None:
    assert_whole(read("svar.json", to_bytes(FILLED), DEFINITION))
    assert_whole(read("svar.docx", build_form(DEFINITION, language, FILLED), DEFINITION))
    text = build_text(DEFINITION, language, FILLED)
    assert_whole(read("svar.txt", text.encode(), DEFINITION), exactly=False)
    mail = (
        "From: Kari Nordmann <kari@nordvik.example>\nTo: post@gangvei.example\nSubject: Svar\n"
        "Date: Mon, 4 May 2026 10:00:00 +0200\nMIME-Version: 1.0\nMessage-ID: <1@nordvik.example>\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    assert_whole(read("svar.eml", (mail + text).encode(), DEFINITION), exactly=False)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_whole_answer_comes_back_when_libreoffice_has_saved_it(
    saved_by_libreoffice: dict[str, bytes], kind: str
) -> None:
    found = read(f"svar.{kind}", saved_by_libreoffice[f"whole.{kind}"], DEFINITION)
    assert_whole(found, exactly=False)


def test_a_form_of_sixty_questions_and_long_choices_comes_back() -> None:
    long = "Er tiltaket godt nok til at kommunen kan ta det i bruk i løpet av året? " * 4
    asked = [
        {
            "id": str(number), "text": {"nb": f"Hva mener dere om nummer {number}? {long}"},
            "choices": [{"id": str(at), "text": {"nb": f"{at}: {long}"}} for at in range(3)],
        }
        for number in range(1, 61)
    ]  # fmt: skip
    definition = Definition.model_validate(
        {**DEFINITION.model_dump(by_alias=True), "questions": asked}
    )
    form = FilledForm(
        case_number="26/117", title="x", senders=(SenderGiven(name="Nordvik kommune"),),
        answers=tuple(
            AnswerGiven(
                question=question.id, asked=in_language(question.text, "nb"), text=f"Fordi {at}.",
                offered=tuple(
                    Offered(id=c.id, text=c.text["nb"], ticked=number == at % 3)
                    for number, c in enumerate(question.choices)
                ),
            )
            for at, question in enumerate(definition.questions)
        ),
    )  # fmt: skip
    for name, data in (
        ("svar.docx", build_form(definition, "nb", form)),
        ("svar.txt", build_text(definition, "nb", form).encode()),
        ("svar.json", to_bytes(form)),
    ):
        found = read(name, data, definition)
        assert [each.ticks for each in found.answers] == [(str(at % 3),) for at in range(60)], name
        assert [each.text for each in found.answers] == [f"Fordi {at}." for at in range(60)], name
