"""Files of a draft to take home: what was handed in as PDF, Word and receipt, and attachments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.views.drafts.door import OWNER, At, at_the_draft
from innspill.interfaces.portal.views.result import MEDIA_TYPES
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.language import active
from innspill.pipeline import wiring
from innspill.pipeline.receipt_mails import late_words
from innspill.pipeline.receipt_papers import paper_of
from innspill.shared.values import Sha256
from innspill.stages.consultations.core import filled
from innspill.stages.consultations.core.filled import FilledForm
from innspill.stages.drafting import queries
from innspill.stages.intake.core.receipt import receipt_of


@require_safe
@at_the_draft(OWNER)
def handed_in(_request: HttpRequest, at: At, number: int, ending: str) -> HttpResponse:
    """One version of the response exactly as it was handed in, or its receipt."""
    receipt = next((one for one in at.draft.receipts if one["number"] == number), None)
    if receipt is None:
        raise Http404
    if ending == "json":
        data = json.dumps(receipt, ensure_ascii=False, indent=2).encode()
        return attachment(data, f"kvittering-{number}.json", "application/json")
    told = {
        "number": str(number),
        "received": datetime.fromisoformat(receipt["received_at"]),
        "files": [(file["name"], file["sha256"]) for file in receipt["files"]],
    }
    return _made(at, _form_of(receipt), ending, f"svar-{number}", told)


@require_safe
@at_the_draft(OWNER)
def receipt_paper(request: HttpRequest, at: At, number: int) -> HttpResponse:
    """The receipt of one version as a PDF."""
    found = next((one for one in at.draft.receipts if one["number"] == number), None)
    if found is None:
        raise Http404
    receipt, language = receipt_of(dict(found)), active()
    late = late_words(at.draft, receipt, language)
    page = request.build_absolute_uri(reverse("portal:proof"))
    paper = paper_of(receipt, at.hearing, language, late=late, page=page)
    return attachment(paper.data, paper.name, paper.media_type)


@require_safe
@at_the_draft()
def as_it_stands(_request: HttpRequest, at: At, ending: str) -> HttpResponse:
    """The answers as they stand now, for colleagues who read on paper or write in Word."""
    return _made(at, queries.filled(at.draft), ending, f"utkast-{at.hearing.slug}", None)


def _made(
    at: At, form: FilledForm, ending: str, name: str, receipt: Mapping[str, Any] | None
) -> HttpResponse:
    # Here, so that only who asks for a file waits for its library.
    if ending == "pdf":
        from innspill.stages.consultations.core.answer_pdf import build_pdf

        data = build_pdf(at.definition, form, form.language, receipt)
        return attachment(data, f"{name}.pdf", "application/pdf")
    if ending == "docx":
        from innspill.stages.consultations.core.word_form import build_form

        data = build_form(at.definition, form.language, form)
        return attachment(data, f"{name}.docx", MEDIA_TYPES["docx"])
    raise Http404


def _form_of(receipt: Mapping[str, Any]) -> FilledForm:
    """The form that a receipt is for, from the bytes that were handed in. Raises Http404."""
    for file in receipt["files"]:
        if file["name"] == filled.NAME:
            return filled.from_bytes(wiring.store().get(Sha256(file["sha256"])))
    raise Http404


@require_safe
@at_the_draft()
def attached(_request: HttpRequest, at: At, file_id: int) -> HttpResponse:
    """An attached file as it was given: to take home, never to be run in place."""
    found = next((file for file in at.draft.files if file.id == file_id), None)
    if found is None:
        raise Http404
    return attachment(wiring.store().get(Sha256(found.sha256)), found.name)
