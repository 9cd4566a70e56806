"""The form's own words in a response: the lines of its heading, introduction and guidance.

Only what the form says, letter by letter, counts as the form's: never what a person typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from innspill.shared.values import Span
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.ledger import FORM, Ledger
from innspill.stages.reading.core.answers.stream import Key, Stream, key_of

_BULLET = re.compile(r"\s*+(?:[•◦▪·●○■□*\uf0b7\uf0a7–—-]|o(?=\s))?\s*+")
_SHORT = 12
"""Wording of fewer letters must be a whole line: "Avsender" may also begin a sentence."""


def wordings(definition: Definition, more: Iterable[str] = ()) -> tuple[str, ...]:
    """The keys of all that the form says besides its questions, the longest first.

    `more` adds lines that only one kind of form has, as the headings of our Word form.
    """
    lines = [*definition.form_wording, *more]
    for question in definition.questions:
        lines += question.guidance.values()
    keys = {key_of(line[bullet_end(line, 0) :]) for line in lines}
    return tuple(sorted(keys - {""}, key=lambda key: (-len(key), key)))


def bullet_end(text: str, start: int) -> int:
    """Where the words of a line of `text` begin, after white space and a bullet."""
    found = _BULLET.match(text, start)
    return found.end() if found else start


def claim_wording(stream: Stream, ledger: Ledger, keys: tuple[str, ...]) -> None:
    """Gives every line that is the form's own, or a run of such lines, to the form."""
    if not keys:
        return
    key = Key.of(stream, ledger.free())
    for line in stream.line_starts():
        words = bullet_end(stream.text, line)
        if words >= len(stream.text) or not ledger.is_free(words):
            continue
        if key.first_after(words) >= stream.line_end(line):
            continue
        start, index = line, key.index(words)
        while (length := _matching(stream, key, index, keys)) > 0:
            end = _with_punctuation(stream, key, index + length)
            ledger.claim(Span(start, end), FORM)
            start, index = end, index + length


def _matching(stream: Stream, key: Key, index: int, keys: tuple[str, ...]) -> int:
    for wording in keys:
        if not key.text.startswith(wording, index):
            continue
        end = index + len(wording)
        if not key.ends_word(stream, end):
            continue
        if len(wording) >= _SHORT or _is_whole_line(stream, key, index, end):
            return len(wording)
    return 0


def _is_whole_line(stream: Stream, key: Key, index: int, end: int) -> bool:
    """Whether the key characters `index` to `end` are all the words that their line has."""
    line_end = stream.line_end(key.at[end - 1])
    before = key.at[index - 1] if index else -1
    after = key.at[end] if end < len(key.at) else len(stream.text)
    line_start = stream.text.rfind("\n", 0, key.at[index]) + 1
    return before < line_start and after >= line_end


def _with_punctuation(stream: Stream, key: Key, index: int) -> int:
    """Where the wording that ends before key index `index` ends, with its colon or full stop."""
    end = key.at[index - 1] + 1
    limit = key.at[index] if index < len(key.at) else len(stream.text)
    while end < limit and stream.text[end] in ":.?!)…–-*":
        end += 1
    return end
