"""Who is written to on behalf of an invited line, and at which address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people import queries as people
from innspill.shared.people.models import User
from innspill.stages.consultations import queries as hearings
from innspill.stages.invitations.actions.book import FACTS, complete
from innspill.stages.invitations.core.entries import Entry, folded
from innspill.stages.invitations.models import Contact, Recipient


@transaction.atomic
def derive(consultation_id: int, *, by: User, now: datetime) -> None:
    """Sees to it that every line that stands for itself has somebody who is written to.

    Addresses come from the owner's address book, by name or number.
    """
    people.require(by, hearings.by_id(consultation_id).owner_id, "caseworker")
    bring_up_to_date(consultation_id, now=now)


@transaction.atomic
def complete_from_book(consultation_id: int, *, by: User, now: datetime) -> int:
    """Fills in what recipients lack and the address book has; gives how many that helped."""
    hearing = hearings.by_id(consultation_id)
    people.require(by, hearing.owner_id, "caseworker")
    completed = bring_up_to_date(consultation_id, now=now)
    detail = {"completed": completed}
    journal.write("recipients-completed", f"consultation {consultation_id}",
                  actor=by.get_username(), detail=detail, at=now)  # fmt: skip
    return completed


@transaction.atomic
def add_recipient(
    body_id: int, entry: Entry, *, is_member: bool = False, by: User, now: datetime
) -> int:
    """Adds somebody to write to on behalf of a line: a further address, or a member."""
    row = Recipient(body_id=body_id, is_member=is_member, added_at=now)
    _require(row, by)
    _describe(row, entry)
    _save(row)
    _told("recipient-added", row.pk, by, now)
    return row.pk


@transaction.atomic
def save_recipient(recipient_id: int, entry: Entry, *, by: User, now: datetime) -> None:
    """Changes name and addresses. Raises NotAllowed, and BadInput where the line has that name."""
    row = Recipient.objects.select_related("body__group").get(pk=recipient_id)
    _require(row, by)
    _describe(row, entry)
    _save(row)
    _told("recipient-changed", row.pk, by, now)


@transaction.atomic
def remove_recipient(recipient_id: int, *, by: User, now: datetime) -> None:
    """Writes to them no more. What was sent, and what they answered, stays."""
    row = Recipient.objects.select_related("body__group").get(pk=recipient_id)
    _require(row, by)
    _gone([row], now)
    _told("recipient-removed", recipient_id, by, now)


@transaction.atomic
def expand(body_id: int, entries: Sequence[Entry], *, by: User, now: datetime) -> tuple[int, int]:
    """Adds the members that a collective line, or a body with parts, stands for.

    Those there already are left as they are. Gives how many were added and how many were there.
    """
    first = Recipient(body_id=body_id)
    _require(first, by)
    there = Recipient.objects.filter(body=body_id, removed_at=None)
    names = {folded(row.name) for row in there}
    numbers = {row.number for row in there if row.number}
    fresh: list[Recipient] = []
    for entry in entries:
        if folded(entry.name) in names or (entry.number and entry.number in numbers):
            continue
        names.add(folded(entry.name))
        numbers.add(entry.number)
        row = Recipient(body_id=body_id, is_member=True, added_at=now)
        _describe(row, entry)
        fresh.append(row)
    _from_book(first.body.group.consultation.owner_id, fresh)
    Recipient.objects.bulk_create(fresh, batch_size=500)
    detail = {"added": len(fresh), "known": len(entries) - len(fresh)}
    journal.write(
        "body-expanded", f"body {body_id}", actor=by.get_username(), detail=detail, at=now
    )
    return len(fresh), len(entries) - len(fresh)


def bring_up_to_date(consultation_id: int, entries: Iterable[Entry] = (), *, now: datetime) -> int:
    """Makes missing recipients and fills in what they lack: from `entries`, then from the book.

    Inside the caller's transaction; gives how many were completed.
    """
    hearing = hearings.by_id(consultation_id)
    collective = {
        m.name for group in hearing.definition.bodies for m in group.members if m.collective
    }
    listed = {m.name for group in hearing.definition.bodies for m in group.members}
    rows = list(
        Recipient.objects.filter(body__group__consultation=consultation_id, removed_at=None)
    )
    # Whoever was taken off by hand is not put back.
    taken_off = Recipient.objects.filter(body__group__consultation=consultation_id).exclude(
        removed_at=None
    )
    known = {row.body_id for row in rows} | set(taken_off.values_list("body", flat=True))
    fresh = [
        Recipient(body_id=body, name=name, added_at=now)
        for body, _, name in hearings.bodies_of(consultation_id)
        if body not in known and name in listed and name not in collective
    ]
    by_name = {folded(entry.name): entry for entry in entries}
    changed = [row for row in (*rows, *fresh) if _completed(row, by_name.get(folded(row.name)))]
    changed += _from_book(hearing.owner_id, [row for row in (*rows, *fresh) if not row.email])
    completed = {row.pk: row for row in changed if row.pk is not None}
    Recipient.objects.bulk_update(completed.values(), FACTS, batch_size=500)
    Recipient.objects.bulk_create(fresh, batch_size=500)
    return len({id(row) for row in changed})


def drop(bodies: Sequence[int], *, now: datetime) -> None:
    """Writes no more to those of lines that are off the list, inside the caller's transaction."""
    _gone(list(Recipient.objects.filter(body__in=bodies, removed_at=None)), now)


def take_back(bodies: Sequence[int]) -> None:
    """Writes again to those of lines that are on the list again, inside the caller's transaction."""
    Recipient.objects.filter(body__in=bodies).exclude(removed_at=None).update(removed_at=None)


def _gone(rows: Sequence[Recipient], now: datetime) -> None:
    for row in rows:
        try:
            with transaction.atomic():
                row.delete()
        except ProtectedError:
            # A letter or a draft refers to it.
            Recipient.objects.filter(pk=row.pk).update(removed_at=now)


def _from_book(owner_id: int, rows: Sequence[Recipient]) -> list[Recipient]:
    """Fills in what `rows` lack and the book has; gives those that this helped."""
    if not rows:
        return []
    contacts = list(Contact.objects.filter(owner=owner_id))
    names = {folded(contact.name): contact for contact in contacts}
    numbers = {contact.number: contact for contact in contacts if contact.number}
    return [
        row
        for row in rows
        if _completed(row, names.get(folded(row.name)) or numbers.get(row.number))
    ]


def _completed(row: Recipient, source: object | None) -> bool:
    return source is not None and complete(row, source)


def _describe(row: Recipient, entry: Entry) -> None:
    row.name, row.number, row.email = entry.name, entry.number, entry.email
    row.address, row.language = entry.address, entry.language


def _save(row: Recipient) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise BadInput("is written to already", where=row.name, todo="Change that one.") from error


def _require(row: Recipient, by: User) -> None:
    people.require(by, row.body.group.consultation.owner_id, "caseworker")


def _told(verb: str, recipient_id: int, by: User, now: datetime) -> None:
    journal.write(verb, f"recipient {recipient_id}", actor=by.get_username(), detail={}, at=now)
