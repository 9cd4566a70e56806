"""The Merkle tree of RFC 6962, section 2.1: root, growing by one leaf, proof of one leaf.

Plain functions over bytes; `innspill verify` uses them without Django. A tree is held as its
*peaks*: the roots of its perfect subtrees from left to right, one per bit set in its size.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf_hash(data: bytes) -> bytes:
    """The hash of one leaf: SHA-256(0x00 ‖ data)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


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


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root of the tree over these leaf hashes."""
    peaks: list[bytes] = []
    for size, leaf in enumerate(leaves):
        peaks = grown(peaks, size, leaf)
    return root_of_peaks(peaks)


def proof_of(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """The inclusion proof of leaf `index`, from the leaf upwards. Raises IndexError."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    half = 1 << ((len(leaves) - 1).bit_length() - 1)
    if index < half:
        return [*proof_of(index, leaves[:half]), root_of(leaves[half:])]
    return [*proof_of(index - half, leaves[half:]), root_of(leaves[:half])]


def proof_of_last(peaks_before: Sequence[bytes]) -> list[bytes]:
    """The inclusion proof of a leaf just added to a tree with these peaks before it.

    What stands to the left of the last leaf are exactly the perfect subtrees before it, the
    smallest next to it.
    """
    return list(reversed(peaks_before))


def verified(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash is number `index` (from 0) of the `size` leaves under `root`.

    The algorithm of RFC 9162, section 2.1.3.2.
    """
    if not 0 <= index < size:
        return False
    place, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root
