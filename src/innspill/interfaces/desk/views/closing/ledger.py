"""Nothing left: the ledger of one hearing, each number a way to what it counts; finish and opening."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.closing_forms import OpenAgainForm
from innspill.interfaces.desk.places import question_name
from innspill.interfaces.desk.views.closing.sums import hindrances, sums
from innspill.interfaces.ui import words
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding

COMMENTS = 50


@require_safe
@at_the_desk
def ledger(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """What is counted, what hinders the finish, and how it was finished before."""
    return page(request, desk, desk.hearing_or_404(slug), OpenAgainForm())


@require_safe
@at_the_desk
def counted(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The comments that one number of the ledger counts, with what was decided on each."""
    hearing = desk.hearing_or_404(slug)
    how = request.GET.get("hvordan", "")
    table = next((each for each in ("counted_as", "outcome") if how in words.TABLES[each]), "")
    if not table:
        raise Http404
    numbers = deciding.counted_as(hearing.id, how)
    page = Paginator(numbers, COMMENTS).get_page(whole(request.GET.get("side", "1")))
    rows = deciding.with_dispositions(hearing.id, analysis.these(hearing.id, list(page)))
    context = {
        "at": "hearing", "desk": desk, "hearing": hearing, "page": page, "count": len(numbers),
        "heading": words.word(how, table),
        "rows": [(row, question_name(row.comment.question, hearing.definition)) for row in rows],
    }  # fmt: skip
    return render(request, "desk/closing/comments.html", context)


@require_POST
@at_the_desk
def finish(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A lead says that nothing is left."""
    hearing = desk.hearing_or_404(slug)
    actions.finish(hearing.id, by=desk.user, now=wiring.clock().now())
    messages.success(
        request, gettext("Vurderingen er avsluttet. Høringen står som ferdig behandlet.")
    )
    return redirect(reverse("desk:ledger", args=[slug]))


@require_POST
@at_the_desk
def open_again(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A lead takes a finished hearing up again, with a reason."""
    hearing = desk.hearing_or_404(slug)
    form = OpenAgainForm(request.POST)
    if not form.is_valid():
        return page(request, desk, hearing, form)
    reason = form.cleaned_data["reason"]
    actions.open_again(hearing.id, reason=reason, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Vurderingen er åpnet igjen. Høringen er under behandling."))
    return redirect(reverse("desk:ledger", args=[slug]))


def page(
    request: HttpRequest, desk: Desk, hearing: ConsultationShown, form: OpenAgainForm
) -> HttpResponse:
    """The ledger, with the form that opens it again where that was refused."""
    found = deciding.completeness_of(hearing.slug, desk.owners)
    if found is None:
        raise Http404
    finished = deciding.finished_with(hearing.id)
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": hearing,
        "sums": sums(hearing.slug, found, finished),
        "found": found,
        "hindrances": hindrances(hearing.slug, found.gaps),
        "finished": finished,
        "closings": deciding.closings(hearing.slug, desk.owners),
        "form": form,
        "may": desk.may(hearing.owner_id, "lead"),
        "may_note": desk.may(hearing.owner_id, "caseworker"),
    }
    return render(request, "desk/closing/ledger.html", context, status=422 if form.errors else 200)
