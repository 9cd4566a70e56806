"""Which PostgreSQL settings are safe, and how we connect to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ASKED = ("fsync", "synchronous_commit", "full_page_writes")
"""The server's settings without which a power cut loses what was acknowledged, or tears a page."""
WAITS = "-c lock_timeout={}s -c idle_in_transaction_session_timeout=10min"
"""As long as SQLite waits for a lock; a transaction whose process hangs ends by itself."""


def with_postgres(found: Mapping[str, Any], lock_wait: int) -> dict[str, Any]:
    """A database as django-environ reads it, with what we want of a connection.

    What the operator put into the URL stands: behind PgBouncer, which takes no `options`, write
    `?options=` and set the waits for the role.
    """
    options = {
        "connect_timeout": 10,
        "options": WAITS.format(lock_wait),
        "application_name": "innspill",
    }
    kept = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return {**kept, **found, "OPTIONS": {**options, **found.get("OPTIONS", {})}}


def public_postgres(whole: Mapping[str, Any]) -> dict[str, Any]:
    """The same database for the public's connection, which writes nothing."""
    options = dict(whole["OPTIONS"])
    options["options"] = f"{options.get('options', '')} -c default_transaction_read_only=on".strip()
    engine = "innspill.adapters.wall.postgresql"
    return {
        **whole,
        "ENGINE": engine,
        "OPTIONS": {**options, "application_name": "innspill public"},
    }


def faults(shown: Mapping[str, str]) -> list[str]:
    """What is unsafe about these settings, in sentences.

    All values of synchronous_commit but "off" wait for our own disk.
    """
    said = {
        "fsync": "nothing is forced to the disk",
        "synchronous_commit": "a commit is acknowledged before it is on the disk",
        "full_page_writes": "a power cut can tear a page that was being written",
    }
    return [
        f"PostgreSQL has {name}=off: {said[name]}" for name in ASKED if shown.get(name) == "off"
    ]
