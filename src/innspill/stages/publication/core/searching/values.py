"""What a search index holds and gives: the port that an adapter fills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from innspill.stages.publication.core.searching.asking import Asked
from innspill.stages.publication.core.searching.marking import Alternatives
from innspill.stages.publication.core.searching.passages import Searched


@dataclass(frozen=True, slots=True)
class Found:
    """The copies that an index has for a question, the best first, public or no longer.

    `sought` is what counts as each term, for marking it; `guessed` are the stems that a word which
    stands nowhere was taken for.
    """

    renditions: tuple[int, ...]
    sought: tuple[Alternatives, ...] = ()
    guessed: frozenset[str] = frozenset()


class SearchIndex(Protocol):
    """Finds public copies by their words. Raises SearchUnavailable where it cannot be used."""

    def find(self, asked: Asked, *, now: datetime) -> Found:
        """The copies that answer `asked`, those with the very words before those with parts."""
        ...

    def places(
        self, found: Found, renditions: Sequence[int], asked: Asked, *, now: datetime
    ) -> Mapping[int, tuple[int, ...]]:
        """Of these copies the passages (their places in order) in which something was found."""
        ...

    def held(self) -> frozenset[int]:
        """The copies that it holds."""
        ...

    def size(self) -> int:
        """How many copies it holds."""
        ...


class SearchWriter(Protocol):
    """Brings an index up to date."""

    def add(self, copy: Searched) -> bool:
        """Takes in one copy; False where it was there already."""
        ...

    def remove(self, rendition: int) -> bool:
        """Takes one out; False where it was not there."""
        ...

    def make_anew(self, copies: Iterable[Searched]) -> int:
        """A new index of these copies in place of what was there; returns how many they are."""
        ...
