"""Working together: links for colleagues, what they said, and the history of each answer."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.portal import asked, letters
from innspill.interfaces.portal.sender_form import is_address
from innspill.interfaces.portal.views.drafts import notes
from innspill.interfaces.portal.views.drafts.door import WRITERS, At, at_the_draft, show
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting import queries
from innspill.stages.drafting.queries import Role


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft(WRITERS)
def share(request: HttpRequest, at: At) -> HttpResponse:
    """Links to copy or send, the internal deadline, and everything that colleagues said."""
    if request.method == "POST":
        _follow(request, at)
        return redirect("portal:draft-share", at.token)
    everything = asked.shown(at.definition, at.draft, at.steps)
    context: dict[str, object] = {
        "editor_link": letters.link(request, at.draft.id, "editor"),
        "commenter_link": letters.link(request, at.draft.id, "commenter"),
        "mails_go": letters.mails_go(),
        "everything": everything,
        "at": "share",
        "has_notes": any(one.open_notes for step in everything for one in step.asked),
    }
    return show(request, at, "portal/draft/share.html", context)


def _follow(request: HttpRequest, at: At) -> None:
    do, _, what = request.POST.get("do", "").partition(":")
    if do in {"take", "dismiss"}:
        notes.settle(request, at, whole(what), take=do == "take")
    elif do == "send":
        _send(request, at)
    elif do == "internal" and at.is_owner:
        _internal_deadline(request, at)
    elif do == "new-links" and at.is_owner:
        drafting.new_links(at.draft.id, now=wiring.clock().now())
        messages.success(
            request,
            gettext("Lenkene er byttet. De gamle virker ikke lenger, heller ikke din egen."),
        )


def _send(request: HttpRequest, at: At) -> None:
    to = request.POST.get("to", "").strip()
    role: Role = "editor" if request.POST.get("role") == "editor" else "commenter"
    if not is_address(to):
        sentence = gettext("E-post: skriv en adresse som navn@eksempel.no.")
        messages.error(request, sentence, extra_tags="danger")
        return
    now = wiring.clock().now()
    stopped = letters.too_many(at.draft, to, now)
    if stopped:
        messages.error(request, stopped, extra_tags="danger")
        return
    letters.send_to_colleague(request, at.draft, role, to=to, by=at.by, now=now)
    messages.success(request, letters.said_of_mail(to))


def _internal_deadline(request: HttpRequest, at: At) -> None:
    given = request.POST.get("internal", "")
    try:
        day = date.fromisoformat(given) if given else None
    except ValueError:
        sentence = gettext("Intern frist: skriv datoen som år-måned-dag, for eksempel 2026-05-20.")
        messages.error(request, sentence, extra_tags="danger")
        return
    drafting.set_internal_deadline(at.draft.id, day, now=wiring.clock().now())
    messages.success(request, gettext("Den interne fristen er lagret."))


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft()
def history(request: HttpRequest, at: At, question_id: str) -> HttpResponse:
    """Every text that an answer has had, who wrote it and when; any can be brought back."""
    everything = asked.shown(at.definition, at.draft, at.steps)
    found = [
        (shown.step, one)
        for shown in everything
        for one in shown.asked
        if one.question.id == question_id
    ]
    if not found:
        raise Http404
    step, one = found[0]
    kept = queries.versions(at.draft.id, question_id)
    if request.method == "POST" and at.may_write:
        wanted = whole(request.POST.get("revision", ""))
        version = next((each for each in kept if each.revision == wanted), None)
        if version is not None:
            drafting.save_answer(
                at.draft.id, question_id, ticks=version.content.ticks, text=version.content.text,
                measures=version.content.measures, based_on=one.revision, by=at.by,
                now=wiring.clock().now(),
            )  # fmt: skip
            messages.success(request, gettext("Den tidligere teksten er hentet tilbake."))
        return redirect("portal:draft-history", at.token, question_id)
    context: dict[str, object] = {"one": one, "step": step, "versions": kept}
    return show(request, at, "portal/draft/history.html", context)
