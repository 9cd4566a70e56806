"""Two people on one draft, in any order: no text is gone, receipts verify, the sums hold."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from innspill.pipeline import handing_in, work
from innspill.shared.journal.verifying import check_receipt
from innspill.shared.people.models import Owner
from innspill.stages.consultations.core.filled import SenderGiven
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions, queries
from innspill.stages.drafting.core.cleaning import clean
from innspill.stages.drafting.core.merging import SLIP, TOGETHER
from innspill.stages.drafting.core.values import Saved
from innspill.stages.intake import queries as intake
from innspill.stages.publication import queries as publication
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register
from tests.stages.conftest import IN_TIME

pytestmark = pytest.mark.django_db
PEOPLE = st.sampled_from(["Kari", "Ola", ""])
QUESTIONS = st.sampled_from(["1", "2"])
PIECES = st.sampled_from(["Vi er enige", " i planen", ".", "\n\nMålene er mange", " nei ", "Kort"])
TEXTS = st.lists(PIECES, max_size=6).map("".join)
MINUTES = st.sampled_from([0.1, 2, 6, 600])


class Together(RuleBasedStateMachine):
    """A draft under two pens. `wrote` is what each save or proposal said, and may not be gone."""

    hearing: ConsultationShown
    owner: Owner

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.now: datetime = IN_TIME
        self.wrote: dict[str, set[str]] = {"": set(), "1": set(), "2": set()}
        self.excused: set[tuple[str, str]] = set()
        self.read: dict[tuple[str, str], int] = {}
        self.handed_in: str | None = None

    @initialize()
    def begin(self) -> None:
        self.id = actions.begin(self.hearing.id, language="nb", now=self.now)
        self._about("", "Kari", 1)

    def teardown(self) -> None:
        try:
            if hasattr(self, "id"):
                self._worked_through()
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    @property
    def shown(self) -> queries.DraftShown:
        return queries.shown(self.id)

    def _is_open(self) -> bool:
        return self.shown.state != "taken-back"

    @rule(question=QUESTIONS, by=PEOPLE)
    def look(self, question: str, by: str) -> None:
        """Somebody opens the page: what they save next is on top of what they see."""
        stands = self.shown.answers.get(question)
        self.read[question, by] = stands.revision if stands else 0

    @precondition(_is_open)
    @rule(question=QUESTIONS, by=PEOPLE, text=TEXTS, minutes=MINUTES)
    def save(self, question: str, by: str, text: str, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)
        stands = self.shown.answers.get(question)
        notes = self.shown.notes_at(question)
        saved = actions.save_answer(
            self.id, question, ticks=(), text=text, based_on=self.read.get((question, by), 0),
            by=by, now=self.now,
        )  # fmt: skip
        self._note(question, text)
        if not saved.collided:
            self.read[question, by] = saved.revision
            if stands and stands.by == by and self.now - stands.at <= TOGETHER:
                self._excuse(question, stands.text, text)
        for note in notes:
            if saved.note == note.id and clean(text).startswith(note.text):
                self._excuse(question, note.text, text)

    @precondition(_is_open)
    @rule(by=PEOPLE, text=TEXTS, stale=st.booleans(), minutes=MINUTES)
    def comment(self, by: str, text: str, stale: bool, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)
        before = self.shown.about.comment
        revision = self.shown.about_revision
        self._about(text, by, revision - 1 if stale else revision)
        self._excuse("", before, text)

    def _about(self, text: str, by: str, based_on: int) -> Saved:
        self._note("", text)
        return actions.save_about(
            self.id, senders=[SenderGiven(name="Kari Nordmann", kind="person")], contact="",
            email="kari@example.org", supports="", comment=text, based_on=based_on, by=by,
            now=self.now,
        )  # fmt: skip

    @rule(question=QUESTIONS, by=PEOPLE, text=TEXTS.filter(str.strip))
    def propose(self, question: str, by: str, text: str) -> None:
        actions.add_note(self.id, question, kind="proposal", text=text, by=by, now=self.now)
        self._note(question, text)

    @precondition(_is_open)
    @rule(take=st.booleans(), by=PEOPLE)
    def settle(self, take: bool, by: str) -> None:
        for note in [note for note in self.shown.notes if note.is_open][:1]:
            actions.settle_note(self.id, note.id, take=take, by=by, now=self.now)

    @precondition(_is_open)
    @rule(minutes=MINUTES)
    def hand_in(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)
        receipt = handing_in.hand_in(self.id, began_at=self.now, now=self.now)
        assert check_receipt(receipt.content)
        assert handing_in.hand_in(self.id, began_at=self.now, now=self.now) == receipt
        answer = self.shown.answers.get("1")
        self.handed_in = answer.text if answer else ""

    @precondition(lambda self: self.handed_in is not None)
    @rule()
    def take_back(self) -> None:
        handing_in.take_back(self.id, now=self.now)
        self.handed_in = None

    @rule()
    def reopen(self) -> None:
        actions.reopen(self.id, now=self.now)

    @invariant()
    def no_text_that_was_ever_saved_is_gone(self) -> None:
        if not hasattr(self, "id"):
            return
        shown = self.shown
        for question, texts in self.wrote.items():
            answer = shown.answers.get(question)
            held = {answer.text} if answer else {shown.about.comment} if not question else set()
            held |= {v.content.text for v in queries.versions(self.id, question)}
            held |= {note.text for note in shown.notes_at(question)}
            gone = {
                text
                for text in texts - held
                if (question, text) not in self.excused and not _stands_in(text, held)
            }
            assert not gone

    def _note(self, question: str, text: str) -> None:
        if text.strip():
            self.wrote[question].add(clean(text))
            self.excused.discard((question, clean(text)))

    def _excuse(self, question: str, before: str, after: str) -> None:
        """Who writes on within minutes may leave the text before, unless it was much longer."""
        if len(before) - len(after) <= SLIP:
            self.excused.add((question, before))

    def _worked_through(self) -> None:
        work.run_until_idle()
        assert publication.ledger().adds_up
        counted = intake.counts(None)
        assert counted.deliveries == counted.registered
        rows = register.responses(self.hearing.slug, [self.owner])
        current = [row for row in rows if row.standing == "current"]
        assert len(rows) == counted.deliveries
        assert len(current) == (self.handed_in is not None)
        for row in current:
            answers = {a.question: a.text for a in reading.by_id(row.reading_id).read.answers}
            assert answers.get("1", "").split() == (self.handed_in or "").split()


def _stands_in(text: str, held: set[str]) -> bool:
    return any(other.startswith(text) or other.endswith(text) for other in held)


def test_in_whatever_order_two_write_hand_in_and_take_back(
    hearing: ConsultationShown, owner: Owner
) -> None:
    Together.hearing, Together.owner = hearing, owner
    run_state_machine_as_test(
        Together,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.generate),  # shrinking would take minutes
        ),
    )
