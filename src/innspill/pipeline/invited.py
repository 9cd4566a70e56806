"""Where those who are invited to a hearing stand: what was sent, drafted, answered, by line.

It joins what five stages know, each asked once: the number of queries does not grow with the list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import queries as drafting
from innspill.stages.invitations import queries as invitations
from innspill.stages.invitations.core.entries import folded
from innspill.stages.invitations.core.status import (
    Counts,
    Line,
    Seen,
    Standing,
    counted,
    standing_of,
)
from innspill.stages.invitations.queries import RecipientShown
from innspill.stages.register import queries as register
from innspill.stages.register.queries import Answered

Audience = Literal["invitation", "reminder", "change"]


@dataclass(frozen=True, slots=True)
class RecipientStanding:
    """Somebody who is written to, and where they stand. `mails` are states, the oldest first."""

    recipient: RecipientShown
    standing: Standing
    mails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineShown:
    """One invited line with those who are written to on its behalf."""

    line: Line
    recipients: tuple[RecipientStanding, ...]
    deadline_at: datetime | None
    """Its own deadline, where it has one."""

    @property
    def lacks_address(self) -> int:
        """How many of them have no e-mail address."""
        return sum(not each.recipient.email for each in self.recipients)


@dataclass(frozen=True, slots=True)
class Overview:
    """The lines of a hearing in order, and the counts over all of them."""

    lines: tuple[LineShown, ...]
    counts: Counts

    def line(self, body_id: int) -> LineShown | None:
        """The line with this row number."""
        return next((each for each in self.lines if each.line.body_id == body_id), None)

    def audience(self, kind: Audience) -> list[RecipientStanding]:
        """Those whom a letter of this kind is for: not invited yet; silent or with an unsent
        draft; all who were invited and may still want to answer.
        """
        everybody = [each for line in self.lines for each in line.recipients]
        if kind == "invitation":
            return [each for each in everybody if each.standing in {"not-invited", "not-reached"}]
        if kind == "reminder":
            waiting = {"silent", "opened", "drafted", "will-come"}
            return [each for each in everybody if each.standing in waiting and each.mails]
        return [each for each in everybody if each.mails and each.standing != "declined"]


def overview(hearing: ConsultationShown, *, now: datetime) -> Overview:
    """Every line of the hearing's list, with where its recipients stand."""
    answered = register.answered(hearing.id)
    answers = _Answers([each for each in answered if not each.notice])
    notices = _Answers([each for each in answered if each.notice])
    drafts = drafting.of_recipients(hearing.id)
    mails = invitations.mail_states(hearing.id, now)
    by_body: dict[int, list[RecipientShown]] = defaultdict(list)
    for each in invitations.of_hearing(hearing.id):
        by_body[each.body_id].append(each)
    rows = {(group, name): body for body, group, name in consultations.bodies_of(hearing.id)}
    own = consultations.deadlines_of_their_own(hearing.id)
    lines = []
    for group in hearing.definition.bodies:
        for member in group.members:
            body = rows.get((group.name, member.name), 0)
            seen = [
                _standing(each, member.collective, answers, notices, drafts, mails)
                for each in by_body[body]
            ]
            line = Line(
                body_id=body,
                name=member.name,
                group=group.name,
                collective=member.collective,
                recipients=tuple(each.standing for each in seen),
                answered_itself=answers.of_line(body, member.name, collective=member.collective)
                is not None,
                responses=answers.under(body),
            )
            lines.append(LineShown(line, tuple(seen), own.get(body)))
    return Overview(tuple(lines), counted(each.line for each in lines))


class _Answers:
    """The current responses, found by line and by name."""

    def __init__(self, answered: Sequence[Answered]) -> None:
        self._by_body: dict[int, list[Answered]] = defaultdict(list)
        self._by_name: dict[str, Answered] = {}
        for each in answered:
            if each.body_id is not None:
                self._by_body[each.body_id].append(each)
            self._by_name.setdefault(folded(each.name), each)

    def of_line(self, body_id: int, name: str, *, collective: bool) -> Answered | None:
        """The answer in the name of the line; that of a member is not one."""
        theirs = [] if collective else self._by_body.get(body_id, [])
        return next(iter(theirs), None) or self._by_name.get(folded(name))

    def under(self, body_id: int) -> int:
        """How many responses the register counts under the line."""
        return len(self._by_body.get(body_id, []))

    def of_recipient(self, each: RecipientShown, *, collective: bool) -> Answered | None:
        """A member answers under its own name; whoever speaks for a line, for the line."""
        own = self._by_name.get(folded(each.name))
        if own or collective or each.is_member:
            return own
        return self.of_line(each.body_id, each.body, collective=False)


def _standing(  # noqa: PLR0917 - what is known of one recipient
    each: RecipientShown,
    collective: bool,
    answers: _Answers,
    notices: _Answers,
    drafts: Mapping[int, drafting.DraftState],
    mails: Mapping[int, tuple[str, ...]],
) -> RecipientStanding:
    answer = answers.of_recipient(each, collective=collective)
    draft = drafts.get(each.id)
    handed_in = draft is not None and draft.state == "handed-in"
    sent = mails.get(each.id, ())
    seen = Seen(
        mails=sent,
        opened=each.opened_at is not None,
        declined=each.declined_at is not None,
        drafted=draft is not None and draft.state == "open",
        answered=answer is not None or handed_in,
        no_remarks=answer is not None and answer.no_remarks,
        promised=notices.of_recipient(each, collective=collective) is not None,
    )
    return RecipientStanding(each, standing_of(seen), sent)


def only(shown: Overview, *, group: str = "", standing: str = "") -> tuple[LineShown, ...]:
    """The lines of one group, or with somebody of one standing. What is empty leaves all."""
    return tuple(
        each
        for each in shown.lines
        if (not group or each.line.group == group)
        and (not standing or standing in (each.line.recipients or (each.line.standing,)))
    )
