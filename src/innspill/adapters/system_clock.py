"""The time: the machine's, or one that an operator, a demo or a test has set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from innspill.shared.errors import BadInput


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """The present instant."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SetClock:
    """A clock that always shows one instant, so that a hearing of 2022 can be run as it was."""

    at: datetime

    def now(self) -> datetime:
        """The instant that was set."""
        return self.at


def clock_showing(text: str) -> SystemClock | SetClock:
    """The clock for a setting: the machine's for "", else one set to this ISO 8601 instant.

    Raises BadInput where it is no instant or has no offset.
    """
    if not text:
        return SystemClock()
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput(
            f"{text!r} is no instant", where="INNSPILL_NOW", todo="Write 2022-09-10T08:00:00Z."
        ) from error
    if at.tzinfo is None:
        raise BadInput(
            f"{text!r} has no offset", where="INNSPILL_NOW", todo="Add Z or +02:00 at the end."
        )
    return SetClock(at.astimezone(UTC))
