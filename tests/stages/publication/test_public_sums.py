"""The sums on pages that everybody looks at: exact, and where they are costly, of a moment ago."""

from __future__ import annotations

import pytest

from innspill.pipeline import wiring
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.publication import public_sums, queries
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(monkeypatch: pytest.MonkeyPatch) -> ConsultationShown:
    monkeypatch.setattr(public_sums, "_counted", {})
    return consultations.load(load(SAMPLES / "lekeplasser" / "consultation.yaml"), now=NOW)


def hand_in(hearing: ConsultationShown, text: bytes) -> None:
    intake.receive(
        consultation_slug=hearing.slug, channel="upload", files=[("svar.txt", text)],
        idempotency_key=text.decode(), now=NOW, store=wiring.store(),
    )  # fmt: skip


def test_small_sums_follow_every_line_of_the_journal(hearing, monkeypatch):
    monkeypatch.setattr(public_sums, "COSTLY", 10.0)
    for many in (1, 2, 3):
        hand_in(hearing, f"svar {many}".encode())
        assert public_sums.ledger(hearing.id) == queries.ledger(hearing.id)
        assert public_sums.ledger(hearing.id).deliveries == many


def test_costly_sums_are_told_again_for_a_moment_and_then_counted_anew(hearing, monkeypatch):
    monkeypatch.setattr(public_sums, "COSTLY", 0.0)
    hand_in(hearing, b"en")
    before = public_sums.ledger(hearing.id)
    hand_in(hearing, b"to")
    assert public_sums.ledger(hearing.id) == before
    assert before.adds_up
    monkeypatch.setattr(public_sums, "MOMENT", 0.0)
    assert public_sums.ledger(hearing.id).deliveries == 2


def test_nothing_is_counted_while_nothing_happens(hearing, django_assert_num_queries):
    hand_in(hearing, b"en")
    public_sums.ledger(hearing.id)
    with django_assert_num_queries(1):
        public_sums.ledger(hearing.id)
