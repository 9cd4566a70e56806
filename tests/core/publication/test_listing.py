"""What a public copy is listed by: whether it has remarks of its own."""

from __future__ import annotations

from typing import Any

import pytest

from innspill.stages.publication.core.listing import listing_of

BARE: dict[str, Any] = {
    "senders": ["A"],
    "received": None,
    "answers": [],
    "general": [],
    "kind": "letter",
}
SAID = {"question": "1", "ticks": [], "text": "Planen er god.", "no_comment": False}


@pytest.mark.parametrize(
    ("copy", "has_remarks"),
    [
        ({"general": ["Planen er god."]}, True),
        ({"general": ["Uten merknader."], "no_remarks": True}, False),
        ({"kind": "cover-note", "general": ["Vedlagt følger svaret."]}, False),
        (
            {"kind": "cover-note", "general": ["Vedlagt.", "Planen er god."], "attachments": [1]},
            True,
        ),
        ({"kind": "cover-note", "answers": [SAID]}, True),
        ({}, False),
    ],
)
def test_a_remark_is_more_than_that_there_is_none_or_that_one_is_enclosed(
    copy: dict[str, Any], has_remarks: bool
) -> None:
    assert listing_of({**BARE, **copy}).remarks is has_remarks
