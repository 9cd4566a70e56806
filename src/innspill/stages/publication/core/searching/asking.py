"""What somebody wrote into the search field, as a value: words, phrases and what must not be there.

Whatever is written is data: there is no syntax that can be wrong, and no limit that is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from innspill.stages.publication.core.searching.words import tokens, written_in_bokmal

MOST_SIGNS = 300
MOST_WORDS = 12
_PIECE = re.compile(
    r'(?P<minus>(?<!\S)[-−–])?(?:["“”«»](?P<phrase>[^"“”«»]*)["“”«»]?|(?P<word>[^\s"“”«»]+))'
)
_SMALL = frozenset({
    "og", "i", "på", "av", "for", "til", "det", "den", "de", "som", "en", "ei", "et", "eit", "er",
    "at", "å", "med", "om", "vi", "me", "har", "ikke", "ved", "fra", "kan", "skal", "vil",
})  # fmt: skip
"""Words that are left out where others are left, but for phrases."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for: the stems of a word, or of the words of a phrase in order."""

    stems: tuple[str, ...]
    is_phrase: bool = False
    written: str = ""
    """A single word with its ending, which a slip may have made a part of the stem."""


@dataclass(frozen=True, slots=True)
class Where:
    """Which responses are searched: those for which all of it holds. None is no limit."""

    hearing: int | None = None
    question: str | None = None
    group: str | None = None
    remarks: bool | None = None
    late: bool | None = None
    joint: bool | None = None
    year: int | None = None
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: everything in `wanted` must be there, and nothing in `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()
    where: Where = field(default_factory=Where)


def asked_for(written: str, where: Where | None = None) -> Asked:
    """The question behind what was written: its first words, where it is very long."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    left = MOST_WORDS
    for piece in _PIECE.finditer(written.replace("\0", " ")[:MOST_SIGNS]):
        for term in _terms(piece.groupdict()):
            if len(term.stems) > left:
                break
            left -= len(term.stems)
            (unwanted if piece["minus"] else wanted).append(term)
    meaning = [term for term in wanted if term.is_phrase or term.stems[0] not in _SMALL]
    kept = tuple(dict.fromkeys(meaning or wanted))
    return Asked(kept, tuple(dict.fromkeys(unwanted)), where or Where())


def _terms(piece: Mapping[str, str | None]) -> list[Term]:
    phrase, word = piece["phrase"], piece["word"]
    if phrase is not None:
        stems = tuple(token.stem for token in tokens(phrase) if token.stem)[:MOST_WORDS]
        return [Term(stems, is_phrase=len(stems) > 1)] if stems else []
    found = [token.stem for token in tokens(word or "") if token.stem]
    # A word with a hyphen is asked for as it stands; as its parts it is found all the same.
    if len(found) > 1 and found[0] == "".join(found[1:]):
        found = found[:1]
    if len(found) == 1:
        return [Term((found[0],), written=written_in_bokmal(word or ""))]
    return [Term((stem,)) for stem in found]
