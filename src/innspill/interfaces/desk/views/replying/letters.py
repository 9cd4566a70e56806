"""The letters back to those who answered: who gets which, how each reads, and the sending."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.views.inviting.links import base_of, is_only_here
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.forms import whole
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.shared.people import queries as people
from innspill.shared.post import actions as post_actions
from innspill.shared.post import queries as post
from innspill.stages.reports.replying import actions, queries
from innspill.stages.reports.replying.queries import WAYS

PDF = "application/pdf"
_MOST_CHOSEN = 5000


@require_safe
@at_the_desk
def letters(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """All letters with where they go and how far they are; the sums; the sending."""
    shown = desk.hearing_or_404(slug)
    found = queries.overview(slug, desk.owners, wiring.clock().now())
    if found is None:
        raise Http404
    way, state = request.GET.get("vei", ""), request.GET.get("tilstand", "")
    rows = [row for row in found.letters if way in {"", row.way} and state in {"", row.state}]
    states = {row.state: 0 for row in found.letters}
    for row in found.letters:
        states[row.state] += 1
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "found": found,
        "ways": [(each, found.ways[each]) for each in WAYS],
        "states": sorted(states.items()),
        "rows": page_of(request, rows),
        "count": len(rows),
        "way": way,
        "state": state,
        "may": desk.may(shown.owner_id, "caseworker"),
        "may_send": desk.may(shown.owner_id, "lead"),
        "mail_is_set_up": post.is_set_up(),
        "is_only_here": is_only_here(request),
        "base": base_of(request),
    }
    return render(request, "desk/replying/letters.html", context)


@require_safe
@at_the_desk
def letter(request: HttpRequest, desk: Desk, slug: str, number: int, position: int) -> HttpResponse:
    """One letter: its mail as text, what the letter says, and the PDF."""
    shown = desk.hearing_or_404(slug)
    found = queries.preview(
        slug, number, position, desk.owners, base=base_of(request), now=wiring.clock().now()
    )
    if found is None:
        raise Http404
    row, told, made = found
    if request.GET.get("fil") == "pdf":
        return attachment(made.pdf, made.file, PDF)
    mails = post.by_ids(row.mails)
    now = wiring.clock().now()
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "row": row,
        "told": told,
        "made": made,
        "mails": [(mail, mail.state(now)) for mail in mails.values()],
        "may": desk.may(shown.owner_id, "caseworker"),
    }
    return render(request, "desk/replying/letter.html", context)


@require_POST
@at_the_desk
def send(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Has the letters written and sent that nobody has ordered yet."""
    shown = desk.hearing_or_404(slug)
    count = actions.order(shown.id, base=base_of(request), by=desk.user, now=wiring.clock().now())
    said = ngettext(
        "%(count)d brev blir skrevet og sendt nå.",
        "%(count)d brev blir skrevet og sendt nå.",
        count,
    )
    messages.success(request, said % {"count": count})
    return redirect("desk:replies", slug=slug)


@require_POST
@at_the_desk
def posted(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Notes that the chosen letters on paper were sent."""
    shown = desk.hearing_or_404(slug)
    chosen = [whole(one) for one in request.POST.getlist("brev")[:_MOST_CHOSEN]]
    now = wiring.clock().now()
    if request.POST.get("alle"):
        found = queries.overview(slug, desk.owners, now)
        chosen = [row.id for row in found.to_print if row.id] if found else []
    count = actions.note_posted(shown.id, chosen, by=desk.user, now=now)
    said = ngettext(
        "%(count)d brev er merket som sendt.", "%(count)d brev er merket som sendt.", count
    )
    messages.success(request, said % {"count": count})
    return redirect("desk:replies", slug=slug)


@require_POST
@at_the_desk
def on_paper(request: HttpRequest, desk: Desk, slug: str, reply_id: int) -> HttpResponse:
    """A letter whose mail did not arrive is to be printed."""
    shown = desk.hearing_or_404(slug)
    actions.send_on_paper(shown.id, reply_id, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Brevet ligger nå blant dem som skal skrives ut."))
    return redirect("desk:replies", slug=slug)


@require_POST
@at_the_desk
def send_again(request: HttpRequest, desk: Desk, slug: str, mail_id: int) -> HttpResponse:
    """Puts the mail of a letter that failed, or may have been lost, into the queue once more."""
    shown = desk.hearing_or_404(slug)
    people.require(desk.user, shown.owner_id, "caseworker")
    if mail_id not in queries.mail_ids(slug, desk.owners):
        raise Http404
    post_actions.send_again(mail_id, actor=desk.user.get_username(), now=wiring.clock().now())
    messages.success(request, gettext("E-posten er lagt i køen på nytt."))
    return redirect("desk:replies", slug=slug)


@require_safe
@at_the_desk
def file(_request: HttpRequest, desk: Desk, slug: str, reply_id: int) -> HttpResponse:
    """One letter as it was made."""
    found = queries.letter_file(slug, reply_id, desk.owners, wiring.store())
    if found is None:
        raise Http404
    return attachment(found[1], found[0], PDF)


@require_safe
@at_the_desk
def to_print(_request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The letters on paper that wait, in a ZIP with a list of whom they go to."""
    data = queries.to_print(slug, desk.owners, wiring.store())
    if data is None:
        raise Http404
    return attachment(data, f"{slug}-brev-til-utskrift.zip", "application/zip")
