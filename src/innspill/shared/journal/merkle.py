"""The Merkle tree of RFC 6962, section 2.1: growing by one leaf, and the proofs that are given out.

What checks them stands in `verifying`. A tree is held as its *peaks*: the roots of its perfect
subtrees from left to right, one per bit set in its size.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from innspill.shared.journal.verifying import (
    consistent,
    leaf_hash,
    node_hash,
    root_of,
    verified,
)

__all__ = [
    "consistency_of", "consistent", "grown", "leaf_hash", "node_hash", "proof_of", "proof_of_last",
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
    if len(leaves) == 1:
        return []
    half = _left_of(len(leaves))
    if index < half:
        return [*proof_of(index, leaves[:half]), root_of(leaves[half:])]
    return [*proof_of(index - half, leaves[half:]), root_of(leaves[:half])]


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
    return _consistency(first, leaves, whole=True)


def _consistency(first: int, leaves: Sequence[bytes], *, whole: bool) -> list[bytes]:
    """`whole`: the old tree is all that was to the left, so that its root is known already."""
    if first == len(leaves):
        return [] if whole else [root_of(leaves)]
    half = _left_of(len(leaves))
    if first <= half:
        return [*_consistency(first, leaves[:half], whole=whole), root_of(leaves[half:])]
    return [*_consistency(first - half, leaves[half:], whole=False), root_of(leaves[:half])]


def _left_of(size: int) -> int:
    """How many leaves the left one of the two subtrees of a tree of `size` leaves has."""
    return 1 << ((size - 1).bit_length() - 1)
