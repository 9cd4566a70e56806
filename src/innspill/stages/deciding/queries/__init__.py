"""The only way others read what was decided: the disposition that stands, and what is left."""

from innspill.stages.deciding.queries.assigned import (
    Work,
    assigned_ids,
    assignment,
    assignments_of,
    has_given,
    hearing_of,
    mine,
    to_remind,
    work,
    work_of,
)
from innspill.stages.deciding.queries.colleagues import (
    ClaimShown,
    NoteShown,
    claim_on,
    claims,
    noted_targets,
    notes,
)
from innspill.stages.deciding.queries.second_reading import is_of, rules_of, to_read
from innspill.stages.deciding.queries.standing import (
    OUTCOMES,
    DecidedRow,
    all_decided,
    decided,
    latest_of,
    left,
    shown,
)

__all__ = [
    "OUTCOMES",
    "ClaimShown",
    "DecidedRow",
    "NoteShown",
    "Work",
    "all_decided",
    "assigned_ids",
    "assignment",
    "assignments_of",
    "claim_on",
    "claims",
    "decided",
    "has_given",
    "hearing_of",
    "is_of",
    "latest_of",
    "left",
    "mine",
    "noted_targets",
    "notes",
    "rules_of",
    "shown",
    "to_read",
    "to_remind",
    "work",
    "work_of",
]
