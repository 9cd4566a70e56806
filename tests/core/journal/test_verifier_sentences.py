"""What the verifier says: what holds, and in one sentence what does not."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from innspill.shared.journal import merkle, verifying
from innspill.shared.journal.verifying import (
    Fault,
    check_against,
    check_files,
    check_receipt,
    opened,
    opened_size,
    read_key,
)
from tests.core.journal.test_verifying import (
    NOTE,
    OURS,
    ROOT,
    SAMPLE,
    THEIRS,
    later,
    proof_of,
    receipt_at,
)

RECEIPT = receipt_at(5)
LEAVES = later(RECEIPT, 3)
LATER = OURS.signed(8, merkle.root_of(LEAVES))
LISTED = {
    "schema": "innspill/checkpoint/2", "note": LATER, "leaves": [leaf.hex() for leaf in LEAVES],
}  # fmt: skip


def fault_of(check: Any, *given: Any, **named: Any) -> str:
    with pytest.raises(Fault) as caught:
        check(*given, **named)
    return str(caught.value)


def with_line(**changed: Any) -> dict[str, Any]:
    """The receipt with another line in the journal, which its proof and root fit."""
    line = {**json.loads(RECEIPT["leaf"]), **changed}
    leaf = json.dumps(line)
    leaves = [*LEAVES[:4], merkle.leaf_hash(leaf.encode())]
    root = merkle.root_of(leaves)
    return {**RECEIPT, "leaf": leaf, "root": root.hex(), "checkpoint": OURS.signed(5, root)}


def of_first_schema(**detail: Any) -> dict[str, Any]:
    """A receipt as the first one was: without salt and signature."""
    said = {"received_at": SAMPLE["received_at"], "files": ["ab" * 32], **detail}
    return {**with_line(detail=said), "schema": "innspill/receipt/1"}


def test_what_a_receipt_proves_is_said_in_three_sentences() -> None:
    assert check_receipt(RECEIPT) == [
        "receipt 3 says the same as line 5 of the journal",
        "line 5 is among the 5 lines that the journal had then",
        "horing.example has signed the journal of 5 lines",
    ]
    assert check_receipt(of_first_schema()) == [
        *check_receipt(RECEIPT)[:2],
        "it is not signed: without a later checkpoint it proves nothing",
    ]


@pytest.mark.parametrize("how", ["listed", "proved", "known key"])
def test_what_a_later_checkpoint_proves_is_said_in_one(how: str) -> None:
    said = {
        "listed": lambda: check_against(RECEIPT, LISTED),
        "proved": lambda: check_against(RECEIPT, LATER, proof_of(5, LEAVES)),
        "known key": lambda: check_against(RECEIPT, LISTED, key=f" {OURS.public_key}\n"),
    }[how]()
    assert said == ["the journal of 8 lines that horing.example has signed holds it, unchanged"]


def test_what_holds_for_a_file_is_said_of_each() -> None:
    receipt = {"files": [{"sha256": hashlib.sha256(data).hexdigest()} for data in (b"a", b"b")]}
    assert check_files(receipt, {"a.txt": b"a", "b.txt": b"b"}) == [
        "a.txt is one of the files received, byte for byte",
        "b.txt is one of the files received, byte for byte",
    ]
    assert fault_of(check_files, receipt, {"a.txt": b"a", "c.txt": b"c"}) == (
        "c.txt is not one of the files received"
    )
    assert fault_of(check_files, {"files": [7]}, {"a.txt": b"a"}) == (
        "a.txt is not one of the files received"
    )


@pytest.mark.parametrize(
    ("receipt", "says"),
    [
        ({**RECEIPT, "schema": "x"}, "this is no receipt that this verifier knows"),
        ({**RECEIPT, "journal_position": True}, "journal_position is missing, or is not what it should be"),
        ({**RECEIPT, "tree_size": None}, "tree_size is missing, or is not what it should be"),
        ({**RECEIPT, "leaf": 7}, "leaf is missing, or is not what it should be"),
        ({**RECEIPT, "proof": "ab"}, "proof is missing, or is not what it should be"),
        ({**RECEIPT, "checkpoint": None}, "checkpoint is missing, or is not what it should be"),
        ({**RECEIPT, "key": 7}, "key is missing, or is not what it should be"),
        ({**RECEIPT, "leaf": "{"}, "the journal line is no JSON"),
        ({**RECEIPT, "leaf": "[" * 100_000}, "the journal line is no JSON"),
        ({**RECEIPT, "leaf": "[]"}, "the journal line is no journal line"),
        (with_line(detail=[]), "the journal line is no journal line"),
        (with_line(verb="moved"), "the journal line is about something else"),
        ({**RECEIPT, "number": 4}, "the journal line is about something else"),
        (with_line(number=4),
         "the journal line has another number, or was not the last one then"),
        ({**RECEIPT, "root": "A" * 64}, "a hash is not 64 hexadecimal digits"),
        ({**RECEIPT, "root": None}, "a hash is not 64 hexadecimal digits"),
        ({**RECEIPT, "root": "00" * 32}, "the proof does not lead from the journal line to the root"),
        ({**RECEIPT, "hearing": "x"},
         "the journal line is about another time, way, hearing or other files"),
        ({**RECEIPT, "hearing": float("nan")}, "it holds something that no receipt holds"),
        ({**RECEIPT, "checkpoint": OURS.signed(6, bytes.fromhex(RECEIPT["root"]))},
         "what was signed is another journal than the receipt's"),
        ({**RECEIPT, "checkpoint": OURS.signed(5, ROOT)},
         "what was signed is another journal than the receipt's"),
        ({**RECEIPT, "key": None},
         "the receipt does not say which key is right: give the one that you know"),
        (of_first_schema(received_at="x"), "the journal line has another time of receipt"),
        (of_first_schema(files=["cd" * 32]), "the journal line has other files"),
        (of_first_schema(listed="00"), "the journal line has other names or sizes of the files"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_receipt_is_said_in_a_sentence(
    receipt: dict[str, Any], says: str
) -> None:
    assert fault_of(check_receipt, receipt) == says


def test_the_first_schema_with_the_files_listed_holds() -> None:
    listed = verifying._digest({"files": SAMPLE["files"]})
    assert check_receipt(of_first_schema(listed=listed))


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("a+b+!", "the key is not in base64: it was not copied whole"),
        ("a+b+AQ==", "this is no verifier key of the form name+id+base64 for Ed25519"),
        ("+" + OURS.public_key.split("+", 1)[1],
         "this is no verifier key of the form name+id+base64 for Ed25519"),
        ("a+00000000+" + base64.b64encode(b"\x02" + ROOT).decode(),
         "this is no verifier key of the form name+id+base64 for Ed25519"),
        ("a+00000000+" + base64.b64encode(b"\x01" + ROOT + b"\0").decode(),
         "this is no verifier key of the form name+id+base64 for Ed25519"),
        (OURS.public_key.replace("horing", "annen"),
         "the key's id does not fit the key: a part of it was not copied"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_key_is_said_in_a_sentence(key: str, says: str) -> None:
    assert fault_of(read_key, key) == says


TEXT, SIGNED = NOTE.split("\n\n")


@pytest.mark.parametrize(
    ("note", "says"),
    [
        (NOTE + "x" * 200_000, "the checkpoint is too long"),
        (NOTE.replace("7", "7\t"), "the checkpoint holds a character that no signed note holds"),
        (NOTE.replace("\n\n", "\n"), "the checkpoint is no signed note: it was not copied whole"),
        (NOTE[:-1], "the checkpoint is no signed note: it was not copied whole"),
        (f"{TEXT}\n\n", "the checkpoint is no signed note: it was not copied whole"),
        (f"{TEXT}\n\n{SIGNED * 65}", "the checkpoint is no signed note: it was not copied whole"),
        (f"{TEXT}\n\n{SIGNED}-a AAAAAAAA\n", "the checkpoint has a signature line that is none"),
        (f"{TEXT}\n\n{SIGNED}—  AAAAAAAA\n", "the checkpoint has a signature line that is none"),
        (f"{TEXT}\n\n{SIGNED}— a+b AAAAAAAA\n", "the checkpoint has a signature line that is none"),
        (f"{TEXT}\n\n{SIGNED}— a AAAAAA==\n", "the checkpoint has a signature line that is none"),
        (f"{TEXT}\n\n{SIGNED}— a !\n", "a signature is not in base64: it was not copied whole"),
        (NOTE.replace("\n7\n", "\n8\n"), "the signature under the checkpoint is false"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_note_is_said_in_a_sentence(note: str, says: str) -> None:
    assert fault_of(opened, note, OURS.public_key) == says


def test_whose_signature_is_missing_is_said() -> None:
    said = fault_of(opened, NOTE, THEIRS.public_key)
    assert said == f"the checkpoint is not signed with the key {THEIRS.public_key}"


@pytest.mark.parametrize("many", [1, 2, 64])
def test_a_note_has_at_most_64_signatures(many: int) -> None:
    others = "".join(f"— w{at}.example AAAAAAA=\n" for at in range(many - 1))
    assert opened(NOTE + others, OURS.public_key).size == 7


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\n7", "the signed note is no checkpoint"),
        (f"\n7\n{'A' * 43}=", "the signed note is no checkpoint"),
        (f"a\n07\n{'A' * 43}=", "the checkpoint has no size"),
        (f"a\n{'9' * 19}\n{'A' * 43}=", "the checkpoint has no size"),
        ("a\n7\n!", "the root is not in base64: it was not copied whole"),
        ("a\n7\nAAAA", "a hash is not 64 hexadecimal digits"),
    ],
)
def test_what_is_wrong_with_a_checkpoint_is_said_in_a_sentence(text: str, says: str) -> None:
    assert fault_of(opened_size, f"{text}\n\n{SIGNED}") == says


@pytest.mark.parametrize("size", [0, 1, 10, 99, 10**18 - 1])
def test_how_many_lines_a_checkpoint_is_of_can_be_read_whoever_signed_it(size: int) -> None:
    assert opened_size(THEIRS.signed(size, ROOT)) == size
    more = OURS.signed(size, ROOT).replace("\n\n", "\nanother line\n\n")
    assert opened_size(more) == size


@pytest.mark.parametrize(
    ("checkpoint", "says"),
    [
        (OURS.signed(4, ROOT),
         ("the checkpoint is of 4 lines, made before line 5 was written; wait for the next hour's: if"
          " that does not have the line either, lines are missing")),
        (LATER, "the checkpoint alone does not show its lines: give its address or JSON file"),
        ({**LISTED, "schema": "x"}, "this is no checkpoint that this verifier knows"),
        ({**LISTED, "leaves": None}, "leaves is missing, or is not what it should be"),
        ({**LISTED, "note": None}, "note is missing, or is not what it should be"),
        ({**LISTED, "leaves": LISTED["leaves"][:-1]},
         "the checkpoint does not fit the lines that it lists"),
    ],
)  # fmt: skip
def test_why_a_checkpoint_proves_nothing_is_said_in_a_sentence(checkpoint: Any, says: str) -> None:
    assert fault_of(check_against, RECEIPT, checkpoint) == says


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (4, "line 5 of the checkpoint's journal is another one"),
        (2, "the first 5 lines of the checkpoint's journal are not the receipt's"),
    ],
)
def test_which_lines_are_others_is_said(place: int, says: str) -> None:
    leaves = list(LEAVES)
    leaves[place] = merkle.leaf_hash(b"another")
    note = OURS.signed(8, merkle.root_of(leaves))
    listed = {**LISTED, "note": note, "leaves": [leaf.hex() for leaf in leaves]}
    assert fault_of(check_against, RECEIPT, listed) == says
    assert fault_of(check_against, RECEIPT, note, proof_of(5, leaves)) == says


class TestCommand:
    """The command line, run in the folder of somebody who has saved the files."""

    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        sent = {"name": "svar.txt", "sha256": hashlib.sha256(b"a").hexdigest(), "size": 1}
        receipt = receipt_at(5, files=[sent], hearing="æ")
        leaves = later(receipt, 3)
        note = OURS.signed(8, merkle.root_of(leaves))
        listed = {**LISTED, "note": note, "leaves": [leaf.hex() for leaf in leaves]}
        Path("r.json").write_text(json.dumps(receipt), "utf-8")
        Path("c.json").write_text(json.dumps(listed), "utf-8")
        Path("note.txt").write_text(note, "utf-8")
        Path("own.txt").write_text(receipt["checkpoint"], "utf-8")
        Path("early.txt").write_text(OURS.signed(4, ROOT), "utf-8")
        Path("a.txt").write_bytes(b"a")
        Path("b.txt").write_bytes(b"b")

    def test_it_says_what_holds(self, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ["r.json", "--checkpoint", "c.json", "--file", "a.txt", "--key", OURS.public_key]
        assert verifying.main(asked) == 0
        assert capsys.readouterr().out == (
            "ok  receipt 3 says the same as line 5 of the journal\n"
            "ok  line 5 is among the 5 lines that the journal had then\n"
            "ok  horing.example has signed the journal of 5 lines\n"
            "ok  a.txt is one of the files received, byte for byte\n"
            "ok  the journal of 8 lines that horing.example has signed holds it, unchanged\n"
        )
        assert verifying.main(["r.json", "--checkpoint", "own.txt"]) == 0
        assert verifying.main(["r.json"]) == 0
        assert capsys.readouterr().out.count("ok  ") == 4 + 3

    @pytest.mark.parametrize(
        ("asked", "says"),
        [
            (
                ["--file", "a.txt", "b.txt"],
                "does not hold: b.txt is not one of the files received\n",
            ),
            (["--checkpoint", "early.txt"], "not proved yet: the checkpoint is of 4 lines"),
            (["--checkpoint", "note.txt"], "does not hold: the checkpoint alone does not show"),
            (["--checkpoint", "none.txt"], "does not hold: [Errno 2]"),
            (["--key", THEIRS.public_key], "does not hold: the checkpoint is not signed with"),
            (["--checkpoint", "c.json", "--key", "x"], "does not hold: "),
        ],
    )
    def test_it_says_what_does_not_hold(
        self, asked: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert verifying.main(["r.json", *asked]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith(says)

    @pytest.mark.parametrize("text", ["", "[]", "7", "{"])
    def test_what_is_no_receipt_does_not_hold(
        self, text: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Path("r.json").write_text(text)
        assert verifying.main(["r.json"]) == 1
        assert capsys.readouterr().err.startswith("does not hold: ")

    def test_it_tells_how_it_is_used(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            verifying.main(["--help"])
        told = " ".join(capsys.readouterr().out.split())
        for words in (
            "Check a receipt of a consultation.", "the receipt, as JSON",
            "a checkpoint that was published later", "files that were sent",
            "the key that the journal is known to be signed with",
        ):  # fmt: skip
            assert f" {words}" in told
