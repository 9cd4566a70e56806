"""What is left under a filter is noted in one go, with one reason: seen first, then said."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.closing_forms import NoteLeftForm
from innspill.interfaces.desk.reading_forms import ReadFilter
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.views.analysis.rows import Room
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Conflict
from innspill.stages.analysis import queries as analysis
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding

SHOWN = 40
"""So many of those that are left are shown in full; the others are counted."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def note_left(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The comments that are left under the address' filter; POST notes them all."""
    room = Room(desk, slug)
    asked = ReadFilter(
        request.GET, definition=room.hearing.definition, themes=room.themes, senders=room.senders
    )
    refused = ""
    form = NoteLeftForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        refused = _noted(request, room, asked, form)
        if not refused:
            return redirect(reverse("desk:ledger", args=[slug]))
    left = deciding.left_points(room.hearing.id, asked.wanted)
    rows = analysis.these(room.hearing.id, [one.id for one in left[:SHOWN]])
    context = room.context("ledger") | {
        "filter": asked,
        "count": len(left),
        "rows": room.shown(rows, asked.wanted.words),
        "more": len(left) - len(rows),
        "form": _form(request, deciding.mark_of(left), refused),
        "finished": deciding.is_finished(room.hearing.id),
    }
    status = 422 if form.is_bound else 200
    return render(request, "desk/closing/note_left.html", context, status=status)


def _noted(request: HttpRequest, room: Room, asked: ReadFilter, form: NoteLeftForm) -> str:
    """Notes them, and says so; else why it was refused."""
    try:
        count = actions.note_what_is_left(
            room.hearing.id, asked.wanted, seen=form.cleaned_data["seen"],
            reason=form.cleaned_data["reason"], by=room.desk.user, now=wiring.clock().now(),
        )  # fmt: skip
    except Conflict:
        return gettext("Noe er endret siden du åpnet siden. Se over listen, og send på nytt.")
    except BadInput as error:
        return in_words(error)
    sentence = ngettext(
        "%(count)d merknad er tatt til orientering.",
        "%(count)d merknader er tatt til orientering.",
        count,
    )
    messages.success(request, sentence % {"count": count})
    return ""


def _form(request: HttpRequest, mark: str, refused: str) -> NoteLeftForm:
    """The form with what was written and what is left now: who sends it again has seen that."""
    if request.method != "POST":
        return NoteLeftForm(initial={"seen": mark})
    data = request.POST.copy()
    data["seen"] = mark
    form = NoteLeftForm(data)
    if refused:
        form.add_error(None, refused)
    return form
