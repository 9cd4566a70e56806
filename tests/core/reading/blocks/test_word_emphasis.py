"""What is struck out, highlighted, bold or underlined, with the exact characters it covers."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.values import Block
from tests.core.reading.blocks.word import blocks_of, p, r, texts_of

STYLES = (
    '<w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Valgt"><w:name w:val="Valgt"/>'
    '<w:basedOn w:val="Sterk"/><w:rPr><w:highlight w:val="yellow"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Lenke"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
)


def marked(block: Block) -> list[tuple[str, str]]:
    return [(each.kind, block.text[each.start : each.end]) for each in block.emphases]


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:strike/>", "struck-out"),
        ('<w:dstrike w:val="1"/>', "struck-out"),
        ('<w:strike/><w:dstrike w:val="0"/>', "struck-out"),
        ('<w:highlight w:val="yellow"/>', "highlighted"),
        ('<w:highlight w:val="yellow"/><w:shd w:val="clear" w:fill="auto"/>', "highlighted"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', "highlighted"),
        ("<w:b/>", "bold"),
        ('<w:u w:val="single"/>', "underlined"),
        ('<w:rStyle w:val="Sterk"/>', "bold"),
    ],
)
def test_a_choice_that_is_set_apart_is_told_by_its_characters(properties: str, kind: str) -> None:
    (block,) = blocks_of(p("Ja / ", r("Nei", properties), " / Vet ikke"), styles=STYLES)
    assert marked(block) == [(kind, "Nei")]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:strike w:val="0"/>',
        '<w:b w:val="false"/>',
        '<w:u w:val="none"/>',
        '<w:highlight w:val="none"/>',
        '<w:shd w:val="clear" w:fill="FFFFFF"/>',
        '<w:shd w:val="nil" w:fill="FFFF00"/>',
        '<w:rStyle w:val="Sterk"/><w:b w:val="0"/>',
        '<w:rStyle w:val="Lenke"/>',
        '<w:rPrChange w:id="1"><w:rPr><w:strike/></w:rPr></w:rPrChange>',
    ],
)
def test_what_is_switched_off_sets_nothing_apart(properties: str) -> None:
    (block,) = blocks_of(p("Ja / ", r("Nei", properties)), styles=STYLES)
    assert block.emphases == ()


def test_runs_that_touch_are_one_and_blanks_alone_are_none() -> None:
    bold = "<w:b/>"
    (block,) = blocks_of(p(r("Det", bold), r(" er ", bold), r("så", bold), " da", r(" ", bold)))
    assert marked(block) == [("bold", "Det er så")]


def test_a_style_hands_down_what_it_is_based_on() -> None:
    (block,) = blocks_of(p("Ja ", r("Nei", '<w:rStyle w:val="Valgt"/>')), styles=STYLES)
    assert marked(block) == [("bold", "Nei"), ("highlighted", "Nei")]


def test_a_bracket_that_becomes_a_box_moves_what_follows() -> None:
    (block,) = blocks_of(p("[x] Ja [ ] ", r("Nei", "<w:strike/>"), " [ ] Vet ikke"))
    assert block.text == "☒ Ja ☐ Nei ☐ Vet ikke"
    assert marked(block) == [("struck-out", "Nei")]


def test_an_emphasis_within_the_bracket_reaches_no_further() -> None:
    (block,) = blocks_of(p("[", r("x", "<w:b/>"), "] Ja"))
    assert (block.text, block.emphases) == ("☒ Ja", ())


def test_whole_lines_count_but_headings_do_not() -> None:
    styles = '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    body = p(r("Ja", "<w:strike/>")) + p(
        r("Overskrift", "<w:b/>"), properties='<w:pStyle w:val="H1"/>'
    )
    choice, heading = blocks_of(body, styles=styles)
    assert marked(choice) == [("struck-out", "Ja")]
    assert heading.emphases == ()


def test_deleted_and_hidden_text_is_not_set_apart() -> None:
    gone = "<w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>borte</w:delText></w:r></w:del>" + r(
        "skjult", "<w:b/><w:vanish/>"
    )
    (block,) = blocks_of(p("Ja ", gone, r("Nei", "<w:b/>")))
    assert marked(block) == [("bold", "Nei")]


def test_a_tick_box_control_that_shows_nothing_moves_what_follows_in_it() -> None:
    box = '<w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    control = f"<w:sdt>{box}<w:sdtContent>{r('Ja', '<w:b/>')}</w:sdtContent></w:sdt>"
    (block,) = blocks_of(p(control, " takk"))
    assert block.text == "☒Ja takk"
    assert marked(block) == [("bold", "Ja")]


def test_a_paragraph_in_a_symbol_font_by_its_style_is_read_as_symbols() -> None:
    style = (
        '<w:style w:styleId="Boks"><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
        "</w:rPr></w:style>"
    )
    body = p("þ", properties='<w:pStyle w:val="Boks"/>') + p(r("¨", '<w:rStyle w:val="Boks"/>'))
    assert texts_of(body, styles=style) == ["☒", "☐"]
