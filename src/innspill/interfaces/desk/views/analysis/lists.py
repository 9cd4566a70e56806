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
from innspill.stages.analysis.queries import CommentFilter, PassagesShown

GROUPS = 20
"""Groups of copies on a page: each shows its texts in full."""
PROPOSALS = 50


@dataclass(frozen=True, slots=True)
class Same:
    """A group of comments that say the same, with what each has of its own marked."""

    group: PassagesShown
    rows: tuple[Shown, ...]

    @property
    def lead(self) -> Shown:
        """The one with the least of its own: what they have in common."""
        own = {said.comment.id: sum(map(len, said.own)) for said in self.group.members}
        return min(self.rows, key=lambda row: (own[row.comment.id], row.comment.id))

    @property
    def others(self) -> list[Shown]:
        """The others, in order."""
        return [row for row in self.rows if row is not self.lead]

    @property
    def ids(self) -> list[int]:
        """The numbers of the comments."""
        return [row.comment.id for row in self.rows]

    @property
    def unconfirmed(self) -> int:
        """How many of them wait for a person's word."""
        return sum(not row.comment.confirmed for row in self.rows)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def same(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Groups of comments that say the same; POST says one thing of a whole group."""
    room = Room(desk, slug)
    if request.method == "POST":
        return _say_of_group(request, room)
    found = analysis.passages(slug, desk.owners)
    page = page_of(request, found, GROUPS)
    context = room.context("same") | {
        "groups": [_same(room, group) for group in page],
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


def _same(room: Room, group: PassagesShown) -> Same:
    own = {said.comment.id: [(span.start, span.end) for span in said.own] for said in group.members}
    return Same(group, tuple(room.shown([said.comment for said in group.members], own=own)))


def _by_id(room: Room, wanted: Iterable[int]) -> dict[int, Shown]:
    rows = analysis.comments_by_id(sorted(set(wanted)))
    return {row.comment.id: row for row in room.shown(rows)}


def _kept(wanted: Iterable[int], rows: dict[int, Shown]) -> list[Shown]:
    return [rows[pk] for pk in wanted if pk in rows]
