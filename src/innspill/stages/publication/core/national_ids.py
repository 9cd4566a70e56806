"""National identity numbers, and how their eleven digits stand in a text.

Fødselsnummer, D-numbers (day + 40), H-numbers (month + 40), Nav's own persons (month + 20) and test
numbers (month + 60, 65 or 80); FH-numbers begin with 8 or 9 and have no date. From 2032 the first
check digit may leave the remainders 0 to 3 and not 0 alone, the second is as before; numbers by
the old rule live on beside them (Skatteetaten, "Nytt fødselsnummer fra 2032",
https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032/).
"""

from __future__ import annotations

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ADDED = (0, 20, 40, 60, 65, 80)
"""What a kind of number adds to the month."""


def is_national_id(digits: str) -> bool:
    """Whether eleven digits can be a national identity number: check digits, and date or FH."""
    if _weighted(digits, _SECOND) != 0:
        return False
    first = _weighted(digits[:10], _FIRST)
    return (first <= 3 and has_date(digits)) or (first == 0 and digits[0] in "89")


def is_ordinary_id(digits: str) -> bool:
    """Whether eleven digits can be a number of somebody in the register: no test, H or FH."""
    return int(digits[2:4]) <= 12 and is_national_id(digits)


def has_date(digits: str) -> bool:
    """Whether eleven digits begin with a day and month, of any of the kinds of number."""
    day, month, year = int(digits[0:2]), int(digits[2:4]), int(digits[4:6])
    day = day - 40 if day > 40 else day
    for added in _ADDED:
        real = month - added
        if 1 <= real <= 12:
            leap = real == 2 and day == 29 and year % 4 != 0
            if 1 <= day <= _DAYS[real - 1] and not leap:
                return True
    return False


def is_account(digits: str) -> bool:
    """Whether eleven digits have the check digit of a Norwegian bank account (modulus 11)."""
    return _weighted(digits, _SECOND) == 0


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11
