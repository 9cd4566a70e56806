"""How long what nobody handed in is kept: text that was never sent is nobody's case document."""

from __future__ import annotations

from datetime import datetime, timedelta

KEPT = timedelta(days=90)
"""After the hearing is finished and nobody has touched the draft."""
KEPT_EMPTY = timedelta(days=7)
"""For a draft in which nothing was ever written: there is nothing to lose."""
MOST_BEGUN = 2_000
"""So many drafts may be begun from a hearing's page within an hour: far more than people do."""


def is_abandoned(*, changed_at: datetime, deadline_at: datetime | None, now: datetime) -> bool:
    """Whether a draft of a finished hearing, never handed in, has been left for long enough."""
    last = max(changed_at, deadline_at) if deadline_at else changed_at
    return now >= last + KEPT
