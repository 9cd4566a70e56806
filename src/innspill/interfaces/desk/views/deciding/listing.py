"""The comments that a filter keeps, and one word on all that are ticked."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.deciding_forms import Chosen, WordForm
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.views.deciding.room import DecidingRoom
from innspill.interfaces.ui.forms import whole
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.stages.analysis import queries as analysis
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import Decided, Target


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def listing(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A page of comments; POST decides on those that are ticked, with what was seen on each."""
    room = DecidingRoom(desk, slug)
    if request.method != "POST":
        return _page(request, room)
    if "again" in request.POST:
        return _again(request, room)
    given = [one.partition(":")[0] for one in request.POST.getlist("chosen")]
    comments = {
        row.id: Target("comment", row.fingerprint)
        for row in analysis.comments_by_id({whole(one) for one in given})
        if row.consultation_slug == slug
    }
    chosen = Chosen(request.POST, known={str(pk) for pk in comments})
    form = room.form(request.POST)
    if not (form.is_valid() & chosen.is_valid()):
        return _page(request, room, form, chosen, status=422)
    seen = {comments[pk]: word for pk, word in chosen.seen.items()}
    try:
        done = actions.decide(
            room.hearing.id, seen, **form.said, by=desk.user, now=wiring.clock().now()
        )
    except BadInput as error:
        form.add_error(None, in_words(error))
        return _page(request, room, form, chosen, status=422)
    if done.lost:
        messages.warning(request, _told(done), extra_tags="warning")
        lost = {pk for pk, target in comments.items() if target in done.lost}
        return _page(request, room, form, chosen, status=409, only=lost)
    messages.success(request, _told(done))
    return redirect(f"{request.path}?{request.GET.urlencode()}")


def _again(request: HttpRequest, room: DecidingRoom) -> HttpResponse:
    """What this person said last, said of one more comment as it was seen in the list."""
    last = deciding.last_said_by(room.hearing.id, room.desk.user.pk)
    if last is None:
        raise BadInput("nothing was said before", todo="Decide on one comment first.")
    number, _, seen = request.POST["again"].partition(":")
    rows = [row for row in analysis.comments_by_id([whole(number)])
            if row.consultation_slug == room.hearing.slug]  # fmt: skip
    if not rows:
        raise BadInput("some of these comments are not there any more")
    done = actions.decide(
        room.hearing.id, {Target("comment", rows[0].fingerprint): whole(seen) or None},
        outcome=last.outcome, reason=last.reason, responsible=last.responsible,
        standard_reason=last.standard_reason, by=room.desk.user, now=wiring.clock().now(),
    )  # fmt: skip
    if done.lost:
        messages.warning(request, _told(done), extra_tags="warning")
        return redirect(reverse("desk:decide-comment", args=[room.hearing.slug, rows[0].id]))
    return redirect(f"{request.path}?{request.GET.urlencode()}#merknad-{rows[0].id}")


def _told(done: Decided) -> str:
    said = ngettext(
        "%(count)d merknad er vurdert.", "%(count)d merknader er vurdert.", len(done.done)
    ) % {"count": len(done.done)}
    if not done.lost:
        return said
    lost = ngettext(
        "%(count)d hadde noen andre vurdert imens. Begge tekstene er tatt vare på.",
        "%(count)d hadde noen andre vurdert imens. Begge tekstene er tatt vare på.",
        len(done.lost),
    ) % {"count": len(done.lost)}
    return f"{said} {lost}"


def _page(
    request: HttpRequest, room: DecidingRoom, form: WordForm | None = None,
    chosen: Chosen | None = None, *, status: int = 200, only: set[int] | None = None,
) -> HttpResponse:  # fmt: skip
    """The list; with the form as it was typed where it was refused, or somebody else came first."""
    asked = room.filter_of(request)
    found = deciding.page(
        room.hearing.slug, room.desk.owners, asked.asked_for,
        page=whole(request.GET.get("side", "1")),
    )  # fmt: skip
    asked.count(found.counted)
    ticked = {one.partition(":")[0] for one in request.POST.getlist("chosen")}
    context = room.context("list") | {
        "may": room.may_write(request),
        "filter": asked,
        "rows": room.rows(found.rows, asked.wanted.words),
        "total": found.total,
        "page": Paginator(range(found.total), deciding.PAGE).get_page(found.page),
        "form": form or room.form(),
        "chosen_form": chosen,
        "ticked": {str(pk) for pk in only} if only is not None else ticked,
        "last": deciding.last_said_by(room.hearing.id, room.desk.user.pk),
        "query": request.GET.urlencode(),
    }
    return render(request, "desk/deciding/list.html", context, status=status)
