"""Peers of bench_copies.py: near-duplicates by libraries, with what joins their candidates.

Word triples (three words on end), 128 permutations, 32 bands of 4 rows, as the study of ours did.
Signatures and candidates are theirs; connected components are how such candidates are commonly
joined. What cannot be imported is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy import sparse

Texts = Sequence[str]
Groups = list[list[int]]
_BANDS, _ROWS = 32, 4
_NO_WORD = re.compile(r"[^\w§]+")


def peers() -> dict[str, Callable[[Texts], Groups]]:
    """The peers that can be asked here, by name."""
    every: dict[str, tuple[str, Callable[[Texts], Groups]]] = {
        "whole-text hash": ("re", whole),
        "daft minhash + components": ("daft", daft),
        "rensa + components": ("rensa", rensa),
        "datasketch + components": ("datasketch", datasketch),
    }
    return {name: ask for name, (module, ask) in every.items() if find_spec(module)}


def whole(texts: Texts) -> Groups:
    """Folded texts that are the same."""
    return _several(enumerate(map(_plain, texts)))


def daft(texts: Texts) -> Groups:
    """Daft's own normalising and minhash, without a Python object for each text."""
    import daft as library
    from daft.functions import minhash, normalize

    frame = library.from_pydict({"text": list(texts)})
    plain = normalize(frame["text"], remove_punct=True, lowercase=True, white_space=True)
    signed = frame.select(
        minhash(plain, num_hashes=_BANDS * _ROWS, ngram_size=3, seed=1).alias("signature")
    )
    column = signed.to_arrow()["signature"].combine_chunks()
    return _components(column.flatten().to_numpy().reshape(len(texts), -1))


def rensa(texts: Texts) -> Groups:
    from rensa import RMinHash

    found = np.empty((len(texts), _BANDS * _ROWS), np.uint32)
    for at, text in enumerate(texts):
        mark = RMinHash(num_perm=_BANDS * _ROWS, seed=1)
        mark.update(_triples(text))
        found[at] = mark.digest()
    return _components(found)


def datasketch(texts: Texts) -> Groups:
    from datasketch import MinHash

    said = ([each.encode() for each in _triples(text)] for text in texts)
    found = np.empty((len(texts), _BANDS * _ROWS), np.uint32)
    for at, mark in enumerate(MinHash.generator(said, num_perm=_BANDS * _ROWS, seed=1)):
        found[at] = mark.hashvalues
    return _components(found)


def _components(signatures: np.ndarray) -> Groups:
    """Texts joined, and joined again, where all rows of one band are the same."""
    count = len(signatures)
    one, other = [], []
    for band in range(_BANDS):
        key = np.zeros(count, np.uint64)
        for row in range(band * _ROWS, (band + 1) * _ROWS):
            key = key * np.uint64(0x9E3779B97F4A7C15) + signatures[:, row].astype(np.uint64)
        order = np.argsort(key)
        same = np.flatnonzero(np.diff(key[order]) == 0)
        one.append(order[same])
        other.append(order[same + 1])
    rows, columns = np.concatenate(one), np.concatenate(other)
    edges = sparse.coo_array((np.ones(len(rows), bool), (rows, columns)), shape=(count, count))
    return _several(enumerate(sparse.csgraph.connected_components(edges, directed=False)[1]))


def _several(marked: Iterable[tuple[int, Any]]) -> Groups:
    groups = defaultdict(list)
    for at, mark in marked:
        groups[mark].append(at)
    return [members for members in groups.values() if len(members) > 1]


def _plain(text: str) -> str:
    return _NO_WORD.sub(" ", text.casefold()).strip()


def _triples(text: str) -> list[str]:
    words = _plain(text).split()
    return [" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))]
