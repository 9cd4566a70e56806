"""A hearing whose deadline is out, with two published answers to decide on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from innspill.pipeline import wiring, work
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people.models import Owner
from innspill.stages.analysis import actions as analysis_actions
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import Target
from innspill.stages.intake import actions as intake
from innspill.stages.publication import queries as publication
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, home_at, staff_at, undone

TINDVANG = "hoyringssvar_Tindvang_kommune.docx"
UNIVERSITY = "Brev fra Universitetet i Nordvest.docx"


@dataclass(frozen=True)
class ToDecide:
    """The hearing, its owner and the people; its answers come by `receive`."""

    hearing: ConsultationShown
    owner: Owner
    staff: Staff

    @property
    def id(self) -> int:
        return self.hearing.id

    @property
    def comments(self) -> list[analysis.CommentRow]:
        return analysis.comments(self.hearing.slug, [self.owner])

    def receive(self, name: str, sender: str) -> None:
        """A file of the samples, handed in and worked on until it is published and analysed."""
        intake.receive(
            consultation_slug=self.hearing.slug,
            channel="upload",
            files=[(name, (RESPONSES / name).read_bytes())],
            claimed_sender=sender,
            idempotency_key=name,
            now=IN_TIME,
            store=wiring.store(),
        )
        work.run_until_idle()

    def follow(
        self, row: analysis.CommentRow, outcome: str = "followed", scope: str = "comment"
    ) -> None:
        """The caseworker decides on a comment, knowing what stands there."""
        target = Target(scope, row.fingerprint)  # type: ignore[arg-type]
        actions.decide(
            self.id, queries.seen(self.id, [target]), outcome=outcome, reason="Vi gjør det.",
            by=self.staff.caseworker, now=NOW,
        )  # fmt: skip

    def go_through(self) -> None:
        """Everything is confirmed and each answer finished."""
        by = self.staff.caseworker
        waiting = [row.id for row in self.comments if not row.confirmed]
        if waiting:
            analysis_actions.confirm(waiting, by=by, now=NOW)
        for rendition in publication.current_renditions(self.id):
            analysis_actions.finish(rendition, by=by, now=NOW)


@pytest.fixture(scope="package")
def built(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ToDecide]:
    """Made once; what a test does to it is undone after that test."""
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        definition = load(RESPONSES.parent / "consultation.yaml")
        hearing = consultations.load(definition.model_copy(update={"status": "closed"}), now=NOW)
        owner = Owner.objects.get(name=hearing.owner)
        made = ToDecide(hearing, owner, staff_at(owner))
        made.receive(TINDVANG, "Tindvang kommune")
        made.receive(UNIVERSITY, "Universitetet i Nordvest")
        yield made


@pytest.fixture
def case(built: ToDecide, db: None) -> ToDecide:
    return built


@pytest.fixture(autouse=True)
def home(built: ToDecide) -> None:
    """The home that the case was made in, for all tests."""


@pytest.fixture
def lines() -> Callable[[str], list[dict[str, object]]]:
    """What the journal says of one verb, in order."""

    def of(verb: str) -> list[dict[str, object]]:
        return [row.detail for row in JournalEntry.objects.filter(verb=verb).order_by("pk")]

    return of
