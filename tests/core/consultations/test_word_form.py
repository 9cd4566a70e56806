"""The Word form carries every question, and tags that say which answer is which."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from lxml import etree

from innspill.stages.consultations.core.definition import SCHEMA, Definition
from innspill.stages.consultations.core.form_outline import printed_lines
from innspill.stages.consultations.core.word_form import build_form

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEFINITION = Definition.model_validate(
    {
        "schema": SCHEMA, "case_number": "26/1", "owner": "Etaten & vi", "status": "open",
        "title": {"nb": "Råd om veier", "nn": "Råd om vegar"}, "deadline": "2026-05-04",
        "one_response_per": "organisation", "submit_email": "post@etaten.example",
        "questions": [
            {
                "id": "1", "text": {"nb": "Er rådene gode?", "nn": "Er råda gode?"},
                "guidance": {"nb": "Ved utdypning, angi <tiltak>:"},
                "choices": [
                    {"id": "yes", "text": {"nb": "Ja"}}, {"id": "no", "text": {"nb": "Nei"}},
                ],
            },
            {"id": "2", "text": {"nb": "Andre innspill"}},
        ],
    }
)  # fmt: skip


def _part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def _controls(data: bytes) -> dict[str, etree._Element]:
    """The fields and boxes by their names; what is locked is none of them."""
    controls = _part(data, "word/document.xml").iter(f"{W}sdt")
    named = {str(one.find(f"{W}sdtPr/{W}tag").get(f"{W}val")): one for one in controls}
    return {tag: one for tag, one in named.items() if _lock(one) == "sdtLocked"}


def _lock(control: etree._Element) -> str:
    return str(control.find(f"{W}sdtPr/{W}lock").get(f"{W}val"))


def _lines(data: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph, locked or not."""
    document = Document(io.BytesIO(data))
    paragraphs = (Paragraph(one, document) for one in document.element.body.iter(f"{W}p"))
    return [(one.style.name, "".join(_texts(one._p))) for one in paragraphs]


def _texts(paragraph: etree._Element) -> list[str]:
    return [node.text or "" for node in paragraph.iter(f"{W}t")]


def test_each_box_and_field_has_a_tag_of_its_own() -> None:
    assert list(_controls(build_form(DEFINITION, "nb"))) == [
        "sender_name", "sender_number", "sender_contact", "case_number", "further_senders",
        "no_remarks", "supports", "q1_yes", "q1_no", "q1_text", "q2_text", "comment",
    ]  # fmt: skip


def test_no_field_can_be_deleted_and_what_the_form_says_can_be_neither_changed_nor_deleted() -> (
    None
):
    document = _part(build_form(DEFINITION, "nb"), "word/document.xml")
    controls = list(document.iter(f"{W}sdt"))
    ids = [one.find(f"{W}sdtPr/{W}id").get(f"{W}val") for one in controls]
    assert len(ids) == len(set(ids))
    locked = [one for one in controls if _lock(one) == "sdtContentLocked"]
    said = {"".join(_texts(paragraph)) for one in locked for paragraph in one.iter(f"{W}p")}
    assert {"1. Er rådene gode?", "Ved utdypning, angi <tiltak>:", "Råd om veier"} <= said
    free = [
        one for one in document.iter(f"{W}p") if not any(a in locked for a in one.iterancestors())
    ]
    styles = {one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in free if len(one)}
    assert styles == {"Answer", "Choice", "Choices"}
    inside = [one for lock in locked for one in lock.iterdescendants(f"{W}sdt")]
    assert not inside


def test_fields_show_a_hint_but_the_case_number_is_filled_in() -> None:
    controls = _controls(build_form(DEFINITION, "nb"))
    hinted = {tag for tag, one in controls.items() if one.find(f".//{W}showingPlcHdr") is not None}
    boxes = {"q1_yes", "q1_no", "no_remarks"}
    assert hinted == set(controls) - boxes - {"case_number"}
    assert "".join(controls["case_number"].itertext()) == "26/1"


def test_questions_are_headings_and_guidance_stands_above_the_field() -> None:
    told = _lines(build_form(DEFINITION, "nb"))
    assert ("Heading 1", "Råd om veier") in told
    assert ("Heading 3", "1. Er rådene gode?") in told
    assert ("Guidance", "Ved utdypning, angi <tiltak>:") in told
    assert ("Form fact", "Høringsfrist: 4. mai 2026") in told
    assert ("Form fact", "Høringen holdes av: Etaten & vi") in told


@pytest.mark.parametrize(
    ("language", "locale", "kind"),
    [("nb", "nb-NO", "Høringssvarskjema"), ("nn", "nn-NO", "Høyringssvarskjema"),
     ("en", "en-GB", "Response form")],
)  # fmt: skip
def test_the_form_is_in_its_language_and_says_so(language: str, locale: str, kind: str) -> None:
    data = build_form(DEFINITION, language)
    assert _lines(data)[0] == ("Form kind", kind)
    languages = {one.get(f"{W}val") for one in _part(data, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {locale}


def test_a_text_in_another_language_is_marked_as_being_in_it() -> None:
    document = _part(build_form(DEFINITION, "nn"), "word/document.xml")
    marked = {
        "".join(run.itertext()): run.find(f"{W}rPr/{W}lang").get(f"{W}val")
        for run in document.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    }
    assert marked["Andre innspill"] == "nb-NO"
    assert "Er råda gode?" not in marked


def test_the_same_definition_gives_the_same_bytes() -> None:
    assert build_form(DEFINITION, "nb") == build_form(DEFINITION, "nb")


def test_every_line_that_the_form_prints_is_known_as_the_forms() -> None:
    known = set(printed_lines(DEFINITION))
    asked = ("Heading 3", "Choices", "Choice", "Guidance", "Answer", "Footer")
    for language in ("nb", "nn", "en"):
        for style, text in _lines(build_form(DEFINITION, language)):
            assert style in asked or text in known, text
