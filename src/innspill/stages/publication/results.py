"""What the public is told became of the input: by theme, by respondent, by changed passage.

As `queries`, all of this the public may be told. Each count is of the points of the published
result and of nothing else, so that the pages add up to the report that goes with them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from django.db.models import QuerySet

from innspill.stages.publication.core.points import Point, barred, unbarred
from innspill.stages.publication.models import (
    PublishedChange,
    PublishedPoint,
    PublishedResult,
    PublishedTheme,
    Rendition,
)

NO_THEME = 0


@dataclass(frozen=True, slots=True)
class Called:
    """What the numbers in the points of a result stand for."""

    themes: Mapping[int, str]
    places: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class ThemeCounted:
    """A theme and its points by outcome. `number` is 0 for points that stand in none."""

    number: int
    label: str
    count: int
    outcomes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RespondentCounted:
    """A published response and its points by outcome."""

    number: int
    name: str
    group: str
    count: int
    outcomes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class From:
    """Whom a change came from: a published response."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A passage that was changed, with how many points led to it and whose they are."""

    number: int
    place: str
    old: str
    new: str
    points: int
    senders: tuple[From, ...]


@dataclass(frozen=True, slots=True)
class PointTold:
    """A point with whose it is."""

    point: Point
    name: str


def newest(slug: str) -> int | None:
    """The row of the result that is published now; None where none is."""
    rows = PublishedResult.objects.filter(consultation__slug=slug, taken_down_at=None)
    rows = rows.exclude(consultation__status="draft").order_by("-id")
    return rows.values_list("id", flat=True).first()


def decided_on(slug: str, number: int) -> list[Point]:
    """What was decided on the points of one response, as the published result has it."""
    result = newest(slug)
    if result is None:
        return []
    return list(decided_by_number(result, [number]).get(number, ()))


def decided_by_number(result_id: int, numbers: Iterable[int]) -> dict[int, tuple[Point, ...]]:
    """What a published result says was decided on the points of these responses."""
    rows = PublishedPoint.objects.filter(result=result_id, number__in=list(numbers))
    found: dict[int, tuple[Point, ...]] = {}
    for point in _read(rows, called(result_id)):
        found[point.number] = (*found.get(point.number, ()), point)
    return found


def called(result_id: int) -> Called:
    """The names of themes and places in one result."""
    themes = PublishedTheme.objects.filter(result=result_id).values_list("number", "label")
    places = PublishedChange.objects.filter(result=result_id).values_list("number", "place")
    return Called(dict(themes), dict(places))


def count(result_id: int) -> int:
    """How many points a result tells of."""
    return PublishedPoint.objects.filter(result=result_id).count()


def themes(result_id: int) -> list[ThemeCounted]:
    """The themes of a result in its order, last what stands in none; a point counts in each of its."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    rows = PublishedPoint.objects.filter(result=result_id)
    for held, outcome in rows.values_list("themes", "outcome"):
        for theme in unbarred(held) or (NO_THEME,):
            counts[theme][outcome] += 1
    labels = {**called(result_id).themes, NO_THEME: ""}
    return [
        ThemeCounted(number, label, counts[number].total(), counts[number])
        for number, label in labels.items()
        if counts[number]
    ]


def points_in(result_id: int, theme: int) -> PointList:
    """The points of one theme, or with 0 those that stand in none, by response."""
    rows = PublishedPoint.objects.filter(result=result_id)
    held = (
        rows.filter(themes="")
        if theme == NO_THEME
        else rows.filter(themes__contains=barred([theme]))
    )
    return PointList(held.order_by("number", "id"), result_id)


def respondents(result_id: int) -> list[RespondentCounted]:
    """Each public, current response with how many of its points got which outcome, by its name.

    Those without points are there too: they answered.
    """
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    rows = PublishedPoint.objects.filter(result=result_id)
    for number, outcome in rows.values_list("number", "outcome"):
        counts[number][outcome] += 1
    hearing = PublishedResult.objects.values_list("consultation", flat=True).get(pk=result_id)
    copies = Rendition.objects.filter(consultation=hearing, replaced_at=None, standing="current")
    return [
        RespondentCounted(number, name, group, counts[number].total(), counts[number])
        for number, name, group in copies.order_by("number").values_list("number", "name", "group")
    ]


def changes(result_id: int) -> list[ChangeTold]:
    """The passages that were changed, each with whose points led to it."""
    led: dict[int, list[int]] = defaultdict(list)
    rows = PublishedPoint.objects.filter(result=result_id).exclude(changes="")
    for number, held in rows.order_by("number").values_list("number", "changes"):
        for change in unbarred(held):
            led[change].append(number)
    names = _names(result_id, {number for each in led.values() for number in each})
    return [
        ChangeTold(
            row.number, row.place, row.old, row.new, len(led[row.number]),
            tuple(From(each, names.get(each, "")) for each in dict.fromkeys(led[row.number])),
        )
        for row in PublishedChange.objects.filter(result=result_id).order_by("id")
    ]  # fmt: skip


class PointList(Sequence[PointTold]):
    """Points of a result, of which only those that are looked at are read, each with its name."""

    def __init__(self, rows: QuerySet[PublishedPoint], result_id: int) -> None:
        self._rows, self._result = rows, result_id
        self._length = rows.count()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> PointTold: ...
    @overload
    def __getitem__(self, at: slice) -> list[PointTold]: ...
    def __getitem__(self, at: int | slice) -> PointTold | list[PointTold]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        found = list(_read(self._rows[at], called(self._result)))
        names = _names(self._result, {point.number for point in found})
        return [PointTold(point, names.get(point.number, "")) for point in found]


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every file of a result that may be shown: the text of the decision too."""
    rows = PublishedResult.objects.filter(taken_down_at=None).values_list("files", flat=True)
    return (digest for files in rows for held in files.values() for digest in held.values())


def _read(rows: QuerySet[PublishedPoint], names: Called) -> Iterator[Point]:
    columns = (
        "number",
        "question",
        "text",
        "outcome",
        "reason",
        "responsible",
        "themes",
        "changes",
    )
    ordered = rows if rows.query.is_sliced else rows.order_by("number", "id")
    for number, question, text, outcome, reason, responsible, held, led in ordered.values_list(
        *columns
    ):
        places = (names.places.get(each, "") for each in unbarred(led))
        yield Point(
            number=number,
            question=question,
            text=text,
            outcome=outcome,
            reason=reason,
            responsible=responsible,
            themes=tuple(names.themes[each] for each in unbarred(held) if each in names.themes),
            changed=tuple(dict.fromkeys(place for place in places if place)),
        )


def _names(result_id: int, numbers: Iterable[int]) -> dict[int, str]:
    """The public names of these responses."""
    hearing = PublishedResult.objects.values_list("consultation", flat=True).get(pk=result_id)
    rows = Rendition.objects.filter(
        consultation=hearing, number__in=list(numbers), replaced_at=None
    )
    return dict(rows.values_list("number", "name"))
