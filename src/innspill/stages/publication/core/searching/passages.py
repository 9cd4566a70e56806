"""A public copy as passages: who sent it, each answer, each footnote, and what else they wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from innspill.stages.publication.core.searching.words import stem_of, tokens
from innspill.stages.publication.core.values import PRIVATE

Kind = Literal["name", "person", "answer", "general", "footnote"]
MOST = 1000
"""Passages of one response that are searched: a form has fewer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of public text; `question` is set for answers. `person` passages name people."""

    kind: Kind
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """One public copy as it is searched, with what the search may be limited by."""

    rendition: int
    hearing: int
    group: str
    remarks: bool
    late: bool
    joint: bool
    year: int
    standing: str
    private: bool
    published_at: str
    """ISO 8601, in UTC."""
    content: Mapping[str, Any]

    @property
    def passages(self) -> list[Passage]:
        """Its passages, in the order of the page."""
        return passages_of(self.content)


def passages_of(content: Mapping[str, Any]) -> list[Passage]:
    """The passages of a public copy as it is stored, in the order of the page."""
    return list(_passages(content))[:MOST]


def private_stems(content: Mapping[str, Any]) -> frozenset[str]:
    """The stems of the names of private senders, which are found for a year only.

    Practice is that they stand unnamed; where one is named all the same, that ends.
    """
    if not content["private"]:
        return frozenset()
    named = [name for name in (*content["senders"], content["name"]) if name != PRIVATE]
    known = {stem_of(PRIVATE)}
    return frozenset(each.stem for name in named for each in tokens(name)) - known


def _passages(content: Mapping[str, Any]) -> Iterator[Passage]:
    kind: Kind = "person" if content["private"] else "name"
    yield Passage(kind, content["name"])
    if content.get("supports"):
        yield Passage("general", content["supports"])
    for answer in content["answers"]:
        if answer["text"].strip():
            yield Passage("answer", answer["text"], answer["question"])
    for text in content["general"]:
        yield Passage("general", text)
    for _mark, text in content["footnotes"]:
        yield Passage("footnote", text)
