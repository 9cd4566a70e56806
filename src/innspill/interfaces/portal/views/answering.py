"""Answering a hearing with files, and the receipt for it."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.portal.forms import AnswerForm
from innspill.interfaces.portal.views.hearing import hearing_or_404, takes_responses
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.language import active
from innspill.interfaces.ui.wall import beyond_the_wall
from innspill.pipeline import wiring
from innspill.pipeline.handing_in import receipt_given
from innspill.pipeline.receipt_papers import paper_of, said_of_lateness
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.receipt import receipt_of

RECEIPTS = "innspill_receipts"
"""The cookie with what this browser has sent in: the hearing and the number of each."""
MOST_RECEIPTS = 40


@beyond_the_wall
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
            answer = redirect("portal:receipt", slug=slug, number=receipt["number"])
            _remember(request, answer, slug, receipt["number"])
            return answer
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


def _remember(request: HttpRequest, response: HttpResponse, slug: str, number: int) -> None:
    """Notes in a signed cookie what this browser has sent in: the database is not asked to."""
    kept = [name for name in _sent(request) if name != f"{slug}/{number}"]
    response.set_signed_cookie(
        RECEIPTS,
        " ".join([*kept, f"{slug}/{number}"][-MOST_RECEIPTS:]),
        salt=RECEIPTS,
        max_age=settings.SESSION_COOKIE_AGE,
        path=reverse("portal:front"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _sent(request: HttpRequest) -> list[str]:
    kept = request.get_signed_cookie(
        RECEIPTS, default="", salt=RECEIPTS, max_age=settings.SESSION_COOKIE_AGE
    )
    return str(kept).split()


def _receipt_or_404(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    found = receipt_given(slug, number) if f"{slug}/{number}" in _sent(request) else None
    if found is None:
        raise Http404
    return found


@beyond_the_wall
@never_cache
@require_safe
def receipt(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The receipt, for the browser that sent it in and nobody else."""
    hearing = hearing_or_404(slug)
    found = _receipt_or_404(request, slug, number)
    late = said_of_lateness(hearing, receipt_of(found).received_at, active())
    context = {"hearing": hearing, "receipt": found, "definition": hearing.definition,
               "late": late}  # fmt: skip
    return render(request, "portal/receipt.html", context)


@beyond_the_wall
@never_cache
@require_safe
def receipt_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The receipt as JSON, as `innspill verify` takes it."""
    found = _receipt_or_404(request, slug, number)
    data = json.dumps(found, ensure_ascii=False, indent=2).encode()
    return attachment(data, f"kvittering-{number}.json", "application/json")


@beyond_the_wall
@never_cache
@require_safe
def receipt_paper(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The receipt as a PDF, in the page's language."""
    hearing, language = hearing_or_404(slug), active()
    found = receipt_of(_receipt_or_404(request, slug, number))
    late = said_of_lateness(hearing, found.received_at, language)
    page = request.build_absolute_uri(reverse("portal:proof"))
    paper = paper_of(found, hearing, language, late=late, page=page)
    return attachment(paper.data, paper.name, paper.media_type)
