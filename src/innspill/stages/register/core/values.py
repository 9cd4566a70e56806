"""What the register hands on: whose response it is and whether it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import ResponseRead

SenderKind = Literal["organisation", "person", "unknown"]
Standing = Literal["current", "superseded", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Match:
    """A sender held against the invited bodies.

    `body` is the invited line it answers for, `group` that line's group; `via` is
    "invited" (itself on the list), "member" (of a collective line) or "open" (not invited).
    """

    name: str
    kind: SenderKind
    body: str | None
    group: str | None
    via: Literal["invited", "member", "open"]
    certainty: Certainty
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """When and how a file came. `received_at` is None where nobody said: then late is unknown."""

    received_at: datetime | None = None
    channel: str = "folder"
    sender: str | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """One response in the register: sender(s), standing and lateness.

    `reference` names it for people ("22/448-7"). `late` is None where the time of receipt is
    unknown. `supports` names the body whose response it adheres to.
    """

    reference: str
    read: ResponseRead
    arrival: Arrival
    senders: tuple[Match, ...]
    standing: Standing
    late: bool | None
    superseded_by: str | None = None
    supports: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The senders' names as one heading."""
        return ", ".join(sender.name for sender in self.senders)
