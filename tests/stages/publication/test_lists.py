"""Lists ask the database a fixed number of times, however long they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import queries as deciding
from innspill.stages.intake import queries as intake
from innspill.stages.publication import open_data, searching
from innspill.stages.publication.core.listing import Filter
from innspill.stages.publication.waiting import all_states
from innspill.stages.reading import queries as reading
from tests.stages.conftest import HandIn

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]


@pytest.fixture
def slug(hearing: ConsultationShown) -> str:
    return hearing.slug


def test_the_public_lists_ask_a_fixed_number_of_times_however_many_responses_there_are(
    hand_in: HandIn, work_on: WorkOn, slug: str, django_assert_num_queries: Callable[..., Any]
) -> None:
    for name in ("fjordvik-kommune.docx", "svar-vannlab.docx", "Granmo_svarskjema_utfylt.docx"):
        hand_in(name)
    work_on()
    with django_assert_num_queries(2):  # how many there are, and those that are looked at
        assert len(searching.listed(slug, Filter())[:10]) == 3
    with django_assert_num_queries(5):  # who took whose place, a chunk, its files, what was decided
        assert len(list(open_data.responses(slug))) == 3


def test_the_desk_s_lists_ask_a_fixed_number_of_times(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:  # fmt: skip
    for name in ("fjordvik-kommune.docx", "svar-vannlab.docx", "Granmo_svarskjema_utfylt.docx"):
        hand_in(name)
    work_on()
    for many, ask in (
        (2, lambda: intake.inbox([owner])),
        (2, lambda: reading.open_flags([owner])),
        (8, lambda: all_states(slug, [owner])),
        (6, lambda: analysis.comments(slug, [owner])),
        (10, lambda: deciding.decided(slug, [owner])),
    ):
        with django_assert_max_num_queries(many):
            ask()
