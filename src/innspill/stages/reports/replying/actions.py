"""The only code that writes letters back to those who answered."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore, Enclosure
from innspill.shared.post import actions as post
from innspill.stages.consultations import actions as phases
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import queries as deciding
from innspill.stages.invitations import queries as invitations
from innspill.stages.publication import actions as publication_actions
from innspill.stages.publication.core.replies import Reply as ReplyTold
from innspill.stages.publication.core.replies import reply_as_json
from innspill.stages.register import queries as register
from innspill.stages.reports.models import Reply
from innspill.stages.reports.replying import again, letters, material

PDF = "application/pdf"


@transaction.atomic
def order(consultation_id: int, *, base: str, by: User, now: datetime) -> int:
    """A lead has the letters written that are due, each once; gives how many are new.

    Who was told something else than what was decided at last is written to again. Steps do the
    rest; `base` is where the links in them begin. Raises NotAllowed, and BadInput where the hearing
    is not finished or nobody is left to write to.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    phases.hold(consultation_id)
    if not deciding.is_finished(consultation_id):
        raise BadInput(
            "letters are sent when the hearing is finished", where=hearing.slug,
            todo="Finish it first.",
        )  # fmt: skip
    ordered = Reply.objects.filter(consultation=consultation_id, unsent="")
    known = set(ordered.values_list("number", "position"))
    otherwise = again.told_otherwise(hearing)
    fresh = [
        Reply(
            consultation_id=consultation_id, number=one.response.number, position=one.position,
            turn=otherwise[one.place].turn + 1 if one.place in otherwise else 1,
            name=one.name[:300], post=one.to.post, addresses=list(one.to.emails), way=one.to.way,
            base=base.rstrip("/")[:300], by=by, at=now,
        )
        for one in material.planned(hearing)
        if one.place not in known or one.place in otherwise
    ]  # fmt: skip
    if not fresh:
        raise BadInput("everybody has been written to", where=hearing.slug)
    # What still lies to be printed is not sent beside the one that replaces it.
    Reply.objects.filter(
        pk__in=[row.pk for row in otherwise.values()], way="paper", posted_at=None
    ).update(unsent="replaced")
    Reply.objects.bulk_create(fresh, batch_size=200)
    detail = {way: sum(one.way == way for one in fresh) for way in ("mail", "paper", "none")}
    subject = f"consultation {consultation_id}"
    journal.write("replies-ordered", subject, actor=by.get_username(), detail=detail, at=now)
    return len(fresh)


@transaction.atomic
def freeze_next(consultation_id: int, *, now: datetime) -> None:
    """Freezes what the letters of one hearing say, all that are ordered and not frozen yet.

    A letter about a response that was withdrawn or replaced meanwhile is not sent, and the journal
    says of each why: whoever took its place is written to.
    """
    hearing = consultations.by_id(consultation_id)
    rows = list(Reply.objects.filter(consultation=consultation_id, language="", unsent=""))
    told = material.contents(hearing, material.owners_of(hearing), {row.number for row in rows})
    written_in, wished = material.languages(hearing), _wished(hearing.id)
    given: dict[int, tuple[ReplyTold, str]] = {}
    for row in rows:
        reply = told.get(row.number)
        if reply is None:
            continue
        wish = next((wished[each] for each in row.addresses if each in wished), None)
        row.language = material.language_of(hearing, written_in.get(row.number), wish)
        row.content = reply_as_json(reply)
        row.save(update_fields=["language", "content"])
        given.setdefault(row.number, (reply, row.language))
    _not_sent(hearing, [row for row in rows if row.number not in told], now)
    publication_actions.give_replies(consultation_id, given, now=now)


def _not_sent(hearing: ConsultationShown, rows: Collection[Reply], now: datetime) -> None:
    """Sets these letters aside, each with a line and the reason."""
    standing = {row.number: row.standing for row in register.of_consultation(hearing.id)}
    lines = []
    for row in rows:
        row.unsent = standing.get(row.number, "gone")
        row.save(update_fields=["unsent"])
        subject = f"response {hearing.case_number}-{row.number}"
        detail = {"position": row.position, "why": row.unsent}
        lines.append(journal.Line("reply-not-sent", subject, journal.SYSTEM, detail, now))
    if lines:
        journal.write_together(lines)


def write_next(reply_id: int, *, store: ByteStore, now: datetime) -> None:
    """Makes one letter, and queues its mails in the transaction that says it is made: never twice.

    Raises Conflict where somebody else made it. An address that cannot be one is left out; without
    any other the letter goes on paper.
    """
    row = Reply.objects.select_related("consultation").get(pk=reply_id)
    hearing = consultations.by_id(row.consultation_id)
    made = letters.made_of(row, hearing, now=now)
    with transaction.atomic():
        mine = Reply.objects.filter(pk=reply_id, made_at=None)
        if not mine.update(made_at=now):
            raise Conflict(f"reply {reply_id} is made already")
        file = Enclosure(made.file, PDF, made.pdf)
        queued = []
        for address in row.addresses if row.way == "mail" else ():
            try:
                queued.append(
                    post.queue(
                        to=address, subject=made.subject, text=made.text, about=f"reply {row.pk}",
                        from_name=hearing.owner, reply_to=invitations.reply_address(hearing),
                        enclosures=(file,), now=now, store=store,
                    )
                )  # fmt: skip
            except BadInput:
                continue
        row.way = "paper" if row.way == "mail" and not queued else row.way
        row.made_at, row.mails, row.letter_sha256 = now, queued, store.put(made.pdf)
        row.save(update_fields=["way", "made_at", "mails", "letter_sha256"])
        detail = {"way": row.way, "mails": len(queued), "letter": row.letter_sha256}
        subject = f"response {hearing.case_number}-{row.number}"
        journal.write("reply-made", subject, actor=journal.SYSTEM, detail=detail, at=now)


@transaction.atomic
def send_on_paper(consultation_id: int, reply_id: int, *, by: User, now: datetime) -> None:
    """A letter whose mail did not arrive goes on paper. Raises NotAllowed, BadInput, Conflict."""
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    rows = Reply.objects.filter(pk=reply_id, consultation=consultation_id)
    if not rows.exists():
        raise BadInput("there is no such letter", where=hearing.slug)
    if not rows.filter(way="mail").exclude(made_at=None).update(way="paper"):
        raise Conflict(f"reply {reply_id} goes on paper already, or is not made")
    _noted("reply-on-paper", consultation_id, [reply_id], by, now)


@transaction.atomic
def note_posted(
    consultation_id: int, reply_ids: Collection[int], *, by: User, now: datetime
) -> int:
    """Notes that letters on paper were sent; gives how many. Raises NotAllowed, and BadInput for none."""
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    rows = Reply.objects.filter(
        pk__in=reply_ids, consultation=consultation_id, way="paper", posted_at=None
    ).exclude(made_at=None)
    chosen = list(rows.values_list("pk", flat=True))
    if not chosen:
        raise BadInput("no letters are chosen", where=hearing.slug, todo="Choose some.")
    Reply.objects.filter(pk__in=chosen).update(posted_at=now, posted_by=by)
    _noted("replies-posted", consultation_id, chosen, by, now)
    return len(chosen)


def _noted(
    verb: str, consultation_id: int, reply_ids: Collection[int], by: User, now: datetime
) -> None:
    journal.write(
        verb, f"consultation {consultation_id}", actor=by.get_username(),
        detail={"replies": sorted(reply_ids)}, at=now,
    )  # fmt: skip


def _wished(consultation_id: int) -> dict[str, str]:
    """The written form that those on the hearing's list wish for, by address."""
    return {
        one.email: one.language for one in invitations.of_hearing(consultation_id) if one.language
    }
