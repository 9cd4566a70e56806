"""The doors of invitations, for the test of roles: each tried on one hearing's list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from innspill.pipeline import wiring
from innspill.shared.people.models import Owner, User
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions, queries
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.core.letters import Facts, template
from tests.stages.conftest import NOW

LETTERS = {code: template("invitation", code, Facts()) for code in ("nb", "nn", "en")}


@dataclass(frozen=True)
class List:
    """A hearing's list, somebody written to, and an entry of the address book."""

    hearing: int
    slug: str
    owner: int
    body: int
    recipient: int
    contact: int

    @classmethod
    def of(cls, hearing: ConsultationShown, by: User) -> List:
        actions.derive(hearing.id, by=by, now=NOW)
        recipient = queries.of_hearing(hearing.id)[0]
        contact = actions.save_contact(hearing.owner_id, Entry("Kontakten"), by=by, now=NOW)
        return cls(
            hearing.id, hearing.slug, hearing.owner_id, recipient.body_id, recipient.id, contact
        )

    @property
    def revision(self) -> int:
        found = hearings.edited(self.slug, list(Owner.objects.all()))
        assert found is not None
        return found.revision


DONE: dict[str, Callable[[List, User], Any]] = {
    "change_list": lambda c, by: actions.change_list(
        c.hearing, hearings.by_id(c.hearing).definition.bodies, based_on=c.revision, by=by, now=NOW
    ),
    "add_entries": lambda c, by: actions.add_entries(
        c.hearing, [Entry(f"Ny instans {by}")], based_on=c.revision, by=by, now=NOW
    ),
    "expand": lambda c, by: actions.expand(c.body, [Entry("A")], by=by, now=NOW),
    "add_recipient": lambda c, by: actions.add_recipient(c.body, Entry("Ekstra"), by=by, now=NOW),
    "save_recipient": lambda c, by: actions.save_recipient(
        c.recipient, Entry("Mottaker"), by=by, now=NOW
    ),
    "complete_from_book": lambda c, by: actions.complete_from_book(c.hearing, by=by, now=NOW),
    "send": lambda c, by: actions.send(
        c.hearing, [c.recipient], kind="invitation", letters=LETTERS, sending="x",
        base="https://x.example", by=by, now=NOW,
    ),
    "send_test": lambda c, by: actions.send_test(
        c.hearing, "meg@x.example", LETTERS["nb"], by=by, now=NOW, store=wiring.store()
    ),
    "save_contact": lambda c, by: actions.save_contact(c.owner, Entry("En til"), by=by, now=NOW),
    "remember": lambda c, by: actions.remember(c.owner, [Entry("Enda en")], by=by, now=NOW),
    "remove_recipient": lambda c, by: actions.remove_recipient(c.recipient, by=by, now=NOW),
    "remove_contact": lambda c, by: actions.remove_contact(c.contact, by=by, now=NOW),
}  # fmt: skip
SEEN: dict[str, Callable[[List, list[Owner]], Any]] = {
    "recipient": lambda c, owners: queries.recipient(c.recipient, owners),
    "contacts": lambda _, owners: queries.contacts(owners),
}
