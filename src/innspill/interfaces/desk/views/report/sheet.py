"""A workbook that was worked on in Excel: decisions taken in again, row by row."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.report_forms import SheetForm
from innspill.interfaces.ui import edited_words
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Unreadable
from innspill.shared.people import queries as people
from innspill.stages.reports.core.edited.comparing import Piece, words_compared
from innspill.stages.reports.core.edited.sheet import SheetRead, SheetRow
from innspill.stages.reports.core.edited.sheet_changes import Fault, SheetChange
from innspill.stages.reports.texts import actions
from innspill.stages.reports.texts.sheets import held_to

_SALT = "innspill.desk.sheet"
_A_DAY = 86_400
SHOWN = 200
"""How many rows and faults the page lists; the rest is counted."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A changed row on the page."""

    change: SheetChange
    reason: tuple[Piece, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def from_excel(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The upload; POST shows what the rows change ("se"), or takes them in ("ta-inn")."""
    shown = desk.hearing_or_404(slug)
    people.require(desk.user, shown.owner_id, "caseworker")
    if request.method == "POST" and request.POST.get("gjor") == "ta-inn":
        return _take(request, desk, slug)
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    context: dict[str, Any] = {"at": "hearing", "desk": desk, "hearing": shown, "form": form}
    if form.is_bound and form.is_valid():
        try:
            context |= _looked_at(shown.id, form)
        except BadInput as error:
            form.add_error("file", in_words(error))
        except Unreadable:
            sentence = gettext("Filen kan ikke leses. Lagre den på nytt som .xlsx i Excel.")
            form.add_error("file", sentence)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "desk/report/from_excel.html", context, status=status)


def _looked_at(consultation_id: int, form: SheetForm) -> dict[str, Any]:
    """What the rows change. Raises BadInput and Unreadable."""
    file = form.cleaned_data["file"]
    read = wiring.edited_sheet(file.name, file.read())
    found = held_to(consultation_id, read)
    rows = [each.row for each in found.changes]
    return {
        "found": found,
        "rows": [_row(each) for each in found.changes[:SHOWN]],
        "more": max(0, len(found.changes) - SHOWN),
        "conflicts": sum(each.is_conflict for each in found.changes),
        "faults": [fault_said(each) for each in found.faults[:SHOWN]],
        "more_faults": max(0, len(found.faults) - SHOWN),
        "sealed": _sealed(consultation_id, rows, read) if rows else "",
    }


def _row(each: SheetChange) -> _Row:
    return _Row(each, words_compared(each.before.reason, each.word.reason))


def fault_said(fault: Fault) -> str:
    """A fault as a sentence: the cell, what stands in it, and what is wrong."""
    value = " ".join(fault.value.split())
    return f"{fault.cell}: {edited_words.SHEET_FAULT[fault.code] % {'value': value}}"


def _sealed(consultation_id: int, rows: list[SheetRow], read: SheetRead) -> str:
    """The rows for the page to carry, for this hearing alone. The words of the comments are left
    out: they were held to the rows already, and a large workbook would be more than may be sent.
    """
    kept = (list(asdict(replace(row, text="")).values()) for row in rows)
    held = [list(kept), dict(read.columns)]
    return signing.dumps(held, salt=_salt(consultation_id), compress=True)


def _salt(consultation_id: int) -> str:
    return f"{_SALT}.{consultation_id}"


def _take(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    hearing = desk.hearing_or_404(slug)
    try:
        rows, columns = signing.loads(
            request.POST.get("funnet", ""), salt=_salt(hearing.id), max_age=_A_DAY
        )
    except signing.BadSignature as error:
        raise BadInput("the page is too old", todo="Choose the file once more.") from error
    read = SheetRead(tuple(SheetRow(*row) for row in rows), columns)
    taken = actions.take_sheet(hearing.id, read, by=desk.user, now=wiring.clock().now())
    sentence = ngettext(
        "Én vurdering er tatt inn fra Excel.", "%(count)d vurderinger er tatt inn fra Excel.",
        taken.decided,
    )  # fmt: skip
    messages.success(request, sentence % {"count": taken.decided})
    if taken.beside:
        sentence = ngettext(
            "Én merknad har noen andre vurdert imens. Deres vurdering står, og din er tatt vare på"
            " ved siden av.",
            "%(count)d merknader har noen andre vurdert imens. Deres vurderinger står, og dine er"
            " tatt vare på ved siden av.",
            taken.beside,
        )
        messages.warning(request, sentence % {"count": taken.beside})
    return redirect("desk:decide-from-excel", slug=slug)
