"""The Word report: what stands in it, and that Word and its readers find their way."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from reports_material import answer, comment, full_report, report, response, sender
from reports_parts import paragraphs_in, word_of

from innspill.stages.analysis.core.values import Analysis
from innspill.stages.reports.core.values import ReportInput


def written(made: ReportInput) -> bytes:
    return word_of(made, sources=False)


def opened(made: ReportInput) -> object:
    return Document(io.BytesIO(written(made)))


def words_of(made: ReportInput) -> str:
    document = opened(made)
    return "\n".join(node.text or "" for node in document.element.iter(qn("w:t")))


FULL = full_report()
DOCUMENT = opened(FULL)
BODY = DOCUMENT.element.body
TEXT = words_of(FULL)


def test_the_chapters_are_real_headings() -> None:
    first = [each.text for each in paragraphs_in(DOCUMENT) if each.style.name == "Heading 1"]
    assert first == [
        "Hovedtall", "Om høringen", "Høringsinstanser og høringssvar", "Svar på spørsmålene",
        "Forslag fra høringsinstansene",
        "Endringer etter høringen", "Like og nesten like svar", "Vedlegg: Alle som svarte",
        "Vedlegg: Alle merknader", "Vedlegg: Regnskap", "Vedlegg: Slik er det talt",
    ]  # fmt: skip


def test_the_table_of_contents_is_filled_in_and_each_entry_leads_to_its_heading() -> None:
    entries = [each for each in paragraphs_in(DOCUMENT) if each.style.name.startswith("toc ")]
    headings = [
        each for each in paragraphs_in(DOCUMENT) if each.style.name in ("Heading 1", "Heading 2")
    ]
    shown = ["".join(node.text for node in each._p.iter(qn("w:t"))) for each in entries]
    assert [re.sub(r"^[\d.]+ {2}", "", each) for each in shown] == [each.text for each in headings]
    assert shown[0] == "1  Hovedtall"
    assert "4.2  Spørsmål 2" in shown
    names = {node.get(qn("w:name")) for node in BODY.iter(qn("w:bookmarkStart"))}
    links = {node.get(qn("w:anchor")) for node in BODY.iter(qn("w:hyperlink"))}
    assert links <= names
    assert "updateFields" not in DOCUMENT.settings.element.xml


def test_every_field_that_is_opened_is_closed() -> None:
    kinds = [node.get(qn("w:fldCharType")) for node in BODY.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate")


def test_every_table_has_a_header_row_that_is_repeated() -> None:
    tables = list(BODY.iter(qn("w:tbl")))
    assert tables
    for table in tables:
        rows = table.findall(qn("w:tr"))
        marked = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows]
        assert marked == [True] + [False] * (len(rows) - 1)
        assert table.find(qn("w:tblPr")).find(qn("w:tblCaption")) is not None


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_the_language_is_set_for_the_whole_document(language: str, tag: str) -> None:
    document = opened(full_report(language))
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [node.get(qn("w:val")) for node in defaults.iter(qn("w:lang"))] == [tag]
    assert document.core_properties.language == tag


def test_every_chart_says_its_figures_to_those_who_do_not_see_it() -> None:
    pictures = list(BODY.iter(qn("wp:docPr")))
    assert len(pictures) == 3
    assert pictures[1].get("descr").startswith("Svar på spørsmål 1. Ja (støtte): 1")
    assert len({each.get("id") for each in pictures}) == len(pictures)


def test_remarks_stand_with_name_reference_and_what_was_decided() -> None:
    assert "Vi foreslår at nødnettet prøves hvert år." in TEXT
    assert "Vurdering: Tatt til følge. " in TEXT
    assert "Prøves fra 2025." in TEXT


def test_what_waits_is_named_but_not_quoted() -> None:
    assert "Øyfirma AS" in TEXT
    assert "Hemmelig tekst" not in TEXT
    assert "Venter på gjennomgang" in TEXT


def test_no_percentage_stands_where_few_answered() -> None:
    assert "\N{NO-BREAK SPACE}%" not in TEXT
    many = [response(at, sender(f"Firma {at}", None, None, "open")) for at in range(1, 21)]
    assert "100\N{NO-BREAK SPACE}%" in words_of(report(*many))


def test_footnotes_follow_the_remark_that_has_their_mark() -> None:
    legelaget = sender("Legelaget", "Foreninger", "Legelaget", "invited")
    text = "Se veilederen[^7] om dette."
    given_one = response(1, legelaget, answers=[answer("1", text=text)], footnotes=(("7", "NSM."),))
    made = report(given_one, analysis=Analysis((comment("24/17-1", text),), (), ()))
    assert "[^7]" not in words_of(made)
    assert "Fotnote 7: NSM." in words_of(made)


def test_equal_input_gives_equal_bytes() -> None:
    assert written(full_report("nn")) == written(full_report("nn"))


@given(st.text(max_size=60))
@settings(max_examples=6, deadline=None)
def test_whatever_was_written_the_document_is_well_formed(text: str) -> None:
    odd = sender(text or "x", None, None, "open")
    given_one = response(1, odd, answers=[answer("1", text=text)], general=(text,))
    found = (comment("24/17-1", text), comment("24/17-1", text, None, paragraph=0))
    data = written(report(given_one, analysis=Analysis(found, (), ())))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                etree.fromstring(archive.read(name))


def test_a_hearing_that_nobody_answered_has_a_report_too() -> None:
    assert "Det har ikke kommet inn noen høringssvar." in words_of(report())
