"""The only way others read who is written to about a hearing, and what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet

from innspill.shared.errors import BadLink
from innspill.stages.invitations.models import Recipient

_SALT = "innspill.invitations.recipient"


@dataclass(frozen=True, slots=True)
class RecipientShown:
    """Somebody who is written to about a hearing.

    `body_id` and `body` are the invited line, which a member of a collective one differs from.
    """

    id: int
    consultation_id: int
    slug: str
    body_id: int
    body: str
    group: str
    name: str
    number: str
    email: str
    address: str
    language: str
    is_member: bool
    opened_at: datetime | None
    declined_at: datetime | None


def link_token(recipient_id: int) -> str:
    """What the personal link of a recipient carries: the number, signed so that none is guessed."""
    return _signer().sign(str(recipient_id))


def recipient_by_token(token: str) -> RecipientShown:
    """Whom a personal link was made for. Raises BadLink: foreign, damaged, or no longer invited."""
    try:
        number = int(_signer().unsign(token))
    except (BadSignature, ValueError):
        raise BadLink(
            "damaged",
            "the link is not whole",
            todo="Copy all of it from the mail, or use the hearing page.",
        ) from None
    found = _rows().filter(pk=number, removed_at=None).first()
    if found is None:
        raise BadLink(
            "withdrawn", "the link is no longer in use", todo="Answer from the hearing page."
        )
    return recipient_shown(found)


def recipient(recipient_id: int) -> RecipientShown | None:
    """One recipient, also one that was removed."""
    found = _rows().filter(pk=recipient_id).first()
    return recipient_shown(found) if found else None


def recipient_shown(row: Recipient) -> RecipientShown:
    """A row, with its line and hearing at hand, as a value."""
    group = row.body.group
    return RecipientShown(
        id=row.pk,
        consultation_id=group.consultation_id,
        slug=group.consultation.slug,
        body_id=row.body_id,
        body=row.body.name,
        group=group.name,
        name=row.name,
        number=row.number,
        email=row.email,
        address=row.address,
        language=row.language,
        is_member=row.is_member,
        opened_at=row.opened_at,
        declined_at=row.declined_at,
    )


def _rows() -> QuerySet[Recipient]:
    return Recipient.objects.select_related("body__group__consultation")


def _signer() -> Signer:
    return Signer(salt=_SALT, sep=".")
