"""What kind of word a Norwegian word is, where a dictionary leaves no doubt.

The lists in `ordbank` are made by `tools/ordbank.py` from Norsk ordbank (bokmål), Språkbanken at
Nasjonalbiblioteket, CC BY 4.0: adjectives, other words that are never nouns, words that may be
either, and the nouns that nothing else is written as.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

Kind = Literal["noun", "adjective", "other", ""]
_FOLDER = Path(__file__).parent / "ordbank"
_LEAST_HEAD, _LEAST_PART = 3, 4
"""Letters of the parts of a compound at least, as where lemmas are found."""


def kind_of(low: str, said: str, otherwise: tuple[str, ...]) -> Kind:
    """The kind of the word `low`, whose lemma is `said`; "" where it may be several or is unknown.

    A compound is a noun where its last part is one: "beredskapsplan"; not where it has one of the
    endings `otherwise`, as "psykiatrisk" has.
    """
    if low in _forms("adjectives"):
        return "adjective"
    if low in _forms("others"):
        return "other"
    return "noun" if low not in _forms("either") and _is_noun(said, otherwise) else ""


def _is_noun(said: str, otherwise: tuple[str, ...]) -> bool:
    nouns = _forms("nouns")
    parts = range(_LEAST_HEAD, len(said) - _LEAST_PART + 1)
    is_compound = any(said[at:] in nouns for at in parts) and not said.endswith(otherwise)
    return said in nouns or is_compound


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())
