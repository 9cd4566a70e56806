"""Writes what was decided on comments, like groups and themes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.actions.holding import hold
from innspill.stages.deciding.actions.targets import check_targets
from innspill.stages.deciding.actions.text_changes import the_same_or_new
from innspill.stages.deciding.core.values import (
    DECIDING,
    WITHOUT_REASON,
    ChangeSaid,
    Decided,
    DispositionShown,
    Target,
)
from innspill.stages.deciding.models import Disposition, StandardReason
from innspill.stages.deciding.queries.text_changes import changes_of
from innspill.stages.deciding.queries.words import Standing, dispositions, standing_of

LONGEST = 10_000
"""Characters of a reason or a note."""
_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Said:
    """A word on its way to one target or many."""

    outcome: str
    reason: str
    responsible: str = ""
    note: str = ""
    standard_reason: int | None = None
    changes: tuple[int, ...] = ()
    writer: int | None = None
    """Who wrote it, where it is somebody else than who says it."""

    def is_said_by(self, word: DispositionShown) -> bool:
        """Whether it is what stands already: a form that is sent twice says nothing new."""
        return (
            self.outcome == word.outcome
            and self.reason == word.reason
            and self.responsible == word.responsible
            and self.note == word.note
            and set(self.changes) == {change.id for change in word.changes}
        )


@dataclass(frozen=True, slots=True)
class OneWord:
    """A word and the comments that it is said of, each with the disposition that was seen on it."""

    targets: Mapping[Target, int | None]
    outcome: str
    reason: str
    responsible: str = ""


@transaction.atomic
def decide_each(
    consultation_id: int, words: Sequence[OneWord], *, by: User, now: datetime
) -> Decided:
    """Decides on many comments, with a word of its own for each or for some: as `decide`, for each
    word, but the hearing is read once. Raises as `decide`, and BadInput where a comment is there twice.
    """
    hearing = hold(consultation_id, by)
    standing = standing_of(consultation_id)
    targets = {target: seen for word in words for target, seen in word.targets.items()}
    if len(targets) != sum(len(word.targets) for word in words):
        raise BadInput("a comment is decided on twice", todo="Decide on it once.")
    _check(consultation_id, targets, "inherits", standing)
    whole = _seen_whole(consultation_id, targets, standing)
    rows: list[Disposition] = []
    lost: list[Target] = []
    for word in words:
        said = _checked(consultation_id, _Said(
            word.outcome, word.reason.strip(), word.responsible.strip()
        ))  # fmt: skip
        beside, same = _met(word.targets, said, standing, whole)
        written = [target for target in word.targets if target not in same]
        many = len(word.targets) > 1
        rows += _rows(consultation_id, written, said, beside, by=by, now=now, many=many)
        lost += beside
    made = Disposition.objects.bulk_create(rows, batch_size=_BATCH)
    if made:
        detail = {"words": len(words), "targets": len(made), "lost": len(lost), "from": made[0].pk}
        _tell("decided", hearing.slug, by, detail, now)
    gone = set(lost)
    return Decided(tuple(target for target in targets if target not in gone), tuple(lost))


@transaction.atomic
def decide(
    consultation_id: int,
    targets: Mapping[Target, int | None],
    *,
    outcome: str,
    reason: str,
    by: User,
    now: datetime,
    responsible: str = "",
    note: str = "",
    standard_reason: int | None = None,
    changes: Collection[int] = (),
    new_change: ChangeSaid | None = None,
) -> Decided:
    """Decides on comments, like groups or themes: each with the disposition that was seen on it.

    Added beside what was decided before; the latest one stands. Where somebody else has decided on
    a target meanwhile, theirs stands, and this word is kept beside it (`Decided.lost`); the others
    go through. Bad input stops all of them: raises NotAllowed where the hearing is not the
    caseworker's, BadInput for an unknown outcome, no reason, targets that are not there, or a
    hearing that is finished.
    """
    said = _Said(
        outcome, reason.strip(), responsible.strip(), note.strip(), standard_reason, tuple(changes)
    )
    return _decided(consultation_id, targets, said, new_change, by=by, now=now)


def _decided(
    consultation_id: int, targets: Mapping[Target, int | None], said: _Said,
    new_change: ChangeSaid | None = None, *, by: User, now: datetime,
) -> Decided:  # fmt: skip
    hearing = hold(consultation_id, by)
    standing = standing_of(consultation_id)
    _check(consultation_id, targets, said.outcome, standing)
    said = _checked(consultation_id, said)
    if new_change is not None:
        said = _with_change(consultation_id, said, new_change, by, now)
    whole = _seen_whole(consultation_id, targets, standing)
    lost, same = _met(targets, said, standing, whole)
    written = [target for target in targets if target not in same]
    rows = _write(consultation_id, written, said, lost, by=by, now=now, many=len(targets) > 1)
    if rows:
        detail = {
            "outcome": said.outcome, "targets": len(rows), "lost": len(lost), "from": rows[0].pk,
        }  # fmt: skip
        _tell("decided", hearing.slug, by, detail, now)
    return Decided(tuple(target for target in targets if target not in lost), tuple(lost))


@transaction.atomic
def prefer(disposition_id: int, *, seen: int | None, by: User, now: datetime) -> Decided:
    """Lets a word that waits beside another's stand before it; returns as `decide`.

    `seen` is the disposition that stood when the two were held against each other. Who wrote the
    word is kept beside who chose it: neither of them approves it. Raises as `decide`, and BadInput
    where the word does not wait any more.
    """
    row = _waiting(disposition_id, by)
    writer = row.writer_id or row.by_id
    said = _Said(
        row.outcome, row.reason, row.responsible, row.note, row.standard_reason_id,
        tuple(each.pk for each in row.changes.all()), writer if writer != by.pk else None,
    )  # fmt: skip
    target = Target(row.scope, row.target)  # type: ignore[arg-type]
    return _decided(row.consultation_id, {target: seen}, said, by=by, now=now)


@transaction.atomic
def let_go(disposition_id: int, *, by: User, now: datetime) -> None:
    """Lets the other's word stand before one that waits beside it, which stays in the history.

    Raises NotAllowed, and BadInput where the word does not wait any more.
    """
    row = _waiting(disposition_id, by)
    row.let_go_at = now
    row.save(update_fields=["let_go_at"])
    slug = consultations.by_id(row.consultation_id).slug
    _tell("disposition-let-go", slug, by, {"disposition": row.pk}, now)


def _waiting(disposition_id: int, by: User) -> Disposition:
    """A word that waits beside another's, its hearing held. Raises BadInput where it waits no more."""
    row = Disposition.objects.filter(pk=disposition_id, stands=False).first()
    if row is not None:
        hold(row.consultation_id, by)
        waiting = standing_of(row.consultation_id).waiting(Target(row.scope, row.target))  # type: ignore[arg-type]
        if row.pk in waiting:
            return row
    raise BadInput("this word does not wait any more", todo="Look again.")


def _check(
    consultation_id: int, targets: Mapping[Target, int | None], outcome: str, standing: Standing
) -> None:
    """Raises BadInput where a target is none of this hearing, or there are none."""
    check_targets(consultation_id, targets, standing.like)
    if outcome == "inherits" and any(target.scope != "comment" for target in targets):
        raise BadInput("'inherits' is no outcome", todo=f"Choose {', '.join(DECIDING)}.")


def _checked(consultation_id: int, said: _Said) -> _Said:
    """The word where it can be said; what takes back says nothing else. Raises BadInput."""
    if max(len(said.reason), len(said.note)) > LONGEST or len(said.responsible) > 200:
        raise BadInput("the words are too long", todo="Write shorter.")
    if said.outcome in WITHOUT_REASON:
        return _Said(said.outcome, said.reason, note=said.note, writer=said.writer)
    if said.outcome not in DECIDING:
        raise BadInput(f"{said.outcome!r} is no outcome", todo=f"Choose {', '.join(DECIDING)}.")
    if not said.reason:
        raise BadInput("the reason is missing", todo="Write why, in a sentence or two.")
    own = StandardReason.objects.filter(consultation=consultation_id)
    if said.standard_reason is not None and not own.filter(pk=said.standard_reason).exists():
        raise BadInput("there is no such standard reason", todo="Choose one of those shown.")
    if not said.changes:
        return said
    now = changes_of(consultation_id)
    if not set(said.changes) <= set(now.last):
        raise BadInput("there is no such change", todo="Look at the changes again.")
    return replace(said, changes=tuple(each.id for each in now.now(said.changes)))


def _with_change(
    consultation_id: int, said: _Said, change: ChangeSaid, by: User, now: datetime
) -> _Said:
    if said.outcome in WITHOUT_REASON:
        return said
    row = the_same_or_new(consultation_id, change, by, now)
    return replace(said, changes=tuple(dict.fromkeys([*said.changes, row.pk])))


def _seen_whole(
    consultation_id: int, targets: Iterable[Target], standing: Standing
) -> dict[int, DispositionShown]:
    """What is seen on the targets now, by the numbers of the dispositions."""
    now = (standing.seen(target) for target in targets)
    return dispositions(consultation_id, {pk for pk in now if pk})


def _met(
    targets: Mapping[Target, int | None], said: _Said, standing: Standing,
    whole: Mapping[int, DispositionShown],
) -> tuple[list[Target], set[Target]]:  # fmt: skip
    """Targets on which somebody else was first, and those on which the same is said already."""
    now = {target: standing.seen(target) for target in targets}
    same = {target for target, pk in now.items() if pk and said.is_said_by(whole[pk])}
    lost = [
        target for target, seen in targets.items() if now[target] != seen and target not in same
    ]
    return lost, same


def _write(
    consultation_id: int, targets: Iterable[Target], said: _Said, lost: Collection[Target], *,
    by: User, now: datetime, many: bool,
) -> list[Disposition]:  # fmt: skip
    rows = Disposition.objects.bulk_create(
        _rows(consultation_id, targets, said, lost, by=by, now=now, many=many), batch_size=_BATCH
    )
    links = Disposition.changes.through
    links.objects.bulk_create(
        (
            links(disposition_id=row.pk, textchange_id=change)
            for row in rows
            for change in said.changes
        ),
        batch_size=_BATCH,
    )
    return rows


def _rows(
    consultation_id: int, targets: Iterable[Target], said: _Said, lost: Collection[Target], *,
    by: User, now: datetime, many: bool,
) -> list[Disposition]:  # fmt: skip
    """The rows of one word, before they are written."""
    beside = set(lost)
    return [
        Disposition(
            consultation_id=consultation_id, scope=target.scope, target=target.key,
            outcome=said.outcome, reason=said.reason, responsible=said.responsible,
            note=said.note, standard_reason_id=said.standard_reason, in_bulk=many,
            stands=target not in beside, by=by, writer_id=said.writer, at=now,
        )
        for target in targets
    ]  # fmt: skip


def _tell(verb: str, slug: str, by: User, detail: Mapping[str, object], now: datetime) -> None:
    journal.write(
        verb, f"consultation {slug}", actor=by.get_username(), detail=dict(detail), at=now
    )
