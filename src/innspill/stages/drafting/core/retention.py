"""How long what nobody handed in is kept: text that was never sent is nobody's case document."""

from __future__ import annotations

from datetime import datetime, timedelta

KEPT = timedelta(days=90)
"""After the hearing is finished and nobody has touched the draft."""


def is_abandoned(*, changed_at: datetime, deadline_at: datetime | None, now: datetime) -> bool:
    """Whether a draft of a finished hearing, never handed in, has been left for long enough."""
    last = max(changed_at, deadline_at) if deadline_at else changed_at
    return now >= last + KEPT
