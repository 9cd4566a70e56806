"""Words divided at the end of a line: whose hyphen belongs to the word, and whose to the line.

"bered-" and "skap" are one word; "IKT-" and "sikkerhet" keep their hyphen, and "tilsyns-" and "og"
their space, too. What the same document says elsewhere decides first, then what the words look
like. Where both could be meant, the hyphen stays: a reader sees it in the original, too.
"""

from __future__ import annotations

import re

SOFT = "\u00ad"
"""A hyphen that programs write only where they divide a word."""
_CONJUNCTIONS = frozenset({"og", "eller", "samt", "til", "and", "or"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED = re.compile(r"(?P<head>\w+(?:-\w+)*)-$")
_FIRST = re.compile(r"\w+")
_WITH_HYPHEN = frozenset(
    {"ikke", "ikkje", "non", "nord", "sør", "øst", "aust", "vest", "midt", "eks", "kost"}
)
"""What stands with a hyphen before small letters, too: ikke-statlig, kost-nytte."""
_SHORT_BEGINNINGS = frozenset(
    {"an", "av", "be", "de", "er", "in", "ko", "le", "om", "på", "re", "sy", "ti", "un", "ut", "ve"}
)
"""Words are divided after these two letters; of other short ones the hyphen is their own."""


def words_in(text: str) -> frozenset[str]:
    """The words of `text` in small letters, those with a hyphen as one."""
    return frozenset(_WORD.findall(text.lower()))


def joint(line: str, following: str, known: frozenset[str]) -> str:
    """What parts two lines that are one paragraph: a space, nothing, or `SOFT` for a hyphen to drop.

    `known` are the words of the document.
    """
    if line.endswith(SOFT):
        return SOFT
    divided = _DIVIDED.search(line) if line.endswith("-") else None
    first = _FIRST.match(following)
    if divided is None or first is None or first[0].lower() in _CONJUNCTIONS:
        return " "
    head, tail = divided["head"], first[0]
    return SOFT if _is_one_word(head, tail, known) else ""


def _is_one_word(head: str, tail: str, known: frozenset[str]) -> bool:
    """Whether `head` and `tail` are the two parts of a word that has no hyphen of its own."""
    if not (head.replace("-", "").isalpha() and tail.isalpha() and tail[0].islower()):
        return False
    whole, small = (head + tail).lower(), head.lower()
    if whole in known:
        return True
    if f"{small}-{tail.lower()}" in known or "-" in head:
        return False
    if len(head) <= 2:
        return small in _SHORT_BEGINNINGS
    return not head.isupper() and small not in _WITH_HYPHEN
