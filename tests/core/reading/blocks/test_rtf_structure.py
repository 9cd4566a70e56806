r"""Ticks, fields, headings, lists, tables, notes and margins of an RTF document."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Box, Cell
from tests.core.reading.blocks.test_rtf_text import blocks_of, hidden_of, rtf_of, texts_of
from tests.core.reading.blocks.test_shared_forms import ticked


def field(instruction: str, result: str = "") -> str:
    return rf"{{\field{{\*\fldinst {{{instruction}}}}}{{\fldrslt {{{result}}}}}}}"


def checkbox(data: str, name: str = "") -> str:
    called = rf"{{\*\ffname {name}}}" if name else ""
    form = rf"{{\*\formfield{{\fftype1{data}\fftypetxt0{called}\ffhps20}}}}"
    return field(rf" FORMCHECKBOX {{\*\datafield 650000}}{form}", "swallowed")


def test_form_fields_keep_ticks_with_their_names() -> None:
    body = (
        checkbox(r"\ffres1", "q1_ja") + " Ja " + checkbox(r"\ffres0\ffdefres1") + " Nei "
        + checkbox(r"\ffres25\ffdefres1") + " Begge " + checkbox(r"\ffres25") + r" Ingen\par"
    )  # fmt: skip
    (block,) = blocks_of(body)
    assert block.text == "☒ Ja ☐ Nei ☒ Begge ☐ Ingen"
    assert [box.ticked for box in block.boxes] == [True, False, True, False]
    assert block.boxes[0] == Box(0, True, "legacy-field", "q1_ja")


def test_a_box_whose_state_the_file_does_not_keep_is_unsure() -> None:
    document = rtf_of(r"{\*\bkmkstart Q1}" + field(" FORMCHECKBOX ") + r"{\*\bkmkend Q1} Ja\par")
    assert document.blocks[0].boxes == (Box(0, False, "legacy-field", "Q1", unsure=True),)
    assert document.flags == ("ticks-without-state",)


def test_fields_show_what_they_show() -> None:
    entries = r"{\*\formfield{\fftype2\ffres1{\*\ffl Velg}{\*\ffl Kommune}}}"
    body = (
        field(r'HYPERLINK "https://example.org"', "lenke") + " " + field("FORMTEXT", "svar") + " "
        + field(rf" FORMDROPDOWN {entries}") + " " + field(r'SYMBOL 254 \\f "Wingdings" \\s 12')
        + r" Ja {\field{\*\fldinst SYMBOL 168 \\f Wingdings}}{\f1\'fe\u-3928?} Nei\par"
    )  # fmt: skip
    (block,) = blocks_of(body)
    assert block.text == "lenke svar Kommune ☒ Ja ☐☒☐ Nei"
    assert [box.technique for box in block.boxes] == [
        "symbol", "symbol", "private-use", "private-use",
    ]  # fmt: skip


def test_headings_have_levels_from_their_style_or_outline() -> None:
    styles = (
        r"{\stylesheet{\ql Normal;}{\s1\b heading 1;}{\s7\sbasedon1 Egen;}{\*\cs9 Tegn;}"
        r"{\s3\outlinelevel2 Mitt nivå;}}"
    )
    body = (
        styles + r"\s1 En\par\pard\s7 To\par\pard\s3 Tre\par\pard\outlinelevel1 Fire\par\pard fem"
    )
    assert [(b.kind, b.level) for b in blocks_of(body)] == [
        ("heading", 1), ("heading", 1), ("heading", 3), ("heading", 2), ("paragraph", None),
    ]  # fmt: skip


def test_list_labels_are_those_that_are_shown() -> None:
    body = (
        r"{\listtext\pard\plain 1)\tab}\pard\ls1 en\par"
        r"{\listtext\pard\plain\f2\'b7\tab}\pard\ls2\ilvl1 to\par"
        r"{\pntext\f1\'a7\tab}\pard tre\par\pard fire\par"
    )
    assert [(b.label, b.kind, b.level, b.text) for b in blocks_of(body)] == [
        ("1)", "list-item", 1, "en"), ("•", "list-item", 2, "to"), ("•", "list-item", 1, "tre"),
        (None, "paragraph", None, "fire"),
    ]  # fmt: skip


def test_cells_have_their_place_and_those_that_go_on_are_not_shown() -> None:
    body = (
        r"f\'f8r\par\trowd\cellx1000\clvmgf\cellx2000\cellx3000\pard\intbl a\cell b\par c\cell d\cell\row"
        r"\trowd\cellx2000\clvmrg\cellx3000\pard\intbl bred\cell igjen\cell\row\pard etter\par"
    )
    blocks = blocks_of(body)
    assert [(b.id, b.text, b.cell) for b in blocks] == [
        ("p1", "før", None),
        ("t1r1c1p1", "a", Cell(0, 0, 0)),
        ("t1r1c2p1", "b", Cell(0, 0, 1)),
        ("t1r1c2p2", "c", Cell(0, 0, 1)),
        ("t1r1c3p1", "d", Cell(0, 0, 2)),
        ("t1r2c1p1", "bred", Cell(0, 1, 0)),
        ("p2", "etter", None),
    ]
    assert hidden_of(body) == [("merged-cell", "igjen")]


def test_tables_stand_within_tables() -> None:
    body = (
        r"\trowd\cellx1000\cellx2000\pard\intbl ute\cell\pard\intbl\itap2 a\nestcell b\nestcell"
        r"{\*\nesttableprops\trowd\cellx400\cellx800\nestrow}{\nonesttables\par}"
        r"\pard\intbl igjen\cell\row\pard slutt"
    )
    assert [(b.id, b.text) for b in blocks_of(body)] == [
        ("t1r1c1p1", "ute"), ("t1r1c2t2r1c1p1", "a"), ("t1r1c2t2r1c2p1", "b"),
        ("t1r1c2p1", "igjen"), ("p1", "slutt"),
    ]  # fmt: skip


@pytest.mark.parametrize("star", ["", r"\*"])
def test_notes_follow_the_text_with_their_marks(star: str) -> None:
    r"""Word writes \footnote, LibreOffice \*\footnote."""
    body = (
        r"\aftnnrlc Loven{\super\chftn{STAR\footnote\pard{\super\chftn} F\'f8rst\par Mer}} og"
        r"{\super\chftn{STAR\footnote\ftnalt\chftn  Slutt}}, se{\super *{STAR\footnote * Egen}}"
        r" og{\super\chftn{STAR\footnote\chftn  Sist}}.\par"
    ).replace("STAR", star)
    blocks = blocks_of(body)
    assert [(b.id, b.mark, b.text) for b in blocks] == [
        ("p1", None, "Loven og, se* og."), ("fn1", "1", " Først"), ("fn1p2", "1", "Mer"),
        ("fn2", "*", "* Egen"), ("fn3", "2", " Sist"), ("en1", "i", " Slutt"),
    ]  # fmt: skip
    assert [(n.start, n.end, n.mark) for n in blocks[0].notes] == [
        (5, 5, "1"), (8, 8, "i"), (12, 13, "*"), (16, 16, "2"),
    ]  # fmt: skip


def test_margins_are_read_once_and_text_boxes_after_their_paragraph() -> None:
    box = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn wzName}{\sv Boks}}{\shptxt\pard boksen\par}}"
        r"{\shprslt{\*\do\dptxbx{\dptxbxtext\pard boksen\par}}}}"
    )
    old = r"{\*\do\dptxbx{\dptxbxtext\pard gammel boks\par}\dpx0}"
    body = (
        rf"{{\header topp\par}}{{\footer side\par}}f\'f8r{box}{old} etter\par\sect"
        r"{\header topp\par}{\headerf forside\par}slutt\par"
    )
    assert [(b.id, b.kind, b.text) for b in blocks_of(body)] == [
        ("h1p1", "header", "topp"), ("h2p1", "header", "forside"), ("p1", "paragraph", "før etter"),
        ("b1p1", "text-box", "boksen"), ("b2p1", "text-box", "gammel boks"),
        ("p2", "paragraph", "slutt"), ("f1p1", "footer", "side"),
    ]  # fmt: skip


def test_a_row_that_never_ends_is_read() -> None:
    assert texts_of(r"\trowd\cellx900\intbl a\cell b") == ["a", "b"]


@pytest.mark.shared
def test_a_form_that_libreoffice_saved_keeps_what_rtf_can_keep(
    shared_folder: Path, tmp_path: Path
) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = shared_folder / "forms" / "everything.docx"
    subprocess.run(
        [program, "--headless", profile, "--convert-to", "rtf", "--outdir", tmp_path, form],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text("utf-8"))
    document = read_file("svar.rtf", (tmp_path / "everything.rtf").read_bytes())[0].document
    assert document is not None
    states = [state for _, state in ticked(document.blocks)]
    assert states == [state for at in sorted(truth["ticks"]) for state in truth["ticks"][at]]
    notes = {b.mark: b.text.strip() for b in document.blocks if b.kind == "footnote"}
    assert notes == truth["fn"]
    text = "\n".join(block.text for block in document.blocks)
    shown = ["TEXTBOX", "INSERTED", "MOVE", "DROPDOWN", "DDLIST", "HEADER", "FOOTER", "ENDNOTE"]
    assert {word: text.count(f"MRK{word} ") for word in shown} == dict.fromkeys(shown, 1)
    assert sorted({each.kind for each in document.hidden}) == ["comment", "deleted", "hidden"]
