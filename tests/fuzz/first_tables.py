"""First files for spreadsheets: answer sheets of the sample hearing, in each layout that is read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from innspill.stages.consultations.core.definition import Definition
from tests.core.reading.blocks.open_document import odt

Rows = Sequence[Sequence[str]]
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def tables(definition: Definition) -> Iterator[bytes]:
    """Spreadsheets of Excel and of OpenDocument, and tables as text."""
    layouts = tuple(_layouts(definition))
    yield _workbook(layouts)
    for rows in layouts:
        yield _workbook([rows])
        yield _open_sheet(rows)
        yield "\r\n".join(";".join(_quoted(text) for text in row) for row in rows).encode()
        yield "\n".join("\t".join(row) for row in rows).replace("\n\t", " \t").encode("utf-16")
    yield b'sep=;\nSp\xf8rsm\xe5l;Svar\r\n1;Ja\r\n2;"Nei; tja"\r\n'


def _layouts(definition: Definition) -> Iterator[Rows]:
    """One response a row, one answer a row, one in all; the form's own wording above and beside."""
    asked = [(question, question.text["nb"]) for question in definition.questions]
    choices = [
        next(iter(q.choices[0].text.values())) if q.choices else "Mangler mye." for q, _ in asked
    ]
    yield (
        ("Virksomhet", "Organisasjonsnummer", "E-post", "Dato", *(text for _, text in asked)),
        ("Ås kommune", "974 760 673", "post@as.example", "13.03.2026", *choices),
        ("Privatperson", "", "", "9. mai", *reversed(choices)),
    )
    yield (
        ("Virksomhet", "Spørsmål", "Svar", "Merknad"),
        *(("Ås kommune", str(at), said, "") for at, said in enumerate(choices, start=1)),
        *(("Vik", text, said, "x") for (_, text), said in zip(asked, choices, strict=True)),
    )
    yield (
        ("Svarskjema", ""), ("Avsender:", "Ås kommune"),
        *((text, said) for (_, text), said in zip(asked, choices, strict=True)),
        *(row for question, text in asked for row in ((text, ""), *(
            (next(iter(choice.text.values())), "x") for choice in question.choices or ()
        ))),
    )  # fmt: skip


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if set(text) & set(';"\n') else text


def _workbook(sheets: Sequence[Rows]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for at, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Ark {at}")
        for row in rows:
            sheet.append([f"'{text}" if text.startswith("=") else text for text in row])
        sheet["B2"].comment = Comment("Merk", "Ola")
        sheet["C3"] = CellRichText("Nei ", TextBlock(InlineFont(strike=True), "Ja"), " ☒")
        sheet["A2"].font, sheet["A2"].fill = Font(bold=True), PatternFill("solid", "FFFFFF00")
        sheet.merge_cells("A9:C9")
        sheet["D9"], sheet["E9"], sheet["F9"] = "=1+1", 0.5, True
        sheet["E9"].number_format = "0.00%"
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["H"].hidden = True
        sheet.sheet_state = "hidden" if at == 1 else "visible"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _open_sheet(rows: Rows) -> bytes:
    lines = "".join(
        "<table:table-row>" + "".join(
            f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row
        ) + "</table:table-row>"
        for row in rows
    )  # fmt: skip
    more = (
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        '<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell '
        'table:number-columns-repeated="3"><office:annotation><text:p>Merk</text:p>'
        '</office:annotation><text:p>a<text:s text:c="2"/><text:tab/>b<text:line-break/>c</text:p>'
        "</table:table-cell><table:covered-table-cell/></table:table-row><table:table-row "
        'table:number-rows-repeated="1048000"/>'
    )
    hidden = (
        '<style:style style:name="ta1" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    body = (
        f'<table:table table:name="Svar">{lines}</table:table>'
        f'<table:table table:name="Borte" table:style-name="ta1">{more}</table:table>'
    )
    return odt(body, automatic=hidden, kind="spreadsheet", media_type=ODS)
