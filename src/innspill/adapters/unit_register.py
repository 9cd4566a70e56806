"""The local copy of Enhetsregisteret: more than a million names, searched in milliseconds."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from innspill.adapters.unit_likeness import Weights, likeness
from innspill.adapters.unit_loading import SCHEMA
from innspill.adapters.unit_words import MOST_SIGNS, MOST_WORDS, SMALL, key_of, parts_of, words_of
from innspill.shared.errors import BadInput
from innspill.shared.ports import UnitFound
from innspill.stages.register.core.known_names import same_names
from innspill.stages.register.core.names import fold

_FIELDS = "id, number, name, form, municipality, parent, ended, key"
_BEGINS = 24
_TOGETHER = 80
_NEIGHBOURS = 40
_ALONE = 40
_NEAR_WORDS = 4
_SCANNED = 3000
_FREQUENT = 3000
_OF_A_PART = 0.9
_ANOTHER_NAME = 0.98
Row = tuple[int, int, str, str, str, int | None, int, str]


@dataclass(frozen=True, slots=True)
class CopyShown:
    """What the copy is: how many units, the age of the file it is from, when it was loaded."""

    units: int
    left_out: int
    dated: datetime
    loaded_at: datetime


class LocalUnits:
    """`ports.UnitRegister` over the file that `unit_loading.load` made.

    The file is opened for reading only, once a thread, and anew when another was put in its
    place. Where it is broken nothing is found: candidates are a help, and nobody waits for them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()

    def named(self, name: str, *, most: int = 8) -> Sequence[UnitFound]:
        """The units that a name may mean, the likeliest first; empty where there is none."""
        try:
            return _Search(self._connection(), self._weights()).named(name, most)
        except (sqlite3.Error, OSError):
            return ()

    def numbered(self, number: str) -> UnitFound | None:
        """The unit with this organisation number."""
        if not (number.isascii() and number.isdigit() and len(number) == 9):
            return None
        try:
            asked = f"SELECT {_FIELDS} FROM unit WHERE number = ?"  # noqa: S608 - our own words
            row = self._connection().execute(asked, (int(number),)).fetchone()
        except (sqlite3.Error, OSError):
            return None
        return _found(row, 100.0, "has this number") if row else None

    def about(self) -> CopyShown:
        """What the copy is. Raises BadInput where it cannot be used."""
        try:
            said = dict(self._connection().execute("SELECT name, value FROM about").fetchall())
            if said.get("schema") != str(SCHEMA):
                raise self._unusable("is of another edition")
            return CopyShown(
                units=int(said["units"]),
                left_out=int(said["left_out"]),
                dated=datetime.fromisoformat(said["dated"]),
                loaded_at=datetime.fromisoformat(said["loaded_at"]),
            )
        except (sqlite3.Error, OSError, KeyError, ValueError) as error:
            raise self._unusable(f"cannot be read ({error})") from error

    def _unusable(self, why: str) -> BadInput:
        return BadInput(why, where=str(self.path), todo="Load the register anew.")

    def _connection(self) -> sqlite3.Connection:
        looked = os.stat(self.path)  # noqa: PTH116 - on the way of every search
        now = (looked.st_dev, looked.st_ino, looked.st_mtime_ns)
        if getattr(self._own, "file", None) != now:
            if getattr(self._own, "file", None):
                self._own.connection.close()
            address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            self._own.connection = sqlite3.connect(address, uri=True)
            self._own.weights, self._own.file = None, now
        connection: sqlite3.Connection = self._own.connection
        return connection

    def _weights(self) -> Weights:
        connection = self._connection()
        if self._own.weights is None:
            rows = connection.execute(
                "SELECT word, units FROM word ORDER BY units DESC LIMIT ?", (_FREQUENT,)
            )
            frequent: dict[str, int] = dict(rows.fetchall())
            total = connection.execute("SELECT max(id) FROM unit").fetchone()[0] or 1
            self._own.weights = Weights(frequent, total)
        weights: Weights = self._own.weights
        return weights


class _Search:
    """One search: rows that share words with the name, held against it one by one."""

    def __init__(self, connection: sqlite3.Connection, weights: Weights) -> None:
        self.connection = connection
        self.weights = weights

    def named(self, name: str, most: int) -> tuple[UnitFound, ...]:
        """The units for a name as it was written."""
        best: dict[int, tuple[float, str, Row]] = {}
        parts = [(part, _OF_A_PART if at else 1.0, "") for at, part in enumerate(parts_of(name))]
        others = sorted(same_names(fold(name[:MOST_SIGNS])))
        parts += [(other, _ANOTHER_NAME, "has another name of it") for other in others]
        for part, share, why in parts:
            words = words_of(part)[:MOST_WORDS]
            if not words:
                continue
            for row in self._rows(part, words):
                score, ground = likeness(part, words, row[2], row[7], self.weights)
                score, ground = score * share, why or ground
                if score > best.get(row[0], (0.0,))[0]:
                    best[row[0]] = (score, ground, row)
        ranked = sorted(best.values(), key=_order)[: max(0, most)]
        return tuple(_found(row, score, ground) for score, ground, row in ranked)

    def _rows(self, part: str, words: Sequence[str]) -> Iterable[Row]:
        key = key_of(part)
        rows: dict[int, Row] = {}
        asked = f"SELECT {_FIELDS} FROM unit WHERE key"  # noqa: S608 - our own words
        if key:
            for row in self.connection.execute(f"{asked} = ? LIMIT 50", (key,)):
                rows[row[0]] = row
            if len(key) > 4:
                begin = f"{asked} > ? AND key < ? LIMIT ?"
                for row in self.connection.execute(begin, (key, f"{key}~", _BEGINS)):
                    rows[row[0]] = row
        if any(row[7] == key for row in rows.values()):
            return rows.values()  # it is named outright, and others would only be like it
        ids = self._sharing(words) - rows.keys()
        if ids:
            listed = ",".join(map(str, ids))
            several = f"SELECT {_FIELDS} FROM unit WHERE id IN ({listed})"  # noqa: S608 - numbers
            for row in self.connection.execute(several):
                rows[row[0]] = row
        return rows.values()

    def _sharing(self, words: Sequence[str]) -> set[int]:
        """The shortest names that share words with these: all, all but one, neighbours, one."""
        kinds: list[tuple[float, str]] = []
        for word in dict.fromkeys(words):
            if word in SMALL and len(words) > 2:
                continue
            variants = self._spelt(word)
            if variants:
                quoted = " OR ".join(f'"{each}"' for each in variants)
                kinds.append((min(self._frequency(each) for each in variants), f"({quoted})"))
        if not kinds:
            return set()
        found: set[int] = set()
        asked = [each for _, each in kinds]
        groups = [asked] if len(asked) <= 5 else []
        if 2 < len(asked) <= 5:
            groups += [asked[:at] + asked[at + 1 :] for at in range(len(asked))]
        for group in groups:
            found |= self._matching(" AND ".join(group), _TOGETHER)
        for pair in list(pairwise(asked))[:8]:
            found |= self._matching(" AND ".join(pair), _NEIGHBOURS)
        for _, rare in sorted(kinds)[:3]:
            found |= self._matching(rare, _ALONE)
        return found

    def _matching(self, asked: str, most: int) -> set[int]:
        rows = self.connection.execute(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid LIMIT ?", (asked, most)
        )
        return {row[0] for row in rows}

    def _frequency(self, word: str) -> int:
        row = self.connection.execute("SELECT units FROM word WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0

    def _spelt(self, word: str) -> list[str]:
        """The word as names have it: itself, or else the words that it may be a slip for."""
        known = self._frequency(word)
        if known > 20 or len(word) < 4:
            return [word] if known else []
        half = len(word) // 2
        scanned: dict[str, int] = {}
        for column, begin in (("word", word[:half]), ("backwards", word[::-1][:half])):
            asked = (
                f"SELECT word, units FROM word WHERE {column} >= ? AND {column} < ? "  # noqa: S608
                "AND length(word) BETWEEN ? AND ? ORDER BY units DESC LIMIT ?"
            )
            sizes = (len(word) - 2, len(word) + 2)
            rows = self.connection.execute(asked, (begin, f"{begin}~", *sizes, _SCANNED))
            scanned.update(rows.fetchall())
        return self.weights.nearest(word, scanned, _NEAR_WORDS)


def _order(hit: tuple[float, str, Row]) -> tuple[float, bool, bool, int, int]:
    score, _, row = hit
    return (-score, bool(row[6]), row[3] in {"BEDR", "AAFY"}, len(row[2]), row[1])


def _found(row: Row, score: float, ground: str) -> UnitFound:
    return UnitFound(
        number=str(row[1]),
        name=row[2],
        form=row[3],
        municipality=row[4],
        parent=str(row[5]) if row[5] else "",
        ended=bool(row[6]),
        likeness=round(score, 1),
        ground=ground,
    )
