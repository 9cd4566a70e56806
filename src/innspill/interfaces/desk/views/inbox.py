"""Everything that arrived, and one delivery: the original beside its reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.forms import ClearanceForm, InboxFilter, SenderForm, SettleForm
from innspill.interfaces.ui import prose
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.paging import page_of
from innspill.pipeline import wiring
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition, Question
from innspill.stages.intake import queries as intake
from innspill.stages.publication import queries as sums
from innspill.stages.publication import rebuilding
from innspill.stages.publication import waiting as publication
from innspill.stages.publication.rebuilding import FileState
from innspill.stages.publication.waiting import PublicationShown
from innspill.stages.reading import queries as reading
from innspill.stages.reading.core.values import FACTS, Answer
from innspill.stages.reading.queries import FlagRow, ReadingShown
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow

_LONG = timedelta(minutes=5)
"""How long a delivery may wait for the virus scanner before the desk says so."""


@dataclass(frozen=True, slots=True)
class AnswerRead:
    """One answer as it was read, with its question and its text made ready for the page."""

    question: Question | None
    answer: Answer
    text: SafeString
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagShown:
    """A flag with the form that settles it, where this person may."""

    flag: FlagRow
    question: Question | None
    form: SettleForm | None


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """One response document: what was read, what became of it, and what can be done."""

    reading: ReadingShown
    answers: tuple[AnswerRead, ...]
    response: ResponseRow | None
    publication: PublicationShown | None
    files: tuple[FileState, ...]
    """Its public files, and those that could not be made."""
    flags: tuple[FlagShown, ...]
    facts: tuple[str, ...]
    """Flags that tell something and doubt nothing."""
    sender_form: SenderForm | None
    clearance_form: ClearanceForm | None


@require_safe
@at_the_desk
def inbox(request: HttpRequest, desk: Desk) -> HttpResponse:
    """All deliveries, those set aside too, filtered by hearing and state."""
    hearings = consultations.listed_for(desk.owners)
    asked = InboxFilter(request.GET, hearings=hearings)
    rows = intake.inbox(desk.owners, slug=asked.hearing, state=asked.state, tray=asked.tray)
    hearing = next((row for row in hearings if row.slug == asked.hearing), None)
    context = {
        "at": "inbox",
        "desk": desk,
        "filter": asked,
        "hearing": hearing,
        "count": len(rows),
        "rows": page_of(request, rows),
        "ledger": sums.ledger(hearing.id) if hearing else sums.ledger_for(desk.owners),
        "trays": intake.trays(desk.owners, slug=asked.hearing),
        "unsifted": _waiting_for_the_scanner(),
    }
    return render(request, "desk/inbox.html", context)


def _waiting_for_the_scanner() -> tuple[int, datetime] | None:
    """How many wait for the virus scanner, and since when, where they have waited for long."""
    many, since = intake.unsifted_since() if settings.CLAMD else (0, None)
    is_long = since is not None and since < wiring.clock().now() - _LONG
    return (many, since) if since is not None and is_long else None


@require_safe
@at_the_desk
def delivery(request: HttpRequest, desk: Desk, number: int) -> HttpResponse:
    """One delivery with the original's text beside what was read out of it."""
    found = intake.delivery(number, desk.owners)
    if found is None:
        raise Http404
    slug = found.consultation_slug
    hearing = consultations.shown_to(slug, desk.owners) if slug else None
    definition = hearing.definition if hearing else None
    documents = [
        _document(desk, shown, definition) for shown in reading.readings_of(number, desk.owners)
    ]
    context = {
        "at": "inbox",
        "desk": desk,
        "delivery": found,
        "hearing": hearing,
        "definition": definition,
        "documents": documents,
        "replaced_by": intake.newer_version(number),
        "may": desk.may(found.owner_id, "caseworker"),
    }
    return render(request, "desk/delivery.html", context)


@require_safe
@at_the_desk
def original(_request: HttpRequest, desk: Desk, number: int, position: int) -> HttpResponse:
    """One file exactly as it was sent, never opened by the browser in our name."""
    found = intake.original(number, position, desk.owners, wiring.store())
    if found is None:
        raise Http404
    name, data = found
    return attachment(data, name)


def _document(desk: Desk, shown: ReadingShown, definition: Definition | None) -> DocumentShown:
    response = register.response_of_reading(shown.id, desk.owners)
    state = (
        publication.publication_of(response.consultation_slug, response.number, desk.owners)
        if response
        else None
    )
    caseworker = response is not None and desk.may(response.owner_id, "caseworker")
    lead = response is not None and desk.may(response.owner_id, "lead")
    return DocumentShown(
        reading=shown,
        answers=tuple(_answers(shown, definition)),
        response=response,
        publication=state,
        files=tuple(rebuilding.states_of(response.id)) if response else (),
        flags=tuple(flag_shown(desk, flag, definition) for flag in shown.flags),
        facts=tuple(flag for flag in shown.read.flags if flag in FACTS),
        sender_form=SenderForm.of(shown, response) if response and caseworker else None,
        clearance_form=ClearanceForm() if state and lead and state.state == "waiting" else None,
    )


def flag_shown(desk: Desk, flag: FlagRow, definition: Definition | None) -> FlagShown:
    """A flag with its question, and the form that settles it where this person may."""
    question = question_of(definition, flag.question)
    may = flag.settled is None and desk.may(flag.owner_id, "caseworker")
    return FlagShown(flag, question, SettleForm(flag=flag, question=question) if may else None)


def question_of(definition: Definition | None, question_id: str) -> Question | None:
    """The question with this id, or None."""
    questions = definition.questions if definition else ()
    return next((question for question in questions if question.id == question_id), None)


def _answers(shown: ReadingShown, definition: Definition | None) -> list[AnswerRead]:
    notes = prose.Notes(
        (note.mark for note in shown.read.footnotes), prefix=f"{shown.position}-"
    )  # fmt: skip
    return [
        AnswerRead(
            question_of(definition, answer.question),
            answer,
            prose.written(answer.text, notes),
            tuple(dict.fromkeys(origin.block for origin in answer.origin)),
        )
        for answer in shown.read.answers
    ]
