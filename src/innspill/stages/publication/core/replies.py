"""What a respondent is told became of each of their points: values that the letter and the page share."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import TypeAdapter

Why = Literal["", "no-remarks", "notice", "nothing-found", "unpublished"]
"""Why a reply has no points: they say that they have no remarks, the response only says that one
will come, nobody found a point in it, or it is not published, so that it was not gone through point
by point.
"""


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage of a paper that was heard, as it was and as it is to be."""

    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ReplyPoint:
    """A point of a response in its public words, and what was decided on it.

    `outcome` is empty where nobody decided on it.
    """

    question: str
    text: str
    outcome: str
    reason: str
    responsible: str = ""
    changes: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Adhered:
    """The response that one adheres to, and what was decided on its points.

    Its words are another's: they are shown as long as its public copy is the one with `sha256`.
    """

    number: int
    reference: str
    name: str
    sha256: str
    points: tuple[ReplyPoint, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """The whole of what one respondent is told."""

    reference: str
    number: int
    points: tuple[ReplyPoint, ...] = ()
    why: Why = ""
    adheres: Adhered | None = None
    adheres_to: str = ""
    """The body that it adheres to, as the response names it."""


@dataclass(frozen=True, slots=True)
class ReplyShown:
    """A reply as its respondent may see it now, and when it was given.

    `page` says whether the response has a public page; `adhered_is_gone` that the response it
    adheres to is not public any more as it was, so that its words are left out.
    """

    slug: str
    language: str
    reply: Reply
    at: datetime
    page: bool
    before: datetime | None = None
    """When they were told otherwise, where this replaces something."""
    adhered_is_gone: bool = False


_ADAPTER = TypeAdapter(Reply)


def reply_as_json(reply: Reply) -> dict[str, Any]:
    """The reply as a JSON object."""
    return asdict(reply)


def says(content: dict[str, Any], reply: Reply) -> bool:
    """Whether the JSON object `content` says what `reply` does."""
    return reply_from_json(content) == reply


def reply_from_json(content: dict[str, Any]) -> Reply:
    """The reply that its JSON object holds. Raises pydantic.ValidationError."""
    return _ADAPTER.validate_python(content)
