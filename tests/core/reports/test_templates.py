"""A body's own Word template: what it may ask for, what is refused, and what becomes of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import RGBColor
from reports_parts import FIGURES, PAGE, PARTS, made_word, paragraphs_in

from innspill.stages.reports.core.word.document import WordWish, write_word
from innspill.stages.reports.core.word.tags import report_in
from innspill.stages.reports.core.word.template_check import FaultKind, check

HEADINGS = {part.key: part.heading for part in PARTS}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def template(*lines: str, change: Callable[[Any], None] = lambda _document: None) -> bytes:
    document = Document()
    for line in lines or ("{{ tittel }}", "{{ rapport }}", "Vennlig hilsen {{ eier }}"):
        document.add_paragraph(line)
    change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def packed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one part changed, or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, change(old.read(name) if name in old.namelist() else b""))
    return buffer.getvalue()


def kinds(data: bytes) -> list[FaultKind]:
    return [fault.kind for fault in check(data).faults]


def lines_of(data: bytes) -> list[str]:
    return [each.text for each in paragraphs_in(Document(io.BytesIO(data)))]


def test_the_parts_stand_where_the_template_has_its_place_for_them() -> None:
    written = made_word(template=template())
    lines = lines_of(written)
    assert lines[0] == "Plan for nødnett"
    assert lines[-3:] == ["Kilder", lines[-2], "Vennlig hilsen Direktoratet for prøver"]
    found = report_in(written, HEADINGS)
    assert [part.key for part in found.parts] == list(HEADINGS)
    assert "Oppsummering av høring (foreløpig)" not in lines
    assert "2 merknader er ikke vurdert." in lines


def test_the_template_keeps_its_own_styles_and_gets_those_that_it_lacks() -> None:
    def green(document: Any) -> None:
        document.styles["Heading 1"].font.color.rgb = RGBColor(0, 0x80, 0)

    document = Document(io.BytesIO(made_word(template=template(change=green))))
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0, 0x80, 0)
    assert {"Innspill Quote", "endnote text"} <= {style.name for style in document.styles}
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [node.get(qn("w:val")) for node in defaults.iter(qn("w:lang"))] == ["nb-NO"]
    assert document.core_properties.title == "Oppsummering av høring: Plan for nødnett"


def test_a_placeholder_that_word_has_cut_in_runs_is_filled_in_all_the_same() -> None:
    def cut(document: Any) -> None:
        paragraph = document.add_paragraph("Sak ")
        for piece in ("{", "{ saks", "nummer", " }", "} i arkivet"):
            paragraph.add_run(piece).bold = True
        document.sections[0].header.paragraphs[0].add_run("{{ eier }}")

    data = template(change=cut)
    assert check(data).faults == ()
    document = Document(io.BytesIO(made_word(template=data)))
    assert document.paragraphs[-1].text == "Sak 24/17 i arkivet"
    assert document.sections[0].header.paragraphs[0].text == "Direktoratet for prøver"


def test_a_template_of_word_is_a_template_too() -> None:
    def as_template(types: bytes) -> bytes:
        return types.replace(b"document.main+xml", b"template.main+xml")

    data = packed(template(), "[Content_Types].xml", as_template)
    assert check(data).faults == ()
    assert "Plan for nødnett" in lines_of(made_word(template=data))


def test_it_says_what_it_found() -> None:
    found = check(template())
    assert found.placeholders == ("rapport", "tittel", "eier")
    assert "Heading 1" in found.styles


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__ }}", "{{ rapport.__init__ }}", "{% for x in y %}", "{# skjult #}",
        "{{ tittel|safe }}", "{{ config }}", "{{ 7*7 }}", "{{}}",
    ],
)  # fmt: skip
def test_code_in_a_template_is_named_and_refused(code: str) -> None:
    found = check(template("{{ rapport }}", f"Her {code} står"))
    assert [(fault.kind, fault.what) for fault in found.faults] == [("unknown", code)]


def test_what_is_put_in_is_text_and_is_not_filled_in_again() -> None:
    nasty = replace(FIGURES, title="{{ eier }} {{ 7*7 }} <w:p/>")
    written = write_word(nasty, PAGE, PARTS, WordWish(template=template()))
    assert lines_of(written)[0] == "{{ eier }} {{ 7*7 }} <w:p/>"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("Ingen plass",), "no-report"),
        (("{{ rapport }}", "{{rapport}}"), "report-twice"),
        (("Her: {{ rapport }}",), "report-not-alone"),
    ],
)
def test_the_place_for_the_report_is_one_paragraph_of_its_own(lines: Any, kind: str) -> None:
    assert kinds(template(*lines)) == [kind]


def test_a_place_for_the_report_in_a_table_is_refused() -> None:
    def in_table(document: Any) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{ rapport }}"

    assert kinds(template("Tekst", change=in_table)) == ["report-not-alone"]


def with_relation(kind: str, target: str) -> bytes:
    relation = (
        f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    )
    return packed(
        template(),
        "word/_rels/document.xml.rels",
        lambda held: held.replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"no zip", "not-word"),
        (b"", "not-word"),
        (packed(template(), "word/vbaProject.bin", lambda _: b"x"), "macros"),
        (
            packed(
                template(), "[Content_Types].xml",
                lambda held: held.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                ),
            ),
            "macros",
        ),
        (packed(template(), "word/embeddings/a.bin", lambda _: b"x"), "embedded"),
        (with_relation("image", "http://example.org/x.png"), "outside"),
        (with_relation("image", "file:///etc/passwd"), "outside"),
        (with_relation("hyperlink", "javascript:alert(1)"), "outside"),
        (with_relation("subDocument", "a.docx"), "embedded"),
        (
            packed(
                template(), "word/document.xml",
                lambda held: b'<!DOCTYPE x [<!ENTITY a "b">]>' + held,
            ),
            "not-word",
        ),
        (b"x" * 10_000_001, "too-large"),
        (packed(template(), "word/media/a.bin", lambda _: b"\0" * 60_000_001), "too-large"),
    ],
    ids=range(12),
)  # fmt: skip
def test_what_could_run_or_fetch_is_refused(data: bytes, kind: str) -> None:
    assert kinds(data) == [kind]


def test_a_field_that_fetches_is_refused_and_a_link_to_a_page_is_not() -> None:
    def field(document: Any) -> None:
        made = document.add_paragraph()._p
        code = made.makeelement(qn("w:fldSimple"), {qn("w:instr"): "INCLUDETEXT c:\\\\x.docx"})
        made.append(code)

    assert kinds(template("{{ rapport }}", change=field)) == ["field"]
    assert kinds(with_relation("hyperlink", "https://example.org/")) == []


DDE = "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"


def field(*pieces: str) -> str:
    """A field in WordprocessingML; "{" and "}" among its pieces begin and end one inside it."""
    marks = {"{": "begin", "}": "end"}
    runs = (
        f'<w:r><w:fldChar w:fldCharType="{marks[piece]}"/></w:r>'
        if piece in marks
        else f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
        for piece in ("{", *pieces, "}")
    )
    return f"<w:p>{''.join(runs)}</w:p>"


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        ((DDE,), ["field"]),
        (("DD", "EAUTO c:\\\\x"), ["field"]),
        (("{", " QUOTE 68 68 69 ", "}", " c:\\\\x"), ["field"]),
        (("MACROBUTTON x y",), ["field"]),
        (('HYPERLINK "\\\\\\\\host\\\\share"',), ["field"]),
        (('HYPERLINK "https://example.org/"',), []),
        (('HYPERLINK \\l "_Toc1"',), []),
        (("IF ", "{", " PAGE ", "}", " = 1 a b"), []),
        ((" PA", "GE \\* MERGEFORMAT "), []),
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml"])
def test_a_field_is_known_however_it_is_cut_and_wherever_it_stands(
    pieces: tuple[str, ...], found: list[str], part: str
) -> None:
    root = f'<w:footnotes xmlns:w="{qn("w:p")[1:].partition("}")[0]}">'

    def with_field(held: bytes) -> bytes:
        held = held or f"{root}</w:footnotes>".encode()
        end = b"<w:sectPr" if b"<w:sectPr" in held else b"</w:footnotes>"
        return held.replace(end, field(*pieces).encode() + end, 1)

    assert kinds(packed(template(), part, with_field)) == found


def test_entities_are_refused_in_any_encoding_and_so_is_a_source_of_merged_letters() -> None:
    bomb = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'
    assert kinds(packed(template(), "word/x.xml", lambda _: bomb.encode("utf-16"))) == ["not-word"]
    merging = '<w:mailMerge><w:connectString w:val="Provider=x"/></w:mailMerge></w:settings>'
    held = packed(
        template(), "word/settings.xml",
        lambda settings: settings.replace(b"</w:settings>", merging.encode()),
    )  # fmt: skip
    assert kinds(held) == ["outside"]


def test_the_file_that_the_template_was_made_from_is_not_asked_for() -> None:
    held = with_relation("attachedTemplate", "file:///C:/Maler/Normal.dotm")
    assert kinds(held) == []
