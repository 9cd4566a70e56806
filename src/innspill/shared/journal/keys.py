"""Which key has signed which part of the journal: the one that is here, or one that was lost.

A key that is lost for good leaves its public half in the journal: the line that tells of the new
one names both. What was signed before that line is held to the former key.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from innspill.shared.journal import signing
from innspill.shared.journal.models import JournalEntry
from innspill.shared.journal.verifying import Fault, opened

NEW_KEY = "new-key"
"""The verb of the line that tells of a new key."""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """One line about a new key: its number, and the verifier keys before and after it."""

    line: int
    former: str
    key: str


@dataclass(frozen=True, slots=True)
class Keys:
    """All keys of this journal: `current` is the one that lies in the home."""

    changes: tuple[KeyChange, ...]
    current: str

    def at(self, size: int) -> str:
        """The key that signed the journal when it had so many lines; "" where nobody knows it."""
        for change in self.changes:
            if size < change.line:
                return change.former
        return self.current

    def all(self) -> tuple[str, ...]:
        """The current one first, then those that were lost, the last one first."""
        former = (change.former for change in reversed(self.changes))
        return tuple(dict.fromkeys(key for key in (self.current, *former) if key))

    def faults(self) -> Iterable[str]:
        """Where the lines do not lead from one key to the next, and to the one that is here."""
        follows = [*(change.former for change in self.changes[1:]), self.current]
        for change, key in zip(self.changes, follows, strict=False):
            if change.key != key:
                yield f"line {change.line} tells of a new key, and another one is used after it"


def change_of(number: int, detail: Mapping[str, Any]) -> KeyChange:
    """What a line about a new key says."""
    return KeyChange(number, str(detail.get("former") or ""), str(detail.get("key") or ""))


def keys() -> Keys:
    """The keys of this journal, as its lines tell. Raises SigningKeyLost where none is here."""
    rows = JournalEntry.objects.filter(verb=NEW_KEY).order_by("number")
    changes = (change_of(*row) for row in rows.values_list("number", "detail"))
    return Keys(tuple(changes), signing.public_key())


def key_of(note: str) -> str:
    """The key of this journal that has signed a checkpoint; the current one where none has.

    The lines are asked only where the current one has not.
    """
    current = signing.public_key()
    if _is_by(note, current):
        return current
    return next((key for key in keys().all() if _is_by(note, key)), current)


def is_ours(key: str) -> bool:
    """Whether this verifier key is, or was once, the one of this journal."""
    return key == signing.public_key() or key in keys().all()


def is_note(note: object, key: str, size: int, root: bytes) -> bool:
    """Whether this is, to the letter, what `key` signs for a journal of `size` lines."""
    if key == signing.public_key():
        return note == signing.signed(size, root)
    if not isinstance(note, str) or not key:
        return False
    name = key.partition("+")[0]
    beginning = f"{signing.text_of(name, size, root)}\n\N{EM DASH} {name} "
    try:
        tree = opened(note, key)
        signature = base64.b64decode(note.removeprefix(beginning).strip(), validate=True)
    except (Fault, ValueError):
        return False
    # To the letter: the same signature could be spelt in several ways.
    spelt = f"{beginning}{base64.b64encode(signature).decode()}\n"
    return note == spelt and (tree.size, tree.root) == (size, root)


def _is_by(note: str, key: str) -> bool:
    try:
        opened(note, key)
    except Fault:
        return False
    return True
