"""Picture files: every kind that scanners and phones make, with limits before anything is unpacked."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from innspill.adapters.tesseract import words_in
from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.formats.scan.picture import Sheet, sheets_in
from tests.core.reading.blocks.scan_files import Paper, recogniser, saved

PAPER = Paper(1654, 2339).write(200, 300, "Høringssvar").picture


def sheet_of(data: bytes) -> Sheet:
    return next(sheets_in(data, 5))


def shape_and_ink(data: bytes) -> tuple[tuple[int, ...], bool, bool]:
    sheet = sheet_of(data)
    return sheet.grey.shape, sheet.grey[5, 5] > 240, sheet.grey.min() < 80


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "L"), ("PNG", "RGBA"), ("PNG", "1"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK"),
        ("TIFF", "1"), ("WEBP", "RGB"), ("BMP", "RGB"), ("GIF", "P"),
    ],
)  # fmt: skip
def test_pictures_of_every_kind_become_black_on_white(kind: str, mode: str) -> None:
    data = saved(PAPER.convert(mode), kind)
    assert shape_and_ink(data) == ((2339, 1654), True, True)


def test_what_is_see_through_is_white_paper() -> None:
    glass = Image.new("RGBA", (900, 1200), (0, 0, 0, 0))
    glass.paste((0, 0, 0, 255), (300, 300, 500, 400))
    assert shape_and_ink(saved(glass, "PNG"))[1:] == (True, True)


def test_sixteen_bits_of_grey_are_scaled() -> None:
    deep = Image.fromarray(np.array(PAPER).astype(np.uint16) * 200)
    assert shape_and_ink(saved(deep, "PNG"))[1:] == (True, True)


def test_a_photo_that_says_it_lies_on_its_side_is_turned() -> None:
    exif = Image.Exif()
    exif[274] = 6
    data = saved(PAPER.rotate(90, expand=True), "JPEG", exif=exif)
    assert sheet_of(data).grey.shape == (2339, 1654)


def test_the_resolution_is_the_files_or_that_of_a_page_of_a4() -> None:
    assert sheet_of(saved(PAPER, "PNG", dpi=(300, 300))).dpi == 300
    assert sheet_of(saved(PAPER, "PNG")).dpi == 200
    small = sheet_of(saved(PAPER.resize((827, 1169)), "PNG", dpi=(72, 72)))
    assert (small.dpi, small.grey.shape) == (200, (2338, 1654))


def test_all_pages_of_a_tiff_are_read_up_to_a_limit() -> None:
    page = PAPER.convert("1")
    data = saved(page, "TIFF", save_all=True, append_images=[page] * 2, compression="group4")
    assert len(list(sheets_in(data, 60))) == 3
    assert len(list(sheets_in(data, 2))) == 2


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is this large and holds next to nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size)
    return start + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png_header(9_000, 9_000), "too-big"),
        (png_header(100_000, 100_000), "too-big"),
        (saved(PAPER, "PNG")[:2_000], "damaged"),
        (saved(PAPER, "JPEG")[:1_500], "damaged"),
        (b"II*\0" + b"\xff" * 60, "damaged"),
    ],
    ids=["large", "huge", "cut PNG", "cut JPEG", "no TIFF"],
)
def test_pictures_that_cost_too_much_or_are_broken_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        list(sheets_in(data, 5))
    assert refused.value.code == code


def test_a_photo_from_a_phone_is_read() -> None:
    data = (Path(__file__).parent / "bruer.heic").read_bytes()
    read = read_file("IMG_0815.HEIC", data, recogniser())[0]
    assert read.document is not None, read.problem
    assert read.media_type == "image/heic"
    assert [block.text for block in read.document.blocks] == [
        "Høringssvar om gangbruer", "☒ Ja", "☐ Nei", "☐ Har ingen kommentar",
        "Vi ber om høyere rekkverk på alle bruer.",
    ]  # fmt: skip


def test_the_recognisers_table_is_read_row_by_row_and_broken_rows_are_left_out() -> None:
    table = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        "4\t1\t1\t1\t1\t0\t10\t10\t90\t20\t-1\t\n"
        "5\t1\t1\t1\t1\t1\t10\t10\t40\t20\t96.4\tHøring\n"
        "5\t1\t1\t1\t1\t2\tx\t10\t40\t20\t96\tbrutt\n"
        "5\t1\t1\t1\t1\n"
        "5\t1\t1\t2\t1\t1\t10\t50\t30\t20\t12\tsvar\tmed tab\n"
    )
    first, second = words_in(table)
    assert (first.text, first.right, first.bottom, first.confidence) == ("Høring", 50, 30, 96)
    assert (second.text, second.line, second.paragraph) == ("svar\tmed tab", 1, 1)
