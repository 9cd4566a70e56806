"""Responses that say the same: exact copies, and near ones such as campaign letters.

Candidates come from shared sentences and from a sketch of word triples; each is held against
the group's first response before it joins. Membership is never passed on from one pair to the
next: that joins everything with everything where letters have sentences in common (guide
analysis.md §2.3).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.values import DuplicateGroup
from innspill.stages.publication.core.values import PublicResponse

LEAST_WORDS = 12
"""Below this a text is too common ("Ingen merknader til forslaget") for likeness to tell."""
LEAST_LIKENESS = 0.6
"""Share of the shorter text's word triples that the two have in common."""
LEAST_TRIPLES = 18
_LEAST_RATIO = 0.25
_SKETCH = 12
_CROWD = 64
"""Candidates taken from one shared sentence: a courtesy everybody writes says nothing."""


@dataclass(slots=True)
class _Letter:
    reference: str
    folded: str
    triples: frozenset[int]
    marks: tuple[int, ...]


@dataclass(slots=True)
class _Group:
    first: _Letter
    members: list[_Letter] = field(default_factory=list)
    least: float = 1.0


def find_duplicates(responses: Sequence[PublicResponse]) -> tuple[DuplicateGroup, ...]:
    """Groups of responses with the same or nearly the same text, in order of the first one.

    `similarity` is the least verified likeness of a member to the group's first response.
    """
    letters = [_letter(each) for each in responses]
    groups = _grouped(each for each in letters if len(each.folded.split()) >= LEAST_WORDS)
    return tuple(_as_value(group) for group in groups if group.members)


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter text's word triples that stand in the longer one too, 0 to 1.

    Nothing can be said of very short texts, or of one a quarter the length of the other: 0.
    """
    less, more = sorted((len(one), len(other)))
    if less < LEAST_TRIPLES or less < _LEAST_RATIO * more:
        return 0.0
    return len(one & other) / less


def triples(folded: str) -> frozenset[int]:
    """The word triples of a folded text, each as a number that is the same in every run."""
    said = folded.split()
    return frozenset(_number(" ".join(said[at : at + 3])) for at in range(len(said) - 2))


def text_of(response: PublicResponse) -> str:
    """Everything a response says in words: its answers in order, then the rest."""
    return "\n\n".join((*(answer.text for answer in response.answers), *response.general))


def _grouped(letters: Iterable[_Letter]) -> list[_Group]:
    groups: list[_Group] = []
    whole: dict[str, _Group] = {}
    by_mark: dict[int, list[_Group]] = defaultdict(list)
    for letter in letters:
        group = whole.get(letter.folded)
        like = 1.0
        if group is None:
            group, like = _nearest(letter, by_mark)
        if group is None:
            group = _Group(letter)
            groups.append(group)
            for mark in letter.marks:
                if len(by_mark[mark]) < _CROWD:
                    by_mark[mark].append(group)
        else:
            group.members.append(letter)
            group.least = min(group.least, like)
        if letter is group.first:
            whole[letter.folded] = group
    return groups


def _nearest(letter: _Letter, by_mark: dict[int, list[_Group]]) -> tuple[_Group | None, float]:
    shared: Counter[int] = Counter()
    known: dict[int, _Group] = {}
    for mark in letter.marks:
        for group in by_mark.get(mark, ()):
            shared[id(group)] += 1
            known[id(group)] = group
    best, like = None, 0.0
    for key, _ in shared.most_common(_CROWD):
        found = likeness(letter.triples, known[key].first.triples)
        if found >= LEAST_LIKENESS and found > like:
            best, like = known[key], found
    return best, like


def _letter(response: PublicResponse) -> _Letter:
    text = text_of(response)
    folded = fold(text)
    found = triples(folded)
    marks = {_number(piece) for piece in _long_sentences(text)}
    marks |= set(sorted(found)[:_SKETCH])
    return _Letter(response.reference, folded, found, tuple(sorted(marks)))


def _long_sentences(text: str) -> Iterable[str]:
    for span in sentences(text):
        folded = fold(text[span.start : span.end])
        if len(folded.split()) >= 4:
            yield folded


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _as_value(group: _Group) -> DuplicateGroup:
    exact = all(member.folded == group.first.folded for member in group.members)
    return DuplicateGroup(
        responses=(group.first.reference, *(member.reference for member in group.members)),
        kind="exact" if exact else "near",
        similarity=1.0 if exact else round(group.least, 3),
    )
