"""Saving answers, and what colleagues say and propose about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

from django.db import transaction

from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Question
from innspill.stages.consultations.core.filled import MeasureGiven
from innspill.stages.drafting import queries
from innspill.stages.drafting.actions.locking import changed, locked, signed
from innspill.stages.drafting.actions.sender import put_about
from innspill.stages.drafting.core import room
from innspill.stages.drafting.core.cleaning import clean, clean_line
from innspill.stages.drafting.core.merging import TOGETHER, keeps, outcome
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.core.values import COMMENT, Content, Saved, Version, measures_of
from innspill.stages.drafting.models import Draft, DraftAnswer, DraftNote, DraftVersion


@transaction.atomic
def save_answer(
    draft_id: int,
    question: str,
    *,
    ticks: Sequence[str],
    text: str,
    measures: Sequence[MeasureGiven] = (),
    based_on: int,
    by: str,
    now: datetime,
) -> Saved:
    """Saves what stands at one question; `based_on` is the revision that it was written on top of.

    Where somebody else saved something else meanwhile, theirs stands, and this is kept as a
    proposal. Earlier texts are kept as versions. Raises Refused for a question or a box that the
    hearing does not have, for more text than there is room for, and for a response that was taken
    back.
    """
    draft = locked(draft_id)
    asked = _question(draft, question)
    given = Content(_ticks(asked, ticks), clean(text), _rows(measures))
    row = DraftAnswer.objects.filter(draft=draft, question=question).first()
    stands = queries.version_of(row) if row else None
    before = [version.content for version in queries.versions(draft_id, question)]
    became = outcome(given, based_on=based_on, stands=stands, known=before)
    if became != "same":
        room.check(room.text_in(given), lambda: _others(draft, question))
    if became == "save":
        new = DraftAnswer(draft=draft, question=question)
        return Saved(_put(row or new, given, signed(by), now))
    revision = row.revision if row else 0
    if became == "same":
        return Saved(revision)
    note = _proposed(draft, question, given, signed(by), now) if became == "collided" else None
    return Saved(revision, collided=True, note=note)


@transaction.atomic
def add_note(
    draft_id: int,
    question: str,
    *,
    kind: Literal["comment", "proposal"],
    text: str,
    ticks: Sequence[str] | None = None,
    measures: Sequence[MeasureGiven] | None = None,
    by: str,
    now: datetime,
) -> int:
    """A colleague's comment on a question, or a text proposed instead of the one that stands.

    `question` is "" for who answers and the general comment. Raises Refused where it says nothing.
    """
    draft = locked(draft_id, even_taken_back=True)
    asked = _question(draft, question) if question != COMMENT else None
    said = clean(text)
    room.check(said)
    if not said and not (kind == "proposal" and (ticks or measures)):
        raise Refused("empty-note", "there is no text", todo="Write what you want to say.")
    row = DraftNote.objects.create(
        draft=draft,
        question=question,
        kind=kind,
        text=said,
        ticks=None if ticks is None or asked is None else list(_ticks(asked, ticks)),
        measures=None if measures is None else [row.model_dump() for row in _rows(measures)],
        by=signed(by),
        at=now,
    )
    return row.pk


@transaction.atomic
def settle_note(draft_id: int, note_id: int, *, take: bool, by: str, now: datetime) -> None:
    """Done with a comment, or a proposal taken into the answer (`take`) or left out.

    What stood before is kept as a version, whoever wrote it. Settling again changes nothing.
    """
    draft = locked(draft_id)
    note = DraftNote.objects.filter(draft=draft, pk=note_id).first()
    if note is None:
        raise Refused("no-note", "there is no such note in this response")
    if note.settled_at is not None:
        return
    taken = take and note.kind == DraftNote.Kind.PROPOSAL
    if taken:
        _take(draft, note, signed(by), now)
    DraftNote.objects.filter(pk=note_id).update(settled_at=now, taken=taken)


def _take(draft: Draft, note: DraftNote, by: str, now: datetime) -> None:
    if note.question == COMMENT:
        given = queries.about_of(note.about) if note.about is not None else None
        put_about(draft, given, note.text, by, now)
        return
    row = DraftAnswer.objects.filter(draft=draft, question=note.question).first()
    row = row or DraftAnswer(draft=draft, question=note.question)
    stands = queries.version_of(row).content
    given_content = Content(
        stands.ticks if note.ticks is None else tuple(note.ticks),
        note.text,
        stands.measures if note.measures is None else measures_of(note.measures),
    )
    _put(row, given_content, by, now, always_keep=True)


def _put(
    row: DraftAnswer, given: Content, by: str, now: datetime, *, always_keep: bool = False
) -> int:
    changed(row.draft, now)
    if row.pk is None:
        return _created(row, given, by, now)
    stands = queries.version_of(row)
    kept = row.versions.last()
    last = queries.version_of(kept) if kept else None
    if always_keep or keeps(stands, given, by=by, now=now, last_kept=last):
        _keep(row, stands)
    DraftAnswer.objects.filter(pk=row.pk).update(
        ticks=list(given.ticks),
        text=given.text,
        measures=[each.model_dump() for each in given.measures],
        revision=row.revision + 1,
        by=by,
        at=now,
    )
    return row.revision + 1


def _created(row: DraftAnswer, given: Content, by: str, now: datetime) -> int:
    row.ticks, row.text = list(given.ticks), given.text
    row.measures = [each.model_dump() for each in given.measures]
    row.by, row.at = by, now
    row.save(force_insert=True)
    return row.revision


def _keep(row: DraftAnswer, stands: Version) -> None:
    DraftVersion.objects.create(
        answer=row,
        revision=stands.revision,
        ticks=list(stands.content.ticks),
        text=stands.content.text,
        measures=[each.model_dump() for each in stands.content.measures],
        by=stands.by,
        at=stands.at,
    )


def _proposed(draft: Draft, question: str, given: Content, by: str, now: datetime) -> int:
    """The proposal that keeps `given`: a new one, or the same person's last one, written on."""
    mine = DraftNote.objects.filter(
        draft=draft, question=question, kind=DraftNote.Kind.PROPOSAL, settled_at=None
    )
    fields = {
        "ticks": list(given.ticks),
        "text": given.text,
        "measures": [each.model_dump() for each in given.measures],
    }
    same = mine.filter(**fields).first()
    if same is not None:
        return same.pk
    last = mine.filter(by=by, at__gte=now - TOGETHER).last()
    if (
        last is not None
        and last.measures == fields["measures"]
        and given.text.startswith(last.text)
    ):
        mine.filter(pk=last.pk).update(at=now, **fields)
        return last.pk
    new = DraftNote.objects.create(
        draft=draft, question=question, kind=DraftNote.Kind.PROPOSAL, by=by, at=now, **fields
    )
    return new.pk


def _others(draft: Draft, question: str) -> Iterator[str]:
    """What is written at the other questions."""
    for row in DraftAnswer.objects.filter(draft=draft).exclude(question=question):
        yield room.text_in(queries.version_of(row).content)


def _question(draft: Draft, question: str) -> Question:
    definition = consultations.as_shown(draft.consultation).definition
    try:
        return definition.question(question)
    except KeyError as error:
        raise Refused(
            "no-question", f"the hearing has no question {question!r}", values={"named": question}
        ) from error


def _ticks(question: Question, ticks: Sequence[str]) -> tuple[str, ...]:
    """The boxes ticked, in the form's order. Raises Refused for one that is not there."""
    offered = [choice.id for choice in question.choices]
    strange = [tick for tick in ticks if tick not in offered]
    if strange:
        raise Refused(
            "no-choice",
            f"question {question.id} has no box {strange[0]!r}",
            values={"question": question.id, "named": strange[0]},
        )
    return tuple(choice for choice in offered if choice in ticks)


def _rows(measures: Sequence[MeasureGiven]) -> tuple[MeasureGiven, ...]:
    cleaned = (
        MeasureGiven(
            name=clean_line(row.name),
            responsible=clean_line(row.responsible),
            relevant_for=clean_line(row.relevant_for),
            description=clean(row.description),
        )
        for row in measures
    )
    return tuple(row for row in cleaned if not row.is_empty)
