"""What is decided in tests: on comments by their numbers, each as it is seen now."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from innspill.shared.people.models import User
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import Decided, Target
from tests.stages.conftest import NOW


def decide_on(
    comment_ids: Collection[int],
    *,
    by: User,
    outcome: str = "noted",
    reason: str = "Sett.",
    **more: Any,
) -> Decided:
    """The same word on each of these comments of one hearing."""
    rows = analysis.comments_by_id(comment_ids)
    hearing = consultations.id_of(rows[0].consultation_slug)
    assert hearing is not None
    seen = queries.seen(hearing, [Target("comment", row.fingerprint) for row in rows])
    return actions.decide(hearing, seen, outcome=outcome, reason=reason, by=by, now=NOW, **more)
