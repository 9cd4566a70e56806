"""All visible text of a document as one stream of characters, each with its place in a block.

Blocks are joined by line breaks, so that a question that runs over three lines of a PDF and the
same question in one paragraph of Word are found in the same way. Matching is done on the key:
letters and digits only, small, without accents; layout and punctuation do not count there.
"""

from __future__ import annotations

import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

from innspill.shared.values import Origin, Span
from innspill.stages.reading.core.values import Block


class _Folded(dict[int, str]):
    """For each character's number one small letter or digit without its accent, or nothing."""

    def __missing__(self, number: int) -> str:
        character, folded = chr(number), ""
        if character.isalnum():
            # æ and ø stay, å becomes a: files write å as one character or as two.
            folded = unicodedata.normalize("NFKD", character)[0].lower()[0]
        self[number] = folded
        return folded


_FOLDED = _Folded()


def key_of(text: str) -> str:
    """The letters and digits of `text`, small and without accents: what is compared."""
    return text.translate(_FOLDED)


@dataclass(frozen=True)
class Stream:
    """The blocks of a document as one text; `starts` says where in it each block begins."""

    blocks: tuple[Block, ...]
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Stream:
        """The stream of `blocks`, in their order."""
        starts: list[int] = []
        at = 0
        for block in blocks:
            starts.append(at)
            at += len(block.text) + 1
        return cls(tuple(blocks), "\n".join(block.text for block in blocks), tuple(starts))

    def index_at(self, position: int) -> int:
        """The index of the block that the character at `position` stands in."""
        return bisect_right(self.starts, position, 1) - 1

    def block_at(self, position: int) -> Block:
        """The block that the character at `position` stands in."""
        return self.blocks[self.index_at(position)]

    def span_of(self, index: int) -> Span:
        """Where block number `index` stands in the stream."""
        return Span(self.starts[index], self.starts[index] + len(self.blocks[index].text))

    def origin(self, start: int, end: int) -> Origin:
        """The place in the original of `start` to `end`, which must lie in one block."""
        index = self.index_at(start)
        return Origin(self.blocks[index].id, start - self.starts[index], end - self.starts[index])

    def slice(self, span: Span) -> str:
        """The characters of `span`."""
        return self.text[span.start : span.end]

    def line_starts(self) -> Sequence[int]:
        """Where lines begin: at each block and after each line break in one."""
        return self._line_starts

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts, at = ([0] if self.text else []), -1
        while (at := self.text.find("\n", at + 1)) >= 0:
            starts.append(at + 1)
        return tuple(starts)

    def line_end(self, position: int) -> int:
        """Where the line of the character at `position` ends."""
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end

    @cached_property
    def key(self) -> Key:
        """The key of all characters, free or not."""
        folded = list(map(_FOLDED.__getitem__, map(ord, self.text)))
        return Key("".join(folded), tuple(compress(range(len(folded)), folded)))


@dataclass(frozen=True)
class Key:
    """The key of those characters of a stream that are still free to be matched."""

    text: str
    at: tuple[int, ...]
    """For each character of `text`, its place in the stream."""

    @classmethod
    def of(cls, stream: Stream, free: Iterable[Span]) -> Key:
        """The key of the stretches `free` of `stream`, which stand in order."""
        whole = stream.key
        letters: list[str] = []
        at: list[int] = []
        for span in free:
            first, last = bisect_left(whole.at, span.start), bisect_left(whole.at, span.end)
            letters.append(whole.text[first:last])
            at += whole.at[first:last]
        return cls("".join(letters), tuple(at))

    def index(self, position: int) -> int:
        """The index of the first key character at or after `position` of the stream."""
        return bisect_left(self.at, position)

    def first_after(self, position: int) -> int:
        """Where in the stream the first key character at or after `position` stands."""
        index = self.index(position)
        return self.at[index] if index < len(self.at) else sys.maxsize

    def span(self, first: int, length: int) -> Span:
        """Where in the stream `length` key characters from index `first` stand."""
        return Span(self.at[first], self.at[first + length - 1] + 1)

    def ends_word(self, stream: Stream, index: int) -> bool:
        """Whether a word ends before key index `index` (nothing glued to what stands there)."""
        if index <= 0 or index >= len(self.at):
            return True
        before, after = self.at[index - 1], self.at[index]
        return after > before + 1 and any(
            not stream.text[position].isalnum() for position in range(before + 1, after)
        )
