"""Bytes of a picture file to grey pages: with limits, upright, paper white where it is see-through."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import pi_heif
from numpy.typing import NDArray
from PIL import Image, ImageSequence, UnidentifiedImageError

from innspill.shared.errors import Unreadable

MOST_PIXELS = 64_000_000
"""A page of A3 at 400 dots per inch has 31 million."""
MOST_PIXELS_JPEG = 120_000_000
"""A JPEG is unpacked at a smaller size where it is larger than is needed."""
_SIDE = 5_200
_A4_LONG = 11.69
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF", "HEIF")
_ORIENTATION = 274
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""What a camera says of how it was held, and how the picture is turned upright."""
_SCREEN, _SMALL_SIDE = 96, 1_000
_LEAST_DPI, _MOST_DPI = 70, 1_200
_LEAST_WORK, _MOST_WORK, _WORK = 170, 330, 200
_LARGEST_PAGE, _SMALLEST_SIDE = 17.0, 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a grey picture, its resolution, and its height in points."""

    grey: NDArray[Any]
    dpi: int
    height: float


def sheets_in(data: bytes, most: int) -> Iterator[Sheet]:
    """The pages of the picture file, at most `most`.

    Raises `Unreadable` with too-big before anything is unpacked, or damaged.
    """
    pi_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limit is ours below.
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if picture.format == "TIFF":
                    yield from map(_sheet, islice(ImageSequence.Iterator(picture), most))
                    return
                sheet = _sheet(picture)
        # The picture is closed by now: unpacked, it may take more room than all that follows.
        yield sheet
    except UnidentifiedImageError as error:
        raise Unreadable("damaged", "The picture is damaged and cannot be opened.") from error
    except Image.DecompressionBombError as error:
        raise Unreadable("too-big", "The picture has too many pixels to be read.") from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError) as error:
        raise Unreadable("damaged", "The picture is damaged or cut off.") from error


def pages_in(data: bytes) -> int:
    """How many pages the picture file says it has."""
    pi_heif.register_heif_opener()
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return 1


def _sheet(frame: Image.Image) -> Sheet:
    width, height = frame.size
    jpeg = frame.format in ("JPEG", "MPO")
    if width * height > (MOST_PIXELS_JPEG if jpeg else MOST_PIXELS):
        raise Unreadable(
            "too-big", f"The picture has {width} times {height} pixels, too many to read."
        )
    said = _said_dpi(frame)
    if jpeg:
        frame.draft("L", (_SIDE // 2, _SIDE // 2))
    said = said * frame.size[0] / width if said else 0.0
    grey = _grey(frame)
    way = _TURNS.get(frame.getexif().get(_ORIENTATION, 1))
    grey = grey if way is None else grey.transpose(way)
    dpi = said if _fits(said, grey.size) else _guessed(grey.size)
    scale = 1.0
    if not _LEAST_WORK <= dpi <= _MOST_WORK:
        scale = (_WORK if dpi < _LEAST_WORK else 300) / dpi
        size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
        kind = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX
        grey = grey.resize(size, kind)
    return Sheet(np.array(grey), round(dpi * scale), grey.height * 72 / (dpi * scale))


def _said_dpi(frame: Image.Image) -> float:
    """The resolution that the file gives, in dots per inch, or 0."""
    try:
        across, down = frame.info.get("dpi", (0, 0))
        across, down = float(across), float(down)
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0
    return across if across and abs(across - down) < 0.1 * across else 0.0


def _fits(dpi: float, size: tuple[int, int]) -> bool:
    """Whether the page would have a size that paper has."""
    if not _LEAST_DPI <= dpi <= _MOST_DPI:
        return False
    long = max(size) / dpi
    # Cameras and screens write 72 or 96, whatever the picture shows.
    return long <= _LARGEST_PAGE and (dpi > 100 or long <= 1.05 * _A4_LONG)


def _guessed(size: tuple[int, int]) -> float:
    """Its resolution if it shows a page of A4; a small picture is one of a screen."""
    long = max(size)
    return _SCREEN if long < _SMALL_SIDE else long / _A4_LONG


def _grey(picture: Image.Image) -> Image.Image:
    """The picture in 256 greys on white paper."""
    if min(picture.size) < _SMALLEST_SIDE:
        raise Unreadable("needs-ocr", "The picture is too small to show any text.")
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        return _from_deep(picture)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        paper = Image.new("L", picture.size, 255)
        paper.paste(seen.convert("L"), mask=seen.getchannel("A"))
        return paper
    return picture.convert("L")


def _from_deep(picture: Image.Image) -> Image.Image:
    """A picture with more than 256 greys, its darkest black and its lightest white."""
    deep = np.asarray(picture).astype(np.float32)
    low, high = float(deep.min()), float(deep.max())
    if high <= 255 and low >= 0:
        high, low = 255.0, 0.0
    scaled = (deep - low) * (255.0 / max(high - low, 1.0))
    return Image.fromarray(np.clip(scaled, 0, 255).astype(np.uint8), "L")
