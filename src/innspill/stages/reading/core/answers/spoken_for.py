"""Whom a response speaks for: those who send it together, and those it is sent on behalf of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from innspill.stages.reading.core.answers.name_words import CAP
from innspill.stages.reading.core.answers.organisation_names import Named, Names, as_written

_RESPONSE = (
    r"(?:hørings|høyrings)?(?:svar|uttalelse|uttale|innspill|innspel|fråsegn|brev|merknader|"
    r"merknadar|kommentar(?:er|ar)?)"
)
_JOINT = re.compile(
    rf"(?:felles\s+{_RESPONSE}\s+(?:fra|frå|av|for|mellom)|samordna(?:t)?\s+{_RESPONSE}\s+(?:fra|frå)|"
    rf"joint\s+(?:response|submission)\s+(?:from|by|of))\s*:?\s*",
    re.IGNORECASE,
)
_BEHALF = re.compile(
    r"(?:på\s+vegn(?:e|er|a)\s+(?:av|til)|etter\s+fullmakt\s+(?:fra|frå|av)|som\s+fullmektig\s+for|"
    r"on\s+behalf\s+of|ovddas)\s*:?\s*",
    re.IGNORECASE,
)
_JOINTLY = ("felles", "samordna", "joint")
_FOR_OTHERS = ("vegn", "fullmakt", "fullmektig", "behalf", "ovddas")
"""One of these words stands in whatever the two patterns find."""
_LIST = re.compile(r"^\s*(?:avsendere|avsendarar|underskrivere|senders)\s*:?\s*$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-zæøå])[.!?](?:\s|$)|\n")
_RESPONDING = re.compile(
    r"svar|uttal|innsp|høring|høyring|avgi|avgje|fråsegn|respon|uttale|sender|representerer",
    re.IGNORECASE,
)
_PLACE = rf"{CAP}(?:\s+og\s+{CAP})?"
_COLLECTIVE = re.compile(
    rf"(?:(?:alle|dei|de)\s+)?(?:\w{{1,12}}\s+)?(?:medlems?|eier|eigar|vertskaps)?"
    rf"(?:kommun(?:ene|ane)|medlemmene|medlemene|bedriftene)\s+i\s+{_PLACE}"
)
_PERSON = re.compile(rf"{CAP}(?:\s+{CAP}){{1,3}}")
_PARTED = re.compile(r"\s*(?:,|;|/|&|og|samt|and|,\s*(?:og|samt|and))\s*")
_AFTER = 400
_MOST = 20
_NEAR = 30


@dataclass(frozen=True, slots=True)
class SpokenFor:
    """Bodies that a response speaks for; `together` where they are said to send it themselves."""

    names: tuple[str, ...]
    together: bool


def spoken_for(text: str, head: Sequence[str], names: Names) -> Iterator[SpokenFor]:
    """Whom the response says it speaks for: "på vegne av", "felles høringssvar fra".

    In running text the sentence must be about responding: others act on somebody's behalf, too.
    """
    yield from _from_list(head, names)
    folded = text.casefold()
    joint = _JOINT.finditer(text) if any(word in folded for word in _JOINTLY) else ()
    behalf = _BEHALF.finditer(text) if any(word in folded for word in _FOR_OTHERS) else ()
    for found in islice(joint, _MOST):
        listed = listed_in(text[found.end() : found.end() + _AFTER], names)
        if listed:
            yield SpokenFor(listed, together=True)
    for found in islice(behalf, _MOST):
        start = max(0, found.start() - _AFTER)
        before = _SENTENCE_END.split(text[start : found.start()])[-1]
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
        in_head = line != "" and any(each.strip().startswith(line) for each in head)
        if before.strip() and not in_head and not _RESPONDING.search(before):
            continue
        listed = for_whom(text[found.end() : found.end() + _AFTER], names)
        if listed:
            yield SpokenFor(listed, together=False)


def _from_list(head: Sequence[str], names: Names) -> Iterator[SpokenFor]:
    """The list below "Avsendere:", one on each line."""
    for at, line in enumerate(head):
        if _LIST.match(line):
            listed: list[str] = []
            for entry in head[at + 1 : at + 1 + _MOST]:
                found = names.in_line(entry)
                rest = as_written(entry)
                if not found or len(rest) > found[0].end + _NEAR:
                    break
                listed.append(found[0].name)
            if listed:
                yield SpokenFor(tuple(listed), together=True)


def on_behalf(text: str) -> re.Match[str] | None:
    """Where `text` says that somebody speaks for another."""
    return _BEHALF.search(text) or _JOINT.search(text)


def for_whom(rest: str, names: Names) -> tuple[str, ...]:
    """The bodies, or the people, that stand right behind "på vegne av"."""
    sentence = _SENTENCE_END.split(rest)[0]
    collective = _COLLECTIVE.match(sentence)
    if collective:
        return (" ".join(collective[0].split()),)
    listed = listed_in(rest, names)
    person = None if listed else _PERSON.match(sentence)
    return listed or ((person[0],) if person and not names.is_shunned(person[0]) else ())


def listed_in(rest: str, names: Names) -> tuple[str, ...]:
    """The names that `rest` begins with, as far as only commas and "og" part them."""
    sentence = spelt_out(_SENTENCE_END.split(rest)[0])
    listed: list[Named] = []
    for named in names.find(sentence):
        if listed:
            if not _PARTED.fullmatch(sentence[listed[-1].end : named.start]):
                break
        elif named.start > _NEAR:
            break
        listed.append(named)
    return tuple(dict.fromkeys(named.name for named in listed))


def spelt_out(sentence: str) -> str:
    """The sentence with a list spelt out: "Ås og Frogn kommuner" are two municipalities."""
    each = rf"{CAP}(?:\s+{CAP})?"
    plural = re.search(rf"((?:{each}(?:,\s*|\s+og\s+)){{1,30}}{each})\s+kommun[ea]r\b", sentence)
    plural = plural or re.search(
        rf"\bkommun(?:ene|ane)\s+((?:{each}(?:,\s*|\s+og\s+)){{1,30}}{each})(?!\w)", sentence
    )
    if not plural:
        return sentence
    places = re.split(r",\s*|\s+og\s+", plural.group(1))
    spelt = ", ".join(f"{place} kommune" for place in places)
    return sentence[: plural.start()] + spelt + sentence[plural.end() :]
