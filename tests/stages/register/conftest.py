"""The web form as the register meets it: drafts handed in, and the rows that they became."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from innspill.pipeline import handing_in
from innspill.shared.people.models import Owner
from innspill.stages.consultations.core.filled import SenderGiven
from innspill.stages.consultations.models import Body, Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions, queries
from innspill.stages.invitations.models import Recipient
from innspill.stages.register import queries as register
from tests.stages.conftest import IN_TIME

Answering = Callable[..., int]
Rows = Callable[[], list[register.ResponseRow]]


@pytest.fixture
def rows(hearing: ConsultationShown, owner: Owner) -> Rows:
    return lambda: register.responses(hearing.slug, [owner])


@pytest.fixture
def one_each() -> Callable[[bool], None]:
    """Whether the hearing takes one response per organisation."""

    def ask_for(wanted: bool) -> None:
        row = Consultation.objects.get()
        row.definition |= {"one_response_per": "organisation" if wanted else "none"}
        row.save()

    return ask_for


@pytest.fixture
def recipient() -> Callable[[str], Recipient]:
    """The recipient of that name for the invited line of that name, or for `line`."""

    def of(name: str, *, line: str = "") -> Recipient:
        body = Body.objects.get(name=line or name)
        return Recipient.objects.create(body=body, name=name, added_at=IN_TIME)

    return of


@pytest.fixture
def answering(hearing: ConsultationShown) -> Answering:
    """Hands in a draft, a new one or `draft` again; returns its row number."""

    def hand_in(
        *names: str,
        text: str = "Vi er enige.",
        at: datetime = IN_TIME,
        draft: int | None = None,
        recipient: Recipient | None = None,
        kind: str = "organisation",
        supports: str = "",
        began_at: datetime | None = None,
    ) -> int:
        whose = recipient.pk if recipient else None
        pk = draft or actions.begin(hearing.id, language="nb", recipient_id=whose, now=at)
        shown = queries.shown(pk)
        if names:
            senders = [SenderGiven(name=name, kind=kind) for name in names]  # type: ignore[arg-type]
            actions.save_about(
                pk, senders=senders, contact="", email="", supports=supports, comment="",
                based_on=shown.about_revision, by="", now=at,
            )  # fmt: skip
        stands = shown.answers.get("1")
        actions.save_answer(
            pk, "1", ticks=(), text=text, based_on=stands.revision if stands else 0, by="", now=at
        )
        handing_in.hand_in(pk, began_at=began_at or at, now=at)
        return pk

    return hand_in
