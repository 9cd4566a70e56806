"""A change, and how two texts or two lists of parts are held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from innspill.stages.consultations.core.definition import Language, Text

LANGUAGES: tuple[Language, ...] = get_args(Language)

Said = Text | str | None
"""What stood or stands at a place: a text by language, a plain word, or nothing."""

_QUIET = frozenset({"effect", "references", "body-group"})
"""Kinds that no reader sees: they are listed at the desk and not in public."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is said otherwise: `kind` names it, `place` says where it is."""

    kind: str
    place: str
    before: Said
    after: Said

    @property
    def is_public(self) -> bool:
        """Whether a reader of the page or the form can see it."""
        return self.kind not in _QUIET


def same(before: Said, after: Said) -> bool:
    """Whether both say the same: spaces do not count, nor a language that only one of them has."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        shared = [one for one in before if before[one] and after.get(one)]
        if not shared:
            return not any(before.values()) and not any(after.values())
        return all(_plain(before[one]) == _plain(after[one]) for one in shared)
    return _plain(before) == _plain(after)


def _plain(said: Said) -> object:
    return " ".join(said.split()) if isinstance(said, str) else said


def compared(kind: str, place: str, before: Said, after: Said) -> Iterator[Change]:
    """The change of `kind`, where the two differ."""
    if not same(before, after):
        yield Change(kind, place, before or None, after or None)


def listed_parts(
    kind: str, before: Mapping[str, Said], after: Mapping[str, Said]
) -> Iterator[Change]:
    """What was removed and added, as KIND-removed and KIND-added, each in its own order."""
    for identity, said in before.items():
        if identity not in after:
            yield Change(f"{kind}-removed", identity, said, None)
    for identity, said in after.items():
        if identity not in before:
            yield Change(f"{kind}-added", identity, None, said)
