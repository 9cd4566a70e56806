"""What a page says about a deadline. Time is handed in; the rule itself is the stage's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from innspill.shared.days import last_day
from innspill.stages.consultations.queries import ConsultationRow


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, whether it has passed, and how many days are left (0 on the last day)."""

    last_day: date | None
    is_open: bool
    is_past: bool
    days_left: int | None

    @classmethod
    def of(cls, row: ConsultationRow, now: datetime, own: datetime | None = None) -> Deadline:
        """The deadline of `row` as it stands `now`; `own` is one that a body was granted."""
        if row.deadline_at is None:
            return cls(None, row.is_open(now), is_past=False, days_left=None)
        at = max(row.deadline_at, own) if own else row.deadline_at
        last = last_day(at, timezone.get_current_timezone())
        left = (last - timezone.localtime(now).date()).days
        if at == row.deadline_at:
            return cls(last, row.is_open(now), row.is_past(now), left)
        started = row.opens_at is None or row.opens_at <= now
        is_open = row.status in {"open", "closed"} and started and now < at
        return cls(last, is_open, now >= at, left)

    @property
    def status(self) -> str:
        """The status to show where the clock has overtaken the stored one: "closed"."""
        return "open" if self.is_open else "closed"
