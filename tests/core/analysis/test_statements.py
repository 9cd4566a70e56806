"""A comment that speaks of another body's answer is linked to it; a name alone is none."""

from __future__ import annotations

import pytest

from innspill.stages.analysis.core.mentions import known_of, mentions_of
from tests.core.analysis.cases import hearing


def _spoken_of(text: str, sender: str = "") -> list[str]:
    known = known_of(hearing(), [(sender, "")])
    return [each.name for each in mentions_of(text, known) if each.kind == "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Vi slutter oss til uttalelsen fra Helsetilsynet.",
        "Kommunen viser til høringssvaret til Helsetilsynet og har ikke mer å tilføye.",
        "Vi sluttar oss til Helsetilsynet.",
        "Vi støtter Helsetilsynets innspill om felles metodikk.",
        "Vi er usamde i Helsetilsynet sitt innspel.",
    ],
)
def test_what_is_said_of_the_answer_of_another_is_linked_to_that_body(text: str) -> None:
    assert _spoken_of(text) == ["Statens helsetilsyn"]


@pytest.mark.parametrize(
    "text",
    [
        "Helsetilsynet bør få ansvaret.",
        "Vi ber om at svaret sendes til oss og til Helsetilsynet.",
        "Vurderingen av risiko gjøres av mange, og Helsetilsynet er en av dem.",
    ],
)
def test_a_body_that_is_only_named_is_no_statement(text: str) -> None:
    assert _spoken_of(text) == []


def test_who_speaks_of_their_own_answer_points_to_nobody_else() -> None:
    text = "Dette er uttalelsen fra Fjordvik kommune."
    assert _spoken_of(text, "Fjordvik kommune") == []
    assert _spoken_of(text, "Eidsund kommune") == ["Fjordvik kommune"]
