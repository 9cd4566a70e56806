"""Text that others wrote, made safe for a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innspill.interfaces.ui import prose


def test_paragraphs_and_bullets_become_paragraphs_and_one_list() -> None:
    assert prose.blocks(["Først", "• én", "• to", "Sist"]) == (
        "<p>Først</p>\n<ul><li>én</li><li>to</li></ul>\n<p>Sist</p>"
    )


def test_only_the_first_mark_of_a_note_is_the_place_to_come_back_to() -> None:
    notes = prose.Notes(["1"])
    shown = prose.written("Her[^1] og her[^1].", notes)
    assert shown.count('id="fotnotemerke-1"') == 1
    assert shown.count('href="#fotnote-1"') == 2


def test_a_mark_without_a_note_is_no_link() -> None:
    assert "<a" not in prose.written("Her[^9].", prose.Notes(["1"]))


def test_a_withheld_span_is_marked_as_such() -> None:
    assert '<span class="withheld">[sladdet]</span>' in prose.written("Ring [sladdet] nå")


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    shown = str(prose.written(text, prose.Notes(["1"])))
    for ours in ("<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<br>"):
        shown = shown.replace(ours, "")
    assert "<" not in shown.replace('<span class="withheld">', "").replace("</span>", "").replace(
        "<sup ", ""
    ).replace("</sup>", "").replace("<a ", "").replace("</a>", "")
