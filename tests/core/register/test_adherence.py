"""Responses that adhere to another's."""

from __future__ import annotations

import pytest

from innspill.stages.register.core.adhering import adherence
from tests.core.register.cases import hearing, response


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Lier kommune slutter seg til uttalelsen fra KS.", "Kommunesektorens organisasjon"),
        ("Vi slutter oss til høringssvaret fra FHI og har ikke mer å tilføye.", "Folkehelseinstituttet"),
        ("Kommunen stiller seg bak uttalelsen fra Universitetet i Bergen", "Universitetet i Bergen"),
        ("Kommunen sluttar seg til fråsegna frå KS.", "Kommunesektorens organisasjon"),
        ("Vi støtter fullt ut høringsuttalelsen avgitt av Nes vannlag.", "Nes vannlag"),
        ("Vi viser til høringssvaret fra KS, og slutter oss til dette.", "Kommunesektorens organisasjon"),
        ("Vi slutter oss til KS sitt høringssvar.", "Kommunesektorens organisasjon"),
    ],
)  # fmt: skip
def test_adherence_is_linked_to_the_body_under_its_name_on_the_list(text, body):
    assert adherence(response("Lier kommune", text), hearing()) == body


@pytest.mark.parametrize(
    "text",
    [
        "Vi slutter oss til forslaget fra direktoratet.",
        "Vi stiller oss bak målene i kapittel 4.",
        "KS har sendt en egen uttalelse.",
        "Vi støtter planen.",
    ],
)
def test_to_support_a_proposal_is_no_adherence(text):
    assert adherence(response("Lier kommune", text), hearing()) is None
