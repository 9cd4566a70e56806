"""Which PostgreSQL settings keep what was acknowledged."""

from __future__ import annotations

from collections.abc import Mapping

SAFE: dict[str, frozenset[str]] = {
    "fsync": frozenset({"on"}),
    "full_page_writes": frozenset({"on"}),
    # "local" waits for this machine's disk, the others for a standby too.
    "synchronous_commit": frozenset({"on", "local", "remote_write", "remote_apply"}),
}
"""Each setting, and the values under which a commit has reached the disk when it is told of."""


def faults(found: Mapping[str, str]) -> list[str]:
    """What is unsafe about the settings that a server gives, in sentences."""
    return [
        f"PostgreSQL's {name}={found[name]} loses acknowledged responses in a power cut"
        for name, safe in SAFE.items()
        if found[name] not in safe
    ]
