"""Headings, lists, tables, notes, boxes and margins of an OpenDocument text."""

from __future__ import annotations

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Cell
from tests.core.reading.blocks.open_document import blocks_of, hidden_of, odt, p, texts_of

LISTS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix="."'
    ' text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1"'
    ' loext:num-list-format="§ %1%" style:num-format="I" text:start-value="4"/></text:list-style>'
    '<text:list-style style:name="L3">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>'
)


def item(inner: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{inner}</text:list-item>"


def listed(items: str, attributes: str = "") -> str:
    return f"<text:list {attributes}>{items}</text:list>"


def labels(body: str) -> list[tuple[str, str | None]]:
    return [(block.text, block.label) for block in blocks_of(body, automatic=LISTS)]


def test_list_labels_are_those_that_are_shown() -> None:
    inner = listed(item(p("a")) + item(p("b")))
    body = listed(item(p("en") + inner) + item(p("to") + p("mer")), 'text:style-name="L1"')
    assert labels(body) == [
        ("en", "1)"), ("a", "1.a."), ("b", "1.b."), ("to", "2)"), ("mer", None),
    ]  # fmt: skip
    blocks = blocks_of(body, automatic=LISTS)
    assert [(b.kind, b.level) for b in blocks[:2]] == [("list-item", 1), ("list-item", 2)]


def test_a_list_goes_on_only_where_it_says_so() -> None:
    style = 'text:style-name="L1"'
    body = (
        listed(item(p("en")), f'{style} xml:id="x"')
        + listed(item(p("ny")), style)
        + listed(item(p("to")), f'{style} text:continue-list="x"')
        + listed(item(p("tre")), f'{style} text:continue-numbering="true"')
        + listed(item(p("ni"), 'text:start-value="9"'), style)
        + listed(item(p("fire")), 'text:style-name="L2"')
        + listed(item(p("kule")), 'text:style-name="L3"')
    )
    assert [label for _, label in labels(body)] == [
        "1)", "1)", "2)", "3)", "9)", "§ IV", "•",
    ]  # fmt: skip


def test_headings_have_levels_and_the_numbers_of_the_outline() -> None:
    styles = (
        '<text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
        '<style:style style:name="Title" style:family="paragraph"/>'
    )
    body = (
        p("Svar", "Title")
        + '<text:h text:outline-level="1">En</text:h><text:h text:outline-level="2">To</text:h>'
        + '<text:h text:outline-level="1" text:is-list-header="true">Uten</text:h>'
    )
    assert [(b.kind, b.level, b.label) for b in blocks_of(body, styles=styles)] == [
        ("heading", 1, None), ("heading", 1, "1"), ("heading", 2, "1.1"), ("heading", 1, None),
    ]  # fmt: skip


def test_cells_have_their_place_and_covered_ones_are_not_shown() -> None:
    def cell(inner: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}>{inner}</table:table-cell>"

    table = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell(p("bred"), 'table:number-columns-spanned="2"')
        + f"<table:covered-table-cell>{p('under')}</table:covered-table-cell>"
        + cell(p("c"))
        + "</table:table-row></table:table-header-rows>"
        + '<table:table-row table:number-rows-repeated="2">'
        + cell("<text:p/>", 'table:number-columns-repeated="2"')
        + cell(f"<table:table><table:table-row>{cell(p('inni'))}</table:table-row></table:table>")
        + "</table:table-row></table:table>"
    )
    body = p("før") + table
    assert [(b.id, b.text, b.cell) for b in blocks_of(body)] == [
        ("p1", "før", None),
        ("t1r1c1p1", "bred", Cell(0, 0, 0)),
        ("t1r1c3p1", "c", Cell(0, 0, 2)),
        ("t1r2c3t2r1c1p1", "inni", Cell(1, 0, 0)),
        ("t1r3c3t3r1c1p1", "inni", Cell(2, 0, 0)),
    ]
    assert hidden_of(body) == [("merged-cell", "under")]


def test_a_table_that_repeats_itself_without_end_is_refused() -> None:
    def table(inner: str, row: str, cell: str) -> str:
        return (
            f"<table:table><table:table-row {row}><table:table-cell {cell}>{inner}"
            "</table:table-cell></table:table-row></table:table>"
        )

    row = 'table:number-rows-repeated="1000000000"'
    (read,) = read_file("svar.odt", odt(table(p("a"), row, "")))
    assert read.problem_code == "too-big"
    wide = 'table:number-columns-repeated="99999999999999999999999"'
    assert texts_of(table("", row, wide) + p("etter")) == ["etter"]


def test_notes_follow_the_text_with_the_marks_that_it_shows() -> None:
    def note(kind: str, mark: str, text: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
            f"<text:note-body>{text}</text:note-body></text:note>"
        )

    body = p(
        f"Loven{note('endnote', 'i', p('Slutt'))} og{note('footnote', '*', p('En') + p('To'))}."
    )
    blocks = blocks_of(body)
    assert [(b.id, b.kind, b.mark, b.text) for b in blocks] == [
        ("p1", "paragraph", None, "Loven og."),
        ("fn1", "footnote", "*", "En"),
        ("fn1p2", "footnote", "*", "To"),
        ("en1", "endnote", "i", "Slutt"),
    ]
    assert [(n.start, n.end, n.mark) for n in blocks[0].notes] == [(5, 5, "i"), (8, 8, "*")]


def test_text_boxes_are_read_once_after_the_paragraph_that_holds_them() -> None:
    box = f"<draw:frame><draw:text-box>{p('boks')}</draw:text-box></draw:frame>"
    shape = f"<draw:g><draw:custom-shape>{p('form')}<draw:enhanced-geometry/></draw:custom-shape></draw:g>"
    body = f"<draw:frame><draw:text-box>{p('på siden')}</draw:text-box></draw:frame>" + p(
        f"før{box}{shape} etter"
    )
    assert [(b.id, b.kind, b.text) for b in blocks_of(body)] == [
        ("b1p1", "text-box", "på siden"),
        ("p1", "paragraph", "før etter"),
        ("b2p1", "text-box", "boks"),
        ("b3p1", "text-box", "form"),
    ]


def test_only_margins_of_pages_that_are_used_are_read() -> None:
    def page(name: str, extra: str = "") -> str:
        return (
            f'<style:master-page style:name="{name}" {extra}>'
            f"<style:header>{p('topp ' + name)}</style:header>"
            f'<style:footer-left style:display="false">{p("nei")}</style:footer-left>'
            f"<style:footer>{p('bunn ' + name)}</style:footer></style:master-page>"
        )

    masters = page("Standard") + page("Forside", 'style:next-style-name="Neste"') + page("Neste")
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:master-page-name="Forside"/>'
    )
    blocks = blocks_of(p("Svar", "P1"), automatic=automatic, masters=masters)
    assert [(b.id, b.kind, b.text) for b in blocks] == [
        ("h1p1", "header", "topp Forside"), ("h2p1", "header", "topp Neste"),
        ("p1", "paragraph", "Svar"),
        ("f1p1", "footer", "bunn Forside"), ("f2p1", "footer", "bunn Neste"),
    ]  # fmt: skip
    assert texts_of(p("Svar"), masters=masters) == ["topp Standard", "Svar", "bunn Standard"]


def test_an_index_is_read_without_its_recipe() -> None:
    body = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>oppskrift"
        f"</text:index-title-template></text:table-of-content-source><text:index-body>{p('1 Svar')}"
        "</text:index-body></text:table-of-content>"
    )
    assert texts_of(body) == ["1 Svar"]
