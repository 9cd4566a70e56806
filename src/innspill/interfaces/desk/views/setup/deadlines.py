"""The deadline is moved for all, or for one body; and the log of what became of the hearing."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.setup_forms.publishing import DeadlineForm, ExtensionForm
from innspill.interfaces.desk.views.setup.editing import context, edited_or_404
from innspill.interfaces.ui.changes import said
from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal
from innspill.shared.people import queries as people
from innspill.stages.consultations import actions
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.changes import changes
from innspill.stages.consultations.core.deadline import end_of_day
from innspill.stages.consultations.queries import Edited


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def deadlines(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """A new deadline for everybody, or a longer one for one body."""
    edited = edited_or_404(desk, slug)
    definition = edited.hearing.definition
    listed = {(group.name, member.name) for group in definition.bodies for member in group.members}
    # The row of a body that was taken off the list stays with what was sent to it.
    bodies = [row for row in consultations.bodies_of(edited.hearing.id) if row[1:] in listed]
    posted = request.POST if request.method == "POST" else None
    for_all = posted is not None and posted.get("gjelder") == "alle"
    moving = DeadlineForm(definition, posted if for_all else None)
    asked = {"body": request.GET.get("instans", "")}
    extending = ExtensionForm(
        definition,
        posted if posted is not None and not for_all else None,
        bodies=bodies,
        initial=asked,
    )
    if posted is not None and (moving if for_all else extending).is_valid():
        done = (
            _move(request, desk, edited, moving) if for_all else _extend(request, desk, extending)
        )
        if done:
            here = reverse("desk:setup-deadlines", args=[slug])
            return redirect(f"{here}?flyttet=1" if for_all else here)
    shown = context(
        desk,
        edited,
        "deadlines",
        moving=moving,
        extending=extending,
        words=reversed(consultations.extensions(slug)),
        just_moved="flyttet" in request.GET,
        may_move=edited.hearing.status in {"open", "closed"},
    )
    return render(request, "desk/setup/deadlines.html", shown, status=422 if posted else 200)


def _move(request: HttpRequest, desk: Desk, edited: Edited, form: DeadlineForm) -> bool:
    day, now = form.cleaned_data["day"], wiring.clock().now()
    definition = edited.hearing.definition
    if day == definition.deadline:
        form.add_error("day", gettext("Ny frist: dette er fristen allerede."))
    elif end_of_day(day, definition.timezone) <= now:
        form.add_error("day", gettext("Ny frist: velg en dag som ikke er over."))
    if form.errors:
        return False
    note = form.text("note")
    actions.set_deadline(edited.hearing.id, day, note=note, by=desk.user, now=now)
    messages.success(request, gettext("Fristen er flyttet. Meldingen står på høringssiden."))
    return True


def _extend(request: HttpRequest, desk: Desk, form: ExtensionForm) -> bool:
    given = form.cleaned_data
    granted = given["word"] == "grant"
    actions.extend(
        int(given["body"]),
        given["last_day"] if granted else None,
        reason=given["reason"],
        by=desk.user,
        now=wiring.clock().now(),
    )
    done = (
        gettext("Instansen har fått lengre frist.") if granted else gettext("Avslaget er lagret.")
    )
    messages.success(request, done)
    return True


@require_safe
@at_the_desk
def log(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """Editions with what was changed in each, and every line of the journal about the hearing."""
    edited = edited_or_404(desk, slug)
    editions = [
        (
            edition,
            [said(change) for change in changes(edition.before, edition.definition)]
            if edition.before
            else [],
        )
        for edition in reversed(consultations.editions(slug))
    ]
    told = journal.about(f"consultation {edited.hearing.id}")
    names = people.names_of({line.actor for line in told})
    lines = [replace(line, actor=names.get(line.actor, line.actor)) for line in told]
    shown = context(desk, edited, "log", editions=editions, lines=lines)
    return render(request, "desk/setup/log.html", shown)
