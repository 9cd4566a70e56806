"""Who sent a response, as far as the document itself tells: all that it may be, with grounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from innspill.shared.organisation_number import is_organisation_number
from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers import sender_clues as clues
from innspill.stages.reading.core.answers.letter_lines import (
    letterhead_of,
    lines_to_others,
    persons_in,
    signature_of,
)
from innspill.stages.reading.core.answers.mail_names import (
    address_of,
    belongs,
    is_box,
    is_private,
)
from innspill.stages.reading.core.answers.organisation_names import Names, explained
from innspill.stages.reading.core.answers.organisation_numbers import (
    NumbersFound,
    numbers_in,
)
from innspill.stages.reading.core.answers.sender_candidates import (
    Candidate,
    as_spoken,
    is_close,
    is_told_by_a_person,
    rivals,
    weighed,
    with_persons,
)
from innspill.stages.reading.core.answers.sender_clues import Clue
from innspill.stages.reading.core.answers.spoken_for import spoken_for
from innspill.stages.reading.core.values import Sender

UNKNOWN = Sender(None, None, Certainty.UNSURE, ())
_ANONYMOUS = re.compile(r"(?:en\s+)?anonym(?:e|t)?\s*[.!]?", re.IGNORECASE)
_TOP = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a document and the mail it came in tell of who sent it.

    `head` are the lines before the first question or the greeting, `tail` those after the closing,
    `foot` those at the foot of the pages, `said` the text of answers and paragraphs, `fields` what
    stood in controls with a name, `quoted` what is quoted from another mail.
    """

    head: Sequence[str] = ()
    tail: Sequence[str] = ()
    said: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    mail: dict[str, str] = field(default_factory=dict)
    mail_tail: Sequence[str] = ()
    file: str = ""
    foot: Sequence[str] = ()
    properties: dict[str, str] = field(default_factory=dict)
    quoted: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Senders:
    """Who sent it, who did so together with it, whom it speaks for, and all that it may be."""

    sender: Sender
    further: tuple[Sender, ...] = ()
    candidates: tuple[Sender, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lines:
    """The evidence, with its lines taken apart."""

    evidence: Evidence
    head: tuple[str, ...]
    aside: frozenset[int]
    tail: tuple[str, ...]
    mail_tail: tuple[str, ...]
    persons: tuple[str, ...]
    numbered: tuple[str, ...]
    """Lines of the text that name a body and a number."""

    @classmethod
    def of(cls, evidence: Evidence, names: Names) -> _Lines:
        head = tuple(letterhead_of(evidence.head))
        tail = tuple(signature_of(evidence.tail))
        mail_tail = tuple(signature_of(evidence.mail_tail))
        persons = persons_in(tail, names) or persons_in(mail_tail, names)
        to_others = lines_to_others(head, names)
        numbered = tuple(
            line
            for line in evidence.said.split("\n")
            if line not in head and next(numbers_in(line), None) and names.in_line(line)
        )
        return cls(evidence, head, to_others, tail, mail_tail, tuple(persons), numbered)

    def at_others(self, names: Names) -> frozenset[int]:
        """The lines of whom it is to, and those right below where no other name stands."""
        below = {at + 1 for at in self.aside if at + 1 < len(self.head)}
        return self.aside | {at for at in below if not names.in_line(self.head[at])}

    @property
    def everywhere(self) -> tuple[str, ...]:
        """All lines where a name may stand beside its number; those of the head first."""
        return (*self.head, *self.tail, *self.mail_tail, *self.evidence.foot, *self.numbered)


def who_sent(evidence: Evidence, names: Names) -> Senders:
    """The sender, those who sent it together with it, and all that may have sent it."""
    lines = _Lines.of(evidence, names)
    found = [*_clues(lines, names)]
    persons = weighed(_persons(lines, names), names)
    no_bodies = {each.name for each in persons}
    found = [c for c in found if c.name not in no_bodies or c.ground is clues.FIELD]
    brackets = explained([*lines.head, *lines.tail], names)
    bodies = weighed([*found, *_supported(found, lines, names)], names, brackets)
    persons = [each for each in persons if each.name not in {body.name for body in bodies}]
    ranked = with_persons(bodies, persons, evidence.said)
    spoken = tuple(spoken_for(_all_text(lines), lines.head, names))
    ranked, further, on_behalf = as_spoken(ranked, spoken)
    numbers = NumbersFound.of(lines.everywhere, lines.at_others(names))
    typed = re.sub(r"\D", "", evidence.fields.get("sender_number", ""))
    is_wrong = not is_organisation_number(typed) if typed else numbers.wrong
    flags = ("organisation-number-wrong",) if is_wrong else ()
    candidates = [_sender(each, lines, numbers, names) for each in ranked]
    number = None if typed and is_wrong else typed or _only_number(candidates, numbers)
    first = candidates[0] if candidates else UNKNOWN
    first = replace(first, organisation_number=number or first.organisation_number)
    others = rivals(ranked, (*further, *on_behalf))
    if others and first.certainty is Certainty.CERTAIN:
        first = replace(first, certainty=Certainty.LIKELY)
    if is_close(ranked, others) or is_told_by_a_person(ranked, evidence.said):
        first = replace(first, certainty=Certainty.UNSURE)
        flags = ("sender-unsure", *flags)
    together = (Sender(name, None, first.certainty, first.grounds[:1]) for name in further)
    return Senders(
        first, tuple(together), (first, *candidates[1:])[: len(ranked)], on_behalf, flags
    )


def _only_number(candidates: Sequence[Sender], numbers: NumbersFound) -> str | None:
    """The document's number, where it stands beside nobody's name."""
    if any(candidate.organisation_number for candidate in candidates):
        return None
    return numbers.first()


def _all_text(lines: _Lines) -> str:
    evidence = lines.evidence
    return "\n".join([*lines.head, evidence.said, *lines.tail, *lines.mail_tail])


def _clues(lines: _Lines, names: Names) -> Iterator[Clue]:
    """All clues to bodies, those that tell most first; the typed field may name a person, too."""
    evidence = lines.evidence
    head = [line for at, line in enumerate(lines.head) if at not in lines.aside]
    typed = evidence.fields.get("sender_name", "").strip()
    if typed:
        yield clues.written(typed, names)
    yield from clues.from_fields(evidence.head, names)
    yield from clues.from_title([*head, *lines.evidence.head], names)
    yield from clues.from_letterhead(lines.head, tuple(lines.aside), names)
    yield from clues.from_signature(lines.tail, len(lines.persons), names)
    yield from clues.from_mail(evidence.mail, _all_text(lines), names)
    yield from clues.from_signature(lines.mail_tail, len(lines.persons), names)
    yield from clues.from_text(evidence.said, names)
    yield from clues.from_foot(evidence.foot, names)
    yield from clues.from_file_name(evidence.file, names)
    yield from clues.from_properties(evidence.properties, names)
    yield from clues.from_forwarded(evidence.quoted, names)
    yield from clues.from_last_lines(
        [line for line in (*lines.tail, *lines.mail_tail) if line not in lines.persons], names
    )


def _supported(found: Sequence[Clue], lines: _Lines, names: Names) -> Iterator[Clue]:
    """What else tells for names already found: the mail's domain, the text, the short form."""
    evidence = lines.evidence
    _, domain = address_of(evidence.mail.get("from", ""))
    whole = list(dict.fromkeys(clue.name for clue in found))
    for name in whole:
        if belongs(name, domain) and domain not in names.addresses:
            yield Clue(name, clues.ADDRESS)
        if not names.find(name) and clues.speaks(name, evidence.said):
            yield Clue(name, clues.TEXT)


def _persons(lines: _Lines, names: Names) -> Iterator[Clue]:
    """Clues to persons: who signs, whose name the mail came from, who stands at the top."""
    evidence = lines.evidence
    if any(_ANONYMOUS.fullmatch(line) for line in (*lines.tail, *lines.mail_tail)):
        yield Clue("Anonym", clues.SIGNS)
    name, domain = address_of(evidence.mail.get("from", ""))
    for person in lines.persons[:1]:
        yield Clue(person, clues.SIGNS)
    of_body = belongs(name, domain) or bool(names.in_line(name)) or is_box(name)
    if name and not of_body and not names.is_shunned(name):
        yield Clue(_cased(name, lines.persons), clues.MAILED)
        if is_private(domain):
            yield Clue(_cased(name, lines.persons), clues.PRIVATE)
    top = [line for at, line in enumerate(lines.head) if at not in lines.aside]
    for person in persons_in(top[:_TOP], names):
        if person in lines.persons:
            yield Clue(person, clues.LETTERHEAD)


def _cased(name: str, persons: Iterable[str]) -> str:
    """`name` as the signature writes it: "per vik", or only "Per", is Per Vik."""
    words = set(name.casefold().split())
    return next((each for each in persons if words <= set(each.casefold().split())), name)


def _sender(candidate: Candidate, lines: _Lines, numbers: NumbersFound, names: Names) -> Sender:
    number = None
    for at, line in enumerate(lines.everywhere):
        if at not in lines.aside and any(n.name == candidate.name for n in names.in_line(line)):
            number = number or numbers.beside(at)
    return Sender(candidate.name, number, candidate.certainty, candidate.grounds)
