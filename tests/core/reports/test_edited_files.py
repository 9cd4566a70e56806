"""Word files that came back: what somebody changed is found, and everything else is as it was."""

from __future__ import annotations

import copy
import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as DocxParagraph
from edited_material import PART, paragraph
from reports_material import full_report
from tests.stages.reports.word_edits import through_libreoffice

from innspill.shared.errors import BadInput
from innspill.stages.reports.core.edited.arranging import whole
from innspill.stages.reports.core.edited.stored import told
from innspill.stages.reports.core.edited.word_changes import FileChanges, PartChange, changes_in
from innspill.stages.reports.core.edited.word_file import EditedFile, read_word, which_report
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.parts.values import (
    Bullets,
    Heading,
    Paragraph,
    Quote,
    ReportPart,
    Table,
)
from innspill.stages.reports.core.title_page import title_page
from innspill.stages.reports.core.word.document import WordWish, write_word
from innspill.stages.reports.core.word.ooxml import element

PARTS = (PART, ReportPart("ledger", "Regnskap", 1, (paragraph("Alt stemmer."),)))
HEADINGS = {part.key: part.heading for part in PARTS}


@pytest.fixture(scope="module")
def given() -> bytes:
    """The Word file as it was given out."""
    report = full_report()
    figures = count(report)
    page = title_page(figures, report, kind="summary", left=())
    return write_word(figures, page, PARTS, WordWish(made_from="abc123"))


@pytest.fixture(scope="module")
def original(given: bytes) -> EditedFile:
    """What was read of it."""
    return read_word("report.docx", given, HEADINGS)


Edit = Callable[[Any], None]


def _edited(given: bytes, *edits: Edit) -> bytes:
    document = Document(io.BytesIO(given))
    for edit in edits:
        edit(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _all(document: Any) -> list[DocxParagraph]:
    return [DocxParagraph(each, None) for each in document.element.body.iter(qn("w:p"))]


def _said(document: Any, words: str) -> DocxParagraph:
    return next(
        each
        for each in _all(document)
        if words in each.text and not (each._p.pPr is not None and "TOC" in str(each._p.pPr.xml))
    )


def _set(words: str, to: str) -> Edit:
    def edit(document: Any) -> None:
        found = _said(document, words)
        first, *others = found.runs
        first.text = to
        for run in others:
            run._r.getparent().remove(run._r)

    return edit


def _after(words: str, text: str) -> Edit:
    def edit(document: Any) -> None:
        found = _said(document, words)._p
        made = element("w:p")
        run = element("w:r")
        run.append(element("w:t"))
        run[0].text = text
        made.append(run)
        found.addnext(made)

    return edit


def _changes(given: bytes, original: EditedFile, *edits: Edit) -> FileChanges:
    edited = read_word("min.docx", _edited(given, *edits), HEADINGS, known_notes=original.endnotes)
    return changes_in(edited, original, PARTS, "nb")


def _only(changes: FileChanges) -> PartChange:
    (change,) = changes.changes
    return change


def test_a_file_that_nobody_changed_changes_nothing(given: bytes, original: EditedFile) -> None:
    assert _changes(given, original) == FileChanges((), (), (), 0)
    assert which_report("report.docx", given) == "abc123"


def test_a_changed_sentence_is_found_and_all_other_blocks_are_as_they_were(
    given: bytes, original: EditedFile
) -> None:
    change = _only(_changes(given, original, _set("47 instanser", "Nesten 50 svarte.")))
    before = whole(PART)
    assert change.part == "question:1"
    assert change.blocks[0] == before[0]
    assert change.blocks[2:] == before[2:]
    changed = change.blocks[1]
    assert isinstance(changed, Paragraph)
    assert changed.text.startswith("Nesten 50 svarte.")


def test_a_line_of_a_list_is_changed_and_one_is_added(given: bytes, original: EditedFile) -> None:
    def add(document: Any) -> None:
        line = _said(document, "Legelaget")._p
        more = copy.deepcopy(line)
        DocxParagraph(more, None).runs[0].text = "Pasientlaget"
        line.addnext(more)

    change = _only(_changes(given, original, add, _set("Legelaget", "Legeforeningen")))
    lists = [block for block in change.blocks if isinstance(block, Bullets)]
    lines = [line.text for block in lists for line in block.lines]
    assert lines == ["Fjordvik kommune", "Legeforeningen", "Pasientlaget"]


def test_a_quote_that_somebody_changed_is_said_to_be_changed(
    given: bytes, original: EditedFile
) -> None:
    change = _only(_changes(given, original, _set("Fristen er for kort", "Fristen er bra.")))
    (quote,) = (block for block in change.blocks if isinstance(block, Quote))
    assert (quote.text, quote.name) == (
        "Fristen er bra.", "Fjordvik kommune, gjengitt med endringer",
    )  # fmt: skip


def test_a_cell_of_a_table_is_changed(given: bytes, original: EditedFile) -> None:
    change = _only(_changes(given, original, _set("Foreninger", "Foreninger og lag")))
    (table,) = (block for block in change.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Kommuner", "40"], ["Foreninger og lag", "7"],
    ]  # fmt: skip
    assert table.rows[0][1].sources
    assert table.widths == (3.0, 1.0)


def test_the_heading_of_a_part_is_a_persons_too(given: bytes, original: EditedFile) -> None:
    def edit(document: Any) -> None:
        heading = next(
            each for each in _all(document)
            if each.text == "Regnskap" and each._p.pPr.pStyle.val == "Heading1"
        )  # fmt: skip
        heading.runs[0].text = "Slik stemmer tallene"

    change = _only(_changes(given, original, edit))
    assert change.blocks[0] == Heading("Slik stemmer tallene", 1)


def test_text_outside_any_part_becomes_a_part_of_its_own(
    given: bytes, original: EditedFile
) -> None:
    def edit(document: Any) -> None:
        control = next(document.element.body.iter(qn("w:sdt")))
        made = element("w:p")
        made.append(element("w:r"))
        made[0].append(element("w:t"))
        made[0][0].text = "Skrevet mellom to deler."
        control.addnext(made)

    change = _only(_changes(given, original, edit))
    assert (change.after, change.shown) == ("question:1", True)
    assert told(change.blocks) == (
        ("Heading", "Tillegg fra Word"), ("Paragraph", "Skrevet mellom to deler."),
    )  # fmt: skip


def test_a_part_that_is_gone_and_one_that_stands_twice_are_said(
    given: bytes, original: EditedFile
) -> None:
    def take_out(document: Any) -> None:
        last = list(document.element.body.iter(qn("w:sdt")))[-1]
        last.getparent().remove(last)

    assert _changes(given, original, take_out).gone == ("Regnskap",)

    def double(document: Any) -> None:
        first, last = list(document.element.body.iter(qn("w:sdt")))[-2:]
        more = copy.deepcopy(first)
        DocxParagraph(list(more.iter(qn("w:p")))[1], None).runs[0].text = "Skrevet i kopien."
        last.addnext(more)

    changes = _changes(given, original, double)
    assert changes.twice == ("Spørsmål 1",)
    assert "Skrevet i kopien." in str(_only(changes).blocks)


def test_tracked_changes_are_read_as_accepted_and_what_is_struck_is_told(
    given: bytes, original: EditedFile
) -> None:
    def edit(document: Any) -> None:
        run = _said(document, "Alt stemmer").runs[0]._r
        struck = element("w:del", id=900, author="Kari Nordmann")
        run.addprevious(struck)
        struck.append(run)
        run.find(qn("w:t")).tag = qn("w:delText")
        added = element("w:ins", id=901, author="Kari Nordmann")
        added.append(element("w:r"))
        added[0].append(element("w:t"))
        added[0][0].text = "Alt er kontrollert."
        struck.addnext(added)

    edited = read_word("min.docx", _edited(given, edit), HEADINGS)
    assert edited.editors == ("Kari Nordmann",)
    assert edited.struck == ("Alt stemmer.",)
    change = _only(changes_in(edited, original, PARTS, "nb"))
    assert told(change.blocks)[1] == ("Paragraph", "Alt er kontrollert.")


def test_a_footnote_goes_with_the_text_and_comments_are_kept_beside_the_report(
    given: bytes, original: EditedFile
) -> None:
    def edit(document: Any) -> None:
        found = _said(document, "Alt stemmer")
        run = element("w:r")
        run.append(element("w:footnoteReference", id=7))
        found._p.append(run)

    notes = _part("footnotes", 'w:footnote w:id="7"', "Kontrollert to ganger.")
    comments = _part("comments", 'w:comment w:id="1" w:author="Ola"', "Se på dette.")
    data = _with(_edited(given, edit), {"footnotes": notes, "comments": comments})
    edited = read_word("min.docx", data, HEADINGS, known_notes=original.endnotes)
    changes = changes_in(edited, original, PARTS, "nb").changes
    assert [(each.part, each.shown) for each in changes] == [("ledger", True), ("", False)]
    assert told(changes[0].blocks)[1][1] == "Alt stemmer. [Fotnote: Kontrollert to ganger.]"
    assert "Ola: Se på dette." in str(changes[1].blocks)


def _part(root: str, item: str, text: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    name = item.split(" ", maxsplit=1)[0]
    said = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return (f'<w:{root} xmlns:w="{space}"><{item}>{said}</{name}></w:{root}>').encode()


def _with(data: bytes, parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for entry in old.infolist():
            if entry.filename not in {f"word/{name}.xml" for name in parts}:
                new.writestr(entry.filename, old.read(entry))
        for name, content in parts.items():
            new.writestr(f"word/{name}.xml", content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "cannot be read"),
        (b"PK\x03\x04 and no more", "cannot be read"),
        (b"%PDF-1.7", "cannot be read"),
    ],
)
def test_what_is_no_word_file_is_refused_in_one_sentence(data: bytes, what: str) -> None:
    with pytest.raises(BadInput, match=what):
        read_word("fil.docx", data, HEADINGS)


def test_macros_entities_and_endless_files_are_refused(given: bytes) -> None:
    with pytest.raises(BadInput, match="has macros"):
        read_word("m.docx", _added(given, "word/vbaProject.bin", b"x"), HEADINGS)
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(BadInput, match="cannot be read"):
        read_word("e.docx", _added(given, "word/extra.xml", entity), HEADINGS)
    with pytest.raises(BadInput, match="cannot be read"):
        read_word("b.docx", _added(given, "word/big.xml", b" " * (65 << 20)), HEADINGS)


def _added(data: bytes, name: str, content: bytes) -> bytes:
    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return held.getvalue()


def test_a_part_whose_heading_was_changed_at_the_desk_is_still_its_part(
    given: bytes, original: EditedFile
) -> None:
    other = {**HEADINGS, "ledger": "Noe helt annet"}
    edited = read_word("report.docx", given, other)
    assert [part.key for part in edited.found.parts] == [part.key for part in original.found.parts]
    assert replace(edited, found=original.found) == original


@pytest.mark.skipif(not shutil.which("soffice"), reason="there is no LibreOffice")
def test_a_file_that_libreoffice_saved_says_the_same(
    given: bytes, original: EditedFile, tmp_path: Path
) -> None:
    data = through_libreoffice(
        _edited(given, _set("47 instanser", "Nesten 50 svarte."), _after("Alt stemmer", "Og mer.")),
        tmp_path,
    )
    assert which_report("r.docx", data) == "abc123"
    edited = read_word("r.docx", data, HEADINGS, known_notes=original.endnotes)
    changes = changes_in(edited, original, PARTS, "nb")
    assert (changes.gone, changes.twice, changes.pictures) == ((), (), 0)
    assert [each.part for each in changes.changes] == ["question:1", "ledger"]
    assert changes.changes[0].blocks[2:] == whole(PART)[2:]
    assert told(changes.changes[1].blocks)[1:] == (
        ("Paragraph", "Alt stemmer."), ("Paragraph", "Og mer."),
    )  # fmt: skip
