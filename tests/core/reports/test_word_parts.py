"""The parts of a report in its Word file: tags, lists, tables, sources; and found again."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from reports_parts import PARTS, made_word, paragraphs_in

from innspill.stages.reports.core.word.tags import bookmark_of, made_from_of, report_in, tag_of

HEADINGS = {part.key: part.heading for part in PARTS}
MADE = made_word(made_from="ab" * 32)
DOCUMENT = Document(io.BytesIO(MADE))
BODY = DOCUMENT.element.body


def words_in(root: Any) -> str:
    return "".join(node.text or "" for node in root.iter(qn("w:t")))


def part_of(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def changed(data: bytes, change: Any) -> bytes:
    document = Document(io.BytesIO(data))
    change(document.element.body)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_each_part_stands_in_a_control_under_its_key_with_a_name_and_a_bookmark() -> None:
    controls = list(BODY.iter(qn("w:sdt")))
    tags = [each.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for each in controls]
    assert tags == [part.key for part in PARTS]
    names = [each.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")) for each in controls]
    assert names[2] == "Vurdering [theme:12/assessment]"
    marks = {each.get(qn("w:name")) for each in BODY.iter(qn("w:bookmarkStart"))}
    assert {bookmark_of(part.key) for part in PARTS} <= marks
    assert len(tag_of("x" * 100)) <= 40


def test_the_parts_are_found_again_with_all_that_stands_in_them() -> None:
    found = report_in(MADE, HEADINGS)
    assert [(part.key, part.way) for part in found.parts] == [(key, "tag") for key in HEADINGS]
    assert found.made_from == made_from_of(MADE) == "ab" * 32
    assert not found.tracked
    process, question, awaited, _ = found.parts
    assert [block.text for block in process.blocks][:2] == [
        "Slik gikk det til",
        "4 har svart. Legelaget støtter forslaget, og Legelaget står fast.",
    ]
    assert [block.bullet for block in process.blocks] == [False, False, True, True, False, False]
    assert process.blocks[-1].rows[0] == ("Referanse", "Avsender", "Merknader")
    assert [block.text for block in question.blocks if block.style == "Innspill Quote"] == [
        "Vi støttar dette.[^7]", "Og dette.",
    ]  # fmt: skip
    assert [block.text for block in awaited.blocks][1:] == ["[Skriv vurderingen her]"]


def test_what_a_person_wrote_is_seen_by_comparing_with_what_was_given_out() -> None:
    def change(body: Any) -> None:
        said = next(each for each in body.iter(qn("w:t")) if each.text == "Summene stemmer.")
        said.text = "Summene stemmer godt."

    before, after = (report_in(data, HEADINGS) for data in (MADE, changed(MADE, change)))
    differing = [one.key for one, two in zip(before.parts, after.parts, strict=True) if one != two]
    assert differing == ["ledger"]
    assert before.outside == after.outside


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    def change(body: Any) -> None:
        said = next(each for each in body.iter(qn("w:t")) if each.text == "Summene stemmer.")
        run = said.getparent()
        taken = etree.SubElement(run.getparent(), qn("w:del"))
        added = etree.SubElement(run.getparent(), qn("w:ins"))
        added.append(etree.fromstring(etree.tostring(run).replace(b"stemmer", b"holder")))
        said.tag = qn("w:delText")
        taken.append(run)

    found = report_in(changed(MADE, change), HEADINGS)
    assert found.tracked
    assert found.parts[-1].blocks[-1].text == "Summene holder."


@pytest.mark.parametrize("way", ["bookmark", "heading"])
def test_a_part_whose_control_is_gone_is_found_by_its_bookmark_or_its_heading(way: str) -> None:
    def change(body: Any) -> None:
        for control in list(body.iter(qn("w:sdt"))):
            for each in list(control.find(qn("w:sdtContent"))):
                control.addprevious(each)
            control.getparent().remove(control)
        if way == "heading":
            for mark in list(body.iter(qn("w:bookmarkStart"))):
                mark.getparent().remove(mark)

    found = report_in(changed(MADE, change), HEADINGS)
    assert [(part.key, part.way) for part in found.parts] == [(key, way) for key in HEADINGS]
    tagged = report_in(MADE, HEADINGS).parts
    pairs = list(zip(found.parts, tagged, strict=True))[: -1 if way == "heading" else None]
    assert all(one.blocks == two.blocks for one, two in pairs)


def test_a_part_that_is_gone_or_doubled_is_seen() -> None:
    def change(body: Any) -> None:
        first, second, *_ = body.iter(qn("w:sdt"))
        second.addnext(etree.fromstring(etree.tostring(second)))
        body.remove(first)

    found = report_in(changed(MADE, change), HEADINGS)
    keys = [part.key for part in found.parts]
    assert keys == ["question:1", "question:1", "theme:12/assessment", "ledger"]


def test_sources_are_real_endnotes_and_can_be_left_out() -> None:
    notes = part_of(MADE, "word/endnotes.xml")
    ids = [int(each.get(qn("w:id"))) for each in notes]
    marks = [int(each.get(qn("w:id"))) for each in BODY.iter(qn("w:endnoteReference"))]
    assert ids == [-1, 0, *marks]
    assert marks == list(range(1, len(marks) + 1))
    said = [words_in(each).strip() for each in notes]
    assert said[2] == "Tall i report.json: /respondents; teller svar 24/17-1–3, 24/17-5."
    assert said[3] == "Merknad i svar 24/17-1."
    assert any("/answered/4/remarks" in each for each in said)
    assert any(each.text == "Kilder" for each in paragraphs_in(DOCUMENT))
    without = made_word(sources=False)
    with zipfile.ZipFile(io.BytesIO(without)) as package:
        assert "word/endnotes.xml" not in package.namelist()
    assert "Kilder" not in words_in(Document(io.BytesIO(without)).element.body)


def test_endnotes_count_in_arabic_numbers_in_the_order_that_word_demands() -> None:
    settings = [etree.QName(each).localname for each in DOCUMENT.settings.element]
    assert settings.index("endnotePr") < settings.index("compat")
    section = BODY[-1]
    assert section.find(f"{qn('w:endnotePr')}/{qn('w:numFmt')}").get(qn("w:val")) == "decimal"


def test_headings_lists_tables_pictures_and_languages_are_what_they_look_like() -> None:
    shown = paragraphs_in(DOCUMENT)
    assert [each.text for each in shown if each.style.name == "Heading 1"] == [
        "Slik gikk det til", "Spørsmål 1", "Vedlegg: Regnskap", "Kilder",
    ]  # fmt: skip
    bullets = [each for each in shown if each.style.name == "List Bullet"]
    assert len(bullets) == 3
    table = next(BODY.iter(qn("w:tbl")))
    rows = table.findall(qn("w:tr"))
    assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    picture = next(BODY.iter(qn("wp:docPr")))
    assert picture.get("descr") == "Svar på spørsmål 1. Ja (støtte): 2."
    foreign = [
        words_in(run)
        for run in BODY.iter(qn("w:r"))
        if (tag := run.find(f"{qn('w:rPr')}/{qn('w:lang')}")) is not None
        and tag.get(qn("w:val")) == "nn-NO"
    ]
    assert foreign == ["Vi støttar dette.", "7"]


def test_a_name_stands_in_italics_the_first_time_only() -> None:
    italic = [
        words_in(run)
        for run in BODY.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None
    ]
    assert italic == ["Legelaget"]


def test_the_first_page_says_that_the_report_is_partial() -> None:
    first = [each.text for each in paragraphs_in(DOCUMENT)[:5]]
    assert first[0] == "Oppsummering av høring (foreløpig)"
    assert "Rapporten er foreløpig. Dette gjenstår:" in first
    assert "2 merknader er ikke vurdert." in first


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_keeps_every_part_and_which_report_it_is(tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(MADE)
    command = [
        "soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(source),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "saved" / "report.docx").read_bytes()
    before, after = report_in(MADE, HEADINGS), report_in(saved, HEADINGS)
    assert after.made_from == before.made_from
    assert [(part.key, part.way) for part in after.parts] == [(key, "bookmark") for key in HEADINGS]
    assert [part.blocks for part in after.parts] == [part.blocks for part in before.parts]
    assert len(part_of(saved, "word/endnotes.xml")) == len(part_of(MADE, "word/endnotes.xml"))
