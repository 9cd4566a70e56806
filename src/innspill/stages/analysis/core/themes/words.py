"""Texts as words that can be counted: lemmas, one form for both kinds of Norwegian, compounds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from simplemma.strategies import DictionaryLookupStrategy

from innspill.stages.analysis.core.themes.variants import BOKMAL_OF
from innspill.stages.analysis.core.themes.word_tables import words_of

LONGEST_TEXT = 20_000
"""Characters of one comment that are read: what comes after says nothing new of its theme."""
_WORD = re.compile(r"[^\W\d_]\w*(?:[-–.]\w+)*-?")
_LONGEST_WORD = 60
_LEAST_COMPOUND, _LEAST_PART, _MOST_TAILS = 9, 4, 40
_LEAST_HEAD = 3
_DICTIONARIES = DictionaryLookupStrategy()


def spelt(text: str) -> str:
    """The text with one spelling of each character and no soft hyphens."""
    return unicodedata.normalize("NFC", text[:LONGEST_TEXT]).replace("\u00ad", "")


def words(text: str) -> list[str]:
    """The words of `text` as written."""
    return _WORD.findall(spelt(text))


def runs(text: str) -> Iterator[list[str]]:
    """The words of `text` as written, in runs with nothing but single spaces between them."""
    said, run, end = spelt(text), list[str](), 0
    for word in _WORD.finditer(said):
        if run and said[end : word.start()] not in (" ", "\n"):
            yield run
            run = []
        run.append(word.group())
        end = word.end()
    if run:
        yield run


def content_words(text: str, language: str) -> list[str]:
    """The lemmas of `text` that can carry a subject, in order."""
    said = (lemma(word, language) for word in words(text))
    return [word for word in said if word]


@lru_cache(maxsize=400_000)
def lemma(word: str, language: str) -> str:
    """The form under which `word` is counted, or "" where it carries no subject.

    Both forms of Norwegian give the same: "verksemda" and "virksomhetene" are "virksomhet".
    """
    tables = words_of(language)
    low = word.casefold().strip("-–.")
    if len(low) < 2 or len(low) > _LONGEST_WORD or low in tables.plain:
        return ""
    found = _in_dictionaries(low, tables.lemmas)
    if "nb" in tables.lemmas:
        found = BOKMAL_OF.get(low) or BOKMAL_OF.get(found, found)
    return "" if len(found) < 3 or found in tables.plain else found


def _in_dictionaries(low: str, languages: tuple[str, ...]) -> str:
    """The dictionary form of a word; of a compound that no dictionary has, that of its last part.

    "byggegrensa" becomes "byggegrense", because "grensa" is known. The longest known end decides.
    """
    found = _known(low, languages)
    if found:
        return found
    for at in range(_LEAST_HEAD, len(low) - _LEAST_PART + 1):
        end = _known(low[at:], languages)
        if end:
            return low[:at] + end
    return low


def _known(low: str, languages: tuple[str, ...]) -> str:
    for language in languages:
        found = _DICTIONARIES.get_lemma(low, language)
        if found:
            return str(found).casefold()
    return ""


def compounds(known: Mapping[str, int]) -> dict[str, tuple[str, str]]:
    """The compounds among `known` (word → number of texts) whose two parts are known words too.

    No dictionary says so: "helseberedskap" is divided because people write of "helse" and
    "beredskap". The part that most write of decides where there are several ways.
    """
    found = {}
    for word in known:
        parts = divided(word, known)
        if parts:
            found[word] = parts
    return found


def divided(word: str, known: Mapping[str, int]) -> tuple[str, str] | None:
    """The two parts of a compound, both in `known`, or None."""
    if not _LEAST_COMPOUND <= len(word) <= _MOST_TAILS:
        return None
    ways = (
        (known[tail] + known[head], head, tail)
        for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1)
        if (tail := word[at:]) in known
        and known[tail] > 1
        and (head := _head(word[:at], known)) is not None
    )
    best = max(ways, default=None)
    return (best[1], best[2]) if best else None


def _head(head: str, known: Collection[str]) -> str | None:
    """The word before the joint, without the s or e that may stand there."""
    if head in known:
        return head
    shorter = head[:-1]
    return shorter if head[-1] in "se-" and len(shorter) >= 3 and shorter in known else None


def texts_with(lists: Iterable[Iterable[str]]) -> Counter[str]:
    """In how many of the lists each word stands."""
    return Counter(word for each in lists for word in set(each))
