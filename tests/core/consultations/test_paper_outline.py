"""The outline of an uploaded paper: chapters with their paragraphs, from Word and PDF."""

from __future__ import annotations

import contextlib
import zipfile
from io import BytesIO

import docx
import pikepdf
import pytest
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.stages.consultations.core.definition import Chapter
from innspill.stages.consultations.core.outline_faults import WrongPaper
from innspill.stages.consultations.core.paper_outline import LARGEST, Outline, outline_of

BODY = "Forslaget skal gjøre lekeplasser trygge for alle barn i kommunen."


def word(*paragraphs: tuple[str, str]) -> docx.Document:
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    return document


def saved(document: docx.Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def shape(outline: Outline) -> list[tuple[str, str, str | None, int]]:
    """Kind and id, title, where it lies, and its number of paragraphs."""
    return [
        (f"{one.kind} {one.id}", one.title["nb"], one.within, len(one.passages))
        for one in outline.chapters
    ]


NOTE = [
    ("Title", "Høringsnotat om lekeplasser"),
    ("Normal", "Innledende ord på forsiden."),
    ("Heading 1", "1 Bakgrunn"),
    ("Normal", BODY),
    ("Normal", "Et avsnitt til."),
    ("Heading 2", "1.1 Dagens regler"),
    ("Normal", BODY),
    ("Heading 1", "2. Forslaget"),
    ("List Bullet", "Det første punktet."),
    ("Heading 1", "Innsatsområde 1: Trygge veier"),
    ("Normal", BODY),
    ("Heading 1", "Vedlegg A – Oversikt over tiltak"),
    ("Normal", BODY),
]
NOTE_SHAPE = [
    ("chapter 1", "Bakgrunn", None, 2),
    ("chapter 1.1", "Dagens regler", "1", 1),
    ("chapter 2", "Forslaget", None, 1),
    ("focus-area 1", "Trygge veier", None, 1),
    ("annex A", "Oversikt over tiltak", None, 1),
]


def test_headings_with_typed_numbers_become_chapters_with_their_paragraphs() -> None:
    outline = outline_of("notat.docx", saved(word(*NOTE)))
    assert outline.title == {"nb": "Høringsnotat om lekeplasser"}
    assert shape(outline) == NOTE_SHAPE
    assert outline.chapters[0].passages[0] == {"nb": BODY}


def test_headings_without_numbers_are_counted() -> None:
    headings = [("Heading 1", "Bakgrunn"), ("Heading 2", "Regler"), ("Heading 2", "Praksis"),
                ("Heading 1", "Forslag"), ("Heading 2", "Frister")]  # fmt: skip
    ids = [one.id for one in outline_of("n.docx", saved(word(*headings))).chapters]
    assert ids == ["1", "1.1", "1.2", "2", "2.1"]


def test_an_unnumbered_heading_beside_numbered_ones_is_known_by_its_words() -> None:
    headings = [("Heading 1", "Sammendrag"), ("Normal", BODY), ("Heading 1", "1 Bakgrunn"),
                ("Heading 3", "Litt om lek"), ("Normal", BODY), ("Heading 1", "2 Forslag")]  # fmt: skip
    outline = outline_of("n.docx", saved(word(*headings)))
    assert [one.id for one in outline.chapters] == ["sammendrag", "1", "2"]
    assert [one["nb"] for one in outline.chapters[1].passages] == ["Litt om lek", BODY]


def test_lists_of_contents_are_passed_over() -> None:
    document = word(("Heading 1", "Innhold"), ("Normal", "1 Bakgrunn ..... 3"),
                    ("Heading 1", "1 Bakgrunn"), ("Normal", BODY), ("Heading 1", "2 Forslag"))  # fmt: skip
    document.styles.add_style("TOC 1", 1)
    document.paragraphs[3].insert_paragraph_before("2 Forslag 4", style="TOC 1")
    outline = outline_of("n.docx", saved(document))
    assert shape(outline) == [("chapter 1", "Bakgrunn", None, 1), ("chapter 2", "Forslag", None, 0)]


def numbered(document: docx.Document, levels: list[tuple[str, str]]) -> None:
    """Gives the headings of `document` the automatic numbers that Word makes."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for at, (style, label) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(at))
        for name, value in (("start", "1"), ("numFmt", style), ("lvlText", label)):
            child = OxmlElement(f"w:{name}")
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    numbering.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    num.append(link)
    numbering.append(num)
    for at in range(len(levels)):
        properties = document.styles[f"Heading {at + 1}"].element.get_or_add_pPr()
        listed = properties.get_or_add_numPr()
        listed.get_or_add_ilvl().val = at
        listed.get_or_add_numId().val = 77


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    document = word(("Heading 1", "Bakgrunn"), ("Heading 2", "Regler"), ("Heading 2", "Praksis"),
                    ("Heading 1", "Forslag"), ("Heading 2", "Frister"), ("Normal", BODY))  # fmt: skip
    numbered(document, [("decimal", "%1."), ("decimal", "%1.%2")])
    assert shape(outline_of("n.docx", saved(document))) == [
        ("chapter 1", "Bakgrunn", None, 0), ("chapter 1.1", "Regler", "1", 0),
        ("chapter 1.2", "Praksis", "1", 0), ("chapter 2", "Forslag", None, 0),
        ("chapter 2.1", "Frister", "2", 1),
    ]  # fmt: skip


def test_a_focus_area_with_a_chapter_number_is_the_focus_area() -> None:
    document = word(("Heading 1", "5 Tiltak"), ("Heading 2", "5.1 Innsatsområde 1: Trygge veier"),
                    ("Normal", BODY), ("Heading 1", "6 Vedlegg A – Oversikt"))  # fmt: skip
    assert shape(outline_of("n.docx", saved(document))) == [
        ("chapter 5", "Tiltak", None, 0), ("focus-area 1", "Trygge veier", "5", 1),
        ("annex A", "Oversikt", None, 0),
    ]  # fmt: skip


def test_automatic_letters_of_annexes_are_kept() -> None:
    document = word(("Heading 1", "Tiltak"), ("Normal", BODY), ("Heading 1", "Ordliste"))
    numbered(document, [("upperLetter", "Vedlegg %1")])
    ids = [f"{one.kind} {one.id}" for one in outline_of("n.docx", saved(document)).chapters]
    assert ids == ["annex A", "annex B"]


def test_bold_lines_are_headings_where_no_style_says_so() -> None:
    document = docx.Document()
    for text, bold in (("1 Bakgrunn", True), (BODY, False), ("2 Forslag", True), (BODY, False)):
        document.add_paragraph().add_run(text).bold = bold
    assert shape(outline_of("n.docx", saved(document))) == [
        ("chapter 1", "Bakgrunn", None, 1), ("chapter 2", "Forslag", None, 1),
    ]  # fmt: skip


def test_deleted_and_hidden_text_is_left_out() -> None:
    document = word(("Heading 1", "1 Bakgrunn"), ("Normal", "Dette står. "), ("Heading 1", "2 Mer"))
    paragraph = document.paragraphs[1]
    paragraph.add_run("Skjult. ").font.hidden = True
    gone = OxmlElement("w:del")
    gone.append(paragraph.add_run("Slettet.")._r)
    paragraph._p.append(gone)
    (chapter, _) = outline_of("n.docx", saved(document)).chapters
    assert chapter.passages == ({"nb": "Dette står."},)


def test_the_same_number_twice_gives_two_chapters() -> None:
    headings = [("Heading 1", "1 Bakgrunn"), ("Heading 1", "1 Forslag"), ("Heading 1", "1 Annet")]
    ids = [one.id for one in outline_of("n.docx", saved(word(*headings))).chapters]
    assert ids == ["1", "1-2", "1-3"]


TYPST = """
#set document(title: "Høringsnotat")
#set page(width: 12cm, height: 12cm, numbering: "1", header: [Etaten for lek])
#set text(size: 10pt, lang: "nb")
#set heading(outlined: {outlined}, bookmarked: {outlined})
#show heading: it => block(text(size: {size}, weight: "bold", it.body))
#text(size: 20pt)[Høringsnotat om lekeplasser]

{contents}

= 1 Bakgrunn
Forslaget skal gjøre lekeplasser trygge for alle barn i kommunen, og det skal være lett å se hvem som har ansvaret for dem.

Et avsnitt til.
== 1.1 Dagens regler
Forslaget bygger på regler som gjelder.
= 2 Forslaget
- Det første punktet.
- Det andre punktet.
#pagebreak()
Mer om forslaget.
#pagebreak()
= Vedlegg A Oversikt over tiltak
Forslaget har tiltak.
"""


def pdf(*, outlined: bool, size: str = "14pt", contents: str = "") -> bytes:
    source = TYPST.format(outlined=str(outlined).lower(), size=size, contents=contents)
    return typst.compile(source.encode(), format="pdf")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pdf(outlined=True), id="bookmarks"),
        pytest.param(pdf(outlined=True, contents="#outline(title: none)"), id="with contents"),
        pytest.param(pdf(outlined=False), id="large headings"),
        pytest.param(pdf(outlined=False, size="10pt"), id="bold headings"),
    ],
)
def test_a_pdf_gives_its_chapters_by_bookmarks_or_by_type(data: bytes) -> None:
    outline = outline_of("notat.pdf", data)
    assert outline.title == {"nb": "Høringsnotat om lekeplasser"}
    assert shape(outline) == [
        ("chapter 1", "Bakgrunn", None, 2),
        ("chapter 1.1", "Dagens regler", "1", 1),
        ("chapter 2", "Forslaget", None, 3),
        ("annex A", "Oversikt over tiltak", None, 1),
    ]
    assert outline.chapters[0].passages[0]["nb"].endswith("hvem som har ansvaret for dem.")
    assert outline.chapters[2].passages[0]["nb"] == "• Det første punktet."
    said = " ".join(text["nb"] for one in outline.chapters for text in one.passages)
    assert "Etaten for lek" not in said


def locked(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def without_text() -> bytes:
    return typst.compile(b"#rect(width: 3cm, height: 3cm)", format="pdf")


def package(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = (
    b'<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><w:document ' + W
    + b"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\xff\xd8\xff\xe0 JFIF picture", "wrong-kind"),
        (b"just text", "wrong-kind"),
        (package(mimetype=b"application/vnd.oasis.opendocument.text"), "wrong-kind"),
        (package(xl__workbook=b"<x/>"), "wrong-kind"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old-word"),
        (saved(word(*NOTE))[:900], "damaged"),
        (package(**{"word__document.xml": b"<not closed"}), "damaged"),
        (package(**{"word__document.xml": ENTITIES}), "unsafe"),
        (package(**{"word__document.xml": b" " * 60_000_001}), "unsafe"),
        (package(**{"word__document.xml": b"<a>" + b"<b/>" * 2_000_000 + b"</a>"}), "unsafe"),
        (b"%PDF-1.7 and then nothing", "damaged"),
        (locked(pdf(outlined=True)), "locked"),
        (without_text(), "no-text"),
        (b"%PDF-" + b"\0" * LARGEST, "too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_file_is_told_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(WrongPaper) as caught:
        outline_of("notat.docx", data)
    assert caught.value.code == code
    assert str(caught.value).startswith("notat.docx: ")
    assert "\n" not in str(caught.value)


def test_a_paper_without_headings_has_no_chapters() -> None:
    outline = outline_of("C:\\mappe\\Mitt notat.docx", saved(word(("Normal", BODY))))
    assert outline == Outline({"nb": "Mitt notat"}, ())


def test_a_table_gives_the_text_of_its_cells() -> None:
    document = word(("Heading 1", "1 Tiltak"), ("Normal", "Før."))
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Tiltak", "Ansvar"
    document.add_paragraph("2 Mer", style="Heading 1")
    first: Chapter = outline_of("n.docx", saved(document)).chapters[0]
    assert [one["nb"] for one in first.passages] == ["Før.", "Tiltak", "Ansvar"]


FIRST_FILES = (saved(word(*NOTE)), pdf(outlined=True))


@given(st.sampled_from(FIRST_FILES), st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_gives_an_outline_or_a_clear_word(
    data: bytes, chosen: st.DataObject
) -> None:
    at = chosen.draw(st.integers(0, len(data) - 1))
    cut = chosen.draw(st.integers(0, 60))
    damaged = data[:at] + chosen.draw(st.binary(max_size=12)) + data[at + cut :]
    with contextlib.suppress(WrongPaper):
        outline = outline_of("notat", damaged)
        references = [f"{one.kind} {one.id}" for one in outline.chapters]
        assert len(set(references)) == len(references)
