"""Which response stands: numbers in order of receipt, one current response each, duplicates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.deadline import end_of_day
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.values import Passage, ResponseRead
from innspill.stages.register.core.adhering import adherence
from innspill.stages.register.core.kinds import kinds_of
from innspill.stages.register.core.lateness import is_late
from innspill.stages.register.core.names import fold
from innspill.stages.register.core.outright import given_senders, through_link
from innspill.stages.register.core.senders import claimed_name, match_senders
from innspill.stages.register.core.values import Arrival, Match, Registered
from innspill.stages.register.core.which_stands import sorted_out

Arrived = tuple[ResponseRead, Arrival]
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was read but is no response of its own. `duplicate_of` is the first one's file."""

    read: ResponseRead
    arrival: Arrival
    reason: Literal["unreadable", "duplicate"]
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """Everything that arrived: what is registered, and what was set aside and why."""

    registered: tuple[Registered, ...]
    set_aside: tuple[SetAside, ...]


def register(definition: Definition, reads: Sequence[Arrived]) -> tuple[Registered, ...]:
    """The register of `reads`; see `sort_out`. Unreadable files and exact copies are not in it."""
    return sort_out(definition, reads).registered


def sort_out(definition: Definition, reads: Sequence[Arrived]) -> Sorted:
    """Numbers `reads` in order of receipt and says which of them stand.

    Where the hearing asks for one response per organisation, a later one supersedes an earlier
    one of the same first sender. Those without a time of receipt come last, by file name, and
    an order that decides something on that ground is flagged "order-unknown".
    """
    kept, aside = part_copies(_in_order(reads))
    numbered = tuple(
        entered(definition, number, read, arrival)
        for number, (read, arrival) in enumerate(kept, start=1)
    )
    return Sorted(_with_standing(numbered, definition), aside)


def _in_order(reads: Iterable[Arrived]) -> tuple[Arrived, ...]:
    """`reads` by time of receipt, those without one last, and by file name among equals."""
    return tuple(sorted(reads, key=lambda each: (received_or_never(each[1]), each[0].file)))


def part_copies(reads: Iterable[Arrived]) -> tuple[tuple[Arrived, ...], tuple[SetAside, ...]]:
    """Responses, and apart from them what could not be read and what had come before.

    A copy is the same bytes again; the same bytes handed in by another sender are not, nor is the
    same letter with something else enclosed.
    """
    kept: list[Arrived] = []
    aside: list[SetAside] = []
    first: dict[tuple[str, CameWith], list[tuple[str | None, str]]] = {}
    for read, arrival in reads:
        claim = claim_of(read, arrival)
        known = first.setdefault((read.sha256, came_with(read)), [])
        seen = next((file for by, file in known if may_be_one(by, claim)), None)
        if read.kind == "unreadable":
            aside.append(SetAside(read, arrival, "unreadable"))
        elif seen is not None and not arrival.is_new_version:
            aside.append(SetAside(read, arrival, "duplicate", seen))
        else:
            known.append((claim, read.file))
            kept.append((read, arrival))
    return tuple(kept), tuple(aside)


CameWith = tuple[str, tuple[Passage, ...]]
"""The names of attachments that could not be read, and the text beside where some could."""


def came_with(read: ResponseRead) -> CameWith:
    """What came with a response, so that a letter sent again with what it lacked is no copy.

    Names alone tell nothing: a mail program gives a logo a new one each time.
    """
    unread = read.properties.get("attachments", "") if "attachment-unread" in read.flags else ""
    return unread, read.unplaced if "attachment" in read.flags else ()


DeadlineOf = Callable[[Match], datetime | None]
"""The first instant that is too late for a sender, who may have got a deadline of its own."""


def entered(  # noqa: PLR0917 - what makes an entry, in its order
    definition: Definition,
    number: int,
    read: ResponseRead,
    arrival: Arrival,
    deadline_of: DeadlineOf | None = None,
    senders: tuple[Match, ...] = (),
) -> Registered:
    """The entry of one response by itself, before it is held against the others.

    Without `deadline_of` the hearing's deadline holds for all; without `senders` they are found
    here.
    """
    senders = senders or senders_of(read, arrival, definition)
    supports = adherence(read, definition)
    ends = deadline_of(senders[0]) if deadline_of else _deadline(definition)
    late = is_late(arrival.counts_from, ends)
    return Registered(
        reference=f"{definition.case_number}-{number}",
        read=read,
        arrival=arrival,
        senders=senders,
        standing="current",
        late=late,
        supports=supports,
        flags=(*sender_flags(senders), *(("late",) if late else ())),
        kinds=kinds_of(read, senders, supports),
    )


def senders_of(read: ResponseRead, arrival: Arrival, definition: Definition) -> tuple[Match, ...]:
    """Who sent it: as given outright where it was, else as the document and its way in tell."""
    given = given_senders(arrival.form.senders, definition) if arrival.form else ()
    senders = given or match_senders(read, arrival, definition)
    if arrival.line is None:
        return senders
    return (through_link(senders[0], arrival.line, definition), *senders[1:])


def _deadline(definition: Definition) -> datetime | None:
    day = definition.deadline
    return end_of_day(day, definition.timezone) if day else None


def _with_standing(
    numbered: tuple[Registered, ...], definition: Definition
) -> tuple[Registered, ...]:
    standing = list(numbered)
    found = sorted_out(numbered, definition)
    for before, after in found.replaced.items():
        earlier, later = standing[before], standing[after]
        standing[before] = _superseded(earlier, later)
        standing[after] = _flagged(later, _order_flag(earlier, later))
    for addition, main in found.added.items():
        standing[addition] = replace(standing[addition], adds_to=standing[main].reference)
    return tuple(standing)


def _superseded(earlier: Registered, later: Registered) -> Registered:
    marked = replace(earlier, standing="superseded", superseded_by=later.reference)
    return _flagged(marked, _order_flag(earlier, later))


def _order_flag(earlier: Registered, later: Registered) -> tuple[str, ...]:
    known = earlier.arrival.received_at is not None and later.arrival.received_at is not None
    return () if known else ("order-unknown",)


def _flagged(entry: Registered, flags: tuple[str, ...]) -> Registered:
    return replace(entry, flags=tuple(dict.fromkeys((*entry.flags, *flags))))


def sender_flags(senders: Sequence[Match]) -> tuple[str, ...]:
    """What is to be seen to about the senders of a response."""
    flags = ["joint"] if len(senders) > 1 else []
    if any(sender.kind == "unknown" for sender in senders):
        flags.append("sender-unknown")
    elif any(sender.certainty is Certainty.UNSURE for sender in senders):
        flags.append("sender-unsure")
    return tuple(flags)


def received_or_never(arrival: Arrival) -> datetime:
    """When it was received; the end of time where nobody knows, so that it sorts last."""
    return arrival.received_at or _END_OF_TIME


def claim_of(read: ResponseRead, arrival: Arrival) -> str | None:
    """The name that a response came in under, folded; None where it came under none."""
    claimed = claimed_name(read, arrival)
    return fold(claimed[0]) if claimed else None


def may_be_one(claim: str | None, other: str | None) -> bool:
    """Whether two claims may be of one sender: the same name, or a name that is not known."""
    return None in (claim, other) or claim == other
