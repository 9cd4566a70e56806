"""Spreadsheets and tables: every cell that shows something, named by its place."""

from __future__ import annotations

import datetime as dt
import io
import time
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from innspill.stages.reading.core.files import read_file
from tests.core.reading.blocks.sheet_files import workbook
from tests.core.reading.blocks.test_archives import packed
from tests.core.reading.blocks.word import document_of


def test_cells_are_named_by_their_place_and_shown_as_their_program_shows_them() -> None:
    day = dt.datetime(2026, 3, 1, 9, 5)  # noqa: DTZ001 -- a sheet knows no zones
    data = workbook(
        ("Svar", [["Virksomhet", None, 974761076], [dt.date(2026, 3, 1), 2.5, True]]),
        ("Ark 2", [[day, "linje 1\nlinje 2"]]),
    )
    document = document_of(data)
    assert [(b.id, b.text) for b in document.blocks] == [
        ("a1r1c1", "Virksomhet"), ("a1r1c3", "974761076"), ("a1r2c1", "01.03.2026"),
        ("a1r2c2", "2,5"), ("a1r2c3", "SANN"), ("a2r1c1", "01.03.2026 09:05"),
        ("a2r1c2", "linje 1\nlinje 2"),
    ]  # fmt: skip
    assert document.properties["sheets"] == "Svar\nArk 2"
    assert {b.kind for b in document.blocks} == {"cell"}


def test_hidden_sheets_rows_columns_and_comments_are_set_apart() -> None:
    def hide(book: Workbook) -> None:
        first, second = book.worksheets
        first.row_dimensions[2].hidden = True
        first.column_dimensions["C"].hidden = True
        first["A1"].comment = Comment("husk frist", "Kari")
        second.sheet_state = "hidden"

    rows = [["synlig", None, "gjemt kolonne"], ["gjemt rad"]]
    document = document_of(workbook(("A", rows), ("B", [["gjemt ark"]]), then=hide))
    assert [b.text for b in document.blocks] == ["synlig"]
    assert {(h.kind, h.text) for h in document.hidden} == {
        ("hidden-column", "gjemt kolonne"), ("hidden-row", "gjemt rad"),
        ("hidden-sheet", "gjemt ark"), ("comment", "husk frist"),
    }  # fmt: skip
    assert "hidden-cells" in document.flags


def test_what_is_struck_out_or_marked_in_a_cell_is_known() -> None:
    def mark(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["A1"].font = Font(strike=True)
        sheet["B1"].fill = PatternFill("solid", fgColor="FFFFFF00")
        sheet["C1"] = CellRichText("Ja ", TextBlock(InlineFont(strike=True), "Nei"))

    blocks = document_of(workbook(("A", [["Ja", "Nei", "x"]]), then=mark)).blocks
    assert [[(e.start, e.end, e.kind) for e in b.emphases] for b in blocks] == [
        [(0, 2, "struck-out")], [(0, 3, "highlighted")], [(3, 6, "struck-out")],
    ]  # fmt: skip


def test_a_formula_without_a_result_is_pointed_out() -> None:
    assert "formulas" in document_of(workbook(("A", [["Sum", "=1+1"]]))).flags
    assert "formulas" not in document_of(workbook(("A", [["Sum", 2]]))).flags


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(content, "w", 8) as target:
        for each in source.namelist():
            part = source.read(each)
            target.writestr(each, part.replace(old, new) if each == name else part)
    return content.getvalue()


def test_a_sheet_that_claims_to_fill_a_world_costs_what_it_holds() -> None:
    data = workbook(("A", [["Ja"]]))
    vast = changed(data, "xl/worksheets/sheet1.xml", b'ref="A1:A1"', b'ref="A1:XFD1048576"')
    vast = changed(vast, "xl/worksheets/sheet1.xml", b"</row>",
                   b'</row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>')  # fmt: skip
    started = time.process_time()
    assert [b.text for b in document_of(vast).blocks] == ["Ja", "7"]
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (b"</row>" + b'<row r="9"/>' * 200_000, "too-big"),
        (b"</row><!DOCTYPE x>", "refused"),
        (b"</rov>", "damaged"),
    ],
)  # fmt: skip
def test_a_hostile_sheet_is_refused_with_a_reason(new: bytes, code: str) -> None:
    data = changed(workbook(("A", [["Ja"]])), "xl/worksheets/sheet1.xml", b"</row>", new)
    assert read_file("svar.xlsx", data)[0].problem_code == code


def without_part(data: bytes, name: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(content, "w") as target:
        for each in source.namelist():
            if each != name:
                target.writestr(each, source.read(each))
    return content.getvalue()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<fills", b"<fill"),
        (b"<xf ", b"<xff "),
        (b'fillId="2"', b'fillId="99"'),
        (b"<font>", b"<"),
    ],
)
def test_cells_are_read_where_their_looks_are_damaged(old: bytes, new: bytes) -> None:
    def mark(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["A1"].fill = PatternFill("solid", "FFFFFF00")
        sheet["B1"].comment = Comment("Merk", "Ola")

    data = workbook(("A", [["Ja", "Nei"]]), then=mark)
    document = document_of(changed(data, "xl/styles.xml", old, new))
    assert [b.text for b in document.blocks] == ["Ja", "Nei"]
    assert [hidden.text for hidden in document.hidden] == ["Merk"]
    assert document.flags == ("damaged-part",)


def test_a_sheet_that_is_named_and_not_there_is_pointed_out() -> None:
    data = workbook(("A", [["Ja"]]), ("B", [["Nei"]]))
    document = document_of(without_part(data, "xl/worksheets/sheet2.xml"))
    assert [b.text for b in document.blocks] == ["Ja"]
    assert document.flags == ("damaged-part",)


def test_a_sheet_by_any_name_is_held_to_the_same_limits() -> None:
    data = changed(
        workbook(("A", [["Ja"]])),
        "xl/worksheets/sheet1.xml",
        b"<worksheet",
        b"<!DOCTYPE x><worksheet",
    )
    for name in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        data = changed(data, name, b"sheet1.xml", b"sheet1.dat")
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(content, "w") as target:
        for each in source.namelist():
            target.writestr(each.replace("sheet1.xml", "sheet1.dat"), source.read(each))
    assert read_file("svar.xlsx", content.getvalue())[0].problem_code == "refused"


TABLE = 'Virksomhet;Spørsmål 1;Kommentar\r\nÅs kommune;Ja;"To linjer\r\nog ""sitat"""\r\n'


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_table_as_text_is_told_by_its_lines(charset: str, separator: str) -> None:
    document = document_of(TABLE.replace(";", separator).encode(charset))
    assert document.media_type == "text/csv"
    assert [(b.id, b.text) for b in document.blocks][3:] == [
        ("a1r2c1", "Ås kommune"), ("a1r2c2", "Ja"), ("a1r2c3", 'To linjer\r\nog "sitat"'),
    ]  # fmt: skip


def test_excels_own_line_of_the_separator_is_no_cell() -> None:
    document = document_of(b"sep=|\r\nA|B\r\n1|2\r\n")
    assert [b.text for b in document.blocks] == ["A", "B", "1", "2"]
    assert [h.text for h in document.hidden] == ["sep=|"]


@pytest.mark.parametrize(
    "text",
    [
        "Hei, vi støtter dette.\nMen, som sagt, bør lyset bli bedre.\n",
        "Vi mener; at dette er bra.\nMvh\n",
        "Sandvik kommune\nVedtak: Ja\n",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert document_of(text.encode()).media_type == "text/plain"


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Svar"><table:table-column table:number-columns-repeated="16384"/>
<table:table-row><table:table-cell><text:p>Ja<text:s text:c="2"/>takk</text:p><text:p>to</text:p>
</table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell><text:p>gjemt</text:p></table:table-cell>
</table:table-row>%s</table:table></office:spreadsheet></office:body></office:document-content>"""
EMPTY_ROWS = (
    '<table:table-row table:number-rows-repeated="1048574">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
FULL_ROWS = (
    '<table:table-row table:number-rows-repeated="1048574">'
    "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
)


def ods(rows: str) -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed(("mimetype", kind), ("content.xml", ODS % rows))


def test_a_spreadsheet_of_opendocument_is_read_under_the_same_names() -> None:
    document = document_of(ods(EMPTY_ROWS))
    assert [(b.id, b.text) for b in document.blocks] == [("a1r1c1", "Ja  takk\nto")]
    assert [(h.kind, h.text) for h in document.hidden] == [("hidden-row", "gjemt")]
    assert read_file("svar.ods", ods(FULL_ROWS))[0].problem_code == "too-big"
