"""Which words of a page may be shown: only those that the public copy or the form itself has.

A page is not cleaned of what is secret, it is filled with what is public. What nobody has read or
nobody has let through (a letterhead, a signature, a name beside the text) stays behind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from innspill.stages.publication.core.personal_data import find
from innspill.stages.publication.core.rebuilding.traces import words_of
from innspill.stages.publication.core.rebuilding.values import PageWord, Source

_HYPHENS = ("-", "\u00ad", "\u2010", "\x02", "\ufffe")
_LONGEST_SIGN = 3
_LONG_ENOUGH = 6
"""A span of so many letters is found within words too, where the page has no space."""


class Verdict(Enum):
    """What becomes of a word of a page."""

    SHOWN = "shown"
    WITHHELD = "withheld"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict for each word in order, whether every span was found, and the share shown of
    what the public copy has from the file.
    """

    verdicts: tuple[Verdict, ...]
    all_placed: bool
    share: float


def judge(words: Sequence[PageWord], source: Source) -> Judged:
    """What may be shown of all words of a file, in the order that they are read in."""
    allowed = allowed_words(source)
    verdicts = [
        Verdict.SHOWN if _may_stand(words, at, allowed) else Verdict.LEFT_OUT
        for at in range(len(words))
    ]
    stream = _Stream.of(words)
    placed = True
    for secret in source.secrets.withheld:
        hits = stream.places_of(secret)
        placed = placed and (bool(hits) or not words_of(secret))
        _cover(verdicts, hits)
    for secret in source.secrets.elsewhere:
        _cover(verdicts, stream.places_of(secret))
    _cover(verdicts, _personal(words, verdicts, private=source.private))
    shown = [
        word.text for word, verdict in zip(words, verdicts, strict=True) if verdict is Verdict.SHOWN
    ]
    return Judged(tuple(verdicts), placed, _share(shown, source.text))


def allowed_words(source: Source) -> frozenset[str]:
    """The words that may be shown: of the public copy, and of the form without personal data."""
    wording, at = "", 0
    for finding in find(source.wording, private=source.private):
        wording, at = wording + source.wording[at : finding.start] + " ", finding.end
    return frozenset(
        words_of("\n".join((source.text, *source.names, wording + source.wording[at:])))
    )


def _may_stand(words: Sequence[PageWord], at: int, allowed: frozenset[str]) -> bool:
    text = words[at].text
    parts = words_of(text)
    if not words[at].sure:
        return False
    if not parts:
        return len(text) <= _LONGEST_SIGN
    if all(part in allowed for part in parts):
        return True
    before = words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    return _is_half(text, after, allowed) or _is_half(before, text, allowed)


def _is_half(first: str, second: str, allowed: frozenset[str]) -> bool:
    """Whether the two are one public word, parted at the end of a line."""
    if not first.endswith(_HYPHENS) or not second:
        return False
    joined = words_of(first.rstrip("".join(_HYPHENS)) + second)
    return bool(joined) and all(part in allowed for part in joined)


@dataclass(frozen=True, slots=True)
class _Stream:
    """All letters of the words one after the other, whose each is, and where words begin."""

    letters: str
    owners: tuple[int, ...]
    edges: frozenset[int]

    @classmethod
    def of(cls, words: Sequence[PageWord]) -> _Stream:
        letters: list[str] = []
        owners: list[int] = []
        edges = {0}
        for index, word in enumerate(words):
            for part in words_of(word.text):
                letters.append(part)
                owners += [index] * len(part)
                edges.add(len(owners))
        return cls("".join(letters), tuple(owners), frozenset(edges))

    def places_of(self, secret: str) -> list[int]:
        """The words that each standing of the secret covers; a whole word's letters first."""
        wanted = "".join(words_of(secret))
        if not wanted:
            return []
        hits: list[int] = []
        at = self.letters.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if (at in self.edges and end in self.edges) or len(wanted) >= _LONG_ENOUGH:
                hits += self.owners[at:end]
            at = self.letters.find(wanted, at + 1)
        return hits


def _cover(verdicts: list[Verdict], hits: Iterable[int]) -> None:
    for index in hits:
        verdicts[index] = Verdict.WITHHELD


def _personal(
    words: Sequence[PageWord], verdicts: Sequence[Verdict], *, private: bool
) -> Iterable[int]:
    """The words in which personal data is found once more, in the page's own order."""
    places: list[tuple[int, int, int]] = []
    text = ""
    line = None
    for index, word in enumerate(words):
        text += "" if line is None else " " if word.line == line else "\n"
        line = word.line
        places.append((len(text), len(text) + len(word.text), index))
        text += word.text
    for finding in find(text, private=private):
        for start, end, index in places:
            if start < finding.end and end > finding.start and verdicts[index] is Verdict.SHOWN:
                yield index


def _share(shown: Iterable[str], public: str) -> float:
    wanted = Counter(words_of(public.replace("[sladdet]", " ")))
    if not wanted:
        return 1.0
    found = Counter(part for text in shown for part in words_of(text))
    return sum((wanted & found).values()) / wanted.total()
