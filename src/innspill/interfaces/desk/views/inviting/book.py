"""The address book of the owners that somebody works for."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.inviting.forms import ContactForm
from innspill.interfaces.desk.views.inviting.importing import preview, read_list, unsealed
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.shared.people.models import Owner
from innspill.stages.invitations import actions
from innspill.stages.invitations import queries as invitations


@require_safe
@at_the_desk
def contacts(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Every entry, or those that hold a word."""
    sought = request.GET.get("navn", "")[:100]
    rows = invitations.contacts(desk.owners, sought=sought)
    mine = _mine(desk)
    context = {"at": "book", "desk": desk, "sought": sought, "count": len(rows),
               "rows": page_of(request, rows), "may": bool(mine)}  # fmt: skip
    return render(request, "desk/inviting/book.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def contact(request: HttpRequest, desk: Desk, contact_id: int | None = None) -> HttpResponse:
    """One entry, new or to be changed."""
    shown = invitations.contact(contact_id, desk.owners) if contact_id else None
    if contact_id and shown is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = ContactForm.of(shown, data, tags=", ".join(shown.tags)) if shown else ContactForm(data)
    owner = shown.owner_id if shown else _owner(request, desk).pk
    if form.is_bound and form.is_valid():
        actions.save_contact(
            owner, form.entry, contact_id=contact_id, tags=form.tag_list, by=desk.user,
            now=wiring.clock().now(),
        )  # fmt: skip
        messages.success(request, gettext("%(name)s er lagret.") % {"name": form.entry.name})
        return redirect("desk:book")
    context = {"at": "book", "desk": desk, "form": form, "contact": shown,
               "owners": _mine(desk), "owner": owner}  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "desk/inviting/contact.html", context, status=status)


@require_POST
@at_the_desk
def remove_contact(request: HttpRequest, desk: Desk, contact_id: int) -> HttpResponse:
    """Takes an entry out; hearings keep what they took from it."""
    shown = invitations.contact(contact_id, desk.owners)
    if shown is None:
        raise Http404
    actions.remove_contact(contact_id, by=desk.user, now=wiring.clock().now())
    messages.success(
        request, gettext("%(name)s er slettet fra adresseboken.") % {"name": shown.name}
    )
    return redirect("desk:book")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def take_in(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A list taken into the address book."""
    owner = _owner(request, desk)
    if request.method == "POST" and request.POST.get("gjor") == "lagre":
        entries = unsealed(request.POST.get("funnet", ""))
        added, completed = actions.remember(
            owner.pk, entries, by=desk.user, now=wiring.clock().now()
        )
        sentence = gettext("%(added)d er lagt til, og %(completed)d fikk flere opplysninger.")
        messages.success(request, sentence % {"added": added, "completed": completed})
        return redirect("desk:book")
    form, parsed = read_list(request)
    context = {"at": "book", "desk": desk, "form": form, "parsed": parsed,
               "owners": _mine(desk), "owner": owner.pk}  # fmt: skip
    if parsed is not None:
        known = [(each.name, each.number) for each in invitations.contacts([owner])]
        context |= preview(parsed, known)
    wrong = form.errors or (parsed is not None and parsed.problems)
    return render(request, "desk/inviting/book_import.html", context, status=422 if wrong else 200)


def _mine(desk: Desk) -> list[Owner]:
    return [owner for owner in desk.owners if desk.may(owner.pk, "caseworker")]


def _owner(request: HttpRequest, desk: Desk) -> Owner:
    """Whose book it is: the one asked for, else the first that this person may change."""
    mine = _mine(desk)
    asked = request.POST.get("eier", "")
    found = next((owner for owner in mine if str(owner.pk) == asked), None)
    if found is None and not mine:
        raise PermissionDenied
    return found or mine[0]
