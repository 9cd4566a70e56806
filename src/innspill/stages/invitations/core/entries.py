"""Entries of a list of bodies to invite, and what is wrong with a list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from innspill.shared.email_address import is_email_address
from innspill.shared.organisation_number import bare_number, is_organisation_number

Trouble = Literal[
    "no-name", "name-too-long", "bad-email", "bad-number", "bad-language", "no-value", "empty",
    "no-name-column",
]  # fmt: skip
LONGEST_NAME = 300
_LANGUAGES = {
    "nb": "nb", "bokmål": "nb", "bokmal": "nb", "bm": "nb", "b": "nb",
    "nn": "nn", "nynorsk": "nn", "n": "nn", "en": "en", "engelsk": "en", "english": "en",
    "nøytral": "", "nøytralt": "", "": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One body on a list, with the place it was read from ("linje 3", "rad 4" by number)."""

    name: str
    group: str = ""
    number: str = ""
    email: str = ""
    address: str = ""
    language: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the line or row by number, and the cell of a sheet ("C4")."""

    code: Trouble
    line: int = 0
    cell: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A list as it was read. With problems nothing of it is taken."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    """Headings of columns that mean nothing to us."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A list held against those who are invited already, and against itself."""

    fresh: tuple[Entry, ...]
    known: tuple[Entry, ...]
    """Those on the list of the hearing already, by name or by number."""
    repeated: tuple[tuple[Entry, Entry], ...]
    """Those that stand twice on the new list: the second one, and the first one."""


@dataclass(slots=True)
class Reader:
    """Gathers entries and problems while a list is read."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, entry: Entry, cells: dict[str, str] | None = None) -> None:
        """Checks an entry and keeps it; `cells` say which cell each of its values stands in."""
        cells = cells or {}

        def wrong(code: Trouble, part: str, value: str = "") -> None:
            self.problems.append(Problem(code, entry.line, cells.get(part, ""), value[:60]))

        before = len(self.problems)
        if not entry.name:
            wrong("no-name", "name")
        elif len(entry.name) > LONGEST_NAME:
            wrong("name-too-long", "name", entry.name)
        if entry.email and not is_email_address(entry.email):
            wrong("bad-email", "email", entry.email)
        number = bare_number(entry.number)
        if number and not is_organisation_number(number):
            wrong("bad-number", "number", entry.number)
        language = _LANGUAGES.get(entry.language.strip().lower())
        if language is None:
            wrong("bad-language", "language", entry.language)
        if len(self.problems) == before:
            self.entries.append(replace(entry, number=number, language=language or ""))

    def done(self, ignored: Sequence[str] = ()) -> Parsed:
        """What was gathered; a list without anything on it is a problem too."""
        if not self.entries and not self.problems:
            self.problems.append(Problem("empty"))
        return Parsed(tuple(self.entries), tuple(self.problems), tuple(ignored))


def language_called(text: str) -> str | None:
    """The written form that people call so; None where it is no name of one."""
    return _LANGUAGES.get(text.strip().lower()) if text.strip() else None


def folded(name: str) -> str:
    """What two spellings of one name have in common: no case, no spaces, no punctuation."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\W_]+", "", plain)


def sort_out(entries: Iterable[Entry], invited: Iterable[tuple[str, str]]) -> Sorted:
    """Holds a list against those invited (name and number, which may be empty) and against itself."""
    names, numbers = set(), set()
    for name, number in invited:
        names.add(folded(name))
        numbers.add(number)
    fresh: list[Entry] = []
    known: list[Entry] = []
    repeated: list[tuple[Entry, Entry]] = []
    first: dict[str, Entry] = {}
    for entry in entries:
        keys = [folded(entry.name), *([entry.number] if entry.number else [])]
        twin = next((first[key] for key in keys if key in first), None)
        if twin is not None:
            repeated.append((entry, twin))
            continue
        first.update(dict.fromkeys(keys, entry))
        is_known = keys[0] in names or bool(entry.number and entry.number in numbers)
        (known if is_known else fresh).append(entry)
    return Sorted(tuple(fresh), tuple(known), tuple(repeated))
