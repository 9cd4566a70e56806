"""Keeping what came in: a copy of the whole home, and putting it back.

Bytes are stored before the rows that name them. So the bytes are copied, then the database, then the
bytes that came meanwhile: every row of the copy finds its bytes there, also of files that are
forgotten while it is made. Copying into the same folder again takes only what is new. The copy
counts when its manifest is written, last of all; until then the one before does.

Not copied are units.sqlite3, Enhetsregisteret's own open data (`innspill units load` fetches it anew),
and search.sqlite3, the search index: the next `innspill work` makes it anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings

from innspill.pipeline import database_copies
from innspill.pipeline.database_copies import Copied
from innspill.shared.errors import BadInput

BYTES, MANIFEST = "bytes", "manifest.json"
KEYS = ("secret-key", "signing-key")
"""Without the one the links that were sent out lead nowhere; without the other checkpoints are
signed by a stranger."""
SCHEMA, FIRST_SCHEMA = "innspill/backup/2", "innspill/backup/1"
_STARTED = {*KEYS, "static", "starting"}
"""What a command leaves in a home that holds nothing yet."""
Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy: how many files and bytes, how many of them are new in it, the last signed checkpoint
    of its journal ("" for none), and what is wrong.
    """

    files: int
    size: int
    new: int
    lines: int
    checkpoint: str
    faults: tuple[str, ...]


def back_up(into: Path, *, now: datetime, progress: Progress | None = None) -> Kept:
    """Copies database, stored bytes and keys into a folder, empty or with an earlier copy, checked.

    Safe while the system runs. Raises BadInput for a folder that holds something else, where the
    database cannot be copied, and OSError where the disk refuses.
    """
    before = _earlier(into)
    into.mkdir(parents=True, exist_ok=True)
    live, kept = settings.HOME / BYTES, into / BYTES
    new = _copy_bytes(live, kept, progress)
    copies = database_copies.of_settings()
    named = f"innspill-{now:%Y%m%dT%H%M%S%f}Z{database_copies.ending(copies.engine)}"
    (into / named).unlink(missing_ok=True)
    told = copies.copy(into / named)
    new += _copy_bytes(live, kept, None)
    for key in KEYS:
        if (settings.HOME / key).exists():
            shutil.copy2(settings.HOME / key, into / key)
    damaged = _damaged(kept, progress)
    if damaged:
        _mend(live, kept, damaged)
        damaged = _damaged(kept)
    faults = [*map(_said, damaged), *_missing(kept, told.named)]
    files, size = _measured(kept)
    content = {**_content(told, into / named, now), "files": files, "bytes": size, "faults": faults}
    os.sync()
    _write_manifest(into, content)
    _tidy(into, live, named, told, before)
    return Kept(files, size, new, told.lines, told.checkpoint, tuple(faults))


def restore(source: Path, *, progress: Progress | None = None) -> Kept:
    """Puts a copy into an empty home, after checking that it is the copy that was made.

    What was wrong with the stored bytes when the copy was made is no hindrance, but said. The
    database comes last: until then nothing starts there as if it were whole. Raises BadInput
    for what is no copy, is not whole or of the other engine, or a home that holds something.
    """
    home, content = settings.HOME, _manifest(source)
    database = content["database"]
    copies = database_copies.of_settings()
    if content["engine"] != copies.engine:
        raise BadInput(
            f"the copy is of {content['engine']}, the settings are of {copies.engine}",
            where=str(source), todo="Set INNSPILL_DATABASE as it was where the copy was made.",
        )  # fmt: skip
    copy = source / database["name"]
    if not copy.is_file() or _sha256(copy) != database["sha256"]:
        raise BadInput("the database is not the one that was copied", where=str(source),
                       todo="Take another copy.")  # fmt: skip
    _must_be_empty(home)
    copies.check_free()
    known = set(content.get("faults", []))
    faults = [each for each in map(_said, _damaged(source / BYTES, progress)) if each not in known]
    files, size = _measured(source / BYTES)
    if content["files"] > files:
        faults.append(f"{content['files'] - files} stored files are gone")
    if faults:
        raise BadInput(f"the copy is not whole: {faults[0]}", where=str(source),
                       todo="Take another copy.")  # fmt: skip
    home.mkdir(parents=True, exist_ok=True)
    _copy_bytes(source / BYTES, home / BYTES, progress)
    for key in KEYS:
        if (source / key).exists():
            shutil.copy2(source / key, home / key)
    copies.put_back(copy)
    os.sync()
    checkpoint = str(content.get("checkpoint", ""))
    return Kept(files, size, files, content["lines"], checkpoint, tuple(sorted(known)))


def _copy_bytes(source: Path, into: Path, progress: Progress | None) -> int:
    """Copies the files that are not there yet, or not whole; returns how many."""
    new = 0
    names = _stored(source)
    for place, name in enumerate(names, start=1):
        there, here = _place(source, name), _place(into, name)
        try:
            if not here.exists() or here.stat().st_size != there.stat().st_size:
                here.parent.mkdir(parents=True, exist_ok=True)
                beside = here.with_name(f"{name}.part")
                beside.unlink(missing_ok=True)
                # With its time, which says how long it has lain there.
                shutil.copy2(there, beside)
                beside.replace(here)
                new += 1
        except FileNotFoundError:
            if there.exists():
                raise
            # Forgotten since it was listed; had a row named it, it would be missed below.
        if progress is not None:
            progress("copy", place, len(names))
    return new


def _damaged(folder: Path, progress: Progress | None = None) -> list[str]:
    """The names of the files whose bytes are not what they are called."""
    found, names = [], _stored(folder)
    for place, name in enumerate(names, start=1):
        if _sha256(_place(folder, name)) != name:
            found.append(name)
        if progress is not None:
            progress("check", place, len(names))
    return found


def _mend(live: Path, kept: Path, damaged: list[str]) -> None:
    """Copies once more what is damaged in the copy: it may have lain there since the last time."""
    for name in damaged:
        if _place(live, name).exists():
            _place(kept, name).unlink()
            shutil.copy2(_place(live, name), _place(kept, name))


def _said(name: str) -> str:
    return f"the stored file {name} is damaged"


def _missing(folder: Path, named: Mapping[str, str]) -> list[str]:
    there = set(_stored(folder))
    gone = sorted(named.keys() - there)
    return [f"{name}: missing, {named[name]} names it" for name in gone]


def _measured(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in _files(folder)]
    return len(sizes), sum(sizes)


def _tidy(
    into: Path, live: Path, database: str, told: Copied, before: Mapping[str, Any] | None
) -> None:
    """Takes away what the copy before had and this one has not: its database, forgotten bytes."""
    if before is None:
        return
    for path in into.glob("innspill*"):
        if path.name != database:
            path.unlink()
    for name in _stored(into / BYTES):
        if name not in told.named and not _place(live, name).exists():
            _place(into / BYTES, name).unlink()


def _content(told: Copied, database: Path, now: datetime) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "made_at": now.isoformat(),
        "innspill": version("innspill"),
        "python": platform.python_version(),
        "engine": told.engine,
        "engine_version": told.version,
        "database": {
            "name": database.name,
            "size": database.stat().st_size,
            "sha256": _sha256(database),
        },
        "lines": told.lines,
        "checkpoint": told.checkpoint,
        "left_out": ["units.sqlite3", "search.sqlite3"],
    }


def _write_manifest(into: Path, content: Mapping[str, Any]) -> None:
    beside = into / f"{MANIFEST}.part"
    with beside.open("w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(into / MANIFEST)
    os.sync()


def _earlier(into: Path) -> Mapping[str, Any] | None:
    """The manifest of the copy that lies in a folder; None for an empty folder, or none."""
    if into.exists() and not into.is_dir():
        raise BadInput("this is no folder", where=str(into), todo="Give an empty folder.")
    if not into.is_dir() or not any(into.iterdir()):
        return None
    if not (into / MANIFEST).is_file():
        raise BadInput("the folder holds something", where=str(into),
                       todo="Give an empty one, or the folder of an earlier copy.")  # fmt: skip
    return _manifest(into)


def _must_be_empty(home: Path) -> None:
    held = {path.name for path in home.iterdir()} - _STARTED if home.is_dir() else set()
    if held:
        raise BadInput("the folder holds something", where=str(home),
                       todo="Give an empty one.")  # fmt: skip


def _manifest(source: Path) -> dict[str, Any]:
    try:
        content = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("this is no copy made by innspill backup", where=str(source),
                       todo="Give the folder that it was made into.") from error  # fmt: skip
    if isinstance(content, dict) and content.get("schema") == FIRST_SCHEMA:
        database = {"name": "innspill.sqlite3", "sha256": content.get("database")}
        content |= {"schema": SCHEMA, "engine": "sqlite", "database": database,
                    "lines": content.get("journal", 0)}  # fmt: skip
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise BadInput("this is no copy that this Innspill can read", where=str(source))
    return content


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("??/??/*") if not path.suffix)


def _stored(folder: Path) -> list[str]:
    """The names of the stored files; what is half written or moved aside is none."""
    return sorted(path.name for path in _files(folder))


def _place(folder: Path, name: str) -> Path:
    return folder / name[:2] / name[2:4] / name


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
