"""The pages of portal and open data that go past the wall are few, and each is named with a reason.

A new one fails here until somebody has written down why it may.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver

from innspill.interfaces.api import urls as api
from innspill.interfaces.portal import urls as portal
from innspill.interfaces.ui.wall import is_public

from .conftest import python_files, short, tree_of

PORTAL = "src/innspill/interfaces/portal/views/"
BEYOND = {
    "asks no database": {"look-file"},
    "hands something in, or begins to": {"answer", "upload"},
    "shows a receipt to the browser that handed in": {"receipt", "receipt-file", "receipt-paper"},
    "shows a draft to who holds its secret address": {
        "draft", "draft-overview", "draft-who", "draft-name", "draft-step", "draft-review",
        "draft-receipt", "draft-handed-in", "draft-receipt-paper", "draft-take-back", "draft-later",
        "draft-share", "draft-history", "draft-autosave", "draft-as-it-stands", "draft-file",
    },
    "takes an address, or shows a subscription to who holds its link": {
        "subscribe", "subscription", "leave",
    },
    "shows a respondent their reply, to who holds the link of the letter": {"reply"},
    "shows an invitation to who holds its link": {"invited", "invited-form"},
}  # fmt: skip
"""Names of addresses by why they may."""
SAID_AT = {
    f"{PORTAL}answering.py": 4, f"{PORTAL}subscribing.py": 3, f"{PORTAL}drafts/door.py": 1,
    f"{PORTAL}replies.py": 1, f"{PORTAL}invited.py": 2, f"{PORTAL}ways.py": 1,
}  # fmt: skip
"""Where `beyond_the_wall` is said, and how often."""


def _addresses(patterns: list[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns)
        else:
            yield pattern


def test_every_page_that_goes_past_the_wall_is_named_with_its_reason() -> None:
    found = [
        pattern.name for pattern in _addresses(portal.urlpatterns)
        if not is_public(pattern.callback)
    ]  # fmt: skip
    named = sorted(name for names in BEYOND.values() for name in names)
    assert sorted(map(str, found)) == named
    assert not [each for each in _addresses(api.urlpatterns) if not is_public(each.callback)]


def test_it_is_said_where_it_is_expected_and_nowhere_else() -> None:
    said: dict[str, int] = {}
    for path in python_files():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef):
                named = [ast.unparse(each) for each in node.decorator_list]
                times = sum(each.rpartition(".")[2] == "beyond_the_wall" for each in named)
                if times:
                    said[short(path)] = said.get(short(path), 0) + times
    assert said == SAID_AT


def test_within_a_page_of_the_public_it_is_opened_at_one_place_only() -> None:
    opened = [
        short(path)
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"public_side.beyond", "beyond"}
    ]
    assert opened == [f"{PORTAL}proof.py"]  # who shows a receipt is told what became of it
