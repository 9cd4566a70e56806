"""Where a button of the form leads, after everything on the page was saved."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from innspill.interfaces.portal.views.drafts.door import At
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting.core.steps import Step


def onward(request: HttpRequest, at: At, *, here: str, step: Step) -> HttpResponse:
    """Follows the button that was pressed (`do`); stays `here` where it is none of ours."""
    do, _, what = request.POST.get("do", "").partition(":")
    if do == "lang" and what in LANGUAGES:
        return redirect(in_language(at, what, here))
    if do == "here":
        messages.success(request, gettext("Lagret."))
        return redirect(here)
    places = {"next": step.number + 1, "back": step.number - 1, "to": whole(what)}
    if do == "later":
        return redirect("portal:draft-later", at.token)
    if do == "share":
        return redirect("portal:draft-share", at.token)
    if do == "review":
        return redirect("portal:draft-review", at.token)
    return redirect(address_of(at, places[do]) if do in places else here)


def in_language(at: At, language: str, here: str) -> str:
    """`here` in another language, which the draft is written in from now on by who may write it."""
    if at.may_write:
        drafting.set_language(at.draft.id, language, now=wiring.clock().now())
    return asking(here, f"lang={language}")


def asking(address: str, query: str) -> str:
    """`address` with one thing more in its query."""
    return f"{address}{'&' if '?' in address else '?'}{query}"


def address_of(at: At, number: int) -> str:
    """The address of the step with this number; of the nearest there is."""
    step = at.steps[min(max(number, 1), len(at.steps)) - 1]
    if step.kind == "questions":
        return reverse("portal:draft-step", args=[at.token, step.key])
    return reverse(f"portal:draft-{step.kind}", args=[at.token])
