"""Letters: who gets them, how they read, a test to oneself, and the sending."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.inviting.forms import LettersForm, TestForm
from innspill.interfaces.desk.views.inviting.links import base_of, is_only_here
from innspill.interfaces.desk.views.inviting.lists import Place
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.pipeline.invited import Overview, RecipientStanding
from innspill.shared.days import day_in_words
from innspill.shared.people import queries as people
from innspill.shared.post import actions as post
from innspill.stages.consultations import queries as consultations
from innspill.stages.invitations import actions
from innspill.stages.invitations import queries as invitations
from innspill.stages.invitations.core import letters as letter
from innspill.stages.invitations.core.letters import Facts, Kind, Template
from innspill.stages.invitations.queries import Addressing, RecipientShown

_LOGGED: Mapping[str, str] = {"granted": "extension", "refused": "extension"}
"""What the log calls a letter, where that is another word."""


@dataclass(frozen=True, slots=True)
class Example:
    """A letter as somebody will get it. `is_real` is False where nobody asks for this language."""

    language: str
    recipient: str
    letter: Template
    count: int


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def send(request: HttpRequest, desk: Desk, slug: str, kind: str) -> HttpResponse:
    """One kind of letter: its text in each language, exactly as it will read, and the sending."""
    if kind not in get_args(Kind):
        raise Http404
    place = Place.of(desk, slug)
    people.require(desk.user, place.hearing.owner_id, "caseworker")
    form = LettersForm(
        request.POST if request.method == "POST" else None,
        kind=kind,  # type: ignore[arg-type]
        facts=_facts(place),
    )
    takes = place.hearing.status in {"open", "closed"}
    audience = _audience(request, place.overview(desk), kind, takes_answers=takes)
    do = request.POST.get("gjor", "")
    test = TestForm(
        request.POST if do == "test" else None, initial={"to": desk.user.email}
    )  # fmt: skip
    extra = _extra(request, place, kind)
    examples = _examples(request, place, audience, form, extra)
    if form.is_bound and form.is_valid():
        if do == "test" and test.is_valid():
            _send_test(request, desk, place, examples, str(test.cleaned_data["to"]))
        elif do == "send":
            return _send(request, desk, place, kind, audience, form, extra)
    context = place.context(desk) | {
        "kind": kind, "form": form, "test": test, "examples": examples, "fields": letter.FIELDS,
        "audience": audience, "reachable": [r for r in audience if r.recipient.email],
        "unreachable": [r for r in audience if not r.recipient.email],
        "sending": request.POST.get("sending") or secrets.token_hex(16),
        "is_only_here": is_only_here(request), "base": base_of(request),
        "groups": [group.name for group in place.hearing.definition.bodies],
        "gruppe": request.GET.get("gruppe", ""), "narrowed": bool(request.GET.get("instans") or request.GET.get("mottaker")),
    }  # fmt: skip
    wrong = form.errors or test.errors
    return render(request, "desk/inviting/send.html", context, status=422 if wrong else 200)


@require_safe
@at_the_desk
def log(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Everything that was sent about the hearing, with what became of each mail."""
    place = Place.of(desk, slug)
    found = [(each, each.mail.state(place.now)) for each in invitations.letters(place.hearing.id)]
    asked = request.GET.get("tilstand", "")
    rows = [each for each in found if not asked or each[1] == asked]
    states = sorted({state for _, state in found})
    context = place.context(desk) | {
        "rows": page_of(request, rows),
        "count": len(rows),
        "all": len(found),
        "asked": asked,
        "states": [(state, sum(each[1] == state for each in found)) for state in states],
    }
    return render(request, "desk/inviting/log.html", context)


@require_POST
@at_the_desk
def send_again(request: HttpRequest, desk: Desk, slug: str, mail_id: int) -> HttpResponse:
    """Puts one mail that failed, or may have been lost, into the queue once more."""
    place = Place.of(desk, slug)
    people.require(desk.user, place.hearing.owner_id, "caseworker")
    if mail_id not in {each.mail.id for each in invitations.letters(place.hearing.id)}:
        raise Http404
    post.send_again(mail_id, actor=desk.user.get_username(), now=place.now)
    messages.success(request, gettext("E-posten er lagt i køen på nytt."))
    return redirect("desk:letter-log", slug)


def _audience(
    request: HttpRequest, shown: Overview, kind: str, *, takes_answers: bool
) -> list[RecipientStanding]:
    """Whom the letter is for: narrowed to a group, a line or one recipient by the address.

    Nobody is asked for an answer that would not be taken.
    """
    body, one = request.GET.get("instans", ""), request.GET.get("mottaker", "")
    if kind in {"invitation", "reminder"} and not takes_answers:
        return []
    if kind in {"granted", "refused"}:
        found = [r for line in shown.lines for r in line.recipients]
        found = [r for r in found if body and str(r.recipient.body_id) == body]
    else:
        found = shown.audience(kind)  # type: ignore[arg-type]
    group = request.GET.get("gruppe", "")
    return [
        each
        for each in found
        if (not group or each.recipient.group == group)
        and (not body or str(each.recipient.body_id) == body)
        and (not one or str(each.recipient.id) == one)
    ]


def _facts(place: Place) -> Facts:
    definition = place.hearing.definition
    return Facts(
        has_form=bool(definition.questions),
        takes_mail=bool(definition.submit_email),
        has_contact=definition.contact is not None,
        has_deadline=definition.deadline is not None,
    )


def _extra(request: HttpRequest, place: Place, kind: str) -> dict[str, dict[str, str]]:
    """What only this letter says, by language: the deadline that was, the reason that was given."""
    slug, body = place.hearing.slug, request.GET.get("instans", "")
    reason = ""
    if kind in {"granted", "refused"}:
        found = [each for each in consultations.extensions(slug) if str(each.body_id) == body]
        reason = found[-1].reason if found else ""
    editions = consultations.editions(slug)
    before = next((each.before.deadline for each in reversed(editions)
                   if each.before and each.before.deadline != each.definition.deadline), None)  # fmt: skip
    return {
        language: {
            "begrunnelse": reason,
            "gammel_frist": day_in_words(before, language) if before else "",
        }
        for language in ("nb", "nn", "en")
    }


def _examples(
    request: HttpRequest,
    place: Place,
    audience: list[RecipientStanding],
    form: LettersForm,
    extra: Mapping[str, Mapping[str, str]],
) -> list[Example]:
    """The letter in each language, filled in for the first who gets it in that language."""
    sender = Addressing.of(place.hearing, base_of(request))
    shown = []
    for language, text in form.letters.items():
        theirs = [
            r.recipient
            for r in audience
            if r.recipient.email and sender.language_of(r.recipient) == language
        ]
        who: RecipientShown | None = next(iter(theirs or [r.recipient for r in audience]), None)
        if who is not None:
            values = sender.values(who, language=language, with_link=False)
            filled = letter.fill(text, {**values, **extra[language]})
            shown.append(Example(language, who.name, filled, len(theirs)))
    return shown


def _send_test(
    request: HttpRequest, desk: Desk, place: Place, examples: list[Example], to: str
) -> None:
    for each in examples:
        actions.send_test(
            place.hearing.id, to, each.letter, by=desk.user, now=place.now, store=wiring.store()
        )
    sentence = gettext(
        "%(count)d testbrev er lagt i køen til %(to)s. Lenken i dem går til høringssiden."
    )
    messages.success(request, sentence % {"count": len(examples), "to": to})


def _send(  # noqa: PLR0917 - what the page gathered
    request: HttpRequest,
    desk: Desk,
    place: Place,
    kind: str,
    audience: list[RecipientStanding],
    form: LettersForm,
    extra: Mapping[str, Mapping[str, str]],
) -> HttpResponse:
    sent = actions.send(
        place.hearing.id,
        [each.recipient.id for each in audience],
        kind=_LOGGED.get(kind, kind),
        letters=form.letters,
        extra=extra,
        sending=request.POST.get("sending", "")[:40] or secrets.token_hex(16),
        base=base_of(request),
        by=desk.user,
        now=place.now,
    )
    said = ngettext("%(count)d brev er lagt i køen.", "%(count)d brev er lagt i køen.", sent.queued)
    messages.success(request, said % {"count": sent.queued})
    if sent.already:
        sentence = gettext("%(count)d hadde fått brevet allerede og fikk det ikke på nytt.")
        messages.info(request, sentence % {"count": sent.already})
    if sent.no_address:
        sentence = gettext("%(count)d mangler e-postadresse og fikk ikke noe brev.")
        messages.warning(request, sentence % {"count": sent.no_address})
    return redirect("desk:letter-log", place.hearing.slug)
