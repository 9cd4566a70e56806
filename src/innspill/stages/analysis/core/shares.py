"""Shares in per cent and in words, from thresholds that stand in one table."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

Weight = Literal["most", "many", "several", "few", ""]

PERCENT_FROM = 20
"""The least denominator that a percentage may have (design, "Counting")."""
WORDS_FROM = 5
"""The least denominator that a word may stand for a number with."""
THRESHOLDS: tuple[tuple[Weight, Fraction, int], ...] = (
    ("most", Fraction(1, 2), 3),
    ("many", Fraction(1, 4), 3),
    ("several", Fraction(1, 10), 3),
    ("few", Fraction(0), 1),
)
"""Word, share and count: the first row whose share is passed and whose count is reached holds.

"De fleste" is more than half, "mange" more than a quarter, "flere" more than a tenth, all of at
least three; "enkelte" is one or more.
"""


def percentage(count: int, of: int) -> int | None:
    """`count` of `of` in whole per cent, half rounded up; None where `of` is below 20."""
    if of < PERCENT_FROM:
        return None
    return (200 * count + of) // (2 * of)


def weight(count: int, of: int) -> Weight:
    """The word for `count` of `of`; "" for none of them, and where `of` is below five."""
    if of < WORDS_FROM or count <= 0:
        return ""
    for word, share, least in THRESHOLDS:
        if count >= least and Fraction(count, of) > share:
            return word
    return "few"
