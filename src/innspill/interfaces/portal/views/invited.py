"""The page behind a personal link: greets the body by name, and knows what it has sent."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.portal.views.hearing import hearing_or_404, takes_responses
from innspill.interfaces.portal.views.result import MEDIA_TYPES
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.language import active
from innspill.interfaces.ui.wall import beyond_the_wall
from innspill.pipeline import wiring
from innspill.shared.errors import BadLink
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.filled import FilledForm, SenderGiven
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting import queries
from innspill.stages.invitations import actions as invitations
from innspill.stages.invitations.queries import RecipientShown, recipient_by_token


# Whoever holds the link may do what it offers; no cookie opens it, so nothing can be forged.
@beyond_the_wall
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Where they stand, and their three ways on: answer, no remarks, or no answer at all."""
    try:
        recipient = recipient_by_token(token)
    except BadLink as error:
        return render(request, "portal/draft/no_such_link.html", {"error": error}, status=404)
    hearing = hearing_or_404(recipient.slug)
    now = wiring.clock().now()
    own = consultations.deadline_for(hearing.id, recipient.body_id)
    deadline = Deadline.of(hearing, now, own)
    may = takes_responses(hearing, deadline)
    if request.method == "POST" and may:
        return _follow(request, token, recipient)
    if request.method == "GET" and recipient.opened_at is None:
        invitations.link_opened(recipient.id, now)
    state = queries.of_recipients(recipient.consultation_id).get(recipient.id)
    context = {
        "hearing": hearing, "definition": hearing.definition, "deadline": deadline, "may": may,
        "recipient": recipient, "state": state, "token": token,
    }  # fmt: skip
    response = render(request, "portal/invited.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _follow(request: HttpRequest, token: str, recipient: RecipientShown) -> HttpResponse:
    now = wiring.clock().now()
    do = request.POST.get("do", "")
    if do == "decline":
        invitations.declined(recipient.id, now)
        messages.success(request, gettext("Takk. Vi har notert at dere ikke kommer til å svare."))
        return redirect("portal:invited", token)
    draft_id = drafting.begin(
        recipient.consultation_id, language=active(), recipient_id=recipient.id, now=now
    )
    if do == "no-remarks":
        drafting.no_remarks(draft_id, now=now)
        return redirect("portal:draft-review", queries.link_token(draft_id, "owner"))
    return redirect("portal:draft", queries.link_token(draft_id, "owner"))


@beyond_the_wall
@never_cache
@require_safe
def form(request: HttpRequest, token: str) -> HttpResponse:
    """The response form in Word with the sender and the case number filled in."""
    from innspill.stages.consultations.core.word_form import build_form

    try:
        recipient = recipient_by_token(token)
    except BadLink as error:
        return render(request, "portal/draft/no_such_link.html", {"error": error}, status=404)
    hearing = hearing_or_404(recipient.slug)
    known = FilledForm(
        case_number=hearing.case_number,
        title=hearing.definition.title.get(active(), ""),
        language=active(),
        senders=(SenderGiven(name=recipient.name, number=recipient.number),),
    )
    data = build_form(hearing.definition, active(), known)
    return attachment(data, f"svarskjema-{hearing.slug}.docx", MEDIA_TYPES["docx"])
