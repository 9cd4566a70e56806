"""Measures that were decided enter the register that is followed up, and are changed there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.registers import measure_key
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.consultations import actions as phases
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding.core.measures import (
    STATUSES,
    MeasureSaid,
    measure_name,
    names_a_measure,
)
from innspill.stages.deciding.core.values import DispositionShown
from innspill.stages.deciding.models import Measure, MeasureVersion
from innspill.stages.deciding.queries.measures import FOLLOWED, measure_of_each, taken_keys
from innspill.stages.deciding.queries.words import dispositions, standing_of

Entry = tuple[MeasureSaid, Sequence[str]]
"""A measure with the fingerprints of the comments that it came from."""


@transaction.atomic
def add_measure(
    consultation_id: int, said: MeasureSaid, comments: Collection[str] = (),
    *, by: User, now: datetime,
) -> int:  # fmt: skip
    """Writes a measure into the register; returns its number.

    Raises NotAllowed, and BadInput for no name, a text that is too long, or a name that the
    register has already.
    """
    hearing = _held(consultation_id, by)
    _refuse_unfit(said)
    if measure_key(said.name) in taken_keys(consultation_id):
        raise BadInput(
            "the register has a measure with this name", where=said.name, todo="Change that one."
        )
    return _written(hearing, [(said, tuple(comments))], by, now)[0]


@transaction.atomic
def take_in_measures(
    consultation_id: int, entries: Sequence[Entry], *, by: User, now: datetime
) -> list[int]:
    """Writes many measures into the register at once; those that it has already are passed by.

    Returns the numbers of the new ones. Raises NotAllowed and BadInput as `add_measure`.
    """
    hearing = _held(consultation_id, by)
    taken = set(taken_keys(consultation_id))
    new: list[Entry] = []
    for said, comments in entries:
        _refuse_unfit(said)
        key = measure_key(said.name)
        if key not in taken:
            taken.add(key)
            new.append((said, comments))
    return _written(hearing, new, by, now) if new else []


@transaction.atomic
def measure_of_comment(comment_id: int, *, by: User, now: datetime) -> int:
    """Makes a measure of a comment that is followed, its words filled in; returns its number.

    What is said of all like it comes from all of them. Where the comment has a measure already,
    that one is returned. Raises NotAllowed, and BadInput where it is not there or not followed.
    """
    rows = analysis.comments_by_id([comment_id])
    if not rows:
        raise BadInput("some of these comments are not there any more", todo="Look again.")
    row = rows[0]
    consultation_id = consultations.id_of(row.consultation_slug) or 0
    hearing = _held(consultation_id, by)
    known = measure_of_each(consultation_id).get(row.fingerprint)
    if known is not None:
        return known
    standing = standing_of(consultation_id)
    word = standing.of(row.fingerprint, row.stood_in)
    if word is None or word.outcome not in FOLLOWED:
        raise BadInput("only what is followed becomes a measure", todo="Decide on it first.")
    is_of_all = word.target.scope == "like"
    comments = standing.like.get(row.fingerprint, ()) if is_of_all else ()
    comments = comments or (row.fingerprint,)
    said = _filled_in(row, dispositions(consultation_id, [word.id])[word.id])
    same = taken_keys(consultation_id).get(measure_key(said.name))
    if same is not None:
        _join(same, comments, hearing, by, now)
        return same
    return _written(hearing, [(said, comments)], by, now)[0]


@transaction.atomic
def change_measure(
    measure_id: int, said: MeasureSaid, *, seen: int, by: User, now: datetime
) -> None:
    """Writes a new version of a measure; `seen` is the number of the version that it changes.

    Nothing happens where it says the same. Raises NotAllowed, BadInput as `add_measure`, and
    Conflict where somebody else has changed it meanwhile.
    """
    row = Measure.objects.get(pk=measure_id)
    hearing = _held(row.consultation_id, by)
    _refuse_unfit(said)
    last = MeasureVersion.objects.filter(measure=row).latest("id")
    if last.pk != seen:
        raise Conflict(f"measure {measure_id} was changed by {last.by} meanwhile")
    if measure_key(said.name) in _others(row):
        raise BadInput(
            "the register has a measure with this name", where=said.name, todo="Change that one."
        )
    if all(getattr(last, name) == value for name, value in asdict(said).items()):
        return
    version = MeasureVersion.objects.create(measure=row, by=by, at=now, **asdict(said))
    journal.write(
        "measure-changed", f"consultation {hearing.slug}", actor=by.get_username(),
        detail={"measure": measure_id, "version": version.pk, "status": said.status}, at=now,
    )  # fmt: skip


def _held(consultation_id: int, by: User) -> ConsultationShown:
    """The hearing, kept from others that write until the transaction ends."""
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    phases.hold(consultation_id)
    return hearing


def _refuse_unfit(said: MeasureSaid) -> None:
    if not said.name.strip():
        raise BadInput("the measure has no name", todo="Say in a few words what is to be done.")
    if too_long := said.too_long():
        raise BadInput(f"the field {too_long} of the measure is too long", todo="Shorten it.")
    if said.status not in STATUSES:
        raise BadInput("there is no such status", todo=f"Choose {', '.join(STATUSES)}.")


def _written(
    hearing: ConsultationShown, entries: Sequence[Entry], by: User, now: datetime
) -> list[int]:
    numbers = []
    for said, comments in entries:
        row = Measure.objects.create(
            consultation_id=hearing.id, comments=list(comments), by=by, at=now
        )
        MeasureVersion.objects.create(measure=row, by=by, at=now, **asdict(said))
        numbers.append(row.pk)
    journal.write(
        "measures-added", f"consultation {hearing.slug}", actor=by.get_username(),
        detail={"measures": numbers}, at=now,
    )  # fmt: skip
    return numbers


def _join(
    measure_id: int, comments: Sequence[str], hearing: ConsultationShown, by: User, now: datetime
) -> None:
    row = Measure.objects.get(pk=measure_id)
    row.comments = list(dict.fromkeys((*row.comments, *comments)))
    row.save()
    journal.write(
        "measure-joined", f"consultation {hearing.slug}", actor=by.get_username(),
        detail={"measure": measure_id}, at=now,
    )  # fmt: skip


def _others(row: Measure) -> set[str]:
    """What the other measures of the register are called."""
    taken = taken_keys(row.consultation_id)
    return {key for key, pk in taken.items() if pk != row.pk}


def _filled_in(row: CommentRow, word: DispositionShown) -> MeasureSaid:
    proposal = next(iter(row.asked_for), None)
    asked = proposal.said if proposal else {}
    wanted = str(asked.get("object", ""))
    if not names_a_measure(wanted):
        wanted = row.text[proposal.span.start : proposal.span.end] if proposal else row.text
    needed = next(iter(analysis.requirements_in([row])), None)
    return MeasureSaid(
        name=measure_name(wanted or row.text),
        responsible=word.responsible or str(asked.get("actor", "")),
        description=word.reason,
        requirement=needed.text if needed else "",
        required_by="; ".join(needed.set_by) if needed else "",
    ).fitting()
