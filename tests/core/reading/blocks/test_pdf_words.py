"""Whatever the layout: each word that a PDF shows is read exactly once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.pdf_files import Extra, pdf, square

# Not nearer to each other than ten points: the same letter at the same place is one drawn twice.
TENS = st.integers(2, 50).map(lambda count: 10 * count)
PLACE = st.tuples(TENS, TENS, st.sampled_from([7, 9, 11, 14]))
RULE = st.tuples(st.integers(0, 590), st.integers(0, 840), st.integers(5, 400), st.booleans())


@settings(max_examples=40, deadline=None)
@given(
    places=st.lists(PLACE, min_size=1, max_size=40, unique_by=lambda place: place[:2]),
    rules=st.lists(RULE, max_size=12),
    boxes=st.lists(st.tuples(st.integers(20, 500), st.integers(20, 800)), max_size=4),
    turn=st.sampled_from([0, 90, 180, 270]),
)
def test_no_word_is_lost_or_doubled(
    places: list[tuple[int, int, int]],
    rules: list[tuple[int, int, int, bool]],
    boxes: list[tuple[int, int]],
    turn: int,
) -> None:
    words = [f"ord{at}q" for at in range(len(places))]
    drawing = "".join(
        f"{x} {y} m {x + length if level else x} {y if level else y + length} l S\n"
        for x, y, length, level in rules
    ) + "".join(square(x, y) for x, y in boxes)
    texts = [(x, y, size, word) for (x, y, size), word in zip(places, words, strict=True)]
    extra = Extra(page=f"/MediaBox [0 0 595 842] /Rotate {turn}")
    document = read_file("svar.pdf", pdf(texts, drawing=drawing, extra=extra))[0].document
    assert document is not None
    shown = "".join(block.text for block in document.blocks)
    letters = Counter("".join(shown.split()).replace("☐", "").replace("☒", ""))
    assert letters == Counter("".join(words))
    assert not document.hidden
    assert len({block.id for block in document.blocks}) == len(document.blocks)
