"""Answers that say that there is nothing to say."""

from __future__ import annotations

import pytest

from innspill.stages.reading.core.answers.no_comment import says_nothing


@pytest.mark.parametrize(
    "text",
    [
        "Ingen innspill", "Ingen kommentar", "Ingen kommentarer.", "Ingen merknader", "Uten merknad",
        "ingen innspel", "Ingen merknadar", "Utan merknader", "No comments", "No comment.", "Ingen",
        "Vi har ingen kommentarer", "Sandvik kommune har ingen merknader til kapittel 3.",
    ],
)  # fmt: skip
def test_nothing_to_say(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Ingen innspill utover at rekkverket er for lavt.", "Ingen merknader, men brøyt oftere.",
        "Ingen merknader til kapittel 3 bortsett fra brøytingen", "Ingen brøyter brua vår.",
        "Vi har ingen kommentarer til dette.\n\nBrua er fin.", "Ingenting fungerer om vinteren.",
    ],
)  # fmt: skip
def test_something_to_say(text: str) -> None:
    assert not says_nothing(text)
