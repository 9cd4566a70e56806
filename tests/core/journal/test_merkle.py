"""The Merkle tree is that of RFC 6962: known roots, proofs that hold, and none that should not."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.journal import merkle

LEAVES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = {  # the test vectors of the reference implementation of RFC 6962
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    6: "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
leaf_lists = st.lists(st.binary(max_size=8), min_size=1, max_size=70)


def hashed(leaves: list[bytes]) -> list[bytes]:
    return [merkle.leaf_hash(leaf) for leaf in leaves]


@pytest.mark.parametrize("size", ROOTS)
def test_the_roots_are_those_of_the_reference(size: int) -> None:
    assert merkle.root_of(hashed(LEAVES[:size])).hex() == ROOTS[size]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert merkle.root_of([]) == hashlib.sha256(b"").digest()


@given(leaf_lists, st.data())
def test_every_leaf_can_be_proved(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    all_hashes = hashed(leaves)
    proof = merkle.proof_of(index, all_hashes)
    root = merkle.root_of(all_hashes)
    assert merkle.verified(all_hashes[index], index, len(leaves), proof, root)


@given(leaf_lists)
def test_the_last_leaf_is_proved_by_the_peaks_before_it(leaves: list[bytes]) -> None:
    all_hashes = hashed(leaves)
    peaks: list[bytes] = []
    for size, leaf in enumerate(all_hashes[:-1]):
        peaks = merkle.grown(peaks, size, leaf)
    assert merkle.proof_of_last(peaks) == merkle.proof_of(len(leaves) - 1, all_hashes)


@given(leaf_lists, st.data())
def test_nothing_else_can_be_proved(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    all_hashes = hashed(leaves)
    proof, root = merkle.proof_of(index, all_hashes), merkle.root_of(all_hashes)
    size = len(leaves)
    other = merkle.leaf_hash(b"something else entirely")
    assert not merkle.verified(other, index, size, proof, root)
    assert not merkle.verified(all_hashes[index], size, size, proof, root)
    assert not merkle.verified(all_hashes[index], index, size, [*proof, other], root)
    assert not merkle.verified(all_hashes[index], index, size, proof, other)
    if proof:
        assert not merkle.verified(all_hashes[index], index, size, proof[:-1], root)
        assert not merkle.verified(all_hashes[index], index, size, [other, *proof[1:]], root)


def test_a_leaf_outside_the_tree_has_no_proof() -> None:
    with pytest.raises(IndexError):
        merkle.proof_of(2, hashed([b"a", b"b"]))


@given(st.lists(st.binary(max_size=4), min_size=1, max_size=70), st.data())
def test_a_growing_tree_gives_the_same_at_every_size(
    lines: list[bytes], data: st.DataObject
) -> None:
    leaves = [merkle.leaf_hash(line) for line in lines]
    part = data.draw(st.integers(0, len(leaves)))
    tree = merkle.GrowingTree()
    tree.grow(leaves[:part])
    tree.grow(leaves[part:])
    size = data.draw(st.integers(1, len(leaves)))
    place = data.draw(st.integers(1, size))
    assert tree.size == len(leaves)
    assert tree.root(size) == merkle.root_of(leaves[:size])
    assert tree.proof(place - 1, size) == merkle.proof_of(place - 1, leaves[:size])
    assert tree.consistency(place, size) == merkle.consistency_of(place, leaves[:size])


@pytest.mark.parametrize(("place", "size"), [(0, 0), (2, 2), (0, 4), (-1, 2)])
def test_a_growing_tree_has_no_proof_outside_of_it(place: int, size: int) -> None:
    tree = merkle.GrowingTree()
    tree.grow([merkle.leaf_hash(bytes([one])) for one in range(3)])
    with pytest.raises(IndexError):
        tree.proof(place, size)
    with pytest.raises(IndexError):
        tree.consistency(place + 1, size)


@pytest.mark.parametrize("size", [0, 4])
def test_a_growing_tree_has_no_root_of_nothing_or_of_more_than_it_is(size: int) -> None:
    tree = merkle.GrowingTree()
    tree.grow([merkle.leaf_hash(bytes([one])) for one in range(3)])
    with pytest.raises(IndexError):
        tree.root(size)
