"""Responses that were collected elsewhere: an archive taken in, and what happened to each file."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.desk import refusals
from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.receiving_forms import ArchiveForm, MoveForm
from innspill.interfaces.desk.views.receiving import takers
from innspill.interfaces.ui import words
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.shared.cells import csv_text
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake
from innspill.stages.intake.queries import ImportedShown, ImportShown


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def imports(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form that takes an archive in, and the imports that there were."""
    hearings = takers(desk)
    form = ArchiveForm(request.POST or None, request.FILES or None, initial={"key": uuid4()})
    hearing = MoveForm(request.POST or None, hearings=hearings, first=request.GET.get("horing"))
    if request.method == "POST" and hearing.is_valid() and form.is_valid():
        file = form.cleaned_data["archive"]
        import_id = intake_actions.begin_import(
            hearing.cleaned_data["hearing"],
            kind=form.kind,
            name=file.name,
            archive=file.read(),
            key=str(form.cleaned_data["key"]),
            by=desk.user,
            now=wiring.clock().now(),
            store=wiring.store(),
        )
        messages.success(request, gettext("Filen er lagret. Innholdet hentes inn nå."))
        return redirect("desk:import", import_id=import_id)
    context = {"at": "inbox", "desk": desk, "form": form, "hearing_form": hearing,
               "may": bool(hearings), "rows": page_of(request, intake.imports(desk.owners))}  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/imports.html", context, status=status)


@require_safe
@at_the_desk
def one(request: HttpRequest, desk: Desk, import_id: int) -> HttpResponse:
    """One import: how far it is, and what happened to each file."""
    found = _import_or_404(desk, import_id)
    rows = page_of(request, intake.imported(import_id))
    context = {"at": "inbox", "desk": desk, "job": found, "rows": rows,
               "problem": refusals.of_import(found.problem),
               "percent": min(100, 100 * found.done // found.total) if found.total else 0}  # fmt: skip
    return render(request, "desk/import.html", context)


@require_safe
@at_the_desk
def as_csv(_request: HttpRequest, desk: Desk, import_id: int) -> HttpResponse:
    """The list of one import, for a spreadsheet."""
    found = _import_or_404(desk, import_id)
    head = [gettext("Fil"), gettext("Leveranse"), gettext("Hva som skjedde"), gettext("Forklaring")]
    data = csv_text(head, [_line(row, found.kind) for row in intake.imported(import_id)]).encode()
    return attachment(data, f"innhenting-{found.id}.csv", "text/csv; charset=utf-8")


def _line(row: ImportedShown, kind: str) -> list[str]:
    if row.problem:
        became = words.word(row.problem, "not_imported")
    else:
        became = gettext("Tatt inn") if row.is_new else gettext("Tatt inn før")
    remark = words.word(row.remark, "import_remark") if row.remark else ""
    name = (
        gettext("E-post nr. %(number)s") % {"number": row.position} if kind == "mbox" else row.name
    )
    return [name, str(row.delivery or ""), became, remark]


def _import_or_404(desk: Desk, import_id: int) -> ImportShown:
    found = intake.import_shown(import_id, desk.owners)
    if found is None:
        raise Http404
    return found
