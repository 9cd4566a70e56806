"""What of a public copy lists are filtered and sorted by, told from its content once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SORTS = ("number", "-number", "received", "-received", "name", "group")
"""How a list may be ordered; a minus turns it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a copy is listed by. `answered` names its questions between bars: "|1|3|"."""

    joint: bool
    remarks: bool
    received: str
    answered: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which copies of a hearing a list shows; None is no limit. `group` "" is outside the list."""

    group: str | None = None
    question: str | None = None
    remarks: bool | None = None
    late: bool | None = None
    joint: bool | None = None
    standing: str | None = None


def listing_of(content: Mapping[str, Any]) -> Listing:
    """What the public copy `content`, as it is stored, is listed by.

    It has remarks where something is said besides that there are none, whom it supports, or what
    should be enclosed.
    """
    answers = content["answers"]
    says = [each for each in answers if each["ticks"] or each["text"] or each["no_comment"]]
    told = any(each["ticks"] or each["text"].strip() for each in answers)
    is_cover = content["kind"] == "cover-note" and not content.get("attachments")
    besides = content["general"] and not content.get("no_remarks") and not is_cover
    questions = list(dict.fromkeys(each["question"] for each in says))
    return Listing(
        joint=len(content["senders"]) > 1,
        remarks=told or bool(besides),
        received=content["received"] or "",
        answered=f"|{'|'.join(questions)}|" if questions else "",
    )
