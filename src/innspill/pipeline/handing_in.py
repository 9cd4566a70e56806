"""Handing in a draft, and taking back what was handed in: from drafting to intake and the post."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from innspill.pipeline import wiring
from innspill.pipeline.following import withdraw_gone
from innspill.pipeline.receipt_mails import mail_taken_back
from innspill.shared.values import Sha256
from innspill.shared.written import NAME_LIMIT
from innspill.stages.consultations.core.filled import NAME, FileGiven, FilledForm, to_bytes
from innspill.stages.drafting import actions as drafting_actions
from innspill.stages.drafting import queries as drafting
from innspill.stages.drafting.core.missing import missing
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.queries import DraftShown, FileShown
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake
from innspill.stages.intake.core.receipt import Receipt, receipt_of


def hand_in(draft_id: int, *, began_at: datetime, now: datetime) -> Receipt:
    """Hands a draft in as it stands, and gives the receipt when it is safely stored.

    The same content again gives the same receipt, also where a crash came between storing and
    noting it. Changed content is a new delivery that replaces the earlier one. After the deadline
    it is taken all the same, and the register marks it late; `began_at`, when the respondent set
    about sending it, is in the journal. Raises Refused where the sender's name is missing or the
    draft was taken back, OSError where the disk refuses.
    """
    draft = drafting.shown(draft_id)
    _check(draft)
    if draft.state == "handed-in" and draft.receipts and not draft.changed_since_handed_in:
        return receipt_of(dict(draft.receipts[-1]))
    receipt = _received(draft, now)
    drafting_actions.mark_handed_in(
        draft.id,
        delivery=receipt.number,
        receipt=receipt.content,
        based_on=draft.changed_at,
        began_at=min(began_at, now),
        now=now,
    )
    return receipt


def take_back(draft_id: int, *, now: datetime) -> None:
    """Takes back what was handed in: it stays stored, and stands and is shown no more.

    Raises Refused where nothing was handed in.
    """
    draft = drafting.shown(draft_id)
    number = _latest(draft)
    if number is None:
        raise Refused("nothing-handed-in", "nothing was handed in yet")
    with transaction.atomic():
        intake_actions.take_back(number, now=now)
        drafting_actions.mark_taken_back(draft_id, now=now)
        withdraw_gone(now=now)
        if draft.state == "handed-in":
            mail_taken_back(draft, number=number, now=now)


def receipt_given(slug: str, number: int) -> dict[str, Any] | None:
    """The receipt of a delivery to a hearing, exactly as it was given; None where there is none."""
    return intake.receipt_given(slug, number)


def _check(draft: DraftShown) -> None:
    if draft.state == "taken-back":
        raise Refused(
            "taken-back", "this response was taken back", todo="Open it again to go on with it."
        )
    lacks = missing(draft.hearing.definition, draft.about)
    if lacks:
        raise Refused(
            "missing",
            "the name of who answers is missing",
            todo="Write it in the first step.",
            values={"what": lacks[0].code},
        )


def _received(draft: DraftShown, now: datetime) -> Receipt:
    form = drafting.filled(draft)
    store = wiring.store()
    names = _names(draft.files)
    listed = tuple(
        FileGiven(name=name, question=file.question, kind=file.kind)
        for name, file in zip(names, draft.files, strict=True)
    )
    handed: FilledForm = form.model_copy(update={"files": listed})
    files = [(NAME, to_bytes(handed))]
    files += [
        (name, store.get(Sha256(file.sha256)))
        for name, file in zip(names, draft.files, strict=True)
    ]
    return intake_actions.receive(
        consultation_slug=draft.hearing.slug,
        channel="web",
        files=files,
        claimed_sender=draft.about.senders[0].name,
        claimed_email=draft.about.email,
        idempotency_key=_key(draft),
        now=now,
        store=store,
        body_id=draft.body_id,
        version_of=_versions(draft),
    )


def _key(draft: DraftShown) -> str:
    """What two tries at sending the same have in common: the draft, and what was sent before."""
    return f"{_versions(draft)}{draft.delivery or 0}"


def _versions(draft: DraftShown) -> str:
    """What the keys of all versions of a draft begin with."""
    return f"draft-{draft.id}-after-"


def _latest(draft: DraftShown) -> int | None:
    """The delivery that stands for the draft, also where a crash kept it from being noted."""
    return intake.latest_of(_versions(draft))


def _names(files: Sequence[FileShown]) -> list[str]:
    """The attachments' names, each different, and none that of the form itself."""
    taken, names = {NAME}, []
    for file in files:
        stem, dot, ending = file.name.rpartition(".")
        name, number = file.name, 1
        while name.lower() in taken:
            number += 1
            body, tail = (stem, f".{ending}") if dot and stem else (file.name, "")
            added = f" ({number}){tail}"
            name = body[: NAME_LIMIT - len(added)] + added
        taken.add(name.lower())
        names.append(name)
    return names
