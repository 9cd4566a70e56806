"""PDF files that are broken, locked or hostile: named as what they are, never guessed at."""

from __future__ import annotations

import zlib

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import FileRead
from tests.core.reading.blocks.pdf_files import Extra, file_of, locked, pdf, stream, text_field
from tests.core.reading.blocks.word import document_of

PAGE = pdf([(72, 700, 11, "Vi sier ja")])


def read(data: bytes) -> FileRead:
    return read_file("svar.pdf", data)[0]


def test_a_file_without_its_table_of_places_is_read_all_the_same() -> None:
    broken = PAGE[: PAGE.index(b"xref")] + PAGE[PAGE.index(b"trailer") :]
    assert [b.text for b in document_of(broken).blocks] == ["Vi sier ja"]


def test_a_page_tree_that_bites_its_tail_is_damaged_or_empty() -> None:
    looped = file_of(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 >>",
            3: "<< /Type /Pages /Kids [2 0 R] /Count 5 >>",
        }
    )
    assert read(looped).problem_code in {"damaged", "needs-ocr"}


@pytest.mark.parametrize("count", [999_999_999, 3_000])
def test_a_page_count_that_lies_costs_nothing(count: int) -> None:
    lying = read(PAGE.replace(b"/Count 1", b"/Count %d" % count))
    if lying.document is None:
        assert lying.problem_code in {"too-big", "damaged"}
    else:
        assert [block.text for block in lying.document.blocks] == ["Vi sier ja"]


def test_a_file_without_pages_is_named_as_such() -> None:
    empty = file_of(
        {1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [] /Count 0 >>"}
    )
    assert read(empty).problem_code in {"damaged", "needs-ocr"}


@pytest.mark.parametrize(
    "box", ["[0 0 0 0]", "[0 0 1e9 1e9]", "[5 5 -5 -5]", "[0 0 0.001 0.001]", "[0 0 a b]"]
)
def test_a_page_of_absurd_size_stops_nothing(box: str) -> None:
    odd = pdf([(72, 700, 11, "Vi sier ja")], extra=Extra(page=f"/MediaBox {box}"))
    found = read(odd)
    assert found.document is not None or found.problem_code in {"needs-ocr", "damaged"}


def test_more_characters_than_a_page_has_are_cut_with_a_flag() -> None:
    words = "(" + "ja " * 10_000 + ") Tj T* "
    content = f"BT /F 1.5 Tf 1 0 0 1 10 800 Tm 2 TL {words * 8} ET"
    document = document_of(pdf([], drawing=content))
    assert "too-big" in document.flags
    assert sum(len(block.text) for block in document.blocks) <= 200_000


def test_a_page_with_very_many_strokes_is_read() -> None:
    strokes = "".join(
        f"{at % 500} {at % 800} m {at % 500 + 5} {at % 800} l S\n" for at in range(6_000)
    )
    boxes = "".join(f"{60 + at % 30 * 15} {60 + at // 30 * 15} 9 9 re S\n" for at in range(1_200))
    document = document_of(pdf([(72, 700, 11, "Vi sier ja")], drawing=strokes + boxes))
    assert "Vi sier ja" in " ".join(block.text for block in document.blocks)


def test_a_stream_that_unpacks_to_very_much_is_survived() -> None:
    packed = zlib.compress(b"0 0 m 1 1 l S\n" * 200_000)
    hexed = packed.hex() + ">"
    bomb = stream(hexed, entries="/Filter [/ASCIIHexDecode /FlateDecode]")
    page = pdf([(72, 700, 11, "Vi sier ja")], extra=Extra(objects={100: bomb}))
    page = page.replace(b"/Contents 5 0 R", b"/Contents [5 0 R 100 0 R]")
    assert [b.text for b in document_of(page).blocks] == ["Vi sier ja"]


def test_forms_within_themselves_end() -> None:
    entries = "/Type /XObject /Subtype /Form /BBox [0 0 500 800] /Resources << /XObject << /A 100 0 R >> >>"
    extra = Extra(
        resources="/XObject << /A 100 0 R >>", objects={100: stream("/A Do\n", entries=entries)}
    )
    page = pdf([(72, 700, 11, "Vi sier ja")], over="/A Do\n", extra=extra)
    assert [b.text for b in document_of(page).blocks] == ["Vi sier ja"]


def test_a_file_that_names_no_letters_needs_ocr() -> None:
    fonts = (
        "/N << /Type /Font /Subtype /Type0 /BaseFont /Uten /Encoding /Identity-H /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Uten /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> >>] >>"
    )
    words = "BT /N 11 Tf 72 700 Td <00480045004A> Tj 0 -20 Td <00480045004A0048> Tj ET\n"
    found = read(pdf([], drawing=words, extra=Extra(fonts=fonts)))
    assert found.problem_code == "needs-ocr"
    told = [(72.0, 600.0, 11.0, "Men her står det mye som alle kan lese, og det er bra.")]
    flags = document_of(pdf(told, drawing=words, extra=Extra(fonts=fonts))).flags
    assert "letters-unknown" in flags


def test_the_same_file_is_read_the_same_every_time() -> None:
    page = pdf(
        [(72, 700, 11, "Vi sier ja"), (300, 700, 11, "eller nei")],
        [(72, 700, 11, "Side to")],
        fields=[text_field(72, 640, "svar", "Vi mener\\nnoe")],
    )
    assert read(page) == read(page)


def test_a_file_that_needs_a_password_is_encrypted() -> None:
    found = read(locked("Vi sier ja", user="hemmelig", owner="eier"))
    assert (found.document, found.problem_code) == (None, "encrypted")


def test_a_file_that_only_forbids_printing_is_read() -> None:
    blocks = document_of(locked("Vi sier ja", user="", owner="eier")).blocks
    assert [block.text for block in blocks] == ["Vi sier ja"]
