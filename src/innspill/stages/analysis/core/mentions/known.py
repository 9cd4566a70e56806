"""The names that are known before a text is read: the hearing's own, and public bodies'."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from innspill.stages.analysis.core.mentions.bodies import bodies
from innspill.stages.consultations.core.definition import Definition


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation with all that it is called, and its organisation number, "" where unknown."""

    name: str
    number: str = ""
    names: tuple[str, ...] = ()


def no_number(name: str) -> str:
    """What is known of a name's organisation number without a register: nothing."""
    return ""


@dataclass(frozen=True, slots=True)
class Known:
    """The names that texts are read for. `number_of` asks a register for what no list tells."""

    index: dict[str, list[tuple[tuple[str, ...], Body]]]
    """For each first word, what names begin with it: their words and whose they are."""
    terms: dict[str, str] = field(default_factory=dict)
    """Abbreviations that the hearing explains, and how."""
    number_of: Callable[[str], str] = no_number


def known_of(
    definition: Definition,
    senders: Iterable[tuple[str, str]] = (),
    number_of: Callable[[str], str] = no_number,
) -> Known:
    """What is known in a hearing; `senders` are names with organisation numbers ("" for none)."""
    found = [Body(name, number, names) for number, name, names in bodies()]
    found += [
        Body(member.name, "", (member.name, *member.aliases))
        for group in definition.bodies
        for member in group.members
        if not member.collective
    ]
    found += [Body(definition.owner, "", (definition.owner,))]
    found += [Body(name, number, (name,)) for name, number in senders if len(name) > 2]
    terms = {term.word: next(iter(term.explanation.values()), "") for term in definition.glossary}
    return Known(_indexed(found), terms, number_of)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared; capitals count only in short forms."""
    return tuple(word if is_short_form(word) else word.casefold() for word in name.split())


def is_short_form(word: str) -> bool:
    """Whether a word is letters like "NVE" or "KiNS", which small letters would make another word."""
    capitals = sum(each.isupper() for each in word)
    return capitals >= 2 or (len(word) <= 4 and capitals == len(word))


def _indexed(found: Sequence[Body]) -> dict[str, list[tuple[tuple[str, ...], Body]]]:
    index: dict[str, list[tuple[tuple[str, ...], Body]]] = {}
    for body in found:
        for name in body.names or (body.name,):
            words = words_of(name)
            if words:
                index.setdefault(words[0], []).append((words, body))
    for names in index.values():
        names.sort(key=lambda each: -len(each[0]))
    return index
