"""Footnotes are taken out of the answers, and their marks stay where they stood."""

from __future__ import annotations

from dataclasses import replace

from innspill.stages.reading.core.values import Block, NoteRef
from tests.core.reading.answers.hearing import (
    QUESTION_1,
    QUESTION_2,
    QUESTION_3,
    TEXT,
    answer,
    lines,
    paragraphs,
    read,
    text_at_origins,
)

BLANK = " "
PRINTED = f"""1) {QUESTION_1}

Nei

Etter LUX1 skal lyset nå ned til gangbanen, og LUX2 kommer snart. Det bør nevnes at

lysmaster kan deles med veien.

{BLANK}
1 LUX-kravene er de tekniske kravene til belysning av ferdselsårer som gjelder for

alle nye anlegg.
 Dette gjelder særlig små bruer i spredtbygde strøk der ingen andre har lys.

2) {QUESTION_2}

Sandvikbrua og Lillebrua 2og Nordbrua[3] mangler.

{BLANK}
2 Lillebrua heter Vesle bru på kartet.
3 Nordbrua eies av veilaget.

3) {QUESTION_3}

Brøyt 1 meter til hver side.
"""


LUX = (
    "LUX-kravene er de tekniske kravene til belysning av ferdselsårer som gjelder for "
    "alle nye anlegg."
)


def test_footnotes_among_the_lines_are_found_in_order() -> None:
    found = read(lines(PRINTED), TEXT)
    assert [(note.mark, note.text) for note in found.footnotes] == [
        (
            "1",
            LUX,
        ),
        ("2", "Lillebrua heter Vesle bru på kartet."),
        ("3", "Nordbrua eies av veilaget."),
    ]


def test_the_mark_stays_where_it_stood_and_a_name_with_a_digit_stays_a_name() -> None:
    found = read(lines(PRINTED), TEXT)
    assert answer(found, "1").text.startswith("Etter LUX[^1] skal lyset")
    assert "og LUX2 kommer" in answer(found, "1").text
    assert answer(found, "1").footnotes == ("1",)
    assert answer(found, "2").text == "Sandvikbrua og Lillebrua[^2] og Nordbrua[^3] mangler."


def test_the_answer_goes_on_after_the_footnote() -> None:
    text = answer(read(lines(PRINTED), TEXT), "1").text
    assert text.endswith(
        "Dette gjelder særlig små bruer i spredtbygde strøk der ingen andre har lys."
    )
    assert "tekniske kravene" not in text


def test_a_numbered_line_that_nothing_refers_to_is_no_footnote() -> None:
    text = f"1) {QUESTION_1}\n1 Rekkverk\nDet er for lavt.\n2) {QUESTION_2}\nNei"
    found = read(lines(text), TEXT)
    assert found.footnotes == ()
    assert "1 Rekkverk" in answer(found, "1").text


def test_footnotes_that_the_file_knows_keep_their_marks() -> None:
    blocks = (
        *paragraphs("1) " + QUESTION_1),
        Block("a", "paragraph", "Etter kravene skal det lyse.", notes=(NoteRef(13, 13, "1"),)),
        *paragraphs("2) " + QUESTION_2, start=5),
        Block("n", "footnote", "Kravene fra 2020.", mark="1"),
    )
    found = read(blocks)
    assert answer(found, "1").text == "Etter kravene[^1] skal det lyse."
    assert answer(found, "1").footnotes == ("1",)
    assert [(note.mark, note.text) for note in found.footnotes] == [("1", "Kravene fra 2020.")]


def test_a_mark_at_the_end_of_its_paragraph_is_kept() -> None:
    noted = replace(paragraphs("Det lyser. ")[0], id="a", notes=(NoteRef(11, 11, "1"),))
    note = Block("n", "footnote", "Fra 2020.", mark="1")
    blocks = (*paragraphs(QUESTION_1), noted, *paragraphs(QUESTION_2, start=5), note)
    assert answer(read(blocks), "1").text == "Det lyser.[^1]"


def test_origins_lead_to_the_characters_of_the_answer() -> None:
    found = read(lines(PRINTED), TEXT)
    for each in found.answers:
        text = "".join(each.text.split())
        for mark in each.footnotes:
            text = text.replace(f"[^{mark}]", mark if mark != "3" else "[3]")
        assert text_at_origins(found, each.origin) == text


def test_pieces_say_where_each_stretch_of_the_text_came_from() -> None:
    found = read(lines(PRINTED), TEXT)
    blocks = {block.id: block.text for block in found.blocks}
    for each in found.answers:
        for start, origin in each.pieces:
            stretch = blocks[origin.block][origin.start : origin.end]
            assert each.text[start : start + len(stretch)] == stretch
