"""How often each page asks the database: as often with much in it as with little."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting import actions as drafting
from innspill.stages.drafting import queries
from tests.interfaces import scene
from tests.stages.conftest import NOW

from .test_drafts import base_of, first_step

pytestmark = pytest.mark.django_db


def asked(client: Client, address: str) -> int:
    """How many questions one page asks, after what is asked once per process is asked."""
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_hearing_page_asks_no_more_with_more_responses(
    client: Client, hearing: ConsultationShown
) -> None:
    address = f"/horinger/{hearing.slug}/"
    scene.hand_in(hearing, scene.TINDVANG, sender="Tindvang kommune")
    scene.work.run_until_idle()
    few = asked(client, address)
    scene.publish_some(hearing)
    assert asked(client, address) == few <= 11


def test_a_step_and_the_review_ask_no_more_with_more_answers_notes_files_and_drafts(
    client: Client, open_hearing: ConsultationShown
) -> None:
    base = base_of(client, open_hearing)
    pages = [first_step(client, base), base + "se-over/", base + "oversikt/", base + "samarbeid/"]
    few = [asked(client, page) for page in pages]
    draft = queries.opened(base.split("/")[2]).draft
    for question in open_hearing.definition.questions:
        drafting.save_answer(
            draft.id, question.id, ticks=(), text="Mye tekst.", based_on=0, by="Ola", now=NOW
        )  # fmt: skip
        for _ in range(5):
            drafting.add_note(
                draft.id, question.id, kind="comment", text="Enig?", by="Kari", now=NOW
            )  # fmt: skip
    for _ in range(10):
        base_of(client, open_hearing)
    assert [asked(client, page) for page in pages] == few
    assert max(few) <= 8


def test_the_ways_to_answer_ask_once(client: Client, open_hearing: ConsultationShown) -> None:
    assert asked(client, f"/horinger/{open_hearing.slug}/svar-inn/") <= 2
