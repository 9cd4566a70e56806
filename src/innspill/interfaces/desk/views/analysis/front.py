"""The analysis of one hearing at a glance: what is left, and how often people keep the machine's word."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.analysis.rows import Room
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, Quality
from innspill.stages.publication import queries as publication


@dataclass(frozen=True, slots=True)
class Gone:
    """How far people have come with one response."""

    number: int
    name: str
    remarks: int
    unconfirmed: int
    finished: bool


@dataclass(frozen=True, slots=True)
class QualityRow:
    """How often people keep the machine's word of one kind, in whole per cent with its interval."""

    said: Quality

    @property
    def share(self) -> int:
        """Kept of n, in per cent."""
        return round(100 * self.said.kept / self.said.n) if self.said.n else 0

    @property
    def low(self) -> int:
        """The lower end of the 95 % interval."""
        return int(100 * self.said.low)

    @property
    def high(self) -> int:
        """The upper end of the 95 % interval."""
        return -int(-100 * self.said.high)


@require_safe
@at_the_desk
def front(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """What is left to divide and confirm, response by response, and where to go on."""
    room = Room(desk, slug)
    rows = _responses(room)
    only = request.GET.get("svar", "")
    only = only if only in ("ferdig", "igjen") else ""
    context = room.context("front") | {
        "progress": analysis.progress(slug, desk.owners),
        "rows": [row for row in rows if row.finished == (only == "ferdig")] if only else rows,
        "only": only,
        "first": next((row for row in rows if not row.finished), None),
        "quality": [QualityRow(each) for each in analysis.quality(slug, desk.owners)],
    }
    return render(request, "desk/analysis/front.html", context)


def _responses(room: Room) -> list[Gone]:
    slug, owners = room.hearing.slug, room.desk.owners
    all_of = analysis.page(slug, owners, size=1).counted.get("number", {})
    left = analysis.page(slug, owners, CommentFilter(unconfirmed=True), size=1).counted.get("number", {})  # fmt: skip
    finished = analysis.finished_responses(slug, owners)
    rows = []
    for rendition, public in publication.renditions_of(room.hearing.id):
        number = int(public.reference.rpartition("-")[2])
        said = all_of.get(str(number), 0)
        rows.append(
            Gone(number, public.name, said, left.get(str(number), 0), rendition in finished)
        )
    return rows
