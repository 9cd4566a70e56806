"""Handing in: the same receipt for the same, a new version for what was changed."""

from __future__ import annotations

import pytest

from innspill.pipeline import wiring
from innspill.stages.consultations.core.filled import NAME, from_bytes
from tests.stages.drafting.conftest import Writing

pytestmark = pytest.mark.django_db


def test_what_is_handed_in_is_the_form_as_it_was_filled_in(writing: Writing) -> None:
    writing.name("Fjordvik kommune", comment="Takk for et godt utkast.")
    writing.save("1", "Vi er enige.\r\n\r\nMen målene er mange.")
    receipt = writing.hand_in()
    assert receipt.files[0].name == NAME
    form = from_bytes(wiring.store().get(receipt.files[0].sha256))
    answer = form.answer("1")
    assert answer is not None
    assert answer.text == "Vi er enige.\n\nMen målene er mange."
    assert form.senders[0].name == "Fjordvik kommune"
    assert form.comment == "Takk for et godt utkast."
