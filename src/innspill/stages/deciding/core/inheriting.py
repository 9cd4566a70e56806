"""Which disposition stands for a comment: its own, that of all like it, or that of its theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from innspill.stages.deciding.core.values import Target


class Word(Protocol):
    """What was said on a target, whole or in short."""

    @property
    def id(self) -> int:
        """Later words have greater numbers."""

    @property
    def outcome(self) -> str:
        """What was decided."""


W = TypeVar("W", bound=Word)


def like_keys(groups: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """For each fingerprint, those of all that say the same as it, itself among them.

    `groups` are the groups of like comments as they are found now: who joins later inherits too.
    """
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        members = tuple(dict.fromkeys(group))
        for each in members:
            found[each] = members
    return found


def standing_for(
    fingerprint: str,
    themes: Sequence[int],
    like: Mapping[str, Sequence[str]],
    said: Mapping[Target, W],
    above: Mapping[int, int] | None = None,
) -> W | None:
    """The disposition that stands for a comment, or None where it is open.

    Its own word comes first, then the latest that was said of a like group by any member of it,
    then the latest of its themes, then that of the themes `above` them. `themes` are those that it
    stands in, and those merged into them in which it stood: what was said of one reaches whom it
    reached, and nobody else. "open" ends the search at a comment: it inherits nothing; of a group
    or theme it gives nothing, and takes nothing that another theme gives. "inherits" at a comment
    is as if nothing had been said of it.
    """
    own = said.get(Target("comment", fingerprint))
    if own is not None and own.outcome != "inherits":
        return None if own.outcome == "open" else own
    group = last_of(family_of(Target("like", fingerprint), like), said)
    if group is not None and group.outcome != "open":
        return group
    above = above or {}
    over = [above[theme] for theme in themes if theme in above]
    return _last_given(themes, said) or _last_given(over, said)


def last_of(targets: Iterable[Target], said: Mapping[Target, W]) -> W | None:
    """The latest word on any of these targets."""
    words = [said[target] for target in targets if target in said]
    return max(words, key=lambda word: word.id) if words else None


def family_of(target: Target, like: Mapping[str, Sequence[str]]) -> tuple[Target, ...]:
    """The targets whose words are words on this one: of a like group those of all its members."""
    if target.scope != "like":
        return (target,)
    return tuple(Target("like", member) for member in like.get(target.key, (target.key,)))


def _last_given(themes: Iterable[int], said: Mapping[Target, W]) -> W | None:
    """The latest word that one of these themes gives."""
    targets = (Target("theme", str(theme)) for theme in themes)
    return last_of((each for each in targets if _gives(said.get(each))), said)


def _gives(word: Word | None) -> bool:
    return word is not None and word.outcome != "open"
