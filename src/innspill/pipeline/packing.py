"""The ZIP of each hearing is made ahead, when what is public of it has been still for a while.

A package is named after the digest of all that it is made of. It is served only while that is the
digest of what is public at that moment; another one is deleted by the next pass. How a package is
written the interface of open data knows; the setting PACKAGE_WRITER names it.
"""

from __future__ import annotations

import os
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from django.conf import settings
from django.utils.module_loading import import_string

from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal
from innspill.shared.values import sha256_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import open_data

STILL = timedelta(minutes=1)
"""How long nothing may have come or gone, so that no package is made in vain while much is published."""
BETWEEN_LOOKS = timedelta(seconds=30)
_LEFT = 3600
"""Seconds after which a half-made package is nobody's any more."""
EDITION = 1
"""Grows with each change of what a package holds."""
_looked: dict[str, tuple[tuple[str, ...], datetime, bool]] = {}
"""Where we looked last: the head of the journal, when, and whether all was ready."""


def state(shown: ConsultationShown) -> tuple[str, datetime | None]:
    """The digest of all that a package is made of, and when that changed last."""
    public = open_data.state_of(shown.slug)
    changes = (public.changed_at, consultations.edited_at(shown.slug))
    latest = max((at for at in changes if at is not None), default=None)
    made_of = (str(EDITION), settings.PUBLIC_ADDRESS, public.digest,
               shown.definition.model_dump_json())  # fmt: skip
    return sha256_of("\n".join(made_of).encode()), latest


def ready(shown: ConsultationShown, digest: str) -> Path | None:
    """The package of exactly this state; None where none is made."""
    path = _folder() / _name(shown, digest)
    return path if path.is_file() else None


def due() -> list[int]:
    """The hearings whose package is missing or not of what is public now."""
    if not settings.PUBLIC_ADDRESS:
        return []
    now, head, home = wiring.clock().now(), tuple(journal.head()), str(_folder())
    if home in _looked:
        before, at, was_ready = _looked[home]
        if (was_ready and before == head) or at <= now < at + BETWEEN_LOOKS:
            return []
    rows = [consultations.by_id(row.id) for row in consultations.listed()]
    states = [(row, *state(row)) for row in rows]
    missing = [each for each in states if each[2] is not None and not ready(each[0], each[1])]
    found = [row.id for row, _, changed in missing if changed and changed <= now - STILL]
    found += [row.id for row, digest, _ in states if row.id not in found and _others(row, digest)]
    _looked[home] = (head, now, not missing and not found)
    return found


def pack(hearing_id: int, *, now: datetime) -> None:
    """Lets go of what is no more public, and makes the package of what is; on disk before it counts.

    What changes meanwhile makes it another one, which nobody is given.
    """
    shown = consultations.by_id(hearing_id)
    digest, changed = state(shown)
    for path in _others(shown, digest):
        path.unlink(missing_ok=True)
    if changed is None or changed > now - STILL or ready(shown, digest):
        return
    folder = _folder()
    folder.mkdir(exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False) as file:
        half = Path(file.name)
        try:
            _write(file, shown)
            file.flush()
            os.fsync(file.fileno())
            if state(shown)[0] == digest:
                half.replace(folder / _name(shown, digest))
        finally:
            half.unlink(missing_ok=True)


def _write(file: IO[bytes], shown: ConsultationShown) -> None:
    import_string(settings.PACKAGE_WRITER)(file, shown)


def _others(shown: ConsultationShown, digest: str) -> list[Path]:
    """The packages of a hearing that are of another state, and halves that a killed process left."""
    mine = _name(shown, digest)
    made = [path for path in _folder().glob(f"{shown.id}-*.zip") if path.name != mine]
    long_ago = time.time() - _LEFT
    halves = [path for path in _folder().glob(".*.part") if _touched(path) < long_ago]
    return [*made, *halves]


def _touched(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()  # somebody else has just finished it


def _folder() -> Path:
    return Path(settings.HOME) / "packages"


def _name(shown: ConsultationShown, digest: str) -> str:
    return f"{shown.id}-{digest}.zip"
