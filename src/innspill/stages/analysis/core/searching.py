"""Words looked for in comments: where they stand, so that they can be shown marked."""

from __future__ import annotations

import re

from innspill.shared.values import Span

_WORD = re.compile(r"[\w§]+")
_MOST = 20
"""Words of a search that are looked for; the rest of a longer one is passed over."""


def has_words(text: str, words: str) -> bool:
    """Whether every one of `words` begins a word of `text`, whatever the case."""
    said = {word.casefold() for word in _WORD.findall(text)}
    return all(any(word.startswith(wanted) for word in said) for wanted in _wanted(words))


def found_in(text: str, words: str) -> tuple[Span, ...]:
    """The words of `text` that begin with one of `words`, in order."""
    wanted = _wanted(words)
    if not wanted:
        return ()
    return tuple(
        Span(hit.start(), hit.end())
        for hit in _WORD.finditer(text)
        if hit.group().casefold().startswith(wanted)
    )


def _wanted(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.casefold() for word in _WORD.findall(words)))[:_MOST]
