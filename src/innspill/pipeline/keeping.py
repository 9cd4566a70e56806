"""Keeping what came in: a copy of the whole home, and a look through every byte that is stored.

The database is copied first and the bytes after it: bytes are stored before the rows that name
them, so every row of the copy finds its bytes there. What is copied is checked before it counts.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from innspill.adapters.byte_store import FolderByteStore
from innspill.shared.errors import BadInput
from innspill.shared.values import Sha256, sha256_of

DATABASE, BYTES, SECRET, MANIFEST = "innspill.sqlite3", "bytes", "secret-key", "manifest.json"
SCHEMA = "innspill/backup/1"
_NAMED = (
    ("intake_item", "sha256"),
    ("drafting_draftfile", "sha256"),
    ("handover_package", "sha256"),
)
"""Tables whose rows name stored bytes that must be there."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look through the bytes found: how many files, and in sentences what is wrong."""

    files: int
    faults: tuple[str, ...]


def look_through(home: Path, progress: Progress | None = None) -> Looked:
    """Reads every stored file anew, and finds the bytes of every row that names some.

    Raises BadInput where `home` holds no database.
    """
    store, folder = FolderByteStore(home / BYTES), home / BYTES
    stored = sorted(folder.glob("??/??/*")) if folder.is_dir() else []
    faults = [f"{path.name}: half written, left by a stop" for path in stored if path.suffix]
    whole = {path.name for path in stored if not path.suffix}
    for place, name in enumerate(sorted(whole), start=1):
        try:
            store.get(Sha256(name))
        except (ValueError, KeyError, OSError) as error:
            faults.append(f"{name}: {error}")
        if progress is not None:
            progress(place, len(whole))
    faults += [
        f"{name}: missing, {table} names it" for table, name in _named(home) if name not in whole
    ]
    return Looked(len(whole), tuple(faults))


def back_up(into: Path, *, now: datetime, progress: Progress | None = None) -> Looked:
    """Copies the database, every stored byte and the secret key into an empty folder, and checks them.

    Safe while the system runs. Raises BadInput for a folder that holds something, and for
    PostgreSQL, which has its own tools for this.
    """
    home = _sqlite_home()
    _must_be_empty(into)
    into.mkdir(parents=True, exist_ok=True)
    with (
        closing(_opened(home / DATABASE)) as live,
        closing(sqlite3.connect(into / DATABASE)) as copy,
    ):
        live.backup(copy)
    if (home / BYTES).is_dir():
        shutil.copytree(home / BYTES, into / BYTES, ignore=shutil.ignore_patterns("*.part"))
    if (home / SECRET).exists():
        # Without it the links that were sent out lead nowhere.
        shutil.copy2(home / SECRET, into / SECRET)
    looked = look_through(into, progress)
    content = {
        "schema": SCHEMA,
        "made_at": now.isoformat(),
        "database": sha256_of((into / DATABASE).read_bytes()),
        "files": looked.files,
        "journal": _journal(into),
    }
    (into / MANIFEST).write_text(json.dumps(content, indent=1), encoding="utf-8")
    return looked


def restore(source: Path, *, progress: Progress | None = None) -> Looked:
    """Puts a copy into an empty home, after checking that it is the copy that was made.

    Raises BadInput for what is no copy, is not whole, or a home that holds something.
    """
    home = settings.HOME
    content = _manifest(source)
    if sha256_of((source / DATABASE).read_bytes()) != content.get("database"):
        raise BadInput("the database is not the one that was copied", where=str(source),
                       todo="Take another copy.")  # fmt: skip
    looked = look_through(source, progress)
    if looked.faults:
        raise BadInput(f"the copy is not whole: {looked.faults[0]}", where=str(source),
                       todo="Take another copy.")  # fmt: skip
    _must_be_empty(home, but={SECRET, "static"})
    home.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source / DATABASE, home / DATABASE)
    if (source / BYTES).is_dir():
        shutil.copytree(source / BYTES, home / BYTES)
    if (source / SECRET).exists():
        shutil.copy2(source / SECRET, home / SECRET)
    return look_through(home)


def _sqlite_home() -> Path:
    database = settings.DATABASES["default"]
    if not str(database["ENGINE"]).endswith("sqlite3"):
        raise BadInput(
            "this copies SQLite alone", where="INNSPILL_DATABASE",
            todo="Copy PostgreSQL with pg_dump first, then the folder bytes, then secret-key.",
        )  # fmt: skip
    home: Path = settings.HOME
    return home


def _must_be_empty(folder: Path, but: frozenset[str] | set[str] = frozenset()) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadInput("this is no folder", where=str(folder), todo="Give an empty folder.")
    held = {path.name for path in folder.iterdir()} - but if folder.is_dir() else set()
    if held:
        raise BadInput("the folder holds something", where=str(folder), todo="Give an empty one.")


def _opened(database: Path) -> sqlite3.Connection:
    if not database.is_file():
        raise BadInput("there is no database here", where=str(database.parent),
                       todo="Give the folder of INNSPILL_HOME, or of a copy.")  # fmt: skip
    return sqlite3.connect(f"file:{database}?mode=ro", uri=True)


def _named(home: Path) -> Iterator[tuple[str, str]]:
    """Each row's table with the SHA-256 of bytes that it names."""
    with closing(_opened(home / DATABASE)) as database:
        for table, column in _NAMED:
            for (name,) in database.execute(f"SELECT DISTINCT {column} FROM {table}"):  # noqa: S608 - our own names
                yield table, name


def _journal(home: Path) -> int:
    with closing(_opened(home / DATABASE)) as database:
        return int(database.execute("SELECT COUNT(*) FROM journal_journalentry").fetchone()[0])


def _manifest(source: Path) -> dict[str, object]:
    try:
        content = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("this is no copy made by innspill backup", where=str(source),
                       todo="Give the folder that it was made into.") from error  # fmt: skip
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise BadInput("this is no copy that this Innspill can read", where=str(source))
    return content
