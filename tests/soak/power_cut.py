"""The power is cut, a thousand times: what was acknowledged is there, and nothing is half.

A process takes in deliveries in every way (upload, mail) while `write_log.c` writes down all that
it does to its home. Then the home is built as it may lie on the disk after a cut at a random
moment (`replay.py` says by which rules), opened by the real code, and looked through. On
PostgreSQL the server runs under the log as well, and recovers what the cut left.
`--control` runs with settings that start-up refuses: then some must be lost, else the trial
proves nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.soak.cut_engines import Engine, PostgreSQL, SQLite
from tests.soak.homes import django_on
from tests.soak.replay import Disk, Record, build, records_in
from tests.soak.trial_home import engine

if TYPE_CHECKING:
    from innspill.shared.ports import ByteStore

HERE = Path(__file__).resolve().parent
MEMORY = "/dev/shm"
ACKNOWLEDGED = "acknowledged"
"""The file of the home that each acknowledgement is written to; it is no part of what is built."""


def built_log(folder: Path) -> Path | None:
    """The library that writes the log; None where this machine has no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    made = folder / "write_log.so"
    source = HERE / "write_log.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", made, source], check=True)
    return made


def take_in(home: Path, deliveries: int, pragmas: str, threads: int = 3) -> None:
    """What runs under the log: deliveries of all channels, by several hands at once."""
    django_on(home, pragmas)
    from concurrent.futures import ThreadPoolExecutor

    marks = os.open(home / ACKNOWLEDGED, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    with ThreadPoolExecutor(threads) as hands:
        for done in hands.map(lambda at: _one(at, marks), range(deliveries)):
            assert done
    os.close(marks)


def _one(at: int, marks: int) -> bool:
    """One delivery through one of the doors, and its acknowledgement."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from innspill.pipeline import mail_in, wiring

    chance = random.Random(at)
    data = chance.randbytes(chance.choice((200, 5_000, 40_000)))
    if at % 3 == 0:
        raw = (
            f"From: kari{at}@kommune.example\r\nMessage-ID: <{at}@kommune.example>\r\n"
            f"Subject: 26/2051 svar\r\n\r\n{data.hex()}\r\n"
        ).encode()
        receipt = mail_in.take_in(raw, now=wiring.clock().now(), store=wiring.store())
        number, sha256 = receipt.number, receipt.files[0].sha256
    else:
        form = {
            "key": f"00000000-0000-4000-8000-{at:012d}", "sender": f"Kari {at}",
            "documents": SimpleUploadedFile(f"svar-{at}.docx", data),
        }  # fmt: skip
        answer = Client(SERVER_NAME="localhost").post("/horinger/26-2051/svar-inn/filer/", form)
        assert answer.status_code == 302, answer.status_code
        import hashlib

        number = int(answer["Location"].rstrip("/").rpartition("/")[2])
        sha256 = hashlib.sha256(data).hexdigest()
    line = json.dumps([number, str(sha256)]).encode() + b"\n"
    return os.write(marks, line) == len(line)


@dataclass
class Run:
    """The records of one run, the home that it began with, and what was acknowledged when."""

    records: list[Record]
    start: Path
    inodes: dict[str, int]
    """Of the files of the start, by path."""
    folders: list[str]
    """Of the start: an empty one is there as well."""
    acknowledged: list[tuple[int, int, str]]
    """After which record, number, SHA-256."""


def recorded(folder: Path, engine: Engine, library: Path, deliveries: int, control: str) -> Run:
    """Sets up a home, takes deliveries in under the log, and reads it.

    Raises RuntimeError where the log does not give the home as it lies: then the log missed
    something, and a cut of it would say nothing.
    """
    home, log = (folder / "home").resolve(), folder / "log"
    engine.set_up(home)
    shutil.copytree(home, folder / "start")
    inodes = {str(path.relative_to(home)): path.stat().st_ino for path in home.rglob("*")}
    folders = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_dir()]
    log.touch()
    log.chmod(0o666)
    under = {
        "LD_PRELOAD": str(library), "WRITE_LOG": str(log), "WRITE_LOG_FOLDER": str(home),
        "WRITE_LOG_NO_SYNC": "1",
    }  # fmt: skip
    with engine.running(home, control, under):
        subprocess.run(
            [sys.executable, "-m", "tests.soak.power_cut", "--take-in", str(home),
             "--deliveries", str(deliveries), "--pragmas", engine.pragmas(control)],
            env={**os.environ, "INNSPILL_DATABASE": engine.url, **under}, check=True,
        )  # fmt: skip
    records, acknowledged, marks = list[Record](), list[tuple[int, int, str]](), 0
    for record in records_in(log.read_bytes()):
        if record.kind == "c" and record.path == ACKNOWLEDGED:
            marks = record.inode
        elif record.inode == marks and record.kind == "w":
            number, sha256 = json.loads(record.data)
            acknowledged.append((len(records), number, sha256))
        else:
            records.append(record)
    run = Run(records, folder / "start", inodes, folders, acknowledged)
    if missed := missed_by_the_log(run, home, engine.unseen):
        raise RuntimeError(f"the log missed what was done to {missed[:5]}")
    shutil.rmtree(home)
    return run


def missed_by_the_log(run: Run, home: Path, unseen: frozenset[str]) -> list[str]:
    """The files that all records together give otherwise than they lie in the home."""
    disk = disk_at_start(run)
    for record in run.records:
        disk.do(record)
    given = disk.as_seen()
    lies = {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in home.rglob("*") if path.is_file()
    }  # fmt: skip
    return sorted(
        name
        for name in given.keys() | lies.keys()
        if given.get(name) != lies.get(name)
        and name != ACKNOWLEDGED
        and name.rpartition("/")[2] not in unseen
    )


def disk_at_start(run: Run) -> Disk:
    """The disk before the first record, with the inodes that the records speak of."""
    disk = Disk(run.start)
    disk.know(run.inodes)
    return disk


def cuts(run: Run, count: int, chance: random.Random) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Moments, in their order, and the files that a cut there leaves."""
    moments = Counter(chance.randrange(1, len(run.records) + 1) for _ in range(count))
    disk = disk_at_start(run)
    for at, record in enumerate(run.records, start=1):
        disk.do(record)
        for _ in range(moments[at]):
            yield at, disk.at_cut(chance)


def faults_after(run: Run, moment: int, home: Path, engine: Engine) -> list[str]:
    """What is wrong in a home after a cut: lost deliveries, gaps, a broken journal, half files."""
    from django.conf import settings

    from innspill.adapters.byte_store import FolderByteStore

    settings.HOME = home
    store = FolderByteStore(home / "bytes")
    try:
        with engine.opened(home) as damage:
            found = [damage] if damage else _faults_of(run, moment, store)
    except Exception as error:  # noqa: BLE001 - a home that cannot be opened is a finding
        return [f"{type(error).__name__}: {error}"]
    half = [path.name for path in (home / "bytes").glob("*/*/*") if not _is_whole(path)]
    return found + [f"half a file under a final name: {name}" for name in half]


def _faults_of(run: Run, moment: int, store: ByteStore) -> list[str]:
    """What is wrong with the rows, and with the bytes that they name."""
    from innspill.pipeline.inspecting import inspect
    from innspill.stages.intake.models import Delivery, Item

    items = dict(Item.objects.values_list("delivery__number", "sha256"))
    found = [
        f"delivery {number} is lost"
        for after, number, sha256 in run.acknowledged
        if after <= moment and items.get(number) != sha256
    ]
    for number, sha256 in items.items():
        try:
            store.get(sha256)
        except (KeyError, ValueError) as error:
            found.append(f"the bytes of delivery {number}: {error}")
    numbers = list(Delivery.objects.order_by("number").values_list("number", flat=True))
    if numbers != list(range(1, len(numbers) + 1)):
        found.append("the numbers have gaps")
    return found + [f"the look: {fault}" for fault in inspect(store=store).faults]


def _is_whole(path: Path) -> bool:
    from innspill.shared.values import sha256_of

    return "." in path.name or sha256_of(path.read_bytes()) == path.name


def main(given: Sequence[str] | None = None) -> int:
    """Arguments, the trial, one line of verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cuts", type=int, default=1_000)
    parser.add_argument("--deliveries", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--control", choices=sorted([*SQLite.controls, *PostgreSQL.controls]), default=""
    )
    parser.add_argument("--take-in", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--pragmas", default="", help=argparse.SUPPRESS)
    arguments = parser.parse_args(given)
    if arguments.take_in is not None:
        take_in(arguments.take_in, arguments.deliveries, arguments.pragmas)
        return 0
    kind = PostgreSQL if engine() == "PostgreSQL" else SQLite
    if arguments.control and arguments.control not in kind.controls:
        parser.error(f"{kind.__name__} has the controls {', '.join(kind.controls)}")
    # In memory where that can be: a thousand homes are built, and no disk has to hold any of them.
    memory = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="innspill-cut-", dir=memory) as folder:
        return trial(Path(folder), kind, arguments)


def trial(folder: Path, kind: type[Engine], arguments: argparse.Namespace) -> int:
    """Records one run, and cuts it as often as asked."""
    library = built_log(folder)
    if library is None:
        print("SKIPPED: there is no C compiler on this machine")
        return 0
    on = kind(folder)
    run = recorded(folder, on, library, arguments.deliveries, arguments.control)
    os.environ["INNSPILL_DATABASE"] = on.url
    django_on(folder / "none", on.pragmas(arguments.control))
    bad, kinds, began = 0, Counter[str](), time.monotonic()
    for at, (moment, files) in enumerate(cuts(run, arguments.cuts, random.Random(arguments.seed))):
        home = folder / f"cut-{at}"
        build(files, home, run.folders)
        found = faults_after(run, moment, home, on)
        bad += bool(found)
        kinds.update(" ".join(fault.split()[:2]) for fault in found)
        shutil.rmtree(home)
    each = (time.monotonic() - began) / max(1, arguments.cuts)
    lost = "some must be" if arguments.control else "none may be"
    well = bool(bad) == bool(arguments.control)
    print(
        f"{'OK' if well else 'FAULT'}: {arguments.cuts} cuts in {len(run.records)} records of"
        f" {len(run.acknowledged)} acknowledged deliveries{' with ' + arguments.control if arguments.control else ''};"
        f" {bad} cuts with faults ({lost}) {dict(kinds.most_common(5))}, {each:.2f} s for each"
    )
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
