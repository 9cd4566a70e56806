"""A draft of the sample hearing, and how its writers go about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from innspill.pipeline import handing_in
from innspill.stages.consultations.core.filled import MeasureGiven, SenderGiven
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions, queries
from innspill.stages.drafting.core.values import Saved
from innspill.stages.intake.core.receipt import Receipt
from tests.stages.conftest import IN_TIME


class Writing:
    """One draft, and the hands that write it; time goes on by a minute with each of their acts."""

    def __init__(self, draft_id: int, at: datetime = IN_TIME) -> None:
        self.id = draft_id
        self.now = at

    def tick(self, minutes: float = 1) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    @property
    def shown(self) -> queries.DraftShown:
        return queries.shown(self.id)

    def text(self, question: str) -> str:
        return self.shown.answers[question].text

    def save(
        self,
        question: str,
        text: str = "",
        *,
        ticks: Sequence[str] = (),
        measures: Sequence[MeasureGiven] = (),
        on: int | None = None,
        by: str = "Kari",
    ) -> Saved:
        """Saves on top of revision `on`, or of what stands."""
        stands = self.shown.answers.get(question)
        based_on = on if on is not None else (stands.revision if stands else 0)
        return actions.save_answer(
            self.id, question, ticks=ticks, text=text, measures=measures, based_on=based_on, by=by,
            now=self.tick(),
        )  # fmt: skip

    def name(
        self, *names: str, comment: str = "", on: int | None = None, by: str = "Kari", **given: str
    ) -> Saved:
        """Saves who answers."""
        return actions.save_about(
            self.id,
            senders=[SenderGiven(name=name) for name in names],
            contact=given.get("contact", ""),
            email=given.get("email", ""),
            supports=given.get("supports", ""),
            comment=comment,
            based_on=self.shown.about_revision if on is None else on,
            by=by,
            now=self.tick(),
        )

    def hand_in(self) -> Receipt:
        now = self.tick()
        return handing_in.hand_in(self.id, began_at=now, now=now)


@pytest.fixture
def writing(hearing: ConsultationShown) -> Writing:
    """A draft that was just begun."""
    return Writing(actions.begin(hearing.id, language="nb", now=IN_TIME))
