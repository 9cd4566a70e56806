"""The only way others read who is written to about a hearing, and what was sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.signing import BadSignature, Signer
from django.db.models import Q, QuerySet

from innspill.shared.email_address import is_email_address
from innspill.shared.errors import BadLink
from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.shared.post import queries as post
from innspill.shared.post.queries import MailShown
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations.core.addressing import values_for
from innspill.stages.invitations.models import Contact, Invitation, Recipient

_SALT = "innspill.invitations.recipient"
PERSONAL = "/invitasjon/{token}/?lang={language}"
PAGE = "/horinger/{slug}/?lang={language}"
"""Where the portal has a personal link and a hearing's page; a test holds them against it."""


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
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody whose address we have; `body` and `group` are the invited line, "" for none."""

    name: str
    email: str
    number: str
    body: str = ""
    group: str = ""
    is_member: bool = False


@dataclass(frozen=True, slots=True)
class LetterShown:
    """A letter that was sent to a recipient, with what became of its mail."""

    recipient_id: int
    recipient: str
    body: str
    kind: str
    by: str
    at: datetime
    mail: MailShown


@dataclass(frozen=True, slots=True)
class ContactShown:
    """An entry of an owner's address book."""

    id: int
    owner_id: int
    owner: str
    name: str
    number: str
    email: str
    address: str
    language: str
    tags: tuple[str, ...]
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Addressing:
    """What letters of one hearing say to each of its recipients."""

    hearing: ConsultationShown
    base: str
    recipients: Mapping[int, RecipientShown]
    deadlines: Mapping[int, datetime]
    """Of the lines that have a deadline of their own."""

    @classmethod
    def of(cls, hearing: ConsultationShown, base: str) -> Addressing:
        """The letters of a hearing, whose links begin with `base`."""
        return cls(
            hearing,
            base.rstrip("/"),
            {each.id: each for each in of_hearing(hearing.id)},
            hearings.deadlines_of_their_own(hearing.id),
        )

    def language_of(self, recipient: RecipientShown) -> str:
        """The written form that they wish for; bokmål where they said nothing."""
        return recipient.language or "nb"

    def values(
        self, recipient: RecipientShown, *, language: str = "", with_link: bool = True
    ) -> Mapping[str, str]:
        """The values of a letter's fields; without a personal link, the page stands in its place."""
        language = language or self.language_of(recipient)
        page = self.base + PAGE.format(slug=self.hearing.slug, language=language)
        token = link_token(recipient.id)
        link = self.base + PERSONAL.format(token=token, language=language)
        return values_for(
            self.hearing.definition,
            name=recipient.name,
            body=recipient.body,
            language=language,
            deadline_at=self.deadlines.get(recipient.body_id, self.hearing.deadline_at),
            link=link if with_link else page,
            page=page,
        )


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
    return _shown(found)


def recipient(recipient_id: int, owners: Collection[Owner]) -> RecipientShown | None:
    """One recipient of these owners' hearings, also one that was removed."""
    found = _rows().filter(pk=recipient_id, body__group__consultation__owner__in=owners).first()
    return _shown(found) if found else None


def of_hearing(consultation_id: int) -> list[RecipientShown]:
    """Those who are written to about a hearing, in the order of its lines."""
    rows = _rows().filter(body__group__consultation=consultation_id, removed_at=None)
    return [_shown(row) for row in rows]


def slug_of(recipient_id: int) -> str | None:
    """The hearing that somebody is or was written to about."""
    rows = Recipient.objects.filter(pk=recipient_id)
    return rows.values_list("body__group__consultation__slug", flat=True).first()


def language_of(slug: str, address: str) -> str | None:
    """The written form that the recipient with this address wishes for, if we know."""
    rows = Recipient.objects.filter(body__group__consultation__slug=slug, email__iexact=address)
    return rows.exclude(language="").values_list("language", flat=True).first()


def addressees(consultation_id: int, owner_id: int, address: str, host: str) -> list[Addressee]:
    """Those whom we have this address for, or one of the same house, at most twenty.

    The hearing's own recipients first, then the owner's address book.
    """
    same = Q(email__iexact=address) | Q(email__iendswith=f"@{host}")
    rows = Recipient.objects.filter(same, body__group__consultation=consultation_id)
    fields = ("name", "email", "number", "body__name", "body__group__name", "is_member")
    found = [
        Addressee(name, email, number, body, group, is_member=member)
        for name, email, number, body, group, member in rows.values_list(*fields)[:20]
    ]
    book = Contact.objects.filter(same, owner=owner_id).values_list("name", "email", "number")
    return found + [Addressee(*each) for each in book[: 20 - len(found)]]


def is_invited(slug: str, address: str) -> bool:
    """Whether somebody with this address is written to about this hearing."""
    rows = Recipient.objects.filter(body__group__consultation__slug=slug, removed_at=None)
    return bool(address) and rows.filter(email__iexact=address).exists()


def letters(
    consultation_id: int, *, recipient_ids: Collection[int] | None = None
) -> list[LetterShown]:
    """What was sent about a hearing, the newest first."""
    rows = Invitation.objects.filter(recipient__body__group__consultation=consultation_id)
    if recipient_ids is not None:
        rows = rows.filter(recipient__in=recipient_ids)
    found = list(rows.select_related("recipient__body", "by").order_by("-pk"))
    mails = post.by_ids(row.mail_id for row in found)
    return [
        LetterShown(
            recipient_id=row.recipient_id,
            recipient=row.recipient.name,
            body=row.recipient.body.name,
            kind=row.kind,
            by=name_of(row.by),
            at=row.at,
            mail=mails[row.mail_id],
        )
        for row in found
    ]


def mail_states(consultation_id: int, now: datetime) -> Mapping[int, tuple[str, ...]]:
    """The states of the mails of each recipient of a hearing, the oldest first."""
    sent = Invitation.objects.filter(recipient__body__group__consultation=consultation_id)
    pairs = list(sent.order_by("pk").values_list("recipient", "mail"))
    states = post.states((mail for _, mail in pairs), now)
    found: dict[int, list[str]] = defaultdict(list)
    for recipient_id, mail in pairs:
        found[recipient_id].append(states[mail])
    return {number: tuple(each) for number, each in found.items()}


def contacts(owners: Collection[Owner], *, sought: str = "") -> list[ContactShown]:
    """The address books of these owners, by name; with a word, those that hold it."""
    rows = Contact.objects.filter(owner__in=owners).select_related("owner")
    if sought.strip():
        word = sought.strip()
        rows = rows.filter(
            Q(name__icontains=word) | Q(email__icontains=word) | Q(number__startswith=word)
        )
    return [_contact(row) for row in rows.order_by("name", "pk")]


def contact(contact_id: int, owners: Collection[Owner]) -> ContactShown | None:
    """One entry of these owners' address books."""
    rows = Contact.objects.filter(owner__in=owners, pk=contact_id).select_related("owner")
    row = rows.first()
    return _contact(row) if row else None


def reply_address(hearing: ConsultationShown) -> str:
    """Where answers to a letter go: to the contact, else to where responses are mailed, else nowhere."""
    named = hearing.definition.contact
    for address in (named.email if named else None, hearing.definition.submit_email):
        if address and is_email_address(address):
            return address
    return ""


def _rows() -> QuerySet[Recipient]:
    rows = Recipient.objects.select_related("body__group__consultation")
    return rows.defer("body__group__consultation__definition", "body__group__consultation__working")


def _shown(row: Recipient) -> RecipientShown:
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
        removed_at=row.removed_at,
    )


def _contact(row: Contact) -> ContactShown:
    return ContactShown(
        id=row.pk,
        owner_id=row.owner_id,
        owner=row.owner.name,
        name=row.name,
        number=row.number,
        email=row.email,
        address=row.address,
        language=row.language,
        tags=tuple(row.tags),
        changed_at=row.changed_at,
    )


def _signer() -> Signer:
    return Signer(salt=_SALT, sep=".")
