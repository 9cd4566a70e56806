"""Wording that was edited, translated between the written norms, or cut short.

Compared word by word on the key that both norms share, so that what is regular between them
costs nothing and a few changed words cost little.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from innspill.stages.reading.core.answers.bridge import bridged, joined
from innspill.stages.reading.core.answers.heading_starts import Start
from innspill.stages.reading.core.answers.ledger import Ledger
from innspill.stages.reading.core.answers.lines import Layout, gap_between
from innspill.stages.reading.core.answers.question_wordings import Wording
from innspill.stages.reading.core.answers.stream import Stream

_WORD = re.compile(r"[^\W_]+")
_BOX = re.compile("[☐☒]")
_ASKED = re.compile("[☐☒?]")
_LEAST = 60
_NEAR = 0.84
_SURE = 0.92
_LONG = 25
_PREFIX = 12
_ALONE = 15
_OTHER_NUMBERS = 0.07
_FAR = 0.72
_CLEARLY = 0.08
_ENDS_THERE = 0.06
_ENDS_LINE = 0.02
_FULL = 0.7
"""Which part of the usual width a line must have for a question to run on in the next."""
_LIKE_A_WORD = 82


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A wording found nearly as it is, from `start` to the end of `span`."""

    start: Start
    wording: Wording
    end: int
    score: float
    is_cut: bool = False


@dataclass(frozen=True)
class Words:
    """The words of a stream on their common keys, and the lines they end on."""

    stream: Stream
    ledger: Ledger
    layout: Layout
    """Whether blocks are lines, so that a question may run over several, and how far apart."""

    @cached_property
    def _found(self) -> tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...]]:
        spans = [match.span() for match in _WORD.finditer(self.stream.text)]
        spans = [span for span in spans if self.ledger.is_free(span[0])]
        text = self.stream.text
        keys = tuple(bridged(text[start:end]) for start, end in spans)
        return tuple(s for s, _ in spans), tuple(e for _, e in spans), keys

    @property
    def keys(self) -> tuple[str, ...]:
        """The common keys of all free words, in order."""
        return self._found[2]

    def index(self, position: int) -> int:
        """The first word at or after `position`."""
        return bisect_left(self._found[0], position)

    def end(self, index: int) -> int:
        """Where in the stream word `index` ends."""
        return self._found[1][index]

    def last_of(self, index: int, wording: Wording) -> int:
        """The last word that may belong to one heading with word `index`.

        That is the last before a box, in a file with paragraphs the last of its block, and the
        last before the question mark where `wording` has but one.
        """
        start = self._found[0][index]
        limit = self._paragraph_end(start)
        stop = (_ASKED if wording.asks_once else _BOX).search(self.stream.text, start, limit)
        return self.index(stop.start() if stop else limit) - 1

    def _paragraph_end(self, start: int) -> int:
        """Where the paragraph ends that begins at `start`: a line that is not full ends one."""
        if not self.layout.linewise:
            return self.stream.span_of(self.stream.index_at(start)).end
        text, end = self.stream.text, self.stream.line_end(start)
        while end + 1 < len(text):
            begin = text.rfind("\n", 0, end) + 1
            word = _WORD.search(text, end)
            fits = word and end - begin + len(word[0]) < self.layout.width * _FULL
            if fits or not self._goes_on(end):
                break
            end = self.stream.line_end(end + 1)
        return end

    def parted_after(self, index: int) -> bool:
        """Whether a line or a sentence ends between word `index` and the next."""
        between = self.stream.text[self.end(index) : self._found[0][index + 1]]
        return any(character in "\n.?!:" for character in between)

    def ends_something(self, index: int) -> float:
        """How much speaks for a heading that ends with word `index`: what comes after it."""
        text, at = self.stream.text, self.end(index)
        while at < len(text) and text[at] in ' \t\xa0*)"»':
            at += 1
        if at < len(text) and text[at] == "\n" and self._goes_on(at):
            return _ENDS_LINE
        return _ENDS_THERE if at >= len(text) or text[at] in "\n?:.!☐☒" else 0.0

    def _goes_on(self, line_end: int) -> bool:
        """Whether the line that ends there may go on in the next: no blank line parts them."""
        blocks, index = self.stream.blocks, self.stream.index_at(line_end)
        if not self.layout.linewise or self.layout.gap is None or index + 1 >= len(blocks):
            return self.layout.linewise
        gap = gap_between(blocks[index], blocks[index + 1])
        return gap is None or gap <= self.layout.gap

    def ends_line(self, index: int) -> bool:
        """Whether nothing but punctuation follows word `index` on its line."""
        end = self.stream.line_end(self.end(index))
        return not any(character.isalnum() for character in self.stream.text[self.end(index) : end])


def near_matches(
    words: Words, starts: Sequence[Start], wordings: Sequence[Wording]
) -> Iterator[NearMatch]:
    """The places where wordings stand nearly as they are."""
    holding = _holding(wordings)
    for start in starts:
        first = words.index(start.words)
        hits: dict[int, int] = defaultdict(int)
        for key in dict.fromkeys(words.keys[first : first + 14]):
            for number in holding.get(key, ()):
                hits[number] += 1
        likely = [
            wordings[number]
            for number, shared in hits.items()
            if shared * 3 >= wordings[number].few_shared
        ]
        found = [match for each in likely if (match := _nearest(words, start, first, each))]
        yield from _clear(words, found)


def _clear(words: Words, found: Sequence[NearMatch]) -> Iterator[NearMatch]:
    """Those of `found`, which begin at one place, that are near enough.

    One further away counts where it asks something to its line's end and no other is as near.
    """
    best: dict[str, NearMatch] = {}
    for match in found:
        if match.score >= best.get(match.wording.question, match).score:
            best[match.wording.question] = match
    ordered = sorted(best.values(), key=lambda match: -match.score)
    yield from (match for match in ordered if match.score >= _NEAR)
    if not ordered or ordered[0].score >= _NEAR:
        return
    first, text = ordered[0], words.stream.text
    clear = len(ordered) == 1 or ordered[1].score < first.score - _CLEARLY
    asks = "?" in text[first.start.words : first.end + 1]
    if clear and asks and words.ends_line(words.index(first.end) - 1):
        yield first


def _holding(wordings: Sequence[Wording]) -> dict[str, list[int]]:
    """For each word the wordings that hold it."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for word in set(wording.words):
            holding[word].append(number)
    return holding


def _nearest(words: Words, start: Start, first: int, wording: Wording) -> NearMatch | None:
    """The stretch from word `first` that is most like `wording`; None where none is like it."""
    if not _begins_alike(words, first, wording):
        return None
    asked, length = wording.asked, len(wording.words)
    if not fuzz.ratio(asked, joined(words.keys[first : first + length]), score_cutoff=_LEAST):
        return None
    slack, limit = max(2, length // 4), words.last_of(first, wording)
    shortest, longest = first + max(1, length - slack), min(limit + 1, first + length + slack)
    best: tuple[float, int] = (0.0, first)
    for stop in range(shortest, longest + 1):
        said = words.keys[first:stop]
        # What is less like it than `_LEAST` is given up below, whatever ends there.
        score = fuzz.ratio(asked, joined(said), score_cutoff=_LEAST) / 100
        if score + _ENDS_THERE < best[0]:
            continue
        score -= _OTHER_NUMBERS if not wording.digits.issuperset(_digits(said)) else 0
        best = max(best, (score + words.ends_something(stop - 1), stop - 1))
    score, last = best
    score -= words.ends_something(last)
    short = len(wording.key) < _LONG
    if score < (_SURE if short and not start.agrees(wording.question) else _FAR):
        return None
    if short and not words.ends_something(last):
        return None
    return NearMatch(start, wording, words.end(last), score)


def _begins_alike(words: Words, first: int, wording: Wording) -> bool:
    """Whether word `first` is one that the wording begins with, or the first of a new sentence.

    The last word of a paragraph with the question below it is no beginning of the question.
    """
    if any(fuzz.ratio(words.keys[first], word) >= _LIKE_A_WORD for word in wording.words[:4]):
        return True
    return first + 1 < len(words.keys) and not words.parted_after(first)


def _digits(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word.isdecimal())


def cut_matches(
    words: Words, starts: Sequence[Start], wordings: Sequence[Wording]
) -> Iterator[NearMatch]:
    """The places where a wording begins but was cut short.

    Its number must be right; or the line ends where it was cut, and no other begins so.
    """
    firsts: dict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        firsts[wording.words[0]].append(wording)
    for start in starts:
        first = words.index(start.words)
        if first >= len(words.keys):
            continue
        cuts = [
            (shared, wording)
            for wording in firsts.get(words.keys[first], ())
            if (shared := _shared(words.keys[first:], wording.words))
        ]
        for shared, wording in cuts:
            last = first + shared - 1
            letters = sum(map(len, wording.words[:shared]))
            alone = letters >= _ALONE and words.ends_line(last)
            alone = alone and all(w.question == wording.question or s < shared for s, w in cuts)
            if (letters >= _PREFIX and start.agrees(wording.question)) or alone:
                end = words.end(_rest_of_question(words, last, wording))
                yield NearMatch(start, wording, end, letters / 1000, is_cut=True)


def _rest_of_question(words: Words, last: int, wording: Wording) -> int:
    """The last word of the heading whose beginning ends with word `last`.

    Where its own line goes on to a question mark soon, the question was rewritten so far.
    """
    text, at = words.stream.text, words.end(last)
    end = text.find("?", at, words.stream.line_end(at))
    rest = text[at:end]
    if end < 0 or len(rest) > len(wording.key) or any(mark in rest for mark in ".!☐☒"):
        return last
    return max(last, words.index(end) - 1)


def _shared(said: Sequence[str], asked: Sequence[str]) -> int:
    """How many words from the first on are the same, a slip of the finger aside."""
    count = 0
    for one, other in zip(said, asked, strict=False):
        same = one == other or (len(other) > 3 and fuzz.ratio(one, other) >= _LIKE_A_WORD)
        if not same:
            break
        count += 1
    return count
