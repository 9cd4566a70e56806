"""Words about the same delivery at the same instant: one of them counts, on any engine."""

from __future__ import annotations

import pytest

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.intake import actions
from innspill.stages.intake.models import SetAside, TakenBack
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, staff_at
from tests.stages.register.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def slug() -> str:
    return consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW).slug


@pytest.fixture
def people(slug: str) -> Staff:
    """Those who work for the hearing's owner."""
    return staff_at(Owner.objects.get(consultations__slug=slug))


def sent(slug: str, text: str, replaces: int | None = None) -> int:
    receipt = actions.receive(
        consultation_slug=slug, channel="web", files=[("svar.txt", text.encode())],
        idempotency_key=text, now=IN_TIME, replaces=replaces, store=wiring.store(),
    )  # fmt: skip
    return receipt.number


def test_taking_back_many_times_at_once_is_taking_back_once(slug: str) -> None:
    first = sent(slug, "Vi er enige.")
    second = sent(slug, "Vi er uenige.", replaces=first)
    at_once(*[lambda: actions.take_back(second, now=NOW)] * 5)
    actions.take_back(first, now=NOW)
    assert sorted(TakenBack.objects.values_list("delivery__number", flat=True)) == [first, second]
    (line,) = JournalEntry.objects.filter(verb="taken-back")
    assert line.detail == {"deliveries": [second, first]}


@pytest.mark.parametrize("pairs", [4])
def test_of_two_said_to_be_copies_of_each_other_at_once_one_stands(
    slug: str, people: Staff, pairs: int
) -> None:
    refused: list[int] = []

    def copy(number: int, of: int) -> None:
        try:
            actions.set_aside_by_hand(
                number, reason="duplicate", duplicate_of=of, by=people.caseworker, now=NOW
            )
        except (BadInput, Conflict):
            refused.append(number)

    for at in range(pairs):
        one, other = sent(slug, f"en {at}"), sent(slug, f"to {at}")
        at_once(lambda a=one, b=other: copy(a, b), lambda a=one, b=other: copy(b, a))  # type: ignore[misc]
    assert len(refused) == pairs
    assert SetAside.objects.count() == pairs
