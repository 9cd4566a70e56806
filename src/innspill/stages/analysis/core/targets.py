"""What a suggestion or a judgement speaks about, as a digest that outlives the rows.

A later analysis makes new rows; a point, an answer or a response that is still the same has the
same target, so that what a person said about it stays beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def of_comment(reference: str, question: str | None, text: str) -> str:
    """The comment with this text in the answer to `question` of the response `reference`."""
    return _digest(reference, question or "", " ".join(text.split()))


def of_answer(reference: str, question: str) -> str:
    """The whole answer to a question: its stance."""
    return _digest("answer", reference, question)


def of_response(reference: str) -> str:
    """The response as a whole: its stance."""
    return _digest("response", reference)


def of_proposal(comment: str, words: str) -> str:
    """A proposal in the comment with the target `comment`."""
    return _digest("proposal", comment, " ".join(words.split()))


def of_mention(reference: str, kind: str, words: str) -> str:
    """A name of one kind, wherever the response has it."""
    return _digest("mention", reference, kind, " ".join(words.split()))


def of_points(fingerprints: Iterable[str]) -> str:
    """All the points of a response, in whatever order."""
    return _digest("points", *sorted(fingerprints))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()
