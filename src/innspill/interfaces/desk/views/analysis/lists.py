"""What the answers have in them, as lists: the same said by many, proposals, measures, words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.reading_forms import STANCES
from innspill.interfaces.desk.views.analysis.rows import Room, Shown
from innspill.interfaces.ui.forms import whole
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.stages.analysis import actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.copies.differs import beside
from innspill.stages.analysis.queries import CommentFilter, PassagesShown

GROUPS = 20
"""Groups of copies on a page: each shows its texts in full."""
PROPOSALS = 50


@dataclass(frozen=True, slots=True)
class Member:
    """One of a group, held against the text that stands above it."""

    row: Shown
    lacking: tuple[str, ...]
    """Words of that text which it has not."""
    besides: tuple[Shown, ...]
    """What its sender says that is in no group."""


@dataclass(frozen=True, slots=True)
class Same:
    """A group of comments that say the same, with what each says otherwise or alone marked."""

    group: PassagesShown
    members: tuple[Member, ...]
    """The first has the least of its own: it is what they have in common."""

    @property
    def lead(self) -> Shown:
        """What they have in common."""
        return self.members[0].row

    @property
    def ids(self) -> list[int]:
        """The numbers of the comments."""
        return [member.row.comment.id for member in self.members]

    @property
    def unconfirmed(self) -> int:
        """How many of them wait for a person's word."""
        return sum(not member.row.comment.confirmed for member in self.members)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def same(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Groups of comments that say the same; POST says one thing of a whole group."""
    room = Room(desk, slug)
    if request.method == "POST":
        return _say_of_group(request, room)
    found = analysis.passages(slug, desk.owners)
    page = page_of(request, found, GROUPS)
    besides = _besides(room, found, list(page))
    context = room.context("same") | {
        "groups": [_same(room, group, besides) for group in page],
        "page": page,
        "count": len(found),
        "comments": sum(len(group.members) for group in found),
    }
    return render(request, "desk/analysis/same.html", context)


@require_safe
@at_the_desk
def proposals(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Who should do what, as the answers propose it, each with its words and its place."""
    room = Room(desk, slug)
    said = " ".join(request.GET.get("sok", "").split())[:200]
    found = analysis.proposals(slug, desk.owners, CommentFilter(proposals=True, words=said))
    context = room.context("proposals") | {
        "rows": page_of(request, found, PROPOSALS),
        "count": len(found),
        "words": said,
    }
    return render(request, "desk/analysis/proposals.html", context)


@require_safe
@at_the_desk
def measures(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The register of measures, and the initiatives that respondents miss."""
    room = Room(desk, slug)
    own = analysis.measures(slug, desk.owners)
    missing = analysis.missing_named(slug, desk.owners)
    rows = _by_id(
        room,
        [
            *(pk for each in own for pk in each.comments),
            *(pk for each in missing for pk in each.comments),
        ],
    )
    context = room.context("measures") | {
        "measures": [(one, _kept(one.comments, rows)) for one in own],
        "missing": [(one, _kept(one.comments, rows)) for one in missing],
    }
    return render(request, "desk/analysis/measures.html", context)


@require_safe
@at_the_desk
def glossary(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The abbreviations of the hearing, those that nobody explained first."""
    room = Room(desk, slug)
    terms = analysis.glossary(slug, desk.owners)
    rows = _by_id(room, [pk for term in terms for pk in term.comments[:3]])
    context = room.context("glossary") | {
        "terms": [(term, _kept(term.comments[:3], rows)) for term in terms],
        "unexplained": sum(not term.explanation for term in terms),
    }
    return render(request, "desk/analysis/glossary.html", context)


def _say_of_group(request: HttpRequest, room: Room) -> HttpResponse:
    chosen = [whole(one) for one in request.POST.getlist("comments")]
    rows = analysis.comments_by_id(chosen)
    if not rows or {row.consultation_slug for row in rows} != {room.hearing.slug}:
        raise BadInput("some of these comments are not there any more")
    by, now = room.desk.user, wiring.clock().now()
    if request.POST.get("stance") in STANCES:
        actions.label_many(chosen, kind="stance", value=request.POST["stance"], by=by, now=now)
    else:
        actions.confirm(chosen, by=by, now=now)
    messages.success(request, gettext("Lagret for hele gruppen."))
    side = request.POST.get("side", "")
    here = reverse("desk:same", args=[room.hearing.slug])
    return redirect(f"{here}?side={whole(side)}" if side else here)


def _same(room: Room, group: PassagesShown, besides: dict[int, list[Shown]]) -> Same:
    """The group made ready; of `besides` it takes what it shows, so that no text stands twice."""
    own = {said.comment.id: [(span.start, span.end) for span in said.own] for said in group.members}
    first = min(group.members, key=lambda said: (sum(map(len, said.own)), said.comment.id)).comment
    held = {one.text: beside(first.text, one.text) for one in (m.comment for m in group.members)}
    if group.kind == "part":
        held = dict.fromkeys(held, ((), ()))
    rows = room.shown(
        [first, *(said.comment for said in group.members if said.comment.id != first.id)],
        own=own,
        differs={
            said.comment.id: [(span.start, span.end) for span in held[said.comment.text][0]]
            for said in group.members
        },
    )
    members = (
        Member(row, held[row.comment.text][1], tuple(besides.pop(row.comment.number, ())))
        for row in rows
    )
    return Same(group, tuple(members))


def _besides(
    room: Room, found: Iterable[PassagesShown], page: Iterable[PassagesShown]
) -> dict[int, list[Shown]]:
    """By response what else those on the page say who sent a whole text as others did."""
    senders = {said.comment.number for each in page if each.kind != "part" for said in each.members}
    grouped = {said.comment.id for each in found for said in each.members}
    wanted = [
        one.id
        for one in analysis.lights(room.hearing.id, CommentFilter())
        if one.number in senders and one.id not in grouped
    ]
    said: dict[int, list[Shown]] = {}
    for row in room.shown(analysis.comments_by_id(wanted)):
        said.setdefault(row.comment.number, []).append(row)
    return said


def _by_id(room: Room, wanted: Iterable[int]) -> dict[int, Shown]:
    rows = analysis.comments_by_id(sorted(set(wanted)))
    return {row.comment.id: row for row in room.shown(rows)}


def _kept(wanted: Iterable[int], rows: dict[int, Shown]) -> list[Shown]:
    return [rows[pk] for pk in wanted if pk in rows]
