"""The only way others read what was decided: the disposition that stands, and what is left."""

from innspill.stages.deciding.queries.board import (
    Board,
    BoardFilter,
    BoardRow,
    DecidedPage,
    Neighbours,
    board,
    neighbours,
    page,
)
from innspill.stages.deciding.queries.led_to import ChangeListed, all_text_changes, text_changes
from innspill.stages.deciding.queries.reasons import (
    ReasonShown,
    WordingShown,
    all_reasons,
    reasons,
    suggested_for,
    uses_of,
)
from innspill.stages.deciding.queries.standing import (
    DecidedRow,
    all_decided,
    decided,
    left,
    with_dispositions,
)
from innspill.stages.deciding.queries.targets import (
    TargetShown,
    comments_of,
    last_said_by,
    like_group,
    target_shown,
    versions,
)
from innspill.stages.deciding.queries.text_changes import change
from innspill.stages.deciding.queries.words import (
    OUTCOMES,
    Standing,
    dispositions,
    latest_of,
    seen,
    standing_of,
)

__all__ = [
    "OUTCOMES",
    "Board",
    "BoardFilter",
    "BoardRow",
    "ChangeListed",
    "DecidedPage",
    "DecidedRow",
    "Neighbours",
    "ReasonShown",
    "Standing",
    "TargetShown",
    "WordingShown",
    "all_decided",
    "all_reasons",
    "all_text_changes",
    "board",
    "change",
    "comments_of",
    "decided",
    "dispositions",
    "last_said_by",
    "latest_of",
    "left",
    "like_group",
    "neighbours",
    "page",
    "reasons",
    "seen",
    "standing_of",
    "suggested_for",
    "target_shown",
    "text_changes",
    "uses_of",
    "versions",
    "with_dispositions",
]
