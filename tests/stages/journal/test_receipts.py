"""A receipt is checked by itself and against a checkpoint; nothing in it can be changed unseen."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from innspill.interfaces.cli.main import run
from innspill.shared.journal import actions, merkle, queries, signing
from innspill.shared.journal.models import JournalEntry
from innspill.shared.journal.verifying import Fault, check_against, check_files, check_receipt
from tests.stages.conftest import NOW, RESPONSES, HandIn

pytestmark = pytest.mark.django_db
FILE = "svar-vannlab.docx"


@pytest.fixture
def receipt(hand_in: HandIn) -> dict[str, Any]:
    hand_in("fråsegn.txt")
    content = hand_in(FILE).content
    hand_in("datatryggleiksradet.txt")
    return content


@pytest.fixture
def checkpoint() -> Callable[[], dict[str, Any]]:
    return lambda: json.loads(json.dumps(queries.signed_lines()))


def test_a_receipt_holds_by_itself_and_for_the_file_that_was_sent(receipt: dict[str, Any]) -> None:
    assert check_receipt(receipt)
    assert check_files(receipt, {FILE: (RESPONSES / FILE).read_bytes()})
    with pytest.raises(Fault, match="not one of the files"):
        check_files(receipt, {FILE: b"something else"})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", 3), ("received_at", "2026-03-02T12:00:00.000000Z"), ("journal_position", 1),
        ("tree_size", 1), ("root", "00" * 32), ("proof", []), ("proof", ["ab"]), ("leaf", "{}"),
        ("leaf", None), ("files", []), ("schema", "other"), ("tree_size", "many"),
        ("channel", "web"), ("hearing", "another"), ("salt", "00" * 32), ("salt", None),
        ("checkpoint", "a note"), ("key", "a key"), ("key", None), ("schema", "innspill/receipt/1"),
    ],
)  # fmt: skip
def test_no_field_of_it_can_be_changed(receipt: dict[str, Any], field: str, value: Any) -> None:
    with pytest.raises(Fault):
        check_receipt({**receipt, field: value})


def test_a_file_s_digest_cannot_be_changed(receipt: dict[str, Any]) -> None:
    changed = copy.deepcopy(receipt)
    changed["files"][0]["sha256"] = "00" * 32
    with pytest.raises(Fault, match="other files"):
        check_receipt(changed)
    with pytest.raises(Fault, match="not one of the files"):
        check_files(receipt, {FILE: b""})


@pytest.mark.parametrize(("field", "value"), [("name", "annet.docx"), ("size", 1), ("size", 1.5)])
def test_a_file_s_name_and_size_cannot_be_changed(
    receipt: dict[str, Any], field: str, value: Any
) -> None:
    changed = copy.deepcopy(receipt)
    changed["files"][0][field] = value
    with pytest.raises(Fault):
        check_receipt(changed)


def test_a_later_checkpoint_still_holds_the_receipt(
    receipt: dict[str, Any], checkpoint: Callable[[], dict[str, Any]]
) -> None:
    assert "holds it, unchanged" in check_against(receipt, checkpoint())[0]


def test_the_proof_for_one_line_holds_for_the_latest_checkpoint(receipt: dict[str, Any]) -> None:
    size = actions.checkpoint("hour", NOW)
    assert size is not None
    shown = queries.latest_checkpoint()
    assert shown is not None
    proof = queries.proof_for(receipt["journal_position"], size)
    assert proof["root"] == shown.root
    assert check_against(receipt, shown.note, proof, signing.public_key())
    assert queries.proof_shown(receipt["journal_position"], size) == proof
    with pytest.raises(IndexError):
        queries.proof_for(1, size + 2)
    with pytest.raises(IndexError):
        queries.proof_shown(1, size + 2)


def test_proofs_that_are_shown_follow_the_journal_and_are_never_another_s(
    receipt: dict[str, Any], hand_in: HandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = merkle.GrowingTree()
    another.grow([bytes(32)] * 3)
    monkeypatch.setattr(queries, "_KNOWN", [another])
    position, sizes = receipt["journal_position"], [queries.line_count()]
    for name in ("en.txt", "to.txt"):
        assert queries.proof_shown(position, sizes[-1]) == queries.proof_for(position, sizes[-1])
        hand_in(name, name.encode())
        sizes.append(queries.line_count())
    for size in sizes:
        assert queries.proof_shown(position, size) == queries.proof_for(position, size)


def test_a_receipt_of_the_first_schema_still_holds(receipt: dict[str, Any]) -> None:
    """As it was given before receipts were salted and signed."""
    old = {**receipt, "schema": "innspill/receipt/1"}
    for field in ("salt", "channel", "hearing", "checkpoint", "key"):
        del old[field]
    detail = {"files": [file["sha256"] for file in old["files"]], "received_at": old["received_at"]}
    with transaction.atomic():
        line = actions.write("received", "delivery 2", actor="innspill", detail=detail, at=NOW)
    old |= {
        "journal_position": line.number, "leaf": line.leaf_data.decode(), "root": line.root.hex(),
        "tree_size": line.tree_size, "proof": [step.hex() for step in line.proof],
    }  # fmt: skip
    assert check_receipt(old)
    assert check_against(old, queries.signed_lines(), key=signing.public_key())
    with pytest.raises(Fault, match="which key"):
        check_against(old, queries.signed_lines())
    with pytest.raises(Fault, match="another time"):
        check_receipt({**old, "received_at": "2026-03-02T12:00:00.000000Z"})


def test_nothing_of_who_sent_what_stands_in_the_journal(hand_in: HandIn) -> None:
    hand_in("svar.txt", b"We have no remarks.", sender="Kari Nordmann, kari@example.org")
    written = json.dumps(list(JournalEntry.objects.values_list("detail", flat=True)))
    digest = hashlib.sha256(b"We have no remarks.").hexdigest()
    for secret in ("Kari", "example.org", "svar.txt", digest):
        assert secret not in written


def test_the_command_says_what_holds_and_refuses_what_does_not(
    receipt: dict[str, Any],
    checkpoint: Callable[[], dict[str, Any]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "r.json").write_text(json.dumps(receipt))
    (tmp_path / "c.json").write_text(json.dumps(checkpoint()))
    good = ["verify", str(tmp_path / "r.json"), "--checkpoint", str(tmp_path / "c.json")]
    assert run([*good, "--file", str(RESPONSES / FILE)]) == 0
    assert capsys.readouterr().out.count("ok  ") == 5
    (tmp_path / "r.json").write_text(json.dumps({**receipt, "number": 9}))
    assert run(good) == 2
    (tmp_path / "r.json").write_text("no json")
    assert run(good) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 2
