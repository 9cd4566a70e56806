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
from innspill.stages.publication.core.rebuilding.seen import misreadings, near_places
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
    for secret, times in Counter(source.secrets.withheld).items():
        places = stream.places_of(secret) + _nearly(words, secret)
        wanted = times if any(word.seen for word in words) else 1
        placed = placed and (_apart(places) >= wanted or not words_of(secret))
        _cover(verdicts, places)
    for secret in source.secrets.elsewhere:
        _cover(verdicts, stream.places_of(secret) + _nearly(words, secret))
    _cover(verdicts, [list(_personal(words, verdicts, private=source.private))])
    _leave_out(words, verdicts, source)
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

    def places_of(self, secret: str) -> list[list[int]]:
        """The words that each standing of the secret covers."""
        wanted = "".join(words_of(secret))
        if not wanted:
            return []
        hits: list[list[int]] = []
        at = self.letters.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if (at in self.edges and end in self.edges) or len(wanted) >= _LONG_ENOUGH:
                hits.append(sorted(set(self.owners[at:end])))
            at = self.letters.find(wanted, at + 1)
        return hits


def _cover(verdicts: list[Verdict], places: Iterable[Iterable[int]]) -> None:
    for place in places:
        for index in place:
            verdicts[index] = Verdict.WITHHELD


def _nearly(words: Sequence[PageWord], secret: str) -> list[list[int]]:
    """Where the secret nearly stands in what was recognised in pixels."""
    places = near_places(words, secret) if any(word.seen for word in words) else []
    return [place for place in places if all(words[index].seen for index in place)]


def _apart(places: Iterable[Iterable[int]]) -> int:
    """How many places there are that share no word."""
    taken: set[int] = set()
    count = 0
    for place in places:
        if taken.isdisjoint(place):
            count += 1
            taken.update(place)
    return count


def _leave_out(words: Sequence[PageWord], verdicts: list[Verdict], source: Source) -> None:
    """Where words were recognised in pixels: what may be a secret misread, and what may be the
    handwriting of a private person, whose name stands on the first page.
    """
    names = set(words_of("\n".join(source.names))) if source.private else set()
    signed = [
        at
        for at, word in enumerate(words)
        if word.seen and not names.isdisjoint(words_of(word.text))
    ]
    public = frozenset(words_of(source.secrets.public))
    for at in (*signed, *misreadings(words, source.secrets, public)):
        if verdicts[at] is Verdict.SHOWN:
            verdicts[at] = Verdict.LEFT_OUT


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
