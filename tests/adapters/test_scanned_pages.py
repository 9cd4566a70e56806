"""Scans with something withheld: its place is known from the words that were recognised, or the
file is refused. No red pixel of a secret is left, however bad the scan.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from innspill.adapters import rebuilding
from innspill.adapters.page_pixels import made_anew
from innspill.adapters.page_words import pages_of
from innspill.stages.publication.core.rebuilding.judging import Verdict, judge
from innspill.stages.publication.core.rebuilding.seen import alike, in_numbers
from innspill.stages.publication.core.rebuilding.values import PDF, PageWord, Secrets, Source
from innspill.stages.reading.core.formats.scan.page import see
from tests.adapters.painted_pages import NAME, SECRET, WAYS, changed
from tests.adapters.test_page_pixels import COVER, SHOWN, SOURCE, SPOKEN, TOOLS, red_in

pytestmark = pytest.mark.skipif(TOOLS.recogniser is None, reason="no recogniser here")
DPI = 200
Picture = np.ndarray


def painted(way: str = "plain") -> Picture:
    """The page with its secrets in red, as a scanner sees it."""
    page = pypdfium2.PdfDocument(changed(WAYS[way]))[0]
    return np.array(page.render(scale=DPI / 72, rev_byteorder=True).to_numpy())[:, :, :3].copy()


def noisy(picture: Picture) -> Picture:
    noise = np.random.default_rng(7).normal(0, 14, (*picture.shape[:2], 1))
    return np.clip(picture.astype(float) + noise, 0, 255).astype(np.uint8)


def blurred(picture: Picture) -> Picture:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.1))


def askew(picture: Picture) -> Picture:
    high, wide = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), 1.7, 1.0)
    return np.asarray(cv2.warpAffine(picture, turn, (wide, high), borderValue=(255, 255, 255)))


def upside_down(picture: Picture) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, 2))


SCANS: dict[str, Callable[[Picture], Picture]] = {
    "clean": lambda picture: picture, "noisy": noisy, "blurred": blurred, "askew": askew,
    "upside down": upside_down,
}  # fmt: skip


def as_png(picture: Picture) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG", dpi=(DPI, DPI))
    return out.getvalue()


def as_pdf(picture: Picture, text: str = "") -> bytes:
    """A PDF as scanners make them; with `text` that no page shows over its picture."""
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PDF", resolution=DPI)
    with pikepdf.open(out) as pdf:
        page = pdf.pages[0]
        page.Resources.Font = pikepdf.Dictionary(
            F=pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        page.contents_add(f"BT 3 Tr /F 12 Tf 20 20 Td ({text}) Tj ET".encode())
        pdf.save(done := io.BytesIO())
    return done.getvalue()


@pytest.mark.parametrize("scan", SCANS)
def test_no_red_pixel_of_a_secret_is_left_in_a_scan(scan: str) -> None:
    picture = SCANS[scan](painted())
    (page,) = pages_of(as_png(picture), "image/png", TOOLS, strict=True)
    seen = see(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), DPI, TOOLS)
    assert seen is not None
    high, wide = page.grey.shape
    upright = cv2.warpPerspective(
        picture, np.linalg.inv(seen.back), (wide, high), borderValue=(255, 255, 255)
    )
    assert red_in(upright) > 500
    judged = judge(page.words, SOURCE)
    assert judged.all_placed
    words = list(zip(page.words, judged.verdicts, strict=True))
    shown = [word.text for word, verdict in words if verdict is Verdict.SHOWN]
    assert {"Kommunen", "planen"} <= set(shown)
    assert red_in(made_anew(upright, words)) == 0


@pytest.mark.parametrize("text", ["", f"Ring {NAME}", "Helt andre ord enn dem som er der"])
def test_a_scan_is_built_again_without_what_is_withheld(text: str) -> None:
    built = rebuilding.pages_built("a.pdf", as_pdf(painted(), text), SOURCE, COVER, TOOLS)
    assert built.refused == ""
    said = pypdfium2.PdfDocument(built.bytes())[1].get_textpage().get_text_range()
    assert "Kommunen støtter planen" in said
    assert "[sladdet]" in said
    for secret in (NAME, SECRET, SPOKEN, "91", "567"):
        assert secret not in said
    assert rebuilding.check(built.bytes(), SOURCE.secrets, "", TOOLS, pixels=True) == ""


def test_a_scan_in_which_a_secret_is_not_found_as_often_as_it_is_withheld_is_refused() -> None:
    scan = as_png(painted())
    for secrets in ((NAME,) * 4, (NAME, "Storgata 5")):
        source = replace(SOURCE, secrets=Secrets(secrets, (), (), SHOWN))
        assert rebuilding.pages_built("a.pdf", scan, source, COVER, TOOLS).refused == "seen-only"


def test_a_scan_of_a_private_person_shows_their_name_on_the_first_page_alone() -> None:
    source = replace(SOURCE, private=True, names=("Kommunen Fristen",))
    (page,) = pages_of(as_pdf(painted()), PDF, TOOLS, strict=True)
    verdicts = judge(page.words, source).verdicts
    shown = {
        w.text for w, verdict in zip(page.words, verdicts, strict=True) if verdict is Verdict.SHOWN
    }
    assert "Kommunen" not in shown
    assert "planen" in shown


def on_a_line(*texts: str, line: int = 0) -> list[PageWord]:
    return [
        PageWord(text, 10 * at, 0, 10 * at + 9, 9, line, seen=True) for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("read", "meant", "is_so"),
    [("nordrnann", "nordmann", True), ("nordmanm", "nordmann", True), ("kar1", "kari", True),
     ("torbjorn", "torbjørn", True), ("hemmeligrnenn", "hemmeligmann", True),
     ("eller", "ellen", False), ("planen", "plassen", False), ("kari", "kåre", False)],
)  # fmt: skip
def test_a_word_may_be_another_misread(read: str, meant: str, is_so: bool) -> None:
    assert alike(read, meant) is is_so


def test_a_secret_that_was_misread_once_more_stays_out() -> None:
    words = on_a_line("Kari", "Nordmann", "mener", "og", "Nordmanm", "mener", "det")
    source = Source(
        "a.png", "[sladdet] mener og Nordmanm mener det", "",
        Secrets(("Kari Nordmann",), (), (), "mener og det"), private=False,
    )  # fmt: skip
    judged = judge(words, source)
    assert judged.all_placed
    told = [verdict.value for verdict in judged.verdicts]
    assert told == ["withheld", "withheld", "shown", "shown", "left-out", "shown", "shown"]


def test_a_secret_that_was_read_nearly_is_withheld_where_it_stands() -> None:
    words = on_a_line("Ring", "Kari", "Nordrnann", "nå")
    source = Source(
        "a.png", "Ring [sladdet] nå", "", Secrets(("Kari Nordmann",), (), (), "Ring nå"),
        private=False,
    )  # fmt: skip
    judged = judge(words, source)
    assert judged.all_placed
    assert [verdict.value for verdict in judged.verdicts] == [
        "shown",
        "withheld",
        "withheld",
        "shown",
    ]


def test_digits_in_groups_are_one_number_where_they_are_long_together() -> None:
    words = [
        *on_a_line("i", "2026", "ring", "91", "23", "A5", "67"),
        *on_a_line("12", "mars", line=1),
    ]
    assert list(in_numbers(words)) == [3, 4, 5, 6]
