"""Checks a receipt: that it is whole, is of these files, and still stands in the journal.

This one file is the verifier: Python's standard library and the package `cryptography`, nothing of
Innspill. Whoever holds a receipt can read it, and run it without us:

    python verifying.py receipt.json --checkpoint checkpoint.json --file response.docx

A receipt holds its line of the journal (`leaf`), the line's place in a Merkle tree (`proof`, `root`:
RFC 9162), and a checkpoint: the size and root of the whole journal at that moment, signed with
Ed25519 (C2SP signed-note and tlog-checkpoint). The line holds only hashes of what the receipt says,
salted with the receipt's own `salt`. Receipts of schema 1 have no salt and no signature.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import hashlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

RECEIPT, RECEIPT_1 = "innspill/receipt/2", "innspill/receipt/1"
CHECKPOINT = "innspill/checkpoint/2"
SAID = ("received_at", "channel", "hearing", "files")
"""What of a receipt is hashed, with its salt, into `sent` of the journal's line."""
ED25519 = b"\x01"
_MOST_NOTE, _MOST_SIGNATURES, _SIGNATURE = 128 * 1024, 64, "\N{EM DASH} "
Kind = TypeVar("Kind", int, str, list[Any])


class Fault(Exception):
    """A check failed: what does not fit, in a sentence."""


class TooOld(Fault):
    """The checkpoint is older than the receipt, so that it says nothing about it, good or bad."""


class Tree(NamedTuple):
    """What a checkpoint says: whose journal, how many lines, and the root over them."""

    origin: str
    size: int
    root: bytes


def check_receipt(receipt: Mapping[str, Any], key: str | None = None) -> list[str]:
    """What the receipt proves by itself, in sentences. Raises Fault.

    `key` is the verifier key that the journal is known to be signed with; without it the receipt's
    own is taken, which then proves only that nobody without that key has changed it.
    """
    if receipt.get("schema") not in {RECEIPT, RECEIPT_1}:
        raise Fault("this is no receipt that this verifier knows")
    position, size = _field(receipt, "journal_position", int), _field(receipt, "tree_size", int)
    line = _line(receipt, position)
    root = _hash(receipt.get("root"))
    if not verified(_leaf(receipt), position - 1, size, _hashes(receipt, "proof"), root):
        raise Fault("the proof does not lead from the journal line to the root")
    said = [
        f"receipt {receipt.get('number')} says the same as line {position} of the journal",
        f"line {position} is among the {size} lines that the journal had then",
    ]
    if receipt["schema"] == RECEIPT_1:
        _fits_unsalted(receipt, line["detail"])
        return [*said, "it is not signed: without a later checkpoint it proves nothing"]
    if line["detail"].get("sent") != salted(receipt, SAID):
        raise Fault("the journal line is about another time, way, hearing or other files")
    tree = opened(_field(receipt, "checkpoint", str), _key(receipt, key))
    if (tree.size, tree.root) != (size, root):
        raise Fault("what was signed is another journal than the receipt's")
    return [*said, f"{tree.origin} has signed the journal of {size} lines"]


def check_files(receipt: Mapping[str, Any], files: Mapping[str, bytes]) -> list[str]:
    """That each of `files` (name to bytes) is one of those received. Raises Fault."""
    received = {str(file.get("sha256")) for file in _files(receipt)}
    said = []
    for name, data in files.items():
        if hashlib.sha256(data).hexdigest() not in received:
            raise Fault(f"{name} is not one of the files received")
        said.append(f"{name} is one of the files received, byte for byte")
    return said


def check_against(
    receipt: Mapping[str, Any],
    checkpoint: str | Mapping[str, Any],
    proof: Mapping[str, Any] | None = None,
    key: str | None = None,
) -> list[str]:
    """That the journal of a later checkpoint still holds the receipt's line. Raises Fault.

    `checkpoint` is the signed note, or the JSON object with the hash of each line beside it; a note
    alone needs `proof`, as the portal gives it for one line. Raises TooOld where the checkpoint was
    made before the receipt.
    """
    tree, leaves = _tree_of(receipt, checkpoint, key)
    position, size = _field(receipt, "journal_position", int), _field(receipt, "tree_size", int)
    if tree.size < max(position, size):
        raise TooOld(
            f"the checkpoint is of {tree.size} lines, made before line {position} was written; wait"
            " for the next hour's: if that does not have the line either, lines are missing"
        )
    old = _hash(receipt.get("root"))
    if leaves is not None:
        held, same = leaves[position - 1] == _leaf(receipt), root_of(leaves[:size]) == old
    elif proof is not None:
        path, further = _hashes(proof, "proof"), _hashes(proof, "consistency")
        held = verified(_leaf(receipt), position - 1, tree.size, path, tree.root)
        same = consistent(size, tree.size, further, old, tree.root)
    elif (tree.size, tree.root) == (size, old):
        held = same = True
    else:
        raise Fault("the checkpoint alone does not show its lines: give its address or JSON file")
    if not held:
        raise Fault(f"line {position} of the checkpoint's journal is another one")
    if not same:
        raise Fault(f"the first {size} lines of the checkpoint's journal are not the receipt's")
    return [f"the journal of {tree.size} lines that {tree.origin} has signed holds it, unchanged"]


# Signed notes and checkpoints (https://c2sp.org/signed-note, https://c2sp.org/tlog-checkpoint).


def opened(note: str, key: str) -> Tree:
    """What a signed checkpoint says, if `key` has signed it. Raises Fault.

    Signatures of others are passed over, as the specification has it.
    """
    name, key_id, public = read_key(key)
    text, signatures = _parted(note)
    own = [blob[4:] for signer, blob in signatures if signer == name and blob[:4] == key_id]
    for signature in own:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
        except InvalidSignature as error:
            raise Fault("the signature under the checkpoint is false") from error
    if not own:
        raise Fault(f"the checkpoint is not signed with the key {key}")
    tree = _checkpoint_in(text)
    if tree.origin != name:
        raise Fault(f"the checkpoint is of {tree.origin}, the key of {name}")
    return tree


def opened_size(note: str) -> int:
    """How many lines a checkpoint speaks of, whoever signed it. Raises Fault."""
    return _checkpoint_in(_parted(note)[0]).size


def read_key(key: str) -> tuple[str, bytes, bytes]:
    """Name, id and public key of a verifier key "name+id+base64". Raises Fault."""
    name, _, rest = key.strip().partition("+")
    key_id, _, encoded = rest.partition("+")
    public = _decoded(encoded, "the key")
    if not name or public[:1] != ED25519 or len(public) != 33:
        raise Fault("this is no verifier key of the form name+id+base64 for Ed25519")
    if key_id_of(name, public[1:]).hex() != key_id:
        raise Fault("the key's id does not fit the key: a part of it was not copied")
    return name, bytes.fromhex(key_id), public[1:]


def key_id_of(name: str, public: bytes) -> bytes:
    """The four bytes that name a key in a signature line."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def _parted(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text that was signed, and who signed it: name, and id with signature."""
    if len(note.encode()) > _MOST_NOTE:
        raise Fault("the checkpoint is too long")
    if any(character < " " and character != "\n" for character in note):
        raise Fault("the checkpoint holds a character that no signed note holds")
    text, blank, below = note.rpartition("\n\n")
    lines = below.split("\n")
    if not blank or lines.pop() != "" or not 0 < len(lines) <= _MOST_SIGNATURES:
        raise Fault("the checkpoint is no signed note: it was not copied whole")
    return text + "\n", [_signature(line) for line in lines]


def _signature(line: str) -> tuple[str, bytes]:
    name, _, encoded = line.removeprefix(_SIGNATURE).partition(" ")
    blob = _decoded(encoded, "a signature")
    if not line.startswith(_SIGNATURE) or not name or "+" in name or len(blob) < 5:
        raise Fault("the checkpoint has a signature line that is none")
    return name, blob


def _checkpoint_in(text: str) -> Tree:
    lines = text.removesuffix("\n").split("\n")
    if len(lines) < 3 or "" in lines:
        raise Fault("the signed note is no checkpoint")
    origin, size, root = lines[:3]
    if not re.fullmatch("0|[1-9][0-9]{0,17}", size):
        raise Fault("the checkpoint has no size")
    return Tree(origin, int(size), _hash(_decoded(root, "the root").hex()))


# The Merkle tree (RFC 9162, sections 2.1.1, 2.1.3.2 and 2.1.4.2).


def leaf_hash(data: bytes) -> bytes:
    """The hash of one leaf: SHA-256(0x00 ‖ data)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees: SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root of the tree over these leaf hashes; of no leaves, the hash of nothing."""
    row = list(leaves) or [hashlib.sha256(b"").digest()]
    while len(row) > 1:
        odd = row[len(row) & ~1 :]
        row = [node_hash(*pair) for pair in zip(row[::2], row[1::2], strict=False)] + odd
    return row[0]


def verified(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the leaf hash is number `index` (from 0) of the `size` leaves under `root`."""
    if not 0 <= index < size:
        return False
    climbed = _climbed(index, size - 1, leaf, proof)
    return climbed is not None and climbed[1] == root


def consistent(first: int, second: int, proof: Sequence[bytes], old: bytes, new: bytes) -> bool:
    """Whether the `first` leaves under root `old` are the first of the `second` under root `new`."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and old == new
    path = [old, *proof] if first & (first - 1) == 0 else list(proof)
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    return bool(path) and _climbed(place, last, path[0], path[1:]) == (old, new)


def _climbed(
    place: int, last: int, start: bytes, path: Sequence[bytes]
) -> tuple[bytes, bytes] | None:
    """The roots that a path leads to: of what stands to the left of `place`, and of it all."""
    left = whole = start
    for sibling in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            left, whole = node_hash(sibling, left), node_hash(sibling, whole)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            whole = node_hash(whole, sibling)
        place, last = place >> 1, last >> 1
    return (left, whole) if last == 0 else None


# What a receipt and a checkpoint are made of.


def canonical(value: Mapping[str, Any]) -> bytes:
    """The bytes of a JSON object: sorted keys, no spaces, UTF-8. As RFC 8785 for what we write."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def salted(content: Mapping[str, Any], fields: Sequence[str]) -> str:
    """The SHA-256 of some fields of an object under its `salt`, without which nobody can guess them."""
    return _digest({field: content.get(field) for field in (*fields, "salt")})


def _digest(value: Mapping[str, Any]) -> str:
    try:
        return hashlib.sha256(canonical(value)).hexdigest()
    except (TypeError, ValueError, RecursionError) as error:
        raise Fault("it holds something that no receipt holds") from error


def _line(receipt: Mapping[str, Any], position: int) -> Mapping[str, Any]:
    try:
        line = json.loads(_field(receipt, "leaf", str))
    except (ValueError, RecursionError) as error:
        raise Fault("the journal line is no JSON") from error
    if not isinstance(line, dict) or not isinstance(line.get("detail"), dict):
        raise Fault("the journal line is no journal line")
    number = _field(receipt, "number", int)
    if line.get("verb") != "received" or line.get("subject") != f"delivery {number}":
        raise Fault("the journal line is about something else")
    if not line.get("number") == position == receipt.get("tree_size"):
        raise Fault("the journal line has another number, or was not the last one then")
    return line


def _fits_unsalted(receipt: Mapping[str, Any], detail: Mapping[str, Any]) -> None:
    """Schema 1: the line says time and hashes themselves; the earliest ones no names and sizes."""
    if detail.get("received_at") != receipt.get("received_at"):
        raise Fault("the journal line has another time of receipt")
    if detail.get("files") != [str(file.get("sha256")) for file in _files(receipt)]:
        raise Fault("the journal line has other files")
    listed = _digest({"files": _files(receipt)})
    if detail.get("listed", listed) != listed:
        raise Fault("the journal line has other names or sizes of the files")


def _tree_of(
    receipt: Mapping[str, Any], checkpoint: str | Mapping[str, Any], key: str | None
) -> tuple[Tree, list[bytes] | None]:
    """What a checkpoint says, and the hash of each line where it lists them."""
    if isinstance(checkpoint, str):
        return opened(checkpoint, _key(receipt, key)), None
    leaves = _hashes(checkpoint, "leaves")
    if checkpoint.get("schema") != CHECKPOINT:
        raise Fault("this is no checkpoint that this verifier knows")
    tree = opened(_field(checkpoint, "note", str), _key(receipt, key))
    if (len(leaves), root_of(leaves)) != (tree.size, tree.root):
        raise Fault("the checkpoint does not fit the lines that it lists")
    return tree, leaves


def _key(receipt: Mapping[str, Any], key: str | None) -> str:
    """The key that counts: the one that the reader knows, else the receipt's own."""
    if key is not None:
        return key.strip()
    if receipt.get("key") is None:
        raise Fault("the receipt does not say which key is right: give the one that you know")
    return _field(receipt, "key", str)


def _leaf(receipt: Mapping[str, Any]) -> bytes:
    return leaf_hash(_field(receipt, "leaf", str).encode("utf-8", "surrogatepass"))


def _files(receipt: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [file if isinstance(file, dict) else {} for file in _field(receipt, "files", list)]


def _field(content: Mapping[str, Any], field: str, kind: type[Kind]) -> Kind:
    value = content.get(field)
    if type(value) is not kind:
        raise Fault(f"{field} is missing, or is not what it should be")
    return value


def _hashes(content: Mapping[str, Any], field: str) -> list[bytes]:
    return [_hash(value) for value in _field(content, field, list)]


def _hash(value: object) -> bytes:
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{64}", value):
        raise Fault("a hash is not 64 hexadecimal digits")
    return bytes.fromhex(value)


def _decoded(text: str, what: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Fault(f"{what} is not in base64: it was not copied whole") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line: prints what holds and gives 0, or what does not and gives 1."""
    parser = argparse.ArgumentParser(description="Check a receipt of a consultation.")
    parser.add_argument("receipt", type=Path, help="the receipt, as JSON")
    parser.add_argument("--checkpoint", type=Path, help="a checkpoint that was published later")
    parser.add_argument("--file", type=Path, nargs="*", default=[], help="files that were sent")
    parser.add_argument("--key", help="the key that the journal is known to be signed with")
    parser.add_argument("--later-key", help="that of the checkpoint, where the first one was lost")
    given = parser.parse_args(arguments)
    try:
        receipt = json.loads(given.receipt.read_bytes())
        said = check_receipt(receipt, given.key)
        said += check_files(receipt, {str(path): path.read_bytes() for path in given.file})
        if given.checkpoint:
            text = given.checkpoint.read_text("utf-8")
            later = json.loads(text) if text.startswith("{") else text
            said += check_against(receipt, later, key=given.later_key or given.key)
    except (Fault, OSError, ValueError, AttributeError) as fault:
        proved = "not proved yet" if isinstance(fault, TooOld) else "does not hold"
        sys.stderr.write(f"{proved}: {fault}\n")
        return 1
    sys.stdout.write("".join(f"ok  {sentence}\n" for sentence in said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
