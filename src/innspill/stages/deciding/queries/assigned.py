"""What is left of a hearing, and of what each colleague was given: read lightly, counted from what stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from innspill.shared.people import queries as people
from innspill.shared.people.models import Owner, User
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, Light
from innspill.stages.deciding.core.assigned import (
    BEFORE,
    AssignmentShown,
    CommentState,
    Tally,
    day_of,
    occasion,
    tally,
)
from innspill.stages.deciding.core.second_reading import Rules, waits
from innspill.stages.deciding.models import Assignment
from innspill.stages.deciding.queries.second_reading import (
    decided_by,
    last_readings,
    rules_of,
    sent_back_to,
)
from innspill.stages.deciding.queries.words import standing_of

_FIELDS = {field.name for field in fields(CommentFilter)}


@dataclass(frozen=True, slots=True)
class Work:
    """Where the deciding of one hearing stands, comment by comment and assignment by assignment."""

    states: tuple[CommentState, ...]
    assignments: tuple[AssignmentShown, ...]
    """Those that have not ended, with what is left of each."""
    held: Mapping[int, frozenset[int]]
    """Of each of these, the numbers of its comments."""
    rules: Rules

    @property
    def tally(self) -> Tally:
        """All of it."""
        return tally(self.states)

    @property
    def given(self) -> frozenset[int]:
        """The comments that somebody has."""
        return frozenset().union(*self.held.values())

    def of(self, assignments: Iterable[AssignmentShown]) -> frozenset[int]:
        """The comments of several assignments, each once."""
        return frozenset().union(*(self.held[assignment.id] for assignment in assignments))


def work_of(consultation_id: int, only: Collection[int] | None = None) -> Work:
    """The same for the later stages and steps; of the assignments `only` those with these numbers."""
    rows = _rows(consultation=consultation_id, ended_at=None)
    rows = rows if only is None else [row for row in rows if row.pk in only]
    found, kept = analysis.kept_by_each(
        consultation_id, [filter_of(dict(row.wanted)) for row in rows]
    )
    rules = rules_of(consultation_id)
    states = tuple(_states(consultation_id, found, rules))
    held = {row.pk: frozenset(each) for row, each in zip(rows, kept, strict=True)}
    assignments = [
        replace(assignment, tally=tally(states, held[assignment.id]))
        for assignment in (_shown(row) for row in rows)
    ]
    return Work(states, tuple(assignments), held, rules)


@dataclass(frozen=True, slots=True)
class OwnWork:
    """What waits for one person in one hearing."""

    slug: str
    work: Work
    """With the assignments that are the person's own."""
    sent_back: frozenset[int]
    """The dispositions that a second reader sent back to this person, and that nobody has changed."""


def mine(user: User, owners: Collection[Owner]) -> list[OwnWork]:
    """The hearings in which this person was given something that has not ended, or was sent something
    back by a second reader.
    """
    rows = Assignment.objects.filter(
        to=user, ended_at=None, consultation__owner__in=owners
    ).values_list("consultation", "consultation__slug", "pk")  # fmt: skip
    assignments: dict[tuple[int, str], list[int]] = {}
    for hearing, slug, pk in rows:
        assignments.setdefault((hearing, slug), []).append(pk)
    for found in sorted(sent_back_to(user.pk, owners)):
        assignments.setdefault(found, [])
    return [
        _own_work(user, hearing, slug, numbers) for (hearing, slug), numbers in assignments.items()
    ]


def _own_work(user: User, consultation_id: int, slug: str, assignments: Collection[int]) -> OwnWork:
    found = work_of(consultation_id, assignments)
    back = {one.word.id for one in found.states if one.waits and one.sent_back and one.word}
    own = decided_by(consultation_id, user.pk) if back else set()
    return OwnWork(slug, found, frozenset(back & own))


def assignment(
    slug: str, owners: Collection[Owner], assignment_id: int
) -> AssignmentShown | None:  # fmt: skip
    """One assignment of a hearing of these owners, ended or not, not counted."""
    rows = _rows(pk=assignment_id, consultation__slug=slug, consultation__owner__in=owners)
    return _shown(rows[0]) if rows else None


def assignments_of(slug: str, owners: Collection[Owner]) -> list[AssignmentShown]:
    """All assignments of a hearing, those too that have ended, not counted."""
    rows = _rows(consultation__slug=slug, consultation__owner__in=owners)
    return [_shown(row) for row in rows]


def has_given(consultation_id: int, comments: Collection[int]) -> list[AssignmentShown]:
    """The assignments that some of these comments belong to now."""
    rows = _rows(consultation=consultation_id, ended_at=None)
    if not rows or not comments:
        return []
    _, kept = analysis.kept_by_each(consultation_id, [filter_of(dict(row.wanted)) for row in rows])
    here = set(comments)
    return [_shown(row) for row, each in zip(rows, kept, strict=True) if here & each]


def hearing_of(assignment_id: int) -> int | None:
    """The hearing of an assignment that has not ended."""
    rows = Assignment.objects.filter(pk=assignment_id, ended_at=None)
    return rows.values_list("consultation", flat=True).first()


def to_remind(now: datetime) -> list[int]:
    """The assignments whose due day is near or over, and that nobody was told about."""
    rows = Assignment.objects.filter(
        ended_at=None, told_over_on=None, due__lte=(now + BEFORE).date() + (BEFORE / 3)
    ).values_list("pk", "due", "reminded_on", "consultation__definition__timezone")
    return [
        pk
        for pk, due, reminded_on, zone in rows.order_by("pk")
        if occasion(due, day_of(now, zone), reminded=reminded_on is not None, told_over=False)
    ]


def filter_of(wanted: Mapping[str, object]) -> CommentFilter:
    """The filter of an assignment as it was written down."""
    return CommentFilter(**{name: value for name, value in wanted.items() if name in _FIELDS})  # type: ignore[arg-type]


def _states(
    consultation_id: int, found: Sequence[Light], rules: Rules
) -> Iterable[CommentState]:  # fmt: skip
    standing = standing_of(consultation_id)
    read = last_readings(consultation_id) if rules.second_reader else {}
    for one in found:
        word = standing.of(one.fingerprint, one.stood_in)
        approved = read.get(word.id) if word else None
        yield CommentState(
            one.id, one.fingerprint, one.number, one.question, one.themes, word,
            waits=word is not None and waits(approved, rules), sent_back=approved is False,
        )  # fmt: skip


def _rows(**where: object) -> list[Assignment]:
    return list(Assignment.objects.filter(**where).select_related("to", "by"))


def _shown(row: Assignment) -> AssignmentShown:
    who = row.to or row.by
    return AssignmentShown(
        id=row.pk,
        wanted=dict(row.wanted),
        to_id=row.to_id,
        to=people.name_of(row.to) if row.to else row.unit,
        mail=who.email if who.is_active else "",
        due=row.due,
        note=row.note,
        by=people.name_of(row.by),
        at=row.at,
        ended_at=row.ended_at,
        reminded_on=row.reminded_on,
        told_over_on=row.told_over_on,
    )
