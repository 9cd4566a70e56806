"""The ways to answer: equal choices, of which the web form is the one that we recommend."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from innspill.interfaces.portal import refusals
from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.portal.sender_form import invited
from innspill.interfaces.portal.views.hearing import hearing_or_404, takes_responses
from innspill.interfaces.ui.language import active
from innspill.interfaces.ui.wall import beyond_the_wall
from innspill.pipeline import wiring
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting import queries
from innspill.stages.drafting.core.refusals import Refused

WAYS = ("web", "no-remarks", "supports")


@beyond_the_wall
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ways(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows the ways; a button begins a draft and leads to its secret address."""
    hearing = hearing_or_404(slug)
    deadline = Deadline.of(hearing, wiring.clock().now())
    may = takes_responses(hearing, deadline)
    supported = " ".join(request.POST.get("supports", "").split())[:300]
    do = request.POST.get("do", "")
    status = 200
    lacks_name = do == "supports" and not supported
    if request.method == "POST" and may and do in WAYS and not lacks_name:
        try:
            return redirect("portal:draft-who", _begun(hearing, do, supported))
        except Refused as error:
            messages.error(request, refusals.sentence(error), extra_tags="danger")
            status = 503
    context = {
        "hearing": hearing, "definition": hearing.definition, "deadline": deadline, "may": may,
        "suggestions": invited(hearing.definition), "lacks_name": lacks_name,
    }  # fmt: skip
    return render(request, "portal/ways.html", context, status=422 if lacks_name else status)


def _begun(hearing: ConsultationShown, do: str, supported: str) -> str:
    """Begins a draft, with what the button said already in it. Returns the owner's token."""
    now = wiring.clock().now()
    draft_id = drafting.begin(hearing.id, language=active(), now=now)
    if do == "no-remarks":
        drafting.no_remarks(draft_id, now=now)
    if do == "supports":
        draft = queries.shown(draft_id)
        drafting.save_about(
            draft_id, senders=(), contact="", email="", supports=supported, comment="",
            based_on=draft.about_revision, by="", now=now,
        )  # fmt: skip
    return queries.link_token(draft_id, "owner")
