"""What the register hands on: whose response it is and whether it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.filled import FilledForm
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
    number: str = ""
    """Its organisation number, where it is known."""


@dataclass(frozen=True, slots=True)
class KindFound:
    """One kind of response that it is (a code of `kinds.py`), how sure, and on what grounds.

    `by` is the person who said so, where one did.
    """

    code: str
    certainty: Certainty
    ground: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An invited line: its name and its group's."""

    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """When and how a file came. `received_at` is None where nobody said: then late is unknown.

    `form` is what was filled in on the web, `line` whose personal link it came through. Versions
    of one response have the same `thread`, and each its own `delivery`; `answered_at` is when
    these very answers first came, where an earlier version had them already.
    """

    received_at: datetime | None = None
    channel: str = "folder"
    sender: str | None = None
    line: Line | None = None
    form: FilledForm | None = None
    thread: int | None = None
    delivery: int | None = None
    answered_at: datetime | None = None

    @property
    def counts_from(self) -> datetime | None:
        """The time that says whether it is late."""
        return self.answered_at or self.received_at

    @property
    def is_new_version(self) -> bool:
        """Whether it takes the place of an earlier delivery of the same respondent."""
        return self.thread is not None and self.thread != self.delivery


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
    kinds: tuple[KindFound, ...] = ()
    adds_to: str | None = None
    """The response that it is an addition to: both stand."""

    @property
    def name(self) -> str:
        """The senders' names as one heading."""
        return ", ".join(sender.name for sender in self.senders)
