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


def retyped_with_tracking(ticked: bool) -> str:
    new, old = ("☒", "☐") if ticked else ("☐", "☒")
    return f"<w:del><w:r><w:delText>{old}</w:delText></w:r></w:del><w:ins>{r(new)}</w:ins>"


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
    "legacy in words": lambda on: legacy(
        f'<w:sizeAuto/><w:default w:val="{"off" if on else "on"}"/>'
        f'<w:checked w:val="{"on" if on else "off"}"/>'
    ),
    "legacy with a size, true or false": lambda on: legacy(
        f'<w:size w:val="20"/><w:default w:val="{str(on).lower()}"/>'
    ),
    "glyph": lambda on: r("☑" if on else "☐"),
    "glyph retyped while tracking": retyped_with_tracking,
    "cross and square": lambda on: r("✗" if on else "▢"),
    "other glyphs": lambda on: r("✓" if on else "□"),
    "symbol": symbol,
    "letter in Wingdings": letter_in_wingdings,
    "symbol in Wingdings 2": lambda on: (
        f'<w:r><w:sym w:font="Wingdings 2" w:char="{"F052" if on else "F0A3"}"/></w:r>'
    ),
    "symbol as a bare byte": lambda on: (
        f'<w:r><w:sym w:font="wingdings" w:char="{"00FD" if on else "006F"}"/></w:r>'
    ),
    "brackets over three runs": lambda on: r("[") + r("x" if on else " ", "<w:b/>") + r("]"),
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


QUESTIONS = 5
FORM = [(question * 7 + option * 3) % 5 < 2 for question in range(QUESTIONS) for option in range(3)]


def form(technique: str, ticks: list[bool], *, in_table: bool) -> tuple[Block, ...]:
    """A form of five questions with three options each, as running text or as cells."""
    make = TECHNIQUES[technique]
    body = ""
    for question in range(QUESTIONS):
        answers = zip(OPTIONS, ticks[question * 3 :], strict=False)
        options = [p(make(ticked), f" {option}") for option, ticked in answers]
        cells = "".join(f"<w:tc>{option}</w:tc>" for option in options)
        body += p(f"{question + 1}. Støtter dere forslaget?")
        body += f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" if in_table else "".join(options)
    return blocks_of(body)


@pytest.mark.parametrize("technique", TECHNIQUES)
@pytest.mark.parametrize("in_table", [False, True])
def test_thirty_of_thirty_ticks_are_right(technique: str, in_table: bool) -> None:
    right = 0
    for ticks in (FORM, [not ticked for ticked in FORM]):
        blocks = [b for b in form(technique, ticks, in_table=in_table) if b.boxes]
        for block, option, ticked in zip(blocks, OPTIONS * QUESTIONS, ticks, strict=True):
            (box,) = block.boxes
            right += (box.at, box.ticked, box.conflict) == (0, ticked, False) and (
                block.text == f"{'☒' if ticked else '☐'} {option}"
            )
    assert right == 30


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
