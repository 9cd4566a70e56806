"""Letters to those who are invited: queued as mails, logged, and never twice by a double click."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people import queries as people
from innspill.shared.people.models import User
from innspill.shared.ports import ByteStore
from innspill.shared.post import actions as post
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.invitations import queries
from innspill.stages.invitations.core.letters import Template, check, fill
from innspill.stages.invitations.models import Invitation, Recipient

Kind = Invitation.Kind


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a sending: how many are queued, and who was left out for which reason."""

    queued: int
    already: int
    """They have this letter already."""
    no_address: int


@transaction.atomic
def send(
    consultation_id: int,
    recipients: Collection[int],
    *,
    kind: str,
    letters: Mapping[str, Template],
    extra: Mapping[str, Mapping[str, str]] | None = None,
    sending: str,
    base: str,
    by: User,
    now: datetime,
) -> Sent:
    """Queues a letter to each of `recipients` in the written form that they wish for.

    `letters` are the templates by language, `base` the public address that links begin with,
    `extra` by language the values that only this sending has, and `sending` names the pressing of the
    button. Who has the invitation is not invited again, unless it failed. Raises NotAllowed, and
    BadInput for a template that cannot be sent: then nothing is queued.
    """
    hearing = hearings.by_id(consultation_id)
    people.require(by, hearing.owner_id, "caseworker")
    if hearing.status == "draft":
        raise BadInput("the hearing is not open yet", todo="Publish it first: links lead nowhere.")
    for language in LANGUAGES:
        if language not in letters:
            raise BadInput("the letter is missing", where=language)
        check(letters[language])
    theirs = Recipient.objects.filter(body__group__consultation=consultation_id, removed_at=None)
    # Locked, so that two who press at once come one after the other.
    wanted = list(theirs.filter(pk__in=recipients).select_for_update().order_by("pk"))
    already = _already(wanted, kind, sending)
    fresh = [row for row in wanted if row.pk not in already]
    reachable = [row for row in fresh if row.email]
    sender = queries.Addressing.of(hearing, base)
    mails = []
    for row in reachable:
        shown = sender.recipients[row.pk]
        language = sender.language_of(shown)
        letter = fill(
            letters[language], {**sender.values(shown), **(extra or {}).get(language, {})}
        )
        mails.append(post.Written(row.email, letter.subject, letter.text, f"recipient {row.pk}"))
    reply_to = queries.reply_address(hearing)
    numbers = post.queue_many(mails, now=now, from_name=hearing.owner, reply_to=reply_to)
    Invitation.objects.bulk_create(
        [
            Invitation(recipient=row, kind=kind, mail_id=mail, sending=sending, by=by, at=now)
            for row, mail in zip(reachable, numbers, strict=True)
        ],
        batch_size=500,
    )
    if numbers:
        detail = {"kind": str(kind), "mails": len(numbers), "sending": sending}
        journal.write("letters-queued", f"consultation {consultation_id}",
                      actor=by.get_username(), detail=detail, at=now)  # fmt: skip
    return Sent(len(numbers), len(already), len(fresh) - len(reachable))


@transaction.atomic
def send_test(
    consultation_id: int,
    to: str,
    letter: Template,
    *,
    by: User,
    now: datetime,
    store: ByteStore,
) -> int:
    """Queues a filled-in letter to oneself, to see it as it will look."""
    hearing = hearings.by_id(consultation_id)
    people.require(by, hearing.owner_id, "caseworker")
    return post.queue(
        to=to,
        subject=letter.subject,
        text=letter.text,
        about=f"consultation {consultation_id} test",
        now=now,
        from_name=hearing.owner,
        reply_to=queries.reply_address(hearing),
        store=store,
    )


def _already(rows: Collection[Recipient], kind: str, sending: str) -> set[int]:
    """Who has this letter: from this very pressing, or, of the invitation, from an earlier one."""
    letters = Invitation.objects.filter(recipient__in=[row.pk for row in rows])
    found = set(letters.filter(sending=sending).values_list("recipient", flat=True))
    if kind == Kind.INVITATION:
        invited = letters.filter(kind=Kind.INVITATION, mail__failed_at=None)
        found |= set(invited.values_list("recipient", flat=True))
    return found
