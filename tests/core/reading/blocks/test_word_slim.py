"""What is left out before parsing changes nothing in what is read."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path

import pytest

from innspill.stages.reading.core.formats.docx.fragments import Fragments
from innspill.stages.reading.core.formats.docx.slim import slim
from innspill.stages.reading.core.formats.docx.styles import Styles
from tests.core.reading.blocks.word import document_of, p, part, r, word

LOOKS = '<w:rFonts w:ascii="Calibri"/><w:sz w:val="22"/><w:lang w:val="nb-NO"/>'
NO_STYLES = Styles(Fragments(b"", "styles"))


def whole(data: bytes) -> bytes:
    """The package `data` with a comment in each part, for which nothing is left out or cut out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b"<!-- -->" if name.endswith(".xml") else b""))
    return out.getvalue()


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["everything", "content-controls", "legacy-fields", "table-glyphs"]
)
def test_the_forms_are_read_alike_whole_and_slim(shared_folder: Path, name: str) -> None:
    data = (shared_folder / "forms" / f"{name}.docx").read_bytes()
    slim_read, whole_read = document_of(data), document_of(whole(data))
    assert [dataclasses.asdict(b) for b in slim_read.blocks] == [
        dataclasses.asdict(b) for b in whole_read.blocks
    ]
    assert (slim_read.hidden, slim_read.flags) == (whole_read.hidden, whole_read.flags)


def test_only_looks_are_left_out() -> None:
    telling = [
        '<w:rStyle w:val="Skjult"/>', "<w:vanish/>", "<w:strike/>", '<w:shd w:fill="FFFF00"/>',
        '<w:rFonts w:ascii="WINGDINGS"/>', "<w:del w:id='1'/>", "<w:nytt/>",
    ]  # fmt: skip
    styles = '<w:style w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>'
    known = Styles(Fragments(part("styles", styles).encode(), "styles"))
    data = "".join(r("Ja", LOOKS) + r("Nei", each + LOOKS) for each in telling).encode()
    kept = slim(data, known).decode()
    assert "Calibri" not in kept.replace("w:del w:id='1'/>" + LOOKS, "")
    assert all(each in kept for each in telling)
    assert kept.count("<w:rPr>") == len(telling)


def test_earlier_properties_within_properties_break_nothing() -> None:
    change = f'<w:rPrChange w:id="1"><w:rPr>{LOOKS}</w:rPr></w:rPrChange>'
    data = word(p(r("Synlig", LOOKS + change), r("skjult", "<w:vanish/>" + change)))
    assert [block.text for block in document_of(data).blocks] == ["Synlig"]


def test_text_that_looks_like_properties_is_text() -> None:
    literal = f"<w:rPr>{LOOKS}</w:rPr>"
    data = word(p(f"<w:r><w:t><![CDATA[{literal}]]></w:t></w:r>"))
    assert document_of(data).blocks[0].text == literal


def test_properties_in_single_quotes_or_with_references_stay() -> None:
    for odd in ("<w:rFonts w:ascii='Wingdings'/>", '<w:rFonts w:ascii="&#87;ingdings"/>'):
        assert odd.encode() in slim(r("þ", odd).encode(), NO_STYLES)
        assert document_of(word(p(r("þ", odd)))).blocks[0].text == "☒"


@pytest.mark.parametrize(
    "style",
    [
        '<w:style w:styleId="A&amp;B"><w:rPr><w:vanish/></w:rPr></w:style>',
        "<w:style w:styleId='A&#38;B'><w:rPr><w:vanish/></w:rPr></w:style>",
        '<w:style  w:type="x" w:styleId = "A&amp;B" ><w:rPr><w:vanish/></w:rPr></w:style >',
        '<w:style w:styleId="A&amp;B"><w:name w14:x="1"/><w:rPr><w:vanish/></w:rPr></w:style>',
    ],
)
def test_a_style_is_found_however_its_name_is_written(style: str) -> None:
    body = p("Synlig", r("skjult", '<w:rStyle w:val="A&amp;B"/>'))
    document = document_of(word(body, styles=style))
    assert [block.text for block in document.blocks] == ["Synlig"]
    assert [hidden.text for hidden in document.hidden] == ["skjult"]
