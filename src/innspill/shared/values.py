"""Plain values that every stage shares. No Django here, no clock, no files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Sha256 = NewType("Sha256", str)
"""The SHA-256 of some bytes, as 64 lower-case hexadecimal digits."""


def sha256_of(data: bytes) -> Sha256:
    """The SHA-256 of `data`."""
    return Sha256(hashlib.sha256(data).hexdigest())


class Certainty(StrEnum):
    """How sure we are of something that was not given outright."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"

    def __reduce_ex__(self, _protocol: object) -> tuple[type[Certainty], tuple[str]]:
        """Pickled by its value: Python before 3.11.4 names `getattr`, which no reader here takes."""
        return Certainty, (self.value,)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to, not including, `end` of some text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in what was sent: characters `start` to `end` (excluded) of one block's own text."""

    block: str
    start: int
    end: int

    def as_json(self) -> dict[str, str | int]:
        """The origin as it stands in `innspill read` output."""
        return {"block": self.block, "start": self.start, "end": self.end}
