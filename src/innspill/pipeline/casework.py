"""What people did with the sample responses, done again through the same actions as the screens.

`casework.yaml` beside a sample hearing says it: senders settled, flags settled, doubtful responses
approved; what themes are called and what was decided is in `casework_decided`. What it does not name is left to whoever tries
the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from innspill.shared.people.models import Owner, User
from innspill.stages.deciding.core.measures import MeasureSaid
from innspill.stages.publication import actions as publication_actions
from innspill.stages.publication.core.marks import Spot
from innspill.stages.publication.waiting import waiting
from innspill.stages.reading import actions as reading_actions
from innspill.stages.reading import queries as reading
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from innspill.stages.register.queries import ResponseRow


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Sender(_Part):
    file: str
    names: tuple[str, ...]
    kind: Literal["organisation", "person"]


class _Approval(_Part):
    file: str
    reason: str


class _Opened(_Part):
    """What the machine withheld as of one kind in a file, and that is shown after all."""

    file: str
    kind: str
    reason: str


class _Flag(_Part):
    file: str
    code: str
    question: str = ""
    value: str = reading.AS_IS
    note: str


class Named(_Part):
    """What the theme of the comment that has the words `has` is called, and what belongs in it."""

    has: str
    label: str
    also: tuple[str, ...] = ()
    """Words of comments that are moved into it."""


class _Reason(_Part):
    """A standard reason; decisions name it by its title."""

    title: str
    text: str


class _Change(_Part):
    place: str
    old: str
    new: str


class Decision(_Part):
    """What is decided on the comment that has these words, on all like it, or on its theme."""

    has: str
    of: Literal["comment", "like", "theme"] = "comment"
    outcome: str
    reason: str = ""
    standard: str = ""
    """The title of a standard reason, used as it is."""
    responsible: str = ""
    change: _Change | None = None


class Followed(_Part):
    """A measure that is followed up, and the comments with these words that it comes of."""

    has: tuple[str, ...]
    said: MeasureSaid


class _Rest(_Part):
    outcome: str
    reason: str
    leave: tuple[str, ...] = ()


class Casework(_Part):
    """One file of casework."""

    senders: tuple[_Sender, ...] = ()
    opened: tuple[_Opened, ...] = ()
    approvals: tuple[_Approval, ...] = ()
    approved_rest: str = ""
    """Why the lead lets the others that wait be published as they are marked; "" where they wait."""
    flags: tuple[_Flag, ...] = ()
    settled_as_is: tuple[str, ...] = ()
    themes: tuple[Named, ...] = ()
    reasons: tuple[_Reason, ...] = ()
    decisions: tuple[Decision, ...] = ()
    rest: _Rest | None = None
    measures: tuple[Followed, ...] = ()
    finished: bool = False
    """Whether every response was gone through, and the lead finished the hearing."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The hearing worked on, who works, and the time."""

    slug: str
    owner: Owner
    caseworker: User
    lead: User
    now: datetime


def load_casework(path: Path) -> Casework:
    """The casework of a file. Raises pydantic.ValidationError for one that is wrong."""
    return Casework.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def settle(desk: Desk, work: Casework) -> None:
    """Settles senders and flags."""
    by_file = _by_file(desk)
    for sender in work.senders:
        row = by_file.get(sender.file)
        if row is not None and not _is_settled(row, sender):
            register_actions.settle_sender(
                row.id, names=sender.names, kind=sender.kind, by=desk.caseworker, now=desk.now
            )
    for flag in reading.open_flags([desk.owner], slug=desk.slug):
        word = _word_on(flag, work)
        if word is not None:
            reading_actions.settle_flag(
                flag.id, value=word[0], note=word[1], by=desk.caseworker, now=desk.now
            )


def approve(desk: Desk, work: Casework) -> None:
    """Approves the doubtful responses that the lead has looked at, what is to be shown marked so."""
    numbers = {row.number: file for file, row in _by_file(desk).items()}
    reasons = {approval.file: approval.reason for approval in work.approvals}
    opened = {(each.file, each.kind): each.reason for each in work.opened}
    for shown in waiting([desk.owner], slug=desk.slug):
        file = numbers.get(shown.response.number, "")
        for held in shown.withholdings:
            if reason := opened.get((file, held.kind)):
                publication_actions.mark(
                    shown.response.id, [Spot(held.place, held.start, held.end)],
                    word="show", kind=held.kind, reason=reason, by=desk.lead, now=desk.now,
                )  # fmt: skip
        if shown.outcome and (reason := reasons.get(file, work.approved_rest)):
            publication_actions.approve(
                shown.response.id, reason=reason, by=desk.lead, now=desk.now
            )


def _by_file(desk: Desk) -> dict[str, ResponseRow]:
    rows = register.responses(desk.slug, [desk.owner], standing="current")
    read = reading.by_ids([row.reading_id for row in rows])
    return {read[row.reading_id].file: row for row in rows}


def _is_settled(row: ResponseRow, sender: _Sender) -> bool:
    named = tuple(each.name for each in row.senders) == sender.names
    return named and row.sender_is_sure and {each.kind for each in row.senders} == {sender.kind}


def _word_on(flag: reading.FlagRow, work: Casework) -> tuple[str, str] | None:
    for word in work.flags:
        if (word.file, word.code, word.question) == (flag.file, flag.code, flag.question):
            return word.value, word.note
    return (reading.AS_IS, "") if flag.code in work.settled_as_is else None
