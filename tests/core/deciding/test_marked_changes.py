"""An old and a new text as one: nothing of either is lost."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.deciding.core.marked_changes import changed_pieces

TEXTS = st.text(alphabet="aå b.,\n§", max_size=60)


@given(TEXTS, TEXTS)
def test_what_stays_and_goes_is_the_old_text_and_what_stays_and_comes_the_new(
    old: str, new: str
) -> None:
    pieces = changed_pieces(old, new)
    assert "".join(text for kind, text in pieces if kind != "in") == old
    assert "".join(text for kind, text in pieces if kind != "out") == new


def test_a_word_is_changed_whole() -> None:
    assert changed_pieces("Kommunen skal øve.", "Kommunen bør øve.") == [
        ("same", "Kommunen "), ("out", "skal"), ("in", "bør"), ("same", " øve."),
    ]  # fmt: skip
    assert changed_pieces("", "Nytt.") == [("in", "Nytt.")]


def test_long_and_strange_texts_take_no_long_time() -> None:
    began = time.process_time()
    changed_pieces("a " * 1_400, "b a " * 700)
    assert changed_pieces("x " * 9_000, "y")[-1] == ("in", "y")
    assert time.process_time() - began < 2
