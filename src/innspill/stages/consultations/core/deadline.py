"""When a deadline ends. A date means the end of that day where the hearing is held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from innspill.shared.errors import BadInput


def zone(name: str) -> ZoneInfo:
    """The time zone called `name` ("Europe/Oslo"). Raises BadInput where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            f"there is no time zone called {name!r}",
            todo="Give a name such as Europe/Oslo.",
        ) from error


def end_of_day(day: date, timezone: str) -> datetime:
    """The first instant after `day` in `timezone`, in UTC: what comes before it is in time.

    It is the next local midnight, so a day may last 23 or 25 hours. Raises BadInput where
    there is no such time zone.
    """
    return start_of_day(day + timedelta(days=1), timezone)


def start_of_day(day: date, timezone: str) -> datetime:
    """Local midnight at the start of `day` in `timezone`, in UTC. Raises BadInput as above."""
    return datetime.combine(day, time.min, tzinfo=zone(timezone)).astimezone(UTC)


def standing_day(last_day: date | None, extensions: Sequence[date | None]) -> date | None:
    """The last day that counts for one body: the hearing's, or its own where that is later.

    `last_day` is the deadline for all (None: there is none, so nothing is late). `extensions`
    are the words on the body's own deadline in the order in which they were given: a day where
    it was granted, None where it was refused. The latest word stands; a refusal leaves what
    holds for all. When the deadline for all is moved past an extension, it counts for the body
    too: an extension never shortens.
    """
    own = extensions[-1] if extensions else None
    if last_day is None or own is None:
        return last_day
    return max(last_day, own)


def deadline_for(
    last_day: date | None, extensions: Sequence[date | None], timezone: str
) -> datetime | None:
    """The first instant that is too late for one body, in UTC; None where nothing is.

    Takes what `standing_day` takes. Raises BadInput where there is no such time zone.
    """
    day = standing_day(last_day, extensions)
    return None if day is None else end_of_day(day, timezone)


def is_late(moment: datetime, deadline: datetime | None) -> bool:
    """Whether what was sent at `moment` came after `deadline`, the first instant that is too late."""
    return deadline is not None and moment >= deadline
