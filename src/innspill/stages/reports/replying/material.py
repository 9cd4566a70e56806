"""What letters are made from: who sent each response and where they are reached, and what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from innspill.shared.people import queries as people
from innspill.shared.people.models import Owner
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.queries import DecidedRow
from innspill.stages.intake import queries as intake
from innspill.stages.invitations import queries as invitations
from innspill.stages.publication import queries as publication
from innspill.stages.publication import replies
from innspill.stages.publication.core.replies import Adhered, Changed, Reply, ReplyPoint, Why
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.reading import queries as reading
from innspill.stages.register import clues
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow, SenderShown
from innspill.stages.reports.core.replying.addressing import (
    Addressed,
    Book,
    Known,
    Sender,
    addressed,
)

NOTICE = "will-come"
UNSURE = "unsure"
_FEW = 3
"""Responses whose points are read one by one; of more, those of the whole hearing are, once."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A letter that is due: to which sender of which response, and where it goes."""

    response: ResponseRow
    position: int
    name: str
    to: Addressed

    @property
    def place(self) -> tuple[int, int]:
        """The number of the response, and the position of its sender."""
        return self.response.number, self.position


def planned(hearing: ConsultationShown) -> list[Planned]:
    """The letter to each sender of each current response, in order of number."""
    rows = register.of_consultation(hearing.id)
    came_from = _came_from(hearing, rows)
    known = Book(_known(hearing))
    return [
        Planned(row, position, sender.name, _to(row, position, sender, came_from, known))
        for row in rows
        if row.standing == "current"
        for position, sender in enumerate(_senders(row))
    ]


def contents(
    hearing: ConsultationShown, owners: Collection[Owner], numbers: Collection[int] | None = None
) -> dict[int, Reply]:
    """What the respondents of these responses are told, or those of all current ones (None)."""
    rows = [row for row in register.of_consultation(hearing.id) if row.standing == "current"]
    public = {
        int(each.reference.rpartition("-")[2]): each
        for _, each in publication.renditions_of(hearing.id)
    }
    digests = replies.digests_of(hearing.id)
    adheres = {row.number: _adhered(row, rows, public) for row in rows if row.supports}
    wanted = [row for row in rows if numbers is None or row.number in numbers]
    others = {other for row in wanted if (other := adheres.get(row.number))}
    needed = None if numbers is None else {*(row.number for row in wanted), *others}
    points = _points(hearing, owners, needed)
    found = {}
    for row in wanted:
        other = adheres.get(row.number)
        found[row.number] = Reply(
            reference=row.reference,
            number=row.number,
            points=points.get(row.number, ()),
            why=_why(row, public.get(row.number), points.get(row.number, ())),
            adheres=_told(public[other], digests[other], points.get(other, ()))
            if other and points.get(other)
            else None,
            adheres_to=row.supports,
        )
    return found


def languages(hearing: ConsultationShown) -> dict[int, str]:
    """Of each published current response the language that it is written in, where we have it."""
    return {
        int(each.reference.rpartition("-")[2]): each.language
        for _, each in publication.renditions_of(hearing.id)
        if each.language in LANGUAGES
    }


def language_of(hearing: ConsultationShown, *known: str | None) -> str:
    """The first of these that we write in; else what the hearing is written in."""
    for language in known:
        if language in LANGUAGES:
            return str(language)
    return next((str(each) for each in LANGUAGES if each in hearing.definition.title), "nb")


def owners_of(hearing: ConsultationShown) -> list[Owner]:
    """The owner of a hearing, for what is asked on its behalf."""
    owner = people.owner_named(hearing.owner)
    return [owner] if owner else []


def _senders(row: ResponseRow) -> tuple[SenderShown, ...]:
    """Whom a response is from; somebody, where nobody knows."""
    nobody = SenderShown("", "unknown", None, None, "open", UNSURE, (), None)
    return row.senders or (nobody,)


def _to(
    row: ResponseRow,
    position: int,
    sender: SenderShown,
    came_from: Mapping[int, str],
    known: Book,
) -> Addressed:
    one = Sender(
        name=sender.name,
        kind=sender.kind,
        number=sender.number,
        body=sender.body or "",
        is_sure=sender.certainty != UNSURE,
    )
    came = "" if position else came_from.get(row.delivery_number, "")
    return addressed(one, came_from=came, known=known.near(one))


def _came_from(hearing: ConsultationShown, rows: Iterable[ResponseRow]) -> dict[int, str]:
    """Of each delivery the address that it came from: as was said, else as the mail itself says."""
    said = {each.number: each.claimed_email for each in intake.of_consultation(hearing.id)}
    silent = [
        row for row in rows if row.standing == "current" and not said.get(row.delivery_number)
    ]
    read = reading.by_ids([row.reading_id for row in silent])
    for row in silent:
        said[row.delivery_number] = clues.address_of("", read[row.reading_id].read)
    return said


def _known(hearing: ConsultationShown) -> tuple[Known, ...]:
    """Those of the hearing's list first, then those of the owner's address book."""
    invited = [
        Known(one.name, one.number, one.body, one.email, one.address, one.language)
        for one in invitations.of_hearing(hearing.id)
    ]
    book = [
        Known(one.name, one.number, "", one.email, one.address, one.language)
        for one in invitations.contacts(owners_of(hearing))
    ]
    return (*invited, *book)


def _points(
    hearing: ConsultationShown, owners: Collection[Owner], numbers: Collection[int] | None
) -> dict[int, tuple[ReplyPoint, ...]]:
    if numbers is None or len(numbers) > _FEW:
        rows = [
            row
            for row in deciding.all_decided(hearing.id)
            if row.comment.is_remark and (numbers is None or row.comment.number in numbers)
        ]
    else:
        rows = [
            row
            for number in sorted(numbers)
            for row in deciding.decided(hearing.slug, owners, CommentFilter(number=number))
        ]
    found: dict[int, list[ReplyPoint]] = defaultdict(list)
    for row in rows:
        found[row.comment.number].append(_point(row))
    return {number: tuple(each) for number, each in found.items()}


def _point(row: DecidedRow) -> ReplyPoint:
    said = row.disposition
    return ReplyPoint(
        question=row.comment.question,
        text=row.comment.text,
        outcome=said.outcome if said else "",
        reason=said.reason if said else "",
        responsible=said.responsible if said else "",
        changes=tuple(Changed(each.place, each.old, each.new) for each in said.changes)
        if said
        else (),
    )


def _why(row: ResponseRow, public: PublicResponse | None, points: tuple[ReplyPoint, ...]) -> Why:
    if points:
        return ""
    if NOTICE in {kind.code for kind in row.kinds}:
        return "notice"
    if public is None:
        return "unpublished"
    return "no-remarks" if public.no_remarks else "nothing-found"


def _adhered(
    row: ResponseRow, rows: Iterable[ResponseRow], public: Mapping[int, PublicResponse]
) -> int | None:
    """The number of the published response that one adheres to, where it is one and no other."""
    called = row.supports.casefold()
    found = {
        other.number
        for other in rows
        if other.id != row.id
        and other.number in public
        and any(called in {s.name.casefold(), (s.body or "").casefold()} for s in other.senders)
    }
    return found.pop() if len(found) == 1 else None


def _told(public: PublicResponse, sha256: str, points: tuple[ReplyPoint, ...]) -> Adhered:
    number = int(public.reference.rpartition("-")[2])
    return Adhered(number, public.reference, public.name, sha256, points)
