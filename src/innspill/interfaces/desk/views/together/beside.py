"""What stands beside the form of a target: who works on it, what colleagues wrote, whose it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from innspill.interfaces.desk.access import Desk
from innspill.interfaces.desk.together_forms import NoteForm
from innspill.interfaces.desk.views.together.shared_work import assignment_words
from innspill.pipeline import wiring
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow, Light
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.assigned import AssignmentShown
from innspill.stages.deciding.core.values import Target


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """Who works on a target, and until when."""

    by: str
    until: datetime
    mine: bool


def beside(
    request: HttpRequest,
    desk: Desk,
    hearing: ConsultationShown,
    target: Target,
    comments: Collection[CommentRow | Light] = (),
) -> dict[str, object]:
    """Context for `desk/together/{claim,assigned,notes}.html`; claims the target for who opens it.

    `comments` are those that the target covers. A page that is only read by who may not decide
    claims nothing, nor does one of a finished hearing, of what is marked as no comment, or one that somebody else has: both texts are kept, whoever saves first.
    """
    now = wiring.clock().now()
    is_open = not deciding.is_finished(hearing.id)
    is_marked = any(isinstance(one, CommentRow) and one.remainder for one in comments)
    if (
        request.method == "GET"
        and is_open
        and not is_marked
        and desk.may(hearing.owner_id, "caseworker")
    ):
        actions.claim(hearing.id, target, by=desk.user, now=now)
    targets = [target, *(Target("theme", str(pk)) for one in comments for pk in one.stood_in)]
    wide = target.scope != "comment"
    themes = analysis.theme_labels(hearing.id)
    assignments = (
        [
            assignment
            for assignment in _active(desk, hearing)
            if str(assignment.wanted.get("theme")) == target.key
        ]
        if target.scope == "theme"
        else deciding.has_given(hearing.id, [one.id for one in comments])
    )
    return {
        "beside_target": target,
        "claim": claim_line(desk, hearing, target, now),
        "colleague_notes": deciding.notes(
            hearing.slug, desk.owners, [target] if wide else list(dict.fromkeys(targets))
        ),
        "note_form": NoteForm(),
        "assigned": [
            (assignment, assignment_words(assignment.wanted, hearing.definition, themes))
            for assignment in assignments
        ],
    }


def _active(desk: Desk, hearing: ConsultationShown) -> list[AssignmentShown]:
    """The assignments of a hearing that have not ended."""
    return [
        assignment
        for assignment in deciding.assignments_of(hearing.slug, desk.owners)
        if not assignment.ended_at
    ]


def claim_line(
    desk: Desk, hearing: ConsultationShown, target: Target, now: datetime
) -> ClaimLine | None:
    """Who works on a target now; None where nobody does."""
    found = deciding.claim_on(hearing.id, target, now)
    if found is None:
        return None
    return ClaimLine(found.by, found.until, found.by_id == desk.user.pk)
