"""The only code that writes what the public sees: screening, freezing, approving, taking down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication.core.became import NOT_PUBLIC
from innspill.stages.publication.core.frozen import as_json, digest_of
from innspill.stages.publication.core.listing import listing_of
from innspill.stages.publication.core.rebuilding.values import Made
from innspill.stages.publication.core.render import Rendered, render
from innspill.stages.publication.models import (
    Clearance,
    PublicFile,
    PublishedResult,
    Rendition,
    Screening,
    Withholding,
)
from innspill.stages.publication.waiting import SENDER_UNSETTLED, is_cleared
from innspill.stages.reading import queries as reading
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow


@transaction.atomic
def screen_next(response_id: int, *, now: datetime) -> None:
    """Looks through the present state of a response for what may not be shown.

    Claims the state under a unique constraint. With any doubt it waits for a lead, and a copy
    that was public before is taken down until then.
    """
    row = register.by_id(response_id)
    state = register.states(row.consultation_id)[response_id][0]
    rendered, reasons = _looked_through(row)
    masked = Screening.Outcome.MASKED if rendered.withholdings else Screening.Outcome.CLEAN
    screening = Screening.objects.create(
        response_id=response_id,
        state=state,
        outcome=Screening.Outcome.DOUBTFUL if reasons else masked,
        reasons=reasons,
        at=now,
    )
    Withholding.objects.bulk_create(
        Withholding(
            screening=screening,
            place=place[:60],
            start=finding.start,
            end=finding.end,
            kind=finding.kind,
            ground=finding.ground,
            certainty=finding.certainty,
        )
        for place, finding in rendered.withholdings
    )
    if reasons:
        _take_down(row, now)
    detail = {"outcome": str(screening.outcome), "withheld": len(rendered.withholdings)}
    _write("screened", row, journal.SYSTEM, detail, now)


@transaction.atomic
def publish_next(screening_id: int, *, now: datetime) -> None:
    """Freezes the public copy of a screened response, and puts it in place of an earlier one.

    Raises Conflict where something stands in the way now: another state, a withdrawal, a doubt.
    """
    screening = Screening.objects.prefetch_related("clearances").get(pk=screening_id)
    row = register.by_id(screening.response_id)
    state, standing = register.states(row.consultation_id)[row.id]
    if state != screening.state or standing == "withdrawn" or not is_cleared(screening):
        raise Conflict(f"{row.reference} may not be published as it stands")
    content = as_json(_rendered(row).public)
    sha256 = digest_of(content)
    before = Rendition.objects.filter(response=row.id, replaced_at=None).first()
    if before is None or before.sha256 != sha256:
        if before is not None and _says_less(content, before.content):
            _take_down(row, now)
        Rendition.objects.filter(response=row.id, replaced_at=None).update(replaced_at=now)
        before = _frozen(row, content, sha256, now)
        detail = {"sha256": sha256, "standing": row.standing}
        _write("published", row, journal.SYSTEM, detail, now)
    Screening.objects.filter(pk=screening_id).update(rendition=before)


def freeze_files(
    rendition_id: int, made: Sequence[Made], *, store: ByteStore, now: datetime
) -> None:
    """Freezes the files that were built of a public copy, in order, refused ones with the reason.

    Their bytes are durable before a row names them. Raises Conflict where the copy was taken down
    meanwhile, or has its files already.
    """
    held = [store.put(each.data) if each.data is not None else "" for each in made]
    with transaction.atomic():
        copy = Rendition.objects.select_for_update().get(pk=rendition_id)
        if copy.replaced_at is not None or copy.files.exists():
            raise Conflict("the copy was taken down, or has its files already")
        PublicFile.objects.bulk_create(
            PublicFile(
                rendition=copy,
                position=each.position,
                name=each.name,
                media_type=each.media_type,
                sha256=sha256,
                size=len(each.data or b""),
                state=PublicFile.State.REFUSED if each.data is None else PublicFile.State.BUILT,
                reason=each.refused,
                at=now,
            )
            for each, sha256 in zip(made, held, strict=True)
        )
        detail = {"files": [sha256 for sha256 in held if sha256], "refused": held.count("")}
        _write("files-rebuilt", register.by_id(copy.response_id), journal.SYSTEM, detail, now)


@transaction.atomic
def approve(response_id: int, *, reason: str = "", by: User, now: datetime) -> None:
    """A lead looked at a doubtful response and lets it be published as screened.

    Holds for the present state only. Raises NotAllowed, and Conflict where it is not screened.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.LEAD)
    _say(row, Clearance.Word.PUBLISH, reason, by, now)


@transaction.atomic
def withhold(response_id: int, *, reason: str, by: User, now: datetime) -> None:
    """A lead keeps a response from the public, with the legal ground; what was public goes.

    Holds until a lead approves it. Raises NotAllowed, BadInput without a reason, and Conflict
    where it is not screened.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.LEAD)
    if not reason.strip():
        raise BadInput("the reason is missing", where=row.reference, todo="Give the legal ground.")
    _say(row, Clearance.Word.WITHHOLD, reason, by, now)
    _take_down(row, now)


@transaction.atomic
def withdraw(response_id: int, *, reason: str, by: User, now: datetime) -> None:
    """The sender takes a response back: out of the public's sight, still in the register."""
    register_actions.withdraw(response_id, reason=reason, by=by, now=now)
    _take_down(register.by_id(response_id), now)


@transaction.atomic
def follow_taken_back(response_id: int, *, now: datetime) -> None:
    """As `withdraw`, where the sender took it back by their own link: no person has to act."""
    register_actions.withdraw_taken_back(response_id, now=now)
    _take_down(register.by_id(response_id), now)


@transaction.atomic
def publish_result(
    consultation_id: int,
    *,
    content: Mapping[str, Mapping[str, Any]],
    files: Mapping[str, Mapping[str, str]],
    by: User,
    now: datetime,
) -> None:
    """Freezes figures, charts, decided points and report files of a hearing for the public.

    Both by language; `files` are SHA-256 by file name, of bytes in the byte store. Raises
    NotAllowed: a lead publishes.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    PublishedResult.objects.create(
        consultation_id=consultation_id,
        content=dict(content),
        files=dict(files),
        published_at=now,
    )
    detail = {"files": {language: dict(held) for language, held in files.items()}}
    subject = f"consultation {consultation_id}"
    journal.write("result-published", subject, actor=by.get_username(), detail=detail, at=now)


def _rendered(row: ResponseRow) -> Rendered:
    hearing = consultations.by_id(row.consultation_id)
    return render(register.registered(row), hearing.definition)


def _looked_through(row: ResponseRow) -> tuple[Rendered, list[str]]:
    hearing = consultations.by_id(row.consultation_id)
    shown = reading.by_id(row.reading_id)
    rendered = render(register.registered(row, shown), hearing.definition)
    reasons = list(rendered.doubts)
    if not row.sender_is_sure:
        reasons.append(SENDER_UNSETTLED)
    if hearing.definition.published == "none":
        reasons.append(NOT_PUBLIC)
    return rendered, reasons


def _frozen(row: ResponseRow, content: dict[str, Any], sha256: str, now: datetime) -> Rendition:
    listed = listing_of(content)
    return Rendition.objects.create(
        response_id=row.id,
        consultation_id=row.consultation_id,
        number=row.number,
        name=content["name"][:1000],
        group=(content["group"] or "")[:300],
        late=content["late"],
        private=content["private"],
        standing=content["standing"],
        joint=listed.joint,
        remarks=listed.remarks,
        received=listed.received,
        answered=listed.answered,
        content=content,
        sha256=sha256,
        published_at=now,
    )


def _take_down(row: ResponseRow, now: datetime) -> None:
    """Takes a public copy away, and with it every published result, which may quote it."""
    public = Rendition.objects.filter(response=row.id, replaced_at=None)
    if not public.update(replaced_at=now):
        return
    results = PublishedResult.objects.filter(
        consultation=row.consultation_id, taken_down_at=None
    ).update(taken_down_at=now)
    _write("taken-down", row, journal.SYSTEM, {"results": results}, now)


def _says_less(content: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether the new copy hides something that the one before it showed."""
    hides_more = int(content["withheld"]) > int(before["withheld"])
    return hides_more or any(content[field] != before[field] for field in ("private", "name"))


def _say(row: ResponseRow, word: str, reason: str, by: User, now: datetime) -> None:
    screening = Screening.objects.filter(response=row.id).last()
    state = register.states(row.consultation_id)[row.id][0]
    if screening is None or screening.state != state:
        raise Conflict(f"{row.reference} is not screened yet")
    Clearance.objects.create(screening=screening, word=word, reason=reason, by=by, at=now)
    _write(f"clearance-{word}", row, by.get_username(), {"state": state}, now)


def _write(verb: str, row: ResponseRow, actor: str, detail: dict[str, Any], now: datetime) -> None:
    journal.write(verb, f"response {row.reference}", actor=actor, detail=detail, at=now)
