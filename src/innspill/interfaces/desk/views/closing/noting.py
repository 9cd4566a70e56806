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
    form = NoteLeftForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            count = actions.note_what_is_left(
                room.hearing.id, asked.wanted, seen=form.cleaned_data["seen"],
                reason=form.cleaned_data["reason"], by=desk.user, now=wiring.clock().now(),
            )  # fmt: skip
        except Conflict:
            form.add_error(
                None,
                gettext("Noe er endret siden du åpnet siden. Se over listen, og send på nytt."),
            )
        except BadInput:
            form.add_error(
                None, gettext("Det står ingenting igjen her, eller vurderingen er avsluttet.")
            )
        else:
            sentence = ngettext(
                "%(count)d merknad er tatt til orientering.",
                "%(count)d merknader er tatt til orientering.", count,
            )  # fmt: skip
            messages.success(request, sentence % {"count": count})
            return redirect(reverse("desk:ledger", args=[slug]))
    left = deciding.left_points(room.hearing.id, asked.wanted)
    rows = analysis.these(room.hearing.id, [one.id for one in left[:SHOWN]])
    context = room.context("ledger") | {
        "filter": asked,
        "count": len(left),
        "rows": room.shown(rows, asked.wanted.words),
        "more": len(left) - len(rows),
        "form": _form(form, len(left)),
        "finished": deciding.is_finished(room.hearing.id),
    }
    status = 422 if form is not None else 200
    return render(request, "desk/closing/note_left.html", context, status=status)


def _form(form: NoteLeftForm | None, count: int) -> NoteLeftForm:
    """The form with what is left now: who sends it again has seen that number."""
    if form is None:
        return NoteLeftForm(initial={"seen": count})
    form.data = form.data.copy()
    form.data["seen"] = str(count)
    return form
