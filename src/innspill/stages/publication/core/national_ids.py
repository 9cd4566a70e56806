"""Numbers of eleven digits: national identity numbers, and account numbers that look like them.

Fødselsnummer, D-numbers (day + 40), H-numbers (month + 40) and test numbers (month + 80 or
+ 65). From 2032 the first check digit may leave the remainders 0 to 3 (Skatteetaten); both
rules hold here already.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHAPES = frozenset({(11,), (6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2)})
_ACCOUNT = frozenset({(4, 2, 5)})
_CLOSE = 3
"""How many characters part two digits that plainly belong together: a line break with a hyphen
is two."""
_BETWEEN = 8
"""How many may part two digits that the check digits then have to show to belong together."""
_AFTER_WORD = re.compile(
    r"(?i)\b(?:personn(?:umme)?r|pnr|fødselsn(?:umme)?r|fnr)\b\W{0,5}(?:er\W{1,3})?(?P<five>\d{5})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Eleven:
    """Eleven digits standing together: the place in the text, the digits and their grouping."""

    start: int
    end: int
    digits: str
    groups: tuple[int, ...]
    whole: bool
    """Whether no further digit touches them."""
    close: bool = True
    """Whether they stand as close as the digits of one number are written."""


def elevens(text: str) -> Iterator[Eleven]:
    """Every way to take eleven digits out of `text` that starts and ends with a group.

    Digits may be parted by spaces of any kind, dashes, dots, slashes, invisible characters
    and line breaks, and may be of any script or width. A longer unbroken run of digits is
    searched at every place; those come with `whole` false.
    """
    for run in _runs(text):
        groups = _groups(run)
        for at in range(len(groups)):
            taken: list[tuple[int, int]] = []
            for group in groups[at : at + 13]:
                taken.extend(group)
                if len(taken) in (11, 13):
                    yield from _taken(text, taken, _sizes(groups[at : at + 13], len(taken)))
                if len(taken) >= 13:
                    break
        yield from _inside(text, groups)


def fives(text: str) -> Iterator[tuple[int, int]]:
    """Where the last five digits stand by themselves: after "personnummer" and its like."""
    for found in _AFTER_WORD.finditer(text):
        yield found.span("five")


def is_national_id(digits: str) -> bool:
    """Whether eleven digits have a possible date and right check digits by either rule."""
    return has_date(digits) and _first_holds(digits) and _weighted(digits, _SECOND) == 0


def has_date(digits: str) -> bool:
    """Whether eleven digits begin with a day and month, of any of the kinds of number."""
    day, month, year = int(digits[0:2]), int(digits[2:4]), int(digits[4:6])
    day = day - 40 if day > 40 else day
    for added in (0, 40, 65, 80):
        real = month - added
        if 1 <= real <= 12:
            leap = real == 2 and day == 29 and year % 4 != 0
            return 1 <= day <= _DAYS[real - 1] and not leap
    return False


def is_account(digits: str) -> bool:
    """Whether eleven digits have the check digit of a Norwegian bank account (modulus 11)."""
    return _weighted(digits, _SECOND) == 0


def usual_shape(groups: Sequence[int]) -> bool:
    """Whether the digits are grouped as people write a national identity number."""
    return tuple(groups) in _SHAPES


def account_shape(groups: Sequence[int]) -> bool:
    """Whether the digits are grouped as people write an account number (4, 2 and 5)."""
    return tuple(groups) in _ACCOUNT


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11


def _first_holds(digits: str) -> bool:
    return _weighted(digits[:10], _FIRST) in (0, 1, 2, 3)


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Stretches of digits, as (place, digit), broken only where letters or much else stand."""
    run: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        value = unicodedata.digit(character, None)
        if value is not None and unicodedata.category(character) in ("Nd", "No"):
            if run and not _joined(text, run[-1][0], place):
                yield run
                run = []
            run.append((place, value))
    if run:
        yield run


def _joined(text: str, before: int, after: int) -> bool:
    between = text[before + 1 : after]
    return len(between) <= _BETWEEN and not any(each.isalnum() for each in between)


def _is_close(text: str, before: int, after: int) -> bool:
    between = text[before + 1 : after]
    return len(between) <= _CLOSE and all(_is_separator(each) for each in between)


def _is_separator(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Pd" or character in "−./_·:*"


def _groups(run: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    groups: list[list[tuple[int, int]]] = []
    for place, digit in run:
        if groups and place - groups[-1][-1][0] == 1:
            groups[-1].append((place, digit))
        else:
            groups.append([(place, digit)])
    return groups


def _sizes(groups: list[list[tuple[int, int]]], count: int) -> tuple[int, ...]:
    sizes: list[int] = []
    for group in groups:
        if sum(sizes) >= count:
            break
        sizes.append(len(group))
    return tuple(sizes)


def _inside(text: str, groups: list[list[tuple[int, int]]]) -> Iterator[Eleven]:
    for group in groups:
        if len(group) > 11:
            for at in range(len(group) - 10):
                yield _eleven(text, group[at : at + 11], (11,), whole=False)


def _taken(text: str, taken: list[tuple[int, int]], groups: tuple[int, ...]) -> Iterator[Eleven]:
    """Eleven digits as they are; thirteen where they begin with a whole year's date."""
    found = _eleven(text, taken, groups, whole=True)
    if len(taken) == 11:
        yield found
    elif found.digits[4:6] in ("18", "19", "20"):
        yield replace(found, digits=found.digits[:4] + found.digits[6:])


def _eleven(
    text: str, taken: list[tuple[int, int]], groups: tuple[int, ...], *, whole: bool
) -> Eleven:
    places = [place for place, _ in taken]
    close = all(_is_close(text, one, other) for one, other in pairwise(places))
    digits = "".join(str(digit) for _, digit in taken)
    return Eleven(places[0], places[-1] + 1, digits, groups, whole, close)
