"""The Merkle tree of RFC 6962, section 2.1: growing by one leaf, and the proofs that are given out.

What checks them stands in `verifying`. A tree is held as its *peaks*: the roots of its perfect
subtrees from left to right, one per bit set in its size.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

from innspill.shared.journal.verifying import (
    consistent,
    leaf_hash,
    node_hash,
    root_of,
    verified,
)

__all__ = [
    "GrowingTree", "consistency_of", "consistent", "grown", "leaf_hash", "node_hash", "proof_of", "proof_of_last",
    "root_of", "root_of_peaks", "verified",
]  # fmt: skip


def grown(peaks: Sequence[bytes], size: int, leaf: bytes) -> list[bytes]:
    """The peaks after one more leaf hash, for a tree of `size` leaves before it."""
    result = [*peaks, leaf]
    while size & 1:
        right = result.pop()
        result.append(node_hash(result.pop(), right))
        size >>= 1
    return result


def root_of_peaks(peaks: Sequence[bytes]) -> bytes:
    """The root of the tree with these peaks; of no leaves, the hash of nothing."""
    if not peaks:
        return hashlib.sha256(b"").digest()
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


def proof_of(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The inclusion proof of leaf `index`, from the leaf upwards. Raises IndexError."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    return _proof(index, 0, len(leaves), _over(leaves))


def proof_of_last(peaks_before: Sequence[bytes]) -> list[bytes]:
    """The inclusion proof of a leaf just added to a tree with these peaks before it.

    What stands to the left of the last leaf are exactly the perfect subtrees before it, the
    smallest next to it.
    """
    return list(reversed(peaks_before))


def consistency_of(first: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The proof that the first `first` leaves were the whole tree once. Raises IndexError."""
    if not 0 < first <= len(leaves):
        raise IndexError(first)
    return _consistency(first, 0, len(leaves), _over(leaves), whole=True)


class GrowingTree:
    """All perfect subtrees of a tree that only grows, so that any proof is a few look-ups.

    They are the same in every later tree, which a tree of any size is put together from.
    """

    def __init__(self) -> None:
        self._rows: list[list[bytes]] = [[]]

    @property
    def size(self) -> int:
        """How many leaves it has."""
        return len(self._rows[0])

    def grow(self, leaves: Iterable[bytes]) -> None:
        """Adds leaf hashes at the end."""
        for leaf in leaves:
            self._rows[0].append(leaf)
            height = 0
            while not len(self._rows[height]) & 1:
                if height + 1 == len(self._rows):
                    self._rows.append([])
                self._rows[height + 1].append(node_hash(*self._rows[height][-2:]))
                height += 1

    def root(self, size: int) -> bytes:
        """The root over the first `size` leaves. Raises IndexError."""
        if not 0 < size <= self.size:
            raise IndexError(size)
        return self._root(0, size)

    def proof(self, index: int, size: int) -> list[bytes]:
        """As `proof_of` in the tree of the first `size` leaves. Raises IndexError."""
        if not 0 <= index < size <= self.size:
            raise IndexError(index)
        return _proof(index, 0, size, self._root)

    def consistency(self, first: int, size: int) -> list[bytes]:
        """As `consistency_of` in the tree of the first `size` leaves. Raises IndexError."""
        if not 0 < first <= size <= self.size:
            raise IndexError(first)
        return _consistency(first, 0, size, self._root, whole=True)

    def _root(self, begin: int, end: int) -> bytes:
        many = end - begin
        if many & (many - 1) == 0:
            return self._rows[many.bit_length() - 1][begin // many]
        half = begin + _left_of(many)
        return node_hash(self._root(begin, half), self._root(half, end))


Roots = Callable[[int, int], bytes]
"""The root over the leaves from one place to before another, as the tree has it."""


def _over(leaves: Sequence[bytes]) -> Roots:
    return lambda begin, end: root_of(leaves[begin:end])


def _proof(index: int, begin: int, end: int, root: Roots) -> list[bytes]:
    if end - begin == 1:
        return []
    half = begin + _left_of(end - begin)
    if index < half:
        return [*_proof(index, begin, half, root), root(half, end)]
    return [*_proof(index, half, end, root), root(begin, half)]


def _consistency(first: int, begin: int, end: int, root: Roots, *, whole: bool) -> list[bytes]:
    """`whole`: the old tree is all that was to the left, so that its root is known already."""
    if first == end:
        return [] if whole else [root(begin, end)]
    half = begin + _left_of(end - begin)
    if first <= half:
        return [*_consistency(first, begin, half, root, whole=whole), root(half, end)]
    return [*_consistency(first, half, end, root, whole=False), root(begin, half)]


def _left_of(size: int) -> int:
    """How many leaves the left one of the two subtrees of a tree of `size` leaves has."""
    return 1 << ((size - 1).bit_length() - 1)
