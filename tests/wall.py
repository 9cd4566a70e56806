"""The wall in tests, which share one connection: it is raised on that very one while the public reads.

So every test of a page tries it, with what the test has written and not committed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from django.db import connection

from innspill.adapters.wall import of_postgres, of_sqlite
from innspill.shared import public_side


class OnTheSameConnection(public_side.Way):
    """Raises the wall, and lowers it for what lies in between."""

    alias = public_side.WHOLE

    def through(self) -> AbstractContextManager[None]:
        return _raised()

    def around(self) -> AbstractContextManager[None]:
        return _lowered()


_lowers: list[Callable[[], None]] = []


@contextmanager
def _raised() -> Iterator[None]:
    _raise()
    try:
        yield
    finally:
        _lowers.pop()()


@contextmanager
def _lowered() -> Iterator[None]:
    _lowers.pop()()
    try:
        yield
    finally:
        _raise()


def _raise() -> None:
    connection.ensure_connection()
    real = connection.connection
    if connection.vendor == "sqlite":
        _lowers.append(of_sqlite.raise_wall(real))
    else:
        of_postgres.take_on(real)
        _lowers.append(_lower_on_postgres)


def _lower_on_postgres() -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET search_path")
        cursor.execute("RESET ROLE")


def public_pages_ask_through_the_wall() -> AbstractContextManager[None]:
    """For the whole run."""
    return public_side.asked(OnTheSameConnection())
