"""Where the letter to a sender goes: to whoever sent the response, and to the body where it is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Way = Literal["mail", "paper", "none"]
MOST = 2
"""A letter goes to so many addresses: the one it came from, and the body's own."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom the hearing's list or the address book knows."""

    name: str
    number: str = ""
    body: str = ""
    """The invited line that it stands for."""
    email: str = ""
    post: str = ""
    """The address for an envelope."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """A sender of a response, as the register has them."""

    name: str
    kind: str
    number: str = ""
    body: str = ""
    is_sure: bool = True

    @property
    def is_known(self) -> bool:
        """Whether anybody knows who it is."""
        return bool(self.name) and self.kind != "unknown"


@dataclass(frozen=True, slots=True)
class Addressed:
    """Where a letter goes, and how."""

    way: Way
    emails: tuple[str, ...] = ()
    post: str = ""
    language: str = ""
    """The written form that they are known to wish for."""


class Book:
    """Everybody whom we have an address for, looked up by number or name, each in its turn."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = tuple(known)
        self._places: dict[str, list[int]] = {}
        for at, one in enumerate(self._known):
            for key in {one.number, _plain(one.name)} - {""}:
                self._places.setdefault(key, []).append(at)

    def near(self, sender: Sender) -> tuple[Known, ...]:
        """Those who may be this sender, in order: no two of many thousand are held together."""
        keys = {sender.number, _plain(sender.name)} - {""}
        return tuple(
            self._known[at]
            for at in sorted({at for key in keys for at in self._places.get(key, ())})
        )


def addressed(sender: Sender, *, came_from: str, known: Sequence[Known]) -> Addressed:
    """Where the letter to one sender goes.

    `came_from` is the address that the response came from or that its sender gave, empty for the
    others of a joint response; `known` are all whom we have an address for. A doubtful sender is
    answered at the address the response came from and nowhere else: a body is not told of what
    somebody wrote in its name.
    """
    own = [one for one in known if _is(one, sender)] if sender.is_known and sender.is_sure else []
    emails = _different([came_from, *(one.email for one in own)])[:MOST]
    post = next((one.post for one in own if one.post.strip()), "")
    language = next((one.language for one in own if one.language), "")
    if emails:
        return Addressed("mail", tuple(emails), post, language)
    return Addressed("paper" if sender.is_known else "none", (), post, language)


def _is(one: Known, sender: Sender) -> bool:
    """Whether it is the sender that is known: a person by nothing but the address they wrote from."""
    if sender.kind == "person":
        return False
    if one.number and sender.number:
        return one.number == sender.number
    return _plain(one.name) == _plain(sender.name)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _different(addresses: Iterable[str]) -> list[str]:
    """The addresses in order, each once, however it is written."""
    found: dict[str, str] = {}
    for address in addresses:
        bare = address.strip()
        if bare:
            found.setdefault(bare.casefold(), bare)
    return list(found.values())
