"""A hearing in which three bodies have said some things, two of them the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from innspill.pipeline import wiring, work
from innspill.shared.people.models import Owner
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import Decided, Target
from innspill.stages.deciding.queries import DecidedRow
from innspill.stages.intake import actions as intake
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, home_at, staff_at, undone

SAME = (
    "Vi mener at kravet om sertifisering av leverandører må tas ut av planen, siden det rammer de"
    " små leverandørene i distriktene."
)
OWN = (
    "Varslingssenteret bør også ta imot meldinger fra private vannverk, og svare på natten.",
    "Kommunene bør få dekket utgiftene til nye pumper og målere i sin helhet over fem år.",
    "Planen bør si at øvelsene skal holdes lokalt i alle kommuner hvert eneste år.",
)


@dataclass(frozen=True)
class Case:
    """The hearing, who works there, and its comments."""

    id: int
    slug: str
    owner: Owner
    staff: Staff

    def rows(self) -> list[DecidedRow]:
        """The comments as they stand."""
        return queries.decided(self.slug, [self.owner])

    def row(self, words: str) -> DecidedRow:
        """The first comment that has these words."""
        return next(row for row in self.rows() if words in row.comment.text)

    def decide(self, *targets: Target, seen: int | None = -1, **said: Any) -> Decided:
        """The caseworker's word on these; `seen` as they stand where it is not given."""
        now = queries.seen(self.id, targets)
        given = {target: now[target] if seen == -1 else seen for target in targets}
        word = {"outcome": "noted", "reason": "Sett.", "by": self.staff.caseworker, **said}
        return actions.decide(self.id, given, **word, now=NOW)


@pytest.fixture(scope="module")
def made(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    """Made once; what a test does to it is undone after that test."""
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        yield build()


@pytest.fixture
def case(made: Case, db: None) -> Case:
    return made


def build() -> Case:
    """The hearing with three responses, published and analysed."""
    hearing = consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW)
    owner = Owner.objects.get(name=hearing.owner)
    bodies = ("Granmo kommune", "Fjordvik kommune", "Tindvang kommune")
    for at, (body, own) in enumerate(zip(bodies, OWN, strict=True)):
        text = f"{SAME}\n\n{own}\n" if at < 2 else f"{own}\n"
        intake.receive(
            consultation_slug=hearing.slug, channel="upload",
            files=[(f"svar{at}.txt", text.encode())], claimed_sender=body,
            idempotency_key=body, now=IN_TIME + timedelta(hours=at), store=wiring.store(),
        )  # fmt: skip
    work.run_until_idle()
    return Case(hearing.id, hearing.slug, owner, staff_at(owner))


@pytest.fixture
def theme(case: Case) -> int:
    """A theme with all of the comments in it."""
    by = case.staff.caseworker
    pk = analysis_actions.make_theme(case.id, label="Leverandører", by=by, now=NOW)
    ids = [row.comment.id for row in case.rows()]
    analysis_actions.label_many(ids, kind="theme", value=str(pk), by=by, now=NOW)
    return pk
