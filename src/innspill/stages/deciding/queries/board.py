"""The board of one hearing: its comments gathered and counted, and one page of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, Light
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.board import Point, Row, gathered, whole
from innspill.stages.deciding.core.values import DECIDING, LastWord, Target
from innspill.stages.deciding.queries.standing import DecidedRow, with_dispositions
from innspill.stages.deciding.queries.words import Standing, standing_of

PAGE = 40


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Which comments: what analysis filters by, and what was decided on them."""

    comments: CommentFilter = field(default_factory=CommentFilter)
    outcome: str = ""
    """"left", "decided", or an outcome that decides; empty for all."""
    lost: bool = False
    """Only those on which somebody's word waits beside another's."""

    def keeps(self, point: Point) -> bool:
        """Whether what was decided on it is asked for."""
        if self.lost and not point.lost:
            return False
        if self.outcome == "left":
            return point.word is None
        if self.outcome == "decided":
            return point.word is not None
        return not self.outcome or (point.word is not None and point.word.outcome == self.outcome)


class Held:
    """The comments of one hearing and what stands for them, read once for all that a page shows."""

    def __init__(self, consultation_id: int) -> None:
        self.consultation_id = consultation_id

    @cached_property
    def standing(self) -> Standing:
        """What stands."""
        return standing_of(self.consultation_id)

    @cached_property
    def lights(self) -> list[Light]:
        """Every comment, with what it is filtered by."""
        return analysis.lights(self.consultation_id, CommentFilter())

    @cached_property
    def points(self) -> list[Point]:
        """Every comment, as the board counts it."""
        return [point_of(one, self.standing) for one in self.lights]

    def kept(self, asked: BoardFilter) -> tuple[list[Point], dict[str, dict[str, int]]]:
        """The comments that every field keeps, and how many there are with each value."""
        wanted = asked.comments
        if wanted.words.strip() or not wanted.remarks:
            found = analysis.lights(self.consultation_id, wanted)
            points = {one.id: point_of(one, self.standing) for one in found}
        else:
            found = self.lights
            points = {point.id: point for point in self.points}
        counted = analysis.counted([one for one in found if asked.keeps(points[one.id])], wanted)
        by_comments = [points[one.id] for one in analysis.kept(found, wanted)]
        counted["outcome"] = _outcomes(by_comments)
        return [point for point in by_comments if asked.keeps(point)], counted


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One row of the board, with the word on its whole where it is a theme or a like group."""

    counts: Row
    word: LastWord | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Comments gathered: the rows, and all of them counted once."""

    rows: tuple[BoardRow, ...]
    all: Row


@dataclass(frozen=True, slots=True)
class DecidedPage:
    """Some of the comments that a filter keeps, with what was decided on each.

    `counted` is as in `CommentPage`, with "outcome" beside: how many under the other fields.
    """

    rows: tuple[DecidedRow, ...]
    total: int
    page: int
    pages: int
    counted: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a comment stands in a list: the ones beside it, and the next that is left."""

    previous: int | None
    next: int | None
    next_left: int | None
    place: int
    """From 1; 0 where it is not in the list."""
    total: int
    left: int


def board(
    slug: str, owners: Collection[Owner], by: str, asked: BoardFilter | None = None
) -> Board:  # fmt: skip
    """The comments that the filter keeps, gathered `by` one of `core.board.GATHERED`."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return Board((), whole(()))
    held = Held(hearing.id)
    points = held.kept(asked or BoardFilter())[0]
    rows = (BoardRow(row, _word_of(row, by, held.standing)) for row in gathered(points, by))
    return Board(tuple(rows), whole(points))


def page(
    slug: str,
    owners: Collection[Owner],
    asked: BoardFilter | None = None,
    *,
    page: int = 1,
    size: int = PAGE,
) -> DecidedPage:
    """One page of the comments that the filter keeps; as many statements whatever their number."""
    asked = asked or BoardFilter()
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return DecidedPage((), 0, 1, 1, {})
    held = Held(hearing.id)
    points, counted = held.kept(asked)
    pages = max(1, ceil(len(points) / size))
    page = min(max(page, 1), pages)
    here = [point.id for point in points[(page - 1) * size : page * size]]
    rows = with_dispositions(hearing.id, analysis.these(hearing.id, here), held.standing)
    return DecidedPage(tuple(rows), len(points), page, pages, counted)


def neighbours(
    slug: str, owners: Collection[Owner], comment_id: int, asked: BoardFilter | None = None,
    *, held: Held | None = None,
) -> Neighbours:  # fmt: skip
    """Where a comment stands in the list that the filter keeps; of what is `held` already."""
    hearing = consultations.shown_to(slug, owners)
    points: list[Point] = []
    if hearing is not None:
        points = (held or Held(hearing.id)).kept(asked or BoardFilter())[0]
    ids = [point.id for point in points]
    left = [point.id for point in points if point.word is None and point.id != comment_id]
    number_left = sum(point.word is None for point in points)
    if comment_id not in ids:
        after = next((pk for pk in left if pk > comment_id), left[0] if left else None)
        return Neighbours(None, None, after, 0, len(ids), number_left)
    at = ids.index(comment_id)
    behind = set(ids[at + 1 :])
    return Neighbours(
        previous=ids[at - 1] if at else None,
        next=ids[at + 1] if at + 1 < len(ids) else None,
        next_left=next((pk for pk in left if pk in behind), left[0] if left else None),
        place=at + 1,
        total=len(ids),
        left=number_left,
    )


def point_of(one: Light, standing: Standing) -> Point:
    """A comment as the board counts it."""
    return Point(
        id=one.id,
        fingerprint=one.fingerprint,
        number=one.number,
        question=one.question,
        themes=one.within,
        places=one.places,
        proposals=one.proposals,
        group=standing.like.get(one.fingerprint, (one.fingerprint,)),
        word=standing.of(one.fingerprint, one.stood_in),
        lost=bool(standing.waiting(Target("comment", one.fingerprint))),
        stance=one.said.get("stance", ""),
    )


def _outcomes(points: Sequence[Point]) -> dict[str, int]:
    counts = Counter(point.word.outcome if point.word else "left" for point in points)
    counts["decided"] = sum(counts[outcome] for outcome in DECIDING)
    counts["lost"] = sum(point.lost for point in points)
    return dict(counts)


def _word_of(row: Row, by: str, standing: Standing) -> LastWord | None:
    if by == "theme" and row.key.isdigit():
        return standing.on(Target("theme", row.key))
    return standing.on(Target("like", row.key)) if by in {"like", "proposal"} else None
