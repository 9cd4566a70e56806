"""Saving who answers, and what they say beside the questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, get_args

from django.db import transaction

from innspill.stages.consultations.core.filled import SenderGiven, Wish
from innspill.stages.drafting import queries
from innspill.stages.drafting.actions.locking import changed, locked, signed
from innspill.stages.drafting.core import room
from innspill.stages.drafting.core.cleaning import clean, clean_line
from innspill.stages.drafting.core.merging import joined, keeps
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.core.values import COMMENT, About, Content, Saved, senders_of
from innspill.stages.drafting.models import Draft, DraftAnswer, DraftNote, DraftVersion

_LIMIT, _ADDRESS_LIMIT, _MOST_SENDERS = 300, 320, 50


@transaction.atomic
def save_about(
    draft_id: int,
    *,
    senders: Sequence[SenderGiven],
    contact: str,
    email: str,
    supports: str,
    comment: str,
    wish: Wish = "none",
    based_on: int,
    by: str,
    now: datetime,
) -> Saved:
    """Saves who answers and the comment; `based_on` is the revision it was written on top of.

    Where somebody else saved meanwhile, what they left open is filled in, and what differs is kept
    as a proposal. Raises Refused for a name that is longer than any name.
    """
    draft = locked(draft_id)
    room.check(clean(comment))
    given = About(
        senders=_cleaned(senders),
        contact=_line(contact, "contact", _LIMIT),
        email=_line(email, "email", _ADDRESS_LIMIT),
        supports=_line(supports, "supports", _LIMIT),
        comment=clean(comment),
        wish=wish if wish in get_args(Wish) else "none",
    )
    stands = about_of(draft)
    if given == stands:
        return Saved(draft.about_revision)
    if based_on == draft.about_revision:
        return Saved(_put(draft, given, signed(by), now))
    both, differs = joined(stands, given)
    revision = draft.about_revision
    if both != stands:
        revision = _put(draft, both, signed(by), now)
    note = _proposed(draft, given, signed(by), now) if differs else None
    return Saved(revision, collided=differs, note=note)


@transaction.atomic
def no_remarks(draft_id: int, *, on: bool = True, now: datetime) -> None:
    """They say outright that they have no remarks, or take that back. No text is touched."""
    draft = locked(draft_id)
    if draft.no_remarks != on:
        changed(draft, now)
        Draft.objects.filter(pk=draft_id).update(no_remarks=on)


def put_about(draft: Draft, given: About | None, text: str, by: str, now: datetime) -> None:
    """Takes a proposal about who answers, or a text for the comment, into the draft."""
    about = given if given is not None else replace(about_of(draft), comment=text)
    _put(draft, about, by, now, always_keep=True)


def about_of(draft: Draft) -> About:
    """Who answers, as it stands in the row."""
    senders = senders_of(draft.senders)
    wish: Wish = draft.wish  # type: ignore[assignment]
    return About(senders, draft.contact, draft.email, draft.supports, draft.comment, wish)


def as_json(about: About) -> dict[str, Any]:
    """Who answers, as it is kept."""
    return {**asdict(about), "senders": [sender.model_dump() for sender in about.senders]}


def _put(draft: Draft, about: About, by: str, now: datetime, *, always_keep: bool = False) -> int:
    changed(draft, now)
    if about.comment != draft.comment:
        _keep_comment(draft, about.comment, by, now, always=always_keep)
    kept = as_json(about)
    Draft.objects.filter(pk=draft.pk).update(about_revision=draft.about_revision + 1, **kept)
    return draft.about_revision + 1


def _keep_comment(draft: Draft, text: str, by: str, now: datetime, *, always: bool) -> None:
    """The comment has its history where the answers have theirs, at no question."""
    row = DraftAnswer.objects.filter(draft=draft, question=COMMENT).first()
    if row is None:
        DraftAnswer.objects.create(draft=draft, question=COMMENT, text=text, by=by, at=now)
        return
    stands, kept = queries.version_of(row), row.versions.last()
    last = queries.version_of(kept) if kept else None
    if always or keeps(stands, Content(text=text), by=by, now=now, last_kept=last):
        DraftVersion.objects.create(
            answer=row, revision=row.revision, text=row.text, by=row.by, at=row.at
        )
    DraftAnswer.objects.filter(pk=row.pk).update(
        text=text, by=by, at=now, revision=row.revision + 1
    )


def _proposed(draft: Draft, given: About, by: str, now: datetime) -> int:
    fields = {"about": as_json(given), "text": given.comment}
    of_this = DraftNote.objects.filter(
        draft=draft, question=COMMENT, kind=DraftNote.Kind.PROPOSAL, settled_at=None
    )
    for row in of_this:
        if row.about == fields["about"]:
            return row.pk
    new = DraftNote.objects.create(
        draft=draft, question=COMMENT, kind=DraftNote.Kind.PROPOSAL, by=by, at=now, **fields
    )
    return new.pk


def _cleaned(senders: Sequence[SenderGiven]) -> tuple[SenderGiven, ...]:
    """The senders with a name or number, in order, cleaned. Raises Refused for too much."""
    cleaned = tuple(
        SenderGiven(
            name=_line(sender.name, "sender", _LIMIT),
            number="".join(clean_line(sender.number).split())[:20],
            kind=sender.kind,
        )
        for sender in senders
    )
    kept = [one for place, one in enumerate(cleaned) if one.name or one.number or place == 0]
    if len(kept) > _MOST_SENDERS:
        raise Refused(
            "too-long",
            f"there are {len(kept)} senders, and room for {_MOST_SENDERS}",
            todo="Attach the rest as a list.",
            values={"field": "senders", "limit": _MOST_SENDERS},
        )
    return tuple(kept)


def _line(text: str, field: str, limit: int) -> str:
    line = clean_line(text)
    if len(line) > limit:
        raise Refused(
            "too-long",
            f"the {field} is {len(line)} characters long, and there is room for {limit}",
            todo="Shorten it, or write it in the comment.",
            values={"field": field, "limit": limit},
        )
    return line
