"""Colleagues are reminded of comments they were given: once some days ahead, once when it is over."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.people import queries as people
from innspill.shared.post import actions as post
from innspill.shared.post import queries as post_queries
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions as deciding_actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.assigned import (
    AssignmentShown,
    Occasion,
    day_of,
    occasion,
    tally,
)
from innspill.stages.deciding.core.reminders import LetterText, Reminded, reminder
from innspill.stages.deciding.queries import Work


def due() -> list[int]:
    """The assignments whose due day is near or over, and that nobody was told about yet.

    None while no mail goes out: nobody is reminded months later of what lay waiting for a server.
    """
    return deciding.to_remind(wiring.clock().now()) if post_queries.is_set_up() else []


def remind(assignment_id: int, *, now: datetime) -> None:
    """Tells who was given an assignment what is left of it; in one transaction with the note that it is told.

    Assignments of the same person with the same due day are told in one mail. Nothing is mailed where
    nothing is left, or where there is no address: the page of what is left says it all the same.
    """
    with transaction.atomic():
        hearing_id = deciding.hearing_of(assignment_id)
        if hearing_id is None:
            return
        hearing = consultations.by_id(hearing_id)
        stands = deciding.work_of(hearing_id)
        today = day_of(now, hearing.definition.timezone)
        found = [each for each in stands.assignments if each.id == assignment_id]
        if not found:  # taken back in this very moment
            return
        first = found[0]
        same = [
            assignment
            for assignment in stands.assignments
            if (assignment.to_id, assignment.to, assignment.mail, assignment.due)
            == (first.to_id, first.to, first.mail, first.due)
        ]
        assignments = [
            assignment for assignment in same if _when(assignment, today) == _when(first, today)
        ]
        _tell(assignments, stands, hearing, now)


def _when(assignment: AssignmentShown, today: date) -> Occasion | None:
    reminded, told_over = assignment.reminded_on is not None, assignment.told_over_on is not None
    return occasion(assignment.due, today, reminded=reminded, told_over=told_over)


def _tell(
    assignments: list[AssignmentShown], stands: Work, hearing: ConsultationShown, now: datetime
) -> None:
    today, first = day_of(now, hearing.definition.timezone), assignments[0]
    when = _when(first, today)
    if when is None or first.due is None:
        return
    sums = tally(stands.states, stands.of(assignments))
    to = _address(first, hearing) if sums.left else ""
    news = [
        deciding_actions.reminded(assignment.id, when, on=today, mailed=bool(to), now=now)
        for assignment in assignments
    ]
    if any(news) and to:
        unit = "" if first.to_id else first.to
        said = Reminded(sums.left, sums.comments, first.due, unit)
        _queue(first, hearing, to, reminder(hearing.definition, when, said, _link(hearing)), now)


def _address(assignment: AssignmentShown, hearing: ConsultationShown) -> str:
    """Where it is mailed to: an address that can be one, of somebody who still works on the hearing."""
    there = {each.email for each in people.colleagues(hearing.owner_id)}
    if not assignment.mail or assignment.mail not in there:
        return ""
    try:
        return post.checked_address(assignment.mail)
    except BadInput:
        return ""


def _link(hearing: ConsultationShown) -> str:
    base = str(settings.PUBLIC_ADDRESS or "")
    return f"{base}{reverse('desk:left', args=[hearing.slug])}" if base else ""


def _queue(
    assignment: AssignmentShown,
    hearing: ConsultationShown,
    to: str,
    letter: LetterText,
    now: datetime,
) -> None:
    post.queue(
        to=to,
        subject=letter.subject[:300],
        text=letter.text,
        about=f"assignment {assignment.id}",
        from_name=hearing.owner,
        now=now,
        store=wiring.store(),
    )
