"""An owner's address book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people import queries as people
from innspill.shared.people.models import User
from innspill.stages.invitations.core.entries import Entry, folded
from innspill.stages.invitations.models import Contact


@transaction.atomic
def save_contact(
    owner_id: int,
    entry: Entry,
    *,
    contact_id: int | None = None,
    tags: Sequence[str] = (),
    by: User,
    now: datetime,
) -> int:
    """Adds or changes an entry. Raises NotAllowed, and BadInput where the name is taken."""
    people.require(by, owner_id, "caseworker")
    theirs = Contact.objects.filter(owner=owner_id)
    row = theirs.filter(pk=contact_id).first() if contact_id else None
    row = row or Contact(owner_id=owner_id)
    if any(folded(twin.name) == folded(entry.name) and twin.pk != row.pk for twin in theirs):
        raise BadInput("is in the address book already", where=entry.name, todo="Change that one.")
    _describe(row, entry, now)
    row.tags = [tag.strip() for tag in tags if tag.strip()][:10]
    row.save()
    journal.write("contact-saved", f"contact {row.pk}", actor=by.get_username(),
                  detail={"owner": owner_id}, at=now)  # fmt: skip
    return row.pk


@transaction.atomic
def remove_contact(contact_id: int, *, by: User, now: datetime) -> None:
    """Takes an entry out; hearings keep what they took from it. Nothing where it is gone."""
    row = Contact.objects.filter(pk=contact_id).first()
    if row is None:
        return
    people.require(by, row.owner_id, "caseworker")
    row.delete()
    journal.write(
        "contact-removed", f"contact {contact_id}", actor=by.get_username(), detail={}, at=now
    )


@transaction.atomic
def remember(
    owner_id: int, entries: Iterable[Entry], *, by: User, now: datetime
) -> tuple[int, int]:
    """Puts entries into the address book: new ones are added, known ones get what they lacked.

    What stands in the book is not overwritten. Gives how many were added and how many completed.
    """
    people.require(by, owner_id, "caseworker")
    known = {folded(row.name): row for row in Contact.objects.filter(owner=owner_id)}
    fresh: list[Contact] = []
    completed: list[Contact] = []
    for entry in entries:
        row = known.get(folded(entry.name))
        if row is None:
            row = Contact(owner_id=owner_id)
            _describe(row, entry, now)
            known[folded(entry.name)] = row
            fresh.append(row)
        elif complete(row, entry):
            row.changed_at = now
            if row.pk:
                completed.append(row)
    Contact.objects.bulk_create(fresh, batch_size=500)
    Contact.objects.bulk_update(completed, [*FACTS, "changed_at"], batch_size=500)
    if fresh or completed:
        detail = {"added": len(fresh), "completed": len(completed)}
        journal.write("contacts-taken-in", f"owner {owner_id}", actor=by.get_username(),
                      detail=detail, at=now)  # fmt: skip
    return len(fresh), len(completed)


FACTS = ("number", "email", "address", "language")


def complete(row: object, entry: object) -> bool:
    """Fills in what `row` lacks and `entry` has; True where that was something."""
    changed = False
    for name in FACTS:
        if not getattr(row, name) and getattr(entry, name):
            setattr(row, name, getattr(entry, name))
            changed = True
    return changed


def _describe(row: Contact, entry: Entry, now: datetime) -> None:
    row.name, row.number, row.email = entry.name, entry.number, entry.email
    row.address, row.language, row.changed_at = entry.address, entry.language, now
