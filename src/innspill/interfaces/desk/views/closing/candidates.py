"""Measures taken into the register: of the hearing, of what is proposed and followed, of a comment."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.closing.measures import context
from innspill.pipeline import wiring
from innspill.stages.analysis import queries as analysis
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def candidates(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """What may be taken in; POST takes in what is ticked."""
    hearing = desk.hearing_or_404(slug)
    found = deciding.candidates(slug, desk.owners)
    if request.method == "POST":
        chosen = set(request.POST.getlist("tiltak"))
        entries = [(each.said, each.fingerprints) for each in found if each.key in chosen]
        if entries:
            new = actions.take_in_measures(
                hearing.id, entries, by=desk.user, now=wiring.clock().now()
            )
            sentence = ngettext(
                "%(count)d tiltak er tatt inn.", "%(count)d tiltak er tatt inn.", len(new)
            )
            messages.success(request, sentence % {"count": len(new)})
            return redirect(reverse("desk:follow-up", args=[slug]))
        messages.error(request, gettext("Kryss av for minst ett tiltak."), extra_tags="warning")
    shown = context(desk, hearing, "measures") | {
        "candidates": found,
        "waiting": sum(each.taken is None for each in found),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/closing/candidates.html", shown, status=status)


@require_POST
@at_the_desk
def of_comment(request: HttpRequest, desk: Desk, slug: str, comment_id: int) -> HttpResponse:
    """Makes a measure of a comment that is followed, and leads to it."""
    hearing = desk.hearing_or_404(slug)
    rows = analysis.comments_by_id([comment_id])
    if not rows or rows[0].consultation_slug != hearing.slug:
        raise Http404
    number = actions.measure_of_comment(comment_id, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Tiltaket står i oppfølgingen. Se over ordene."))
    return redirect(reverse("desk:measure", args=[slug, number]))
