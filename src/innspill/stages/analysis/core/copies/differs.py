"""What each of a group says by itself: spans of its own text, for the eye."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from innspill.shared.values import Span
from innspill.stages.analysis.core.folding import fold

_PIECE = re.compile(r"\S+")
_OFTEN = 0.02
"""Share of the members (and two at least) that must say something for it to be the group's."""
_RUN = 5
_Word = tuple[str, Span]
_Triple = tuple[str, str, str]


def own_of(texts: Sequence[str], *, passage: bool = False) -> tuple[tuple[Span, ...], ...]:
    """For each text of a group the spans that it has and the group has not, in order.

    What the group has are three words on end that several of its members have. Spans reach from the first letter of
    a word to the last of one, and what differs in case or punctuation alone is no difference.
    """
    told = {text: _words(text) for text in dict.fromkeys(texts)}
    folded = {text: tuple(word for word, _ in words) for text, words in told.items()}
    if len(set(folded.values())) == 1:
        return tuple(() for _ in texts)
    said: Counter[_Triple] = Counter()
    given = Counter(folded[text] for text in texts)
    for words, times in given.items():
        said.update(dict.fromkeys(_triples(words), 1 if passage else times))
    least = max(2, _OFTEN * (len(given) if passage else len(texts)))
    own = {text: _own(words, said, least) for text, words in told.items()}
    return tuple(own[text] for text in texts)


def beside(lead: str, text: str) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """What `text` says otherwise than `lead`: the spans of it, and the words of `lead` that it lacks.

    Others may say it so too. What differs in case or punctuation alone is no difference.
    """
    if lead == text:
        return (), ()
    theirs, words = _words(lead), _words(text)
    held = SequenceMatcher(
        None, [word for word, _ in theirs], [word for word, _ in words], autojunk=False
    )
    spans, lacking = [], []
    for what, begin, end, start, stop in held.get_opcodes():
        if what != "equal" and stop > start:
            spans.append(Span(words[start][1].start, words[stop - 1][1].end))
        if what != "equal" and end > begin:
            lacking.append(lead[theirs[begin][1].start : theirs[end - 1][1].end])
    return tuple(spans), tuple(lacking)


def _own(words: Sequence[_Word], said: Counter[_Triple], least: float) -> tuple[Span, ...]:
    found: list[Span] = []
    goes_on = False
    for (_, span), shared in zip(words, _shared(words, said, least), strict=True):
        if not shared and goes_on:
            found[-1] = Span(found[-1].start, span.end)
        elif not shared:
            found.append(span)
        goes_on = not shared
    return tuple(found)


def _shared(words: Sequence[_Word], said: Counter[_Triple], least: float) -> list[bool]:
    """Which words the group has: those in runs of triples that are more than a common phrase."""
    shared = [False] * len(words)
    begin = 0
    triples = _triples([word for word, _ in words])
    for at in range(len(triples) + 1):
        if at < len(triples) and said[triples[at]] >= least:
            continue
        if at + 2 - begin >= _RUN:
            shared[begin : at + 2] = [True] * (at + 2 - begin)
        begin = at + 1
    return shared


def _words(text: str) -> list[_Word]:
    """The words of a text with the place of the piece between white space that each stands in."""
    return [
        (word, Span(piece.start(), piece.end()))
        for piece in _PIECE.finditer(text)
        for word in fold(piece.group()).split()
    ]


def _triples(words: Sequence[str]) -> list[_Triple]:
    return list(zip(words, words[1:], words[2:], strict=False))
