"""Checking a receipt against itself, against files, and against a checkpoint. Standard library only.

A receipt holds: number, received_at, files with SHA-256, journal_position, the leaf (the line's
canonical JSON), an inclusion proof, tree_size and root. A checkpoint holds: size, root, and the
leaf hash of every line up to there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from innspill.shared.journal import merkle
from innspill.shared.journal.canonical import canonical

RECEIPT, CHECKPOINT = "innspill/receipt/1", "innspill/checkpoint/1"


class Fault(Exception):
    """A check failed: what does not fit, in a sentence."""


def listed(files: Sequence[Any]) -> str:
    """The SHA-256 of a receipt's list of files, names and sizes too, without telling a name.

    Raises Fault for a list that no receipt holds.
    """
    try:
        return hashlib.sha256(canonical({"files": list(files)})).hexdigest()
    except (TypeError, ValueError) as error:
        raise Fault("the list of files is not as a receipt has it") from error


def check_receipt(receipt: Mapping[str, Any]) -> list[str]:
    """What the receipt proves by itself, in sentences. Raises Fault."""
    if receipt.get("schema") != RECEIPT:
        raise Fault(f"this is no receipt of schema {RECEIPT}")
    position, size = _whole(receipt, "journal_position"), _whole(receipt, "tree_size")
    line = _line(receipt)
    _fits(receipt, line, position)
    leaf = merkle.leaf_hash(_text(receipt, "leaf").encode())
    proof = [_hash(step) for step in _list(receipt, "proof")]
    if not merkle.verified(leaf, position - 1, size, proof, _hash(receipt.get("root"))):
        raise Fault("the proof does not lead from the journal line to the root")
    return [
        f"receipt {receipt['number']} says the same as journal line {position}",
        f"line {position} is among the {size} lines under root {str(receipt['root'])[:16]}…",
    ]


def check_files(receipt: Mapping[str, Any], files: Mapping[str, bytes]) -> list[str]:
    """That each of `files` (name to bytes) is one of those received. Raises Fault."""
    received = set(_digests(receipt))
    said = []
    for name, data in files.items():
        if hashlib.sha256(data).hexdigest() not in received:
            raise Fault(f"{name} is not one of the files received")
        said.append(f"{name} is one of the files received, byte for byte")
    return said


def check_against(receipt: Mapping[str, Any], checkpoint: Mapping[str, Any]) -> list[str]:
    """That the journal of the checkpoint still holds the receipt's line. Raises Fault."""
    if checkpoint.get("schema") != CHECKPOINT:
        raise Fault(f"this is no checkpoint of schema {CHECKPOINT}")
    leaves = [_hash(leaf) for leaf in _list(checkpoint, "leaves")]
    if len(leaves) != _whole(checkpoint, "size") or merkle.root_of(leaves) != _hash(
        checkpoint.get("root")
    ):
        raise Fault("the checkpoint does not fit its own root")
    position, size = _whole(receipt, "journal_position"), _whole(receipt, "tree_size")
    if len(leaves) < size:
        raise Fault(f"the checkpoint has {len(leaves)} lines, older than the receipt's {size}")
    if leaves[position - 1] != merkle.leaf_hash(_text(receipt, "leaf").encode()):
        raise Fault(f"line {position} of the checkpoint is another one")
    if merkle.root_of(leaves[:size]) != _hash(receipt.get("root")):
        raise Fault(f"the first {size} lines of the checkpoint are not those of the receipt")
    return [f"the checkpoint's journal of {len(leaves)} lines holds it, unchanged"]


def _line(receipt: Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        line = json.loads(_text(receipt, "leaf"))
    except ValueError as error:
        raise Fault("the journal line is no JSON") from error
    if not isinstance(line, dict) or not isinstance(line.get("detail"), dict):
        raise Fault("the journal line is no journal line")
    return line


def _fits(receipt: Mapping[str, Any], line: Mapping[str, Any], position: int) -> None:
    detail = line["detail"]
    if line.get("verb") != "received" or line.get("subject") != f"delivery {receipt.get('number')}":
        raise Fault("the journal line is about something else")
    if line.get("number") != position:
        raise Fault("the journal line has another number")
    if detail.get("received_at") != receipt.get("received_at"):
        raise Fault("the journal line has another time of receipt")
    if detail.get("files") != _digests(receipt):
        raise Fault("the journal line has other files")
    # Lines of older receipts do not say it.
    if "listed" in detail and detail["listed"] != listed(_list(receipt, "files")):
        raise Fault("the journal line has other names or sizes of the files")


def _digests(receipt: Mapping[str, Any]) -> list[str]:
    files = _list(receipt, "files")
    return [str(file.get("sha256")) if isinstance(file, dict) else "" for file in files]


def _whole(content: Mapping[str, Any], field: str) -> int:
    value = content.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Fault(f"{field} is no number")
    return value


def _text(content: Mapping[str, Any], field: str) -> str:
    value = content.get(field)
    if not isinstance(value, str):
        raise Fault(f"{field} is missing")
    return value


def _list(content: Mapping[str, Any], field: str) -> list[Any]:
    value = content.get(field)
    if not isinstance(value, list):
        raise Fault(f"{field} is missing")
    return value


def _hash(value: object) -> bytes:
    try:
        found = bytes.fromhex(str(value))
    except ValueError as error:
        raise Fault("a hash is not in hexadecimal digits") from error
    if len(found) != hashlib.sha256().digest_size:
        raise Fault("a hash has the wrong length")
    return found
