"""Reports and archive packages of one hearing: making them, taking them home, publishing."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.forms import ReportForm
from innspill.interfaces.ui.downloads import attachment
from innspill.pipeline import wiring
from innspill.shared.people import queries as people
from innspill.stages.handover import actions as handover_actions
from innspill.stages.handover import queries as handover
from innspill.stages.publication import queries as publication
from innspill.stages.reports import actions as report_actions
from innspill.stages.reports import queries as reports


@require_safe
@at_the_desk
def report_list(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The reports and packages of one hearing, and what can be made now."""
    shown = desk.hearing_or_404(slug)
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "form": ReportForm(),
        "reports": reports.reports(slug, desk.owners),
        "packages": handover.packages(slug, desk.owners),
        "published": publication.result(slug),
        "may": desk.may(shown.owner_id, "caseworker"),
        "may_publish": desk.may(shown.owner_id, "lead"),
    }
    return render(request, "desk/reports.html", context)


@require_POST
@at_the_desk
def make_report(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Counts and writes a report of things as they stand."""
    shown = desk.hearing_or_404(slug)
    people.require(desk.user, shown.owner_id, "caseworker")
    form = ReportForm(request.POST)
    if form.is_valid():
        report_actions.make_report(
            shown.id,
            language=form.cleaned_data["language"],
            now=wiring.clock().now(),
            store=wiring.store(),
        )
        messages.success(request, gettext("Rapporten er laget."))
    else:
        messages.error(request, gettext("Velg et språk for rapporten."), extra_tags="danger")
    return redirect("desk:reports", slug=slug)


@require_POST
@at_the_desk
def make_package(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Packs originals, open data and a manifest for the archive."""
    shown = desk.hearing_or_404(slug)
    handover_actions.make_package(
        shown.id, by=desk.user, now=wiring.clock().now(), store=wiring.store()
    )
    messages.success(request, gettext("Arkivpakken er laget."))
    return redirect("desk:reports", slug=slug)


@require_safe
@at_the_desk
def report_file(_request: HttpRequest, desk: Desk, report_id: int, name: str) -> HttpResponse:
    """One file of one report."""
    found = reports.report_file(report_id, name, desk.owners, wiring.store())
    if found is None:
        raise Http404
    file_name, data = found
    return attachment(data, file_name)


@require_safe
@at_the_desk
def package_file(_request: HttpRequest, desk: Desk, package_id: int) -> HttpResponse:
    """One archive package."""
    found = handover.package_file(package_id, desk.owners, wiring.store())
    if found is None:
        raise Http404
    file_name, data = found
    return attachment(data, file_name, "application/zip")
