"""Whatever comes, is moved, taken back and set aside, in any order: the sums hold at every moment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from innspill.pipeline import mail_in, wiring, work
from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import queries as journal
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions, queries
from innspill.stages.intake.core.sifting import BY_HAND
from innspill.stages.intake.models import Delivery, SetAside
from innspill.stages.publication import queries as publication
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW, Staff, staff_at, undone

pytestmark = pytest.mark.django_db
TEXTS = ("Vi vil ha huske.", "Vi vil ha sklie.")
SENDERS = ("kari", "ola")
SUBJECTS = ("Svar 26/2051", "Noe annet")
HEADERS = ("", "Auto-Submitted: auto-replied\r\n", "X-Spam-Flag: YES\r\n")


class Intake(RuleBasedStateMachine):
    """Two senders, a caseworker and the steps, at one hearing and the tray of those without."""

    blocker: Any
    hearing: ConsultationShown
    staff: Staff

    def __init__(self) -> None:
        super().__init__()
        self.undoing = undone(self.blocker)
        self.undoing.__enter__()
        self.keys: dict[tuple[str, ...], int] = {}
        self.moment = 0

    def teardown(self) -> None:
        self.undoing.__exit__(None, None, None)

    def now(self) -> Any:
        self.moment += 1
        return NOW + timedelta(seconds=self.moment)

    def received(self, key: tuple[str, ...], number: int) -> None:
        assert self.keys.setdefault(key, number) == number
        assert sorted(set(self.keys.values())) == sorted(self.keys.values())

    @rule(text=st.sampled_from(TEXTS), sender=st.sampled_from(SENDERS), known=st.booleans())
    def upload(self, text: str, sender: str, known: bool) -> None:
        receipt = actions.receive(
            consultation_slug=self.hearing.slug if known else "ingen", channel="upload",
            files=[("svar.txt", text.encode())], claimed_sender=sender,
            idempotency_key=f"form {sender} {known}", now=self.now(), store=wiring.store(),
        )  # fmt: skip
        self.received(("upload", text, sender, str(known)), receipt.number)

    @rule(
        text=st.sampled_from(TEXTS), sender=st.sampled_from(SENDERS),
        subject=st.sampled_from(SUBJECTS), header=st.sampled_from(HEADERS), named=st.booleans(),
    )  # fmt: skip
    def mail(self, text: str, sender: str, subject: str, header: str, named: bool) -> None:
        message_id = f"Message-ID: <{sender}@b.example>\r\n" if named else ""
        raw = f"{header}{message_id}From: {sender}@b.example\r\nSubject: {subject}\r\n\r\n{text}"
        receipt = mail_in.take_in(raw.encode(), now=self.now(), store=wiring.store())
        self.received(("mail", raw), receipt.number)

    @rule(data=st.data(), reason=st.sampled_from(sorted(BY_HAND)))
    def set_aside(self, data: st.DataObject, reason: str) -> None:
        number, other = self.some(data), self.some(data)
        if number is None:
            return
        before = SetAside.objects.filter(delivery__number=number).first()
        try:
            actions.set_aside_by_hand(
                number, reason=reason, duplicate_of=other, by=self.staff.caseworker, now=self.now()
            )
        except Conflict:
            assert before is not None
        except BadInput:
            assert reason == "duplicate"
        else:
            assert before is None or before.reason == "unknown-hearing"

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        number = self.some(data)
        if number is None:
            return
        aside = SetAside.objects.filter(delivery__number=number).first()
        try:
            receipt = actions.move(
                number, to_slug=self.hearing.slug, by=self.staff.caseworker, now=self.now(),
                store=wiring.store(),
            )  # fmt: skip
        except (BadInput, Conflict):
            assert aside is None or aside.moved_to_id is not None
            return
        self.received(("moved", str(number)), receipt.number)

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        number = self.some(data)
        if number is not None:
            actions.take_back(number, now=self.now())
            assert queries.by_number(number).taken_back_at is not None

    @rule()
    def work(self) -> None:
        work.run_until_idle()
        assert journal.mishaps() == []
        assert queries.counts(self.hearing.id).unprocessed == 0

    def some(self, data: st.DataObject) -> int | None:
        many = len(self.keys)
        return data.draw(st.integers(1, many)) if many else None

    @invariant()
    def both_sums_hold(self) -> None:
        assert publication.ledger().adds_up
        assert publication.ledger(self.hearing.id).adds_up

    @invariant()
    def numbers_have_no_gap_and_each_thing_one_number(self) -> None:
        numbers = list(Delivery.objects.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(self.keys) + 1))

    @invariant()
    def the_trays_hold_what_nobody_has_taken_on(self) -> None:
        lying = SetAside.objects.filter(moved_to=None).count()
        assert sum(many for _, many in queries.trays(Owner.objects.all())) == lying

    @invariant()
    def the_journal_is_whole(self) -> None:
        assert not journal.check().faults


def test_in_whatever_order_things_come_and_are_sorted(db: None, django_db_blocker: Any) -> None:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    hearing = consultations.load(definition.model_copy(update={"opens": None}), now=NOW)
    Intake.blocker, Intake.hearing = django_db_blocker, hearing
    Intake.staff = staff_at(Owner.objects.get(name=hearing.owner))
    few = settings(max_examples=12, stateful_step_count=14, deadline=None)
    run_state_machine_as_test(Intake, settings=few)
