"""An edited Word file of a report: what was changed in it is shown, and taken in by a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.refusals import in_words
from innspill.interfaces.desk.report_forms import WordForm
from innspill.interfaces.desk.views.report.room import Room
from innspill.interfaces.desk.views.report.shown import difference, plainly
from innspill.interfaces.ui.forms import whole as number_in
from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Unreadable
from innspill.shared.people import queries as people
from innspill.stages.reports.core.edited.comparing import Difference
from innspill.stages.reports.core.edited.stored import as_json, from_json
from innspill.stages.reports.core.edited.values import Taken
from innspill.stages.reports.core.edited.word_changes import FileChanges, changes_in
from innspill.stages.reports.core.edited.word_file import EditedFile
from innspill.stages.reports.texts import actions
from innspill.stages.reports.texts.given import GivenOut, ToTake, given_out, to_take

_SALT = "innspill.desk.word"
_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class _Change:
    """A changed part on the page."""

    number: int
    to_take: ToTake
    difference: list[Difference]
    other: list[str]
    """What somebody else has written meanwhile; empty where nobody has."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def from_word(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """The upload; POST shows what was changed ("se"), or takes in what is ticked ("ta-inn")."""
    shown = desk.hearing_or_404(slug)
    people.require(desk.user, shown.owner_id, "caseworker")
    if request.method == "POST" and request.POST.get("gjor") == "ta-inn":
        return _take(request, desk, slug)
    form = WordForm(request.POST, request.FILES) if request.method == "POST" else WordForm()
    context: dict[str, Any] = {"at": "hearing", "desk": desk, "hearing": shown, "form": form}
    if form.is_bound and form.is_valid():
        try:
            context |= _looked_at(desk, slug, form)
        except BadInput as error:
            form.add_error("file", in_words(error))
        except Unreadable:
            sentence = gettext("Filen kan ikke leses. Lagre den på nytt som .docx i Word.")
            form.add_error("file", sentence)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "desk/report/from_word.html", context, status=status)


def _looked_at(desk: Desk, slug: str, form: WordForm) -> dict[str, Any]:
    """What was changed in the file. Raises BadInput and Unreadable."""
    hearing = desk.hearing_or_404(slug)
    file = form.cleaned_data["file"]
    data = file.read()
    given = given_out(hearing.id, wiring.which_report(file.name, data), wiring.store())
    if given is None:
        raise BadInput(
            "is no report of this hearing", where=file.name,
            todo="Edit the Word file of a report, and save it under the same kind.",
        )  # fmt: skip
    edited, changes = _compared(given, file.name, data)
    room = Room(desk, slug, given.kind, given.language)
    found = to_take(hearing.id, given, changes.changes, room.machine)
    return {
        "given": given,
        "edited": edited,
        "changes": changes,
        "found": [_shown(number, each) for number, each in enumerate(found)],
        "sealed": _sealed(hearing.id, given, [each.taken for each in found]),
    }


def _compared(given: GivenOut, name: str, data: bytes) -> tuple[EditedFile, FileChanges]:
    headings = {part.key: part.heading for part in given.parts}
    first = wiring.edited_word("report.docx", given.word, headings, given.language)
    notes = first.endnotes
    edited = wiring.edited_word(name, data, headings, given.language, notes)
    return edited, changes_in(edited, first, given.parts, given.language)


def _shown(number: int, each: ToTake) -> _Change:
    change = each.change
    other = plainly(each.now.blocks) if each.now is not None else []
    return _Change(number, each, difference(change.before, change.blocks), other)


def _sealed(consultation_id: int, given: GivenOut, taken: list[Taken]) -> str:
    """What was found for the page to carry, for this hearing alone."""
    rows = [
        [each.part, as_json(each.blocks), as_json(each.machine), each.seen, each.after,
         each.heading, each.shown]
        for each in taken
    ]  # fmt: skip
    return signing.dumps(
        [given.kind, given.language, rows], salt=_salt(consultation_id), compress=True
    )


def _salt(consultation_id: int) -> str:
    return f"{_SALT}.{consultation_id}"


def _take(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    hearing = desk.hearing_or_404(slug)
    try:
        kind, language, rows = signing.loads(
            request.POST.get("funnet", ""), salt=_salt(hearing.id), max_age=_A_DAY
        )
    except signing.BadSignature as error:
        raise BadInput("the page is too old", todo="Choose the file once more.") from error
    room = Room(desk, slug, kind, language)
    wanted = {number_in(each) for each in request.POST.getlist("del")}
    taken = [
        Taken(part, from_json(blocks), from_json(machine), seen, after, heading, shown)
        for number, (part, blocks, machine, seen, after, heading, shown) in enumerate(rows)
        if number in wanted
    ]
    if not taken:
        raise BadInput("no parts are chosen", todo="Tick one at least.")
    kept = actions.take_in(
        room.hearing.id, room.kind, language, taken, parts=room.machine, by=desk.user, now=room.now
    )
    beside = sum(not each.stands for each in kept)
    sentence = ngettext(
        "Én del er tatt inn fra Word.", "%(count)d deler er tatt inn fra Word.", len(kept)
    )
    messages.success(request, sentence % {"count": len(kept)})
    if beside:
        sentence = ngettext(
            "I én av dem har noen skrevet ved skrivebordet imens. Begge tekstene er tatt vare på:"
            " velg hvilken som skal stå.",
            "I %(count)d av dem har noen skrevet ved skrivebordet imens. Begge tekstene er tatt"
            " vare på: velg hvilken som skal stå.",
            beside,
        )
        messages.warning(request, sentence % {"count": beside})
    return redirect("desk:report-outline", slug, kind, language)
