"""Bringing the search index up to date: one public copy at a time, or all of them anew."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sqlite3
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from innspill.adapters.search_file import ROOM, SearchFile, make_tables
from innspill.stages.publication.core.searching.passages import Passage, Searched, private_stems
from innspill.stages.publication.core.searching.words import LONGEST, tokens

NAMES_FOR = timedelta(days=365)
"""For how long after publication a private person's name is found."""
BETWEEN = "x" * (LONGEST + 1)
"""What parts two passages, so that no phrase goes from one into the next: longer than any word."""
_NEW = ".new"
_DAY = 24 * 60 * 60
_ADD_STEM = (
    "INSERT INTO stem VALUES (?, ?, ?) "
    "ON CONFLICT(stem) DO UPDATE SET copies = copies + excluded.copies"
)
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one copy, as the two indexes hold them."""

    said: str
    name: str
    person: str
    passages: tuple[tuple[str, str, str], ...]
    """What is said, whom it names, and its scope."""

    def packed(self) -> bytes:
        fields = (self.said, self.name, self.person, self.passages)
        return zlib.compress(json.dumps(fields).encode(), 1)

    @classmethod
    def of(cls, packed: bytes) -> _Words:
        said, name, person, passages = json.loads(zlib.decompress(packed))
        return cls(said, name, person, tuple((a, b, c) for a, b, c in passages))

    @property
    def stems(self) -> set[str]:
        """Every stem once."""
        return {*self.said.split(), *self.name.split(), *self.person.split()} - {BETWEEN}


class IndexWriter:
    """`SearchWriter` over the file. Raises SearchUnavailable where it cannot be used."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = SearchFile(path)

    def add(self, copy: Searched) -> bool:
        """Takes in one copy, all of it or nothing; False where it was there already."""
        words = _words_of(copy)
        with self._file.written() as connection:
            if connection.execute("SELECT 1 FROM copy WHERE id = ?", (copy.rendition,)).fetchone():
                return False
            _insert(connection, copy, words)
            connection.executemany(_ADD_STEM, ((stem, 1, stem[::-1]) for stem in words.stems))
        return True

    def remove(self, rendition: int) -> bool:
        """Takes one out, the words that stood nowhere else too; False where it was not there."""
        with self._file.written() as connection:
            row = connection.execute("SELECT words FROM copy WHERE id = ?", (rendition,)).fetchone()
            if row is None:
                return False
            words = _Words.of(row[0])
            connection.execute(
                "INSERT INTO whole(whole, rowid, said, name, person) VALUES ('delete', ?, ?, ?, ?)",
                (rendition, words.said, words.name, words.person),
            )
            connection.executemany(
                "INSERT INTO passage(passage, rowid, said, person, scope) "
                "VALUES ('delete', ?, ?, ?, ?)",
                _rows(rendition, words),
            )
            stems = [(stem,) for stem in words.stems]
            connection.executemany("UPDATE stem SET copies = copies - 1 WHERE stem = ?", stems)
            connection.executemany("DELETE FROM stem WHERE stem = ? AND copies < 1", stems)
            connection.execute("DELETE FROM copy WHERE id = ?", (rendition,))
        return True

    def make_anew(
        self, copies: Iterable[Searched], *, total: int = 0, progress: Progress | None = None
    ) -> int:
        """A new file of these copies; the one before it serves until this one is whole."""
        # A name of its own: two workers may find it missing at once.
        making = self.path.with_name(f"{self.path.name}.{secrets.token_hex(6)}{_NEW}")
        self._forget_broken_off()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            count = _fill(making, copies, total, progress)
            _settle(making, self.path)
        finally:
            making.unlink(missing_ok=True)
        return count

    def _forget_broken_off(self) -> None:
        """What somebody who died had begun, a day ago or longer."""
        for path in self.path.parent.glob(f"{self.path.name}.*{_NEW}"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < time.time() - _DAY:
                    path.unlink()


def scope_of(hearing: int, question: str) -> str:
    """One word for a question of a hearing, whatever signs its number has."""
    return "q" + hashlib.sha256(f"{hearing}:{question}".encode()).hexdigest()[:12]


def _fill(making: Path, copies: Iterable[Searched], total: int, progress: Progress | None) -> int:
    connection = sqlite3.connect(making, isolation_level=None)
    counted: Counter[str] = Counter()
    done = 0
    try:
        # Nobody reads it before it is whole and synced, so nothing need be safe until then.
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.execute("BEGIN")
        make_tables(connection)
        for done, copy in enumerate(copies, start=1):
            words = _words_of(copy)
            _insert(connection, copy, words)
            counted.update(words.stems)
            if progress:
                progress("index", done, max(total, done))
        rows = ((stem, count, stem[::-1]) for stem, count in sorted(counted.items()))
        connection.executemany(_ADD_STEM, rows)
        for table in ("whole", "passage"):
            connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608
        connection.execute("COMMIT")
        connection.executescript("PRAGMA journal_mode=DELETE;")
    finally:
        connection.close()
    return done


def _insert(connection: sqlite3.Connection, copy: Searched, words: _Words) -> None:
    until = None
    if words.person:
        until = (datetime.fromisoformat(copy.published_at) + NAMES_FOR).isoformat()
    connection.execute(
        "INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (copy.rendition, copy.hearing, copy.group, copy.remarks, copy.late, copy.joint, copy.year,
         copy.standing, until, words.packed()),
    )  # fmt: skip
    connection.execute(
        "INSERT INTO whole(rowid, said, name, person) VALUES (?, ?, ?, ?)",
        (copy.rendition, words.said, words.name, words.person),
    )
    connection.executemany(
        "INSERT INTO passage(rowid, said, person, scope) VALUES (?, ?, ?, ?)",
        _rows(copy.rendition, words),
    )


def _rows(rendition: int, words: _Words) -> list[tuple[int, str, str, str]]:
    return [(rendition * ROOM + at, *row) for at, row in enumerate(words.passages)]


def _words_of(copy: Searched) -> _Words:
    private = private_stems(copy.content)
    passages = [_passage(each, private, copy.hearing) for each in copy.passages]
    named = [said for (said, _, _), each in _paired(passages, copy) if each.kind == "name"]
    others = [said for (said, _, _), each in _paired(passages, copy) if each.kind != "name"]
    return _Words(
        said=f" {BETWEEN} ".join(others),
        name=" ".join(named),
        person=" ".join(person for _, person, _ in passages if person),
        passages=tuple(passages),
    )


def _paired(
    passages: Sequence[tuple[str, str, str]], copy: Searched
) -> Iterable[tuple[tuple[str, str, str], Passage]]:
    return zip(passages, copy.passages, strict=True)


def _passage(passage: Passage, private: frozenset[str], hearing: int) -> tuple[str, str, str]:
    stems = [token.stem for token in tokens(passage.text) if token.stem]
    said = [BETWEEN if stem in private else stem for stem in stems]
    person = " ".join(stem for stem in stems if stem in private)
    scope = scope_of(hearing, passage.question) if passage.question else ""
    return " ".join(said), person, scope


def _settle(making: Path, into: Path) -> None:
    with making.open("rb+") as stream:
        os.fsync(stream.fileno())
    # A journal of the old file would be played back into the new one: nobody may be writing.
    with _nobody_writes(into):
        into.with_name(f"{into.name}-journal").unlink(missing_ok=True)
        making.replace(into)


@contextmanager
def _nobody_writes(path: Path) -> Iterator[None]:
    if not path.exists():
        yield
        return
    connection = sqlite3.connect(path, timeout=20, isolation_level=None)
    try:
        # A damaged file cannot be locked, nor written by anybody.
        with suppress(sqlite3.DatabaseError):
            connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        connection.close()
