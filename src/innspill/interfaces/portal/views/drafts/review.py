"""Before and after handing in: the review, the receipt, and taking it back."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.portal import asked, letters, uploads
from innspill.interfaces.portal.views.drafts import going
from innspill.interfaces.portal.views.drafts.door import OWNER, At, at_the_draft, show
from innspill.interfaces.ui.language import active
from innspill.pipeline import handing_in, wiring
from innspill.pipeline.receipt_mails import late_words
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.drafting import actions as drafting
from innspill.stages.intake.core.receipt import receipt_of

BEGAN = "innspill.portal.began"
"""What the time that a review page was opened is signed with."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft()
def review(request: HttpRequest, at: At) -> HttpResponse:
    """Everything as it will be handed in, with links to change it; then the handing in."""
    if at.needs_name:
        return redirect("portal:draft-name", at.token)
    everything = asked.shown(at.definition, at.draft, at.steps)
    missing = not at.draft.about.senders
    if request.method == "POST":
        do, _, what = request.POST.get("do", "").partition(":")
        if do == "lang" and what in LANGUAGES:
            return redirect(going.in_language(at, what, request.path))
        if at.is_owner and at.may_hand_in and not missing:
            began = _began(request.POST.get("began", ""), wiring.clock().now())
            handing_in.hand_in(at.draft.id, began_at=began, now=wiring.clock().now())
            return redirect("portal:draft-receipt", at.token)
    context: dict[str, object] = {
        "everything": everything,
        "whole": asked.answered_of(everything),
        "missing": missing,
        "hints": _hints(at, everything),
        "began": signing.dumps(wiring.clock().now().isoformat(), salt=BEGAN),
        "step": at.steps[-1],
        "general_files": [file for file in at.draft.files if not file.question],
    }
    status = 422 if request.method == "POST" else 200
    return show(request, at, "portal/draft/review.html", context, status)


def _hints(at: At, everything: list[asked.StepShown]) -> dict[str, object]:
    """What to look at before handing in: nothing of it stops anybody."""
    draft = at.draft
    answered = any(step.answered for step in everything)
    said = answered or bool(draft.about.comment.strip() or draft.files)
    return {
        "nothing_said": not said and not draft.no_remarks and not draft.about.supports,
        "both": said and draft.no_remarks,
        "no_email": not draft.about.email,
        "unsettled": [one for step in everything for one in step.asked if one.open_notes],
    }


def _began(signed: str, now: datetime) -> datetime:
    """When the review page was opened, as it says itself; `now` where that was tampered with."""
    try:
        return datetime.fromisoformat(signing.loads(signed, salt=BEGAN))
    except (signing.BadSignature, ValueError, TypeError):
        return now


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft(OWNER)
def receipt(request: HttpRequest, at: At) -> HttpResponse:
    """The latest receipt, all versions, and what can be done with them until the deadline."""
    if not at.draft.receipts:
        return redirect("portal:draft-overview", at.token)
    if request.method == "POST" and at.takes_responses:
        return _changed(request, at)
    latest = receipt_of(dict(at.draft.receipts[-1]))
    context: dict[str, object] = {
        "receipt": latest.content,
        "late": late_words(at.draft, latest, active()),
        "versions": list(reversed(at.draft.receipts)),
        "own": letters.link(request, at.draft.id, "owner"),
        "mails_go": letters.mails_go(),
    }
    return show(request, at, "portal/draft/receipt.html", context)


def _changed(request: HttpRequest, at: At) -> HttpResponse:
    do = request.POST.get("do", "")
    now = wiring.clock().now()
    if do == "change" and at.deadline.is_open:
        drafting.reopen(at.draft.id, now=now)  # does nothing but where it was taken back
        return redirect("portal:draft-overview", at.token)
    if do == "decision":
        return _decision(request, at)
    return redirect("portal:draft-receipt", at.token)


def _decision(request: HttpRequest, at: At) -> HttpResponse:
    """A council's decision that came later: attached, and handed in with all the rest."""
    taken = uploads.take_in(request, at.draft.id, "decision", question="", kind="decision")
    if taken:
        now = wiring.clock().now()
        handing_in.hand_in(at.draft.id, began_at=now, now=now)
        messages.success(request, gettext("Vedtaket er lagt ved, og svaret er sendt inn på nytt."))
    elif not request.FILES:
        messages.error(request, gettext("Velg filen med vedtaket først."), extra_tags="danger")
    return redirect("portal:draft-receipt", at.token)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft(OWNER)
def take_back(request: HttpRequest, at: At) -> HttpResponse:
    """Asks whether they mean it, and takes the response back."""
    if at.draft.state != "handed-in" or not at.deadline.is_open:
        return redirect("portal:draft", at.token)
    if request.method == "POST":
        handing_in.take_back(at.draft.id, now=wiring.clock().now())
        messages.success(request, gettext("Svaret er trukket. Teksten ligger fortsatt her."))
        return redirect("portal:draft-overview", at.token)
    return show(request, at, "portal/draft/take_back.html")
