"""One comment, like group or theme as what is decided on: words on it, its members, its history."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow, PassagesShown
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.inheriting import family_of
from innspill.stages.deciding.core.values import DispositionShown, Target
from innspill.stages.deciding.models import Disposition
from innspill.stages.deciding.queries.words import Standing, dispositions, standing_of


@dataclass(frozen=True, slots=True)
class TargetShown:
    """A target with the last word on it, and the words that wait beside that."""

    target: Target
    word: DispositionShown | None
    """The last word said of this very target, one that takes back too."""
    standing: DispositionShown | None
    """What stands for it: of a comment also what it inherits."""
    waiting: tuple[DispositionShown, ...]

    @property
    def seen(self) -> int | None:
        """For `decide`."""
        return self.word.id if self.word else None


def target_shown(
    consultation_id: int, target: Target, themes: Collection[int] = (),
    standing: Standing | None = None,
) -> TargetShown:  # fmt: skip
    """A target as it stands; `themes` are those of the comment, where it is one."""
    standing = standing or standing_of(consultation_id)
    word, stands = standing.on(target), None
    if target.scope == "comment":
        stands = standing.of(target.key, tuple(themes))
    elif word is not None and word.outcome != "open":
        stands = word
    waiting = standing.waiting(target)
    whole = dispositions(consultation_id, {*waiting, *(one.id for one in (word, stands) if one)})
    return TargetShown(
        target,
        whole[word.id] if word else None,
        whole[stands.id] if stands else None,
        tuple(whole[pk] for pk in waiting),
    )


def versions(
    slug: str, owners: Collection[Owner], target: Target, themes: Collection[int] = (),
    *, standing: Standing | None = None,
) -> list[DispositionShown]:  # fmt: skip
    """Every word on a target, the last first: of a comment those too of its like group and themes,
    and those that somebody else came before.
    """
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    found = _wanted(target, themes, standing or standing_of(hearing.id))
    rows = Disposition.objects.filter(consultation=hearing.id).filter(found)
    whole = dispositions(hearing.id, set(rows.values_list("pk", flat=True)))
    return sorted(whole.values(), key=lambda each: -each.id)


def like_group(slug: str, owners: Collection[Owner], fingerprint: str) -> PassagesShown | None:
    """The group of comments that say the same as this one; None where none does."""
    for group in analysis.passages(slug, owners):
        if any(each.comment.fingerprint == fingerprint for each in group.members):
            return group
    return None


def last_said_by(consultation_id: int, user_id: int) -> DispositionShown | None:
    """The last word that a person said in this hearing and that gives a reason: to be said again."""
    rows = Disposition.objects.filter(consultation=consultation_id, by=user_id).exclude(reason="")
    last = rows.order_by("id").values_list("pk", flat=True).last()
    return dispositions(consultation_id, {last})[last] if last else None


def comments_of(
    consultation_id: int, said: Collection[DispositionShown]
) -> dict[str, CommentRow]:  # fmt: skip
    """The comments that these words were said of, or of one like them, by their fingerprints."""
    keys = {each.target.key for each in said if each.target.scope != "theme"}
    return {row.fingerprint: row for row in analysis.comments_with(consultation_id, keys)}


def _wanted(target: Target, themes: Collection[int], standing: Standing) -> Q:
    targets = {*family_of(target, standing.like)}
    if target.scope == "comment":
        targets |= {*family_of(Target("like", target.key), standing.like)}
        above = {standing.above[theme] for theme in themes if theme in standing.above}
        targets |= {Target("theme", str(theme)) for theme in (*themes, *above)}
    found = Q(pk=None)
    for scope in ("comment", "like", "theme"):
        keys = [each.key for each in targets if each.scope == scope]
        found |= Q(scope=scope, target__in=keys)
    return found
