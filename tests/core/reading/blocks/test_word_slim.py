"""What is left out before parsing changes nothing in what is read."""

from __future__ import annotations

import dataclasses
import io
import random
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


SESSIONS = ("", ' w:rsidR="00B2221B"', ' w:rsidR="00B2221B" w:rsidRPr="00AB12CD"')
ALIKE = ("", "<w:rPr/>", f"<w:rPr>{LOOKS}</w:rPr>")
TELLING = ("b", "strike", "vanish", 'rFonts w:ascii="Wingdings"', 'highlight w:val="yellow"')
BETWEEN = (
    '<w:proofErr w:type="spellStart"/>', "<w:r><w:lastRenderedPageBreak/></w:r>", "<w:r/>",
    "<w:r><w:tab/></w:r>", "<w:r><w:t/></w:r>", "<w:r><w:t>x</w:t><w:rPr><w:b/></w:rPr></w:r>",
    '<w:hyperlink w:anchor="a"><w:r><w:t>her</w:t></w:r></w:hyperlink>',
    '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>',
    "</w:p><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>", "</w:p><w:p><w:pPr/>",
    '</w:p><w:p><w:pPr><w:keepNext/><w:spacing w:after="0"/></w:pPr>',
    '</w:p><w:p><w:pPr><w:jc w:val="left"/><w:outlineLvl w:val="1"/></w:pPr>',
)  # fmt: skip


def cut_up(chance: random.Random) -> str:
    """A paragraph that many hands have been at: runs alike and not alike, and noise between."""
    telling = [
        f'<w:rPr><w:{each}/><w:sz w:val="22"/></w:rPr>' for each in chance.choices(TELLING, k=2)
    ]
    pieces = []
    for _ in range(chance.randrange(2, 12)):
        look = chance.choice((*ALIKE, *ALIKE, *telling))
        asks = chance.choice(("", ' xml:space="preserve"'))
        text = chance.choice(("Vi ", "mener", " &gt; ", "(", "x)", "þ", " ", "☒"))
        session = chance.choice(SESSIONS)
        pieces.append(f"<w:r{session}>{look}<w:t{asks}>{text}</w:t></w:r>")
        if chance.random() < 0.3:
            pieces.append(chance.choice(BETWEEN))
    return p("".join(pieces))


def test_however_a_sentence_is_cut_into_runs_it_is_read_alike() -> None:
    for seed in range(150):
        data = word(cut_up(random.Random(seed)) + p("Til slutt"))
        assert repr(document_of(data)) == repr(document_of(whole(data))), seed


def test_runs_that_look_alike_are_joined_and_others_are_not() -> None:
    """What makes reading quick: a run less to parse and to pass through."""
    noise = '<w:proofErr w:type="spellEnd"/>'
    alike = '<w:r w:rsidR="00B2221B"><w:rPr/><w:t xml:space="preserve">Vi </w:t></w:r>' + noise
    bold = r("mener ", "<w:b/>" + LOOKS) + r("det", "<w:b/>")
    slimmed = slim((alike + r("alle") + bold + r(".")).encode(), NO_STYLES).decode()
    assert slimmed == (
        "<w:r><w:t>Vi alle</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>mener det</w:t></w:r>"
        "<w:r><w:t>.</w:t></w:r>"
    )


def test_a_paragraph_keeps_the_properties_that_tell_what_it_is() -> None:
    layout = '<w:pPr><w:keepNext/><w:spacing w:after="0"/></w:pPr>'
    heading = '<w:pPr><w:spacing w:after="0"/><w:outlineLvl w:val="1"/></w:pPr>'
    slimmed = slim(f"<w:p>{layout}</w:p><w:p>{heading}</w:p>".encode(), NO_STYLES).decode()
    assert slimmed == f"<w:p></w:p><w:p>{heading}</w:p>"
