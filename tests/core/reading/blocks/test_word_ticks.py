"""Ticks in Word forms: each technique twice, all ticks inverted the second time."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.values import Block, Box
from tests.core.reading.blocks.word import blocks_of, p, r

OPTIONS = ("Ja", "Nei", "Har ingen kommentar")
PATTERN = (True, False, True)


def control(ticked: bool, *, shown: bool | None = None, value: str | None = None) -> str:
    glyph = "☒" if (ticked if shown is None else shown) else "☐"
    stored = value or ("1" if ticked else "0")
    return (
        '<w:sdt><w:sdtPr><w:tag w:val="q1_ja"/><w14:checkbox>'
        f'<w14:checked w14:val="{stored}"/><w14:checkedState w14:val="2612"/>'
        '<w14:uncheckedState w14:val="2610"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{r(glyph)}</w:sdtContent></w:sdt>"
    )


def control_in_wingdings(ticked: bool) -> str:
    code = "F0FE" if ticked else "F0A8"
    return (
        "<w:sdt><w:sdtPr><w14:checkbox>"
        f'<w14:checked w14:val="{"true" if ticked else "false"}"/>'
        '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/>'
        '<w14:uncheckedState w14:val="00A8" w14:font="Wingdings"/></w14:checkbox></w:sdtPr>'
        f'<w:sdtContent><w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def toggled_with_tracking(ticked: bool) -> str:
    new, old = ("☒", "☐") if ticked else ("☐", "☒")
    return control(ticked).replace(
        r(new), f"<w:del><w:r><w:delText>{old}</w:delText></w:r></w:del><w:ins>{r(new)}</w:ins>"
    )


def legacy(state: str) -> str:
    def char(kind: str, data: str = "") -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'

    data = f'<w:ffData><w:name w:val="Q1_Ja"/><w:checkBox>{state}</w:checkBox></w:ffData>'
    instruction = "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    return char("begin", data) + instruction + char("separate") + char("end")


def symbol(ticked: bool) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if ticked else "F0A8"}"/></w:r>'


def letter_in_wingdings(ticked: bool) -> str:
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    return r("þ" if ticked else "¨", fonts)


TECHNIQUES = {
    "control": control,
    "control stored as true": lambda on: control(on, value="true" if on else "false"),
    "control in Wingdings": control_in_wingdings,
    "control toggled while tracking": toggled_with_tracking,
    "legacy checked": lambda on: legacy(f'<w:default w:val="0"/><w:checked w:val="{int(on)}"/>'),
    "legacy checked without value": lambda on: legacy("<w:checked/>" if on else ""),
    "legacy default": lambda on: legacy(f'<w:default w:val="{int(on)}"/>'),
    "legacy checked against default": lambda on: legacy(
        f'<w:default w:val="{int(not on)}"/><w:checked w:val="{int(on)}"/>'
    ),
    "glyph": lambda on: r("☑" if on else "☐"),
    "other glyphs": lambda on: r("✓" if on else "□"),
    "symbol": symbol,
    "letter in Wingdings": letter_in_wingdings,
    "private use": lambda on: r("\uf0fe" if on else "\uf0a8"),
    "brackets": lambda on: r("[x]" if on else "[ ]"),
    "round brackets": lambda on: r("(X)" if on else "( )"),
}


def line(technique: str, pattern: tuple[bool, ...]) -> Block:
    make = TECHNIQUES[technique]
    runs = [
        part
        for ticked, option in zip(pattern, OPTIONS, strict=True)
        for part in (make(ticked), r(f" {option} "))
    ]
    (block,) = blocks_of(p(*runs))
    return block


@pytest.mark.parametrize("technique", TECHNIQUES)
@pytest.mark.parametrize("pattern", [PATTERN, tuple(not on for on in PATTERN)])
def test_every_technique_gives_each_option_its_own_state(
    technique: str, pattern: tuple[bool, ...]
) -> None:
    block = line(technique, pattern)
    assert [box.ticked for box in block.boxes] == list(pattern)
    glyphs = ["☒" if on else "☐" for on in pattern]
    assert block.text == "".join(f"{g} {o} " for g, o in zip(glyphs, OPTIONS, strict=True))
    assert all(block.text[box.at] == g for box, g in zip(block.boxes, glyphs, strict=True))


@pytest.mark.parametrize(
    ("technique", "kind", "tag"),
    [
        ("control", "control", "q1_ja"),
        ("legacy default", "legacy-field", "Q1_Ja"),
        ("glyph", "glyph", None),
        ("symbol", "symbol", None),
        ("private use", "private-use", None),
        ("brackets", "bracket", None),
    ],
)
def test_a_box_says_how_it_was_made_and_what_it_is_called(
    technique: str, kind: str, tag: str | None
) -> None:
    box = line(technique, PATTERN).boxes[0]
    assert (box.technique, box.tag) == (kind, tag)


@pytest.mark.parametrize("stored", [True, False])
def test_a_state_that_its_glyph_contradicts_is_kept_and_flagged(stored: bool) -> None:
    (block,) = blocks_of(p(control(stored, shown=not stored), " Ja"))
    assert block.boxes == (Box(0, stored, "control", "q1_ja", conflict=True),)
    assert block.text == ("☒ Ja" if stored else "☐ Ja")


def test_a_control_around_a_whole_paragraph_gives_its_box_once() -> None:
    body = control(True).replace(r("☒"), p("☒"))
    (block,) = blocks_of(body)
    assert (block.text, len(block.boxes), block.boxes[0].technique) == ("☒", 1, "control")


def test_a_control_around_a_cell_gives_its_box_to_that_cell() -> None:
    cell = f"<w:tc>{p('☐')}</w:tc>"
    body = (
        f"<w:tbl><w:tr>{control(False).replace(r('☐'), cell)}<w:tc>{p('Ja')}</w:tc></w:tr></w:tbl>"
    )
    first, second = blocks_of(body)
    assert (first.boxes[0].technique, first.boxes[0].ticked, second.text) == (
        "control",
        False,
        "Ja",
    )


def test_brackets_in_running_text_are_no_boxes() -> None:
    (block,) = blocks_of(p("Se f(x) og vedlegg(er) [1], direktivet (EU) og array[ ]."))
    assert block.boxes == ()


def test_a_bracket_before_a_footnote_mark_moves_the_mark_with_the_text() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    (block,) = blocks_of(p("[x] Ja, NIS", note, " nevnes"))
    assert (block.text, block.notes[0].start) == ("☒ Ja, NIS nevnes", 9)
