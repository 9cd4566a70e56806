"""The only way others read what is public, and all that portal and api may read of responses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, overload

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Q, QuerySet

from innspill.shared.people.models import Owner
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256, sha256_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake import queries as intake
from innspill.stages.intake.queries import DeliveryShown
from innspill.stages.publication.core.became import BecameOf, Fate, fate_of
from innspill.stages.publication.core.frozen import from_json
from innspill.stages.publication.core.ledger import Ledger
from innspill.stages.publication.core.points import Point
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.publication.files import FilesShown, PublicFileShown, files_of
from innspill.stages.publication.models import PublishedResult, Rendition, TakenDown
from innspill.stages.publication.replies import given_to
from innspill.stages.publication.results import decided_by_number as decided_by_number  # noqa: PLC0414
from innspill.stages.publication.results import decided_on as decided_on  # noqa: PLC0414 - asked for here
from innspill.stages.publication.waiting import PublicationShown, of_responses, state_of_each
from innspill.stages.register import pointing

_PROVING = (
    "number", "received_at", "files", "salt", "leaf", "journal_position", "proof", "tree_size",
    "root", "key",
)  # fmt: skip
"""What of a receipt only its holder and we know, and the key that we signed it with: another's
signature under the rest is none of ours.
"""
_LARGEST = 2**63


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One published response in a list. `answered` are the questions with a tick or text."""

    number: int
    reference: str
    name: str
    group: str
    private: bool
    kind: str
    received: str | None
    late: bool | None
    standing: str
    supports: str | None
    language: str | None
    answered: tuple[str, ...]
    published_at: datetime
    senders: int = 1
    kinds: tuple[str, ...] = ()
    remarks: bool = True


@dataclass(frozen=True, slots=True)
class PublicShown:
    """One published response: the frozen copy and when it was published."""

    number: int
    response: PublicResponse
    published_at: datetime
    sha256: Sha256
    superseded_by: int | None = None
    """The number of the public response that took its place."""
    supersedes: tuple[int, ...] = ()
    """The numbers of the public responses that it took the place of."""
    adds_to: int | None = None
    """The number of the public response that it is an addition to."""
    decided: tuple[Point, ...] = ()
    """What the published result says was decided on its points; filled in for open data alone."""
    remarks: bool = True
    """Whether it says more than that they have none."""
    files: tuple[PublicFileShown, ...] = ()
    """Those that may be taken home."""
    files_missing: bool = False
    """Whether one of them could not be made, so that it is not shown."""


class PublishedList(Sequence[PublishedRow]):
    """The published responses of one hearing, of which only those that are looked at are read."""

    def __init__(self, rows: QuerySet[Rendition]) -> None:
        self._rows = rows
        counted = rows.aggregate(all=Count("pk"), now=Count("pk", filter=Q(standing="current")))
        self._length: int = counted["all"]
        self.current: int = counted["now"]
        """How many of them stand; the others are superseded."""

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> PublishedRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[PublishedRow]: ...
    def __getitem__(self, at: int | slice) -> PublishedRow | list[PublishedRow]:
        if isinstance(at, int):
            return _row(self._rows[at])
        return [_row(row) for row in self._rows[at]]


def public_response(slug: str, number: int) -> PublicShown | None:
    """One published response, superseded ones too; None where nothing is public."""
    row = _public(slug).filter(number=number).first()
    if row is None:
        return None
    public, sha256 = from_json(row.content), Sha256(row.sha256)
    files: FilesShown = files_of(slug, number)
    return PublicShown(
        row.number,
        public,
        row.published_at,
        sha256,
        _newer(row, slug),
        supersedes=_older(row, slug),
        adds_to=_page(slug, public.adds_to),
        remarks=row.remarks,
        files=files.built,
        files_missing=files.some_refused,
    )


def is_taken_down(consultation_id: int, number: int) -> bool:
    """Whether a response was public under this number and none is now; told through the wall."""
    return TakenDown.objects.filter(consultation_id=consultation_id, number=number).exists()


def shown_as_listed(rows: Iterable[Rendition]) -> list[PublishedRow]:
    """Public rows as lists show them; for `searching`, which filters them."""
    return [_row(row) for row in rows]


def result(slug: str, language: str = "nb") -> dict[str, Any] | None:
    """The published result in `language`, else in the first that it has; None where none is.

    The figures as JSON (fields of reports' Figures), with `charts` (name to SVG and text),
    `decided` (points with outcome and reason), `files` (names) and `published_at` (datetime).
    """
    row = _result(slug)
    if row is None:
        return None
    chosen = _language_of(row, language)
    files = sorted(row.files.get(chosen, {}))
    return {**row.content[chosen], "published_at": row.published_at, "files": files}


def newest_result(slug: str) -> int | None:
    """The row of the result that is published now; None where none is."""
    return _results(slug).order_by("-id").values_list("id", flat=True).first()


def has_result(slug: str) -> bool:
    """Whether a result is published."""
    return _results(slug).exists()


def result_file(
    slug: str, name: str, store: ByteStore, language: str = "nb"
) -> tuple[str, bytes] | None:
    """Name and bytes of a file of the published result ("report.docx"); None where none is."""
    row = _result(slug)
    if row is None:
        return None
    sha256 = row.files.get(_language_of(row, language), {}).get(name)
    return (name, store.get(Sha256(sha256))) if sha256 else None


def _language_of(row: PublishedResult, language: str) -> str:
    return language if language in row.content else next(iter(row.content))


def ledger(consultation_id: int | None = None) -> Ledger:
    """The two sums at this moment, for one hearing or for everything that arrived (None).

    Anyone may see them, so that anyone can see that nothing vanished.
    """
    arrived = intake.counts(consultation_id)
    states = list(state_of_each(consultation_id).values())
    return Ledger(
        deliveries=arrived.deliveries,
        registered=arrived.registered,
        set_aside=arrived.set_aside,
        unprocessed=arrived.unprocessed,
        responses=len(states),
        published=states.count("published"),
        withheld=states.count("withheld"),
        waiting=states.count("waiting"),
        superseded=states.count("superseded"),
        withdrawn=states.count("withdrawn"),
    )


def ledger_for(owners: Collection[Owner]) -> Ledger:
    """The two sums of all hearings of these owners, with what names no known hearing."""
    seen = ledger()
    for other in consultations.of_others(owners):
        seen = seen.without(ledger(other))
    return seen


def became_of(number: int, receipt: Mapping[str, Any]) -> BecameOf | None:
    """What became of a delivery, for whoever shows the very receipt that we gave for it.

    None where there is no such delivery, or its receipt says anything else.
    """
    if type(number) is not int or not 0 < number < _LARGEST:
        return None
    try:
        delivery = intake.by_number(number)
    except ObjectDoesNotExist:
        return None
    given = delivery.receipt
    is_it = all(receipt.get(field) == given.get(field) for field in _PROVING)
    return _became(delivery) if is_it else None


def files_kept(receipt: Mapping[str, Any], store: ByteStore) -> list[tuple[str, bool]]:
    """Of each file of a receipt of ours its name, and whether its bytes are still what they were.

    They are hashed anew.
    """
    return [(file["name"], _is_kept(Sha256(file["sha256"]), store)) for file in receipt["files"]]


def renditions_of(consultation_id: int) -> list[tuple[int, PublicResponse]]:
    """The public copies of current responses, with their row numbers, for the later stages."""
    rows = _current().filter(consultation=consultation_id).order_by("number")
    return [(row.pk, from_json(row.content)) for row in rows]


def current_renditions(consultation_id: int | None = None) -> list[int]:
    """The row numbers of public copies of current responses, of one hearing or of all."""
    rows = _current().order_by("consultation", "number")
    if consultation_id is not None:
        rows = rows.filter(consultation=consultation_id)
    return list(rows.values_list("pk", flat=True))


def names_of(consultation_id: int) -> dict[int, str]:
    """The name that each current response is published under, by its number."""
    rows = _current().filter(consultation=consultation_id)
    return dict(rows.values_list("number", "name"))


def digests() -> dict[int, Sha256]:
    """Of each hearing, the digest of its public copies of current responses."""
    rows = _current().order_by("number")
    held: dict[int, list[str]] = {}
    for consultation, sha256 in rows.values_list("consultation", "sha256"):
        held.setdefault(consultation, []).append(sha256)
    return {pk: sha256_of("\n".join(digests).encode()) for pk, digests in held.items()}


def rendition(rendition_id: int) -> tuple[int, PublicResponse]:
    """The hearing's row number and the public copy. Raises DoesNotExist where there is none."""
    row = Rendition.objects.get(pk=rendition_id)
    return row.consultation_id, from_json(row.content)


def footnotes(rendition_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The footnotes of some public copies, by their row numbers and then by their marks."""
    rows = Rendition.objects.filter(pk__in=rendition_ids)
    return {row.pk: dict(from_json(row.content).footnotes) for row in rows}


def _current() -> QuerySet[Rendition]:
    return Rendition.objects.filter(replaced_at=None, standing="current")


def _public(slug: str) -> QuerySet[Rendition]:
    return (
        Rendition.objects.filter(consultation__slug=slug, replaced_at=None)
        .exclude(consultation__status="draft")
        .order_by("number")
    )


def _results(slug: str) -> QuerySet[PublishedResult]:
    found = PublishedResult.objects.filter(consultation__slug=slug, taken_down_at=None)
    return found.exclude(consultation__status="draft")


def _result(slug: str) -> PublishedResult | None:
    return _results(slug).order_by("-id").first()


def _row(row: Rendition) -> PublishedRow:
    public = from_json(row.content)
    return PublishedRow(
        number=row.number,
        reference=public.reference,
        name=row.name,
        group=row.group,
        private=row.private,
        kind=public.kind,
        received=public.received,
        late=row.late,
        standing=row.standing,
        supports=public.supports,
        language=public.language,
        answered=tuple(answer.question for answer in public.answers if answer.ticks or answer.text),
        published_at=row.published_at,
        senders=len(public.senders),
        kinds=public.kinds,
        remarks=row.remarks,
    )


def _newer(row: Rendition, slug: str) -> int | None:
    """The number of the public response that superseded this one."""
    return _page(slug, row.superseded_by)


def _older(row: Rendition, slug: str) -> tuple[int, ...]:
    """The numbers of the public responses that this one took the place of."""
    older = _public(slug).filter(superseded_by=row.number)
    return tuple(older.values_list("number", flat=True))


def _page(slug: str, number: int | None) -> int | None:
    """The number, where a public page has it."""
    if number is None:
        return None
    return number if _public(slug).filter(number=number).exists() else None


def _became(delivery: DeliveryShown, seen: frozenset[int] = frozenset()) -> BecameOf:
    aside, slug = delivery.set_aside, delivery.consultation_slug
    newer = intake.newer_version(delivery.number)
    if delivery.taken_back_at is not None:
        return BecameOf(delivery.number, slug, "taken-back", newer=newer)
    if aside is not None:
        on = aside.moved_to or aside.duplicate_of
        before = seen | {delivery.number}
        goes_on = _became(intake.by_number(on), before) if on and on not in before else None
        return BecameOf(delivery.number, slug, "set-aside", aside.reason, newer, goes_on=goes_on)
    rows = pointing.of_delivery(delivery.number)
    if not rows:
        return BecameOf(delivery.number, slug, "unread", newer=newer)
    fates = tuple(_fate(shown) for shown in of_responses(rows))
    return BecameOf(delivery.number, slug, "registered", newer=newer, fates=fates)


def _fate(shown: PublicationShown) -> Fate:
    row = shown.response
    return Fate(
        fate_of(shown.state, screened=bool(shown.outcome), reasons=shown.reasons),
        page=_page(row.consultation_slug, row.number),
        newer=_page(row.consultation_slug, row.superseded_by_number),
        published_at=shown.published_at,
        reply=given_to(row.consultation_id, row.number) if row.standing == "current" else None,
    )


def _is_kept(sha256: Sha256, store: ByteStore) -> bool:
    try:
        store.get(sha256)  # which hashes what it gives
    except (KeyError, ValueError):
        return False
    return True
