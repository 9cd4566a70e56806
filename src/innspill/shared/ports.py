"""Ports: what the house needs from outside. Adapters fill them; `pipeline.wiring` joins the two."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from innspill.shared.values import Sha256


class Clock(Protocol):
    """Tells the time, in UTC. Tests and the demo can set it (INNSPILL_NOW)."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class ByteStore(Protocol):
    """Keeps bytes under their SHA-256: durable when `put` returns, never changed."""

    def put(self, data: bytes) -> Sha256:
        """Stores `data` durably and returns its SHA-256. Raises OSError where it cannot."""
        ...

    def get(self, sha256: Sha256) -> bytes:
        """The bytes stored under `sha256`. Raises KeyError where there are none."""
        ...
