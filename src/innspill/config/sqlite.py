"""Which SQLite settings are safe on this machine, by the version of SQLite.

Versions 3.7.0 to 3.51.2, but for 3.50.7+ and 3.44.6+ in their branches, can lose commits in WAL
mode with two connections (the WAL-reset bug). On those a rollback journal with EXTRA is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

Version = tuple[int, int, int]
MENDED_BRANCHES = {(3, 50): 7, (3, 44): 6}


def wal_is_safe(version: Version) -> bool:
    """Whether this SQLite has the mended WAL."""
    if version >= (3, 51, 3):
        return True
    mended_from = MENDED_BRANCHES.get(version[:2])
    return mended_from is not None and version[2] >= mended_from


def init_command(version: Version) -> str:
    """The PRAGMAs that each connection starts with. Never synchronous=NORMAL.

    Without recursive triggers INSERT OR REPLACE deletes rows past the append-only triggers.
    """
    always = "PRAGMA recursive_triggers=ON;"
    if wal_is_safe(version):
        return f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; {always}"
    return f"PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; {always}"


def public_sqlite(whole: Mapping[str, Any], lock_wait: int) -> dict[str, Any]:
    """The same database for the public's connection, which writes nothing.

    Not `mode=ro`: who opens it so cannot undo what a killed process left half written, and every
    page would fail until somebody else opened it. Nothing can be written all the same: the
    authorizer refuses it (adapters/wall), and so does query_only.
    """
    return {
        "ENGINE": "innspill.adapters.wall.sqlite3",
        "NAME": f"file:{quote(str(whole['NAME']))}?mode=rw",
        "OPTIONS": {
            "init_command": "PRAGMA temp_store=MEMORY",
            "timeout": lock_wait,
        },
        "CONN_MAX_AGE": 600,
    }


def faults(
    version: Version, journal_mode: str, synchronous: int, transaction_mode: str
) -> list[str]:
    """What is unsafe about these settings, in sentences. `synchronous` is SQLite's number:
    0 OFF, 1 NORMAL, 2 FULL, 3 EXTRA. A database in memory has nothing to lose.
    """
    mode = journal_mode.lower()
    found = []
    if transaction_mode.upper() != "IMMEDIATE":
        found.append("transactions must start IMMEDIATE, else writers fail as locked")
    if mode == "memory":
        return found
    if mode == "wal" and not wal_is_safe(version):
        shown = ".".join(str(part) for part in version)
        found.append(f"SQLite {shown} can lose commits in WAL mode: use journal_mode=DELETE")
    least = 2 if mode == "wal" else 3
    if synchronous < least:
        found.append(f"synchronous={synchronous} loses acknowledged responses in a power cut")
    if mode in {"off", "persist", "truncate"}:
        found.append(f"journal_mode={mode} is not one that was tested: use DELETE or WAL")
    return found


FAR = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "fuse.sshfs", "fuse.glusterfs",
       "lustre", "gfs2", "ocfs2"}  # fmt: skip
"""File systems of other machines."""


def far_away(place: Path, mounts: str) -> str:
    """The kind of network file system that a path lies on, by /proc/mounts; "" for a local one."""
    nearest, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # Spaces in a path are written in octal there.
        at = fields[1].replace("\\040", " ")
        if place.is_relative_to(at) and len(at) >= len(nearest):
            nearest, kind = at, fields[2]
    return kind if kind in FAR else ""
