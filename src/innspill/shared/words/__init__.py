"""Words that several rooms know somebody by: names, offices, roles, kin, parties. A word is added here once.

Each module says what belongs in it; who uses a list names at its place what it adds and leaves out. Those
differences are what the lists had when they were brought together: where no reason stands beside one, none is
known, and a new word goes to the list.
"""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: str) -> frozenset[str]:
    """The words of a list, as it is written down: with spaces between them."""
    return frozenset(words.split())


def either(*lists: Iterable[str]) -> str:
    """The alternatives of a pattern for the words of `lists`: what a longer word begins with, first."""
    return "|".join(sorted({word for words in lists for word in words}))
