"""The page about proof: what the journal shows, its checkpoints, and a receipt looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.portal.checking import verdict_on
from innspill.interfaces.portal.forms import ReceiptForm
from innspill.interfaces.ui.downloads import attachment
from innspill.pipeline import wiring
from innspill.pipeline.receipt_papers import proof_page
from innspill.shared import public_side
from innspill.shared.journal import queries as journal
from innspill.shared.journal import verifying

VERIFIER = "kontroller.py"
EARLIER = 30
"""How many checkpoints the page lists."""
_LARGEST = 2**53
_FOR_A_YEAR = "public, max-age=31536000, immutable"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: HttpRequest) -> HttpResponse:
    """The page, and what is to be said of a receipt that was shown; nothing of that is stored."""
    form = ReceiptForm()
    context: dict[str, Any] = {}
    status = 200
    if request.method == "POST":
        form = ReceiptForm(request.POST, request.FILES)
        if form.is_valid():
            files = form.cleaned_data["documents"]
            with public_side.beyond():  # who shows a receipt is told what became of it
                context["verdict"] = verdict_on(form.data_given, files, wiring.store())
            form = ReceiptForm()
        else:
            status = 422
    keys = journal.keys()
    context |= {
        "at": "proof",
        "form": form,
        "latest": journal.latest_checkpoint(),
        "earlier": journal.checkpoints(EARLIER)[1:],
        "key": keys[0],
        "former_keys": keys[1:],
        "verifier": VERIFIER,
        "checkpoint_address": _whole_address(request, "portal:checkpoint-lines"),
    }
    return render(request, "portal/proof.html", context, status=status)


def _whole_address(request: HttpRequest, name: str) -> str:
    base = proof_page().removesuffix(reverse("portal:proof"))
    return f"{base}{reverse(name)}" if base else request.build_absolute_uri(reverse(name))


@never_cache
@require_safe
def note(_request: HttpRequest) -> HttpResponse:
    """The last checkpoint as it was signed, to be kept elsewhere."""
    latest = journal.latest_checkpoint()
    if latest is None:
        raise Http404
    return _plain(latest.note)


@require_safe
def earlier_note(_request: HttpRequest, size: int) -> HttpResponse:
    """The checkpoint of so many lines as it was signed."""
    found = journal.checkpoint_of(size) if size < _LARGEST else None
    if found is None:
        raise Http404
    response = _plain(found.note)
    response["Cache-Control"] = _FOR_A_YEAR
    return response


@never_cache
@require_safe
def lines(_request: HttpRequest) -> HttpResponse:
    """The last checkpoint with the hash of every line, as the verifier takes it."""
    latest = journal.latest_checkpoint()
    if latest is None:
        raise Http404
    return JsonResponse(journal.signed_lines(latest.size))


@require_safe
def line(_request: HttpRequest, position: int, size: int) -> HttpResponse:
    """The proof that a line stands in the journal of so many lines: hashes alone."""
    if not 0 < position <= size < _LARGEST:
        raise Http404
    try:
        found = journal.proof_shown(position, size)
    except LookupError as error:
        raise Http404 from error
    response = JsonResponse(found)
    response["Cache-Control"] = _FOR_A_YEAR
    return response


@never_cache
@require_safe
def line_now(_request: HttpRequest, position: int) -> HttpResponse:
    """The way to a line's proof in the last checkpoint; nothing before the line is in one."""
    latest = journal.latest_checkpoint()
    if latest is None or not 0 < position <= latest.size:
        raise Http404
    return redirect("portal:journal-line", position=position, size=latest.size)


@require_safe
def verifier(_request: HttpRequest) -> HttpResponse:
    """The program that checks a receipt without us: the very file that we check with."""
    data = Path(verifying.__file__).read_bytes()
    return attachment(data, VERIFIER, "text/x-python; charset=utf-8")


def _plain(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
