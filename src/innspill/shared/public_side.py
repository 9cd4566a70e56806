"""Whether this thread reads for the public: then it asks through the wall, and nothing else.

While it does, Django's router sends every question to the connection `public`, which can read the
public tables alone (adapters/wall), and the connection that can read everything refuses to be
asked. A view that forgets this gets an error and no data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

from django.db import connections

from innspill.shared.errors import BehindTheWall

PUBLIC, WHOLE = "public", "default"
_reading: ContextVar[bool] = ContextVar("reading_for_the_public", default=False)


class Way:
    """How questions of the public are asked; tests put another one, since they share a connection."""

    alias = PUBLIC

    def through(self) -> AbstractContextManager[object]:
        """What holds while the public reads."""
        return connections[WHOLE].execute_wrapper(_refuse)

    def around(self) -> AbstractContextManager[object]:
        """What holds while somebody hands in, or sees what is theirs, in between."""
        return nullcontext()


_way: list[Way] = [Way()]


def is_reading() -> bool:
    """Whether this thread reads for the public now."""
    return _reading.get()


@contextmanager
def reading() -> Iterator[None]:
    """Reads for the public until the end of the block."""
    if is_reading():
        yield
        return
    with _set(True), _way[0].through():
        yield


@contextmanager
def beyond() -> Iterator[None]:
    """Within a page of the public: what somebody may see of their own, or what they hand in."""
    if not is_reading():
        yield
        return
    with _set(False), _way[0].around():
        yield


@contextmanager
def asked(way: Way) -> Iterator[None]:
    """Asks the questions of the public another way, in every thread: for tests."""
    _way.append(_way[0])
    _way[0] = way
    try:
        yield
    finally:
        _way[0] = _way.pop()


@contextmanager
def _set(value: bool) -> Iterator[None]:
    token = _reading.set(value)
    try:
        yield
    finally:
        _reading.reset(token)


class Router:
    """Which connection is asked: Django's DATABASE_ROUTERS."""

    def db_for_read(self, _model: object, **_hints: object) -> str:
        """Through the wall while the public reads."""
        return _way[0].alias if is_reading() else WHOLE

    db_for_write = db_for_read
    """Where writing is an error."""

    def allow_relation(self, *_rows: object, **_hints: object) -> bool:
        """It is one database, asked two ways."""
        return True

    def allow_migrate(self, alias: str, *_: object, **_hints: object) -> bool:
        """Nothing is built through the wall."""
        return alias != PUBLIC


def _refuse(
    execute: Callable[..., Any], sql: str, params: object, many: bool, context: dict[str, Any]
) -> Any:
    if is_reading():
        raise BehindTheWall(f"the public may not ask this: {sql[:80]}")
    return execute(sql, params, many, context)
