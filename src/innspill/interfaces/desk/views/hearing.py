"""One hearing at the desk: its responses, comments to decide on, and reports."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.forms import CommentFilterForm, DecideForm
from innspill.interfaces.ui import words
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.stages.analysis import queries as analysis
from innspill.stages.deciding import actions as deciding_actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.intake import queries as intake
from innspill.stages.publication import queries as publication
from innspill.stages.publication.waiting import all_states
from innspill.stages.register import queries as register

COMMENTS = 50
"""How many comments a page has: with a form below them, fewer than other lists."""


@require_safe
@at_the_desk
def hearing(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The register of one hearing, with where each response stands on its way to the public."""
    shown = desk.hearing_or_404(slug)
    earlier = intake.new_versions(shown.id)
    rows = all_states(slug, desk.owners)
    state = request.GET.get("publisering", "")
    total = len(rows)
    if state in words.TABLES["publication"]:
        rows = [row for row in rows if row.state == state]
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "state": state if len(rows) < total else "",
        "total": total,
        "rows": [(row, earlier.get(row.response.delivery_number)) for row in rows],
        "ledger": publication.ledger(shown.id),
        "analysed": analysis.progress(slug, desk.owners),
        "kind_counts": register.kind_counts(shown.id),
    }
    return render(request, "desk/hearing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def comments(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The comments of one hearing, filtered, with a form that decides on those chosen."""
    shown = desk.hearing_or_404(slug)
    asked = CommentFilterForm(request.GET, definition=shown.definition)
    rows = deciding.decided(slug, desk.owners, asked.wanted)
    if asked.undecided:
        rows = [row for row in rows if row.disposition is None]
    page = page_of(request, rows, COMMENTS)
    known = [row.comment.id for row in page]
    form = DecideForm(request.POST if request.method == "POST" else None, comments=known)
    if form.is_bound and form.is_valid():
        count = _decide(desk, form)
        messages.success(request, count)
        here = reverse("desk:comments", args=[slug])
        return redirect(f"{here}?{request.GET.urlencode()}")
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "filter": asked,
        "count": len(rows),
        "rows": page,
        "form": form,
        "may": desk.may(shown.owner_id, "caseworker"),
        "chosen": set(request.POST.getlist("comments")),
    }
    return render(request, "desk/comments.html", context, status=422 if form.is_bound else 200)


def _decide(desk: Desk, form: DecideForm) -> str:
    chosen = form.chosen
    deciding_actions.decide(
        chosen,
        outcome=form.cleaned_data["outcome"],
        reason=form.cleaned_data["reason"],
        by=desk.user,
        now=wiring.clock().now(),
    )
    sentence = ngettext(
        "%(count)d merknad er vurdert.", "%(count)d merknader er vurdert.", len(chosen)
    )
    return sentence % {"count": len(chosen)}
