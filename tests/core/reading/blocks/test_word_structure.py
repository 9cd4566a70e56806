"""Headings, lists, tables, notes and margins of a Word document."""

from __future__ import annotations

from innspill.stages.reading.core.values import Cell
from tests.core.reading.blocks.word import blocks_of, hidden_of, p, texts_of

STYLES = (
    '<w:style w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="Overskrift2"/></w:style>'
    '<w:style w:styleId="Nummer"><w:name w:val="Nummer"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def level(at: int, style: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1)")}{level(1, "lowerLetter", "%1.%2")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def item(text: str, number: int, at: int = 0) -> str:
    return p(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def test_list_labels_are_those_that_word_shows() -> None:
    body = item("en", 1) + item("a", 1, 1) + item("b", 1, 1) + item("to", 1) + item("c", 1, 1)
    blocks = blocks_of(body, numbering=NUMBERING)
    assert [b.label for b in blocks] == ["1)", "1.a", "1.b", "2)", "2.a"]
    assert [(b.kind, b.level) for b in blocks[:2]] == [("list-item", 1), ("list-item", 2)]
    assert blocks[0].text == "en"


def test_a_list_can_start_again_and_bullets_look_like_bullets() -> None:
    body = item("en", 1) + item("kule", 2) + item("sju", 3) + item("åtte", 3)
    assert [b.label for b in blocks_of(body, numbering=NUMBERING)] == ["1)", "•", "7)", "8)"]


def test_a_style_can_number_its_paragraphs() -> None:
    body = p("en", properties='<w:pStyle w:val="Nummer"/>') * 2
    assert [b.label for b in blocks_of(body, styles=STYLES, numbering=NUMBERING)] == ["1)", "2)"]


def test_an_impossible_list_level_does_not_stop_the_reading() -> None:
    body = p(
        "en", properties='<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>'
    )
    assert texts_of(body, numbering=NUMBERING) == ["en"]


def test_a_list_label_without_end_is_none() -> None:
    endless = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1" * 9000)}</w:abstractNum>'
    )
    endless += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    (block,) = blocks_of(item("en", 1), numbering=endless)
    assert (block.text, block.label) == ("en", None)


def test_headings_have_levels_also_through_the_style_they_are_based_on() -> None:
    body = "".join(
        p(name, properties=f'<w:pStyle w:val="{name}"/>') for name in ("Overskrift2", "Egen")
    ) + p("c", properties='<w:outlineLvl w:val="0"/>')
    assert [(b.kind, b.level) for b in blocks_of(body, styles=STYLES)] == [
        ("heading", 2), ("heading", 2), ("heading", 1),
    ]  # fmt: skip


def test_merged_cells_are_read_once() -> None:
    def tc(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    wide, endless = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="100000000"/>'
    tall, going_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        f"<w:tr>{tc('bred', wide)}{tc('c')}</w:tr>"
        f"<w:tr>{tc('høy', tall)}{tc('b')}{tc('c2')}</w:tr>"
        f"<w:tr>{tc('borte', going_on)}{tc('b3')}{tc('c3', endless)}</w:tr>"
    )
    body = f"<w:tbl>{rows}</w:tbl>"
    blocks = blocks_of(body)
    assert [(b.id, b.text) for b in blocks] == [
        ("t1r1c1p1", "bred"), ("t1r1c3p1", "c"), ("t1r2c1p1", "høy"), ("t1r2c2p1", "b"),
        ("t1r2c3p1", "c2"), ("t1r3c2p1", "b3"), ("t1r3c3p1", "c3"),
    ]  # fmt: skip
    assert blocks[1].cell == Cell(0, 0, 2)
    assert hidden_of(body) == [("merged-cell", "borte")]


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{p(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'


def ref(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_notes_are_marked_in_the_order_they_are_referred_to() -> None:
    body = p("NIS", ref("footnote", 5), " og Normen", ref("footnote", 2), ref("endnote", 1))
    notes = note("footnote", 2, "Norm") + note("footnote", 5, "NIS-direktivet")
    blocks = blocks_of(body, footnotes=notes, endnotes=note("endnote", 1, "Slutt"))
    assert [(n.start, n.mark) for n in blocks[0].notes] == [(3, "1"), (13, "2"), (13, "i")]
    assert [(b.id, b.kind, b.mark, b.text) for b in blocks[1:]] == [
        ("fn1", "footnote", "1", "NIS-direktivet"), ("fn2", "footnote", "2", "Norm"),
        ("en1", "endnote", "i", "Slutt"),
    ]  # fmt: skip


def test_a_note_whose_reference_was_deleted_is_not_shown() -> None:
    body = p("NIS", f"<w:del>{ref('footnote', 5)}</w:del>")
    assert hidden_of(body, footnotes=note("footnote", 5, "borte")) == [("deleted", "borte")]


def test_headers_and_footers_are_marked_as_such() -> None:
    section = (
        '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    )
    blocks = blocks_of(p("Tekst") + section, header=p("Testby kommune"), footer=p("Side 1"))
    assert [(b.id, b.kind, b.text) for b in blocks] == [
        ("h1p1", "header", "Testby kommune"), ("p1", "paragraph", "Tekst"),
        ("f1p1", "footer", "Side 1"),
    ]  # fmt: skip
