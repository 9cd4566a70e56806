"""What is set aside before it is read, and why. What is doubtful is read, with a remark.

A mail that is set aside by mistake hides an answer from people; one that is read by mistake costs
a caseworker a click. So nothing is set aside by words alone, nor by who sent it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

BY_HAND = frozenset({"spam", "bounce", "auto-reply", "duplicate", "not-a-response"})
"""For what reasons a person may set something aside."""
_OURS_TO_JUDGE = frozenset({"email", "folder"})
"""The channels in which mails come that nobody has looked at."""
_OPEN_DOORS = frozenset({"email", "upload", "web"})
"""The channels that strangers send through, also to a hearing that is over."""


@dataclass(frozen=True, slots=True)
class Sifting:
    """What is known of a delivery when it is sifted.

    `signs` are those of its mail's headers (`core/envelope.py`), empty where it is no mail.
    `is_tied` says that something ties it to the hearing: it answers a letter of ours, names the
    case number, or comes from an invited address. `is_vouched_for` says that a person has brought
    it here: by hand, from a tray, or in an import.
    """

    channel: str
    size: int
    most: int
    is_after_the_end: bool = False
    """It came when the hearing was finished; one that is worked on takes late ones as well."""
    signs: tuple[str, ...] = ()
    virus: str = ""
    is_tied: bool = False
    is_vouched_for: bool = False
    is_taken_on: bool = False
    """A person took this very thing from a tray: it is not set aside again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a delivery is set aside, or "" where it is read; and what should be seen all the same."""

    reason: str = ""
    explanation: str = ""
    remarks: tuple[str, ...] = ()


def is_too_big(sifting: Sifting) -> bool:
    """Whether it is larger than is ever looked into: stored, and opened by nobody."""
    return sifting.channel == "email" and sifting.size > sifting.most


def verdict_on(sifting: Sifting, holds_response: Callable[[], bool]) -> Verdict:
    """What becomes of a delivery. `holds_response` reads it, and is asked only where that decides:
    whether a document is attached, or the form is filled in.
    """
    found = _found(sifting, holds_response)
    if found.reason and sifting.is_taken_on:
        return Verdict(remarks=tuple(dict.fromkeys((found.reason, *found.remarks))))
    return found


def _found(sifting: Sifting, holds_response: Callable[[], bool]) -> Verdict:
    if is_too_big(sifting):
        return Verdict("too-big", f"{sifting.size} bytes; at most {sifting.most} are read")
    if sifting.virus:
        return Verdict("virus", sifting.virus)
    over = sifting.is_after_the_end and sifting.channel in _OPEN_DOORS
    if over and not sifting.is_vouched_for:
        return Verdict("closed-hearing", "the hearing is finished")
    if sifting.channel not in _OURS_TO_JUDGE:
        return Verdict()
    return _of_mail(sifting, holds_response)


def _of_mail(sifting: Sifting, holds_response: Callable[[], bool]) -> Verdict:
    signs = sifting.signs
    remarks = tuple(sign for sign in signs if sign in _REMARKED)
    if "delivery-report" in signs:
        return Verdict("bounce", remarks=remarks)
    if "read-receipt" in signs:
        return Verdict("auto-reply", remarks=remarks)
    if "auto-replied" in signs and not holds_response():
        return Verdict("auto-reply", remarks=remarks)
    if "marked-spam" in signs and not sifting.is_tied and not holds_response():
        return Verdict("spam", remarks=remarks)
    return Verdict(remarks=remarks)


_REMARKED = frozenset(
    {"auto-replied", "auto-generated", "away", "list", "marked-spam", "sender-unverified"}
)
