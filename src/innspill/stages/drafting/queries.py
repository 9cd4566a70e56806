"""The only way others read drafts: by their links, and how far each recipient has come."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, get_args

from django.core.signing import BadSignature, Signer
from django.db.models import F, QuerySet

from innspill.shared.errors import BadLink
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Language
from innspill.stages.consultations.core.filled import FileGiven, FilledForm, MeasureGiven, Wish
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting.core.filling import fill
from innspill.stages.drafting.core.retention import KEPT, KEPT_EMPTY, is_abandoned
from innspill.stages.drafting.core.values import (
    COMMENT,
    About,
    Content,
    Version,
    measures_of,
    senders_of,
)
from innspill.stages.drafting.models import Draft, DraftAnswer, DraftFile, DraftNote, DraftVersion

Role = Literal["owner", "editor", "commenter"]
_ROLES: tuple[Role, ...] = get_args(Role)
_signer = Signer(salt="innspill.drafting.link", sep=".")
_SHAPE = re.compile(r"(?P<id>\d{1,18})-(?P<role>[a-z]+)-(?P<lock>\w+)")
_LOCK_SHOWN = 10


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """What stands at one question, who wrote it last, and when."""

    ticks: tuple[str, ...]
    text: str
    measures: tuple[MeasureGiven, ...]
    revision: int
    by: str
    at: datetime

    @property
    def content(self) -> Content:
        """What stands, by itself."""
        return Content(self.ticks, self.text, self.measures)


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A comment or a proposal at a question ("" for who answers and the general comment).

    `ticks`, `measures` and `about` are None where a proposal leaves them as they are.
    """

    id: int
    question: str
    kind: str
    ticks: tuple[str, ...] | None
    text: str
    measures: tuple[MeasureGiven, ...] | None
    about: About | None
    by: str
    at: datetime
    settled_at: datetime | None
    taken: bool

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it."""
        return self.settled_at is None


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file attached to a draft."""

    id: int
    question: str
    name: str
    kind: Literal["attachment", "decision"]
    sha256: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class DraftShown:
    """A draft with all that is in it."""

    id: int
    hearing: ConsultationShown
    recipient_id: int | None
    body_id: int | None
    state: Literal["open", "handed-in", "taken-back"]
    language: Language
    about: About
    no_remarks: bool
    about_revision: int
    internal_deadline: date | None
    begun_at: datetime
    changed_at: datetime
    changed_since_handed_in: bool
    delivery: int | None
    receipts: tuple[Mapping[str, Any], ...]
    answers: Mapping[str, AnswerShown]
    notes: tuple[NoteShown, ...]
    files: tuple[FileShown, ...]

    @property
    def contents(self) -> dict[str, Content]:
        """What stands at each question that somebody has written at."""
        return {question: answer.content for question, answer in self.answers.items()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been said, by answers, files, one click or a comment."""
        about = self.about
        said = self.no_remarks or self.files or about.supports or about.comment
        return not said and all(content.is_empty for content in self.contents.values())

    def notes_at(self, question: str) -> tuple[NoteShown, ...]:
        """The notes on one question."""
        return tuple(note for note in self.notes if note.question == question)


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that a link opened, and what its holder may do with it."""

    draft: DraftShown
    role: Role


@dataclass(frozen=True, slots=True)
class DraftState:
    """How far a recipient has come with answering."""

    draft_id: int
    state: Literal["open", "handed-in", "taken-back"]
    begun_at: datetime
    changed_at: datetime
    delivery: int | None
    changed_since_handed_in: bool


def link_token(draft_id: int, role: Role) -> str:
    """The signed part of the address that opens a draft in `role`. Raises DoesNotExist."""
    lock = Draft.objects.values_list("lock", flat=True).get(pk=draft_id)
    return _signer.sign(f"{draft_id}-{role}-{lock[:_LOCK_SHOWN]}")


def opened(token: str) -> Opened:
    """The draft that a link opens, and the role of who holds it.

    What a mail program leaves at the end of an address is overlooked. Raises BadLink for a link
    that is damaged or not ours, that was replaced by new ones, or whose draft is deleted.
    """
    found = _SHAPE.fullmatch(_signed(token))
    role = next((each for each in _ROLES if found and each == found["role"]), None)
    if found is None or role is None:
        raise _damaged()
    row = _rows().filter(pk=int(found["id"])).first()
    if row is None:
        raise BadLink(
            "gone",
            "what this link opened is deleted",
            todo="Begin a new response from the hearing.",
        )
    if row.lock[:_LOCK_SHOWN] != found["lock"]:
        raise BadLink(
            "withdrawn",
            "this link is no longer valid: new links were made",
            todo="Ask the one who shared it for the new link.",
        )
    return Opened(_shown(row), role)


def shown(draft_id: int) -> DraftShown:
    """One draft. Raises DoesNotExist where there is none."""
    return _shown(_rows().get(pk=draft_id))


def versions(draft_id: int, question: str) -> list[Version]:
    """What stood at a question before, the oldest first; what stands now is not among them."""
    rows = DraftVersion.objects.filter(answer__draft=draft_id, answer__question=question)
    return [_version(row) for row in rows]


def filled(draft: DraftShown) -> FilledForm:
    """The form as the draft has it filled in, in the draft's language."""
    return fill(
        draft.hearing.definition,
        draft.about,
        draft.contents,
        language=draft.language,
        edition=consultations.edition_of(draft.hearing.id),
        no_remarks=draft.no_remarks,
        files=[FileGiven(name=f.name, question=f.question, kind=f.kind) for f in draft.files],
    )


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every file that is attached to a draft."""
    return DraftFile.objects.values_list("sha256", flat=True).iterator()


def of_recipients(consultation_id: int) -> Mapping[int, DraftState]:
    """How far each recipient of a hearing has come, by recipient; who began nothing is not in it."""
    rows = Draft.objects.filter(consultation=consultation_id, recipient__isnull=False)
    return {
        row.recipient_id: DraftState(
            draft_id=row.pk,
            state=row.state,  # type: ignore[arg-type]
            begun_at=row.begun_at,
            changed_at=row.changed_at,
            delivery=row.delivery,
            changed_since_handed_in=row.changed_since_handed_in,
        )
        for row in rows
        if row.recipient_id is not None
    }


def without_mail() -> list[int]:
    """The drafts that were handed in and whose latest receipt is not in the post yet."""
    given = Draft.objects.filter(state=Draft.State.HANDED_IN, delivery__isnull=False)
    waiting = given.exclude(email="").exclude(receipt_mailed=F("delivery"))
    unsent = given.exclude(email="").filter(receipt_mailed=None)
    return list((waiting | unsent).order_by("pk").values_list("pk", flat=True))


def addresses_of(draft_ids: Collection[int]) -> Mapping[int, str]:
    """Where the receipt of each of these drafts goes, in their order."""
    rows = Draft.objects.filter(pk__in=draft_ids).order_by("pk")
    return dict(rows.values_list("pk", "email"))


def begun_lately(consultation_id: int, now: datetime) -> int:
    """How many drafts were begun within the hour from the page of a hearing."""
    lately = Draft.objects.filter(consultation=consultation_id, recipient=None)
    return lately.filter(begun_at__gt=now - timedelta(hours=1)).count()


def abandoned(now: datetime) -> list[int]:
    """The hearings with drafts that nobody handed in and that have been kept long enough.

    After the hearing is finished; of those in which nothing was ever written, soon.
    """
    finished = Draft.objects.filter(
        consultation__status="finished", delivery=None, changed_at__lte=now - KEPT
    )
    hearings = (finished | _untouched(now)).order_by("consultation")
    found = hearings.values_list("consultation", flat=True).distinct()
    return [each for each in found if abandoned_of(each, now)]


def abandoned_of(consultation_id: int, now: datetime) -> list[int]:
    """The drafts of one hearing that nobody handed in and that may be deleted."""
    rows = Draft.objects.filter(
        consultation=consultation_id, consultation__status="finished", delivery=None
    )
    empty = _untouched(now).filter(consultation=consultation_id).values_list("pk", flat=True)
    return [*empty] + [
        pk
        for pk, changed_at, deadline_at in rows.values_list(
            "pk", "changed_at", "consultation__deadline_at"
        )
        if is_abandoned(changed_at=changed_at, deadline_at=deadline_at, now=now)
    ]


def _untouched(now: datetime) -> QuerySet[Draft]:
    """Drafts that somebody, or some machine, began from the page and never wrote a word in."""
    return Draft.objects.filter(
        recipient=None, delivery=None, changed_at=F("begun_at"), begun_at__lte=now - KEPT_EMPTY,
        answers=None, notes=None, files=None, senders=[], no_remarks=False, supports="",
        comment="", contact="", email="",
    )  # fmt: skip


def version_of(row: DraftAnswer | DraftVersion) -> Version:
    """A row's content, with who wrote it and when."""
    return _version(row)


def _signed(token: str) -> str:
    try:
        return _signer.unsign(token.strip().rstrip(".,;:>)»”\"'"))
    except BadSignature as error:
        raise _damaged() from error


def _damaged() -> BadLink:
    return BadLink(
        "damaged",
        "this link is not whole, or not one of ours",
        todo="Copy the whole link from the e-mail, from https to the last letter.",
    )


def _rows() -> QuerySet[Draft]:
    related = Draft.objects.select_related("consultation__owner", "recipient")
    return related.prefetch_related("answers", "notes", "files")


def _shown(row: Draft) -> DraftShown:
    recipient = row.recipient
    return DraftShown(
        id=row.pk,
        hearing=consultations.as_shown(row.consultation),
        recipient_id=row.recipient_id,
        body_id=recipient.body_id if recipient else None,
        state=row.state,  # type: ignore[arg-type]
        language=row.language,  # type: ignore[arg-type]
        about=_about(row),
        no_remarks=row.no_remarks,
        about_revision=row.about_revision,
        internal_deadline=row.internal_deadline,
        begun_at=row.begun_at,
        changed_at=row.changed_at,
        changed_since_handed_in=row.changed_since_handed_in,
        delivery=row.delivery,
        receipts=tuple(row.receipts),
        answers={each.question: _answer(each) for each in row.answers.all()
                 if each.question != COMMENT},
        notes=tuple(_note(each) for each in row.notes.all()),
        files=tuple(_file(each) for each in row.files.all()),
    )  # fmt: skip


def _about(row: Draft) -> About:
    wish: Wish = row.wish  # type: ignore[assignment]
    senders = senders_of(row.senders)
    return About(senders, row.contact, row.email, row.supports, row.comment, wish)


def _answer(row: DraftAnswer) -> AnswerShown:
    measures = measures_of(row.measures)
    return AnswerShown(tuple(row.ticks), row.text, measures, row.revision, row.by, row.at)


def _version(row: DraftAnswer | DraftVersion) -> Version:
    content = Content(tuple(row.ticks), row.text, measures_of(row.measures))
    return Version(content, row.revision, row.by, row.at)


def _note(row: DraftNote) -> NoteShown:
    about = row.about
    return NoteShown(
        id=row.pk,
        question=row.question,
        kind=row.kind,
        ticks=None if row.ticks is None else tuple(row.ticks),
        text=row.text,
        measures=None if row.measures is None else measures_of(row.measures),
        about=about_of(about) if about is not None else None,
        by=row.by,
        at=row.at,
        settled_at=row.settled_at,
        taken=row.taken,
    )


def about_of(row: Mapping[str, Any]) -> About:
    """Who answers, from its JSON."""
    return About(
        senders_of(row["senders"]),
        row["contact"],
        row["email"],
        row["supports"],
        row["comment"],
        row.get("wish", "none"),
    )


def _file(row: DraftFile) -> FileShown:
    return FileShown(
        row.pk, row.question, row.name, row.kind, row.sha256, row.size, row.added_at  # type: ignore[arg-type]
    )  # fmt: skip
