"""Whom a sample hearing is sent to and what they write, through the same actions as the screens.

`people.yaml` beside a sample hearing says it, so that the demo has somebody who answered, somebody
who is writing, somebody who declined, and many who are silent.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from innspill.pipeline import handing_in
from innspill.shared.people.models import User
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting import queries as drafts
from innspill.stages.invitations import actions as invitations
from innspill.stages.invitations import queries as invited
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.core.letters import Facts, template
from innspill.stages.invitations.queries import RecipientShown


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Answer(_Part):
    ticks: tuple[str, ...] = ()
    text: str = ""


class _Note(_Part):
    question: str
    by: str
    text: str


class _Draft(_Part):
    recipient: str
    contact: str
    email: str
    answers: dict[str, _Answer]
    notes: tuple[_Note, ...] = ()
    hand_in: bool = False


class _Member(_Part):
    name: str
    email: str = ""
    language: str = ""


class People(_Part):
    """What `people.yaml` says."""

    members: dict[str, tuple[_Member, ...]] = {}
    addresses: dict[str, str] = {}
    opened: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    drafts: tuple[_Draft, ...] = ()


def load_people(path: Path) -> People:
    """The people in the file at `path`."""
    return People.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def invite_and_answer(
    hearing: ConsultationShown, people: People, *, base: str, by: User, now: datetime
) -> None:
    """Invites them all and lets some of them answer; `base` is where their links lead to."""
    _address(hearing, people, by, now)
    rows = {row.name: row for row in invited.of_hearing(hearing.id)}
    definition = hearing.definition
    facts = Facts(takes_mail=bool(definition.submit_email), has_contact=bool(definition.contact))
    letters = {language: template("invitation", language, facts) for language in LANGUAGES}
    everybody = [row.id for row in rows.values()]
    invitations.send(
        hearing.id, everybody, kind="invitation", letters=letters, sending="demo", base=base,
        by=by, now=now,
    )  # fmt: skip
    for name in (*people.opened, *people.declined, *(draft.recipient for draft in people.drafts)):
        invitations.link_opened(rows[name].id, now)
    for name in people.declined:
        invitations.declined(rows[name].id, now)
    for place, draft in enumerate(people.drafts, start=1):
        _write(hearing, rows[draft.recipient], draft, now + timedelta(seconds=place))


def _address(hearing: ConsultationShown, people: People, by: User, now: datetime) -> None:
    for body, _, name in consultations.bodies_of(hearing.id):
        members = people.members.get(name, ())
        if members:
            entries = [Entry(one.name, email=one.email, language=one.language) for one in members]
            invitations.expand(body, entries, by=by, now=now)
    invitations.derive(hearing.id, by=by, now=now)
    for row in invited.of_hearing(hearing.id):
        if row.name in people.addresses:
            entry = Entry(row.name, email=people.addresses[row.name])
            invitations.save_recipient(row.id, entry, by=by, now=now)


def _write(hearing: ConsultationShown, row: RecipientShown, draft: _Draft, now: datetime) -> None:
    language = row.language or "nb"
    number = drafting.begin(hearing.id, language=language, recipient_id=row.id, now=now)
    senders = drafts.shown(number).about.senders
    drafting.save_about(
        number, senders=senders, contact=draft.contact, email=draft.email, supports="",
        comment="", based_on=1, by=draft.contact, now=now,
    )  # fmt: skip
    for question, answer in draft.answers.items():
        drafting.save_answer(
            number, question, ticks=answer.ticks, text=answer.text, based_on=0,
            by=draft.contact, now=now,
        )  # fmt: skip
    for note in draft.notes:
        drafting.add_note(
            number, note.question, kind="comment", text=note.text, by=note.by, now=now
        )
    if draft.hand_in:
        handing_in.hand_in(number, began_at=now, now=now)
