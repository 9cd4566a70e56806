"""Phone numbers in words and odd groups: "nitti ni 41 to to 07", "4 6 8 2 1 9 0 5", "22 – 800 – 416".

Eight digits, however they are parted or said, where no more digits stand beside: with a word among
them anywhere, in digits alone only at the end of a line or a sentence, or after the word for a phone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_UNITS = (
    "null|oo",
    "en|ein|én|ett|eitt|éin",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju|syv",
    "åtte",
    "ni",
)
_TENS = ("tjue|tyve", "tretti|tredve", "førti|førr", "femti", "seksti", "sytti", "åtti", "nitti")
_TEENS = (
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
)
_UNIT = "|".join(_UNITS)
_TEN = "|".join(_TENS)
_NUMBER = rf"(?:{'|'.join(_TEENS[::-1])}|(?:{_TEN})(?:{_UNIT}|[1-9](?![0-9]))?|{_UNIT})(?![^\W_])"
_PART = rf"(?:[0-9]{{1,4}}|(?<![^\W_])(?i:{_NUMBER}))"
_BETWEEN = r"(?:,?[ ]så[ ]|[ ()\-/]{1,3})"
_CHAIN = re.compile(
    rf"(?<![\w§/.,\-])(?<![0-9][ \-])\(?{_PART}(?:{_BETWEEN}{_PART}){{1,9}}(?![\w]|[ .,/:\-]?[0-9])"
)
_PIECE = re.compile(_PART)
_VALUES: dict[str, str] = {
    word: str(value + first)
    for first, row in ((0, _UNITS), (10, _TEENS))
    for value, words in enumerate(row)
    for word in words.split("|")
} | {"oo": "00"}
_TEN_VALUES = {
    word: str(value + 2) for value, words in enumerate(_TENS) for word in words.split("|")
}
_CALLED = re.compile(
    r"(?i)(?<![^\W_])(?:tlf|telefon\w*|mob|mobil\w*|ring\w*|sms|direkte|dagtid|kveld\w*|kontor\w*|tel|phone|nr)[.:]?[ ]?(?:\w{1,12}[:.]?[ ]){0,2}\(?$"
)
_ENDS = re.compile(r"[ ]?[.,;!)]?[ ]?(?:\n|$)|[,;][ ]")
_AMOUNT = re.compile(r"(?i)[ ]?(?:kr|kroner|mill|nok|prosent|%|dekar|daa|kvm|m2|tonn)")
_OTHERWISE = re.compile(
    r"(?i)(?:org\w*|saks?\w*|ref|arkiv\w*|konto|kto|nr\.? ?ref|kr|§|kl)[.:]?[ ]?(?:nr\.?|n(?:umme)?r)?[.: ]{0,2}$"
)
_YEARS = re.compile(r"(?:1[89]|20)[0-9]{2}")
_COUNTRY = re.compile("^(?:0?0?47)")
_LEAST_WORDS = 3
"""Numbers in words alone are as many at least, or a phone is called so: "to tre ganger" is none."""


def spelled_phones(text: str) -> Iterator[tuple[int, int]]:
    """Where eight digits stand that are parted oddly or said in words."""
    for chain in _CHAIN.finditer(text):
        pieces = [each.group() for each in _PIECE.finditer(text, *chain.span())]
        digits = _said(pieces)
        digits = _COUNTRY.sub("", digits) if len(digits) > 8 else digits
        if len(digits) == 8 and digits[0] in "23456789" and _is_phone(text, chain, pieces):
            yield chain.span()


def _is_phone(text: str, chain: re.Match[str], pieces: list[str]) -> bool:
    before = text[max(0, chain.start() - 40) : chain.start()]
    if _OTHERWISE.search(before) or _AMOUNT.match(text, chain.end()):
        return False
    if _CALLED.search(before):
        return True
    said = [each for each in pieces if not each.isdigit()]
    if said:
        return len(pieces) >= _LEAST_WORDS
    if any(_YEARS.fullmatch(each) for each in pieces):
        return False
    sizes = [len(each) for each in pieces]
    thousands = sizes[1:] == [3] * (len(sizes) - 1)
    parted = [gap for gap in re.findall(_BETWEEN, chain.group()) if gap.strip()]
    odd = len(parted) > 1 or set(sizes) == {1}
    return (odd or not thousands) and len(sizes) > 1 and _ENDS.match(text, chain.end()) is not None


def _said(pieces: Sequence[str]) -> str:
    """The digits of all; a ten and the unit after it are one number, also apart ("nitti ni")."""
    digits, ten_before = "", False
    for piece in pieces:
        more = _digits(piece)
        is_unit = ten_before and len(more) == 1 and not piece.isdigit() and more != "0"
        digits = digits[:-1] + more if is_unit else digits + more
        ten_before = piece.lower() in _TEN_VALUES
    return digits


def _digits(piece: str) -> str:
    """The digits of a number in words or in digits."""
    if piece.isdigit():
        return piece
    word = piece.lower()
    if word in _VALUES:
        return _VALUES[word]
    for ten, value in _TEN_VALUES.items():
        rest = word.removeprefix(ten)
        if rest != word:
            return value + ("0" if not rest else _VALUES.get(rest, rest))
    return ""
