"""Words that several rooms know somebody by: names, offices, roles, kin, parties. A word is added here once.

Each module says what belongs in it; who uses a list names at its place what it adds and leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable


def either(*lists: Iterable[str]) -> str:
    """The alternatives of a pattern for the words of `lists`: what a longer word begins with, first."""
    return "|".join(sorted({word for words in lists for word in words}))
