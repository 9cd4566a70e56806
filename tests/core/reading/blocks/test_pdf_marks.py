"""What people put on a PDF's page: comments beside it, markings and strokes over its words."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.values import Block
from tests.core.reading.blocks.pdf_files import (
    Extra,
    Text,
    annotation,
    marking,
    pdf,
    sticky_note,
    typed_on_top,
    written,
)
from tests.core.reading.blocks.word import document_of

CHOICES: list[Text] = [(72, 700, 11, "Ja"), (132, 700, 11, "Nei"), (202, 700, 11, "Vet ikke")]


def set_apart(block: Block) -> list[tuple[str, str]]:
    """The words of a block that are set apart, each with how."""
    return [(each.kind, block.text[each.start : each.end]) for each in block.emphases]


@pytest.mark.parametrize(
    ("kind", "told"),
    [("StrikeOut", "struck-out"), ("Highlight", "highlighted"), ("Underline", "underlined")],
)
def test_a_marking_over_a_choice_sets_it_apart(kind: str, told: str) -> None:
    mark = marking(kind, (131, 697, 151, 711))
    document = document_of(pdf(CHOICES, fields=[mark]))
    assert set_apart(document.blocks[0]) == [(told, "Nei")]
    assert ("struck-out-text" in document.flags) == (kind == "StrikeOut")


def test_the_comment_of_a_marking_is_hidden_with_the_place_it_is_about() -> None:
    texts: list[Text] = [*CHOICES, (72, 500, 11, "Her er kommentaren."), (72, 300, 11, "Slutt")]
    mark = marking("Highlight", (72, 497, 160, 511), "Sjekk dette")
    document = document_of(pdf(texts, fields=[mark, sticky_note("intern")]))
    assert [(h.text, h.origin[0].block) for h in document.hidden] == [
        ("Sjekk dette", "s1l2"), ("intern", "s1l3"),
    ]  # fmt: skip
    assert not any("Sjekk" in block.text for block in document.blocks)


@pytest.mark.parametrize(
    ("stroke", "told"),
    [
        ("130 703.5 m 152 703.5 l S", "struck-out"),
        ("131 703 20 0.8 re f", "struck-out"),
        ("131 698.6 m 151 698.6 l S", "underlined"),
        ("1 1 0 rg 130 697 22 13 re f 0 g", "highlighted"),
    ],
)
def test_a_drawn_stroke_or_colour_sets_the_words_apart_that_it_was_made_for(
    stroke: str, told: str
) -> None:
    (block,) = document_of(pdf(CHOICES, drawing=stroke + "\n")).blocks
    assert set_apart(block) == [(told, "Nei")]


def test_a_colour_behind_the_first_word_of_a_long_line_is_seen() -> None:
    line: list[Text] = [(72, 700, 11, "Avvises av oss alle, og det har vi sagt mange ganger før.")]
    (block,) = document_of(pdf(line, drawing="1 1 0 rg 71 697 42 14 re f 0 g\n")).blocks
    assert set_apart(block) == [("highlighted", "Avvises")]


def test_rules_and_grounds_of_a_whole_row_say_nothing() -> None:
    row = "1 1 0 rg 60 690 480 24 re f 0 g 60 690 m 540 690 l S 60 698.5 m 540 698.5 l S\n"
    (block,) = document_of(pdf(CHOICES, drawing=row)).blocks
    assert set_apart(block) == []


def test_part_of_a_line_that_is_struck_out_is_told_to_the_letter() -> None:
    line: list[Text] = [(72, 700, 11, "Vi sier ikke nei")]
    (block,) = document_of(pdf(line, over="105 703.5 m 128 703.5 l S\n")).blocks
    assert set_apart(block) == [("struck-out", "ikke")]


@pytest.mark.parametrize(
    "mark",
    [
        annotation("Circle", (126, 694, 158, 714)),
        annotation("Ink", (126, 694, 158, 714), "/InkList [[126 704 142 714 158 704 142 694 126 704]]"),
    ],
)  # fmt: skip
def test_a_ring_around_a_choice_sets_it_apart(mark: str) -> None:
    (block,) = document_of(pdf(CHOICES, fields=[mark])).blocks
    assert set_apart(block) == [("highlighted", "Nei")]


def test_a_line_drawn_through_a_choice_by_hand_strikes_it_out() -> None:
    mark = annotation("Line", (130, 703, 152, 705), "/L [130 704 152 704]")
    (block,) = document_of(pdf(CHOICES, fields=[mark])).blocks
    assert set_apart(block) == [("struck-out", "Nei")]


def test_bold_words_are_told_where_most_are_not() -> None:
    fonts = (
        "/B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    )
    rest: list[Text] = [(72, 680, 11, "Dette er vanlig tekst på linjen under valget.")]
    line = written("F", 72, 700, "Ja") + written("B", 132, 700, "Nei takk")
    page = pdf(rest, drawing=line, extra=Extra(fonts=fonts))
    assert [set_apart(block) for block in document_of(page).blocks] == [[("bold", "Nei takk")], []]
    only = pdf([], drawing=line.replace("/F", "/B"), extra=Extra(fonts=fonts))
    assert [set_apart(block) for block in document_of(only).blocks] == [[]]


def test_text_typed_on_top_stands_where_it_was_put() -> None:
    fields = [typed_on_top(120, 697, "Testby kommune"), typed_on_top(72, 640, "Vi er enige.")]
    texts: list[Text] = [(72, 700, 11, "Navn:"), (72, 600, 11, "Neste")]
    blocks = document_of(pdf(texts, fields=fields)).blocks
    assert [" ".join(b.text.split()) for b in blocks] == [
        "Navn: Testby kommune",
        "Vi er enige.",
        "Neste",
    ]
    assert "underlined" not in str(blocks)
