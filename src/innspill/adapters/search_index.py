"""Search in the index's file: the words themselves, then compounds with them, then slips of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from innspill.adapters.search_file import ROOM, SearchFile, usable
from innspill.adapters.search_writing import scope_of
from innspill.stages.publication.core.searching.asking import Asked, Term, Where
from innspill.stages.publication.core.searching.marking import Alternatives
from innspill.stages.publication.core.searching.values import Found

MOST = 10_000
"""Copies that are looked through for one question."""
_MANY = 100
"""Hits with the very words, after which those with parts of them are not weighed."""
_COMPOUNDS = 48
_LOOKED_AT = 400
_SCANNED = 3000
_NEAR = 4
_PASSAGES = 24
_LEAST = 3
"""Signs of a word that compounds are looked for with."""
_SURE = 6
"""Signs of a part that is taken for one whatever stands beside it."""
_LINKS = ("", "s", "e", "es")
"""What Norwegian puts between the parts of a compound."""
_SAID, _ALL = "{said name}", "{said name person}"


class LocalSearch:
    """`SearchIndex` over the file that `search_writing` keeps. It never writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = SearchFile(path)

    def find(self, asked: Asked, *, now: datetime) -> Found:
        """The copies that answer, the best first: those with the very words before the others."""
        if not asked.wanted:
            return Found(())
        connection = self._file.read()
        with usable():
            words = _Stems(connection)
            near = [words.near(term) for term in asked.wanted]
            exact = [tuple(frozenset({stem}) for stem in term.stems) for term in asked.wanted]
            first = self._matching(connection, exact, asked, now, by_rank=True)
            rest = (
                first
                if near == exact
                else self._matching(connection, near, asked, now, by_rank=len(first) < _MANY)
            )
        return Found(tuple(dict.fromkeys((*first, *rest))), tuple(near), words.guessed)

    def places(
        self, found: Found, renditions: Sequence[int], asked: Asked, *, now: datetime
    ) -> Mapping[int, tuple[int, ...]]:
        """Of these copies the passages in which something was found, at most a few dozen each."""
        connection = self._file.read()
        question = _scope(asked.where)
        said = _or(_phrases(each) for each in found.sought)
        at: dict[int, tuple[int, ...]] = {}
        with usable():
            named = self._named_still(connection, now)
            for rendition in renditions:
                columns = "{said person}" if rendition in named else "{said}"
                rows = connection.execute(
                    "SELECT rowid FROM passage WHERE passage MATCH ? AND rowid BETWEEN ? AND ? "
                    "ORDER BY rowid LIMIT ?",
                    (f"{columns} : ({said}){question}", rendition * ROOM,
                     rendition * ROOM + ROOM - 1, _PASSAGES),
                )  # fmt: skip
                at[rendition] = tuple(row[0] % ROOM for row in rows)
        return at

    def held(self) -> frozenset[int]:
        """The copies that it holds."""
        connection = self._file.read()
        with usable():
            return frozenset(row[0] for row in connection.execute("SELECT id FROM copy"))

    def size(self) -> int:
        """How many copies it holds."""
        connection = self._file.read()
        with usable():
            return int(connection.execute("SELECT count(*) FROM copy").fetchone()[0])

    def _matching(
        self, connection: sqlite3.Connection, terms: list[Alternatives], asked: Asked,
        now: datetime, *, by_rank: bool,
    ) -> list[int]:  # fmt: skip
        wanted = " AND ".join(f"({_phrases(term)})" for term in terms)
        unwanted = _or(_phrases(_alone(term)) for term in asked.unwanted)
        matched = f"({wanted}) NOT ({unwanted})" if unwanted else f"({wanted})"
        limits, values = _limits(asked.where)
        found = _asked_of(
            connection, _SAID, matched, asked.where, limits=limits, values=values, by_rank=by_rank
        )
        if self._named_still(connection, now):
            limits = [*limits, "copy.names_until > ?"]
            values = [*values, now.astimezone(UTC).isoformat()]
            found += _asked_of(
                connection,
                _ALL,
                matched,
                asked.where,
                limits=limits,
                values=values,
                by_rank=by_rank,
            )
        return found

    def _named_still(self, connection: sqlite3.Connection, now: datetime) -> frozenset[int]:
        """The copies whose private names may still be found."""
        rows = connection.execute(
            "SELECT id FROM copy WHERE names_until > ?", (now.astimezone(UTC).isoformat(),)
        )
        return frozenset(row[0] for row in rows)


def _asked_of(
    connection: sqlite3.Connection, columns: str, matched: str, where: Where, *,
    limits: Sequence[str], values: Sequence[object], by_rank: bool,
) -> list[int]:  # fmt: skip
    """Row numbers of copies, by rank or the newest first; a question's by that of its answers."""
    if where.question is not None:
        columns = columns.replace(" name", "")
        table, found = "passage", f"passage.rowid / {ROOM}"
        matched, order = f"{columns} : ({matched}){_scope(where)}", "passage.rank"
    else:
        table = "whole"
        found, order = "whole.rowid", "bm25(whole, 1.0, 4.0, 4.0)"
        matched = f"{columns} : ({matched})"
    # The rows of all copies are looked up only where something of them is asked for.
    limited = f"JOIN copy ON copy.id = {found}" if limits else ""
    rows = connection.execute(
        " ".join((
            f"SELECT {found} FROM {table} {limited} WHERE {table} MATCH ?",  # noqa: S608 - our own
            *(f"AND {limit}" for limit in limits),
            f"ORDER BY {order if by_rank else f'{table}.rowid DESC'} LIMIT {MOST}",
        )),
        (matched, *values),
    )  # fmt: skip
    return [row[0] for row in rows]


def _limits(where: Where) -> tuple[list[str], list[object]]:
    fields = {
        "hearing": where.hearing, "body_group": where.group, "remarks": where.remarks,
        "late": where.late, "joint": where.joint, "year": where.year, "standing": where.standing,
    }  # fmt: skip
    given = {name: value for name, value in fields.items() if value is not None}
    return [f"copy.{name} = ?" for name in given], list(given.values())


def _scope(where: Where) -> str:
    if where.question is None:
        return ""
    return f' AND scope : "{scope_of(where.hearing or 0, where.question)}"'


def _alone(term: Term) -> Alternatives:
    return tuple(frozenset({stem}) for stem in term.stems)


def _phrases(term: Alternatives) -> str:
    """A term in the index's own language. Stems are letters and digits, so nothing is to escape."""
    if len(term) == 1:
        return _or(f'"{stem}"' for stem in sorted(term[0]))
    return '"' + " ".join(min(stems) for stems in term) + '"'


def _or(each: Iterable[str]) -> str:
    return " OR ".join(each)


class _Stems:
    """The words that the index knows, and which of them may be meant by one that is asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.guessed: frozenset[str] = frozenset()

    def near(self, term: Term) -> Alternatives:
        """A term with its compounds, or with what it may be a slip for. Phrases stay as they are."""
        if term.is_phrase:
            return _alone(term)
        stem = term.stems[0]
        known = self._known([stem])
        others = self._compounds(stem, is_known=bool(known))
        if not known and not others:
            others = self._slips(stem) or self._slips(term.written)
            self.guessed |= others
        return (frozenset({stem}) | others,)

    def _known(self, stems: Sequence[str]) -> set[str]:
        marks = ",".join("?" * len(stems))
        asked = f"SELECT stem FROM stem WHERE stem IN ({marks})"  # noqa: S608 - question marks
        return {row[0] for row in self._connection.execute(asked, list(stems))}

    def _compounds(self, stem: str, *, is_known: bool) -> frozenset[str]:
        if len(stem) < _LEAST or stem.isdigit():
            return frozenset()
        begins = [(each, each[len(stem) :]) for each in self._range("stem", stem)]
        ends = [(each, each[: -len(stem)]) for each in self._range("backwards", stem[::-1])]
        rests = {rest: _without_link(rest) for _, rest in begins}
        firsts = {first: _without_link_at_end(first) for _, first in ends}
        parts = {part for options in (*rests.values(), *firsts.values()) for part in options}
        known = self._known(sorted(parts)[:900]) if parts else set()
        sure = len(stem) >= _SURE or (not is_known and len(stem) > _LEAST)
        found = [each for each, rest in begins if sure or known.intersection(rests[rest])]
        found += [
            each for each, first in ends
            if known.intersection(firsts[first]) or (sure and len(first) > _LEAST)
        ]  # fmt: skip
        return frozenset(found[:_COMPOUNDS])

    def _range(self, column: str, begin: str) -> list[str]:
        """The stems that begin (or, backwards, end) so; the most frequent first."""
        rows = self._connection.execute(
            f"SELECT stem FROM stem WHERE {column} > ? AND {column} < ? "  # noqa: S608 - our own
            "ORDER BY copies DESC LIMIT ?",
            (begin, f"{begin}\U0010ffff", _LOOKED_AT),
        )
        return [row[0] for row in rows]

    def _slips(self, stem: str) -> frozenset[str]:
        """The nearest words that it may be a slip for: one change, two in long words."""
        if len(stem) < 4 or stem.isdigit():
            return frozenset()
        half, most = len(stem) // 2, 1 if len(stem) < 8 else 2
        scanned: dict[str, int] = {}
        for column, begin in (("stem", stem[:half]), ("backwards", stem[::-1][:half])):
            rows = self._connection.execute(
                f"SELECT stem, copies FROM stem WHERE {column} >= ? AND {column} < ? "  # noqa: S608
                "AND length(stem) BETWEEN ? AND ? ORDER BY copies DESC LIMIT ?",
                (begin, f"{begin}\U0010ffff", len(stem) - most, len(stem) + most, _SCANNED),
            )
            scanned.update(rows.fetchall())
        near = process.extract(
            stem, list(scanned), scorer=OSA.distance, score_cutoff=most, limit=_NEAR * 4
        )
        nearest = min((distance for _, distance, _ in near), default=0)
        kept = [each for each, distance, _ in near if distance == nearest]
        return frozenset(sorted(kept, key=lambda each: -scanned[each])[:_NEAR])


def _without_link(rest: str) -> list[str]:
    """What may follow in a compound, without the sign that joins it."""
    options = [rest[len(link) :] for link in _LINKS if rest.startswith(link)]
    return [each for each in options if len(each) >= _LEAST]


def _without_link_at_end(first: str) -> list[str]:
    options = [first[: len(first) - len(link)] for link in _LINKS if first.endswith(link)]
    return [each for each in options if len(each) >= _LEAST]
