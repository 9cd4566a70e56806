"""The report as PDF: what the Word report says, with all that readers of the screen need."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from reports_material import answer, comment, full_report, report, response, sender
from reports_parts import FIGURES, PAGE, PARTS, paragraphs_in, pdf_of, tables_in, word_of

from innspill.stages.analysis.core.values import Analysis
from innspill.stages.reports.core.letterhead import Letterhead
from innspill.stages.reports.core.parts.values import Sentence, Table
from innspill.stages.reports.core.pdf import document as pdf_document
from innspill.stages.reports.core.pdf.document import write_pdf
from innspill.stages.reports.core.values import ReportInput

FULL = full_report()


def written(made: ReportInput) -> bytes:
    return pdf_of(made)


def text_of(data: bytes) -> str:
    opened = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in opened)


def margin_is_white(data: bytes) -> bool:
    picture = pypdfium2.PdfDocument(data)[0].render().to_pil().convert("L")
    return bool(picture.crop((0, 0, picture.width, 60)).getextrema() == (255, 255))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe]+", "", text)


def tags_of(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        kinds = (each.get("/S") for each in opened.objects if isinstance(each, pikepdf.Dictionary))
        return [str(kind) for kind in kinds if kind is not None]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nb", "Oppsummering av høring: "),
        ("nn", "Oppsummering av høyring: "),
        ("en", "Summary of consultation: "),
    ],
)
def test_it_is_pdf_ua_with_language_and_title(language: str, title: str) -> None:
    with pikepdf.open(io.BytesIO(written(full_report(language)))) as opened:
        assert str(opened.Root.Lang) == language
        assert bool(opened.Root.MarkInfo.Marked)
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        known = opened.open_metadata()
        assert known["pdfuaid:part"] == "1"
        assert known["dc:title"].startswith(title)


def test_it_says_what_the_word_report_says() -> None:
    document = Document(io.BytesIO(word_of(FULL, sources=False)))
    said = squeezed(text_of(written(FULL)))
    lines = [
        each.text for each in paragraphs_in(document)
        if each.text and each.style.name not in {"Caption", "Innspill Contents"}
        and not each.style.name.startswith("toc ")
    ]  # fmt: skip
    cells = [cell.text for table in tables_in(document) for row in table.rows for cell in row.cells]
    assert len(lines) > 40
    assert len(cells) > 100
    assert [each for each in [*lines, *cells] if squeezed(each) not in said] == []


def test_the_contents_name_the_appendices_and_not_what_stands_inside_them() -> None:
    data = written(FULL)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        inside = {
            appendix.title: [str(each.title) for each in appendix.children]
            for appendix in outline.root
            if str(appendix.title).startswith("Vedlegg")
        }
    (questions,) = (found for found in inside.values() if found)
    contents = re.findall(r"^(.+?)(?: \.)+ \d+\r?$", text_of(data), re.MULTILINE)
    assert {*inside} <= {*contents}
    assert {*questions}.isdisjoint(contents)


def test_tables_have_headers_and_pictures_have_their_figures_in_words() -> None:
    data = written(FULL)
    tags = tags_of(data)
    word = Document(io.BytesIO(word_of(FULL, sources=False)))
    assert tags.count("/Table") == len(tables_in(word))
    assert tags.count("/TH") == sum(len(table.columns) for table in tables_in(word))
    with pikepdf.open(io.BytesIO(data)) as opened:
        told = [
            str(each.get("/Alt")) for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]  # fmt: skip
    assert len(told) == len(list(word.element.body.iter(qn("wp:inline"))))
    assert all(re.search(r": \d", each) for each in told)


def test_equal_input_gives_equal_bytes() -> None:
    assert written(FULL) == written(FULL)


@pytest.mark.parametrize(
    "evil", ["#panic()", "$x", "*b* _i_ @ref <l> `c` \\", "\x00\x07\ufffe", "漢字 🙂 שלום"]
)
def test_whatever_was_written_is_text(evil: str) -> None:
    said = f"Vi mener {evil} dette"
    made = report(
        response(1, sender("Laget", None, None, "open"), answers=(answer("1", text=said),)),
        analysis=Analysis((comment("24/17-1", said),), (), ()),
    )  # fmt: skip
    shown = squeezed(text_of(written(made)))
    assert "Vimener" in shown
    assert ("hakeparentes" in shown) == ("漢" in evil)
    if evil.isascii() and evil.isprintable():
        assert squeezed(said) in shown


def test_a_hearing_that_nobody_answered_has_one_too() -> None:
    assert "Hovedtall" in text_of(written(report()))


LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize(("data", "kind"), [(LOGO, "svg"), (PNG, "png")])
def test_the_owners_logo_stands_in_the_margin_of_the_first_page_and_is_told_of(
    data: bytes, kind: str
) -> None:
    made = write_pdf(FIGURES, PAGE, PARTS, Letterhead(data, kind, "Vannvesenet"))
    with pikepdf.open(io.BytesIO(made)) as opened:
        told = [str(each.get("/Alt", "")) for each in opened.objects if isinstance(each, pikepdf.Dictionary)]  # fmt: skip
    assert "Vannvesenet" in told
    plain = write_pdf(FIGURES, PAGE, PARTS)
    assert text_of(made) == text_of(plain)
    assert [margin_is_white(each) for each in (made, plain)] == [False, True]


def test_a_part_that_is_too_long_for_it_says_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_document, "HEAVIEST", 20)
    kept = pdf_document.fitting(PARTS, "nb")
    assert [len(part.blocks) for part in kept] == [1, 5, 0, 1]
    said = text_of(write_pdf(FIGURES, PAGE, PARTS))
    assert "for lang til å stå her (15 avsnitt og celler)" in " ".join(said.split())
    assert "Synspunkt" in said


def test_the_end_of_a_cell_that_is_longer_than_a_page_stands_on_a_page() -> None:
    long = "Dette er en lang merknad. " * 400 + "Sisteord"
    table = Table("Innspill", ("Nr.", "Innspill"), ((Sentence("1"), Sentence(long)),), (1, 4))
    part = replace(PARTS[0], blocks=(table,))
    document = pypdfium2.PdfDocument(write_pdf(FIGURES, PAGE, [part]))
    places = []
    for page in document:
        text = page.get_textpage()
        found = text.search("Sisteord")
        while hit := found.get_next():
            places.append(text.get_charbox(hit[0])[1])
    assert [place > 0 for place in places] == [True]
    assert len(document) > 2
