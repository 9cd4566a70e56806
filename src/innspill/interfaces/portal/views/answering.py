"""Answering a hearing with files, and the receipt for it."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.portal.forms import AnswerForm
from innspill.interfaces.portal.views.hearing import hearing_or_404, takes_responses
from innspill.interfaces.ui.downloads import attachment
from innspill.pipeline import wiring
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake

RECEIPTS = "receipts"
"""Where the session keeps what this browser has sent in: number → receipt."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what happens when it is sent: the files are stored, then a receipt."""
    hearing = hearing_or_404(slug)
    deadline = Deadline.of(hearing, wiring.clock().now())
    may = takes_responses(hearing, deadline)
    if request.method == "POST" and may:
        form = AnswerForm(request.POST, request.FILES)
        if form.is_valid():
            receipt = _receive(hearing, form.cleaned_data)
            _remember(request, slug, receipt)
            return redirect("portal:receipt", slug=slug, number=receipt["number"])
    else:
        form = AnswerForm(initial={"key": uuid4()})
    status = 422 if form.is_bound else 200
    context = {"hearing": hearing, "deadline": deadline, "form": form, "may": may,
               "definition": hearing.definition}  # fmt: skip
    return render(request, "portal/upload.html", context, status=status)


def _receive(hearing: ConsultationShown, sent: dict[str, Any]) -> dict[str, Any]:
    clock = wiring.clock()
    receipt = intake.receive(
        consultation_slug=hearing.slug,
        channel="upload",
        files=[(file.name, file.read()) for file in sent["documents"]],
        claimed_sender=sent["sender"],
        claimed_email=sent["email"],
        idempotency_key=f"upload:{hearing.slug} {sent['key']} {sent['sender']} {sent['email']}",
        now=clock.now(),
        store=wiring.store(),
    )
    return receipt.content


def _remember(request: HttpRequest, slug: str, receipt: dict[str, Any]) -> None:
    kept = request.session.get(RECEIPTS, {})
    kept[f"{slug}/{receipt['number']}"] = receipt
    request.session[RECEIPTS] = kept


def _receipt_or_404(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    found = request.session.get(RECEIPTS, {}).get(f"{slug}/{number}")
    if found is None:
        raise Http404
    return dict(found)


@never_cache
@require_safe
def receipt(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The receipt, for the browser that sent it in and nobody else."""
    hearing = hearing_or_404(slug)
    found = _receipt_or_404(request, slug, number)
    context = {"hearing": hearing, "receipt": found, "definition": hearing.definition}
    return render(request, "portal/receipt.html", context)


@never_cache
@require_safe
def receipt_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The receipt as JSON, as `innspill verify` takes it."""
    found = _receipt_or_404(request, slug, number)
    data = json.dumps(found, ensure_ascii=False, indent=2).encode()
    return attachment(data, f"kvittering-{number}.json", "application/json")
