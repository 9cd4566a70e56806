"""A receipt is checked by itself and against a checkpoint; nothing in it can be changed unseen."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from innspill.interfaces.cli.main import run
from innspill.shared.journal import queries
from innspill.shared.journal.receipts import Fault, check_against, check_files, check_receipt
from tests.stages.conftest import RESPONSES, HandIn

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
    return lambda: json.loads(json.dumps(asdict(queries.checkpoint())))


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


def test_a_checkpoint_of_another_journal_does_not(
    receipt: dict[str, Any], checkpoint: Callable[[], dict[str, Any]]
) -> None:
    from innspill.shared.journal import merkle

    other = checkpoint()
    other["leaves"][receipt["journal_position"] - 1] = "11" * 32
    with pytest.raises(Fault, match="own root"):
        check_against(receipt, other)
    other["root"] = merkle.root_of([bytes.fromhex(leaf) for leaf in other["leaves"]]).hex()
    with pytest.raises(Fault, match="another one"):
        check_against(receipt, other)


def test_a_checkpoint_with_its_tail_cut_is_too_old(
    receipt: dict[str, Any], checkpoint: Callable[[], dict[str, Any]]
) -> None:
    from innspill.shared.journal import merkle

    cut = checkpoint()
    cut["leaves"] = cut["leaves"][: receipt["tree_size"] - 1]
    cut["size"] = len(cut["leaves"])
    cut["root"] = merkle.root_of([bytes.fromhex(leaf) for leaf in cut["leaves"]]).hex()
    with pytest.raises(Fault, match="older"):
        check_against(receipt, cut)


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
    assert capsys.readouterr().out.count("ok  ") == 4
    (tmp_path / "r.json").write_text(json.dumps({**receipt, "number": 9}))
    assert run(good) == 2
    (tmp_path / "r.json").write_text("no json")
    assert run(good) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 2
