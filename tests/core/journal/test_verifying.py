"""The verifier: signed notes as C2SP has them, proofs that hold, and nothing that only looks so."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.journal import merkle, verifying
from innspill.shared.journal.signing import Signer
from innspill.shared.journal.verifying import Fault, TooOld, check_against, check_receipt, opened

OURS, THEIRS = Signer("horing.example", b"\x07" * 32), Signer("horing.example", b"\x08" * 32)
WITNESS = Signer("witness.example", b"\x09" * 32)
ROOT = bytes(range(32))
NOTE = OURS.signed(7, ROOT)
SAMPLE = {
    "schema": "innspill/receipt/2", "number": 3, "received_at": "2026-03-01T12:00:00.000000Z",
    "channel": "upload", "hearing": "22-448", "salt": "5a" * 32,
    "files": [{"name": "svar.docx", "sha256": "ab" * 32, "size": 12}],
}  # fmt: skip


def other_lines(many: int) -> list[bytes]:
    return [merkle.leaf_hash(f"line {number}".encode()) for number in range(many)]


def receipt_at(position: int, **changed: Any) -> dict[str, Any]:
    """A receipt whose line is number `position` of a journal of as many lines."""
    content = {**SAMPLE, **changed}
    line = {
        "number": position, "verb": "received", "subject": f"delivery {content['number']}",
        "detail": {"sent": verifying.salted(content, verifying.SAID)},
    }  # fmt: skip
    leaf = verifying.canonical(line)
    leaves = [*other_lines(position - 1), merkle.leaf_hash(leaf)]
    root = merkle.root_of(leaves)
    return {
        **content, "journal_position": position, "leaf": leaf.decode(), "tree_size": position,
        "proof": [step.hex() for step in merkle.proof_of(position - 1, leaves)],
        "root": root.hex(), "checkpoint": OURS.signed(position, root), "key": OURS.public_key,
    }  # fmt: skip


def later(receipt: dict[str, Any], more: int) -> list[bytes]:
    position = receipt["journal_position"]
    mine = merkle.leaf_hash(receipt["leaf"].encode())
    return [*other_lines(position - 1), mine, *other_lines(more)]


def proof_of(position: int, leaves: list[bytes]) -> dict[str, Any]:
    return {
        "proof": [step.hex() for step in merkle.proof_of(position - 1, leaves)],
        "consistency": [step.hex() for step in merkle.consistency_of(position, leaves)],
    }


def test_the_key_has_the_form_of_the_reference_implementation() -> None:
    """The pair that the documentation of Go's package `note` shows."""
    seed = base64.b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]
    public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert Signer("PeterNeumann", seed).public_key == public
    assert verifying.read_key(public)[0] == "PeterNeumann"


def test_a_signed_checkpoint_says_what_was_signed() -> None:
    assert opened(NOTE, OURS.public_key) == ("horing.example", 7, ROOT)
    text, signature = NOTE.split("\n\n")
    assert text.split("\n")[:2] == ["horing.example", "7"]
    assert signature.startswith("— horing.example ")


def test_signatures_of_others_are_passed_over() -> None:
    others = WITNESS.signed(7, ROOT).split("\n\n")[1] + THEIRS.signed(7, ROOT).split("\n\n")[1]
    assert opened(NOTE + others, OURS.public_key).size == 7


@pytest.mark.parametrize("key", [THEIRS.public_key, WITNESS.public_key])
def test_what_another_key_has_signed_does_not_count(key: str) -> None:
    with pytest.raises(Fault, match="not signed with the key"):
        opened(NOTE, key)


def test_a_second_false_signature_of_the_same_key_spoils_the_note() -> None:
    false = OURS.signed(8, ROOT).split("\n\n")[1]
    with pytest.raises(Fault, match="is false"):
        opened(NOTE + false, OURS.public_key)


def test_the_checkpoint_of_another_journal_under_our_key_does_not_count() -> None:
    text = NOTE.split("\n\n")[0].replace("horing.example", "annen.example") + "\n"
    blob = base64.b64decode(NOTE.split(" ")[-1])[:4] + OURS._private.sign(text.encode())
    note = f"{text}\n— horing.example {base64.b64encode(blob).decode()}\n"
    with pytest.raises(Fault, match=r"of annen\.example"):
        opened(note, OURS.public_key)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda note: note.replace("\n7\n", "\n8\n"), lambda note: note.replace("\n7\n", "\n07\n"),
        lambda note: note.replace("\n7\n", "\n٧\n"), lambda note: note[:-1],
        lambda note: note.replace("— ", "- "), lambda note: note.replace("\n\n", "\n"),
        lambda note: note.replace("\n7\n", "\n7\r\n"), lambda note: note + "\n",
        lambda note: note + "x" * 200_000, lambda note: note.split("\n\n")[0] + "\n\n",
        lambda note: "", lambda note: note.replace("horing", "horing+"),
        lambda note: note + "— x.example AAAA\n", lambda note: note + "— x.example !\n",
    ],
)  # fmt: skip
def test_a_note_that_is_not_as_it_was_signed_is_refused(spoil: Any) -> None:
    with pytest.raises(Fault):
        opened(spoil(NOTE), OURS.public_key)


@pytest.mark.parametrize(
    "key",
    ["", "horing.example", OURS.public_key[:-2], OURS.public_key.replace("horing", "annen"),
     "a+b+c", "+" + OURS.public_key.split("+", 1)[1], OURS.public_key[:-4]],
)  # fmt: skip
def test_a_key_that_was_not_copied_whole_is_refused(key: str) -> None:
    with pytest.raises(Fault):
        opened(NOTE, key)


@given(st.integers(1, 40), st.integers(1, 40), st.randoms(use_true_random=False))
def test_a_journal_s_beginning_is_proved_and_no_other_one(first: int, more: int, by: Any) -> None:
    leaves = other_lines(first + more)
    old, new = merkle.root_of(leaves[:first]), merkle.root_of(leaves)
    proof = merkle.consistency_of(first, leaves)
    assert verifying.consistent(first, len(leaves), proof, old, new)
    place = by.randrange(first)
    changed = [*leaves[:place], merkle.leaf_hash(b"other"), *leaves[place + 1 :]]
    assert not verifying.consistent(first, len(leaves), proof, merkle.root_of(changed[:first]), new)
    assert not verifying.consistent(first, len(leaves), proof, old, merkle.root_of(changed))
    assert not verifying.consistent(first, len(leaves), [*proof, old], old, new)
    assert not proof or not verifying.consistent(first, len(leaves), proof[:-1], old, new)


def test_the_beginning_of_a_journal_is_nothing_or_all_of_it_at_the_ends() -> None:
    leaves = other_lines(5)
    root = merkle.root_of(leaves)
    assert merkle.consistency_of(5, leaves) == []
    assert verifying.consistent(5, 5, [], root, root)
    assert not verifying.consistent(0, 5, [], root, root)
    assert not verifying.consistent(6, 5, [], root, root)
    assert not verifying.consistent(3, 5, [], root, root)
    with pytest.raises(IndexError):
        merkle.consistency_of(6, leaves)


@given(st.integers(1, 30), st.integers(0, 30))
def test_a_receipt_holds_against_every_later_checkpoint(position: int, more: int) -> None:
    receipt = receipt_at(position)
    leaves = later(receipt, more)
    note = OURS.signed(len(leaves), merkle.root_of(leaves))
    listed = {"schema": "innspill/checkpoint/2", "note": note, "leaves": [x.hex() for x in leaves]}
    assert len(check_receipt(receipt, OURS.public_key)) == 3
    assert check_against(receipt, note, proof_of(position, leaves))
    assert check_against(receipt, listed, key=OURS.public_key)


@pytest.mark.parametrize("place", [0, 4])
def test_a_journal_with_another_line_does_not_hold_it(place: int) -> None:
    """Whether it is the receipt's own line that is another one, or one before it."""
    receipt = receipt_at(5)
    leaves = later(receipt, 6)
    leaves[place] = merkle.leaf_hash(b"another line")
    note = OURS.signed(len(leaves), merkle.root_of(leaves))
    listed = {"schema": "innspill/checkpoint/2", "note": note, "leaves": [x.hex() for x in leaves]}
    with pytest.raises(Fault, match=r"another one|not the receipt's"):
        check_against(receipt, listed)
    with pytest.raises(Fault, match=r"another one|not the receipt's"):
        check_against(receipt, note, proof_of(5, leaves))


def test_a_checkpoint_from_before_the_receipt_says_nothing_of_it() -> None:
    with pytest.raises(TooOld, match="next hour"):
        check_against(receipt_at(5), OURS.signed(4, ROOT))


def test_a_later_checkpoint_alone_is_not_taken_for_a_proof() -> None:
    receipt = receipt_at(5)
    assert check_against(receipt, receipt["checkpoint"])
    with pytest.raises(Fault, match="does not show its lines"):
        check_against(receipt, OURS.signed(6, ROOT))
    with pytest.raises(Fault, match="does not show its lines"):
        check_against(receipt, OURS.signed(5, ROOT))


def test_a_listing_that_does_not_fit_what_was_signed_is_refused() -> None:
    receipt = receipt_at(5)
    leaves = [leaf.hex() for leaf in later(receipt, 2)]
    note = OURS.signed(7, merkle.root_of(later(receipt, 2)))
    for listed in ([*leaves, leaves[0]], leaves[:-1], leaves[::-1]):
        with pytest.raises(Fault, match="does not fit"):
            check_against(
                receipt, {"schema": "innspill/checkpoint/2", "note": note, "leaves": listed}
            )


def test_a_receipt_under_a_key_of_the_forger_s_own_is_found_by_who_knows_the_key() -> None:
    receipt = receipt_at(5)
    forged = {
        **receipt, "key": THEIRS.public_key,
        "checkpoint": THEIRS.signed(5, bytes.fromhex(receipt["root"])),
    }  # fmt: skip
    assert check_receipt(forged)
    with pytest.raises(Fault, match="not signed with the key"):
        check_receipt(forged, OURS.public_key)


def test_without_the_salt_a_guess_cannot_be_tried() -> None:
    one, two = receipt_at(5), receipt_at(5, salt="5b" * 32)
    assert json.loads(one["leaf"])["detail"]["sent"] != json.loads(two["leaf"])["detail"]["sent"]
    for word in ("svar.docx", "ab" * 32, "upload", "22-448"):
        assert word not in one["leaf"]


def test_the_verifier_runs_by_itself(tmp_path: Path) -> None:
    """As somebody does who downloaded this one file: Innspill and Django are not to be found."""
    alone = tmp_path / "verifying.py"
    alone.write_bytes(Path(verifying.__file__).read_bytes())
    receipt = receipt_at(5)
    leaves = later(receipt, 3)
    listed = {
        "schema": "innspill/checkpoint/2", "leaves": [leaf.hex() for leaf in leaves],
        "note": OURS.signed(8, merkle.root_of(leaves)),
    }  # fmt: skip
    (tmp_path / "r.json").write_text(json.dumps(receipt))
    (tmp_path / "c.json").write_text(json.dumps(listed), "utf-8")

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-E", str(alone), "r.json", "--checkpoint", "c.json"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    done = run()
    assert (done.returncode, done.stdout.count("ok  ")) == (0, 4), done.stderr
    (tmp_path / "r.json").write_text(json.dumps({**receipt, "hearing": "another"}))
    done = run()
    assert done.returncode == 1
    assert "does not hold" in done.stderr
    assert (
        "innspill" not in alone.read_text("utf-8").replace("innspill/", "").split("\nimport", 1)[1]
    )
