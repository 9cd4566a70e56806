"""Tick boxes on a PDF's page, however they were drawn, and what was put on them by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.stages.reading.core.values import Block
from tests.core.reading.blocks.pdf_files import (
    Extra,
    Text,
    annotation,
    pdf,
    square,
    stream,
    typed_on_top,
    written,
)
from tests.core.reading.blocks.word import document_of

LABELS: list[Text] = [
    (84, 700, 11, "Ja"),
    (144, 700, 11, "Nei"),
    (214, 700, 11, "Har ingen kommentar"),
]
PLACES = (72, 132, 202)
PATTERNS = [(True, False, True), (False, True, False)]


def drawn(box: Callable[[float, float, bool], str], pattern: tuple[bool, ...]) -> str:
    """A row of three boxes, ticked after `pattern`."""
    return "".join(box(left, 699, on) for left, on in zip(PLACES, pattern, strict=True))


def check_row(block: Block, pattern: tuple[bool, ...], technique: str = "drawn") -> None:
    """That the boxes of the row have the states of `pattern`, each before its label."""
    assert [(box.ticked, box.technique) for box in block.boxes] == [
        (on, technique) for on in pattern
    ]
    assert [block.text[box.at + 1 :].split()[0] for box in block.boxes] == ["Ja", "Nei", "Har"]


def four_strokes(left: float, bottom: float, ticked: bool) -> str:
    right, top = left + 9, bottom + 9
    sides = (
        f"{left} {bottom} m {right} {bottom} l S {left} {top} m {right} {top} l S "
        f"{left} {bottom} m {left} {top} l S {right} {bottom} m {right} {top} l S\n"
    )
    check = f"{left + 2} {bottom + 4} m {left + 4} {bottom + 2} l {right - 1} {top - 1} l S\n"
    return sides + (check if ticked else "")


def four_strips(left: float, bottom: float, ticked: bool) -> str:
    strips = (
        f"{left} {bottom} 9 .6 re f {left} {bottom + 8.4} 9 .6 re f "
        f"{left} {bottom} .6 9 re f {left + 8.4} {bottom} .6 9 re f\n"
    )
    return strips + (f"{left + 2} {bottom + 2} 5 5 re f\n" if ticked else "")


def circle(left: float, bottom: float, side: float, paint: str) -> str:
    middle, up, k = left + side / 2, bottom + side / 2, side * 0.276
    right, top = left + side, bottom + side
    return (
        f"{left} {up} m {left} {up + k} {middle - k} {top} {middle} {top} c "
        f"{middle + k} {top} {right} {up + k} {right} {up} c "
        f"{right} {up - k} {middle + k} {bottom} {middle} {bottom} c "
        f"{middle - k} {bottom} {left} {up - k} {left} {up} c {paint}\n"
    )


def round_button(left: float, bottom: float, ticked: bool) -> str:
    dot = circle(left + 2.5, bottom + 2.5, 4, "f") if ticked else ""
    return circle(left, bottom, 9, "S") + dot


def ring(left: float, bottom: float, ticked: bool) -> str:
    """A frame drawn as one filled path with a hole."""
    frame = f"{left} {bottom} 9 9 re {left + 1} {bottom + 1} 7 7 re f*\n"
    cross = f"{left + 2} {bottom + 2} m {left + 7} {bottom + 7} l S {left + 2} {bottom + 7} m {left + 7} {bottom + 2} l S\n"
    return frame + (cross if ticked else "")


def filled(left: float, bottom: float, ticked: bool) -> str:
    return f"{'0' if ticked else '1'} g {left} {bottom} 9 9 re B 0 g\n"


def white_with_glyph(left: float, bottom: float, ticked: bool) -> str:
    mark = f"BT /F 9 Tf {left + 1.5} {bottom + 1.5} Td (X) Tj ET\n" if ticked else ""
    return f"1 g {left} {bottom} 9 9 re B 0 g\n" + mark


def crossed_square(left: float, bottom: float, ticked: bool) -> str:
    return square(left, bottom, crossed=ticked)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize(
    "box",
    [crossed_square, four_strokes, four_strips, round_button, ring, filled, white_with_glyph],
)
def test_a_drawn_box_is_ticked_where_something_is_drawn_in_it(
    box: Callable[[float, float, bool], str], pattern: tuple[bool, ...]
) -> None:
    (block,) = document_of(pdf(LABELS, drawing=drawn(box, pattern))).blocks
    check_row(block, pattern)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_boxes_drawn_as_forms_of_their_own_are_read_where_they_are_put(
    pattern: tuple[bool, ...],
) -> None:
    entries = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    extra = Extra(
        resources="/XObject << /On 100 0 R /Off 101 0 R >>",
        objects={
            100: stream(square(0, 0, crossed=True), entries=entries),
            101: stream(square(0, 0), entries=entries),
        },
    )

    def box(left: float, bottom: float, ticked: bool) -> str:
        return f"q 1 0 0 1 {left} {bottom} cm /{'On' if ticked else 'Off'} Do Q\n"

    (block,) = document_of(pdf(LABELS, drawing=drawn(box, pattern), extra=extra)).blocks
    check_row(block, pattern)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize(
    ("name", "ticked", "empty"),
    [
        ("ABCDEF+Wingdings-Regular", "x", "o"),
        ("Wingdings", "\xfe", "\xa8"),
        ("BCDEFG+Wingdings2", "R", "\xa3"),
    ],
)
def test_letters_of_a_symbol_font_are_boxes_by_the_fonts_name(
    name: str, ticked: str, empty: str, pattern: tuple[bool, ...]
) -> None:
    fonts = f"/W << /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding >>"

    def box(left: float, bottom: float, on: bool) -> str:
        return written("W", left, bottom + 1, ticked if on else empty)

    (block,) = document_of(
        pdf(LABELS, drawing=drawn(box, pattern), extra=Extra(fonts=fonts))
    ).blocks
    check_row(block, pattern, "symbol")


def test_checks_of_zapf_dingbats_are_ticks() -> None:
    fonts = "/Z << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"
    line = written("Z", 72, 700, "4") + written("Z", 132, 700, "o") + written("Z", 202, 700, "8")
    (block,) = document_of(pdf(LABELS, drawing=line, extra=Extra(fonts=fonts))).blocks
    check_row(block, (True, False, True), "glyph")


def small_picture(ticked: bool) -> str:
    """A picture of a box, 12 by 12 grey pixels."""
    rows = []
    for y in range(12):
        row = ["00" if 0 in (x, y) or 11 in (x, y) else "ff" for x in range(12)]
        if ticked:
            row[y], row[11 - y] = "00", "00"
        rows.append("".join(row))
    return stream("".join(rows) + ">", entries=(
        "/Type /XObject /Subtype /Image /Width 12 /Height 12 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Filter /ASCIIHexDecode"
    ))  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_small_pictures_of_boxes_are_judged_by_their_pixels(pattern: tuple[bool, ...]) -> None:
    extra = Extra(
        resources="/XObject << /On 100 0 R /Off 101 0 R >>",
        objects={100: small_picture(ticked=True), 101: small_picture(ticked=False)},
    )

    def box(left: float, bottom: float, ticked: bool) -> str:
        return f"q 9 0 0 9 {left} {bottom} cm /{'On' if ticked else 'Off'} Do Q\n"

    document = document_of(pdf(LABELS, drawing=drawn(box, pattern), extra=extra))
    check_row(document.blocks[0], pattern, "pixels")
    assert "box-as-picture" not in document.flags


def test_a_pictured_box_with_a_speck_in_it_is_unsure() -> None:
    speck = small_picture(ticked=False)
    at = speck.index("\nstream\n") + 8 + 24 * 5 + 10
    extra = Extra(
        resources="/XObject << /Off 101 0 R >>",
        objects={101: speck[:at] + "0000" + speck[at + 4 :]},
    )
    document = document_of(pdf(LABELS, drawing="q 9 0 0 9 72 699 cm /Off Do Q\n", extra=extra))
    assert [box.unsure for box in document.blocks[0].boxes] == [True]
    assert "box-as-picture" in document.flags


def test_a_dark_square_that_no_box_frames_is_no_question_without_words_beside_it() -> None:
    page = pdf([(72, 700, 11, "Ja")], drawing="400 300 9 9 re f\n")
    assert document_of(page).blocks[0].boxes == ()


def test_the_squares_of_a_number_are_no_boxes() -> None:
    squares = "".join(square(72 + 14 * at, 697, 12) for at in range(4))
    digits: list[Text] = [(75 + 14 * at, 700, 10, str(at + 1)) for at in range(4)]
    (block,) = document_of(pdf([*digits, (140, 700, 10, "er nummeret")], drawing=squares)).blocks
    assert block.boxes == ()


def empty_boxes() -> str:
    return drawn(crossed_square, (False, False, False))


@pytest.mark.parametrize(
    "mark",
    [
        annotation("Ink", (131, 698, 142, 709), "/InkList [[132 699 141 708] [132 708 141 699]]"),
        annotation("Stamp", (131, 698, 142, 709)),
        annotation("Line", (132, 699, 141, 708), "/L [132 699 141 708]"),
        "<< /Type /Annot /Subtype /FreeText /Contents (X) /DA (/F 11 Tf) /Rect [130 697 144 711] >>",
    ],
)
def test_a_mark_put_on_a_box_ticks_it(mark: str) -> None:
    (block,) = document_of(pdf(LABELS, drawing=empty_boxes(), fields=[mark])).blocks
    check_row(block, (False, True, False))


def test_a_cross_typed_over_a_printed_glyph_ticks_it() -> None:
    fonts = (
        "/W << /Type /Font /Subtype /TrueType /BaseFont /Wingdings /Encoding /WinAnsiEncoding >>"
    )
    boxes = written("W", 72, 700, "o") + written("W", 132, 700, "o")
    page = pdf([*LABELS[:2], (133, 700, 9, "X")], drawing=boxes, extra=Extra(fonts=fonts))
    (block,) = document_of(page).blocks
    assert [(box.ticked, box.technique) for box in block.boxes] == [
        (False, "symbol"),
        (True, "drawn"),
    ]
    assert "X" not in block.text


def test_a_letter_typed_on_top_that_is_on_no_box_stays_text() -> None:
    mark = typed_on_top(400, 697, "X")
    (block,) = document_of(pdf(LABELS, drawing=empty_boxes(), fields=[mark])).blocks
    assert block.text.endswith("X")
    assert [box.ticked for box in block.boxes] == [False, False, False]


def test_boxes_behind_their_labels_are_read_too() -> None:
    labels: list[Text] = [(72, 700, 11, "Ja"), (132, 700, 11, "Nei")]
    boxes = square(86, 699, crossed=True) + square(152, 699)
    (block,) = document_of(pdf(labels, drawing=boxes)).blocks
    assert block.text == "Ja ☒\tNei ☐"
