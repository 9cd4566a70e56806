"""Requirements that comments tell of, with the law or the body that sets each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.analysis.core.registers.said import Said
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.values import Mention

_DUTY = re.compile(
    r"\b(?:krav|kravet|krava|kravene|krever|krev|kreves|krevst|plikt\w*|pålegg\w*|pålagt\w*|skal|må|forbud\w*|forbod\w*|forbyr|forbyd)\b",
    re.IGNORECASE,
)
_SETS = re.compile(
    r"\b(?:krever|krev|stiller|stillar|setter|set|pålegger|pålegg|fastsetter|fastset|forbyr|forbyd)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A sentence that tells of a duty: its place, and who sets the duty by law or as a body."""

    comment: int
    """Place in the list of comments that was given."""
    span: Span
    set_by: tuple[str, ...]


def requirements_of(comments: Sequence[Said]) -> tuple[Requirement, ...]:
    """The sentences of `comments` that tell of a requirement of a law or a body, in order."""
    return tuple(
        Requirement(place, span, setters)
        for place, said in enumerate(comments)
        for span, setters in _in_comment(said)
    )


def _in_comment(said: Said) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for span in sentences(said.text):
        words = said.text[span.start : span.end]
        if not _DUTY.search(words):
            continue
        setters = tuple(dict.fromkeys(_setters(said, span)))
        if setters:
            yield span, setters


def _setters(said: Said, span: Span) -> Iterator[str]:
    """Laws named beside the duty, and bodies that are said to set it."""
    for mention in said.mentions:
        if not (span.start <= mention.span.start and mention.span.end <= span.end):
            continue
        if mention.kind == "law" or (mention.kind == "organisation" and _sets(said, mention)):
            yield (
                " ".join(mention.name.split())
                if mention.kind == "organisation"
                else " ".join(said.text[mention.span.start : mention.span.end].split())
            )


def _sets(said: Said, mention: Mention) -> bool:
    return _SETS.match(said.text[mention.span.end : mention.span.end + 40].lstrip()) is not None
