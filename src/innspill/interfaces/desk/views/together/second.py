"""The second reader: what waits, approved one by one or many at once, or sent back with a note."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.together_forms import BackForm
from innspill.interfaces.desk.views.together.shared_work import SharedWork
from innspill.interfaces.ui.forms import whole
from innspill.interfaces.ui.paging import page_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.assigned import waiting_behind
from innspill.stages.deciding.core.second_reading import ToRead

LENGTH = 25
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Read:
    """A disposition that waits, with the first of the comments that it stands for."""

    waits: ToRead
    comments: tuple[CommentRow, ...]
    more: int
    mine: bool
    """Decided or written by who looks: they cannot approve it."""
    theme: str = ""
    form: BackForm | None = None


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def queue(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """What waits for a second reader; those that are ticked are approved."""
    shared = SharedWork(desk, slug)
    if request.method == "POST":
        name = "siden" if "alle" in request.POST else "valgt"
        chosen = [whole(each) for each in request.POST.getlist(name)]
        count = actions.approve(shared.hearing.id, chosen, by=desk.user, now=shared.now)
        said = ngettext(
            "%(count)d vurdering er godkjent.", "%(count)d vurderinger er godkjent.", count
        )
        messages.success(request, said % {"count": count})
        return redirect("desk:second-reading", slug)
    return page(request, shared)


def page(
    request: HttpRequest, shared: SharedWork, refused: tuple[int, BackForm] | None = None
) -> HttpResponse:
    """The queue, with the form of one that was to be sent back where it was refused."""
    behind = waiting_behind(shared.work.states)
    here: Page[int] = page_of(request, _in_order(shared, behind), LENGTH)
    found = deciding.to_read(
        shared.hearing.slug, shared.desk.owners, {pk: behind[pk] for pk in here}
    )
    order = list(here)
    rows = _rows(shared, sorted(found, key=lambda one: order.index(one.disposition.id)), refused)
    context = shared.context("second") | {
        "rules": shared.work.rules,
        "may_rule": shared.desk.may(shared.hearing.owner_id, "lead"),
        "waiting": [row for row in rows if row.waits.sent_back is None],
        "theirs": [
            row.waits.disposition.id for row in rows if not (row.mine or row.waits.sent_back)
        ],
        "sent_to_me": [row for row in rows if row.waits.sent_back and row.mine],
        "sent_back": [row for row in rows if row.waits.sent_back and not row.mine],
        "count": len(behind),
        "page": here,
        "form": refused[1] if refused else BackForm(),
    }
    return render(
        request, "desk/together/second.html", context, status=422 if refused else 200
    )  # fmt: skip


def _in_order(shared: SharedWork, behind: Collection[int]) -> list[int]:
    """First what was sent back to who looks, then what they can approve, then what waits for others,
    at last what was sent back to others.
    """
    own = deciding.decided_by(shared.hearing.id, shared.desk.user.pk)
    back = {one.word.id for one in shared.work.states if one.sent_back and one.word}
    return sorted(
        behind, key=lambda pk: (not (pk in back and pk in own), pk in back, pk in own, pk)
    )


def _rows(
    shared: SharedWork, found: Sequence[ToRead], refused: tuple[int, BackForm] | None
) -> list[Read]:
    wanted = [pk for each in found for pk in each.comments[:EXAMPLES]]
    texts = {row.id: row for row in analysis.comments_by_id(wanted)}
    names = analysis.theme_names(shared.hearing.id)
    rows = []
    for each in found:
        target = each.disposition.target
        rows.append(
            Read(
                waits=each,
                comments=tuple(texts[pk] for pk in each.comments[:EXAMPLES] if pk in texts),
                more=max(0, len(each.comments) - EXAMPLES),
                mine=each.disposition.is_of(shared.desk.user.pk),
                theme=names.get(int(target.key), "") if target.scope == "theme" else "",
                form=refused[1] if refused and refused[0] == each.disposition.id else None,
            )
        )
    return rows


@require_POST
@at_the_desk
def send_back(request: HttpRequest, desk: Desk, slug: str, disposition_id: int) -> HttpResponse:
    """Sends one back to who decided, with a note of what is to be changed."""
    shared = SharedWork(desk, slug)
    behind = waiting_behind(shared.work.states)
    if disposition_id not in behind:
        if not deciding.is_of(shared.hearing.id, disposition_id):
            raise Http404
        messages.warning(request, gettext("Den er endret siden du så den. Se på den på nytt."))
        return redirect("desk:second-reading", slug)
    form = BackForm(request.POST)
    if not form.is_valid():
        return page(request, shared, (disposition_id, form))
    actions.send_back(
        shared.hearing.id, disposition_id, form.cleaned_data["note"], by=desk.user, now=shared.now
    )
    messages.success(request, gettext("Vurderingen er sendt tilbake."))
    return redirect("desk:second-reading", slug)


@require_POST
@at_the_desk
def rule(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A lead says whether the hearing has a second reader."""
    shared = SharedWork(desk, slug)
    on = request.POST.get("pa") == "1"
    actions.set_rules(shared.hearing.id, second_reader=on, by=desk.user, now=shared.now)
    said = (
        gettext("Kvalitetssikring er slått på. Det som er vurdert, venter nå på en kollega.")
        if on
        else gettext("Kvalitetssikring er slått av.")
    )
    messages.success(request, said)
    return redirect("desk:second-reading", slug)
