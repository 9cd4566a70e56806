"""Tick boxes in the pixels of a page: found by their outline, ticked by the ink inside."""

from __future__ import annotations

import pytest

from tests.core.reading.blocks.scan_files import Paper, boxes_on

TEXT = "Nordre Bodal Dagheim: DOBBEL 0800 HEI m.m. gjerne"

PLAIN = "Hei, vi viser til brevet som kom i fjor, og svarer slik:"


def row(*marks: str) -> Paper:
    paper = Paper().write(80, 60, PLAIN).write(80, 500, PLAIN)
    for at, mark in enumerate(marks):
        paper.box(100 + 250 * at, 306, mark).write(
            150 + 250 * at, 300, ("Ja", "Nei", "Vet ikke")[at]
        )
    return paper


@pytest.mark.parametrize("mark", ["cross", "overshooting", "check", "pencil", "filled"])
def test_a_mark_made_by_hand_is_a_tick_however_it_is_made(mark: str) -> None:
    found = boxes_on(row("", mark, ""))
    assert [(box.ticked, box.unsure) for box in found] == [
        (False, False),
        (True, False),
        (False, False),
    ]


def test_letters_that_look_like_boxes_are_none() -> None:
    paper = Paper()
    for at in range(8):
        paper.write(80, 60 + 70 * at, TEXT)
    assert boxes_on(paper) == []


def test_a_page_that_lies_askew_has_the_same_boxes() -> None:
    straight = row("cross", "", "check").picture
    for degrees in (-9, 1.5, 6):
        turned = straight.rotate(degrees, expand=True, fillcolor=255)
        assert [box.ticked for box in boxes_on(turned)] == [True, False, True]


def test_the_cells_of_a_table_are_no_boxes_but_a_box_on_a_line_of_it_is() -> None:
    paper = Paper().write(80, 60, TEXT)
    for x in (200, 240, 280, 320):
        paper.draw.line((x, 200, x, 320), fill=0, width=2)
    for y in (200, 240, 280, 320):
        paper.draw.line((200, y, 320, y), fill=0, width=2)
    assert boxes_on(paper) == []
    paper.draw.line((80, 432, 1200, 432), fill=0, width=2)
    paper.box(500, 406, "cross").box(700, 406).write(760, 400, "Nei")
    assert [box.ticked for box in boxes_on(paper)] == [True, False]


def test_a_speck_in_the_corner_of_a_box_is_no_sure_tick() -> None:
    dotted = boxes_on(row("", "dot", "cross"))[1]
    assert dotted.unsure or not dotted.ticked
