"""Pictures of pages read with the real recogniser: lines, words, places, ticks, and what is unsure."""

from __future__ import annotations

import numpy as np
from PIL import Image

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import Document, ResponseRead
from tests.core.reading.answers.hearing import BRIDGES, answer
from tests.core.reading.blocks.pdf_files import pdf
from tests.core.reading.blocks.scan_files import Paper, form_page, recogniser, saved


def document_of(data: bytes) -> Document:
    read = read_file("skann", data, recogniser())[0]
    assert read.document is not None, read.problem
    assert read.tools[0].startswith("tesseract ")
    return read.document


def response_of(data: bytes) -> ResponseRead:
    return read_responses(read_file("skann", data, recogniser()), BRIDGES)[0]


def test_a_picture_of_the_form_gives_its_ticks_and_its_text() -> None:
    data = form_page("cross", "", "", "", "check", "").png()
    response = response_of(data)
    assert {question: answer(response, question).ticks for question in ("1", "2")} == {
        "1": ("yes",), "2": ("no",),
    }  # fmt: skip
    assert "Rekkverkene er for lave, og alle bruer trenger lys" in answer(response, "1").text
    assert "text-from-ocr" in response.flags


def test_a_scanned_pdf_upside_down_is_read_as_well() -> None:
    page = form_page("", "", "cross", "overshooting", "", "").picture
    response = response_of(saved(page.rotate(180), "PDF", resolution=200))
    assert [answer(response, each).ticks for each in ("1", "2")] == [("none",), ("yes",)]


def test_each_line_knows_its_page_its_place_and_how_sure_each_word_is() -> None:
    paper = Paper().write(200, 100, "Rekkverket er for lavt").box(200, 306).write(250, 300, "Nei")
    first, second = document_of(paper.png()).blocks
    assert (first.id, first.page, first.text) == ("s1l1", 1, "Rekkverket er for lavt")
    assert [first.text[w.start : w.end] for w in first.words] == first.text.split()
    assert all(word.confidence > 60 for word in first.words)
    assert first.area is not None
    assert abs(first.area.left - 200 * 0.36) < 4
    assert abs(first.area.top - (700 - 105) * 0.36) < 6
    assert (second.text, second.boxes[0].technique, second.boxes[0].at) == ("☐ Nei", "pixels", 0)


def test_a_box_filled_in_among_crosses_may_be_a_correction_and_is_unsure() -> None:
    response = response_of(form_page("filled", "cross", "", "cross", "", "").png())
    assert answer(response, "1").ticks == ("yes", "no")
    assert {"tick-unclear", "contradictory-ticks"} <= set(answer(response, "1").flags)
    assert "tick-unclear" in response.flags
    assert not answer(response, "2").flags


def test_a_box_that_cannot_be_seen_is_flagged_and_never_guessed() -> None:
    paper = form_page("cross", "", "", "", "", "")
    paper.draw.rectangle((80, 440, 125, 490), fill=255)
    response = response_of(paper.png())
    assert answer(response, "2").ticks == ()
    assert "box-not-found" in answer(response, "2").flags
    assert "box-not-found" in response.flags
    assert not answer(response, "1").flags


def test_a_cell_of_a_ruled_table_is_a_cell_in_a_scan_too() -> None:
    paper = (
        Paper().write(120, 110, "Merknad om rekkverk").box(640, 116, "cross").write(690, 110, "Ja")
    )
    paper.write(120, 210, "Merknad om lys").box(640, 216).write(690, 210, "Ja")
    for x in (100, 600, 900):
        paper.draw.line((x, 80, x, 280), fill=0, width=2)
    for y in (80, 180, 280):
        paper.draw.line((100, y, 900, y), fill=0, width=2)
    cells = [(b.text, b.cell.row, b.cell.column) for b in document_of(paper.png()).blocks if b.cell]
    assert [(text, row) for text, row, _ in cells] == [
        ("Merknad om rekkverk", 0), ("☒ Ja", 0), ("Merknad om lys", 1), ("☐ Ja", 1),
    ]  # fmt: skip
    assert len({column for _, _, column in cells}) == 2


def test_a_page_in_a_photo_is_straightened() -> None:
    page = form_page("", "cross", "", "cross", "", "").picture
    desk = Image.new("L", (2000, 1500), 60)
    sheet = page.transform(
        (1700, 1150),
        Image.Transform.QUAD,
        (-100, -60, -40, 880, 1500, 840, 1440, -90),
        fillcolor=60,
    )
    desk.paste(sheet, (150, 180))
    shadow = np.linspace(1.0, 0.7, 2000)[None, :]
    photo = Image.fromarray((np.array(desk) * shadow).astype(np.uint8))
    response = response_of(saved(photo, "JPEG", quality=80))
    assert [answer(response, each).ticks for each in ("1", "2")] == [("no",), ("yes",)]


def test_a_page_with_text_of_its_own_is_not_recognised() -> None:
    written = pdf([(72, 700, 11, "Vi viser til brevet om gangbruer.")])
    read = read_file("brev.pdf", written, recogniser())[0]
    assert read.document is not None
    assert [block.text for block in read.document.blocks] == ["Vi viser til brevet om gangbruer."]
    assert read.tools == ()


def test_without_a_recogniser_a_scan_waits_for_one() -> None:
    page = form_page("cross", "", "", "", "", "")
    for data in (page.png(), saved(page.picture, "PDF", resolution=200)):
        read = read_file("skann", data)[0]
        assert (read.document, read.problem_code) == (None, "needs-ocr")


def test_a_picture_without_any_text_says_so() -> None:
    blank = Image.new("L", (600, 400), 230)
    read = read_file("bilde.png", saved(blank, "PNG"), recogniser())[0]
    assert (read.document, read.problem_code) == (None, "needs-ocr")
