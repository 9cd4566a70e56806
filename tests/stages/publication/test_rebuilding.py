"""Public files: built anew, read again, frozen; gone in the moment that the copy is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.pipeline import wiring
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import files
from innspill.stages.publication.models import PublicFile
from tests.stages.conftest import HandIn

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]


def test_a_published_response_has_a_paper_with_a_name_of_our_making(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    for row in PublicFile.objects.all():
        print(row.name, row.state, row.reason, row.size)
    (shown,) = files.files_of(hearing.slug, 1).built
    assert shown.name == "x"
