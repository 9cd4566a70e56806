"""A language model asked about one hearing: what it would be sent and cost, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.pipeline import asking, wiring
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis


@require_safe
@at_the_desk
def model(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The model, what it would be asked with its price, and every time that it was asked."""
    shown = desk.hearing_or_404(slug)
    source, price = asking.source(), wiring.model_price()
    found = analysis.to_be_asked(shown.id, source) if source else None
    askings = analysis.askings(slug, desk.owners)
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "model": settings.MODEL_NAME,
        "server": settings.MODEL,
        "found": found,
        "cost": price.of(found.tokens_in, found.tokens_out) if found else 0,
        "currency": price.currency,
        "askings": askings,
        "open": next((each for each in askings if each.ended_at is None), None),
        "wordings": analysis.theme_wordings(slug, desk.owners),
        "may": desk.may(shown.owner_id, "lead"),
        "may_name": desk.may(shown.owner_id, "caseworker"),
    }
    return render(request, "desk/model.html", context)


@require_POST
@at_the_desk
def ask(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Has the model asked; the worker does it."""
    shown = desk.hearing_or_404(slug)
    source = asking.source()
    if source is None:
        raise Http404
    analysis_actions.begin_asking(
        shown.id, source=source, price=wiring.model_price(), by=desk.user, now=wiring.clock().now()
    )
    messages.success(request, gettext("Språkmodellen blir spurt. Forslagene kommer etter hvert."))
    return redirect("desk:model", slug=slug)


@require_POST
@at_the_desk
def stop(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Stops what is being asked; what was answered stays."""
    desk.hearing_or_404(slug)
    for each in analysis.askings(slug, desk.owners):
        if each.ended_at is None:
            analysis_actions.stop_asking(each.id, by=desk.user, now=wiring.clock().now())
            messages.success(request, gettext("Språkmodellen blir ikke spurt om mer."))
    return redirect("desk:model", slug=slug)


@require_POST
@at_the_desk
def take_name(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Gives a theme the name that the model suggests."""
    desk.hearing_or_404(slug)
    asked = request.POST.get("navn", "")
    found = analysis.theme_wordings(slug, desk.owners)
    wording = next((each for each in found if str(each.id) == asked), None)
    if wording is None:
        raise Http404
    analysis_actions.rename_theme(
        wording.theme, label=wording.label, description=wording.description, by=desk.user,
        now=wiring.clock().now(),
    )  # fmt: skip
    messages.success(request, gettext("Temaet har fått det nye navnet."))
    return redirect("desk:model", slug=slug)
