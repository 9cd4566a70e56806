"""Long lists in pages, with addresses that keep what the list was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

T = TypeVar("T")
LENGTH = 100
"""How many lines a page has."""


def page_of(request: HttpRequest, rows: Sequence[T], length: int = LENGTH) -> Page[T]:
    """The page that the address asks for (`side`); the nearest there is where it is not one."""
    return Paginator(rows, length).get_page(request.GET.get("side"))


def address_of(request: HttpRequest, number: int) -> str:
    """The address of another page of the same list."""
    asked = request.GET.copy()
    asked["side"] = str(number)
    return f"?{asked.urlencode()}"
