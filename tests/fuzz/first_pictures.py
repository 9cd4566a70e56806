"""First files for scans and photos, and a recogniser that sees words of its own making in them."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw

from innspill.stages.reading.core.tools import Recognised, Recogniser, Tools

_KINDS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")
_SMALL = {"TIFF": {"compression": "tiff_lzw"}}
_MOST_WORDS = 60


def pictures() -> Iterator[bytes]:
    """A small page with boxes in each kind of picture, and the odd ways that colours are kept."""
    page = _page()
    for kind in _KINDS:
        yield _saved(page.convert("1") if kind == "BMP" else page, kind, **_SMALL.get(kind, {}))
    for mode in ("1", "P", "RGBA", "LA", "I;16", "CMYK"):
        kind = "TIFF" if mode in {"CMYK", "LA"} else "PNG"
        yield _saved(page.convert(mode), kind, **_SMALL.get(kind, {}))
    both = [_page(turned=True)]
    yield _saved(page, "TIFF", save_all=True, append_images=both, dpi=(100, 100), **_SMALL["TIFF"])
    yield _saved(page, "PNG", dpi=(200, 200))
    exif = Image.Exif()
    exif[0x0112] = 6
    yield _saved(page.convert("RGB"), "JPEG", exif=exif, dpi=(72, 72))


def recognising(texts: Sequence[str]) -> Tools:
    """Tools whose recogniser sees some of `texts` anywhere in a picture, the same in each run."""

    def words(png: bytes, _: int) -> tuple[Recognised, ...]:
        chance = random.Random(hashlib.sha256(png).digest())
        with Image.open(io.BytesIO(png)) as picture:
            width, height = picture.size
        return tuple(_seen(texts, width, height, chance))

    return Tools(Recogniser("tesseract 5.3.0 nor", words))


def _seen(
    texts: Sequence[str], width: int, height: int, chance: random.Random
) -> Iterator[Recognised]:
    """Words as a recogniser gives them: mostly along lines, some where none can be."""
    count, line = chance.randrange(_MOST_WORDS), 0
    left, top, size = 0, chance.randrange(height), chance.randrange(3, 30)
    for word in (word for _ in range(count) for word in chance.choice(texts).split()):
        wide = 1 + chance.randrange(size * len(word))
        if left > width or chance.random() < 0.1:
            line, left, top = line + 1, 0, top + chance.choice((size, 2 * size, 5 * size, -height))
        if chance.random() < 0.05:
            left, top = chance.randrange(width), chance.randrange(height)
        yield Recognised(
            word, left, max(0, top), left + wide, max(0, top) + size, chance.randrange(-1, 101),
            line, line // 3,
        )  # fmt: skip
        left += wide + chance.randrange(size)


def _page(*, turned: bool = False) -> Image.Image:
    """A page of A5 at a low resolution: lines of dark patches for words, and boxes with ticks."""
    page = Image.new("L", (420, 300), 255)
    draw = ImageDraw.Draw(page)
    for at in range(8):
        top = 20 + 32 * at
        draw.rectangle((20, top, 34, top + 14), outline=0)
        if at % 3 == 0:
            draw.line((22, top + 2, 32, top + 12), fill=0, width=2)
            draw.line((32, top + 2, 22, top + 12), fill=0, width=2)
        for word in range(6):
            draw.rectangle((50 + 55 * word, top + 4, 92 + 55 * word, top + 12), fill=40)
    return page.rotate(88, expand=True, fillcolor=255) if turned else page


def _saved(page: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    page.save(out, kind, **how)  # type: ignore[arg-type]
    return out.getvalue()
