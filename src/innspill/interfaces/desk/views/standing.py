"""One response in the register: how it stands to the others, its kinds, and whether in time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.sender_forms import KindsForm, LatenessForm, StandingForm
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.people import queries as people
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake import queries as intake
from innspill.stages.register import actions
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow
from innspill.stages.register.versions import lateness_of, versions


@require_safe
@at_the_desk
def shown(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """What the sender of one response sent, which of it stands and why, and what a person may say."""
    return _page(request, desk, _row(desk, slug, number))


@require_POST
@at_the_desk
def relate(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A person's word on how a response stands to another one."""
    row = _row(desk, slug, number)
    form = StandingForm(request.POST, versions=versions(row.id), about=row.id)
    if not form.is_valid():
        return _page(request, desk, row, relation=form)
    other = None
    if form.other_number is not None:
        found = register.response(slug, form.other_number, desk.owners)
        if found is None:
            raise BadInput("there is no such other response", where=row.reference)
        other = found.id
    actions.say_standing(
        row.id, form.cleaned_data["relation"], other, by=desk.user, now=wiring.clock().now()
    )
    messages.success(request, gettext("Lagret. Det går foran regelen til noen angrer."))
    return redirect("desk:standing", slug, number)


@require_POST
@at_the_desk
def unrelate(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """Takes a word on how a response stands back."""
    row = _row(desk, slug, number)
    actions.undo_standing(row.id, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Angret. Regelen gjelder igjen."))
    return redirect("desk:standing", slug, number)


@require_POST
@at_the_desk
def kinds(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A person's word on what kinds of response it is."""
    row = _row(desk, slug, number)
    form = KindsForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, row, kinds=form)
    actions.say_kinds(row.id, form.cleaned_data["kinds"], by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Lagret."))
    return redirect("desk:standing", slug, number)


@require_POST
@at_the_desk
def lateness(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A lead's word on whether a response came in time, or taking it back."""
    row = _row(desk, slug, number)
    now = wiring.clock().now()
    if "angre" in request.POST:
        actions.undo_lateness(row.id, by=desk.user, now=now)
        messages.success(request, gettext("Angret. Klokken avgjør igjen."))
        return redirect("desk:standing", slug, number)
    form = LatenessForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, row, lateness=form)
    actions.say_lateness(
        row.id,
        late=form.cleaned_data["late"] == "ja",
        reason=form.cleaned_data["reason"],
        by=desk.user,
        now=now,
    )
    messages.success(request, gettext("Lagret, med begrunnelsen."))
    return redirect("desk:standing", slug, number)


def _row(desk: Desk, slug: str, number: int) -> ResponseRow:
    row = register.response(slug, number, desk.owners)
    if row is None:
        raise Http404
    return row


def _page(request: HttpRequest, desk: Desk, row: ResponseRow, **bound: Any) -> HttpResponse:
    hearing = desk.hearing_or_404(row.consultation_slug)
    found = versions(row.id)
    delivery = intake.delivery(row.delivery_number, desk.owners)
    deadline = consultations.deadline_for(hearing.id, register.body_of(row.id))
    relayed = delivery.relayed_at if delivery else None
    may = desk.may(row.owner_id, "caseworker")
    codes = [kind.code for kind in row.kinds]
    names = people.names_of({kind.by for kind in row.kinds})
    kinds = tuple(replace(kind, by=names.get(kind.by, kind.by)) for kind in row.kinds)
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": hearing,
        "response": replace(row, kinds=kinds),
        "versions": found,
        "mine": next(each for each in found if each.row.id == row.id),
        "deadline": deadline,
        "relayed": relayed,
        "clocks_differ": bool(
            relayed and deadline and (relayed < deadline) != (row.received_at < deadline)
        ),
        "word_on_lateness": lateness_of(row.id),
        "relation": bound.get("relation") or StandingForm(versions=found, about=row.id),
        "kinds": bound.get("kinds") or KindsForm(codes=codes),
        "lateness": bound.get("lateness") or LatenessForm(),
        "may": may,
        "may_decide": desk.may(row.owner_id, "lead"),
    }
    return render(request, "desk/standing.html", context, status=422 if bound else 200)
