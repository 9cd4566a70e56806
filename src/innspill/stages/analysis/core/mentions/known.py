"""The names that are known before a text is read: the hearing's own, and public bodies'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from innspill.stages.analysis.core.identity import ByIdentity
from innspill.stages.analysis.core.mentions.bodies import bodies
from innspill.stages.consultations.core.definition import Definition


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation with all that it is called, and its organisation number, "" where unknown."""

    name: str
    number: str = ""
    names: tuple[str, ...] = ()


def no_number(_name: str) -> str:
    """What is known of a name's organisation number without a register: nothing."""
    return ""


Names = dict[str, list[tuple[tuple[str, ...], Body]]]
"""For each first word, the names that begin with it, the longest first: their words, whose they are."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names that texts are read for. `number_of` asks a register for what no list tells.

    `law_is_heard`: what is heard is a law or a regulation, so that a paragraph alone is one of it.
    """

    layers: tuple[Names, ...]
    number_of: Callable[[str], str] = no_number
    law_is_heard: bool = False

    def beginning(self, word: str) -> Iterator[tuple[tuple[str, ...], Body]]:
        """The names that begin with `word`, those of the response before those of everybody."""
        for layer in self.layers:
            yield from layer.get(word, ())


def known_of(
    definition: Definition,
    senders: Iterable[tuple[str, str]] = (),
    number_of: Callable[[str], str] = no_number,
) -> Known:
    """What is known in a hearing; `senders` are names with organisation numbers ("" for none)."""
    own = _indexed([Body(name, number, _called(name)) for name, number in senders if len(name) > 2])
    layers = (own, _of_hearing(ByIdentity(definition)), _of_everybody())
    return Known(layers, number_of, is_law_heard(definition))


_FORM = re.compile(r" (?:AS|ASA|SA|HF|IKS|ANS|BA)$")


def _called(name: str) -> tuple[str, ...]:
    """A name and what is said for it: without the form of the company, if more is left than a word."""
    bare = _FORM.sub("", name)
    return (name, bare) if bare != name and " " in bare else (name,)


_LAW = re.compile(r"(?:lov|lova|loven|forskrift(?:en|a|er)?)\b", re.IGNORECASE)


def is_law_heard(definition: Definition) -> bool:
    """Whether the title of the hearing says that a law or a regulation is what is heard."""
    return any(_LAW.search(title) for title in definition.title.values())


@cache
def _of_everybody() -> Names:
    return _indexed([Body(name, number, names) for number, name, names in bodies()])


@lru_cache(maxsize=4)
def _of_hearing(same: ByIdentity) -> Names:
    definition = same.definition
    found = [
        Body(member.name, "", (*_called(member.name), *member.aliases))
        for group in definition.bodies
        for member in group.members
        if not member.collective
    ]
    return _indexed([*found, Body(definition.owner, "", (definition.owner,))])


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared; capitals count only in short forms."""
    return tuple(word if is_short_form(word) else word.casefold() for word in name.split())


def is_short_form(word: str) -> bool:
    """Whether a word is letters like "NVE" or "KiNS", which small letters would make another word."""
    capitals = sum(each.isupper() for each in word)
    return capitals >= 2 or (len(word) <= 4 and capitals == len(word))


def _indexed(found: Sequence[Body]) -> Names:
    index: Names = {}
    for body in found:
        for name in body.names or (body.name,):
            words = words_of(name)
            if words:
                index.setdefault(words[0], []).append((words, body))
    for names in index.values():
        names.sort(key=lambda each: -len(each[0]))
    return index
