"""The owner's logo on papers, in the margin above the first page's text."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

PICTURE = "logo.svg"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A logo, its kind ("svg" or "png"), and what it says for those who do not see it."""

    data: bytes
    kind: str
    alternative: str


def on_paper(letterhead: Letterhead | None) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What a layout is told of the logo, and the picture by its name; nothing without one."""
    if letterhead is None:
        return {}, {}
    data = letterhead.data if letterhead.kind == "svg" else framed(letterhead.data)
    return {"logo": {"file": PICTURE, "alternative": letterhead.alternative}}, {PICTURE: data}


def framed(png: bytes) -> bytes:
    """The picture in a frame of text: typst takes files that it is handed as text alone."""
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    size, inside = f'width="{width}" height="{height}"', base64.b64encode(png).decode("ascii")
    image = f'<image {size} href="data:image/png;base64,{inside}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'.encode("ascii")
