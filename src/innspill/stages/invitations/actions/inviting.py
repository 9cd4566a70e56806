"""The lines that a hearing invites, and what follows for those who are written to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.people.models import User
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.bodies import is_collective
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.invitations.actions import book
from innspill.stages.invitations.actions.addressing import bring_up_to_date, drop, take_back
from innspill.stages.invitations.core.entries import Entry, folded, sort_out
from innspill.stages.invitations.models import Recipient

UNSORTED = "Høringsinstanser"
"""The group of those that the list puts into none."""


@transaction.atomic
def change_list(
    consultation_id: int,
    groups: Sequence[Group],
    *,
    renamed: Mapping[str, str] | None = None,
    based_on: int,
    by: User,
    now: datetime,
) -> int:
    """Sets the groups and lines of a hearing; gives the new revision.

    Those written to on behalf of a line that is taken off are not written to any more; what was
    sent to them stays. `renamed` gives the new name of a line by its old one, so that it keeps
    them. Raises NotAllowed, Conflict where `based_on` is stale, and BadInput for a name twice.
    """
    _refuse_twins(groups)
    before = {body: name for body, _, name in hearings.bodies_of(consultation_id)}
    was = {m.name for g in hearings.by_id(consultation_id).definition.bodies for m in g.members}
    revision = consultations.set_bodies(
        consultation_id, groups, based_on=based_on, by=by, now=now
    )  # fmt: skip
    listed = {member.name for group in groups for member in group.members}
    after = {name: body for body, _, name in hearings.bodies_of(consultation_id)}
    for old, new in (renamed or {}).items():
        _move(old, new, before, after)
    drop([body for body, name in before.items() if name not in listed], now=now)
    take_back([body for body, name in before.items() if name in listed - was])
    bring_up_to_date(consultation_id, now=now)
    return revision


@transaction.atomic
def add_entries(
    consultation_id: int, entries: Iterable[Entry], *, based_on: int, by: User, now: datetime
) -> tuple[int, int]:
    """Invites those on a list that are not invited, and completes the others' addresses.

    All or none. Gives how many were added, and how many addresses were completed. Those without
    a group come into one of their own.
    """
    hearing = hearings.by_id(consultation_id)
    groups = hearing.definition.bodies
    numbers = dict(
        Recipient.objects.filter(body__group__consultation=consultation_id, is_member=False)
        .exclude(number="")
        .values_list("body__name", "number")
    )
    invited = [(m.name, numbers.get(m.name, "")) for group in groups for m in group.members]
    found = sort_out(entries, invited)
    if found.fresh:
        change_list(consultation_id, _with(groups, found.fresh), based_on=based_on, by=by, now=now)
    # Before the book knows the new ones, so that those who were just added are not counted twice.
    completed = bring_up_to_date(consultation_id, found.known, now=now)
    book.remember(hearing.owner_id, [*found.fresh, *found.known], by=by, now=now)
    bring_up_to_date(consultation_id, found.fresh, now=now)
    return len(found.fresh), completed


def _with(groups: Sequence[Group], fresh: Iterable[Entry]) -> tuple[Group, ...]:
    """The groups with the new lines at their ends; a group that is new comes last."""
    named = {folded(group.name): group.name for group in groups}
    added: dict[str, list[Member]] = defaultdict(list)
    for entry in fresh:
        name = entry.group.strip() or UNSORTED
        name = named.setdefault(folded(name), name)
        added[name].append(Member(name=entry.name, collective=is_collective(entry.name)))
    grown = [
        group.model_copy(update={"members": (*group.members, *added.pop(group.name, []))})
        for group in groups
    ]
    return (*grown, *(Group(name=name, members=tuple(new)) for name, new in added.items()))


def _move(old: str, new: str, before: Mapping[int, str], after: Mapping[str, int]) -> None:
    body = next((number for number, name in before.items() if name == old), None)
    if body is None or new not in after:
        return
    theirs = Recipient.objects.filter(body=body)
    theirs.filter(name=old).update(name=new)
    theirs.update(body_id=after[new])


def _refuse_twins(groups: Sequence[Group]) -> None:
    seen: dict[str, str] = {}
    for group in groups:
        for member in group.members:
            twin = seen.setdefault(folded(member.name), group.name)
            if twin != group.name or sum(m.name == member.name for m in group.members) > 1:
                raise BadInput("is on the list already", where=member.name, todo=f"See {twin}.")
