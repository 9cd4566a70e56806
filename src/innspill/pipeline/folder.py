"""The folder channel: each file in a folder is one delivery.

`received.csv` in the folder says when, how and from whom each file came. Without it a file came
when it was found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from innspill.pipeline.received import NAME, files_in, read_received
from innspill.shared.errors import BadInput
from innspill.shared.ports import ByteStore
from innspill.shared.values import sha256_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.register.core.standing import received_or_never
from innspill.stages.register.core.values import Arrival

TIMEZONE = "Europe/Oslo"
"""Of a time in `received.csv` without an offset, where the hearing is not known."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file in the folder, its name there, and how it came."""

    path: Path
    name: str
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The receipts in order, and a sentence for each file that the disk did not give."""

    receipts: tuple[Receipt, ...]
    remarks: tuple[str, ...]


def waiting_in(folder: Path, timezone: str = TIMEZONE) -> list[Waiting]:
    """The files in a folder and below in order of receipt, those without a time last, by name.

    Raises BadInput for a missing folder and for a `received.csv` with an error.
    """
    files = files_in(folder)
    known = read_received(folder / NAME, timezone)
    waiting = [Waiting(path, name, known.get(name, Arrival())) for name, path in files]
    return sorted(waiting, key=lambda file: received_or_never(file.arrival))


def take_in(
    folder: Path,
    *,
    consultation_slug: str,
    now: datetime,
    store: ByteStore,
    progress: Callable[[int, int], None] | None = None,
) -> TakenIn:
    """Takes in every file of a folder; a file taken in before gives its first receipt again.

    A file that the disk does not give is named in the remarks, and the others are taken in.
    Raises BadInput as `waiting_in` does, for a hearing that is not known and for a folder without
    files; and OSError where the store cannot keep a file.
    """
    hearing = consultations.shown(consultation_slug) if consultation_slug else None
    if consultation_slug and hearing is None:
        known = ", ".join(row.slug for row in consultations.listed()) or "none; load one first"
        raise BadInput(
            "no hearing has this address", where=consultation_slug, todo=f"Known: {known}."
        )
    files = waiting_in(folder, hearing.definition.timezone if hearing else TIMEZONE)
    if not files:
        raise BadInput("there is no file to take in", where=str(folder), todo="Check the path.")
    receipts, remarks = [], _untimed(files)
    for place, file in enumerate(files, start=1):
        try:
            data = file.path.read_bytes()
        except OSError as error:
            remarks.append(f"{file.name}: {error.strerror or error}; not taken in")
            continue
        receipts.append(
            intake.receive(
                consultation_slug=consultation_slug,
                channel=file.arrival.channel,
                files=[(file.name, data)],
                claimed_sender=file.arrival.sender or "",
                idempotency_key=f"folder {consultation_slug} {file.name} {sha256_of(data)}",
                now=now,
                received_at=file.arrival.received_at,
                store=store,
            )
        )
        if progress is not None:
            progress(place, len(files))
    return TakenIn(tuple(receipts), tuple(remarks))


def _untimed(files: Sequence[Waiting]) -> list[str]:
    # The register must have a time. Who takes in a closed hearing is told what it makes of it.
    many = sum(file.arrival.received_at is None for file in files)
    if not many:
        return []
    said = f"{many} without a time in {NAME}: they count as received now"
    return [f"{said}, and as late where the deadline has passed"]
