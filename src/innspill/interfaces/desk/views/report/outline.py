"""The outline of a report: which parts it has, in which order, and who wrote each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.report.room import Room
from innspill.interfaces.ui.forms import whole
from innspill.shared.errors import BadInput
from innspill.stages.reports.core.edited.arranging import (
    Place,
    fresh_key,
    levels,
    moved,
    own_part,
    switched,
    with_words,
)
from innspill.stages.reports.core.parts.values import ReportPart
from innspill.stages.reports.texts import actions
from innspill.stages.reports.texts import queries as texts


@dataclass(frozen=True, slots=True)
class Row:
    """A part on the page. `beside` counts versions that two wrote at once, and nobody chose."""

    part: ReportPart
    shown: bool
    level: int
    by: str
    beside: int

    @property
    def is_own(self) -> bool:
        """Whether a person added the part."""
        return self.part.key.startswith("own:")

    @property
    def name(self) -> str:
        """What the page calls it."""
        return self.part.heading or gettext("Uten overskrift")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def outline(
    request: HttpRequest, desk: Desk, slug: str, report_kind: str, language: str
) -> HttpResponse:
    """The parts in their order; POST moves, leaves out, takes in and adds."""
    room = Room(desk, slug, report_kind, language)
    if request.method == "POST":
        return _act(request, room)
    waiting = [each.part for each in texts.unsettled(room.hearing.id, room.kind, language)]
    depths = levels(room.machine, room.placed)
    rows = [
        _row(room, place, level, waiting.count(place.key))
        for place, level in zip(room.placed, depths, strict=True)
    ]
    context = room.context() | {
        "rows": rows,
        "outline": room.outline,
        "changed": sum(row.part.by == "person" and row.shown for row in rows),
        "differing": sum(row.part.differs and row.shown for row in rows),
        "waiting": len(waiting),
    }
    return render(request, "desk/report/outline.html", context)


def _row(room: Room, place: Place, level: int, beside: int) -> Row:
    part = next((each for each in room.machine if each.key == place.key), None)
    text = room.standing.get(place.key)
    return Row(
        with_words(part or own_part(place), text), place.shown, level, text.by if text else "",
        beside,
    )  # fmt: skip


def _act(request: HttpRequest, room: Room) -> HttpResponse:
    do, key = request.POST.get("gjor", ""), request.POST.get("del", "")
    act = _ACTS.get(do)
    if act is None:
        raise BadInput("there is nothing to do with the outline", todo="Choose one of those shown.")
    room.require_writer()
    try:
        placed, said = act(request, room, key)
    except KeyError as error:
        raise BadInput("there is no such part", todo="Look at the outline again.") from error
    actions.save_outline(
        room.hearing.id, room.kind, placed, seen=whole(request.POST.get("sett", "")),
        by=room.desk.user, now=room.now,
        sources="kilder" in request.POST if do == "kilder" else room.outline.sources,
    )  # fmt: skip
    messages.success(request, said)
    address = reverse("desk:report-outline", args=[room.hearing.slug, room.kind, room.language])
    at = f"#del-{key}" if key and do != "ny" else ""
    return redirect(f"{address}{at}")


Acted = tuple[tuple[Place, ...], str]


def _up(_request: HttpRequest, room: Room, key: str) -> Acted:
    placed = moved(room.placed, levels(room.machine, room.placed), key, "up")
    return placed, gettext("Delen er flyttet opp.")


def _down(_request: HttpRequest, room: Room, key: str) -> Acted:
    placed = moved(room.placed, levels(room.machine, room.placed), key, "down")
    return placed, gettext("Delen er flyttet ned.")


def _out(_request: HttpRequest, room: Room, key: str) -> Acted:
    placed = switched(room.placed, levels(room.machine, room.placed), key, shown=False)
    return placed, gettext("Delen er utelatt fra rapporten. Teksten er tatt vare på.")


def _in(_request: HttpRequest, room: Room, key: str) -> Acted:
    placed = switched(room.placed, levels(room.machine, room.placed), key, shown=True)
    return placed, gettext("Delen er med i rapporten igjen.")


def _new(request: HttpRequest, room: Room, _key: str) -> Acted:
    heading = " ".join(request.POST.get("overskrift", "").split())
    after = request.POST.get("etter", "")
    at = next((i + 1 for i, each in enumerate(room.placed) if each.key == after), 0)
    place = Place(fresh_key(room.placed), True, heading)
    placed = (*room.placed[:at], place, *room.placed[at:])
    return placed, gettext("Delen er lagt til. Åpne den for å skrive i den.")


def _sources(_request: HttpRequest, room: Room, _key: str) -> Acted:
    return room.placed, gettext("Valget er lagret.")


_ACTS: Mapping[str, Callable[[HttpRequest, Room, str], Acted]] = {
    "opp": _up, "ned": _down, "ut": _out, "inn": _in, "ny": _new, "kilder": _sources,
}  # fmt: skip
