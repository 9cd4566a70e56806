"""Labels of choices that a printed form cut: at the end of a line, or within a word."""

from __future__ import annotations

import pytest

from innspill.shared.values import sha256_of
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.formats.characters import show
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Block, Cell, Document, FileRead, ResponseRead
from tests.core.reading.answers.hearing import BRIDGES, QUESTION_1, QUESTION_2, answer


def read(*lines: tuple[str, Cell | None]) -> ResponseRead:
    """A PDF with these lines between the first question and the second."""
    texts = [(QUESTION_1, None), *lines, (QUESTION_2, None), ("Nei", None)]
    blocks = []
    for at, (text, cell) in enumerate(texts, start=1):
        shown = show(text)
        blocks.append(Block(f"s1l{at}", "paragraph", shown.text, shown.boxes, cell=cell, page=1))
    file = FileRead(
        "svar.pdf", sha256_of(b""), 0, "application/pdf", Document("application/pdf", tuple(blocks))
    )
    (found,) = read_responses([file], BRIDGES)
    assert account(found).complete
    return found


@pytest.mark.parametrize(
    "label", ["Har ingen kom ment ar", "Har in gen kommentar", "Har ingen kommentar"]
)
def test_a_label_that_a_narrow_cell_broke_within_words_is_the_label(label: str) -> None:
    cells = [Cell(0, 0, at) for at in range(3)]
    found = answer(read(("☐ Ja", cells[0]), ("☐ Nei", cells[1]), (f"☒ {label}", cells[2])), "1")
    assert (found.ticks, found.text) == (("none",), "")


@pytest.mark.parametrize("cell", [None, Cell(0, 0, 1)])
def test_a_label_that_goes_on_in_the_next_line_is_whole(cell: Cell | None) -> None:
    lines = [
        ("☐ Ja ☐ Nei ☒ Har ingen", cell),
        ("kommentar", cell),
        ("Men takk for at vi ble spurt.", cell),
    ]
    found = answer(read(*lines), "1")
    assert (found.ticks, found.text) == (("none",), "Men takk for at vi ble spurt.")


def test_the_next_line_of_another_cell_is_no_part_of_a_label() -> None:
    lines = [("☐ Ja ☐ Nei ☒ Har ingen", Cell(0, 0, 1)), ("kommentar", Cell(0, 1, 0))]
    assert answer(read(*lines), "1").ticks != ("none",)
