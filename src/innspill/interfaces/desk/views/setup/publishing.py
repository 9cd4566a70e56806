"""The check before a hearing opens, opening it, announcing changes, and phases set by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.findings import findings
from innspill.interfaces.desk.setup_forms.publishing import NoteForm, PublishForm
from innspill.interfaces.desk.views.setup.editing import context, edited_or_404
from innspill.interfaces.ui.changes import said
from innspill.pipeline import following, wiring
from innspill.stages.consultations import actions
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.changes import changes
from innspill.stages.consultations.queries import Edited


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def check(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """What must and should be mended; opening a draft, or announcing what is changed."""
    edited = edited_or_404(desk, slug)
    posted = request.method == "POST"
    form: Any = _form(edited, request.POST if posted else None)
    if posted and form.is_valid():
        if edited.hearing.status == "draft":
            answer = _publish(request, desk, edited, form)
        else:
            answer = _announce(request, desk, edited, form)
        if answer is not None:
            return answer
    waiting = changes(edited.hearing.definition, edited.definition) if edited.unannounced else ()
    shown = context(
        desk,
        edited,
        "check",
        form=form,
        waiting=[(said(change), change.is_public) for change in waiting],
        phases=consultations.by_hand(edited.hearing.definition.status),
    )
    return render(request, "desk/setup/check.html", shown, status=422 if posted else 200)


def _form(edited: Edited, data: Any) -> PublishForm | NoteForm:
    if edited.hearing.status == "draft":
        return PublishForm(data, zone=edited.definition.timezone)
    return NoteForm(edited.definition, data)


def _publish(
    request: HttpRequest, desk: Desk, edited: Edited, form: PublishForm
) -> HttpResponse | None:
    now = wiring.clock().now()
    at = _moment(form, now)
    if at is not None and at <= now:
        form.add_error("at", gettext("Tidspunkt: velg et som ikke er passert."))
        return None
    found = findings(edited.definition, edited.hearing.slug, at or now)
    if must := [each.sentence for each in found if each.must]:
        form.add_error(None, " ".join([gettext("Rett det som må på plass først."), *must]))
        return None
    actions.publish(edited.hearing.id, at=at, by=desk.user, now=now)
    if at is None:
        messages.success(request, gettext("Høringen er åpen. Alle kan lese og svare."))
    else:
        messages.success(request, gettext("Klarert. Høringen åpner av seg selv på tidspunktet."))
    return redirect(_here(edited))


def _moment(form: PublishForm, _now: datetime) -> datetime | None:
    if form.cleaned_data["when"] == "now":
        return None
    naive = timezone.make_naive(form.cleaned_data["at"])
    return naive.replace(tzinfo=form.zone)


def _announce(
    request: HttpRequest, desk: Desk, edited: Edited, form: NoteForm
) -> HttpResponse | None:
    if any(each.must for each in context(desk, edited, "check")["findings"]):
        form.add_error(None, gettext("Rett det som må på plass først."))
        return None
    following.announce(
        edited.hearing.id,
        note=form.text("note"),
        reason=gettext("Høringen publiserer ikke svar."),
        by=desk.user,
        now=wiring.clock().now(),
    )
    messages.success(request, gettext("Kunngjort. Endringen og meldingen står på høringssiden."))
    return redirect(_here(edited))


@require_POST
@at_the_desk
def call_off(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A lead takes the approval to open by itself back."""
    edited = edited_or_404(desk, slug)
    actions.call_off(edited.hearing.id, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Avlyst. Høringen åpner ikke av seg selv."))
    return redirect(_here(edited))


@require_POST
@at_the_desk
def discard(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Throws the changes that are not announced away."""
    edited = edited_or_404(desk, slug)
    actions.discard(edited.hearing.id, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Endringene er forkastet. Siden står som før."))
    return redirect(_here(edited))


@require_POST
@at_the_desk
def phase(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A lead takes the hearing to another phase."""
    edited = edited_or_404(desk, slug)
    wanted: Any = request.POST.get("fase", "")
    if wanted in consultations.by_hand(edited.hearing.definition.status):
        actions.set_phase(edited.hearing.id, wanted, by=desk.user, now=wiring.clock().now())
        messages.success(request, gettext("Fasen er endret."))
    else:
        messages.error(request, gettext("Velg en fase fra listen."), extra_tags="danger")
    return redirect(_here(edited))


def _here(edited: Edited) -> str:
    return reverse("desk:setup-check", args=[edited.hearing.slug])
