"""Reasons that are used again: made, reworded, taken off the list, and where each is used."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.deciding_forms import ReasonForm
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.views.deciding.room import DecidingRoom
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Conflict
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.queries import ReasonShown


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def reasons(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The standard reasons of a hearing; POST makes one."""
    room = DecidingRoom(desk, slug)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.make_reason(
                room.hearing.id, **form.cleaned_data, by=desk.user, now=wiring.clock().now()
            )
        except BadInput as error:
            form.add_error("title", in_words(error))
        else:
            messages.success(request, gettext("Standardbegrunnelsen er laget."))
            return redirect(request.path)
    context = room.context("reasons") | {
        "reasons": [each for each in room.reasons if not each.now.gone],
        "gone": [each for each in room.reasons if each.now.gone],
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "desk/deciding/reasons.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def reason(request: HttpRequest, desk: Desk, slug: str, reason_id: int) -> HttpResponse:
    """One standard reason with its wordings and where it is used; POST rewords it or takes it off."""
    room = DecidingRoom(desk, slug)
    shown = next((each for each in room.reasons if each.id == reason_id), None)
    if shown is None:
        raise Http404
    if request.method == "POST":
        return _act(request, room, shown)
    return _page(request, room, shown)


def _act(request: HttpRequest, room: DecidingRoom, shown: ReasonShown) -> HttpResponse:
    seen, by, now = whole(request.POST.get("seen", "")), room.desk.user, wiring.clock().now()
    if "drop" in request.POST:
        actions.drop_reason(shown.id, seen=seen, by=by, now=now)
        messages.success(request, gettext("Tatt av listen. Der den er brukt, står den."))
        return redirect(reverse("desk:reasons", args=[room.hearing.slug]))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, room, shown, form, status=422)
    try:
        actions.reword_reason(shown.id, seen=seen, **form.cleaned_data, by=by, now=now)
    except Conflict:
        return _page(request, room, shown, form, status=409)
    messages.success(request, gettext("Standardbegrunnelsen er lagret."))
    return redirect(request.path)


def _page(
    request: HttpRequest, room: DecidingRoom, shown: ReasonShown, form: ReasonForm | None = None,
    *, status: int = 200,
) -> HttpResponse:  # fmt: skip
    uses = deciding.uses_of(room.hearing.slug, room.desk.owners, shown.id)
    context = room.context("reasons") | {
        "reason": shown,
        "uses": room.said_of(uses),
        "form": form or ReasonForm(initial={"title": shown.now.title, "text": shown.now.text}),
        "is_met": status == 409,
    }
    return render(request, "desk/deciding/reason.html", context, status=status)
