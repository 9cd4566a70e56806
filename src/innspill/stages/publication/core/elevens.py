"""Where eleven digits stand together as one number, in every way that people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_RUN = re.compile(r"[0-9](?:[\W_]{0,8}[0-9]){10,}")
"""Digits with little between them: eleven or more."""
_GROUP = re.compile(r"[0-9]+")
_CLOSE = 3
"""How many characters part two digits that plainly belong together: a line break with a hyphen
is two."""
_SEPARATOR = re.compile(r"[\s\-./_·:*]*")
_BREAK = re.compile(r"[ \t]*-?[ \t]*\r?\n[ \t]*")
_SHAPES = frozenset(
    {(11,), (6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2), (3, 3, 5), (3, 3, 3, 2), (6, 1, 4),
     (4, 2, 5), (2, 2, 2, 1, 4), (2, 2, 2, 2, 3), (6, 2, 3)}
)  # fmt: skip
_THREES = frozenset({(3, 3, 5), (3, 3, 3, 2)})
"""Shapes that sums of money and organisation numbers have too: parted by the same sign all through."""
_USUAL = frozenset({(11,), (6, 5), (2, 2, 2, 5), (6, 3, 2), (2, 2, 2, 3, 2)})
_SINGLE = (1,) * 11
_WHOLE_YEAR = frozenset({(13,), (8, 5), (2, 2, 4, 5), (2, 2, 4, 3, 2), (4, 4, 5)})
"""Shapes of thirteen digits, where the year is written with all four of its own."""
_ACCOUNT = frozenset({(4, 2, 5), (4, 7)})
_LABEL = re.compile(
    r"(?i)(?<![^\W_])(?:f(?:ødsels|\.|ø\.)?[ -]?n(?:umme)?r|(?:fødsels- og )?person[ -]?n(?:umme)?r|"
    r"p(?:ers)?\.?[ ]?nr|[dh][ -]?n(?:umme)?r|id(?:entitets)?[ -]?n(?:umme)?r|ssn|"
    r"national id(?:entity)?|personal identity)(?:et|a)?\b[^0-9\n]{0,40}\n?[^0-9\n]{0,10}"
    r"(?P<number>[0-9](?:[\W_]{0,3}[0-9]){8,13})(?![0-9])"
)
"""A number that is called a national identity number, of as many digits as one by mistake has."""
_FIVE = re.compile(
    r"(?i)(?<![^\W_])(?:pers(?:on)?\.?[ -]?n(?:umme)?r|pnr|fødselsn(?:umme)?r|fnr)(?:et)?\b\.?"
    r"(?:[ ]{0,2}\([^()\n]{0,25}\))?\W{0,5}(?:er\W{1,3})?(?P<five>[0-9]{5})(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Eleven:
    """Eleven digits standing together: the place in the text, the digits and their grouping."""

    start: int
    end: int
    digits: str
    groups: tuple[int, ...]
    whole: bool = True
    """Whether no further digit touches them."""
    close: bool = True
    """Whether they stand as close as the digits of one number are written."""

    one_line: bool = True

    @property
    def account_shaped(self) -> bool:
        """Whether they are grouped as people write an account number (4, 2 and 5)."""
        return self.groups in _ACCOUNT and self.one_line

    @property
    def usual(self) -> bool:
        """Whether they are grouped as most people write a national identity number."""
        return self.groups in _USUAL


def elevens(text: str, *, loose: bool = False) -> Iterator[Eleven]:
    """The ways to take eleven digits out of plain `text` that look like one number.

    Digits may be parted by spaces, dashes, dots, strokes and line breaks, in the groups that
    people write, by a line break at any place, or each by itself. A longer unbroken run of digits
    is searched at every place; those come with `whole` false. With `loose` up to five groups of any
    size will do, for a last look that would rather doubt too often.
    """
    for run in _RUN.finditer(text):
        groups = [each.span() for each in _GROUP.finditer(text, run.start(), run.end())]
        for first in range(len(groups)):
            yield from _from(text, groups, first, loose=loose)
        for start, end in groups:
            for at in range(start, end - 10) if end - start > 11 else ():
                yield Eleven(at, at + 11, text[at : at + 11], (11,), whole=False)


def called_so(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a number follows the word for a national identity number, and its digits."""
    for found in _LABEL.finditer(text):
        digits = "".join(_GROUP.findall(found["number"]))
        yield *found.span("number"), digits


def fives(text: str) -> Iterator[tuple[int, int]]:
    """Where the last five digits stand by themselves: after "personnummer" and its like."""
    for found in _FIVE.finditer(text):
        yield found.span("five")


def _from(text: str, groups: list[tuple[int, int]], first: int, *, loose: bool) -> Iterator[Eleven]:
    """The numbers that begin with the group `first`."""
    count = 0
    for last in range(first, min(first + 13, len(groups))):
        count += groups[last][1] - groups[last][0]
        if count in (11, 13):
            found = _number(
                text, groups[first : last + 1], count, alone=_alone(groups, first, last)
            )
            found = found or (
                _any(text, groups[first : last + 1]) if loose and count == 11 else None
            )
            if found:
                yield found
        if count >= 13:
            return


def _number(text: str, taken: list[tuple[int, int]], count: int, *, alone: bool) -> Eleven | None:
    sizes, between, digits = _parts(text, taken)
    close = _is_close(between)
    if count == 13:
        if sizes not in _WHOLE_YEAR or digits[4:6] not in ("18", "19", "20"):
            return None
        digits = digits[:4] + digits[6:]
    elif not _fits(sizes, between, close=close, alone=alone):
        return None
    one_line = not any("\n" in each for each in between)
    return Eleven(taken[0][0], taken[-1][1], digits, sizes, close=close, one_line=one_line)


def _any(text: str, taken: list[tuple[int, int]]) -> Eleven | None:
    sizes, between, digits = _parts(text, taken)
    if len(sizes) > 5 or not _is_close(between):
        return None
    return Eleven(taken[0][0], taken[-1][1], digits, sizes)


def _parts(text: str, taken: list[tuple[int, int]]) -> tuple[tuple[int, ...], list[str], str]:
    """The sizes of the groups, what parts them, and their digits."""
    sizes = tuple(end - start for start, end in taken)
    between = [text[one[1] : other[0]] for one, other in pairwise(taken)]
    return sizes, between, "".join(text[start:end] for start, end in taken)


def _is_close(between: list[str]) -> bool:
    return all(len(each) <= _CLOSE and _SEPARATOR.fullmatch(each) for each in between)


def _fits(sizes: tuple[int, ...], between: list[str], *, close: bool, alone: bool) -> bool:
    """Whether eleven digits so grouped look like one number."""
    if sizes == _SINGLE:
        return alone
    if sizes in _THREES:
        return close and len(set(between)) == 1 and len(between[0]) == 1
    if sizes in ((11,), (6, 5)) or (sizes in _SHAPES and close):
        return True
    breaks = [at for at, each in enumerate(between) if _BREAK.fullmatch(each)]
    return len(breaks) == 1 and _joined_at(sizes, breaks[0]) in _SHAPES - _THREES


def _joined_at(sizes: tuple[int, ...], at: int) -> tuple[int, ...]:
    return (*sizes[:at], sizes[at] + sizes[at + 1], *sizes[at + 2 :])


def _alone(groups: list[tuple[int, int]], first: int, last: int) -> bool:
    """Whether no further single digit stands before or after."""
    beside = [*groups[max(0, first - 1) : first], *groups[last + 1 : last + 2]]
    return all(end - start > 1 for start, end in beside)
