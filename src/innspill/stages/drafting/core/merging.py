"""Two who edit one answer, and which earlier texts are kept: nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from innspill.stages.drafting.core.values import About, Content, Version

TOGETHER = timedelta(minutes=5)
"""Saves of one person that lie closer than this are one piece of writing."""
MOST_TOGETHER = 40
"""So many saves at most are one piece of writing, however close they lie."""
SLIP = 20
"""So many characters may be typed over without the text before it being kept."""

Outcome = Literal["same", "save", "collided", "known"]


def outcome(
    given: Content, *, based_on: int, stands: Version | None, known: Sequence[Content] = ()
) -> Outcome:
    """What becomes of a save that was written on top of revision `based_on`.

    "same": it says what stands. "save": it may take its place. "collided": somebody else wrote
    meanwhile, so it becomes a proposal. "known": as that, but it says what stood before (`known`),
    so nothing needs to be kept. One that holds all that stands and more is no collision: it is
    what an autosave sends again whose answer was lost on the way.
    """
    if stands is None:
        return "same" if given.is_empty else "save"
    if given == stands.content:
        return "same"
    if based_on == stands.revision or _goes_on(given, stands.content):
        return "save"
    if given.is_empty or given in known:
        return "known"
    return "collided"


def _goes_on(given: Content, stands: Content) -> bool:
    rows = len(stands.measures)
    return (
        given.text.startswith(stands.text)
        and set(stands.ticks) <= set(given.ticks)
        and given.measures[:rows] == stands.measures
    )


def keeps(
    before: Version, after: Content, *, by: str, now: datetime, last_kept: Version | None
) -> bool:
    """Whether the text `before` is kept as a version when `after` takes its place.

    Not where the same person is writing on, and the text stands in the new one but for a slip,
    or in the version that was kept last.
    """
    if before.content.is_empty:
        return False
    if before.by != by or now - before.at > TOGETHER:
        return True
    if before.revision - (last_kept.revision if last_kept else 0) > MOST_TOGETHER:
        return True
    old, new = before.content, after
    if last_kept is not None and _lost(old.words, last_kept.content.words) == 0:
        return False
    return len(new.words) < len(old.words) or _lost(old.words, new.words) > SLIP


def _lost(old: str, new: str) -> int:
    """How many characters of `old` do not stand in `new`, but for one place that was changed."""
    start = _alike(old, new)
    return len(old) - start - _alike(old[start:][::-1], new[start:][::-1])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def joined(stands: About, given: About) -> tuple[About, bool]:
    """Two who filled in who answers at once: what stands, with its gaps filled from what was given.

    And whether something was given that is not in it, so that it has to be kept beside.
    """
    both = About(
        senders=stands.senders or given.senders,
        contact=stands.contact or given.contact,
        email=stands.email or given.email,
        supports=stands.supports or given.supports,
        comment=stands.comment or given.comment,
        wish=given.wish if stands.wish == "none" else stands.wish,
    )
    return both, any(
        one and one != other
        for one, other in (
            (given.senders, both.senders),
            (given.contact, both.contact),
            (given.email, both.email),
            (given.supports, both.supports),
            (given.comment, both.comment),
            (given.wish, both.wish),
        )
    )
