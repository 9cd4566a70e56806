"""What a person settles: flags, senders, and whether a doubtful response may be published."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk, back
from innspill.interfaces.desk.forms import ClearanceForm, FlagFilter, SenderForm, SettleForm
from innspill.interfaces.desk.views.inbox import FlagShown, flag_shown, question_of
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import following, wiring
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import actions as publishing
from innspill.stages.publication import waiting as publication
from innspill.stages.reading import actions as reading_actions
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register


@require_safe
@at_the_desk
def flags(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The flags that nobody has settled, of one hearing and one kind where that is asked for."""
    hearings = consultations.listed_for(desk.owners)
    every = reading.open_flags(desk.owners)
    asked = FlagFilter(request.GET, hearings=hearings, found=(flag.code for flag in every))
    slug, code = asked.asked("horing"), asked.asked("slag")
    cases = {row.slug: row.case_number for row in hearings}
    rows = [
        (flag, cases.get(flag.consultation_slug, ""))
        for flag in every
        if slug in (None, flag.consultation_slug) and code in (None, flag.code)
    ]
    context = {
        "at": "flags",
        "desk": desk,
        "filter": asked,
        "page": page_of(request, rows),
        "total": len(every),
    }
    return render(request, "desk/flags.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def flag(request: HttpRequest, desk: Desk, flag_id: int) -> HttpResponse:
    """One flag: what is doubtful, and a person's word on it with a reason."""
    found = reading.flag(flag_id, desk.owners)
    if found is None:
        raise Http404
    hearing = consultations.shown_to(found.consultation_slug, desk.owners)
    definition = hearing.definition if hearing else None
    shown = flag_shown(desk, found, definition)
    if request.method == "POST":
        question = question_of(definition, found.question)
        form = SettleForm(request.POST, flag=found, question=question)
        if form.is_valid():
            reading_actions.settle_flag(
                flag_id,
                value=form.cleaned_data["value"],
                note=form.cleaned_data["note"],
                by=desk.user,
                now=wiring.clock().now(),
            )
            messages.success(request, gettext("Avklart. Det står i loggen hvem som gjorde det."))
            return redirect(back(request, _to_delivery(found.delivery_number)))
        shown = FlagShown(found, question, form)
    context = {"at": "flags", "desk": desk, "shown": shown, "hearing": hearing}
    return render(request, "desk/flag.html", context, status=_status(shown.form))


@require_POST
@at_the_desk
def sender(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A person's word on who sent a response."""
    row = register.response(slug, number, desk.owners)
    found = reading.reading_of(row.reading_id, desk.owners) if row else None
    if row is None or found is None:
        raise Http404
    form = SenderForm.of(found, row, request.POST)
    if not form.is_valid():
        context = {"at": "inbox", "desk": desk, "form": form, "response": row}
        return render(request, "desk/sender.html", context, status=422)
    following.settle_sender(
        row.id,
        names=form.names,
        kind=form.kind,
        note=form.cleaned_data["note"],
        by=desk.user,
        now=wiring.clock().now(),
    )
    messages.success(request, gettext("Avsenderen er avklart."))
    return redirect(back(request, _to_delivery(row.delivery_number)))


@require_POST
@at_the_desk
def clearance(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A lead lets a doubtful response be published, or withholds it, with a reason."""
    found = publication.publication_of(slug, number, desk.owners)
    if found is None:
        raise Http404
    form = ClearanceForm(request.POST)
    if not form.is_valid():
        context = {"at": "publishing", "desk": desk, "form": form, "found": found}
        return render(request, "desk/clearance.html", context, status=422)
    act = publishing.approve if form.cleaned_data["word"] == "publish" else publishing.withhold
    act(
        found.response.id,
        reason=form.cleaned_data["reason"],
        by=desk.user,
        now=wiring.clock().now(),
    )
    messages.success(request, gettext("Valget er lagret."))
    return redirect(back(request, _to_delivery(found.response.delivery_number)))


def _to_delivery(number: int) -> str:
    return reverse("desk:delivery", args=[number])


def _status(form: SettleForm | None) -> int:
    return 422 if form is not None and form.is_bound else 200
