"""Organisation numbers: nine digits, the last of which checks the others."""

from __future__ import annotations

import re

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


def bare_number(written: str) -> str:
    """A number without what people group it with or put round it: "NO 974 760 673 MVA"."""
    return re.sub(r"NO|MVA|[\s.]", "", written)
