"""Lists of bodies are read from what people paste, and from sheets, all or nothing."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from innspill.shared.errors import BadInput
from innspill.stages.invitations.core.entries import Entry, Problem, folded, sort_out
from innspill.stages.invitations.core.pasted import read_pasted
from innspill.stages.invitations.core.sheets import read_sheet


def names(text: str) -> list[tuple[str, str]]:
    found = read_pasted(text)
    assert found.problems == ()
    return [(entry.group, entry.name) for entry in found.entries]


def test_the_ministries_way_of_listing_gives_name_and_address() -> None:
    found = read_pasted(
        "Barneombudet;Postboks 8889 Youngstorget;0028 OSLO\n\nKS;Postboks 1378 Vika;0114 OSLO"
    )
    assert [(entry.name, entry.address) for entry in found.entries] == [
        ("Barneombudet", "Postboks 8889 Youngstorget, 0028 OSLO"),
        ("KS", "Postboks 1378 Vika, 0114 OSLO"),
    ]
    assert [entry.line for entry in found.entries] == [1, 3]


def test_the_parts_of_a_line_tell_by_their_looks_what_they_are() -> None:
    line = "Oslo kommune; post@oslo.example ;nynorsk; 974 683 520; Rådhuset; 0037 OSLO"
    assert read_pasted(line).entries == (
        Entry("Oslo kommune", "", "974683520", "post@oslo.example", "Rådhuset, 0037 OSLO", "nn", 1),
    )
    assert (
        read_pasted("Hå kommune\thaa@haa.example\tOrg.nr. 542683430").entries[0].number
        == "542683430"
    )
    assert read_pasted("Ola Vann <ola@vann.example>").entries[0].email == "ola@vann.example"


def test_a_comma_parts_only_where_an_address_follows() -> None:
    assert names("Institutt for vann, avløp og renovasjon") == [
        ("", "Institutt for vann, avløp og renovasjon")
    ]
    found = read_pasted("Institutt for vann, avløp og miljø, Postboks 12, 0030 OSLO").entries[0]
    assert (found.name, found.address) == (
        "Institutt for vann, avløp og miljø",
        "Postboks 12, 0030 OSLO",
    )
    assert read_pasted("NITO, post@nito.example").entries[0].email == "post@nito.example"


def test_headings_are_groups() -> None:
    text = "Departementer\n• Helsedepartementet\n• Finansdepartementet\n\n# Kommuner:\nBergen\nOslo\n\nAndre:\nNITO"
    assert names(text) == [
        ("Departementer", "Helsedepartementet"), ("Departementer", "Finansdepartementet"),
        ("Kommuner", "Bergen"), ("Kommuner", "Oslo"), ("Andre", "NITO"),
    ]  # fmt: skip


def test_a_bare_list_has_no_headings() -> None:
    assert names("Bergen\nOslo\n\nHå\nKlepp") == [
        ("", "Bergen"),
        ("", "Oslo"),
        ("", "Hå"),
        ("", "Klepp"),
    ]


def test_what_is_wrong_is_named_with_its_line_and_nothing_is_hidden() -> None:
    found = read_pasted("Bra; post@bra.example\nFeil; post@feil\nTall; 974683521\n;0030 OSLO")
    assert [(each.code, each.line, each.value) for each in found.problems] == [
        ("bad-email", 2, "post@feil"), ("bad-number", 3, "974683521"), ("no-name", 4, ""),
    ]  # fmt: skip
    assert read_pasted(" \n;;\n").problems == (Problem("empty"),)


@given(st.text())
def test_any_text_gives_entries_or_problems(text: str) -> None:
    found = read_pasted(text)
    assert found.entries or found.problems
    assert all(entry.name.strip() for entry in found.entries)


def workbook(*rows: list[object], title: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    for row in ([[title]] if title else []) + list(rows):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "headings",
    [
        ["Navn", "Org.nr.", "E-post", "Postboks", "Postnr", "Poststed", "Målform", "Gruppe"],
        ["Namn", "Organisasjonsnummer", "E-postadresse", "Postboks", "Postnummer", "Poststad", "Målform", "Gruppe"],
        ["Name", "Organisation number", "E-mail", "PO box", "Postcode", "Place", "Language", "Category"],
    ],
)  # fmt: skip
def test_columns_are_known_by_their_headings_in_three_languages(headings: list[object]) -> None:
    row: list[object] = [
        "Hå kommune",
        974683520,
        "post@haa.example",
        "Boks 24",
        28,
        "NÆRBØ",
        "nynorsk",
        "Kommuner",
    ]
    found = read_sheet("liste.xlsx", workbook(headings, row, title="Høringsliste 2026"))
    assert found.entries == (
        Entry(
            "Hå kommune",
            "Kommuner",
            "974683520",
            "post@haa.example",
            "Boks 24, 0028 NÆRBØ",
            "nn",
            3,
        ),
    )


def test_a_wrong_cell_is_named() -> None:
    rows: list[list[object]] = [
        ["Navn", "E-post", "Orgnr"],
        ["A", "a@b.example", ""],
        ["B", "feil", 1],
    ]
    found = read_sheet("x.xlsx", workbook(*rows))
    assert [(each.code, each.line, each.cell) for each in found.problems] == [
        ("bad-email", 3, "B3"), ("bad-number", 3, "C3"),
    ]  # fmt: skip


def test_a_formula_without_its_value_is_a_problem_and_never_run() -> None:
    found = read_sheet("x.xlsx", workbook(["Navn"], ['=CONCATENATE("A","B")']))
    assert found.problems == (Problem("no-value", 2, "A2"),)
    assert read_sheet("x.csv", b"navn\n=cmd|calc").entries[0].name == "=cmd|calc"


def test_csv_with_semicolons_from_a_norwegian_excel() -> None:
    text = "Navn;E-post;Farge\nBærum kommune;post@baerum.example;rød\n"
    for data in (text.encode("utf-8-sig"), text.encode("cp1252")):
        found = read_sheet("liste.csv", data, "Kommuner")
        assert [(entry.name, entry.group) for entry in found.entries] == [
            ("Bærum kommune", "Kommuner")
        ]
        assert found.ignored == ("Farge",)


def test_three_thousand_rows_are_read_in_seconds() -> None:
    rows: list[list[object]] = [
        [f"Virksomhet {number}", f"post@v{number}.example"] for number in range(3500)
    ]
    data = workbook(["Navn", "E-post"], *rows)
    began = time.monotonic()
    assert len(read_sheet("stor.xlsx", data).entries) == 3500
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.xlsx", b"PK\x03\x04 not a zip"),
        ("x.xls", b"\xd0\xcf\x11\xe0"),
        ("x.csv", b"\x00\x01\x02"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_a_sentence(name: str, data: bytes) -> None:
    with pytest.raises(BadInput, match=name):
        read_sheet(name, data)


def test_a_sheet_without_names_says_so() -> None:
    assert read_sheet("x.csv", b"a;b\n1;2\n").problems == (Problem("no-name-column"),)


def test_twins_are_found_by_name_and_by_number() -> None:
    new = [
        Entry("OSLO  KOMMUNE"), Entry("Bergen kommune", number="974683520"),
        Entry("Bergen", number="974683520"), Entry("Ny"), Entry("NY."),
    ]  # fmt: skip
    found = sort_out(new, [("Oslo kommune", "")])
    assert [entry.name for entry in found.fresh] == ["Bergen kommune", "Ny"]
    assert [entry.name for entry in found.known] == ["OSLO  KOMMUNE"]
    assert [(twin.name, first.name) for twin, first in found.repeated] == [
        ("Bergen", "Bergen kommune"), ("NY.", "Ny"),
    ]  # fmt: skip


def test_folding_keeps_different_names_apart() -> None:
    assert folded("Høgskulen på Vestlandet") == folded(" HØGSKULEN  på-Vestlandet ")
    assert folded("Os kommune") != folded("Ås kommune")
