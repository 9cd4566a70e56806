"""Ticks and fields of an OpenDocument text: state, place, name, and conflict."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Box
from tests.core.reading.blocks.open_document import blocks_of, hidden_of, odt_of, p, text_style
from tests.core.reading.blocks.test_shared_forms import ticked

BOX = 'loext:checkbox="true"'
STATES = 'loext:checkbox="true" loext:checked-state="☒" loext:unchecked-state="☐"'


def control(attributes: str, inner: str) -> str:
    return f"<loext:content-control {attributes}>{inner}</loext:content-control>"


def boxes(body: str, **parts: str) -> tuple[Box, ...]:
    return tuple(box for block in blocks_of(body, **parts) for box in block.boxes)


def test_a_control_keeps_its_state_and_its_name() -> None:
    body = p(control(f'{STATES} loext:checked="true" loext:tag="q1_ja"', "☒") + " Ja "
             + control(f'{STATES} loext:alias="q1_nei"', "☐") + " Nei")  # fmt: skip
    assert boxes(body) == (Box(0, True, "control", "q1_ja"), Box(5, False, "control", "q1_nei"))


def test_state_and_glyph_that_disagree_are_a_conflict() -> None:
    both = p(control(f'{STATES} loext:checked="true"', "☐") + control(STATES, "☒"))
    assert [(box.ticked, box.conflict) for box in boxes(both)] == [(True, True), (False, True)]
    own = 'loext:checkbox="true" loext:checked-state="A" loext:unchecked-state="B"'
    assert boxes(p("x " + control(own, "B") + " Ja")) == (Box(2, False, "control"),)


def test_a_box_without_a_glyph_is_put_where_it_stands() -> None:
    block = blocks_of(p("en " + control(f'{STATES} loext:checked="true"', "") + "to"))[0]
    assert (block.text, block.boxes) == ("en ☒to", (Box(3, True, "control"),))


def test_a_prompt_is_no_answer_and_a_control_names_its_block() -> None:
    body = p(control('loext:showing-place-holder="true"', "Klikk her")) + p(
        control('loext:tag="svar1"', "Vi er enige")
    )
    assert [(b.text, b.tag) for b in blocks_of(body)] == [("Vi er enige", "svar1")]
    assert hidden_of(body) == [("placeholder", "Klikk her")]


def test_old_form_fields_keep_ticks_and_choices() -> None:
    kind = "vnd.oasis.opendocument.field."
    checked = '<field:param field:name="Checkbox_Checked" field:value="true"/>'
    entry = '<field:param field:name="Dropdown_ListEntry" field:value="{}"/>'
    body = p(
        f'<text:bookmark-start text:name="Q1_Ja"/><field:fieldmark text:name="__Fieldmark__1"'
        f' field:type="{kind}FORMCHECKBOX">{checked}</field:fieldmark><text:bookmark-end/> Ja '
        f'<field:fieldmark-start field:type="{kind}FORMCHECKBOX" text:name="Q1_Nei"/>x'
        f'<field:fieldmark-end/> Nei <field:fieldmark field:type="{kind}FORMDROPDOWN">'
        f'{entry.format("Velg")}{entry.format("Kommune")}'
        '<field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark>'
    )  # fmt: skip
    assert boxes(body) == (
        Box(0, True, "legacy-field", "Q1_Ja"), Box(5, False, "legacy-field", "Q1_Nei"),
    )  # fmt: skip
    assert blocks_of(body)[0].text == "☒ Ja ☐ Nei Kommune"


def test_a_text_field_shows_its_result_also_over_paragraphs() -> None:
    start = '<field:fieldmark-start field:type="vnd.oasis.opendocument.field.FORMTEXT"/>'
    body = (
        p(f"{start}kommando<field:fieldmark-separator/>en")
        + p("to<field:fieldmark-end/> tre")
        + p(f"{start}aldri lukket")
    )
    assert [b.text for b in blocks_of(body)] == ["en", "to tre", "aldri lukket"]


def test_form_controls_show_their_state_and_label() -> None:
    forms = (
        '<office:forms><form:form><form:checkbox xml:id="c1" form:name="ja" form:label="Ja"'
        ' form:current-state="checked"/><form:checkbox form:id="c2" form:label="Nei"'
        ' form:state="checked" form:current-state="unchecked"/>'
        '<form:listbox xml:id="c3"><form:option form:label="By"/>'
        '<form:option form:label="Bygd" form:current-selected="true"/></form:listbox>'
        '<form:text xml:id="c4" form:current-value="Fordi"/></form:form></office:forms>'
    )
    body = forms + p(" ".join(f'<draw:control draw:control="c{at}"/>' for at in range(1, 6)))
    (block,) = blocks_of(body)
    assert block.text.strip() == "☒ Ja ☐ Nei Bygd Fordi"
    assert block.boxes == (Box(0, True, "control", "ja"), Box(5, False, "control"))
    assert odt_of(body).flags == ("embedded-files",), "the fifth is described nowhere"


def test_letters_of_symbol_fonts_are_ticks() -> None:
    automatic = text_style("W", 'style:font-name="Wingdings1"') + text_style(
        "O", 'fo:font-family="OpenSymbol"'
    )
    faces = '<style:font-face style:name="Wingdings1" svg:font-family="Wingdings"/>'
    body = p('<text:span text:style-name="W">þ</text:span> Ja '
             '<text:span text:style-name="W">\uf0a8</text:span> Nei '
             '<text:span text:style-name="O">☑</text:span>')  # fmt: skip
    found = boxes(body, automatic=automatic, fonts=faces)
    assert [box.ticked for box in found] == [True, False, True]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["legacy-fields", "everything"])
def test_forms_that_libreoffice_saved_keep_every_tick(
    shared_folder: Path, tmp_path: Path, name: str
) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = shared_folder / "forms" / f"{name}.docx"
    subprocess.run(
        [program, "--headless", profile, "--convert-to", "odt", "--outdir", tmp_path, form],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert_all_ticks(tmp_path / f"{name}.odt", shared_folder)


@pytest.mark.shared
def test_the_shared_odt_keeps_every_tick(shared_folder: Path) -> None:
    assert_all_ticks(shared_folder / "forms" / "content-controls.odt", shared_folder)


@pytest.mark.shared
def test_every_tick_of_the_shared_odt_turned_round_is_read_turned_round(
    shared_folder: Path,
) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text("utf-8"))["ticks"]
    ticked_box = f'{BOX} loext:checked="true"'
    swaps = {"☒</": "☐</", "☐</": "☒</", ticked_box: BOX, BOX: ticked_box}
    any_of = re.compile("|".join(re.escape(old) for old in swaps))
    turned = io.BytesIO()
    source = shared_folder / "forms" / "content-controls.odt"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(turned, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("latin-1" if name.endswith(".png") else "utf-8")
            if name == "content.xml":
                content = any_of.sub(lambda found: swaps[found.group()], content)
            new.writestr(name, content)
    document = read_file("svar.odt", turned.getvalue())[0].document
    assert document is not None
    expected = [1 - state for question in sorted(truth) for state in truth[question]]
    assert [state for _, state in ticked(document.blocks)] == expected
    assert not any(box.conflict for block in document.blocks for box in block.boxes)


def assert_all_ticks(path: Path, shared_folder: Path) -> None:
    truth = json.loads((shared_folder / "forms" / "truth.json").read_text("utf-8"))
    document = read_file(path.name, path.read_bytes())[0].document
    assert document is not None
    expected = [
        (option, state)
        for question in sorted(truth["ticks"])
        for option, state in zip(truth["opts"], truth["ticks"][question], strict=True)
    ]
    assert list(ticked(document.blocks)) == expected
    notes = {b.mark: b.text.strip() for b in document.blocks if b.kind == "footnote"}
    assert notes == truth["fn"]
