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


def shown(html: str) -> list[tuple[str, str]]:
    return [
        (b.kind, b.text) for b in document_of(f"<html><body>{html}</body></html>".encode()).blocks
    ]


def test_what_is_struck_out_or_marked_is_known_by_tag_and_by_style() -> None:
    html = (
        "<p><del>Ja</del> <mark>Nei</mark> <span style='background:yellow'>a</span> "
        "<span style='background:white'>b</span> <span style='text-decoration:line-through'>c</span></p>"
    )
    (block,) = document_of(f"<html><body>{html}</body></html>".encode()).blocks
    assert [(block.text[e.start : e.end], e.kind) for e in block.emphases] == [
        ("Ja", "struck-out"), ("Nei", "highlighted"), ("a", "highlighted"), ("c", "struck-out"),
    ]  # fmt: skip


def test_what_was_entered_in_a_form_is_shown_as_in_the_browser() -> None:
    html = (
        "<p>Navn <input value='Kari'></p><textarea name='q1_text'>en\nto</textarea>"
        "<select><option>Ja<option selected>Nei</select>"
    )
    blocks = document_of(f"<html><body>{html}</body></html>".encode()).blocks
    assert [(b.text, b.tag) for b in blocks] == [
        ("Navn Kari", None), ("en\nto", "q1_text"), ("Nei", None),
    ]  # fmt: skip


def test_comments_and_what_only_other_browsers_show_are_set_apart() -> None:
    html = "<p>a</p><!-- notat --><!--[if mso]>b<![endif]--><noscript>c</noscript><template>d</template>"
    hidden = document_of(f"<html><body>{html}</body></html>".encode()).hidden
    assert [(h.kind, h.text) for h in hidden] == [
        ("comment", "notat"), ("noscript", "c"), ("template", "d"),
    ]  # fmt: skip


def test_what_a_mail_program_quotes_and_signs_is_known() -> None:
    assert shown(
        '<div>Ja.</div><div id="Signature">Kari</div><div id="appendonsend"></div>'
        '<div id="x_divRplyFwdMsg">Von: Etat</div><div>Alt</div>'
    ) == [("paragraph", "Ja."), ("signature", "Kari"), ("quoted", "Von: Etat"), ("quoted", "Alt")]


def test_a_cell_below_one_that_spans_rows_keeps_its_column() -> None:
    html = "<table><tr><td rowspan=2>a<td>b</tr><tr><td>c</tr></table><ol type=a><li>x<li value=4>y</ol>"
    blocks = document_of(f"<html><body>{html}</body></html>".encode()).blocks
    assert [b.id for b in blocks[:3]] == ["t1r1c1p1", "t1r1c2p1", "t1r2c2p1"]
    assert [b.label for b in blocks[3:]] == ["a.", "d."]
