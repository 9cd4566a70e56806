"""Tracked changes to paragraphs, rows and cells, and comments with their answers."""

from __future__ import annotations

from tests.core.reading.blocks.word import blocks_of, document_of, hidden_of, p, r, texts_of, word

GONE = '<w:rPr><w:del w:id="1"/></w:rPr>'


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    body = p("Vi støtter ", properties=GONE) + p("forslaget.") + p("Neste")
    assert [(b.id, b.text) for b in blocks_of(body)] == [
        ("p2", "Vi støtter forslaget."), ("p3", "Neste"),
    ]  # fmt: skip


def test_a_deleted_paragraph_leaves_no_empty_line_and_counts_in_no_list() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    deleted = "<w:del><w:r><w:delText>borte</w:delText></w:r></w:del>"
    body = p("en", properties=listed) + p(deleted, properties=listed + GONE)
    body += p("to", properties=listed)
    assert [(b.label, b.text) for b in blocks_of(body, numbering=numbering)] == [
        ("1)", "en"), ("2)", "to"),
    ]  # fmt: skip
    assert hidden_of(body, numbering=numbering) == [("deleted", "borte")]


def test_a_deleted_mark_before_a_table_or_at_the_end_swallows_nothing() -> None:
    body = p("Før", properties=GONE) + table(f"<w:tr>{tc('i cellen')}</w:tr>")
    body += p("Sist", properties=GONE)
    assert texts_of(body) == ["Før", "i cellen", "Sist"]


def test_deleted_rows_and_cells_are_not_shown() -> None:
    body = table(
        f"<w:tr><w:trPr><w:del/></w:trPr>{tc('rad')}</w:tr>",
        f"<w:tr>{tc('celle', '<w:cellDel/>')}{tc('står')}{tc('ny', '<w:cellIns/>')}</w:tr>",
        f"<w:tr><w:trPr><w:hidden/></w:trPr>{tc('skjult')}</w:tr>",
    )
    assert [(b.id, b.text) for b in blocks_of(body)] == [("t1r2c2p1", "står"), ("t1r2c3p1", "ny")]
    assert hidden_of(body) == [("deleted", "rad"), ("deleted", "celle"), ("hidden", "skjult")]
    assert "tracked-changes" in document_of(word(body)).flags


def test_earlier_properties_are_never_text() -> None:
    change = '<w:rPrChange w:id="3"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    earlier = '<w:pPrChange w:id="4"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>'
    (block,) = blocks_of(p(r("Synlig", change), properties=earlier))
    assert (block.kind, block.text) == ("paragraph", "Synlig")


def test_answers_to_a_comment_are_kept_with_it() -> None:
    marks = "".join(f'<w:commentRangeStart w:id="{i}"/>' for i in (1, 2))
    ends = "".join(f'<w:commentRangeEnd w:id="{i}"/>' for i in (1, 2))
    comments = "".join(
        f'<w:comment w:id="{i}">{p(text)}</w:comment>' for i, text in ((1, "Enig?"), (2, "Ja."))
    )
    document = document_of(word(p(marks, "Tekst", ends), comments=comments))
    assert [(each.text, each.origin[0].end) for each in document.hidden] == [
        ("Enig?", 5), ("Ja.", 5),
    ]  # fmt: skip
    assert [block.text for block in document.blocks] == ["Tekst"]


def test_a_tick_box_that_was_deleted_is_not_shown() -> None:
    box = '<w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    deleted = "<w:del><w:r><w:delText>☒</w:delText></w:r></w:del>"
    body = p(f"<w:sdt>{box}<w:sdtContent>{deleted}</w:sdtContent></w:sdt>", "Ja")
    (block,) = blocks_of(body)
    assert (block.text, block.boxes) == ("Ja", ())
    assert hidden_of(body) == [("deleted", "☒")]
