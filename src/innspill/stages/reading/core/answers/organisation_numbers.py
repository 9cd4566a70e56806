"""Organisation numbers in text: which nine digits are one, and whose."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from innspill.shared.organisation_number import is_organisation_number

_LABELLED = re.compile(
    r"(?<!\w)(?:org(?:anisasjons?|\.)?\s{0,2}[.-]?\s{0,2}(?:nr|nummer|no)\b\.?|organisasjonsnummer|"
    r"foretaksregisteret|enhetsregisteret|organi[sz]ation\s+number|vat(?:\s+no)?\.?|NO)"
    r"\s{0,3}[:.]?\s{0,3}(?:NO[\s-]?)?(?P<number>\d(?:[ \xa0.]?\d){7,9})(?!\d)(?:\s?MVA)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\d/.,+-])(?P<number>[89]\d{2}[ \xa0.]?\d{3}[ \xa0.]?\d{3})(?![\d/-])")
_DIGITS = re.compile(r"\d(?:[ \xa0.]?\d){7}")
"""What every organisation number begins with: seen at once where there is none."""
_ELSE = re.compile(
    r"(?:tlf|telefon|mob(?:il)?|phone|kid|konto|kto|iban|saks?(?:nr|nummer)?|ref|journal|fax|faks|"
    r"fnr|fødsels\w*|vår|deres|dykkar|arkiv\w*|faktura\w*)\.?\s{0,2}(?:nr|nummer)?\.?\s{0,3}:?\s{0,3}$",
    re.IGNORECASE,
)
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Number:
    """Digits that are called an organisation number, or look like one, and whether they are."""

    digits: str
    start: int
    right: bool


def numbers_in(text: str) -> Iterator[Number]:
    """The organisation numbers in `text`: those called so, right or not, and those that are right.

    Nine digits without a label count only where the check digit is right and nothing says that
    they are a telephone, an account, a payment or a case.
    """
    if not _DIGITS.search(text):
        return
    taken: list[range] = []
    for found in _LABELLED.finditer(text):
        digits = re.sub(r"\D", "", found["number"])
        taken.append(range(found.start(), found.end()))
        yield Number(digits, found.start(), is_organisation_number(digits))
    for found in _BARE.finditer(text):
        if any(found.start() in span for span in taken):
            continue
        digits = re.sub(r"\D", "", found["number"])
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if is_organisation_number(digits) and not _ELSE.search(before):
            yield Number(digits, found.start(), right=True)


@dataclass(frozen=True, slots=True)
class NumbersFound:
    """The numbers of a document's lines, without those that stand at a name that sent nothing."""

    lines: tuple[tuple[int, Number], ...]
    """Each number with the line that it stands on."""

    @classmethod
    def of(cls, lines: Sequence[str], aside: Container[int]) -> NumbersFound:
        """The numbers on `lines` except on those `aside`."""
        return cls(
            tuple(
                (at, number)
                for at, line in enumerate(lines)
                if at not in aside
                for number in numbers_in(line)
            )
        )

    def first(self) -> str | None:
        """The first that is right."""
        return next((number.digits for _, number in self.lines if number.right), None)

    def beside(self, line: int, below: int = 3) -> str | None:
        """The number that is right on `line` or a little further down."""
        near = (n.digits for at, n in self.lines if n.right and line <= at <= line + below)
        return next(near, None)

    @property
    def wrong(self) -> bool:
        """Whether one is called an organisation number and cannot be one."""
        return any(not number.right for _, number in self.lines)
