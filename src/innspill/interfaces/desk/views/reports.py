"""Reports and archive packages of one hearing: making them, taking them home, publishing."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.forms import PublishResultForm, ReportForm, TemplateForm
from innspill.interfaces.ui.downloads import attachment
from innspill.pipeline import wiring
from innspill.shared.people import queries as people
from innspill.stages.handover import actions as handover_actions
from innspill.stages.handover import queries as handover
from innspill.stages.publication import queries as publication
from innspill.stages.reports import actions as report_actions
from innspill.stages.reports import queries as reports
from innspill.stages.reports.queries import ReportShown

FILES_SHOWN = ("pdf", "word", "html", "excel", "matrix", "json")
"""The files of a report in the order that people look for them."""


@require_safe
@at_the_desk
def report_list(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The reports and packages of one hearing, and what can be made now."""
    shown = desk.hearing_or_404(slug)
    made = reports.reports(slug, desk.owners)
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "form": ReportForm(),
        "result_form": PublishResultForm(kinds={report.kind for report in made}),
        "template_form": TemplateForm(),
        "template": reports.template_of(shown.owner_id),
        "orders": reports.orders(slug, desk.owners),
        "reports": [(report, _files(report)) for report in made],
        "packages": handover.packages(slug, desk.owners),
        "published": publication.result(slug),
        "may": desk.may(shown.owner_id, "caseworker"),
        "may_publish": desk.may(shown.owner_id, "lead"),
    }
    return render(request, "desk/reports.html", context)


def _files(report: ReportShown) -> list[str]:
    return [name for name in FILES_SHOWN if reports.FILES[name] in report.files]


@require_POST
@at_the_desk
def make_report(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Asks for a report of things as they stand: it is made in the background."""
    shown = desk.hearing_or_404(slug)
    people.require(desk.user, shown.owner_id, "caseworker")
    form = ReportForm(request.POST)
    if form.is_valid():
        report_actions.order_report(
            shown.id,
            kind=form.cleaned_data["kind"],
            language=form.cleaned_data["language"],
            by=desk.user,
            now=wiring.clock().now(),
        )
        messages.success(request, gettext("Rapporten er bestilt, og lages nå."))
    else:
        messages.error(request, gettext("Velg slags rapport og språk."), extra_tags="danger")
    return redirect("desk:reports", slug=slug)


@require_POST
@at_the_desk
def template(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Takes in the Word template of the hearing's owner, or takes it out."""
    shown = desk.hearing_or_404(slug)
    people.require(desk.user, shown.owner_id, "lead")
    now = wiring.clock().now()
    if "remove" in request.POST:
        report_actions.take_out_template(shown.owner_id, by=desk.user, now=now)
        messages.success(request, gettext("Malen er tatt bort. Rapportene får Innspills utseende."))
        return redirect("desk:reports", slug=slug)
    form = TemplateForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        report_actions.take_in_template(
            shown.owner_id, name=file.name, data=data,
            checked=wiring.check_template(file.name, data), by=desk.user, now=now,
            store=wiring.store(),
        )  # fmt: skip
        messages.success(request, gettext("Malen er tatt i bruk i rapportene som lages fra nå."))
    else:
        for error in form.errors.get("file", ()):
            messages.error(request, str(error), extra_tags="danger")
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


@require_POST
@at_the_desk
def publish(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Shows the newest reports to the public."""
    shown = desk.hearing_or_404(slug)
    form = PublishResultForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, gettext("Teksten om hva som er bestemt, er for lang."), extra_tags="danger"
        )
        return redirect("desk:reports", slug=slug)
    report_actions.publish_report(
        shown.id,
        decision=form.cleaned_data["decision"],
        kind=form.cleaned_data["kind"],
        by=desk.user,
        now=wiring.clock().now(),
    )
    messages.success(request, gettext("Resultatet er publisert på høringssiden."))
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
