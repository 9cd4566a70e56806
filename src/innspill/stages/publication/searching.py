"""Lists and searches of what is public, filtered, counted and shown with the words marked.

An index only proposes copies. What is shown is asked of the database at that moment: a copy that
was taken down a moment ago is no hit, whatever the index still holds. Portal and api may read it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, overload

from django.db.models import Count, QuerySet

from innspill.shared.errors import SearchUnavailable
from innspill.shared.values import Sha256
from innspill.stages.publication.core.frozen import from_json
from innspill.stages.publication.core.listing import SORTS, Filter
from innspill.stages.publication.core.searching.asking import Asked
from innspill.stages.publication.core.searching.marking import (
    Snippet,
    marked,
    snippet,
)
from innspill.stages.publication.core.searching.passages import Passage, Searched, passages_of
from innspill.stages.publication.core.searching.values import Found, SearchIndex
from innspill.stages.publication.core.searching.words import tokens
from innspill.stages.publication.models import Rendition
from innspill.stages.publication.queries import (
    PublicShown,
    PublishedList,
    PublishedRow,
    shown_as_listed,
)

PublicNow = Callable[[int | None], Collection[int]]
_SNIPPETS = 3
"""Passages that are shown of one copy."""
_TEXTS = ("answer", "general", "footnote")


@dataclass(frozen=True, slots=True)
class PassageShown:
    """A stretch of one passage with the words marked; `question` is set for an answer."""

    kind: str
    question: str
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class HitShown:
    """A public copy that was found: how lists show it, its hearing, and where the words stand."""

    row: PublishedRow
    slug: str
    title: Mapping[str, str]
    passages: tuple[PassageShown, ...]
    taken_for: tuple[str, ...]
    """Words of the text that a word which stands nowhere was taken for."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """How many public copies a hearing has, and how many of each kind; each kind adds up to all."""

    all: int
    groups: Mapping[str, int]
    remarks: Mapping[bool, int]
    late: Mapping[bool, int]
    joint: Mapping[bool, int]
    standing: Mapping[str, int]


def tallies(slug: str) -> Tallies:
    """The counts of one hearing's public copies, for the choices of its list."""
    fields = ("group", "remarks", "late", "joint", "standing")
    rows = _of(slug).order_by().values_list(*fields).annotate(many=Count("pk"))
    held: list[dict[Any, int]] = [{} for _ in fields]
    for *values, many in rows:
        for counts, value in zip(held, values, strict=True):
            counts[value] = counts.get(value, 0) + many
    groups, remarks, late, joint, standing = held
    late = {True: late.get(True, 0), False: late.get(False, 0) + late.get(None, 0)}
    return Tallies(sum(groups.values()), groups, remarks, late, joint, standing)


def listed(
    slug: str, asked: Filter, *, sort: str = "number", among: Collection[int] | None = None
) -> PublishedList:
    """The public copies of one hearing that `asked` leaves, in order; read when looked at.

    `among` are the only row numbers that may be shown, as a search found them.
    """
    return PublishedList(_filtered(_of(slug), asked, among).order_by(*_order(sort)))


def answering(
    slug: str, question: str, asked: Filter, *, among: Collection[int] | None = None
) -> PublicCopies:
    """The current public copies that answer a question, in order of number; read when looked at."""
    rows = _filtered(_of(slug).filter(standing="current"), asked, among)
    return PublicCopies(rows.filter(answered__contains=f"|{question}|").order_by("number"))


class PublicCopies(Sequence[PublicShown]):
    """Public copies in order, of which only those that are looked at are read."""

    def __init__(self, rows: QuerySet[Rendition]) -> None:
        self._rows = rows
        self._length = rows.count()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> PublicShown: ...
    @overload
    def __getitem__(self, at: slice) -> list[PublicShown]: ...
    def __getitem__(self, at: int | slice) -> PublicShown | list[PublicShown]:
        if isinstance(at, int):
            return _public(self._rows[at])
        return [_public(row) for row in self._rows[at]]


class Hits(Sequence[HitShown]):
    """What was found and is public now, the best first; only what is looked at is read."""

    def __init__(self, index: SearchIndex, asked: Asked, now: datetime, public: PublicNow) -> None:
        self._index, self._asked, self._now, self._public = index, asked, now, public
        self._found: Found = index.find(asked, now=now)
        there = public(asked.where.hearing)
        self.renditions = tuple(pk for pk in self._found.renditions if pk in there)

    @property
    def behind(self) -> int:
        """How many public copies the index does not hold yet."""
        return max(0, len(self._public(None)) - self._index.size())

    def __len__(self) -> int:
        return len(self.renditions)

    @overload
    def __getitem__(self, at: int) -> HitShown: ...
    @overload
    def __getitem__(self, at: slice) -> list[HitShown]: ...
    def __getitem__(self, at: int | slice) -> HitShown | list[HitShown]:
        if isinstance(at, int):
            return self._read(self.renditions[at : at + 1 or None])[0]
        return self._read(self.renditions[at])

    def _read(self, wanted: Sequence[int]) -> list[HitShown]:
        found = _searchable().filter(pk__in=wanted).select_related("consultation")
        rows = found.defer("consultation__definition", "consultation__working").in_bulk()
        places = self._index.places(self._found, wanted, self._asked, now=self._now)
        # One that was taken down since it was counted is left out here as well.
        return [self._hit(rows[pk], places.get(pk, ())) for pk in wanted if pk in rows]

    def _hit(self, row: Rendition, places: Sequence[int]) -> HitShown:
        passages = passages_of(row.content)
        at = [passages[place] for place in places if place < len(passages)]
        shown = [
            (each, marked(each.text, self._found.sought)) for each in at if each.kind in _TEXTS
        ]
        best = sorted(shown, key=lambda one: -one[1].terms)[:_SNIPPETS]
        kept = [(passage, found.spans) for passage, found in shown if (passage, found) in best]
        taken = {word for passage, spans in kept for word in self._guessed(passage, spans)}
        return HitShown(
            row=shown_as_listed([row])[0],
            slug=row.consultation.slug,
            title=row.consultation.title,
            passages=tuple(
                PassageShown(one.kind, one.question, snippet(one.text, spans))
                for one, spans in kept
            ),
            taken_for=tuple(sorted(taken)),
        )

    def _guessed(self, passage: Passage, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
        if not self._found.guessed:
            return
        for start, end in spans:
            word = passage.text[start:end]
            if any(token.stem in self._found.guessed for token in tokens(word)):
                yield word.lower()


def public_now(hearing: int | None) -> Collection[int]:
    """The row numbers of all copies that are public at this moment, or of one hearing's.

    Asked by hearing in either case: then the database reads an index and none of the large rows.
    """
    rows = _searchable().order_by()
    one = rows.filter(consultation__gt=0) if hearing is None else rows.filter(consultation=hearing)
    return set(one.values_list("pk", flat=True))


def search(
    index: SearchIndex, asked: Asked, *, now: datetime, public: PublicNow = public_now
) -> Hits:
    """What answers a question and is public at this moment. Raises SearchUnavailable.

    `public` is `public_now`, or what has just asked it.
    """
    return Hits(index, asked, now, public)


def to_index(index: SearchIndex) -> list[int]:
    """The copies that an index lacks, and after them those that it must let go of.

    All public ones where there is no index yet. Raises SearchUnavailable where it is broken.
    """
    public = set(_searchable().order_by().values_list("pk", flat=True))
    try:
        held = index.held()
    except SearchUnavailable as error:
        if error.broken:
            raise
        held = frozenset(public)
    return [*sorted(public - held), *sorted(held - public)]


def searched(rendition: int) -> Searched | None:
    """One copy as it is searched; None where it is not public now."""
    row = _searchable().filter(pk=rendition).first()
    return _searched(row) if row else None


def all_searched() -> tuple[int, Iterator[Searched]]:
    """How many copies there are to search, and all of them, read one by one."""
    rows = _searchable().order_by("pk")
    return rows.count(), (_searched(row) for row in rows.iterator(chunk_size=200))


def _searchable() -> QuerySet[Rendition]:
    return Rendition.objects.filter(replaced_at=None).exclude(consultation__status="draft")


def _of(slug: str) -> QuerySet[Rendition]:
    return _searchable().filter(consultation__slug=slug)


def _filtered(
    rows: QuerySet[Rendition], asked: Filter, among: Iterable[int] | None
) -> QuerySet[Rendition]:
    if asked.group is not None:
        rows = rows.filter(group=asked.group)
    if asked.question is not None:
        rows = rows.filter(answered__contains=f"|{asked.question}|")
    if asked.late is not None:
        rows = rows.filter(late=True) if asked.late else rows.exclude(late=True)
    for field in ("remarks", "joint", "standing"):
        value = getattr(asked, field)
        if value is not None:
            rows = rows.filter(**{field: value})
    return rows if among is None else rows.filter(pk__in=list(among))


def _order(sort: str) -> tuple[str, ...]:
    sort = sort if sort in SORTS else "number"
    # Private persons stand unnamed, so their order by name must not tell their names either.
    first = {"name": ("private", "name"), "group": ("group", "private", "name")}.get(sort, (sort,))
    return tuple(dict.fromkeys((*first, "number")))


def _public(row: Rendition) -> PublicShown:
    return PublicShown(row.number, from_json(row.content), row.published_at, Sha256(row.sha256))


def _searched(row: Rendition) -> Searched:
    return Searched(
        rendition=row.pk,
        hearing=row.consultation_id,
        group=row.group,
        remarks=row.remarks,
        late=bool(row.late),
        joint=row.joint,
        year=int(row.received[:4] or row.published_at.year),
        standing=row.standing,
        private=row.private,
        published_at=row.published_at.astimezone(UTC).isoformat(),
        content=row.content,
    )
