"""Rows, columns and list numbers of a web page, as a browser lays them out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_MOST_COLUMNS = 1_000
_MOST_SPANNED = 200_000
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 4_000


def cells_of(table: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """The cells of `table` with their row and column, cells that span several counted as such."""
    taken: dict[int, int] = {}
    left = _MOST_SPANNED
    for row_at, row in enumerate(_rows(table)):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while column < _MOST_COLUMNS and taken.get(column, 0) > row_at:
                column += 1
            yield row_at, column, cell
            width = max(1, min(number(cell.get("colspan"), 1), _MOST_COLUMNS))
            height = number(cell.get("rowspan"), 1)
            if height > 1 and left > 0:
                left -= width
                taken |= dict.fromkeys(range(column, column + width), row_at + height)
            column += width


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def item_number(ordinal: int, kind: str | None) -> str:
    """The number of a list's item as shown: 3, c, C, iii or III with a full stop."""
    if kind in ("a", "A") and ordinal > 0:
        letters = ""
        while ordinal:
            ordinal, rest = divmod(ordinal - 1, 26)
            letters = chr(ord(kind) + rest) + letters
        return f"{letters}."
    if kind in ("i", "I") and 0 < ordinal < _LARGEST_ROMAN:
        text = ""
        for value, letter in _ROMAN:
            text += letter * (ordinal // value)
            ordinal %= value
        return f"{text.upper() if kind == 'I' else text}."
    return f"{ordinal}."


def number(text: str | None, default: int) -> int:
    """The whole number that an attribute says, or `default` where it says none."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else default
