"""The only way others read what was decided: the disposition that stands, and what is left."""

from innspill.stages.deciding.queries.closings import (
    ClosingShown,
    closings,
    finished_with,
    is_finished,
)
from innspill.stages.deciding.queries.completeness import (
    Completeness,
    completeness_of,
    has_second_reader,
    ledger,
    left_points,
)
from innspill.stages.deciding.queries.measures import (
    FOLLOWED,
    Candidate,
    MeasureOpened,
    all_measures,
    candidates,
    comment_names,
    measure,
    measure_of_each,
    measures,
    requirements,
)
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
    "FOLLOWED",
    "OUTCOMES",
    "Candidate",
    "ClosingShown",
    "Completeness",
    "DecidedRow",
    "MeasureOpened",
    "all_decided",
    "all_measures",
    "candidates",
    "closings",
    "comment_names",
    "completeness_of",
    "decided",
    "finished_with",
    "has_second_reader",
    "is_finished",
    "latest_of",
    "ledger",
    "left",
    "left_points",
    "measure",
    "measure_of_each",
    "measures",
    "requirements",
    "shown",
]
