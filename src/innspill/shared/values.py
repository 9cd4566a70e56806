"""Plain values that every stage shares. No Django here, no clock, no files."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Sha256 = NewType("Sha256", str)
"""The SHA-256 of some bytes, as 64 lower-case hexadecimal digits."""


def sha256_of(data: bytes) -> Sha256:
    """The SHA-256 of `data`."""
    return Sha256(hashlib.sha256(data).hexdigest())


_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


def is_organisation_number(number: str) -> bool:
    """Whether nine digits are an organisation number: modulus 11, weights 3 2 7 6 5 4 3 2.

    Source: Brønnøysundregistrene, "Om organisasjonsnummeret".
    """
    if not re.fullmatch(r"\d{9}", number) or number[0] == "0":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    check = (11 - total % 11) % 11
    return check != 10 and check == int(number[8])


class Certainty(StrEnum):
    """How sure we are of something that was not given outright."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


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
