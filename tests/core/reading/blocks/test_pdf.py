"""PDF with a text layer: visual lines, footnotes, running heads, drawn boxes and form fields."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.pdf_files import (
    checkbox,
    pdf,
    square,
    sticky_note,
    text_field,
    typed_on_top,
)
from tests.core.reading.blocks.word import document_of


def test_each_line_is_a_block_that_knows_its_page() -> None:
    blocks = document_of(
        pdf([(72, 700, 11, "Høringssvar"), (72, 680, 11, "to")], [(72, 700, 11, "tre")])
    ).blocks
    assert [(b.id, b.text, b.page) for b in blocks] == [
        ("s1l1", "Høringssvar", 1), ("s1l2", "to", 1), ("s2l1", "tre", 2),
    ]  # fmt: skip


def test_a_raised_mark_does_not_break_its_line_and_its_footnote_is_put_together() -> None:
    page = [
        (72, 700, 11, "Kun NIS"), (111.5, 704, 6, "1"), (116, 700, 11, "nevnes her."),
        (72, 100, 8, "1"), (80, 100, 8, "NIS-direktivet er et direktiv om"), (72, 88, 8, "felles sikkerhet."),
    ]  # fmt: skip
    first, note = document_of(pdf(page)).blocks
    assert first.text.replace(" ", "") == "KunNIS1nevnesher."
    assert [(n.mark, first.text[n.start : n.end]) for n in first.notes] == [("1", "1")]
    assert (note.kind, note.mark) == ("footnote", "1")
    assert note.text == "NIS-direktivet er et direktiv om felles sikkerhet."


def test_running_heads_and_page_numbers_are_no_answers() -> None:
    pages = [
        [(72, 800, 9, "Testby kommune"), (72, 600, 11, f"Svar {n}"), (290, 40, 9, f"Side {n} av 2")]
        for n in (1, 2)
    ]
    kinds = [(b.kind, b.text) for b in document_of(pdf(*pages)).blocks]
    assert [kind for kind, _ in kinds] == ["header", "paragraph", "footer"] * 2


@pytest.mark.parametrize("pattern", [(True, False, True), (False, True, False)])
def test_drawn_boxes_are_ticked_where_strokes_lie_in_them(pattern: tuple[bool, ...]) -> None:
    places = (72, 132, 202)
    drawing = "".join(
        square(left, 699, crossed=on) for left, on in zip(places, pattern, strict=True)
    )
    texts = [(84, 700, 11, "Ja"), (144, 700, 11, "Nei"), (214, 700, 11, "Har ingen kommentar")]
    (block,) = document_of(pdf(texts, drawing=drawing)).blocks
    assert [box.ticked for box in block.boxes] == list(pattern)
    assert [block.text[box.at + 1 :].split()[0] for box in block.boxes] == ["Ja", "Nei", "Har"]


@pytest.mark.parametrize("pattern", [(True, False), (False, True)])
def test_form_fields_are_read_where_they_stand(pattern: tuple[bool, bool]) -> None:
    fields = [
        checkbox(72, 699, "q1_ja", ticked=pattern[0]), checkbox(132, 699, "q1_nei", ticked=pattern[1]),
        text_field(72, 660, "svar", "Vi mener noe"),
    ]  # fmt: skip
    texts = [(84, 700, 11, "Ja"), (144, 700, 11, "Nei"), (72, 600, 11, "Neste")]
    blocks = document_of(pdf(texts, fields=fields)).blocks
    assert [(b.ticked, b.tag) for b in blocks[0].boxes] == [
        (pattern[0], "q1_ja"), (pattern[1], "q1_nei"),
    ]  # fmt: skip
    assert [b.text for b in blocks[1:]] == ["Vi mener noe", "Neste"]


def test_a_pdf_without_text_needs_ocr() -> None:
    (read,) = read_file("skann.pdf", pdf([]))
    assert (read.document, read.problem_code) == (None, "needs-ocr")


def test_text_typed_on_top_of_the_page_is_visible_and_a_sticky_note_is_not() -> None:
    fields = [typed_on_top(72, 650, "Vi sier ja"), sticky_note("intern merknad")]
    document = document_of(pdf([(72, 700, 11, "Svar:"), (72, 600, 11, "Neste")], fields=fields))
    assert [b.text for b in document.blocks] == ["Svar:", "Vi sier ja", "Neste"]
    assert [(h.kind, h.text) for h in document.hidden] == [("comment", "intern merknad")]


def test_columns_of_one_row_are_parted_and_kept_on_their_line() -> None:
    row = [(72, 700, 11, "1"), (120, 700, 11, "Er det mangler?"), (400, 700, 11, "Ja")]
    assert [b.text for b in document_of(pdf(row)).blocks] == ["1\tEr det mangler?\tJa"]


def test_a_square_that_no_word_follows_is_a_drawing_and_no_question() -> None:
    page = pdf([(72, 700, 11, "Ja")], drawing=square(400, 300, crossed=True))
    assert document_of(page).blocks[0].boxes == ()


def test_a_damaged_pdf_is_named_as_such() -> None:
    (read,) = read_file("a.pdf", pdf([(72, 700, 11, "Ja")])[:200])
    assert read.problem_code == "damaged"


def test_a_line_that_was_not_written_from_left_to_right_is_read_so() -> None:
    page = [(200, 700, 11, "til slutt"), (72, 700, 11, "Kun NIS"), (130, 700, 11, "nevnes")]
    (block,) = document_of(pdf(page)).blocks
    assert block.text.split() == ["Kun", "NIS", "nevnes", "til", "slutt"]


def test_endnotes_after_all_else_are_found_by_their_marks() -> None:
    page = [
        (72, 700, 11, "Se her"), (106, 704, 6, "i"), (112, 700, 11, "og der"), (145, 704, 6, "ii"),
        (72, 660, 11, "i"), (90, 660, 11, "Den første noten er så lang at den går over"),
        (90, 646, 11, "to linjer."), (72, 632, 11, "ii"), (90, 632, 11, "Den andre."),
    ]  # fmt: skip
    first, *notes = document_of(pdf(page)).blocks
    assert [note.mark for note in first.notes] == ["i", "ii"]
    assert [(note.kind, note.mark, note.text) for note in notes] == [
        ("endnote", "i", "Den første noten er så lang at den går over to linjer."),
        ("endnote", "ii", "Den andre."),
    ]


def test_a_raised_two_behind_a_unit_is_no_mark_and_one_without_a_note_neither() -> None:
    page = [
        (72, 700, 11, "100 m"), (102, 704, 6, "2"), (110, 700, 11, "og"), (122, 704, 6, "7"),
        (72, 100, 8, "2"), (80, 100, 8, "En note som ingen viser til."),
    ]  # fmt: skip
    assert document_of(pdf(page)).blocks[0].notes == ()


def test_what_the_file_says_belongs_to_the_page_is_no_text_even_on_a_single_page() -> None:
    head = "/Artifact << /Type /Pagination >> BDC BT /F 9 Tf 72 780 Td (Testby kommune) Tj ET EMC\n"
    blocks = document_of(pdf([(72, 700, 11, "Vi sier ja")], drawing=head)).blocks
    assert [(b.kind, b.text) for b in blocks] == [
        ("header", "Testby kommune"), ("paragraph", "Vi sier ja"),
    ]  # fmt: skip
