"""What is changed in the papers that are heard, and the comments that led to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.deciding_forms import ChangeForm
from innspill.interfaces.desk.views.deciding.room import DecidingRoom, SaidShown
from innspill.pipeline import wiring
from innspill.shared.errors import Conflict
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import ChangeShown
from innspill.stages.deciding.queries import ChangeListed


@dataclass(frozen=True, slots=True)
class ListedShown:
    """A change with the names of what led to it."""

    listed: ChangeListed
    led: tuple[SaidShown, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def changes(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The changes of a hearing's papers; POST writes down one that no comment has led to yet."""
    room = DecidingRoom(desk, slug)
    definition = room.hearing.definition
    form = ChangeForm(request.POST if request.method == "POST" else None, definition=definition)
    if form.is_bound and form.is_valid():
        actions.make_change(room.hearing.id, form.said, by=desk.user, now=wiring.clock().now())
        messages.success(request, gettext("Endringen er skrevet ned."))
        return redirect(request.path)
    context = room.context("changes") | {"listed": _listed(room), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "desk/deciding/changes.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def change(request: HttpRequest, desk: Desk, slug: str, change_id: int) -> HttpResponse:
    """One change with its versions; POST words it anew or takes it back."""
    room = DecidingRoom(desk, slug)
    found = deciding.change(slug, desk.owners, change_id)
    if not found:
        raise Http404
    if request.method == "POST":
        return _act(request, room, change_id, found)
    return _page(request, room, found)


def _act(
    request: HttpRequest, room: DecidingRoom, change_id: int, found: tuple[ChangeShown, ...]
) -> HttpResponse:
    by, now = room.desk.user, wiring.clock().now()
    if "take_back" in request.POST:
        actions.take_back_change(change_id, by=by, now=now)
        messages.success(request, gettext("Endringen er tatt tilbake. Teksten står som før."))
        return redirect(reverse("desk:changes", args=[room.hearing.slug]))
    form = ChangeForm(
        request.POST, definition=room.hearing.definition, initial={"place": found[-1].place}
    )
    if not form.is_valid():
        return _page(request, room, found, form, status=422)
    try:
        new = actions.reword_change(change_id, form.said, by=by, now=now)
    except Conflict:
        return _page(request, room, found, form, status=409)
    messages.success(request, gettext("Endringen er lagret."))
    return redirect(reverse("desk:change", args=[room.hearing.slug, new]))


def _page(
    request: HttpRequest, room: DecidingRoom, found: tuple[ChangeShown, ...],
    form: ChangeForm | None = None, *, status: int = 200,
) -> HttpResponse:  # fmt: skip
    now = found[-1]
    held = {"place": now.place, "old": now.old, "new": now.new}
    context = room.context("changes") | {
        "change": now,
        "earlier": found[-2::-1],
        "led": next((each.led for each in _listed(room) if each.listed.change.id == now.id), ()),
        "form": form or ChangeForm(definition=room.hearing.definition, initial=held),
        "here": reverse("desk:change", args=[room.hearing.slug, now.id]),
        "is_met": status == 409,
    }
    return render(request, "desk/deciding/change.html", context, status=status)


def _listed(room: DecidingRoom) -> list[ListedShown]:
    found = deciding.text_changes(room.hearing.slug, room.desk.owners)
    named = {
        each.said.id: each
        for each in room.said_of({said.id: said for one in found for said in one.said}.values())
    }
    return [ListedShown(one, tuple(named[said.id] for said in one.said)) for one in found]
