"""Every kind of question stands in the Word form, and an answer stands in its fields."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

import pytest
from docx import Document
from lxml import etree

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.filled import FilledForm, SenderGiven
from innspill.stages.consultations.core.word_form import build_form
from tests.core.consultations.forms import BRIDGES, DEFINITION, FILLED

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# The order of the standard (ISO/IEC 29500-1): Word refuses a document in another.
ORDER = {
    "sdtPr": ["rPr", "alias", "tag", "id", "lock", "placeholder", "temporary", "showingPlcHdr",
              "dataBinding", "text", "richText", "checkbox"],
    "sdt": ["sdtPr", "sdtEndPr", "sdtContent"],
    "pPr": ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs",
            "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr"],
    "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing", "kern",
            "sz", "szCs", "highlight", "u", "lang"],
    "tblPr": ["tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
              "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
              "tblLayout", "tblCellMar", "tblLook"],
    "tr": ["tblPrEx", "trPr", "tc"],
    "trPr": ["cantSplit", "tblHeader"],
    "tc": ["tcPr", "p"],
    "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "vAlign"],
}  # fmt: skip


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def controls(data: bytes) -> dict[str, etree._Element]:
    found = {}
    for one in part(data).iter(f"{W}sdt"):
        tag = str(one.find(f"{W}sdtPr/{W}tag").get(f"{W}val"))
        if one.find(f"{W}sdtPr/{W}lock").get(f"{W}val") == "sdtLocked":
            assert tag not in found
            found[tag] = one
    return found


def said(control: etree._Element) -> list[str]:
    """The paragraphs of a field, or its one run of text; a line break as such."""
    inner = control.find(f"{W}sdtContent")
    paragraphs = inner.findall(f"{W}p") or [inner]
    return [
        "".join("\n" if node.tag == f"{W}br" else node.text for node in each.iter(f"{W}t", f"{W}br"))
        for each in paragraphs
    ]  # fmt: skip


def lines(data: bytes) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in part(data).iter(f"{W}p")]


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
def test_nothing_stands_out_of_the_order_of_the_standard(name: str) -> None:
    for element in part(build_form(DEFINITION, "nb", FILLED), name).iter():
        order = ORDER.get(etree.QName(element).localname)
        if order is None or not element.tag.startswith(W):
            continue
        names = [etree.QName(child).localname for child in element]
        assert set(names) <= set(order), element.tag
        places = [order.index(each) for each in names]
        assert all(one <= other for one, other in pairwise(places)), (element.tag, names)


def test_a_cell_ends_in_a_paragraph_as_word_demands() -> None:
    cells = list(part(build_form(DEFINITION, "nb")).iter(f"{W}tc"))
    assert len(cells) == 5 + 4 * 6
    assert {cell[-1].tag for cell in cells} == {f"{W}p"}


def test_each_question_says_whom_it_is_for_when_it_is_asked_and_how_to_answer() -> None:
    told = lines(build_form(DEFINITION, "nb"))
    for line in (
        "Se kapittel 2 (Rekkverk og lys) og vedlegg A (Oversikt over bruer)",
        "Gjelder: Kommuner", "Svar bare hvis du svarte «Nei» på spørsmål 1.",
        "Du kan sette flere kryss.", "Sett ett kryss, fra «Unyttig» til «Svært nyttig».",
        "Skriv ett tiltak på hver rad. Trenger du flere rader, skriv resten nedenfor.",
        "Ord og forkortelser", "ÅDT: Gjennomsnittlig trafikk per døgn",
        "Legg filene ved e-posten du sender skjemaet i, og skriv her hva de heter.",
    ):  # fmt: skip
        assert line in told
    assert {"Gjeld: Kommunar", "Du kan setje fleire kryss.", "Beskriving"} <= set(
        lines(build_form(DEFINITION, "nn"))
    )
    assert {"Concerns: Municipalities", "You can tick several boxes."} <= set(
        lines(build_form(DEFINITION, "en"))
    )


def test_the_head_of_the_table_of_measures_comes_again_on_each_page() -> None:
    tables = list(part(build_form(DEFINITION, "nb")).iter(f"{W}tbl"))
    head = tables[1].find(f"{W}tr/{W}trPr/{W}tblHeader")
    assert head is not None
    named = [tag for tag in controls(build_form(DEFINITION, "nb")) if "_measure_" in tag]
    assert len(named) == 5 * 4
    assert named[:4] == [
        "q4_measure_1_name", "q4_measure_1_responsible", "q4_measure_1_relevant_for",
        "q4_measure_1_description",
    ]  # fmt: skip


def test_a_whole_answer_stands_in_the_fields_and_the_rest_stays_a_hint() -> None:
    data = build_form(DEFINITION, "nb", FILLED)
    found = controls(data)
    assert said(found["sender_name"]) == ["Nordvik kommune"]
    assert said(found["sender_number"]) == ["974760673"]
    assert said(found["further_senders"]) == ["Sørvik kommune (974683520)", "Kari Nordmann"]
    assert said(found["supports"]) == ["KS"]
    assert said(found["comment"]) == ["Takk for et godt utkast.", "Vi stiller gjerne i et møte."]
    assert said(found["files"]) == ["rekkverk.txt", "vedtak.txt"]
    assert said(found["q1_text"]) == [
        "Rekkverket er for lavt. \nDet bør være 1,4 meter.", "Se s. 4.",
    ]  # fmt: skip
    assert said(found["q4_measure_1_name"]) == ["Varmekabler"]
    ticked = {
        tag
        for tag, one in found.items()
        if (state := one.find(f".//{W14}checked")) is not None and state.get(f"{W14}val") == "1"
    }
    assert ticked == {"q1_no", "q2_height", "q2_light", "q3_4"}
    assert {tag for tag in ticked if said(found[tag]) == ["☒"]} == ticked
    hinted = {
        tag for tag, one in found.items() if one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    }
    assert {"q2_text", "q3_text", "q5_text", "q4_measure_3_name"} <= hinted
    assert not hinted & {"q1_text", "sender_name", "q4_measure_1_name"}


def test_a_prefilled_form_has_the_sender_and_nothing_else() -> None:
    form = FilledForm(case_number="26/117", title="", senders=(SenderGiven(name="KS"),))
    empty, sent = (
        controls(build_form(DEFINITION, "nb")),
        controls(build_form(DEFINITION, "nb", form)),
    )
    assert [tag for tag in sent if said(sent[tag]) != said(empty[tag])] == ["sender_name"]


def test_that_there_are_no_remarks_is_ticked() -> None:
    form = FilledForm(case_number="26/117", title="", no_remarks=True)
    box = controls(build_form(DEFINITION, "nn", form))["no_remarks"]
    assert box.find(f".//{W14}checked").get(f"{W14}val") == "1"


def test_the_same_answer_gives_the_same_bytes() -> None:
    assert build_form(DEFINITION, "nb", FILLED) == build_form(DEFINITION, "nb", FILLED)


def test_a_long_form_holds() -> None:
    text = "Er tiltaket godt nok? " * 13
    asked = [
        {
            "id": str(number), "text": {"nb": f"{number} {text}"},
            "choices": [{"id": str(at), "text": {"nb": f"{at} {text}"}} for at in range(4)],
        }
        for number in range(1, 61)
    ]  # fmt: skip
    definition = Definition.model_validate({**BRIDGES, "questions": asked})
    data = build_form(definition, "nb")
    assert len(controls(data)) == 60 * 5 + 8
    Document(io.BytesIO(data))
