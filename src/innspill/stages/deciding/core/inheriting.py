"""Which disposition stands for a comment: its own, that of all like it, or that of its theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from innspill.stages.deciding.core.values import DispositionShown, Target


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
    said: Mapping[Target, DispositionShown],
) -> DispositionShown | None:
    """The disposition that stands for a comment, or None where it is open.

    Its own word comes first, then the latest that was said of a like group by any member of it,
    then the latest of its themes. "open" ends the search at a comment: it inherits nothing; of a
    group or theme it gives nothing.
    """
    own = said.get(Target("comment", fingerprint))
    if own is not None:
        return None if own.outcome == "open" else own
    members = like.get(fingerprint, (fingerprint,))
    groups = [Target("like", member) for member in members]
    for targets in (groups, [Target("theme", str(theme)) for theme in themes]):
        words = [said[target] for target in targets if target in said]
        if words and (last := max(words, key=lambda word: word.id)).outcome != "open":
            return last
    return None
