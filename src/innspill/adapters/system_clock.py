"""The time: the machine's, or one that an operator, a demo or a test has set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class SteppedClock:
    """The machine's clock, ahead of it by as many seconds as a file says now: to try what happens
    when a clock is set.
    """

    file: Path

    def now(self) -> datetime:
        """The present instant, moved. Raises BadInput where the file does not say by how much."""
        try:
            ahead = timedelta(seconds=float(self.file.read_text(encoding="ascii")))
        except (OSError, ValueError) as error:
            raise BadInput(
                "the file does not say how many seconds", where=f"INNSPILL_NOW {self.file}",
                todo="Write a number such as -3600.",
            ) from error  # fmt: skip
        return datetime.now(UTC) + ahead


def clock_showing(text: str) -> SystemClock | SetClock | SteppedClock:
    """The clock for a setting: the machine's for "", else one set to this ISO 8601 instant, or one
    that is as far ahead as a file says ("@file").

    Raises BadInput where it is no instant or has no offset.
    """
    if not text:
        return SystemClock()
    if text.startswith("@"):
        return SteppedClock(Path(text[1:]))
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
