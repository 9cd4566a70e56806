"""Files that come with a page of the form: stored as they are, never looked into here."""

from __future__ import annotations

from typing import Any, Literal

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext

from innspill.interfaces.portal import refusals
from innspill.interfaces.ui.files import MOST_FILES
from innspill.interfaces.ui.templatetags.innspill import size
from innspill.pipeline import wiring
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting.core.refusals import Refused


def take_in(
    request: HttpRequest,
    draft_id: int,
    field: str,
    *,
    question: str,
    kind: Literal["attachment", "decision"],
) -> int:
    """Attaches the files of one input to a draft; says in words which could not be. How many were."""
    taken = 0
    for file in request.FILES.getlist(field)[:MOST_FILES]:
        fault = fault_of(file)
        if fault:
            messages.error(request, fault, extra_tags="danger")
            continue
        try:
            drafting.add_file(
                draft_id,
                name=file.name or gettext("uten navn"),
                data=file.read(),
                question=question,
                kind=kind,
                store=wiring.store(),
                now=wiring.clock().now(),
            )
            taken += 1
        except Refused as error:
            messages.error(request, refusals.sentence(error), extra_tags="danger")
    return taken


def fault_of(file: UploadedFile[Any]) -> str:
    """Why a file cannot be taken, as a sentence to act on; nothing where it can."""
    if not file.size:
        return gettext("«%(name)s» er tom. Velg filen med innhold.") % {"name": file.name}
    if file.size > settings.UPLOAD_LIMIT:
        sentence = gettext("«%(name)s» er for stor. Grensen er %(limit)s per fil.")
        return sentence % {"name": file.name, "limit": size(settings.UPLOAD_LIMIT)}
    return ""
