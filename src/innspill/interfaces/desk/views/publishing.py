"""What waits for publication, and a lead's word on it: one by one, or many at once."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk, back
from innspill.interfaces.desk.publishing_forms import DecisionForm, QueueFilter
from innspill.interfaces.desk.views.marking import looked_at_or_404
from innspill.interfaces.desk.views.marking import page as page_of_response
from innspill.interfaces.ui import public_response, words
from innspill.interfaces.ui.forms import whole
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.shared.errors import Conflict
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import actions, looking, rebuilding
from innspill.stages.publication import queries as sums
from innspill.stages.publication.waiting import PublicationShown, publication_of, waiting

ON_A_PAGE = 50
AT_ONCE = ("person", "second")
"""What many may be approved of at once: that which nothing is doubtful about."""
_MOST = 500


@require_safe
@at_the_desk
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is neither published nor withheld, and why it waits."""
    hearings = consultations.listed_for(desk.owners)
    asked = QueueFilter(request.GET, hearings=hearings)
    of_hearing = waiting(desk.owners, slug=asked.asked("horing"))
    wanted = asked.asked("grunn")
    rows = [row for row in of_hearing if wanted in (None, row.category)]
    counted = Counter(row.category for row in of_hearing)
    hearing = next((row for row in hearings if row.slug == asked.asked("horing")), None)
    page = page_of(request, rows, ON_A_PAGE)
    leads = {owner.pk for owner in desk.owners if desk.may(owner.pk, "lead")}
    shown = [(row, row.category in AT_ONCE and row.response.owner_id in leads) for row in page]
    context = {
        "at": "publishing",
        "desk": desk,
        "filter": asked,
        "hearing": hearing,
        "hearings": [hearing] if hearing else hearings,
        "titles": {row.slug: row.title for row in hearings},
        "total": len(of_hearing),
        "counts": [(code, counted[code]) for code in words.TABLES["waiting"] if counted[code]],  # type: ignore[index]
        "count": len(rows),
        "refused": rebuilding.refused(desk.owners),
        "rows": shown,
        "page": page,
        "leads": leads,
        "any": any(may for _, may in shown),
        "all_chosen": request.GET.get("velg") == "alle",
        "ledger": sums.ledger(hearing.id) if hearing else sums.ledger_for(desk.owners),
    }
    return render(request, "desk/publishing.html", context)


@require_POST
@at_the_desk
def approve_many(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A lead lets those that are ticked be published, as far as they stand as the list showed."""
    done, changed = 0, []
    for chosen in dict.fromkeys(request.POST.getlist("svar")[:_MOST]):
        slug, number, state = [*chosen.split("/"), "", ""][:3]
        row = publication_of(slug, whole(number), desk.owners)
        if row is None:
            continue
        try:
            _approve_calm(desk, row, state)
            done += 1
        except Conflict:
            changed.append(row.response.reference)
    if done:
        sentence = ngettext("%(number)s svar er godkjent.", "%(number)s svar er godkjent.", done)
        messages.success(request, sentence % {"number": done})
    if changed:
        sentence = gettext(
            "Noe er endret siden du så på listen, så disse er ikke godkjent: %(names)s."
        )
        messages.error(request, sentence % {"names": ", ".join(changed)}, extra_tags="warning")
    if not done and not changed:
        messages.error(request, gettext("Kryss av for minst ett svar."), extra_tags="warning")
    return redirect(back(request, reverse("desk:publishing")))


@require_POST
@at_the_desk
def decide(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A lead lets a response out as it is marked, withholds the whole, or takes it back."""
    looked = looked_at_or_404(desk, slug, number)
    row = looked.publication.response
    word, now = request.POST.get("word", ""), wiring.clock().now()
    form = DecisionForm(request.POST, word=word)
    if word not in ("publish", "withhold", "withdraw"):
        raise Http404
    if not form.is_valid():
        return page_of_response(request, desk, looked, decision=form)
    given, state = form.cleaned_data, request.POST.get("state", "")
    if word == "publish":
        actions.approve(row.id, reason=given["reason"], state=state, by=desk.user, now=now)
        messages.success(request, _approved(desk, slug, number))
    elif word == "withhold":
        actions.withhold(
            row.id, reason=given["reason"], ground=given["ground"], state=state,
            by=desk.user, now=now,
        )  # fmt: skip
        messages.success(request, gettext("Holdt tilbake. Svaret vises ikke for publikum."))
    else:
        actions.withdraw(row.id, reason=given["reason"], by=desk.user, now=now)
        messages.success(request, gettext("Trukket. Svaret er borte fra høringssiden."))
    return redirect("desk:publishing-response", slug, number)


@require_POST
@at_the_desk
def try_again(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """A lead has the files built once more that could not be published."""
    row = looked_at_or_404(desk, slug, number).publication.response
    actions.try_again(row.id, by=desk.user, now=wiring.clock().now())
    messages.success(request, gettext("Filene bygges på nytt. Se etter om litt."))
    return redirect(f"{reverse('desk:publishing')}#filer-uten")


@require_safe
@at_the_desk
def elsewhere(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Words that are withheld in one response of a hearing and stand open in another one."""
    hearing = desk.hearing_or_404(slug)
    page = page_of(request, looking.open_elsewhere(slug, desk.owners), ON_A_PAGE)
    context = {"at": "publishing", "desk": desk, "hearing": hearing, "page": page}
    return render(request, "desk/open_elsewhere.html", context)


@require_safe
@at_the_desk
def preview(request: HttpRequest, desk: Desk, slug: str, number: int) -> HttpResponse:
    """The page that the public would get: the portal's own, made from what would be frozen."""
    found = looking.preview(slug, number, desk.owners, now=wiring.clock().now())
    if found is None:
        raise Http404
    hearing = desk.hearing_or_404(slug)
    address = request.build_absolute_uri(reverse("portal:response", args=[slug, number]))
    is_current = found.response.standing == "current"
    points = sums.decided_on(slug, number) if is_current else []
    context = public_response.context_of(hearing, found, address, points)
    answer = render(request, "desk/publishing_preview.html", {**context, "desk": desk})
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _approve_calm(desk: Desk, row: PublicationShown, state: str) -> None:
    if row.state != "waiting" or row.category not in AT_ONCE or not state:
        raise Conflict(f"{row.response.reference} is not one to approve with others")
    actions.approve(row.response.id, state=state, by=desk.user, now=wiring.clock().now())


def _approved(desk: Desk, slug: str, number: int) -> str:
    found = publication_of(slug, number, desk.owners)
    if found is not None and found.category == "second":
        return gettext("Godkjent. En leder til må godkjenne før svaret publiseres.")
    return gettext("Godkjent. Svaret publiseres straks.")
