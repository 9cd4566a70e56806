"""Who answers, the name of a colleague, and the page to leave by and come back to."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.portal import asked, letters, uploads
from innspill.interfaces.portal.sender_form import SenderForm, invited, is_address
from innspill.interfaces.portal.views.drafts import going, notes, saving
from innspill.interfaces.portal.views.drafts.door import (
    EVERYBODY,
    WRITERS,
    At,
    at_the_draft,
    here_of,
    keep_name,
    show,
)
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.drafting import actions as drafting


@require_safe
@at_the_draft()
def draft(_request: HttpRequest, at: At) -> HttpResponse:
    """The link itself: leads to where one goes on."""
    if at.needs_name:
        return redirect("portal:draft-name", at.token)
    if at.draft.receipts and at.is_owner and not at.draft.changed_since_handed_in:
        return redirect("portal:draft-receipt", at.token)
    if at.draft.answers or at.role == "commenter":
        return redirect("portal:draft-overview", at.token)
    return redirect("portal:draft-who", at.token)


@require_safe
@at_the_draft()
def overview(request: HttpRequest, at: At) -> HttpResponse:
    """All steps with how far each has come: where one starts on coming back."""
    everything = asked.shown(at.definition, at.draft, at.steps)
    return show(
        request, at, "portal/draft/overview.html", {"everything": everything, "at": "overview"}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft(WRITERS)
def who(request: HttpRequest, at: At) -> HttpResponse:
    """Who answers, and where the receipt goes."""
    if at.needs_name:
        return redirect("portal:draft-name", at.token)
    if not at.may_write:
        if request.method == "POST":
            return show(request, at, "portal/draft/closed.html", status=409)
        return redirect("portal:draft-review", at.token)
    if request.method != "POST":
        return _page(request, at, SenderForm(None, draft=at.draft))
    return _sent(request, at)


def _sent(request: HttpRequest, at: At) -> HttpResponse:
    """Saves what is filled in rightly, and shows the rest again with what is wrong."""
    form = SenderForm(request.POST, draft=at.draft)
    saved = saving.save_about(at, form)
    uploads.take_in(request, at.draft.id, "about-file", question="", kind="attachment")
    here = here_of(request, reverse("portal:draft-who", args=[at.token]))
    do, _, what = request.POST.get("do", "").partition(":")
    if saved.collided:
        messages.warning(request, _collided(), extra_tags="warning")
        return redirect(here)
    if do == "drop":
        saving.drop_file(at, whole(what))
    if do in {"drop", "upload"}:
        return redirect(f"{here}#filer")
    if do in {"take", "dismiss"}:
        notes.settle(request, at, whole(what), take=do == "take")
        return redirect(here)
    if form.errors and do not in {"later", "share", "back"}:
        return _again(request, at, form, do, what)
    return _onward(request, at, form, do)


def _again(request: HttpRequest, at: At, form: SenderForm, do: str, what: str) -> HttpResponse:
    """The page with what was typed and what is wrong with it, in the language now asked for."""
    if do == "lang" and what in LANGUAGES:
        going.in_language(at, what, request.path)
        translation.activate(what)
        request.LANGUAGE_CODE = what
        form = SenderForm(request.POST, draft=at.draft)
    return _page(request, at, form, status=422)


def _onward(request: HttpRequest, at: At, form: SenderForm, do: str) -> HttpResponse:
    here = here_of(request, reverse("portal:draft-who", args=[at.token]))
    if do == "back":
        return redirect("portal:hearing", at.hearing.slug)
    if do == "sender":
        return redirect(going.asking(here, f"avsendere={len(form.further) + 2}#flere"))
    if do == "answer-all":
        drafting.no_remarks(at.draft.id, on=False, now=wiring.clock().now())
        return redirect(here)
    if do == "next" and (at.draft.no_remarks or form.cleaned_data.get("supports")):
        return redirect("portal:draft-review", at.token)
    return going.onward(request, at, here=here, step=at.steps[0])


def _page(request: HttpRequest, at: At, form: SenderForm, status: int = 200) -> HttpResponse:
    wanted = min(whole(request.GET.get("avsendere", "")), 100)
    empty = max(wanted - len(form.further), 1 if form.further or wanted else 0)
    context: dict[str, object] = {
        "form": form,
        "suggestions": invited(at.definition),
        "empty_senders": range(empty),
        "everything": asked.shown(at.definition, at.draft, at.steps),
        "step": at.steps[0],
        "general_files": [
            file for file in at.draft.files if not file.question and file.kind == "attachment"
        ],
        "mails_go": letters.mails_go(),
        "about_notes": [note for note in at.draft.notes_at("") if note.is_open],
    }
    return show(request, at, "portal/draft/who.html", context, status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft(EVERYBODY)
def name(request: HttpRequest, at: At) -> HttpResponse:
    """A colleague says once what they are called, so that others see who wrote what."""
    if request.method == "POST":
        given = " ".join(request.POST.get("name", "").split())[:120]
        if given:
            response = redirect("portal:draft-overview", at.token)
            keep_name(response, at, given)
            return response
        return show(request, at, "portal/draft/name.html", {"is_missing": True}, 422)
    return show(request, at, "portal/draft/name.html")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_draft(WRITERS)
def later(request: HttpRequest, at: At) -> HttpResponse:
    """Saved: the link to come back by, and a mail with it for who wants one."""
    typed = request.POST.get("email", at.draft.about.email).strip()
    if request.method == "POST" and at.is_owner and is_address(typed):
        now = wiring.clock().now()
        stopped = letters.too_many(at.draft, typed, now)
        if stopped:
            messages.error(request, stopped, extra_tags="danger")
        else:
            _remember_address(at, typed, now)
            letters.send_own_link(request, at.draft, typed, now)
            messages.success(request, letters.said_of_mail(typed))
        return redirect("portal:draft-later", at.token)
    is_wrong = request.method == "POST"
    context: dict[str, object] = {
        "own": letters.link(request, at.draft.id, at.role),
        "mails_go": letters.mails_go(),
        "email": typed or at.draft.about.email,
        "is_wrong": is_wrong,
    }
    return show(request, at, "portal/draft/later.html", context, 422 if is_wrong else 200)


def _remember_address(at: At, email: str, now: datetime) -> None:
    """Keeps the address for the receipt too, where none was given before."""
    about = at.draft.about
    if about.email or not at.may_write:
        return
    drafting.save_about(
        at.draft.id, senders=about.senders, contact=about.contact, email=email,
        supports=about.supports, comment=about.comment, wish=about.wish, based_on=at.draft.about_revision, by=at.by,
        now=now,
    )  # fmt: skip


def _collided() -> str:
    return gettext(
        "Noen andre endret opplysningene om hvem som svarer mens du skrev."
        " Se over det som står her nå, og rett det som mangler."
    )
