"""Names of organisations in text: the invited bodies, and kinds of name that tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from innspill.shared.words import listed
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.name_words import (
    COMMON_WORD,
    LAST,
    LEGAL_FORM,
    SAMI,
    SPOKESMAN,
    names_like,
)
from innspill.stages.reading.core.answers.stream import key_of

_SPEAKS_FOR = re.compile(
    rf"{SPOKESMAN}\s+i\s+(?P<place>.+?)(?:\s+(?P<kind>fylkeskommune|kommune|herad))?"
)
_SAMI_NAME = re.compile(rf".+\s{SAMI}", re.IGNORECASE)
_SMALL = re.compile(
    rf"kommune|kommuner|fylkeskommune|herad|og|i|for|av|på|til|med|politidistrikt|{LAST}",
    re.IGNORECASE,
)
_KEPT_LARGE = listed("AS ASA HF RHF IKS KF SA SF DA BA KS LO NHO NTNU IKT NOR HL FO")
_SPACED = re.compile(r"(?<!\S)\S(?: \S){3,60}(?!\S)")
_MOST = 60_000
_REMEMBERED = 128
_WORD = re.compile(r"\w+")
_NOTHING = re.compile(r"(?!)")
_DEFINITE = re.compile(r"(forening|foreining|forbund|organisasjon)(?:en|et|a)$")
_SHORT = re.compile(r"\s{0,3}\(([A-ZÆØÅ][\w-]{1,9})\)")
_BEHIND = re.compile(r"\s*\([^()]{1,20}\)\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where in its text it stands."""

    name: str
    start: int
    end: int
    invited: bool

    @property
    def is_unit(self) -> bool:
        """Whether it may be a part of some body ("Dokumentsenteret"): one word, not invited."""
        return not self.invited and " " not in self.name


class Names:
    """Finds organisations in text: those the hearing knows by name, and those that look like one."""

    def __init__(self, definition: Definition) -> None:
        self.owner = key_of(definition.owner)
        shunned = (definition.owner, definition.late.to or "")
        self._shunned = tuple(key_of(name) for name in shunned if name)
        contact = definition.contact
        self._contact = key_of(contact.name) if contact else ""
        self.addresses = tuple(
            address.rpartition("@")[2].casefold()
            for address in (definition.submit_email, contact.email if contact else None)
            if address
        )
        self._titles = tuple(key_of(title) for title in definition.title.values())
        members = [member for group in definition.bodies for member in group.members]
        self._invited = {
            name.casefold(): member.name
            for member in members
            if not member.collective
            for name in (member.name, *member.aliases)
        }
        self._known = _any_of(self._invited)
        # The same lines are looked at for many clues.
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._ordered)
        self._firsts = frozenset(each[0] for name in self._invited if (each := _WORD.search(name)))

    def is_shunned(self, name: str) -> bool:
        """Whether `name` is the hearing's owner, its contact, or whom late responses go on to."""
        key = key_of(name)
        return bool(key) and (key == self._contact or key.startswith(self._shunned))

    def is_of_the_hearing(self, line: str) -> bool:
        """Whether `line` is the hearing's own title, or most of it."""
        key = key_of(line)
        return len(key) > 8 and any(key in title or title in key for title in self._titles)

    def invited(self, name: str) -> str | None:
        """The name that the body called `name` was invited by."""
        return self._invited.get(" ".join(name.casefold().split()))

    def find(self, text: str) -> list[Named]:
        """The organisations named in `text`, in order; not the hearing's owner.

        Where a name that was invited and one that only looks like a name overlap, the invited
        one counts. Of what is longer than any letter's first chapters only the beginning is
        looked at: whose response it is stands there.
        """
        return list(self._remembered(text[:_MOST]))

    def in_line(self, line: str) -> list[Named]:
        """The organisations named in a line by itself, also in capitals; no double name twice."""
        found = self.find(as_written(line[:_MOST]))
        bodies = [each for each in found if not is_sami(each.name)]
        return bodies or found

    def _ordered(self, text: str) -> list[Named]:
        return sorted(self._find(text), key=lambda named: named.start)

    def _find(self, text: str) -> Iterator[Named]:
        free = text
        if self._may_know(text):
            yield from self._named(text, self._known.finditer(text), invited=True)
            # No name that only looks like one reaches over an invited one.
            free = self._known.sub(lambda found: "\n" * len(found[0]), text)
        yield from self._named(text, names_like(free), invited=False)

    def _named(
        self, text: str, matches: Iterable[re.Match[str]], *, invited: bool
    ) -> Iterator[Named]:
        """The names in `text` that `matches` found, with the legal form behind them."""
        for found in matches:
            if COMMON_WORD.fullmatch(found[0]):
                continue
            form = LEGAL_FORM.match(text, found.end())
            end = form.end() if form else found.end()
            name = self._whole(" ".join(text[found.start() : end].split()))
            if not self.is_shunned(name):
                yield Named(name, found.start(), end, invited or bool(self.invited(name)))

    def _may_know(self, text: str) -> bool:
        """Whether the first word of an invited name stands in `text`: much quicker than a look."""
        return not self._firsts.isdisjoint({word.casefold() for word in _WORD.findall(text)})

    def _whole(self, name: str) -> str:
        """The body that `name` is: its invited name, or that whose leader or council it names."""
        speaks = _SPEAKS_FOR.fullmatch(name)
        if speaks:
            name = f"{speaks['place']} {speaks['kind'] or 'kommune'}"
        return self.invited(name) or name


def is_sami(name: str) -> bool:
    """Whether it is a municipality's Sámi or Kven name."""
    return bool(_SAMI_NAME.fullmatch(name))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `names` as whole words, the longest first."""
    longest = sorted((name for name in names if len(name) > 2), key=len, reverse=True)
    if not longest:
        return _NOTHING
    spaced = (r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def as_written(line: str) -> str:
    """`line` as it would stand in a sentence: capitals and spaced letters of letterheads undone."""
    line = _SPACED.sub(lambda found: found[0].replace(" ", ""), line)
    letters = list(filter(str.isalpha, line))
    if len(letters) < 7 or sum(map(str.isupper, letters)) < 0.9 * len(letters):
        return line
    return re.sub(r"[^\W\d_]+", _small, line)


def _small(word: re.Match[str]) -> str:
    text = word[0]
    if text in _KEPT_LARGE or len(text) == 1:
        return text
    small = text.lower()
    return small if word.start() and _SMALL.fullmatch(small) else small.capitalize()


def without_brackets(name: str) -> str:
    """`name` without the short form behind it: "Fellesorganisasjonen (FO)"."""
    return _BEHIND.sub("", name)


def explained(lines: Iterable[str], names: Names) -> dict[str, str]:
    """The short forms that `lines` explain, each with the name it stands behind in brackets."""
    found: dict[str, str] = {}
    for line in lines:
        text = as_written(line)
        for named in names.in_line(line):
            if short := _SHORT.match(text, named.end):
                found[short[1]] = named.name
    return found


def key_of_body(name: str) -> str:
    """What two spellings of one body have in common."""
    name = without_brackets(" ".join(name.split()))
    name = re.sub(rf"(?:{LEGAL_FORM.pattern})+$", "", name)
    name = re.sub(r"^(?:AS|Den norske|Norsk|Norges)\s+(?=\S)", "", name, flags=re.IGNORECASE)
    return _DEFINITE.sub(r"\1", key_of(name))
