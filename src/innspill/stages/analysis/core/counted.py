"""What is counted: each current response once, and the lines of the list of invited bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.register.core.values import Match

TallyKind = Literal["group", "members", "joint", "not-invited", "total"]
State = Literal["published", "waiting", "withheld"]


@dataclass(frozen=True, slots=True)
class Reported:
    """One response of the register with its public copy; `state` says whether it is shown.

    Every current response is counted; text is quoted only from published ones.
    """

    public: PublicResponse
    state: State
    senders: tuple[Match, ...] = ()
    """The register's senders, from which lines of the list are ticked off. Where they are
    missing, names are held against the list and a member cannot be tied to its line."""
    kind: str = "answer"
    """The kind that the register counts it under (`register.core.kinds.MAIN`)."""


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One group of invited bodies. invited = answered + silent; lines, a collective one is one.

    `member_responses` counts responses from members of collective lines, shown apart.
    `through_members` says how many of the answered lines only members answered for.
    """

    group: str
    invited: int
    answered: int
    silent: int
    member_responses: int
    collective: int = 0
    through_members: int = 0


@dataclass(frozen=True, slots=True)
class BodyFigures:
    """One invited line, and the references of the responses that answer for it.

    `members` names the members of a collective line that answered, each once.
    """

    group: str
    name: str
    collective: bool
    responses: tuple[str, ...]
    members: tuple[str, ...] = ()
