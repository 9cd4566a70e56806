"""The comments of a like group or theme, those that go their own way, and reasons to look at."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse

from innspill.interfaces.desk.views.deciding.room import DecidingRoom
from innspill.interfaces.ui.forms import whole
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, CommentRow
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.suggesting import SuggestedReason
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.queries import BoardFilter, Held


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reason that was written on a comment like this one, and where."""

    reason: SuggestedReason
    name: str
    address: str


def suggestions(room: DecidingRoom, row: CommentRow, held: Held) -> list[Suggestion]:
    """The reasons that are offered for a comment, the nearest first."""
    found = deciding.suggested_for(room.hearing.id, row, held)
    names = {
        each.id: each for each in analysis.comments_by_id({one.comment_id for one in found})
    }  # fmt: skip
    return [
        Suggestion(
            each,
            f"{names[each.comment_id].name}, {names[each.comment_id].reference}",
            reverse("desk:decide-comment", args=[room.hearing.slug, each.comment_id]),
        )
        for each in found
        if each.comment_id in names
    ]


def of_like(room: DecidingRoom, row: CommentRow) -> dict[str, object]:
    """The members of a like group, with what each has of its own marked."""
    group = deciding.like_group(room.hearing.slug, room.desk.owners, row.fingerprint)
    said = group.members if group else ()
    own = {each.comment.id: [(span.start, span.end) for span in each.own] for each in said}
    rows = deciding.with_dispositions(room.hearing.id, [each.comment for each in said])
    shown = room.shown([each.comment for each in said], own=own)
    pairs = list(zip(rows, shown, strict=True))
    return {
        "members": pairs,
        "count": len(pairs),
        "apart": sum(row.apart for row in rows),
        "lead": min(pairs, key=lambda pair: sum(end - start for start, end in own[pair[0].comment.id]))[1],
    }  # fmt: skip


def of_theme(request: HttpRequest, room: DecidingRoom, theme_id: int) -> dict[str, object]:
    """The comments of a theme, page by page, and the themes under it."""
    wanted = BoardFilter(CommentFilter(theme=theme_id))
    found = deciding.page(
        room.hearing.slug, room.desk.owners, wanted, page=whole(request.GET.get("side", "1"))
    )
    shown = room.shown([row.comment for row in found.rows])
    card = _theme(room, theme_id)
    return {
        "members": list(zip(found.rows, shown, strict=True)),
        "count": found.total,
        "page": Paginator(range(found.total), deciding.PAGE).get_page(found.page),
        "label": room.themes[theme_id],
        "card": card,
        "counted": found.counted.get("outcome", {}),
    }


def going_their_own_way(consultation_id: int, target: Target) -> tuple[int, int]:
    """Of the comments of a like group or theme: how many another word stands for, and how many they are."""
    held = Held(consultation_id)
    standing = held.standing
    word = standing.on(target)
    if target.scope == "like":
        keys = standing.like.get(target.key, (target.key,))
        members = [one for one in held.lights if one.fingerprint in keys]
    else:
        theme = int(target.key)
        members = [
            one
            for one in held.lights
            if any(theme in (each, standing.above.get(each)) for each in one.themes)
        ]
    stands = [standing.of(one.fingerprint, one.themes) for one in members]
    return sum(each is None or word is None or each.id != word.id for each in stands), len(stands)


def _theme(room: DecidingRoom, theme_id: int) -> object:
    for one in analysis.theme_list(room.hearing.slug, room.desk.owners):
        for each in (one, *one.parts):
            if each.id == theme_id:
                return each
    return None
