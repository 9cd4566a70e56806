"""Where those who are invited stand, and counts that say what they are shares of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Standing = Literal[
    "answered", "no-remarks", "declined", "will-come", "drafted", "opened", "not-reached", "queued",
    "silent", "not-invited",
]  # fmt: skip
STANDINGS: tuple[Standing, ...] = (
    "answered", "no-remarks", "declined", "will-come", "drafted", "opened", "silent", "queued",
    "not-reached", "not-invited",
)  # fmt: skip
"""From what says most to what says least, the order in which they are shown."""
DONE: frozenset[Standing] = frozenset({"answered", "no-remarks", "declined"})
"""Those who are not reminded: they have said what they want to say."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one recipient. `mails` are the states of what was sent, oldest first."""

    mails: tuple[str, ...] = ()
    opened: bool = False
    declined: bool = False
    drafted: bool = False
    answered: bool = False
    no_remarks: bool = False
    promised: bool = False
    """Whether it said that an answer will come."""


def standing_of(seen: Seen) -> Standing:
    """The one standing that says most about a recipient.

    An answer counts whichever way it came; a mail that failed does not, where a later one got
    through or the link was opened all the same.
    """
    if seen.answered:
        return "no-remarks" if seen.no_remarks else "answered"
    if seen.declined:
        return "declined"
    if seen.promised:
        return "will-come"
    if seen.drafted:
        return "drafted"
    if seen.opened:
        return "opened"
    return _of_mails(seen.mails)


def _of_mails(mails: Sequence[str]) -> Standing:
    if not mails:
        return "not-invited"
    if "sent" in mails:
        return "silent"
    if mails[-1] in {"waiting", "sending"}:
        return "queued"
    return "not-reached"


@dataclass(frozen=True, slots=True)
class Line:
    """One invited line: a body that stands for itself, or a collective one with its members."""

    body_id: int
    name: str
    group: str
    collective: bool
    recipients: tuple[Standing, ...]
    """Of those who are written to on its behalf; of a collective one, of each member."""
    answered_itself: bool = False
    """Whether a response stands in the name of the line, whoever of it was written to."""
    responses: int = 0
    """How many responses the register counts under the line, also of those not written to."""

    @property
    def standing(self) -> Standing:
        """The standing that says most among its recipients; of a collective line, of all of it."""
        if self.answered_itself and not any(each in DONE for each in self.recipients):
            return "answered"
        return min(self.recipients, key=STANDINGS.index, default="not-invited")

    @property
    def members(self) -> int:
        """How many members it was expanded to; none where it stands for itself."""
        return len(self.recipients) if self.collective else 0

    @property
    def members_answered(self) -> int:
        """How many of the members answered, also those without remarks."""
        said = {"answered", "no-remarks"}
        return sum(each in said for each in self.recipients) if self.collective else 0


@dataclass(frozen=True, slots=True)
class Counts:
    """Three counts that are never mixed: lines that stand for themselves, collective lines, members.

    The counts of `own` add up to the lines that stand for themselves, those of `members` to the
    members that the collective lines were expanded to.
    """

    own: Mapping[Standing, int]
    collective_lines: int
    unexpanded: int
    """Collective lines that were not expanded, so that nobody of them is written to."""
    members: Mapping[Standing, int]

    @property
    def own_lines(self) -> int:
        """How many lines stand for themselves."""
        return sum(self.own.values())

    @property
    def all_members(self) -> int:
        """How many members the collective lines have."""
        return sum(self.members.values())

    @property
    def lines(self) -> int:
        """How many lines the list has."""
        return self.own_lines + self.collective_lines


def counted(lines: Iterable[Line]) -> Counts:
    """The counts over the lines of a hearing."""
    own: Counter[Standing] = Counter()
    members: Counter[Standing] = Counter()
    collective = unexpanded = 0
    for line in lines:
        if not line.collective:
            own[line.standing] += 1
            continue
        collective += 1
        unexpanded += not line.recipients
        members.update(line.recipients)
    return Counts(_ordered(own), collective, unexpanded, _ordered(members))


def _ordered(counts: Counter[Standing]) -> dict[Standing, int]:
    return {each: counts[each] for each in STANDINGS if counts[each]}
