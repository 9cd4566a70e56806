"""The public copy of a response: what everybody may see, and what was left out of it and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.core.general import attachments_among, general_passages
from innspill.stages.publication.core.marks import Mark, folded
from innspill.stages.publication.core.masking import masked
from innspill.stages.publication.core.personal_data import (
    GROUNDS,
    find,
    found_across,
    national_id_left,
    uncovered,
    without_overlaps,
)
from innspill.stages.publication.core.values import PRIVATE, Finding, PublicAnswer, PublicResponse
from innspill.stages.publication.core.wishes import ANONYMOUS, Hider, unnamed
from innspill.stages.reading.core.values import Answer, Passage, ResponseRead
from innspill.stages.register.core.senders import match_name
from innspill.stages.register.core.values import Match, Registered

_TURNED = frozenset("\u202d\u202e")
"""Signs that have what follows shown backwards: readers see other words than what was looked through."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A public copy with what was left out of it.

    `withholdings` are (place, finding): places are "answer:3", "footnote:1", "general:0",
    "sender" and "supports" (a second text of one name is "sender#2"), and the finding counts
    characters of the full text there. With any of `doubts` the copy is not to be published before
    a person has looked.
    """

    public: PublicResponse
    withholdings: tuple[tuple[str, Finding], ...]
    doubts: tuple[str, ...]
    texts: tuple[tuple[str, str], ...] = ()
    """Every text that was looked through, in full, with its place. Never for the public."""
    of_body: bool = False
    """Whether nobody but bodies sent it: those who sign for them are noted (`signing_for`)."""

    def findings_at(self, place: str) -> tuple[Finding, ...]:
        """The findings at one place, in order."""
        return tuple(finding for where, finding in self.withholdings if where == place)


def render(
    registered: Registered,
    definition: Definition,
    marks: Sequence[Mark] = (),
    wish: Wish | None = None,
) -> Rendered:
    """The public copy of `registered`. Any doubt is named; the caller must then not publish.

    `marks` are what people said about single places, the oldest first: they go before what is
    found here. `wish` is how the sender wishes it to be published, by default as its form says. File
    names, hidden text, the cover mail and the document's properties are never part of it.
    """
    read = registered.read
    passages = general_passages(read)
    wished = read.wish if wish is None else wish
    hider = Hider(registered, _texts_of(read, passages)) if wished == ANONYMOUS else None
    screen = _Screen(registered, marks, hider)
    attachments = tuple(start for _, start in attachments_among(passages))
    senders = tuple(_called(sender, registered, screen) for sender in registered.senders)
    answers = tuple(_answered(answer, screen) for answer in read.answers)
    footnotes = tuple(
        (note.mark, screen.masked(f"footnote:{note.mark}", note.text)) for note in read.footnotes
    )
    general = screen.paragraphs([passage.text for passage in passages], attachments)
    supports = None if hider else _supported(registered.supports, definition, screen)
    first = registered.senders[0]
    public = PublicResponse(
        reference=registered.reference,
        name=", ".join(dict.fromkeys(senders)),
        senders=senders,
        group=first.group,
        via="" if hider else first.via,
        private=any(sender.kind == "person" for sender in registered.senders),
        kind=read.kind,
        language=read.language,
        received=_day(registered, definition),
        late=registered.late,
        answers=answers,
        footnotes=footnotes,
        general=general,
        withheld=len(screen.withheld),
        supports=supports,
        no_remarks="no-remarks" in read.flags,
        standing=registered.standing,
        anonymous=hider is not None,
        attachments=attachments,
    )
    doubts = (*_sender_doubts(registered.senders), *screen.doubts(), *_left_over(public))
    doubted = tuple(dict.fromkeys(doubts))
    return Rendered(
        public, tuple(screen.withheld), doubted, tuple(screen.texts), of_body=not screen.private
    )


class _Screen:
    """Masks the texts of one response and remembers what it masked."""

    def __init__(self, registered: Registered, marks: Sequence[Mark], hider: Hider | None) -> None:
        self.withheld: list[tuple[str, Finding]] = []
        self.texts: list[tuple[str, str]] = []
        self._marks = marks
        self.hider = hider
        self._used: Counter[str] = Counter()
        self.private = any(sender.kind != "organisation" for sender in registered.senders)
        self._names = [sender.name for sender in registered.senders if sender.kind == "person"]

    def paragraphs(self, texts: Sequence[str], attachments: Sequence[int]) -> tuple[str, ...]:
        """What belongs to no question; the paragraphs of each file are looked at together as well."""
        masked: list[str] = []
        for start, end in pairwise((0, *attachments, len(texts))):
            across = found_across(texts[start:end], private=self.private)
            if self.hider is not None:
                signers = self.hider.signers(texts[start:end])
                across = [without_overlaps((*a, *b)) for a, b in zip(across, signers, strict=True)]
            masked += [
                self.masked(f"general:{start + at}", text, across[at])
                for at, text in enumerate(texts[start:end])
            ]
        return tuple(masked)

    def masked(self, name: str, text: str, across: Sequence[Finding] = ()) -> str:
        """`text` without what is withheld; `across` is what the texts around it tell of it."""
        place = self._place(name)
        self.texts.append((place, text))
        found = find(text, private=self.private)
        findings = [*found, *uncovered(across, found)]
        findings += [each for name in self._names for each in _name_findings(text, name)]
        if self.hider is not None:
            findings += self.hider.findings(text)
        said = [mark for mark in self._marks if mark.place == place]
        held = [each.finding for each in folded(without_overlaps(findings), said, len(text))]
        self.withheld += [(place, finding) for finding in held]
        return masked(text, held)

    def _place(self, name: str) -> str:
        """The name of a text, told apart from others of the same name."""
        self._used[name] += 1
        return name if self._used[name] == 1 else f"{name}#{self._used[name]}"

    def doubts(self) -> Iterable[str]:
        for place, finding in self.withheld:
            if finding.doubtful:
                yield f"{finding.kind} at {place}"


def _answered(answer: Answer, screen: _Screen) -> PublicAnswer:
    return PublicAnswer(
        question=answer.question,
        ticks=answer.ticks,
        choice=answer.choice,
        text=screen.masked(f"answer:{answer.question}", answer.text),
        no_comment=answer.no_comment,
        flags=answer.flags,
    )


def _called(sender: Match, registered: Registered, screen: _Screen) -> str:
    """What a sender stands as: private persons, and those who wish so, without their name."""
    if sender.kind == "person":
        return PRIVATE
    if screen.hider is not None:
        return unnamed(registered.reference)
    return screen.masked("sender", sender.name)


def _texts_of(read: ResponseRead, passages: Sequence[Passage]) -> Iterable[str]:
    """All that the public copy is made of."""
    yield from (answer.text for answer in read.answers)
    yield from (note.text for note in read.footnotes)
    yield from (passage.text for passage in passages)


def _supported(name: str | None, definition: Definition, screen: _Screen) -> str | None:
    """Whom a response adheres to; a private person stands unnamed there too."""
    if name is None:
        return None
    if match_name(name, definition).kind == "person":
        return PRIVATE
    return screen.masked("supports", name)


def _name_findings(text: str, name: str) -> Iterable[Finding]:
    parts = [re.escape(part) for part in name.split() if len(part) > 1]
    whole = r"\s+".join(re.escape(part) for part in name.split())
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join([whole, *parts])})(?:s|')?(?!\w)")
    return [
        Finding(found.start(), found.end(), "name", GROUNDS["name"], Certainty.LIKELY)
        for found in pattern.finditer(text)
        if found.group()[0].isupper()
    ]


def _sender_doubts(senders: tuple[Match, ...]) -> Iterable[str]:
    for sender in senders:
        if sender.kind == "unknown":
            yield "the sender is unknown"
        elif sender.kind == "person" and sender.certainty is Certainty.UNSURE:
            yield "unsure whether the sender is a private person"
        elif sender.certainty is Certainty.UNSURE:
            yield "unsure who the sender is"


def _left_over(public: PublicResponse) -> Iterable[str]:
    """What a last look over everything public still finds, texts joined and one by one."""
    shown = (
        public.name, *public.senders, public.supports or "", *public.general,
        *(answer.text for answer in public.answers), *(text for _, text in public.footnotes),
    )  # fmt: skip
    if national_id_left("\n".join(shown)):
        yield "something like a national identity number is left"
    if not _TURNED.isdisjoint("".join(shown)):
        yield "signs that turn the order of letters"


def _day(registered: Registered, definition: Definition) -> str | None:
    received = registered.arrival.received_at
    if received is None:
        return None
    return received.astimezone(ZoneInfo(definition.timezone)).date().isoformat()
