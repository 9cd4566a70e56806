"""What respondents say is missing from what is heard, by name: "NIS2", "DigiViken"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.registers.said import Said
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.values import Mention

_IS_NOT = re.compile(
    r"\b(?:er|ble|vart|blir|vert|står)\s+(?:\w+\s+){0,2}?(?:(?:ikke|ikkje)\s+(?:\w+\s+){0,2}?(?:nevnt|nemnt|nemnde|omtalt|omtala|omtalte|beskrevet|skildra|tatt med|teke med|tekne med|med)|utelatt|utelaten|utelatne|glemt|gløymt|gløymde|fraværende)\b"
    r"|\b(?:mangler|manglar|savnes|saknast|etterlyses)\b|\b(?:bør|må|burde)\s+(?:\w+\s+){0,2}?(?:nevnes|nemnast|omtales|omtalast|inn|tas med|takast med|tas inn|takast inn|fremgå|føres opp)\b",
    re.IGNORECASE,
)
"""The name stands before it."""
_MISSES = re.compile(
    r"\b(?:savner|saknar|etterlyser|mangler|manglar|ber om at|kan nevnes|kan nemnast|bør nevnes|bør omtales i \w+ \d+)\b",
    re.IGNORECASE,
)
"""The name stands after it."""
_ONLY = re.compile(
    r"\b(?:kun|bare|berre)\s+(?P<named>\S+)\s+(?:nevnes|er nevnt|omtales|er omtalt|er nemnt|nemnast)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that respondents miss, and the comments that say so (places in the list given)."""

    name: str
    comments: tuple[int, ...]


def missing_of(comments: Sequence[Said]) -> tuple[Missing, ...]:
    """What `comments` miss by name, what most miss first, then in their order."""
    found: dict[str, tuple[str, list[int]]] = {}
    for place, said in enumerate(comments):
        for name in _named(said):
            _, at = found.setdefault(fold(name), (name, []))
            if place not in at:
                at.append(place)
    ordered = sorted(found.values(), key=lambda each: -len(each[1]))
    return tuple(Missing(name, tuple(at)) for name, at in ordered)


def _named(said: Said) -> Iterator[str]:
    own = {fold(name) for name in said.senders}
    for span in sentences(said.text):
        words = said.text[span.start : span.end]
        for stretch in _stretches(words, span):
            for mention in _within(said.mentions, stretch):
                name = " ".join(said.text[mention.span.start : mention.span.end].split())
                if fold(name) not in own and fold(mention.name) not in own:
                    yield name


def _stretches(words: str, span: Span) -> Iterator[Span]:
    """Where in a sentence the names stand that are said to be missing."""
    only = _ONLY.search(words)
    if only:
        yield Span(span.start + only.end(), span.end)
        return
    for hit in _MISSES.finditer(words):
        yield Span(span.start + hit.end(), span.end)
    for hit in _IS_NOT.finditer(words):
        begins = max(words.rfind(mark, 0, hit.start()) for mark in (";", " men ", " – "))
        yield Span(span.start + max(0, begins), span.start + hit.start())


def _within(mentions: Sequence[Mention], stretch: Span) -> Iterator[Mention]:
    """The names in a stretch, the longest of those that overlap."""
    inside = [
        each
        for each in mentions
        if stretch.start <= each.span.start and each.span.end <= stretch.end
    ]
    taken: list[Mention] = []
    for each in sorted(inside, key=lambda m: -len(m.span)):
        if not any(
            each.span.start < other.span.end and other.span.start < each.span.end for other in taken
        ):
            taken.append(each)
    yield from sorted(taken, key=lambda m: m.span.start)
