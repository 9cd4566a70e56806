"""The case number a response quotes, and whether it is the one of the hearing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from innspill.stages.reading.core.values import CaseNumber

_NUMBER = r"(?:19|20)?\d{2}/\d{1,7}"
_LABELLED = re.compile(
    r"(?P<label>saksnummer|saksnr\.?|sak(?:en)?(?:\s+nr\.?)?|deres\s+ref(?:eranse|\.)?|dykkar\s+ref(?:eranse|\.)?|"
    r"vår\s+ref(?:eranse|\.)?|ref(?:eranse|\.)?|case(?:\s+n(?:umber|o\.?))?|your\s+ref\.?|arkivsak)"
    rf"[\s:.\-]{{0,4}}(?P<number>{_NUMBER})(?![/\d])",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\d/.,-])(?P<number>{_NUMBER})(?![/\d.]\d?)")
_OWN = re.compile(r"vår|arkivsak", re.IGNORECASE)


def case_number_in(texts: Iterable[str], expected: str) -> CaseNumber:
    """The case number quoted in `texts`, the likeliest first: the hearing's own where it is there.

    Without it, a number that is called the hearing's case ("sak", "deres ref") and differs is
    given with `matches` false. A body's own reference ("vår ref") is not one.
    """
    parts = list(texts)
    if any(_same(found, expected) for text in parts for found in _numbers(text)):
        return CaseNumber(expected, matches=True)
    for text in parts:
        for found in _LABELLED.finditer(text):
            if not _OWN.match(found["label"]):
                return CaseNumber(found["number"], matches=False)
    for text in parts:
        for found in _BARE.finditer(text):
            if _nearly(found["number"], expected):
                return CaseNumber(found["number"], matches=False)
    return CaseNumber(None, None)


def _numbers(text: str) -> Iterator[str]:
    for found in _BARE.finditer(text):
        yield found["number"]


def _same(one: str, other: str) -> bool:
    return _normal(one) == _normal(other)


def _normal(number: str) -> tuple[str, str]:
    """Year and serial number: 2022/448, 22/448 and 22/00448 are the same case."""
    year, _, serial = number.partition("/")
    return year[-2:], serial.lstrip("0")


def _nearly(one: str, other: str) -> bool:
    """Whether two case numbers differ by one digit, as a slip of the finger makes them."""
    a, b = "/".join(_normal(one)), "/".join(_normal(other))
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == len(shorter) + 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )
