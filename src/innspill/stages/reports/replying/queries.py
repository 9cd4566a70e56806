"""The only way others read the letters back: who is written to, how far each is, and their files."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from innspill.shared.cells import csv_text
from innspill.shared.people.models import Owner
from innspill.shared.ports import ByteStore
from innspill.shared.post import queries as post
from innspill.shared.values import Sha256
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.ids import slug as plain_name
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import queries as deciding
from innspill.stages.publication.core.replies import Reply as ReplyTold
from innspill.stages.publication.core.replies import reply_from_json
from innspill.stages.reports.models import Reply
from innspill.stages.reports.replying import again, letters, material
from innspill.stages.reports.replying.letters import Made
from innspill.stages.reports.replying.material import Planned

WAYS = ("mail", "paper", "none")
LIST = "utskriftsliste.csv"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in the list. `id` is None while nobody has ordered it.

    `why` is the reason of one that was not sent.
    `state` is "due", "changed" (written to, and something else holds now), "ordered", "made" (on paper: to be printed), "posted", "nobody", or what became of the mails: waiting, sending, unsure, sent, refused, returned.
    """

    number: int
    position: int
    reference: str
    name: str
    way: str
    emails: tuple[str, ...]
    post: str
    state: str
    id: int | None = None
    at: datetime | None = None
    mails: tuple[int, ...] = ()
    why: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """The number of the response, and the position of its sender."""
        return self.number, self.position


@dataclass(frozen=True, slots=True)
class Overview:
    """All letters of one hearing, and sums that hold: letters = mail + paper + none, and
    letters = responses + further senders of joint responses.
    """

    letters: tuple[LetterRow, ...]
    responses: int
    may_be_sent: bool
    """Whether the deciding is finished."""
    ways: dict[str, int] = field(default_factory=dict)
    unsent: tuple[LetterRow, ...] = ()
    """What was ordered and not sent, since the response stood no more; no letters of the sums."""
    replaced: tuple[LetterRow, ...] = ()
    """Letters that a later one to the same sender replaced; of the sums only that one is."""

    @property
    def further(self) -> int:
        """Letters to the other senders of joint responses."""
        return len(self.letters) - self.responses

    @property
    def due(self) -> int:
        """How many are to be ordered, those too that replace one."""
        return sum(one.state in {"due", "changed"} for one in self.letters)

    @property
    def changed(self) -> int:
        """How many senders were told something else than what holds now."""
        return sum(one.state == "changed" for one in self.letters)

    @property
    def to_print(self) -> tuple[LetterRow, ...]:
        """The letters on paper that wait to be sent by hand."""
        return tuple(one for one in self.letters if one.way == "paper" and one.state == "made")


def overview(slug: str, owners: Collection[Owner], now: datetime) -> Overview | None:
    """Every letter of one hearing: those that are due, and those that were ordered."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return None
    every = _ordered(hearing, now)
    ordered = [one for one in every if not one.why]
    last = {one.place: one for one in ordered}
    otherwise = again.told_otherwise(hearing)
    standing = [
        replace(one, state="changed") if one.place in otherwise else one for one in last.values()
    ]
    due = [_planned(one) for one in material.planned(hearing) if one.place not in last]
    rows = sorted((*standing, *due), key=lambda one: one.place)
    counts = Counter(one.way for one in rows)
    return Overview(
        letters=tuple(rows),
        responses=len({one.number for one in rows}),
        may_be_sent=deciding.is_finished(hearing.id),
        ways={way: counts[way] for way in WAYS},
        unsent=tuple(one for one in every if one.why),
        replaced=tuple(one for one in ordered if last[one.place] is not one),
    )


def preview(
    slug: str, number: int, position: int, owners: Collection[Owner], *, base: str, now: datetime
) -> tuple[LetterRow, ReplyTold, Made] | None:
    """A letter as it went out, or as it would go out now; None where there is no such sender."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return None
    rows = Reply.objects.filter(
        consultation=hearing.id, number=number, position=position, unsent=""
    )
    row = rows.exclude(language="").order_by("-turn").first()
    if row is not None and (number, position) not in again.told_otherwise(hearing):
        shown = _row(row, hearing, _mails_of([row], now))
        made = letters.made_of(row, hearing, now=row.made_at or now)
        return shown, reply_from_json(row.content), made
    return _due(hearing, (number, position), owners, base=base, now=now, before=row)


def letter_file(
    slug: str, reply_id: int, owners: Collection[Owner], store: ByteStore
) -> tuple[str, bytes] | None:
    """Name and bytes of one letter that is made."""
    rows = Reply.objects.filter(
        pk=reply_id, consultation__slug=slug, consultation__owner__in=owners
    ).exclude(letter_sha256="")
    row = rows.select_related("consultation").first()
    return (_file_name(row), store.get(Sha256(row.letter_sha256))) if row else None


def to_print(slug: str, owners: Collection[Owner], store: ByteStore) -> bytes | None:
    """A ZIP of the letters on paper that wait, with a list of whom they go to; None for none."""
    rows = Reply.objects.filter(
        consultation__slug=slug, consultation__owner__in=owners, way="paper", posted_at=None,
        unsent="",
    ).exclude(letter_sha256="")  # fmt: skip
    found = list(rows.select_related("consultation"))
    if not found:
        return None
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LIST, _printed_list(found))
        for row in found:
            archive.writestr(_file_name(row), store.get(Sha256(row.letter_sha256)))
    return packed.getvalue()


def mail_ids(slug: str, owners: Collection[Owner]) -> set[int]:
    """The row numbers of all mails of one hearing's letters."""
    rows = Reply.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    return {mail for mails in rows.values_list("mails", flat=True) for mail in mails}


def to_freeze() -> list[int]:
    """The hearings with letters that are ordered and whose content is not frozen."""
    rows = Reply.objects.filter(language="", unsent="").order_by("consultation")
    return list(rows.values_list("consultation", flat=True).distinct())


def to_write() -> list[int]:
    """The letters that are frozen and not made, the first ordered first."""
    rows = Reply.objects.filter(made_at=None).exclude(language="").order_by("id")
    return list(rows.values_list("pk", flat=True))


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every letter."""
    rows = Reply.objects.exclude(letter_sha256="").values_list("letter_sha256", flat=True)
    return iter(rows.iterator())


def _due(
    hearing: ConsultationShown, place: tuple[int, int], owners: Collection[Owner], *, base: str,
    now: datetime, before: Reply | None,
) -> tuple[LetterRow, ReplyTold, Made] | None:  # fmt: skip
    found = [one for one in material.planned(hearing) if one.place == place]
    if not found:
        return None
    one = found[0]
    told = material.contents(hearing, owners, {one.response.number})[one.response.number]
    written_in = material.languages(hearing).get(one.response.number)
    made = letters.put_together(
        told, hearing, language=material.language_of(hearing, written_in, one.to.language),
        name=one.name, post=one.to.post if one.to.way != "mail" else "", base=base, token="",
        now=now, replaces=before.made_at if before else None,
    )  # fmt: skip
    row = _planned(one)
    return replace(row, state="changed") if before else row, told, made


def _planned(one: Planned) -> LetterRow:
    return LetterRow(
        number=one.response.number,
        position=one.position,
        reference=one.response.reference,
        name=one.name,
        way=one.to.way,
        emails=one.to.emails,
        post=one.to.post,
        state="due",
    )


def _ordered(hearing: ConsultationShown, now: datetime) -> list[LetterRow]:
    rows = list(Reply.objects.filter(consultation=hearing.id).defer("content"))
    states = _mails_of(rows, now)
    return [_row(row, hearing, states) for row in rows]


def _mails_of(rows: Collection[Reply], now: datetime) -> Mapping[int, str]:
    return post.states((mail for row in rows for mail in row.mails), now)


def _row(row: Reply, hearing: ConsultationShown, states: Mapping[int, str]) -> LetterRow:
    return LetterRow(
        number=row.number,
        position=row.position,
        reference=f"{hearing.case_number}-{row.number}",
        name=row.name,
        way=row.way,
        emails=tuple(row.addresses),
        post=row.post,
        state=_state(row, states),
        id=row.pk,
        at=row.posted_at or row.made_at or row.at,
        mails=tuple(row.mails),
        why=row.unsent,
    )


_WORST_FIRST = ("refused", "returned", "unsure", "waiting", "sending", "sent")


def _state(row: Reply, states: Mapping[int, str]) -> str:
    """How far it is; of several mails the one that somebody must look at is told first."""
    if row.made_at is None:
        return "unsent" if row.unsent else "ordered"
    if row.way == "none":
        return "nobody"
    if row.way == "paper":
        return "posted" if row.posted_at else "made"
    its = {states.get(mail, "sent") for mail in row.mails}
    return next((state for state in _WORST_FIRST if state in its), "sent")


def _file_name(row: Reply) -> str:
    reference = f"{row.consultation.case_number}-{row.number}"
    end = f"-{row.position + 1}" if row.position else ""
    return f"{letters.FILE[row.language]}-{plain_name(reference)}{end}.pdf"


def _printed_list(rows: Collection[Reply]) -> bytes:
    """Whom the letters go to: the name of the file, the response, name and address."""
    return csv_text(
        ("fil", "svar", "navn", "adresse"),
        (
            [_file_name(row), f"{row.consultation.case_number}-{row.number}", row.name,
             ", ".join(line.strip() for line in row.post.splitlines() if line.strip())]
            for row in rows
        ),
    ).encode()  # fmt: skip
