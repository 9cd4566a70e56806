"""Screening, freezing, approving and taking down."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.actions.carrying import carried_over
from innspill.stages.publication.core.became import NOT_PUBLIC
from innspill.stages.publication.core.frozen import as_json, digest_of
from innspill.stages.publication.core.grounds import LAW
from innspill.stages.publication.core.letting_out import (
    CALM,
    MARKS_AGAIN,
    SENDER_UNSETTLED,
    looked_at_by_a_person,
)
from innspill.stages.publication.core.listing import listing_of
from innspill.stages.publication.core.points import first_of, points_of
from innspill.stages.publication.core.render import Rendered, render
from innspill.stages.publication.models import (
    Clearance,
    LastChange,
    PublishedChange,
    PublishedPoint,
    PublishedResult,
    PublishedTheme,
    Rendition,
    Screening,
    Withholding,
)
from innspill.stages.publication.rendering import rendered
from innspill.stages.publication.standing_marks import is_cleared, said_of, seen_of, state_of
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.reading import queries as reading
from innspill.stages.reading.queries import ReadingShown
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
    read = reading.by_id(row.reading_id)
    wish = wish_of(row, form=read.read.wish)
    found, reasons = looked_through(row, read, wish)
    screening = Screening.objects.create(
        response_id=response_id,
        state=state,
        outcome=outcome_of(found, reasons),
        reasons=reasons,
        wish=read.read.wish,
        let_out=lets_out_now(row),
        at=now,
    )
    note_withheld(screening, found)
    carried, lost = carried_over(screening, dict(found.texts))
    if lost:
        screening.reasons.append(MARKS_AGAIN)
        screening.save()
    if not is_cleared(screening, wish):
        take_down(row, now)
    detail = {
        "outcome": str(screening.outcome), "withheld": len(found.withholdings),
        "marks": carried, "marks_lost": lost,
    }  # fmt: skip
    write("screened", row, journal.SYSTEM, detail, now)


@transaction.atomic
def publish_next(screening_id: int, *, now: datetime) -> None:
    """Freezes the public copy of a screened response, and puts it in place of an earlier one.

    Raises Conflict where something stands in the way now: another state, a withdrawal, a doubt.
    """
    screening = Screening.objects.get(pk=screening_id)
    row = register.by_id(screening.response_id)
    state, standing = register.states(row.consultation_id)[row.id]
    may = is_cleared(screening, wish_of(row)) and screening.let_out == lets_out_now(row)
    if state != screening.state or standing == "withdrawn" or not may:
        raise Conflict(f"{row.reference} may not be published as it stands")
    put_on_show(screening, row, now)


@transaction.atomic
def approve(
    response_id: int, *, reason: str = "", state: str = "", by: User, now: datetime
) -> None:
    """A lead looked at a response that waits and lets it be published as it is marked.

    Holds for the present state only; `state` is what the lead looked at. Raises NotAllowed, and
    Conflict where it is not screened or somebody has said something about it since.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.LEAD)
    say(row, Clearance.Word.PUBLISH, reason, by=by, now=now, state=state)


@transaction.atomic
def withhold(
    response_id: int, *, reason: str, ground: str = "", state: str = "", by: User, now: datetime
) -> None:
    """A lead keeps a response from the public, with the legal ground; what was public goes.

    Holds until a lead approves it. Raises NotAllowed, BadInput without a reason, and Conflict
    where it is not screened, or where somebody has said something about it since `state`.
    """
    row = register.by_id(response_id)
    require(by, row.owner_id, Role.LEAD)
    if not reason.strip():
        raise BadInput("the reason is missing", where=row.reference, todo="Give the legal ground.")
    if ground and ground not in LAW:
        raise BadInput(f"there is no such ground: {ground}", where=row.reference)
    say(row, Clearance.Word.WITHHOLD, reason, by=by, now=now, ground=ground, state=state)
    take_down(row, now)


@transaction.atomic
def withdraw(response_id: int, *, reason: str, by: User, now: datetime) -> None:
    """The sender takes a response back: out of the public's sight, still in the register."""
    register_actions.withdraw(response_id, reason=reason, by=by, now=now)
    take_down(register.by_id(response_id), now)


@transaction.atomic
def follow_taken_back(response_id: int, *, now: datetime) -> None:
    """As `withdraw`, where the sender took it back by their own link: no person has to act."""
    register_actions.withdraw_taken_back(response_id, now=now)
    take_down(register.by_id(response_id), now)


@transaction.atomic
def publish_result(
    consultation_id: int,
    *,
    content: Mapping[str, Mapping[str, Any]],
    files: Mapping[str, Mapping[str, str]],
    by: User,
    now: datetime,
    rests_on: Collection[str] = (),
) -> None:
    """Freezes figures, charts, decided points and report files of a hearing for the public.

    Both by language; `files` are SHA-256 by file name, of bytes in the byte store. `rests_on` are
    the digests of the public copies that it may quote. Raises NotAllowed: a lead publishes; and
    BadInput where one of the copies is not public any more.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.LEAD)
    # Held, so that a copy that is taken down meanwhile waits, and takes this result down too.
    public = Rendition.objects.filter(consultation=consultation_id, replaced_at=None)
    held = public.select_for_update().order_by("id").values_list("sha256", flat=True)
    if not set(rests_on) <= set(held):
        raise BadInput("a response was changed since the report was made", where=hearing.slug)
    result = PublishedResult.objects.create(
        consultation_id=consultation_id,
        content=dict(content),
        files=dict(files),
        published_at=now,
    )
    changed(consultation_id, now)
    PublishedPoint.objects.bulk_create(
        PublishedPoint(result=result, **point) for point in points_of(content)
    )
    said = first_of(content)
    PublishedTheme.objects.bulk_create(
        PublishedTheme(result=result, **theme) for theme in said.get("theme_names", ())
    )
    PublishedChange.objects.bulk_create(
        PublishedChange(result=result, **change) for change in said.get("changes", ())
    )
    detail = {"files": {language: dict(held) for language, held in files.items()}}
    subject = f"consultation {consultation_id}"
    journal.write("result-published", subject, actor=by.get_username(), detail=detail, at=now)


def put_on_show(
    screening: Screening, row: ResponseRow, now: datetime, *, less: bool = False
) -> None:
    """Freezes the copy of a response as it is marked; `less` says that it hides more than before.

    The copy before it, and results that may quote what it hides, go in the same transaction.
    """
    content = as_json(rendered(row, said_of(screening)).public)
    sha256 = digest_of(content)
    before = Rendition.objects.filter(response=row.id, replaced_at=None).first()
    if before is None or before.sha256 != sha256:
        if before is not None and (less or says_less(content, before.content)):
            take_down(row, now)
        Rendition.objects.filter(response=row.id, replaced_at=None).update(replaced_at=now)
        before = _frozen(row, content, sha256, now)
        detail = {"sha256": sha256, "standing": row.standing}
        write("published", row, journal.SYSTEM, detail, now)
    elif before.superseded_by != row.superseded_by_number:
        Rendition.objects.filter(pk=before.pk).update(superseded_by=row.superseded_by_number)
        changed(row.consultation_id, now)
    Screening.objects.filter(pk=screening.pk).update(rendition=before)


def looked_through(row: ResponseRow, read: ReadingShown, wish: Wish) -> tuple[Rendered, list[str]]:
    """The public copy as it would be, and why it waits for a person; nothing where it need not."""
    hearing = consultations.by_id(row.consultation_id)
    found = render(register.registered(row, read), hearing.definition, wish=wish)
    reasons = list(found.doubts)
    if not row.sender_is_sure:
        reasons.append(SENDER_UNSETTLED)
    if hearing.definition.published == "none":
        reasons.append(NOT_PUBLIC)
    allowed = hearing.definition.publish_without_a_person
    return found, reasons or looked_at_by_a_person(found, allowed)


def outcome_of(found: Rendered, reasons: Collection[str]) -> str:
    """What a screening came to."""
    if set(reasons) - CALM:
        return str(Screening.Outcome.DOUBTFUL)
    return str(Screening.Outcome.MASKED if found.withholdings else Screening.Outcome.CLEAN)


def lets_out_now(row: ResponseRow) -> str:
    """What the hearing of a response lets out at this moment before a person has looked."""
    return consultations.letting_out(row.consultation_id)[row.consultation_id]


def note_withheld(screening: Screening, found: Rendered) -> None:
    """Writes down each span that a screening found."""
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
        for place, finding in found.withholdings
    )


def _frozen(row: ResponseRow, content: dict[str, Any], sha256: str, now: datetime) -> Rendition:
    listed = listing_of(content)
    changed(row.consultation_id, now)
    return Rendition.objects.create(
        response_id=row.id,
        consultation_id=row.consultation_id,
        number=row.number,
        name=content["name"][:1000],
        group=(content["group"] or "")[:300],
        late=content["late"],
        private=content["private"],
        standing=content["standing"],
        superseded_by=row.superseded_by_number,
        joint=listed.joint,
        remarks=listed.remarks,
        received=listed.received,
        answered=listed.answered,
        content=content,
        sha256=sha256,
        published_at=now,
    )


def take_down(row: ResponseRow, now: datetime) -> None:
    """Takes a public copy away, and with it every published result, which may quote it."""
    public = Rendition.objects.filter(response=row.id, replaced_at=None)
    if not public.update(replaced_at=now):
        return
    results = PublishedResult.objects.filter(
        consultation=row.consultation_id, taken_down_at=None
    ).update(taken_down_at=now)
    changed(row.consultation_id, now)
    write("taken-down", row, journal.SYSTEM, {"results": results}, now)


def changed(consultation_id: int, now: datetime) -> None:
    """Notes when something of a hearing came to the public or went last."""
    LastChange.objects.update_or_create(consultation_id=consultation_id, defaults={"at": now})


def says_less(content: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether the new copy hides something that the one before it showed."""
    hides_more = int(content["withheld"]) > int(before["withheld"])
    return hides_more or any(content[field] != before[field] for field in ("private", "name"))


def say(
    row: ResponseRow, word: str, reason: str, *, by: User, now: datetime, ground: str = "",
    state: str = "",
) -> None:  # fmt: skip
    """Writes a lead's word on the whole of a response. Raises Conflict, as `present` does."""
    screening = present(row, state)
    Clearance.objects.create(
        screening=screening, word=word, ground=ground, reason=reason, seen=seen_of(screening),
        wish=wish_of(row), by=by, at=now,
    )  # fmt: skip
    detail = {"state": screening.state, "ground": ground} if ground else {"state": screening.state}
    write(f"clearance-{word}", row, by.get_username(), detail, now)


def present(row: ResponseRow, state: str = "") -> Screening:
    """The screening of a response's present state.

    Raises Conflict where there is none, or where `state` is given and is not how it stands.
    """
    screening = Screening.objects.filter(response=row.id).last()
    if screening is None or screening.state != register.states(row.consultation_id)[row.id][0]:
        raise Conflict(f"{row.reference} is not screened yet")
    if state and state != state_of(screening, wish_of(row)):
        raise Conflict(f"{row.reference} was looked at as it stood before")
    return screening


def write(verb: str, row: ResponseRow, actor: str, detail: dict[str, Any], now: datetime) -> None:
    """A line of the journal about a response; `detail` holds no personal data."""
    journal.write(verb, f"response {row.reference}", actor=actor, detail=detail, at=now)
