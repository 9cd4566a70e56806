"""PDFs of a page with public words in black and a secret in red, in every way that a page can lie."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import typst

SECRET = "91234567"
NAME = "Hemmeligmann"
PUBLIC = "Kommunen støtter planen om trygt vann og ber om penger til tiltakene i vedlegget"
_PAGE = """
#set document(title: "x")
#set page(width: 400pt, height: 300pt, margin: 40pt)
#set text(size: 14pt)
#for n in range(3) [ {public}, ring #text(fill: rgb(255, 0, 0))[{secret}] eller
#text(fill: rgb(255, 0, 0))[{name}] før fristen. \\ ]
"""


def page() -> bytes:
    """The page as it lies plainly."""
    source = _PAGE.format(
        public=PUBLIC, secret=f"{SECRET[:2]} {SECRET[2:5]} {SECRET[5:]}", name=NAME
    )
    made = typst.compile(source.encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The page after something was done to its file."""
    with pikepdf.open(io.BytesIO(page())) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def turned(degrees: int) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = degrees

    return change


def cropped(pdf: pikepdf.Pdf) -> None:
    """Shown from a corner of its own on."""
    pdf.pages[0].MediaBox = [-50, -30, 460, 330]
    pdf.pages[0].CropBox = [20, 10, 395, 300]


def cropped_and_turned(pdf: pikepdf.Pdf) -> None:
    cropped(pdf)
    turned(90)(pdf)


def in_large_units(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].UserUnit = 2.0


def enlarged(pdf: pikepdf.Pdf) -> None:
    """Zoomed by the page's own drawing."""
    page_ = pdf.pages[0]
    page_.MediaBox = [0, 0, 900, 700]
    page_.contents_add(b"q 2.2 0 0 2.2 13 7 cm", prepend=True)
    page_.contents_add(b"Q")


WAYS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "plain": lambda _: None,
    "turned by 90": turned(90),
    "turned by 180": turned(180),
    "turned by 270": turned(270),
    "cropped": cropped,
    "cropped and turned": cropped_and_turned,
    "in large units": in_large_units,
    "enlarged": enlarged,
}
