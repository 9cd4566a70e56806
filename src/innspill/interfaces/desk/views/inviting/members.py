"""One line with those who are written to on its behalf, and one of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.inviting.forms import EntryForm, ExtensionForm, MemberFilter
from innspill.interfaces.desk.views.inviting.links import base_of
from innspill.interfaces.desk.views.inviting.lists import Place
from innspill.interfaces.ui.paging import page_of
from innspill.stages.consultations import actions as hearing_actions
from innspill.stages.consultations import queries as consultations
from innspill.stages.invitations import actions
from innspill.stages.invitations import queries as invitations
from innspill.stages.invitations.core.status import counted
from innspill.stages.invitations.queries import RecipientShown


@require_safe
@at_the_desk
def body(request: HttpRequest, desk: Desk, slug: str, body_id: int) -> HttpResponse:
    """One line: its recipients or members, its own deadline, and what can be done."""
    place = Place.of(desk, slug)
    shown = place.line(desk, body_id)
    asked = MemberFilter(request.GET)
    word, standing = (asked.asked("navn") or "").casefold(), asked.asked("status")
    rows = [
        each
        for each in shown.recipients
        if (not standing or each.standing == standing) and word in each.recipient.name.casefold()
    ]
    words = [each for each in consultations.extensions(slug) if each.body_id == body_id]
    context = place.context(desk) | {
        "shown": shown,
        "counts": counted([shown.line]),
        "filter": asked,
        "count": len(rows),
        "rows": page_of(request, rows),
        "extensions": words[::-1],
        "form": _extension_form(place),
    }
    return render(request, "desk/inviting/body.html", context)


@require_POST
@at_the_desk
def extend(request: HttpRequest, desk: Desk, slug: str, body_id: int) -> HttpResponse:
    """Grants or refuses one body a later deadline, and leads on to the letter about it."""
    place = Place.of(desk, slug)
    shown = place.line(desk, body_id)
    form = _extension_form(place, request.POST)
    if not form.is_valid():
        context = place.context(desk) | {"shown": shown, "form": form}
        return render(request, "desk/inviting/extension.html", context, status=422)
    granted = form.cleaned_data["word"] == "granted"
    day = form.cleaned_data["day"] if granted else None
    reason = form.cleaned_data["reason"]
    hearing_actions.extend(body_id, day, reason=reason, by=desk.user, now=place.now)
    messages.success(request, gettext("Svaret om utsatt frist er lagret."))
    if form.cleaned_data["tell"]:
        kind = "granted" if granted else "refused"
        return redirect(f"{reverse('desk:send-letters', args=[slug, kind])}?instans={body_id}")
    return redirect("desk:body", slug, body_id)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def add_recipient(request: HttpRequest, desk: Desk, slug: str, body_id: int) -> HttpResponse:
    """One more address of a body, or one more member of a collective one."""
    place = Place.of(desk, slug)
    line = place.line(desk, body_id).line
    form = EntryForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        entry = form.entry
        actions.add_recipient(
            body_id, entry, is_member=line.collective, by=desk.user, now=place.now
        )
        messages.success(request, gettext("%(name)s er lagt til.") % {"name": entry.name})
        return redirect("desk:body", slug, body_id)
    context = place.context(desk) | {"form": form, "line": line}
    status = 422 if form.is_bound else 200
    return render(request, "desk/inviting/recipient_form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def recipient(request: HttpRequest, desk: Desk, slug: str, recipient_id: int) -> HttpResponse:
    """One recipient: addresses to be changed, the personal link, and what was sent."""
    place = Place.of(desk, slug)
    shown = _recipient_or_404(desk, slug, recipient_id)
    form = EntryForm.of(shown, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.save_recipient(shown.id, form.entry, by=desk.user, now=place.now)
        messages.success(request, gettext("%(name)s er lagret.") % {"name": form.entry.name})
        return redirect("desk:recipient", slug, shown.id)
    letters = invitations.letters(place.hearing.id, recipient_ids=[shown.id])
    line = place.overview(desk).line(shown.body_id)
    now_at = (
        next((r for r in line.recipients if r.recipient.id == shown.id), None) if line else None
    )
    link = reverse("portal:invited", args=[invitations.link_token(shown.id)])
    context = place.context(desk) | {
        "form": form,
        "recipient": shown,
        "standing": now_at.standing if now_at else None,
        "letters": [(each, each.mail.state(place.now)) for each in letters],
        "link": base_of(request) + link if place.may and shown.removed_at is None else None,
    }
    status = 422 if form.is_bound else 200
    return render(request, "desk/inviting/recipient.html", context, status=status)


@require_POST
@at_the_desk
def remove_recipient(
    request: HttpRequest, desk: Desk, slug: str, recipient_id: int
) -> HttpResponse:
    """Writes to somebody no more."""
    place = Place.of(desk, slug)
    shown = _recipient_or_404(desk, slug, recipient_id)
    actions.remove_recipient(shown.id, by=desk.user, now=place.now)
    messages.success(request, gettext("%(name)s er tatt bort.") % {"name": shown.name})
    return redirect("desk:body", slug, shown.body_id)


@require_POST
@at_the_desk
def complete(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Fills in addresses that the address book has."""
    place = Place.of(desk, slug)
    count = actions.complete_from_book(place.hearing.id, by=desk.user, now=place.now)
    sentence = gettext("Adresseboken fylte ut %(count)d mottakere.") % {"count": count}
    messages.success(request, sentence)
    return redirect("desk:bodies", slug)


def _recipient_or_404(desk: Desk, slug: str, recipient_id: int) -> RecipientShown:
    found = invitations.recipient(recipient_id, desk.owners)
    if found is None or found.slug != slug:
        raise Http404
    return found


def _extension_form(place: Place, data: object = None) -> ExtensionForm:
    return ExtensionForm(data, deadline=place.hearing.definition.deadline)
