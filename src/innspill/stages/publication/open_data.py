"""What open data, feeds and lists for search engines are made from: public copies and results alone.

As `queries`, all of this the public may be told; it stands apart because it is read in bulk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from innspill.shared import public_side
from innspill.shared.values import Sha256, sha256_of
from innspill.stages.consultations.core.definition import Text
from innspill.stages.consultations.core.ids import slug as slug_of
from innspill.stages.publication.core.frozen import from_json
from innspill.stages.publication.core.points import Point
from innspill.stages.publication.core.values import PRIVATE
from innspill.stages.publication.core.wishes import is_unnamed
from innspill.stages.publication.files import PublicFileShown, files_by_number
from innspill.stages.publication.models import (
    LastChange,
    PublicFile,
    PublicSum,
    PublishedResult,
    Rendition,
)
from innspill.stages.publication.queries import PublicShown, decided_by_number, newest_result
from innspill.stages.publication.waiting import state_of_each
from innspill.stages.register import queries as register

CHUNK = 500
"""How many copies are read at a time: so few that they need little room, so many that it goes fast."""
_LONGEST_NAME = 1000
_MOST_COMMAS = 6
"""How many parts a name with commas may have, to be found in a heading of several names."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which public copies are asked for. `group` "" means respondents outside the list.

    `question` keeps those that answered it, `standing` those that stand or are superseded, `since`
    those published then or later, and `after` those with a higher number.
    """

    group: str | None = None
    question: str | None = None
    standing: str | None = None
    since: datetime | None = None
    after: int = 0


@dataclass(frozen=True, slots=True)
class PublicState:
    """What is public of a hearing at one moment: equal digests mean equal copies and results.

    `changed_at` is when something came or went last.
    """

    digest: Sha256
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class News:
    """A public copy as news tells of it."""

    slug: str
    title: Text
    owner: str
    number: int
    reference: str
    name: str
    senders: tuple[str, ...]
    private: bool
    language: str | None
    published_at: datetime


@dataclass(frozen=True, slots=True)
class ResultFile:
    """A file of the published result, in the byte store."""

    language: str
    name: str
    sha256: Sha256


def state_of(slug: str) -> PublicState:
    """The state of one hearing's public copies and result."""
    held = _public().filter(consultation__slug=slug).order_by("number")
    built = PublicFile.objects.filter(
        rendition__consultation__slug=slug, rendition__replaced_at=None
    )
    files = " ".join(map(str, built.order_by("pk").values_list("pk", flat=True)))
    results = PublishedResult.objects.filter(consultation__slug=slug)
    changed = LastChange.objects.filter(consultation__slug=slug).values_list("at", flat=True)
    copies = [
        f"{number} {sha256} {at.isoformat()} {newer}"
        for number, sha256, at, newer in held.values_list(
            "number", "sha256", "published_at", "newer"
        )
    ]
    shown = results.filter(taken_down_at=None).order_by("-pk").values_list("pk", flat=True).first()
    digest = sha256_of("\n".join([*copies, f"files {files}", f"result {shown}"]).encode())
    return PublicState(digest, changed.first())


def responses(slug: str, wanted: Wanted | None = None) -> Iterator[PublicShown]:
    """The published responses of one hearing that are asked for, in order of number.

    They are read in chunks, and none is held longer than it is looked at.
    """
    wanted = wanted or Wanted()
    rows = _public().filter(consultation__slug=slug).order_by("number")
    if wanted.group is not None:
        rows = rows.filter(group=wanted.group)
    if wanted.standing is not None:
        rows = rows.filter(standing=wanted.standing)
    if wanted.since is not None:
        rows = rows.filter(published_at__gte=wanted.since)
    others = _others(slug)
    after, result = wanted.after, newest_result(slug)
    while chunk := list(rows.filter(number__gt=after)[:CHUNK]):
        files = files_by_number(slug, [row.number for row in chunk])
        current = [row.number for row in chunk if row.standing == "current"]
        decided = decided_by_number(result, current) if result is not None else {}
        for row in chunk:
            shown = _shown(row, others, files.get(row.number, ()), decided.get(row.number, ()))
            if wanted.question is None or wanted.question in answered(shown):
                yield shown
        after = chunk[-1].number


def answered(shown: PublicShown) -> tuple[str, ...]:
    """The questions that it answers: with a tick, a text, or that there is no comment."""
    answers = shown.response.answers
    return tuple(each.question for each in answers if each.ticks or each.text or each.no_comment)


def news(most: int, *, slug: str | None = None, body: str | None = None) -> list[News]:
    """The public copies of current responses published last, of one hearing or of one body.

    `body` is a sender's name as `address_name` writes it; nobody finds private persons so.
    """
    rows = _public().filter(standing="current").select_related("consultation__owner")
    if slug is not None:
        rows = rows.filter(consultation__slug=slug)
    if body is not None:
        rows = rows.filter(pk__in=_perhaps_of(body, most))
    found = [_news(row) for row in rows.order_by("-published_at", "-pk")[:most]]
    return [
        each
        for each in found
        if body is None or body in {address_name(name) for name in named(each.senders)}
    ]


def named(senders: tuple[str, ...]) -> list[str]:
    """The senders that are called by their name: neither private persons nor who wishes no name."""
    return [name for name in senders if name and name != PRIVATE and not is_unnamed(name)]


def address_name(name: str) -> str:
    """A body's name as it stands in addresses: "Fjordvik kommune" is fjordvik-kommune."""
    return slug_of(name, most=_LONGEST_NAME)


def results_published() -> dict[str, datetime]:
    """Of each hearing with a published result, when that was published."""
    rows = PublishedResult.objects.filter(taken_down_at=None)
    rows = rows.exclude(consultation__status="draft").order_by("pk")
    return dict(rows.values_list("consultation__slug", "published_at"))


def result_files(slug: str) -> list[ResultFile]:
    """The files of the published result, in every language."""
    rows = PublishedResult.objects.filter(consultation__slug=slug, taken_down_at=None)
    row = rows.exclude(consultation__status="draft").order_by("-pk").first()
    held = row.files if row else {}
    return [
        ResultFile(language, name, Sha256(sha256))
        for language, files in sorted(held.items())
        for name, sha256 in sorted(files.items())
    ]


def for_search_engines(slug: str) -> list[tuple[int, datetime]]:
    """Number and time of the public copies that search engines may know of.

    Those of private persons are not among them, nor those that a newer one took the place of.
    """
    rows = _public().filter(consultation__slug=slug, private=False, standing="current")
    return list(rows.order_by("number").values_list("number", "published_at"))


def counts_of_all() -> dict[int, Counter[str]]:
    """Of each hearing how many responses are published, withheld, waiting, superseded, withdrawn."""
    counts: dict[int, Counter[str]] = {}
    if public_side.is_reading():
        sums = PublicSum.objects.filter(side="responses")
        for hearing, state, many in sums.values_list("consultation_id", "what", "many"):
            counts.setdefault(hearing, Counter())[state] += many
        return counts
    hearing_of = register.hearings_of_each()
    for response, state in state_of_each().items():
        counts.setdefault(hearing_of[response], Counter())[state] += 1
    return counts


def _perhaps_of(body: str, most: int) -> list[int]:
    """The last copies whose heading names the body: the headings alone are read for this."""
    rows = Rendition.objects.filter(replaced_at=None, standing="current")
    rows = rows.exclude(consultation__status="draft").order_by("-published_at", "-pk")
    named_so = (pk for pk, name in rows.values_list("pk", "name") if _may_name(name, body))
    return list(islice(named_so, most))


def _may_name(heading: str, body: str) -> bool:
    """Whether one of the names that a heading joins by commas is the body's; names have commas too."""
    whole = address_name(heading)
    if f"-{body}-" not in f"-{whole}-":
        return False
    parts = heading.split(", ")
    starts = range(len(parts))
    return any(
        address_name(", ".join(parts[start:end])) == body
        for start in starts
        for end in range(start + 1, min(len(parts), start + _MOST_COMMAS) + 1)
    )


def _public() -> QuerySet[Any]:
    """The public copies, each with the number of the public one that took its place (`newer`)."""
    newer = Rendition.objects.filter(
        consultation=OuterRef("consultation"),
        number=OuterRef("superseded_by"),
        replaced_at=None,
    ).values("number")[:1]
    rows = Rendition.objects.filter(replaced_at=None).exclude(consultation__status="draft")
    return rows.annotate(newer=Subquery(newer))


def _others(slug: str) -> dict[int, tuple[int, ...]]:
    """Of each public response the numbers of the public ones that it took the place of."""
    rows = _public().filter(consultation__slug=slug).order_by("number")
    newer_of = dict(rows.values_list("number", "newer"))
    found: dict[int, tuple[int, ...]] = dict.fromkeys(newer_of, ())
    for number, newer in newer_of.items():
        if newer is not None:
            found[newer] = (*found.get(newer, ()), number)
    return found


def _shown(
    row: Any,
    others: Mapping[int, tuple[int, ...]],
    files: tuple[PublicFileShown, ...],
    decided: tuple[Point, ...],
) -> PublicShown:
    public = from_json(row.content)
    return PublicShown(
        number=row.number,
        response=public,
        published_at=row.published_at,
        sha256=Sha256(row.sha256),
        superseded_by=row.newer,
        supersedes=others.get(row.number, ()),
        adds_to=public.adds_to if public.adds_to in others else None,
        remarks=row.remarks,
        files=files,
        decided=decided,
    )


def _news(row: Rendition) -> News:
    public = from_json(row.content)
    hearing = row.consultation
    return News(
        slug=hearing.slug,
        title=hearing.title,
        owner=hearing.owner.name,
        number=row.number,
        reference=public.reference,
        name=public.name,
        senders=public.senders,
        private=public.private,
        language=public.language,
        published_at=row.published_at,
    )
