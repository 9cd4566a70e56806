"""Random changes behind the system's back: each must be found with one receipt or checkpoint in hand.

    python -m tests.soak.tampering --changes 1000

makes a home through the front door (deliveries, strays, mail, what is taken back, the steps,
checkpoints), changes one thing in it at a time past triggers and modes, looks, and undoes it. The
engine is that of INNSPILL_DATABASE, which must be empty; else SQLite in a folder of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "trygt-vann"
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Trial:
    """A home, and what somebody kept of it elsewhere: a late receipt, a late checkpoint."""

    folder: Path
    old: dict[str, Any] = field(default_factory=dict)
    receipt: dict[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass
class Outcome:
    """What was tried, by kind of change, and what was not found."""

    tried: Tally[str] = field(default_factory=Tally)
    missed: list[str] = field(default_factory=list)


class Authority:
    """Stamps as a time-stamping authority does, without asking one."""

    def stamp(self, data: bytes) -> tuple[bytes, datetime]:
        """A token and its time."""
        return b"token over " + data, BEGIN + timedelta(days=2)


def build(folder: Path, deliveries: int) -> Trial:
    """Fills the home at `folder`, which the settings name, through the front door."""
    from innspill.pipeline import wiring, work
    from innspill.shared.journal import actions as journal
    from innspill.shared.people import actions as people
    from innspill.stages.consultations import actions as consultations
    from innspill.stages.consultations.core.files import load
    from innspill.stages.intake import actions as intake
    from tests.soak.rewriting import snapshot

    trial = Trial(folder)
    hearing = consultations.load(load(SAMPLES / "consultation.yaml"), now=BEGIN)
    owner = people.found_owner(name=hearing.owner)
    clerk = people.add_user(username="saksbehandler", password="only for a trial", now=BEGIN)
    people.give_role(user=clerk, owner=owner, role="caseworker", now=BEGIN)
    names = sorted(path for path in (SAMPLES / "responses").iterdir() if path.suffix != ".csv")
    for place in range(deliveries):
        at = BEGIN + timedelta(hours=place)
        path = names[place % len(names)]
        receipt = intake.receive(
            consultation_slug="unknown" if place % 7 == 3 else hearing.slug,
            channel=("upload", "email", "folder")[place % 3],
            files=[(path.name, path.read_bytes()), ("notat.txt", f"note {place}".encode())][
                : 1 + place % 2
            ],
            claimed_sender=f"Sender {place}",
            claimed_email=f"sender{place}@example.org",
            idempotency_key=f"trial {place}",
            now=at,
            store=wiring.store(),
        )
        if place % 7 == 3 and place % 2:
            intake.move(receipt.number, to_slug=hearing.slug, by=clerk, now=at,
                        store=wiring.store())  # fmt: skip
        if place % 11 == 4:
            intake.set_aside_by_hand(receipt.number, reason="spam", by=clerk, now=at, note="Ad")
        if place % 9 == 5:
            intake.take_back(receipt.number, now=at)
        if place == deliveries // 2:
            work.run_until_idle()
            trial.old = snapshot()
        journal.checkpoint("hour", at)
    work.run_until_idle()
    size = journal.checkpoint("phase", BEGIN + timedelta(days=1))
    if size is not None:
        journal.stamp(size, authority=Authority(), now=BEGIN + timedelta(days=2))
    _keep_elsewhere(trial, hearing.slug)
    return trial


def _keep_elsewhere(trial: Trial, slug: str) -> None:
    """The last receipt, and the checkpoint after it: they cover all that came before."""
    from innspill.pipeline import wiring
    from innspill.shared.journal import actions as journal
    from innspill.shared.journal import queries
    from innspill.stages.intake import actions as intake

    now = BEGIN + timedelta(days=3)
    trial.receipt = intake.receive(
        consultation_slug=slug, channel="upload", files=[("siste.txt", b"The last one.")],
        idempotency_key="trial last", now=now, store=wiring.store(),
    ).content  # fmt: skip
    journal.checkpoint("hour", now)
    trial.note = queries.signed_lines()["note"]


def tamper(trial: Trial, many: int, seed: int) -> Outcome:
    """Makes `many` random changes, one at a time, and looks after each."""
    from innspill.pipeline import wiring
    from innspill.pipeline.inspecting import inspect
    from tests.soak.changes import KINDS, Refused

    by, outcome, refused = Random(seed), Outcome(), 0
    kinds = sorted(KINDS)
    while sum(outcome.tried.values()) < many:
        kind = kinds[sum(outcome.tried.values()) % len(kinds)]
        in_hand: dict[str, Any] = (
            {"receipt": trial.receipt} if by.random() < 0.5 else {"checkpoint": trial.note}
        )
        with undone(trial.folder / "bytes"):
            try:
                what = KINDS[kind](trial, by)
            except Refused:
                # The database itself does not take it, whatever triggers are lifted.
                refused += 1
                assert refused < 200 + 20 * many, f"{kind} is always refused"
                continue
            outcome.tried[kind] += 1
            if not inspect(store=wiring.store(), **in_hand).faults:
                outcome.missed.append(f"{kind}: {what} (with {next(iter(in_hand))})")
    return outcome


def untouched(trial: Trial) -> tuple[str, ...]:
    """What a look at the home finds before anybody changes it: nothing."""
    from innspill.pipeline import wiring
    from innspill.pipeline.inspecting import inspect

    return inspect(store=wiring.store(), checkpoint=trial.note, receipt=trial.receipt).faults


@contextmanager
def undone(folder: Path) -> Iterator[None]:
    """What is done inside to rows and files is as it was, after."""
    from django.db import connection, transaction

    before = {path: (path.read_bytes(), path.stat().st_mtime) for path in _files(folder)}
    with transaction.atomic(), connection.constraint_checks_disabled():
        yield
        transaction.set_rollback(True)
    for path in _files(folder):
        if path not in before or path.read_bytes() != before[path][0]:
            path.unlink()
    for path, (data, changed_at) in before.items():
        if not path.exists():
            path.write_bytes(data)
            path.chmod(0o400)
            os.utime(path, (changed_at, changed_at))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def main(arguments: list[str] | None = None) -> int:
    """The command line: 0 where every change was found and an untouched home has no fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--changes", type=int, default=1000)
    parser.add_argument("--deliveries", type=int, default=40)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="innspill-tampering-") as folder:
        os.environ.update(
            INNSPILL_HOME=folder, INNSPILL_NOW=(BEGIN + timedelta(days=3)).isoformat()
        )
        from innspill.interfaces.cli.starting import prepare_home, start_django

        start_django()
        prepare_home()
        trial = build(Path(folder), given.deliveries)
        print(json.dumps({"untouched": untouched(trial), "seed": given.seed}), flush=True)
        begun = time.monotonic()
        outcome = tamper(trial, given.changes, given.seed)
        found = {
            "tried": dict(outcome.tried), "missed": outcome.missed, "untouched": untouched(trial),
            "seconds": round(time.monotonic() - begun, 1),
        }  # fmt: skip
    print(json.dumps(found, ensure_ascii=False))
    many, missed = sum(outcome.tried.values()), len(outcome.missed)
    faults = len(found["untouched"])
    print(f"{many} changes, {many - missed} found; {faults} faults in what nobody touched")
    return 1 if outcome.missed or found["untouched"] else 0


Change = Callable[[Trial, Random], str]
"""Makes one change and says what it was."""

if __name__ == "__main__":
    sys.exit(main())
