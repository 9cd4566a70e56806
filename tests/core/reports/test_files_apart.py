"""Files of a report that are written in processes of their own, and pieces of a long Word file."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import nsdecls
from lxml import etree
from reports_material import full_report

from innspill.adapters import report_writing
from innspill.adapters.report_writing import ReportNotWrittenError, in_own_processes
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.files import FILES, Writing, files_of, here, write_file
from innspill.stages.reports.core.made_parts import parts_for
from innspill.stages.reports.core.word.document import WordWish
from innspill.stages.reports.core.word.fragments import Fragments
from innspill.stages.reports.core.word.ooxml import element, run_of


def writing(template: bytes | None = None) -> Writing:
    report = full_report()
    figures = count(report)
    parts = parts_for("summary", figures, report)
    return Writing("summary", figures, report, parts, (), WordWish(template=template))


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_writing, "SHORT", 0)


@pytest.mark.usefixtures("apart")
def test_a_file_is_the_same_wherever_it_is_written() -> None:
    report = writing()
    write = in_own_processes(report)
    for name in ("word", "pdf", "json"):
        assert write(name) == write_file(report, name), name


@pytest.mark.usefixtures("apart")
def test_a_process_that_breaks_off_says_which_file_it_was() -> None:
    with pytest.raises(ReportNotWrittenError, match=r"word \(1\): .*BadZipFile"):
        in_own_processes(writing(template=b"no Word file"))("word")


def test_each_file_is_told_of_before_it_is_made() -> None:
    heard: list[str] = []
    made = []
    for name, data in files_of(here(writing()), heard.append):
        assert heard[-1] == name
        assert data
        made.append(name)
    assert tuple(made) == FILES


def test_every_picture_of_a_word_file_has_a_number_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(write_file(writing(), "word"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    numbers = [each.get("id") for each in body.iter("{*}docPr")]
    assert len(numbers) > 1
    assert len(numbers) == len(set(numbers))


def test_what_was_set_aside_stands_again_where_it_stood() -> None:
    document = Document()
    body = document.element.body
    body.insert(0, etree.ProcessingInstruction("innspill-fragment", "0"))  # a template's own
    fragments = Fragments(document.element)
    outer, inner = element("w:sdt"), element("w:p")
    inner.append(run_of("<?innspill-fragment 0?> & «æ» \U0001f600"))
    outer.append(inner)
    body.insert(0, outer)
    before = etree.tostring(document.element, encoding="UTF-8")
    fragments.set_aside(inner)
    fragments.set_aside(outer)
    waiting = etree.tostring(document.element, encoding="UTF-8")
    assert b"w:sdt" not in waiting
    assert b"".join(fragments.filled_in(waiting)) == before


def test_a_piece_says_what_w_means_where_the_document_calls_it_otherwise() -> None:
    other = nsdecls("w").replace("xmlns:w=", "xmlns:x=")
    fragments = Fragments(etree.fromstring(f"<x:document {other}/>"))
    assert fragments.declaring == f" {nsdecls('w')}"
    assert fragments.written(element("w:p")) == f"<w:p {nsdecls('w')}/>".encode()
