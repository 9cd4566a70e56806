"""The reading order of a PDF's page: by where words stand, not by when they were written."""

from __future__ import annotations

import random

import pytest

from innspill.stages.reading.core.values import Block, Document
from tests.core.reading.blocks.pdf_files import Extra, Text, pdf, written
from tests.core.reading.blocks.word import document_of

LEFT = [
    "Kommunen støtter forslaget om at vann", "skal ha egne beredskapsplaner, men vi",
    "mener at fristen er for kort til at små", "kommuner rekker å skaffe folk med rett",
    "kompetanse før planen skal være ferdig.",
]  # fmt: skip
RIGHT = [
    "Derfor ber vi om at departementet gir", "minst to år til å få planene på plass,",
    "og at det følger midler med oppgaven,", "slik det gjorde da forrige forskrift ble",
    "innført for ti år siden i alle fylker.",
]  # fmt: skip


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def columns(down: float = 0) -> list[Text]:
    """Two columns, their lines written row by row, the right one `down` points lower."""
    rows: list[Text] = []
    for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        rows += [(60, 700 - 14 * at, 10, left), (320, 700 - 14 * at - down, 10, right)]
    return rows


@pytest.mark.parametrize("down", [0, 5])
def test_the_left_column_is_read_before_the_right(down: float) -> None:
    title: Text = (60, 740, 14, "Høringssvar fra Testby kommune om beredskap i vannforsyningen")
    closing: Text = (60, 560, 10, "Dette er vedtatt av kommunestyret i møte den tolvte mars i år.")
    document = document_of(pdf([title, *columns(down), closing]))
    assert texts(document) == [title[3], *LEFT, *RIGHT, closing[3]]


def test_three_columns_are_read_one_after_the_other() -> None:
    lines = ["vi mener at planen må", "vise hvem som gjør hva", "og når det skal være gjort"]
    page: list[Text] = [
        (50 + 170 * column, 700 - 14 * row, 10, f"{column}{row} {lines[row]}")
        for row in range(3)
        for column in range(3)
    ]
    starts = [text.split()[0] for text in texts(document_of(pdf(page)))]
    assert starts == ["00", "01", "02", "10", "11", "12", "20", "21", "22"]


def test_labels_and_values_side_by_side_are_no_columns() -> None:
    rows = [("Fra:", "Testby kommune"), ("Dato:", "1. mars 2026"), ("Sak:", "26/14")]
    page: list[Text] = []
    for at, (label, value) in enumerate(rows):
        page += [(72, 700 - 14 * at, 11, label), (200, 700 - 14 * at, 11, value)]
    assert texts(document_of(pdf(page))) == [f"{label}\t{value}" for label, value in rows]


def test_rows_without_rules_that_begin_together_are_read_row_by_row() -> None:
    page: list[Text] = []
    expected: list[str] = []
    for row in range(3):
        left = [f"Spørsmål {row} er langt nok til å gå", f"over to linjer {row} i sin spalte her"]
        right = [f"Svaret {row} er også så langt at det", f"går over to linjer {row} i sin spalte"]
        for at in range(2):
            base = 700 - 60 * row - 13 * at
            page += [(60, base, 10, left[at]), (320, base, 10, right[at])]
        expected += [*left, *right]
    assert texts(document_of(pdf(page))) == expected


def test_the_order_of_the_file_does_not_matter() -> None:
    page = [*columns(), (60.0, 740.0, 14.0, "Til slutt i filen, men først på siden som helhet")]
    straight = texts(document_of(pdf(page)))
    for seed in range(3):
        shuffled = list(page)
        random.Random(seed).shuffle(shuffled)
        assert texts(document_of(pdf(shuffled))) == straight


@pytest.mark.parametrize(
    ("turn", "area"),
    [(0, (72, 700)), (90, (700, 595 - 72)), (180, (595 - 72, 842 - 700)), (270, (842 - 700, 72))],
)
def test_a_turned_page_is_read_as_its_text_runs_and_placed_as_it_is_shown(
    turn: int, area: tuple[int, int]
) -> None:
    extra = Extra(page=f"/MediaBox [0 0 595 842] /Rotate {turn}")
    first, second = document_of(
        pdf([(72, 700, 11, "Vi sier ja"), (72, 680, 11, "til dette")], extra=extra)
    ).blocks
    assert (first.text, second.text) == ("Vi sier ja", "til dette")
    assert first.area is not None
    corners = [(first.area.left, first.area.bottom), (first.area.right, first.area.top),
               (first.area.left, first.area.top), (first.area.right, first.area.bottom)]  # fmt: skip
    assert min(abs(x - area[0]) + abs(y - area[1]) for x, y in corners) < 6


def test_text_up_the_margin_is_kept_out_of_the_text() -> None:
    margin = "BT /F 8 Tf 0 1 -1 0 30 300 Tm (Dok.nr 26/14-3) Tj ET\n"
    blocks = document_of(
        pdf([(72, 700, 11, "Vi støtter"), (72, 686, 11, "forslaget.")], drawing=margin)
    ).blocks
    assert [(b.text, b.kind) for b in blocks] == [
        ("Vi støtter", "paragraph"), ("forslaget.", "paragraph"), ("Dok.nr 26/14-3", "header"),
    ]  # fmt: skip
    assert blocks[2].area is not None
    assert blocks[2].area.right - blocks[2].area.left < 12 < blocks[2].area.top - 300


def test_a_page_written_all_sideways_is_read() -> None:
    lines = "".join(
        f"BT /F 11 Tf 0 1 -1 0 {100 + 14 * at} 72 Tm ({text}) Tj ET\n"
        for at, text in enumerate(("Liggende side", "med to linjer"))
    )
    assert texts(document_of(pdf([], drawing=lines))) == ["Liggende side", "med to linjer"]


def test_what_is_cut_off_the_page_is_not_read_and_places_count_from_what_is_left() -> None:
    extra = Extra(page="/MediaBox [0 0 595 842] /CropBox [50 50 545 760]")
    document = document_of(pdf([(72, 700, 11, "Synlig"), (72, 800, 11, "Skjult")], extra=extra))
    (block,) = document.blocks
    assert block.text == "Synlig"
    assert block.area is not None
    assert (round(block.area.left), round(block.area.bottom)) == (22, 648)
    assert [(each.kind, each.text) for each in document.hidden] == [("invisible", "Skjult")]


def test_every_block_knows_its_page_and_its_place() -> None:
    blocks = document_of(pdf([(72, 700, 11, "en")], [(100, 600, 11, "to")])).blocks
    assert [b.page for b in blocks] == [1, 2]
    assert [(round(b.area.left), round(b.area.top)) for b in blocks if b.area] == [
        (72, 708),
        (100, 608),
    ]


def test_letters_drawn_twice_are_read_once() -> None:
    page: list[Text] = [(72, 700, 11, "Viktig"), (72, 650, 11, "Neste"), (72.4, 700, 11, "Viktig")]
    shifted = "BT /F 11 Tf 72.3 650 Td (Neste) Tj ET\n"
    assert texts(document_of(pdf(page, over=shifted))) == ["Viktig", "Neste"]


def test_ligatures_are_read_as_the_letters_they_stand_for() -> None:
    font = (
        "/G << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding "
        "/Differences [65 /fi /fl] >> >>"
    )
    line = written("G", 72, 700, "A") + written("F", 78, 700, "nansiering")
    (block,) = document_of(pdf([], drawing=line, extra=Extra(fonts=font))).blocks
    assert block.text == "finansiering"


def test_the_wide_spaces_of_a_justified_line_are_spaces() -> None:
    line = "BT /F 11 Tf 30 Tw 72 700 Td (Vi er enige) Tj ET\n"
    assert texts(document_of(pdf([], drawing=line))) == ["Vi er enige"]


def test_a_mark_that_a_browser_raised_high_stays_in_its_line() -> None:
    page: list[Text] = [(72, 700, 11, "Kun NIS"), (111.5, 707.9, 5, "1"), (116, 700, 11, "nevnes.")]
    assert texts(document_of(pdf(page))) == ["Kun NIS1 nevnes."]


def rules(xs: list[int], ys: list[int]) -> str:
    """The ruled lines of a table."""
    level = "".join(f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys)
    return level + "".join(f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs)


def cells(blocks: tuple[Block, ...]) -> list[tuple[int, int, str]]:
    return [(b.cell.row, b.cell.column, b.text) for b in blocks if b.cell]


def test_a_ruled_table_is_read_cell_by_cell_whatever_the_order_of_its_lines() -> None:
    texts_in: list[Text] = [
        (305, 686, 10, "Ja"), (75, 686, 10, "Er fristen lang nok for"), (355, 686, 10, "Nei"),
        (75, 674, 10, "de små kommunene i fylket?"), (75, 646, 10, "Er planen god?"), (305, 646, 10, "Nei"),
    ]  # fmt: skip
    table = rules([70, 300, 350, 400], [640, 660, 700])
    document = document_of(pdf(texts_in, drawing=table))
    assert cells(document.blocks) == [
        (0, 0, "Er fristen lang nok for"), (0, 0, "de små kommunene i fylket?"), (0, 1, "Ja"),
        (0, 2, "Nei"), (1, 0, "Er planen god?"), (1, 1, "Nei"),
    ]  # fmt: skip


def test_a_label_broken_by_a_narrow_cell_stays_with_its_box() -> None:
    font = "/W << /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Wingdings-Regular >>"
    table = rules([70, 100, 140], [640, 700])
    label: list[Text] = [
        (103, 686, 9, "Har"),
        (103, 675, 9, "ingen"),
        (103, 664, 9, "kom"),
        (103, 653, 9, "mentar"),
    ]
    page = pdf(label, drawing=table + written("W", 75, 686, "x"), extra=Extra(fonts=font))
    assert cells(document_of(page).blocks) == [(0, 0, "☒"), (0, 1, "Har ingen kom mentar")]


def test_a_table_that_goes_on_over_a_page_is_one_table() -> None:
    table = rules([70, 300, 400], [60, 100, 140])
    first: list[Text] = [
        (75, 120, 10, "Spørsmål en"),
        (305, 120, 10, "Ja"),
        (75, 80, 10, "Spørsmål to som"),
        (305, 80, 10, "Nei"),
    ]
    page = pdf(first, drawing=table)
    second = rules([70, 300, 400], [700, 740, 780])
    text = written("F", 75, 760, "går over to sider", 10) + written(
        "F", 75, 720, "Spørsmål tre", 10
    )
    both = pdf(first, [], drawing=table).replace(
        b"<< /Length 0  >>\nstream\n\nendstream",
        (
            f"<< /Length {len((second + text).encode('cp1252'))} >>\nstream\n{second + text}\nendstream"
        ).encode("cp1252"),
    )
    assert {b.cell.table for b in document_of(page).blocks if b.cell} == {0}
    blocks = document_of(both).blocks
    assert [(b.cell.table, b.cell.row, b.cell.column, b.text) for b in blocks if b.cell] == [
        (0, 0, 0, "Spørsmål en"), (0, 0, 1, "Ja"), (0, 1, 0, "Spørsmål to som"),
        (0, 1, 0, "går over to sider"), (0, 1, 1, "Nei"), (0, 2, 0, "Spørsmål tre"),
    ]  # fmt: skip
