"""Why a response waits for a person: what the hearing wants looked at, and what is doubtful."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from innspill.stages.publication.core.became import NOT_PUBLIC
from innspill.stages.publication.core.render import Rendered
from innspill.stages.publication.core.wishes import ASKS_NOT_TO_BE_PUBLISHED, WISH_TAKEN_BACK

SENDER_UNSETTLED = "sender-unsettled"
PERSON_LOOKS = "hearing-wants-a-person"
PRIVATE_PERSON = "private-person"
SOMETHING_FOUND = "something-withheld"
MARKS_AGAIN = "marks-again"
WISH_REASONS = frozenset((ASKS_NOT_TO_BE_PUBLISHED, WISH_TAKEN_BACK))
CALM = frozenset((PERSON_LOOKS, PRIVATE_PERSON, SOMETHING_FOUND))
"""Reasons that doubt nothing: the response waits for a person because the hearing says so."""
Category = Literal[
    "unscreened", "not-public", "sender", "marks", "doubt", "wish", "person", "second", "cleared"
]


def looked_at_by_a_person(rendered: Rendered, allowed: str) -> list[str]:
    """Why a response that nothing is doubtful about waits all the same; empty where it need not.

    `allowed` is what the hearing lets out by itself: "clean" organisations' responses without
    any finding, "masked" also those with sure findings, which are withheld. Private persons'
    always wait.
    """
    if allowed == "never":
        return [PERSON_LOOKS]
    if rendered.public.private:
        return [PRIVATE_PERSON]
    return [SOMETHING_FOUND] if allowed == "clean" and rendered.withholdings else []


def category_of(*, screened: bool, reasons: Collection[str], shows_more: bool,
                approvals: int) -> Category:  # fmt: skip
    """The one heading that a waiting response is counted under, so that the counts add up.

    `shows_more` says that a person wants more shown than was approved, `approvals` how many
    leads let it out as it stands.
    """
    if not screened:
        return "unscreened"
    if approvals:
        return "second"
    if NOT_PUBLIC in reasons:
        return "not-public"
    if SENDER_UNSETTLED in reasons:
        return "sender"
    if WISH_REASONS & set(reasons):
        return "wish"
    if shows_more or MARKS_AGAIN in reasons:
        return "marks"
    return "doubt" if set(reasons) - CALM else "person"
