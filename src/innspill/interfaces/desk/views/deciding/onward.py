"""Where saving leads: to the next that is left in the list, of the like groups, or of the themes."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from innspill.interfaces.desk.views.deciding.board import BY, in_order, where_named
from innspill.interfaces.desk.views.deciding.room import DecidingRoom
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.board import NONE
from innspill.stages.deciding.core.values import Target


def after_comment(request: HttpRequest, room: DecidingRoom, comment: CommentRow) -> str:
    """The next comment that is left of the list that the filter in the address keeps, else the list."""
    slug, query = room.hearing.slug, request.GET.urlencode()
    wanted = room.filter_of(request).asked_for
    found = deciding.neighbours(slug, room.desk.owners, comment.id, wanted)
    if found.next_left is None:
        return f"{reverse('desk:deciding-list', args=[slug])}?{query}"
    return f"{reverse('desk:decide-comment', args=[slug, found.next_left])}?{query}"


def after_many(room: DecidingRoom, target: Target) -> str:
    """The next like group or theme of the board in which something is left, else the board."""
    slug = room.hearing.slug
    rows = in_order(room, target.scope, deciding.board(slug, room.desk.owners, target.scope))
    keys = [row.counts.key for row in rows]
    at = keys.index(target.key) + 1 if target.key in keys else 0
    for row in (*rows[at:], *rows[:at]):
        if row.counts.left and row.counts.key not in {NONE, target.key}:
            return where_named(slug, target.scope, row.counts)
    ways = {way: address for address, way in BY.items()}
    return f"{reverse('desk:deciding', args=[slug])}?etter={ways[target.scope]}"
