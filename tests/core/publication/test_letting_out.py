"""What a hearing lets out by itself, and the one heading that a waiting response is counted under."""

from __future__ import annotations

import pytest

from innspill.stages.publication.core.letting_out import (
    MARKS_AGAIN,
    PERSON_LOOKS,
    PRIVATE_PERSON,
    SENDER_UNSETTLED,
    SOMETHING_FOUND,
    category_of,
    looked_at_by_a_person,
)
from innspill.stages.publication.core.render import Rendered, render
from innspill.stages.register.core.standing import register
from tests.core.register.cases import hearing, on, response


def shown(name: str, text: str) -> Rendered:
    return render(register(hearing(), [(response(name, text), on(9))])[0], hearing())


CLEAN = shown("Lier kommune", "Vi støtter planen.")
MASKED = shown("Lier kommune", "Ring 912 34 567.")
PRIVATE = shown("Kari Nordmann", "Jeg støtter planen.")


@pytest.mark.parametrize(
    ("allowed", "rendered", "reasons"),
    [
        ("never", CLEAN, [PERSON_LOOKS]), ("never", PRIVATE, [PERSON_LOOKS]),
        ("clean", CLEAN, []), ("clean", MASKED, [SOMETHING_FOUND]),
        ("clean", PRIVATE, [PRIVATE_PERSON]),
        ("masked", CLEAN, []), ("masked", MASKED, []), ("masked", PRIVATE, [PRIVATE_PERSON]),
    ],
)  # fmt: skip
def test_private_persons_always_wait_and_organisations_as_the_hearing_says(
    allowed: str, rendered: Rendered, reasons: list[str]
) -> None:
    assert looked_at_by_a_person(rendered, allowed) == reasons


def test_a_hearing_lets_nothing_out_by_itself_unless_it_says_so() -> None:
    assert type(hearing()).model_fields["publish_without_a_person"].default == "never"


@pytest.mark.parametrize(
    ("screened", "reasons", "shows_more", "approvals", "category"),
    [
        (False, [], False, 0, "unscreened"),
        (True, [PERSON_LOOKS], False, 1, "second"),
        (True, ["hearing-publishes-none", SENDER_UNSETTLED], False, 0, "not-public"),
        (True, ["the sender is unknown", SENDER_UNSETTLED], False, 0, "sender"),
        (True, [], True, 0, "marks"),
        (True, [PERSON_LOOKS, MARKS_AGAIN], False, 0, "marks"),
        (True, ["health at answer:1"], False, 0, "doubt"),
        (True, [PRIVATE_PERSON], False, 0, "person"),
    ],
)
def test_each_waiting_response_has_one_heading(
    screened: bool, reasons: list[str], shows_more: bool, approvals: int, category: str
) -> None:
    assert category == category_of(
        screened=screened, reasons=reasons, shows_more=shows_more, approvals=approvals
    )
