"""Where a response is counted: in one group, once, by the best claim of its senders."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from innspill.stages.analysis.core.counted import Reported, TallyKind
from innspill.stages.consultations.core.definition import Definition

Via = Literal["invited", "member", "open"]


@dataclass(frozen=True, slots=True)
class Place:
    """The row that a response is counted in. `group` is the group's name in the definition."""

    kind: TallyKind
    group: str | None
    via: Via


@dataclass(frozen=True, slots=True)
class Claim:
    """One sender's claim: by itself on the list, as a member of a line on it, or not invited."""

    name: str
    group: str | None
    body: str | None
    via: Via


def current(responses: Iterable[Reported]) -> tuple[Reported, ...]:
    """The responses that stand, in the order of their references; each reference once."""
    standing = {
        response.public.reference: response
        for response in responses
        if response.public.standing == "current"
    }
    return tuple(sorted(standing.values(), key=lambda each: natural(each.public.reference)))


def natural(reference: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which 22/448-9 comes before 22/448-10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", reference)
    return tuple((0, int(part), "") if part[0] in "0123456789" else (1, 0, part) for part in parts)


def claims(response: Reported, definition: Definition) -> tuple[Claim, ...]:
    """What each sender claims. Without the register's senders, names are held against the list."""
    if response.senders:
        return tuple(
            Claim(sender.name, sender.group, sender.body, sender.via) for sender in response.senders
        )
    public = response.public
    listed = _listed(definition)
    names = public.senders or (public.name,)
    found = tuple(
        Claim(name, *listed[name.casefold()], "invited")
        for name in names
        if name.casefold() in listed
    )
    if found:
        return found
    via: Via = "invited" if public.via == "invited" else "open"
    if public.via == "member":
        via = "member"
    return tuple(Claim(name, public.group, None, via) for name in names)


def place(response: Reported, definition: Definition) -> Place:
    """The one row that `response` is counted in.

    Senders on the list go before members, and members before the rest; senders of several
    groups share a row of their own, so that nobody is counted twice.
    """
    known = {group.name for group in definition.bodies}
    made = [claim for claim in claims(response, definition) if claim.group in known]
    invited = [claim for claim in made if claim.via == "invited"]
    members = [claim for claim in made if claim.via == "member"]
    via: Via = "invited" if invited else "member" if members else "open"
    groups = {claim.group for claim in (*invited, *members)}
    if not groups:
        return Place("not-invited", None, "open")
    if len(groups) > 1:
        return Place("joint", None, via)
    return Place("group" if invited else "members", groups.pop(), via)


def _listed(definition: Definition) -> dict[str, tuple[str, str]]:
    """Group and line by the casefolded name or alias of every invited body."""
    return {
        name.casefold(): (group.name, member.name)
        for group in reversed(definition.bodies)
        for member in group.members
        for name in (member.name, *member.aliases)
    }
