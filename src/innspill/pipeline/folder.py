"""The folder channel: each file in a folder is one delivery.

`received.csv` in the folder (`file,received_at,channel,sender`) says when and how each file came.
Without it a file came when it was found.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from innspill.shared.errors import BadInput
from innspill.shared.ports import ByteStore
from innspill.shared.values import sha256_of
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.receipt import Receipt

RECEIVED = "received.csv"
_COLUMNS = {"file", "received_at"}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file in the folder, and what `received.csv` says of it."""

    path: Path
    received_at: datetime | None = None
    channel: str = "folder"
    sender: str = ""


def waiting_in(folder: Path) -> list[Waiting]:
    """The files in a folder in order of receipt, those without a time last, then by name.

    Hidden files and `received.csv` are left out. Raises BadInput for a missing folder and for a
    `received.csv` with an error.
    """
    if not folder.is_dir():
        raise BadInput("there is no such folder", where=str(folder), todo="Check the path.")
    known = _received(folder / RECEIVED)
    files = [
        known.get(path.name, Waiting(path))
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".") and path.name != RECEIVED
    ]
    timed = [file for file in files if file.received_at is not None]
    timed.sort(key=lambda file: file.received_at.timestamp() if file.received_at else 0.0)
    return timed + [file for file in files if file.received_at is None]


def take_in(
    folder: Path,
    *,
    consultation_slug: str,
    now: datetime,
    store: ByteStore,
    progress: Callable[[int, int], None] | None = None,
) -> list[Receipt]:
    """Takes in every file of a folder; a file taken in before gives its first receipt again."""
    receipts = []
    files = waiting_in(folder)
    for place, file in enumerate(files, start=1):
        data = file.path.read_bytes()
        receipts.append(
            intake.receive(
                consultation_slug=consultation_slug,
                channel=file.channel,
                files=[(file.path.name, data)],
                claimed_sender=file.sender,
                idempotency_key=f"folder {consultation_slug} {file.path.name} {sha256_of(data)}",
                now=now,
                received_at=file.received_at,
                store=store,
            )
        )
        if progress is not None:
            progress(place, len(files))
    return receipts


def _received(path: Path) -> dict[str, Waiting]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        missing = _COLUMNS - set(rows.fieldnames or ())
        if missing:
            raise BadInput(
                f"the column {min(missing)} is missing",
                where=str(path),
                todo="The first line is: file,received_at,channel,sender",
            )
        return {row["file"]: _row(row, path, rows.line_num) for row in rows}


def _row(row: dict[str, str], path: Path, line: int) -> Waiting:
    try:
        at = datetime.fromisoformat(row["received_at"]) if row["received_at"] else None
    except ValueError as error:
        raise BadInput(
            f"{row['received_at']!r} is no instant",
            where=f"{path}, line {line}",
            todo="Write 2026-03-01T12:00:00+01:00.",
        ) from error
    if at is not None and at.tzinfo is None:
        raise BadInput(
            f"{row['received_at']!r} has no offset",
            where=f"{path}, line {line}",
            todo="Add +01:00 or Z at the end.",
        )
    return Waiting(
        path.parent / row["file"], at, row.get("channel") or "folder", row.get("sender") or ""
    )
