"""What people did with the sample responses, done again through the same actions as the screens.

`casework.yaml` beside a sample hearing says it: senders settled, flags settled, doubtful responses
approved, comments decided. What it does not name is left to whoever tries the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from innspill.shared.people.models import Owner, User
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding import actions as deciding_actions
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import ChangeSaid, Target
from innspill.stages.publication import actions as publication_actions
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


class _Flag(_Part):
    file: str
    code: str
    question: str
    value: str
    note: str


class _Reason(_Part):
    """A standard reason; decisions name it by its title."""

    title: str
    text: str


class _Change(_Part):
    place: str
    old: str
    new: str


class _Decision(_Part):
    """What is decided on the comment that has these words, on all like it, or on its theme."""

    has: str
    on: Literal["comment", "like", "theme"] = "comment"
    outcome: str
    reason: str = ""
    standard: str = ""
    """The title of a standard reason, used as it is."""
    responsible: str = ""
    change: _Change | None = None


class _Rest(_Part):
    outcome: str
    reason: str
    leave: tuple[str, ...] = ()


class Casework(_Part):
    """One file of casework."""

    senders: tuple[_Sender, ...] = ()
    approvals: tuple[_Approval, ...] = ()
    flags: tuple[_Flag, ...] = ()
    settled_as_is: tuple[str, ...] = ()
    reasons: tuple[_Reason, ...] = ()
    decisions: tuple[_Decision, ...] = ()
    rest: _Rest | None = None


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
    """Approves the doubtful responses that the lead has looked at."""
    numbers = {row.number: file for file, row in _by_file(desk).items()}
    reasons = {approval.file: approval.reason for approval in work.approvals}
    for shown in waiting([desk.owner], slug=desk.slug):
        reason = reasons.get(numbers.get(shown.response.number, ""))
        if reason and shown.outcome:
            publication_actions.approve(
                shown.response.id, reason=reason, by=desk.lead, now=desk.now
            )


def decide(desk: Desk, work: Casework) -> int:
    """Decides on comments, like groups and themes, and on the rest in bulk; returns on how many.

    What has a word already is left as it is.
    """
    hearing = consultations.id_of(desk.slug)
    if hearing is None:
        return 0
    standard = _reasons(desk, hearing, work)
    done = sum(_decide(desk, hearing, decision, standard) for decision in work.decisions)
    if work.rest is None:
        return done
    left = {
        row.target: None
        for row in deciding.left(desk.slug, [desk.owner])
        if row.comment.question not in work.rest.leave and row.seen is None
    }
    if left:
        deciding_actions.decide(
            hearing, left, outcome=work.rest.outcome, reason=work.rest.reason,
            by=desk.caseworker, now=desk.now,
        )  # fmt: skip
    return done + len(left)


def _reasons(desk: Desk, hearing: int, work: Casework) -> dict[str, tuple[int, str]]:
    """Standard reasons by their title: number and text."""
    known = {each.now.title for each in deciding.all_reasons(hearing)}
    for reason in work.reasons:
        if reason.title not in known:
            deciding_actions.make_reason(
                hearing, title=reason.title, text=reason.text, by=desk.caseworker, now=desk.now
            )
    return {each.now.title: (each.id, each.now.text) for each in deciding.all_reasons(hearing)}


def _decide(desk: Desk, hearing: int, said: _Decision, standard: dict[str, tuple[int, str]]) -> int:
    found = [
        row
        for row in deciding.decided(desk.slug, [desk.owner])
        if said.has in " ".join(row.comment.text.split())
    ]
    targets = {
        target: None
        for target, seen in deciding.seen(hearing, _targets(said, found)).items()
        if seen is None
    }
    if not targets:
        return 0
    number, text = standard.get(said.standard, (None, ""))
    change = ChangeSaid(**said.change.model_dump()) if said.change else None
    deciding_actions.decide(
        hearing, targets, outcome=said.outcome, reason=said.reason or text,
        standard_reason=number, responsible=said.responsible, new_change=change,
        by=desk.caseworker, now=desk.now,
    )  # fmt: skip
    return len(targets)


def _targets(said: _Decision, found: list[deciding.DecidedRow]) -> list[Target]:
    """What the decision is on, where the words are found and it has a theme or others like it."""
    if said.on == "comment":
        return [row.target for row in found]
    for row in found[:1]:
        if said.on == "like" and row.alike > 1:
            return [Target("like", row.comment.fingerprint)]
        if said.on == "theme" and row.comment.themes:
            return [Target("theme", str(row.comment.themes[0]))]
    return []


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
