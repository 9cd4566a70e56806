"""Making the local copy of Enhetsregisteret: from its downloaded files into one SQLite file."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from innspill.adapters.brreg import units_in
from innspill.adapters.unit_words import key_of, words_of
from innspill.shared.errors import BadInput
from innspill.stages.invitations.core.units import Unit

SCHEMA = 1
PERSONS = frozenset({"ENK", "PERS", "KBO", "BO", "TVAM"})
"""Forms that are or may be a natural person: sole proprietors, estates. They are left out."""
_PLACES = ("BEDR", "AAFY")
"""Forms of a place of business (underenhet). One whose unit is not here is left out with it."""
_FEWER = 0.9
_PORTION = 5000
Progress = Callable[[str, int, int], None]

_TABLES = """
CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE unit(
    id INTEGER PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL,
    municipality TEXT NOT NULL, parent INTEGER, ended INTEGER NOT NULL, key TEXT NOT NULL);
CREATE VIRTUAL TABLE found USING fts5(
    words, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE TABLE word(word TEXT PRIMARY KEY, units INTEGER NOT NULL, backwards TEXT NOT NULL)
    WITHOUT ROWID;
"""
_STAGED = """
CREATE TABLE staged.raw(
    number INTEGER PRIMARY KEY, name TEXT, form TEXT, municipality TEXT, parent INTEGER,
    ended INTEGER, key TEXT, words TEXT, size INTEGER)
"""
_FILL = """
INSERT INTO unit(number, name, form, municipality, parent, ended, key)
    SELECT number, name, form, municipality, parent, ended, key
    FROM staged.raw ORDER BY size, number;
CREATE UNIQUE INDEX unit_number ON unit(number);
INSERT INTO found(rowid, words)
    SELECT unit.id, raw.words FROM unit JOIN staged.raw AS raw ON raw.number = unit.number
    ORDER BY unit.id;
INSERT INTO found(found) VALUES ('optimize');
CREATE INDEX unit_key ON unit(key);
CREATE VIRTUAL TABLE temp.counted USING fts5vocab(main, found, row);
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of it: units kept, and those left out because they are or may be persons."""

    units: int
    left_out: int


def load(
    files: Sequence[Path],
    into: Path,
    *,
    now: datetime,
    progress: Progress | None = None,
    fewer: bool = False,
) -> Loaded:
    """A new copy from `files` (units and their places of business, in any order), at `into`.

    Only what a name is found by is kept; sole proprietors are left out. The copy before it
    serves until the new one is whole. Raises BadInput where a file is none of the register's,
    holds no unit, or the new copy would have a tenth less than the old (unless `fewer`).
    """
    making, staging = (into.with_name(f"{into.name}.{end}") for end in ("new", "staged"))
    for left in (making, staging):
        left.unlink(missing_ok=True)
    try:
        loaded = _make(files, making, staging, now, progress)
        before = 0 if fewer else _count(into)
        if loaded.units < before * _FEWER:
            raise BadInput(
                f"holds {loaded.units} units, and the copy of before {before}",
                where=", ".join(path.name for path in files),
                todo="Load all files at once, or say --fewer.",
            )
        _settle(making, into)
    finally:
        for left in (making, staging):
            left.unlink(missing_ok=True)
    return loaded


def _make(
    files: Sequence[Path], making: Path, staging: Path, now: datetime, progress: Progress | None
) -> Loaded:
    connection = sqlite3.connect(making, isolation_level=None)
    try:
        # Nobody reads it before it is whole and synced, so nothing need be safe until then.
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.execute("ATTACH ? AS staged", (str(staging),))
        connection.executescript(
            f"PRAGMA staged.journal_mode=OFF; PRAGMA staged.synchronous=OFF; {_STAGED}; {_TABLES}"
        )
        left_out = sum(_stage(connection, path, progress) for path in files)
        left_out += connection.execute(
            f"DELETE FROM staged.raw WHERE form IN {_PLACES} AND "  # noqa: S608 - our own words
            "parent NOT IN (SELECT number FROM staged.raw)"
        ).rowcount
        connection.executescript(f"BEGIN; {_FILL} COMMIT;")
        _keep_words(connection)
        units = connection.execute("SELECT count(*) FROM unit").fetchone()[0]
        if not units:
            raise BadInput("holds no unit that may be kept", where=str(files[0]))
        _say(connection, files, now, units, left_out)
        return Loaded(units, left_out)
    finally:
        connection.close()


def _stage(connection: sqlite3.Connection, path: Path, progress: Progress | None) -> int:
    """Takes in one file; how many were left out."""
    left_out = 0
    size = max(1, path.stat().st_size)
    connection.execute("BEGIN")
    with path.open("rb") as stream:
        for portion in _portions(units_in(stream, path.name)):
            kept = [unit for unit in portion if unit.form not in PERSONS]
            left_out += len(portion) - len(kept)
            connection.executemany(
                "INSERT OR REPLACE INTO staged.raw VALUES (?,?,?,?,?,?,?,?,?)", map(_row, kept)
            )
            if progress:
                # Whoever reads the last of it closes it.
                progress(path.name, size if stream.closed else stream.tell(), size)
    connection.execute("COMMIT")
    return left_out


def _row(unit: Unit) -> tuple[object, ...]:
    words = words_of(unit.name)
    key = key_of(unit.name)
    return (
        int(unit.number), unit.name[:300], unit.form, unit.municipality,
        int(unit.parent) if unit.parent.isascii() and unit.parent.isdigit() else None,
        not unit.live, key, " ".join(words), len(words) * 1000 + len(key),
    )  # fmt: skip


def _keep_words(connection: sqlite3.Connection) -> None:
    """Every word of every name: in how many names, and backwards, for finding one misspelt."""
    rows = connection.execute("SELECT term, doc FROM temp.counted").fetchall()
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO word VALUES (?, ?, ?)", ((word, units, word[::-1]) for word, units in rows)
    )
    connection.execute("CREATE INDEX word_backwards ON word(backwards)")
    connection.execute("COMMIT")
    connection.executescript("DROP TABLE temp.counted; ANALYZE main;")


def _say(
    connection: sqlite3.Connection, files: Sequence[Path], now: datetime, units: int, left_out: int
) -> None:
    dated = {path.name: datetime.fromtimestamp(path.stat().st_mtime, UTC) for path in files}
    said = {
        "schema": str(SCHEMA), "units": str(units), "left_out": str(left_out),
        "loaded_at": now.isoformat(), "dated": min(dated.values()).isoformat(),
        "files": json.dumps(sorted(dated), ensure_ascii=False),
    }  # fmt: skip
    connection.executemany("INSERT INTO about VALUES (?, ?)", said.items())


def _settle(making: Path, into: Path) -> None:
    with making.open("rb+") as stream:
        os.fsync(stream.fileno())
    making.replace(into)
    folder = os.open(into.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _count(path: Path) -> int:
    if not path.exists():
        return 0
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            row = connection.execute("SELECT value FROM about WHERE name = 'units'").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return 0
    return int(row[0]) if row else 0


def _portions(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    source = iter(units)
    while portion := list(islice(source, _PORTION)):
        yield portion
