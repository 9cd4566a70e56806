"""All who may have sent a response, from every clue there is: merged, ranked, each with grounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.values import ResponseRead, Sender
from innspill.stages.register.core.names import bare, fold, keys
from innspill.stages.register.core.persons import kind_of
from innspill.stages.register.core.senders import MAILBOXES, UNKNOWN, claimed_name, match_name
from innspill.stages.register.core.values import Arrival, Match, SenderKind

Source = Literal["given", "register", "mail", "document", "list", "earlier", "units"]
MOST = 9
"""As many as there are digits to press."""
_LONGEST_NAME = 80
_LONGEST = 300
_GREETING = re.compile(
    r"(?:med\s+)?(?:vennlig\s+|venleg\s+|beste\s+)?(?:hilsen|helsing|hilsning)|mvh|vh|"
    r"(?:kind|best|yours)\s*(?:regards|faithfully|sincerely)?\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:\w+\s)?(?:rådgiver|rådgjevar|direktør|leder|leiar|seniorrådgiver|saksbehandler|konsulent|"
    r"sjef|rådmann|kommunedirektør|ordfører|dokumentet|dette|høring|høyring|til|vår|deres|dato|sak)\b",
    re.IGNORECASE,
)
_ORDER = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE)
_WEIGHT: dict[Source, int] = {
    "given": 6, "register": 4, "mail": 3, "document": 3, "list": 2, "earlier": 1, "units": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have sent a response. `source` is the strongest of the clues' origins.

    `body` and `group` are the invited line that it would answer for, `number` its organisation
    number. `grounds` are in English; the desk has words for them.
    """

    name: str
    kind: SenderKind
    body: str | None
    group: str | None
    number: str
    certainty: Certainty
    grounds: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody that we know from elsewhere: whom we wrote to, or who answered before."""

    name: str
    grounds: tuple[str, ...]
    source: Source
    certainty: Certainty
    number: str = ""
    body: str | None = None
    group: str | None = None


def candidates(
    read: ResponseRead,
    arrival: Arrival,
    senders: Sequence[Match],
    definition: Definition,
    known: Iterable[Known] = (),
) -> tuple[Candidate, ...]:
    """The candidates, the likeliest first, at most nine, nobody twice.

    `senders` are those that the register has now; `known` what the owner's own records and
    Enhetsregisteret tell.
    """
    found = [_of_match(match, "register") for match in senders if match.name != UNKNOWN]
    if arrival.line is not None:
        grounds = ("came through its personal link",)
        line = Known(arrival.line.name, grounds, "given", Certainty.CERTAIN,
                     body=arrival.line.name, group=arrival.line.group)  # fmt: skip
        found.append(_of_known(line, definition))
    claimed = claimed_name(read, arrival)
    if claimed:
        found.append(_named(claimed[0], (claimed[1],), Certainty.LIKELY, "mail", definition))
    for sender in (read.sender, *read.further_senders, *read.candidates):
        if sender.name:
            found.append(_of_sender(sender, definition))
    found += [_named(*each, Certainty.UNSURE, "document", definition) for each in _ends(read)]
    for name in read.on_behalf_of:
        ground = ("speaks on behalf of it",)
        found.append(_named(name, ground, Certainty.LIKELY, "document", definition))
    found += [_of_known(each, definition) for each in known]
    return _merged(each for each in found if fold(each.name) not in MAILBOXES)[:MOST]


def _ends(read: ResponseRead) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Lines at the ends of a document that have the shape of a name, and where they stand."""
    lines = [block.text.strip() for block in read.blocks if block.kind != "quoted"]
    lines = [line for line in lines if line]
    for at, line in enumerate(lines):
        if _GREETING.match(line):
            signed = [each for each in lines[at + 1 : at + 6] if _looks_like_a_name(each)]
            yield from ((each, ("stands below the signature",)) for each in signed)
    heads = [line for line in lines[:3] if _looks_like_a_name(line) and _is_organisation(line)]
    yield from ((each, ("stands first in the document",)) for each in heads)


def _looks_like_a_name(line: str) -> bool:
    plain = 3 < len(line) <= _LONGEST_NAME and line[0].isupper() and line[-1] not in ".!?:,;"
    return plain and not re.search(r"[@/]|www|\d{3}", line) and not _TITLE.match(line)


def _is_organisation(line: str) -> bool:
    return kind_of(line)[:2] == ("organisation", Certainty.CERTAIN)


def _of_match(match: Match, source: Source) -> Candidate:
    return Candidate(match.name[:_LONGEST], match.kind, match.body, match.group, match.number,
                     match.certainty, match.grounds, source)  # fmt: skip


def _of_sender(sender: Sender, definition: Definition) -> Candidate:
    found = _named(sender.name or "", sender.grounds, sender.certainty, "document", definition)
    return replace(found, number=sender.organisation_number or "")


def _of_known(known: Known, definition: Definition) -> Candidate:
    if known.body is None:
        found = _named(known.name, known.grounds, known.certainty, known.source, definition)
        return replace(found, number=known.number, kind="organisation")
    return Candidate(
        name=known.name,
        kind="organisation",
        body=known.body,
        group=known.group,
        number=known.number,
        certainty=known.certainty,
        grounds=known.grounds,
        source=known.source,
    )


def _named(
    name: str,
    grounds: tuple[str, ...],
    certainty: Certainty,
    source: Source,
    definition: Definition,
) -> Candidate:
    plain = " ".join(name.split())[:_LONGEST]
    match = match_name(plain, definition)
    if match.body is None:
        kind = kind_of(plain)[0]
        return Candidate(plain, kind, None, None, "", certainty, grounds, source)
    sure = max(certainty, match.certainty, key=_ORDER.index)
    both = (*grounds, *match.grounds)
    return Candidate(match.name, match.kind, match.body, match.group, "", sure, both, source)


def _merged(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each once, under the name that came first, with the grounds of all; the surest first."""
    groups: list[list[Candidate]] = []
    for each in found:
        same = next((group for group in groups if any(_same(each, one) for one in group)), None)
        if same is None:
            groups.append([each])
        else:
            same.append(each)
    return tuple(sorted((_one(group) for group in groups), key=_rank, reverse=True))


def _same(one: Candidate, other: Candidate) -> bool:
    if one.number and other.number:
        return one.number == other.number
    if one.kind != other.kind and "person" in (one.kind, other.kind):
        return bare(one.name) == bare(other.name)
    return bare(one.name) == bare(other.name) or bool(keys(one.name) & keys(other.name))


def _one(group: Sequence[Candidate]) -> Candidate:
    first = min(group, key=lambda each: _ORDER.index(each.certainty))
    grounds = tuple(dict.fromkeys(ground for each in group for ground in each.grounds))
    line = next((each for each in group if each.body), first)
    number = next((each.number for each in group if each.number), "")
    sources = {each.source for each in group}
    sure = first.certainty
    if sure is Certainty.UNSURE and len(sources - {"register"}) > 1:
        sure = Certainty.LIKELY  # two clues of different origin agree
    return Candidate(
        name=line.name if line.body else group[0].name,
        kind=line.kind if line.body else first.kind,
        body=line.body,
        group=line.group,
        number=number,
        certainty=sure,
        grounds=grounds,
        source=max(sources, key=lambda source: _WEIGHT[source]),
    )


def _rank(candidate: Candidate) -> tuple[int, int, int, bool]:
    return (
        -_ORDER.index(candidate.certainty),
        _WEIGHT[candidate.source],
        len(candidate.grounds),
        candidate.body is not None,
    )
