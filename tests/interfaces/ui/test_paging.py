"""Long lists in pages."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from innspill.interfaces.ui.paging import LENGTH, address_of, page_of


@pytest.mark.parametrize(("asked", "given"), [("2", 2), ("99", 3), ("x", 1), ("", 1), ("-1", 3)])
def test_a_page_that_is_not_there_gives_the_nearest(asked: str, given: int) -> None:
    rows = range(2 * LENGTH + 1)
    assert page_of(RequestFactory().get("/", {"side": asked}), rows).number == given


def test_the_address_of_the_next_page_keeps_the_filter() -> None:
    request = RequestFactory().get("/", {"gruppe": "Stat & kommune", "side": "1"})
    assert address_of(request, 2) == "?gruppe=Stat+%26+kommune&side=2"
