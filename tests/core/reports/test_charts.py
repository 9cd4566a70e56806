"""Charts: readable without colour, without a browser's styles, and never without their text."""

from __future__ import annotations

import re
import struct
import zlib

import pytest
from reports_material import full_report

from innspill.stages.reports.core.charts import (
    COLOURS,
    Bar,
    Chart,
    answered_chart,
    as_png,
    as_svg,
    question_chart,
    web_charts,
)
from innspill.stages.reports.core.figures import count

FIGURES = count(full_report())
CHART = question_chart(FIGURES.questions[0], "nb")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def pixels(png: bytes) -> tuple[int, list[bytes]]:
    """Width in bytes of a pixel and the raw rows of an 8-bit PNG that is not interlaced."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, data, width, kind = 8, b"", 0, 0
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        if name == b"IHDR":
            width, _, _, kind = struct.unpack(">IIBB", png[at + 8 : at + 18])
        if name == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += size + 12
    each = {2: 3, 6: 4}[kind]
    raw, step = zlib.decompress(data), width * each + 1
    return each, unfiltered([raw[row : row + step] for row in range(0, len(raw), step)], each)


def unfiltered(rows: list[bytes], each: int) -> list[bytes]:
    """The rows of a PNG with their filters undone (PNG specification, 9.2)."""
    above = bytes(len(rows[0]) - 1)
    done = []
    for row in rows:
        kind, line = row[0], bytearray(row[1:])
        for at in range(len(line)):
            left = line[at - each] if at >= each else 0
            corner = above[at - each] if at >= each else 0
            guess = (0, left, above[at], (left + above[at]) // 2, paeth(left, above[at], corner))
            line[at] = (line[at] + guess[kind]) & 0xFF
        above = bytes(line)
        done.append(above)
    return done


def paeth(left: int, above: int, corner: int) -> int:
    near = left + above - corner
    far = (abs(near - left), abs(near - above), abs(near - corner))
    return (left, above, corner)[far.index(min(far))]


def dark(png: bytes) -> int:
    """How many pixels are about as dark as the ink that text is drawn in."""
    each, rows = pixels(png)
    return sum(max(row[at : at + 3]) < 0x50 for row in rows for at in range(0, len(row), each))


def test_a_picture_without_its_text_would_be_noticed() -> None:
    with_text = dark(as_png(Chart("t", (Bar("Ja (støtte)", 3, "silent"),), 5, "u")))
    without = dark(as_png(Chart("t", (Bar(" ", 0, "silent"),), 5, "u")))
    assert with_text > 3 * without + 300


def test_the_drawing_holds_every_name_and_every_count() -> None:
    svg = as_svg(CHART)
    for bar in CHART.bars:
        assert f">{bar.name}<" in svg
        assert f">{bar.label}<" in svg
    assert "sans-serif" in svg


def test_the_drawing_has_nothing_that_a_strict_policy_blocks() -> None:
    svg = as_svg(CHART)
    assert not re.search(r"<style|\sstyle=|<script|\son\w+=|href=", svg)
    assert svg.startswith('<svg aria-hidden="true"')


def test_text_in_a_chart_is_data() -> None:
    svg = as_svg(Chart("t", (Bar("<script>alert(1)</script>&", 1, "neutral"),), 2, "u"))
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


def test_the_figures_are_said_in_words_too() -> None:
    assert CHART.description.startswith("Svar på spørsmål 1. Ja (støtte): 1, Nei (kritikk): 2")
    answered = answered_chart(FIGURES.groups, ["Kommuner", "Foreninger"], "nb")
    assert "Kommuner: 1 / 2" in answered.description


@pytest.mark.parametrize("colour", COLOURS.values())
def test_every_colour_stands_out_from_white(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 3


def test_the_result_page_gets_one_chart_for_each_question() -> None:
    charts = web_charts(FIGURES, ["Kommuner", "Foreninger"])
    assert list(charts) == ["answered", "q-1", "q-2"]
    assert all(set(chart) == {"svg", "description", "title"} for chart in charts.values())


def test_equal_figures_give_equal_pictures() -> None:
    assert as_png(CHART) == as_png(CHART)
