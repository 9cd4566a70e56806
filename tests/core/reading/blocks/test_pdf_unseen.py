"""Words that a PDF holds and does not show are told apart, and never read as text."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import Document
from tests.core.reading.blocks.pdf_files import Extra, pdf, stream, written
from tests.core.reading.blocks.word import document_of

SEEN = [(72.0, 700.0, 11.0, "Vi sier nei")]
GREY = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode"
SCAN = Extra(resources="/XObject << /Scan 100 0 R >>", objects={100: stream("ee>", entries=GREY)})
PLACED = "q 595 0 0 842 0 0 cm /Scan Do Q\n"


def check_unseen(document: Document, text: str = "Vi sier ja") -> None:
    """That only the visible words are read, and `text` is hidden."""
    assert [block.text for block in document.blocks] == ["Vi sier nei"]
    assert [(each.kind, each.text) for each in document.hidden] == [("invisible", text)]
    assert document.hidden[0].origin


HIDDEN = written("F", 72, 650, "Vi sier ja")


@pytest.mark.parametrize(
    "over",
    [
        f"3 Tr {HIDDEN} 0 Tr",
        f"1 g {HIDDEN}",
        f"q 0 0 50 50 re W n {HIDDEN} Q",
        f"{HIDDEN} 0 g 60 640 200 30 re f",
        f"{HIDDEN} 1 g 60 640 200 30 re f",
        f"0 g 60 640 200 30 re f {HIDDEN}",
        written("F", 72, 650, "Vi sier ja", size=0.5),
        written("F", 700, 650, "Vi sier ja"),
        f"q 0.01 0 0 0.01 72 650 cm {HIDDEN} Q",
    ],
    ids=["no-colour", "white", "clipped", "behind-black", "behind-white", "black-on-black", "tiny", "outside", "scaled"],
)  # fmt: skip
def test_words_that_cannot_be_seen_are_hidden(over: str) -> None:
    check_unseen(document_of(pdf(SEEN, over=over)))


def test_white_words_on_a_dark_ground_are_seen() -> None:
    over = f"0 0 1 rg 60 640 200 30 re f 1 g {HIDDEN}"
    document = document_of(pdf(SEEN, over=over))
    assert [block.text for block in document.blocks] == ["Vi sier nei", "Vi sier ja"]


@pytest.mark.parametrize("state", ["ON", "OFF"])
def test_a_layer_is_read_where_it_is_switched_on(state: str) -> None:
    extra = Extra(
        catalog=f"/OCProperties << /OCGs [100 0 R] /D << /{state} [100 0 R] >> >>",
        resources="/Properties << /L1 100 0 R >>",
        objects={100: "<< /Type /OCG /Name (Lag) >>"},
    )
    document = document_of(pdf(SEEN, over=f"/OC /L1 BDC {HIDDEN} EMC", extra=extra))
    if state == "OFF":
        check_unseen(document)
    else:
        assert [block.text for block in document.blocks] == ["Vi sier nei", "Vi sier ja"]


@pytest.mark.parametrize("drawing", [f"{PLACED}3 Tr\n", f"3 Tr\n{PLACED}"])
def test_text_that_ocr_laid_behind_a_scan_is_told_apart(drawing: str) -> None:
    document = document_of(pdf([(72, 700, 11, "XI Ja")], drawing=drawing, extra=SCAN))
    assert [block.text for block in document.blocks] == ["XI Ja"]
    assert document.flags == ("text-from-ocr",)


def test_text_that_ocr_wrote_below_the_scan_of_the_page_is_told_apart() -> None:
    document = document_of(pdf([(72, 700, 11, "XI Ja")], over=PLACED, extra=SCAN))
    assert [block.text for block in document.blocks] == ["XI Ja"]
    assert document.flags == ("text-from-ocr",)


def test_a_page_with_nothing_but_unseen_words_needs_ocr() -> None:
    (read,) = read_file("a.pdf", pdf([(72, 700, 11, "XI Ja")], drawing="3 Tr\n"))
    assert read.problem_code == "needs-ocr"
