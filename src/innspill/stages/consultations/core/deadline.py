"""When a deadline ends. A date means the end of that day where the hearing is held."""

from __future__ import annotations

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
