"""The labels of a question's choices, found in text by their words.

Labels may be written in either written norm, with other punctuation or in capitals; of two that
fit ("Ja" and "Ja, delvis") the longer one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.consultations.core.definition import Question
from innspill.stages.reading.core.answers.bridge import bridge, bridged

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \t\xa0]*[,.;:()/–—-]{0,2}[ \t\xa0]*")
_WRAPPED = re.compile(r"[ \t\xa0]*[,.;:()/–—-]{0,2}\s*")
_SPACE = re.compile(r"\s+")
_MOST_PIECES = 5
_LONG = 3
"""Labels of so many words may be cut at the end of a line."""
_CLOSING = re.compile(r"[)\]]")


@dataclass(frozen=True, slots=True)
class Label:
    """A choice's label as it stands in a text."""

    choice: str
    span: Span


@dataclass(frozen=True, slots=True)
class Labels:
    """The choices of one question: (words of a label, choice id), the longest first."""

    words: tuple[tuple[tuple[str, ...], str], ...]
    first: frozenset[str]
    """The first word of every label: what is looked at before anything else."""
    amount: int
    spelled: tuple[tuple[str, str], ...] = ()
    """(letters of a label of several words without its spaces, choice id)."""

    @classmethod
    def of(cls, question: Question) -> Labels:
        """The labels of `question` in all languages that it has."""
        pairs = {
            (words, choice.id)
            for choice in question.choices
            for text in choice.text.values()
            if (words := bridge(text))
        }
        ordered = sorted(pairs, key=lambda pair: (-len(pair[0]), pair))
        firsts = frozenset(words[0] for words, _ in ordered)
        spelled = {
            ("".join(text.lower().split()), choice.id)
            for choice in question.choices
            for text in choice.text.values()
            if len(text.split()) >= _LONG
        }
        return cls(tuple(ordered), firsts, len(question.choices), tuple(sorted(spelled)))

    def at(self, text: str, start: int, end: int) -> Label | None:
        """The label that begins at `start` of `text`, as whole words before `end`."""
        found = _WORD.match(text, start, end)
        if found is None:
            return None
        if bridged(found[0]) in self.first:
            for words, choice in self.words:
                stop = _matches(words, text, found, end)
                if stop:
                    return Label(choice, Span(start, stop))
        return self._run_together(text, found, end)

    def _run_together(self, text: str, first: re.Match[str], end: int) -> Label | None:
        """The long label whose spaces were lost, as happens where text is recognised in pictures."""
        begun = first[0].lower()
        for whole, choice in self.spelled:
            if not whole.startswith(begun):
                continue
            at = first.start()
            for letter in whole:
                while at < end and text[at] in " \t\xa0":
                    at += 1
                if text[at : at + 1].lower() != letter:
                    break
                at += 1
            else:
                if not text[at : at + 1].isalnum():
                    return Label(choice, Span(first.start(), at))
        return None

    def begins(self, text: str, line: Span) -> bool:
        """Whether the first word of `line` is the first of a label."""
        found = _WORD.search(text, line.start, line.end)
        return found is not None and bridged(found[0]) in self.first

    def leading(self, text: str, start: int, end: int) -> Label | None:
        """The label that `text` begins with from `start`, after white space and strokes."""
        while start < end and not text[start].isalnum():
            if text[start] in "☒☐\n":
                return None
            start += 1
        return self.at(text, start, end)

    def trailing(self, text: str, start: int, end: int) -> Label | None:
        """The label that `text` ends with before `end`; white space and strokes may follow it."""
        last: Label | None = None
        for label in self.all(text, start, end):
            last = label
        if last and not _WORD.search(text, last.span.end, end):
            return last
        return None

    def all(self, text: str, start: int, end: int) -> Iterator[Label]:
        """Every label in `start` to `end` of `text`, none within another."""
        at = start
        while found := _WORD.search(text, at, end):
            label = self.at(text, found.start(), end)
            if label:
                yield label
            at = label.span.end if label else found.end()

    def whole(self, text: str) -> str | None:
        """The choice whose label `text` is, and nothing else."""
        words = bridge(text)
        return next((choice for label, choice in self.words if label == words), None)


def _matches(words: tuple[str, ...], text: str, first: re.Match[str], end: int) -> int:
    """Where `words` end that begin with the match `first`; 0 where they do not stand there."""
    at = first.end()
    if bridged(first[0]) != words[0]:
        return 0
    between = _WRAPPED if len(words) >= _LONG else _GAP
    for word in words[1:]:
        gap = between.match(text, at, end)
        at = _word_end(word, text, gap.end() if gap else at, end)
        if not at:
            return 0
    closing = _CLOSING.match(text, at, end)
    if closing and text.rfind("(", first.start(), at) >= 0:
        at = closing.end()
    return at


def _word_end(word: str, text: str, start: int, end: int) -> int:
    """Where `word` ends that begins at `start`; 0 where it does not.

    A narrow cell of a printed form breaks within words: "kom ment ar".
    """
    letters, at, stop = "", start, 0
    for piece in range(_MOST_PIECES):
        found = _WORD.match(text, at, end)
        if found is None:
            break
        letters += found[0]
        if bridged(letters) == word:
            stop = found.end()
            if piece == 0:
                break
        space = _SPACE.match(text, found.end(), end)
        at = space.end() if space else end
    return stop
