"""Texts as rows of weighted words, so that likeness can be counted.

The rows stand in an order of their own, so that nothing depends on who answered first, and each
wording stands once, however many sent it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.preprocessing import normalize  # type: ignore[import-untyped]

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.themes.words import (
    LONGEST_TEXT,
    compounds,
    content_words,
    texts_with,
)

Matrix: TypeAlias = Any
"""A sparse matrix of scipy, which has no types."""
Numbers = NDArray[np.float64]
WEIGHT_OF_CONTEXT = 0.3
"""Of the words around a comment beside its own: chosen on two hearings, docs/decisions/0032."""
_MOST_OF_TEXTS = 0.3
"""A word in a larger share of the texts than this divides nothing."""
_FEW_TEXTS = 20
_TEXTS_PER_HOLDER = 10_000
"""Where there are many texts a word of two or three of them makes no theme, and costs much."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording and everyone who used it: places in the list given, the first one's context."""

    text: str
    context: str
    places: tuple[int, ...]
    senders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Space:
    """The wordings, their lemmas, and their rows: of their own words, and of context with them."""

    wordings: tuple[Wording, ...]
    lemmas: tuple[tuple[str, ...], ...]
    vocabulary: tuple[str, ...]
    own: Matrix
    rows: Matrix
    said: Matrix
    """Words of context with their own, without the marks of context."""
    mean: Numbers
    """Of `said`."""


def wordings_of(
    texts: Sequence[str], contexts: Sequence[str], senders: Sequence[str] | None = None
) -> tuple[Wording, ...]:
    """Each wording once, in an order that only the wordings decide; empty texts are left out.

    Where the senders are not told, each comment is from one of its own.
    """
    places: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        key = fold(text[:LONGEST_TEXT])
        if key:
            places.setdefault(key, []).append(at)
    return tuple(
        _wording(places[key], texts, contexts, senders) for key in sorted(places, key=digest)
    )


def digest(text: str) -> bytes:
    """A number for a text that is the same in every run and says nothing of the alphabet."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def space_of(wordings: Sequence[Wording], language: str) -> Space:
    """The rows of `wordings`, each of length 1 (or empty where no word carries a subject)."""
    own = [content_words(each.text, language) for each in wordings]
    seen = texts_with(own)
    divided = compounds(seen)
    lists = [_with_parts(each, divided) for each in own]
    counts = texts_with(lists)
    vocabulary = _vocabulary(wordings, lists, counts)
    weights = _weights(vocabulary, counts, len(wordings))
    places = {word: at for at, word in enumerate(vocabulary)}
    matrix = rows_of(lists, places, weights)
    rows = _with_context(matrix, wordings, divided, (places, weights), language)
    said = rows[:, : len(vocabulary)].tocsr()
    return Space(
        tuple(wordings),
        tuple(tuple(each) for each in own),
        vocabulary,
        matrix,
        rows,
        said,
        np.asarray(said.mean(axis=0)).ravel(),
    )


def rows_of(lists: Sequence[Sequence[str]], places: Mapping[str, int], weights: Numbers) -> Matrix:
    """One row of length 1 for each list of words; how often a word stands counts little."""
    data, columns, starts = [], [], [0]
    for each in lists:
        counted = Counter(places[word] for word in each if word in places)
        for column, n in counted.items():
            columns.append(column)
            data.append((1.0 + np.log(n)) * weights[column])
        starts.append(len(columns))
    matrix = sparse.csr_matrix(
        (np.array(data, dtype=np.float64), np.array(columns, dtype=np.int32), np.array(starts)),
        shape=(len(lists), len(places)),
    )
    matrix.sort_indices()
    return normalize(matrix, copy=False) if matrix.nnz else matrix


def _vocabulary(
    wordings: Sequence[Wording], lists: Sequence[Sequence[str]], counts: Mapping[str, int]
) -> tuple[str, ...]:
    """The words that can join texts: neither of one alone nor of most.

    A campaign is one wording, but its words are not of one alone.
    """
    total = len(wordings)
    few = total < _FEW_TEXTS
    least = 1 if few else 2 + total // _TEXTS_PER_HOLDER
    most = max(_MOST_OF_TEXTS * total, min(total, _FEW_TEXTS))
    sent = {
        word
        for wording, said in zip(wordings, lists, strict=True)
        if len(wording.places) > 2
        for word in said
    }
    kept = (word for word, n in counts.items() if n <= most and (n >= least or word in sent))
    return tuple(sorted(kept)) or tuple(sorted(counts))


def _wording(
    places: list[int],
    texts: Sequence[str],
    contexts: Sequence[str],
    senders: Sequence[str] | None,
) -> Wording:
    text = min(texts[at] for at in places)
    context = min((contexts[at] for at in places), default="") if contexts else ""
    whose = frozenset(str(at) if senders is None else senders[at] for at in places)
    return Wording(text, context, tuple(places), whose)


def _with_parts(said: Sequence[str], divided: Mapping[str, tuple[str, str]]) -> list[str]:
    return [*said, *(part for word in said if word in divided for part in divided[word])]


def _weights(vocabulary: Sequence[str], counts: Mapping[str, int], texts: int) -> Numbers:
    found = np.array([counts[word] for word in vocabulary], dtype=np.float64)
    return np.log((1.0 + texts) / (1.0 + found)) + 1.0


def _with_context(
    own: Matrix,
    wordings: Sequence[Wording],
    divided: Mapping[str, tuple[str, str]],
    weighed: tuple[Mapping[str, int], Numbers],
    language: str,
) -> Matrix:
    """The rows with the words of each context, and a mark that those of one context share."""
    contexts = [each.context for each in wordings]
    known = {
        each: _with_parts(content_words(each, language), divided) for each in set(contexts) if each
    }
    if not known:
        return own
    said = rows_of([known.get(each, []) for each in contexts], *weighed)
    parts = [own + WEIGHT_OF_CONTEXT * said, WEIGHT_OF_CONTEXT * _marks(contexts)]
    return normalize(sparse.hstack(parts).tocsr())


def _marks(contexts: Sequence[str]) -> Matrix:
    counts = Counter(each for each in contexts if each)
    shared = sorted(each for each, n in counts.items() if 1 < n <= len(contexts) // 2)
    column = {each: at for at, each in enumerate(shared)}
    at = [(row, column[each]) for row, each in enumerate(contexts) if each in column]
    ones = np.ones(len(at))
    rows, columns = ([each[side] for each in at] for side in (0, 1))
    return sparse.csr_matrix((ones, (rows, columns)), shape=(len(contexts), len(shared)))


def batches(total: int, size: int = 5_000) -> Iterator[slice]:
    """Slices of `size` rows, so that what is dense for a moment stays small."""
    for start in range(0, total, size):
        yield slice(start, min(total, start + size))
