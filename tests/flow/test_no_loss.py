"""What was acknowledged is there: after kill -9, and when the same is sent many times at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

RECEIVE = """
import json, sys
from innspill.interfaces.cli.starting import prepare_home, start_django
start_django()
prepare_home()
from innspill.pipeline import wiring
from innspill.stages.intake import actions
name, keys = sys.argv[1], sys.argv[2:]
print("ready", flush=True)
sys.stdin.readline()
for key in keys:
    receipt = actions.receive(
        consultation_slug="ingen", channel="upload", files=[("svar.txt", (name + key).encode())],
        idempotency_key=key, now=wiring.clock().now(), store=wiring.store(),
    )
    print(json.dumps(receipt.content), flush=True)
"""
LOOK = """
import json
from innspill.interfaces.cli.starting import start_django
start_django()
from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal
from innspill.stages.intake.models import Delivery, Item
for item in Item.objects.all():
    wiring.store().get(item.sha256)
print(json.dumps({
    "numbers": list(Delivery.objects.order_by("number").values_list("number", flat=True)),
    "items": list(Item.objects.values_list("delivery__number", "sha256")),
    "faults": journal.check().faults,
}))
"""


def python(code: str, home: Path, *arguments: str) -> subprocess.Popen[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env={**kept, "INNSPILL_HOME": str(home)}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == "ready\n", process.communicate()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def found(home: Path) -> dict[str, Any]:
    out, err = python(LOOK, home).communicate(timeout=120)
    assert out, err
    return dict(json.loads(out))


def receipts(out: str) -> list[dict[str, Any]]:
    lines = out.split("\n")[:-1]  # the last line may be torn by the kill
    return [json.loads(line) for line in lines if line.startswith("{")]


def test_kill_9_loses_no_receipt_and_leaves_no_gap(tmp_path: Path) -> None:
    home, given = tmp_path / "home", []
    keys = [f"form-{number}" for number in range(400)]
    for _ in range(3):
        process = python(RECEIVE, home, "same", *keys)
        ready(process)
        go(process)
        time.sleep(0.7)
        process.send_signal(signal.SIGKILL)
        given += receipts(process.communicate()[0])
    now = found(home)
    assert given
    assert now["faults"] == []
    assert now["numbers"] == list(range(1, len(now["numbers"]) + 1))
    held = {(number, sha256) for number, sha256 in now["items"]}
    assert {(each["number"], each["files"][0]["sha256"]) for each in given} <= held


@pytest.mark.parametrize("many", [4])
def test_the_same_form_sent_at_once_by_many_is_one_delivery(tmp_path: Path, many: int) -> None:
    home, given = tmp_path / "home", []
    processes = []
    for _ in range(many):
        process = python(RECEIVE, home, "same", *[f"form-{number}" for number in range(10)])
        ready(process)
        processes.append(process)
    for process in processes:
        go(process)
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        given += receipts(out)
    assert len(given) == many * 10
    assert len({each["number"] for each in given}) == 10
    now = found(home)
    assert (now["numbers"], now["faults"]) == (list(range(1, 11)), [])
