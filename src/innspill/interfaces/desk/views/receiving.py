"""What a caseworker says of what arrived: taken in by hand, taken from a tray, or set aside."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.receiving_forms import AsideForm, ByHandForm, HearingField, MoveForm
from innspill.pipeline import following, wiring
from innspill.shared.people import queries as people
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationRow
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake


def takers(desk: Desk) -> list[ConsultationRow]:
    """The hearings that this person may take something in for."""
    rows = consultations.listed_for(people.owners_of(desk.user, "caseworker"))
    return [row for row in rows if row.status != "draft"]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def by_hand(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A letter on paper or a note of what was said, taken in with the day that it came."""
    hearings = takers(desk)
    form = ByHandForm(request.POST or None, request.FILES or None, initial={"key": uuid4()})
    hearing = MoveForm(request.POST or None, hearings=hearings)
    if request.method == "POST" and hearing.is_valid() and form.is_valid():
        now = wiring.clock().now()
        receipt = intake_actions.register_by_hand(
            hearing.cleaned_data["hearing"],
            channel="note" if form.cleaned_data["channel"] == "note" else "letter",
            files=form.brought(),
            sender=form.cleaned_data["sender"],
            came_at=form.came_at(now),
            key=str(form.cleaned_data["key"]),
            by=desk.user,
            now=now,
            store=wiring.store(),
        )
        messages.success(request, gettext("Tatt inn. Filene leses nå."))
        return redirect("desk:delivery", number=receipt.number)
    context = {"at": "inbox", "desk": desk, "form": form, "hearing_form": hearing,
               "may": bool(hearings)}  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/by_hand.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def move(request: HttpRequest, desk: Desk, stray: int) -> HttpResponse:
    """Says that what lies in a tray is a response, and to which hearing."""
    found = intake.delivery(stray, desk.owners)
    if found is None or found.set_aside is None:
        raise Http404
    own = found.consultation_slug
    form = MoveForm(request.POST or None, hearings=takers(desk), first=own)
    if request.method == "POST" and form.is_valid():
        receipt = intake_actions.move(
            stray,
            to_slug=form.cleaned_data["hearing"],
            by=desk.user,
            now=wiring.clock().now(),
            store=wiring.store(),
        )
        messages.success(request, gettext("Lagt til høringen. Filene leses nå."))
        return redirect("desk:delivery", number=receipt.number)
    field = form.fields["hearing"]
    context = {"at": "inbox", "desk": desk, "delivery": found, "form": form,
               "may": isinstance(field, HearingField) and bool(field.choices)}  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/move.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def set_aside(request: HttpRequest, desk: Desk, number: int) -> HttpResponse:
    """Says that something which arrived is no response, and why."""
    found = intake.delivery(number, desk.owners)
    if found is None:
        raise Http404
    form = AsideForm(request.POST or None, initial={"reason": "not-a-response"})
    if request.method == "POST" and form.is_valid():
        following.set_aside(
            number,
            reason=form.cleaned_data["reason"],
            duplicate_of=form.cleaned_data["duplicate_of"],
            note=form.cleaned_data["note"],
            by=desk.user,
            now=wiring.clock().now(),
        )
        messages.success(request, gettext("Satt til side. Du kan hente det fram igjen herfra."))
        return redirect("desk:delivery", number=number)
    context = {"at": "inbox", "desk": desk, "delivery": found, "form": form,
               "may": desk.may(found.owner_id, "caseworker")}  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/set_aside.html", context, status=status)
