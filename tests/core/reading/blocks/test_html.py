"""Web pages: what a browser would show."""

from __future__ import annotations

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.word import document_of

PAGE = """<!DOCTYPE html><html lang="nb"><head><title>Høring</title>
<style>p {color: red}</style></head><body>
<h2>Spørsmål
 1</h2><p>Er det   mangler?<br>Utdyp <b>gjerne</b>.</p>
<script>alert("nei")</script><p style="display:none">skjult</p>
<ul><li>en<ul><li>to</li></ul></li></ul><ol start="3"><li>tre</li><li>fire</li></ol>
<table><tr><th colspan="2">Svar</th></tr><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table>
<p><input type="checkbox" id="ja" checked> Ja <input type="radio" name="q"> Nei</p>
<blockquote>sitat</blockquote><p>løs <a href="#">lenke</a> til slutt</p></body></html>"""


def test_headings_lists_tables_and_paragraphs_are_read_in_order() -> None:
    blocks = document_of(PAGE.encode()).blocks
    assert [(b.kind, b.text) for b in blocks] == [
        ("heading", "Spørsmål 1"), ("paragraph", "Er det mangler?\nUtdyp gjerne."),
        ("list-item", "en"), ("list-item", "to"), ("list-item", "tre"), ("list-item", "fire"),
        ("cell", "Svar"), ("cell", "a"), ("cell", "b"), ("cell", "c"),
        ("paragraph", "☒ Ja ☐ Nei"), ("quoted", "sitat"), ("paragraph", "løs lenke til slutt"),
    ]  # fmt: skip
    assert [(b.label, b.level) for b in blocks[2:6]] == [("•", 1), ("•", 2), ("3.", 1), ("4.", 1)]
    assert [b.id for b in blocks[6:10]] == ["t1r1c1p1", "t1r2c1p1", "t1r2c2p1", "t1r2c2p2"]


def test_ticks_of_input_fields_are_boxes_with_their_names() -> None:
    block = next(b for b in document_of(PAGE.encode()).blocks if b.boxes)
    assert [(box.at, box.ticked, box.tag) for box in block.boxes] == [
        (0, True, "ja"),
        (5, False, "q"),
    ]


def test_scripts_are_no_text_and_hidden_text_is_set_apart() -> None:
    document = document_of(PAGE.encode())
    assert "alert" not in str(document)
    assert [(h.kind, h.text) for h in document.hidden] == [("hidden", "skjult")]
    assert document.properties["title"] == "Høring"


def test_a_page_says_its_own_charset() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>blåbær</p></body></html>'
    assert document_of(page.encode("latin-1")).blocks[0].text == "blåbær"


def test_text_too_deep_to_read_is_never_lost_in_silence() -> None:
    assert document_of(b"<html><body>" + b"<div>" * 280 + b"dypt").blocks[0].text == "dypt"
    (read,) = read_file("dyp.html", b"<html><body>" + b"<div>" * 5000 + b"dypt")
    assert read.problem_code == "too-deep"
