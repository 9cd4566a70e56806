"""Colours as numbers: contrast as WCAG 2.1 counts it, and the shades that one colour gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

TEXT, CONTROL = 4.5, 3.0
"""The least contrast of text and links (1.4.3), and of lines, bars and controls (1.4.11)."""
READING = 10.0
"""What the strongest of the shades has against the page."""
STEPS = 100
BLACK, WHITE = "#000000", "#ffffff"
_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Scheme:
    """What stands on pages in light or in dark: Designsystemet's neutral colours."""

    name: str
    paper: str
    quiet: str
    track: str
    ink: str

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than the page."""
        return self.ink == WHITE


LIGHT = Scheme("light", "#ffffff", "#f3f3f4", "#e8e8e9", BLACK)
DARK = Scheme("dark", "#17181a", "#1e2022", "#2c2e31", WHITE)


def is_colour(text: str) -> bool:
    """Whether `text` is a colour such as "#00627a"."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def strengthened(colour: str, towards: str, least: float, *grounds: str) -> str:
    """The first shade from `colour` to `towards` with at least that contrast to all `grounds`."""
    shades = (mixed(colour, towards, step / STEPS) for step in range(STEPS + 1))
    return next((each for each in shades if _holds(each, least, grounds)), towards)


def shades(main: str, scheme: Scheme) -> dict[str, str]:
    """Designsystemet's accent colours made of one colour, by what they are for.

    Whatever `main` is that holds on the page, each text in them holds on each of their surfaces.
    """
    towards, tint = scheme.ink, _tinting(main, scheme)
    surfaces = {
        "background-default": tint(0.04) if scheme.is_dark else scheme.paper,
        "background-tinted": tint(0.08),
        "surface-default": tint(0.11) if scheme.is_dark else scheme.paper,
        "surface-tinted": tint(0.14),
        "surface-hover": tint(0.2),
        "surface-active": tint(0.27),
    }
    tinted, strongest = surfaces["surface-tinted"], surfaces["surface-active"]
    link = strengthened(main, towards, TEXT, scheme.paper, scheme.quiet, tinted)
    on_main = max((BLACK, WHITE), key=lambda each: contrast(each, main))
    away = BLACK if on_main == WHITE else WHITE
    return surfaces | {
        "border-subtle": tint(0.4),
        "border-default": strengthened(main, towards, CONTROL, strongest),
        "border-strong": strengthened(link, towards, TEXT, strongest),
        "text-subtle": link,
        "text-default": strengthened(link, towards, READING, scheme.paper, scheme.quiet),
        "base-default": main,
        "base-hover": mixed(main, away, 0.18),
        "base-active": mixed(main, away, 0.34),
        "base-contrast-subtle": strengthened(
            mixed(main, on_main, 0.85), on_main, TEXT, main, mixed(main, away, 0.34)
        ),
        "base-contrast-default": on_main,
    }


def _tinting(main: str, scheme: Scheme) -> Callable[[float], str]:
    return lambda share: mixed(scheme.paper, main, share)


def _holds(colour: str, least: float, grounds: tuple[str, ...]) -> bool:
    return all(contrast(colour, ground) >= least for ground in grounds)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
