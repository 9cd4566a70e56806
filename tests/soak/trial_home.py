"""A home for one trial: real processes in it, started, killed and started again.

A trial is a module beside this one with a `main`, run as a program of its own. INNSPILL_DATABASE
says on which engine: SQLite without it. Its last line is its verdict, OK or FAULT with figures.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.kept_tables import with_tables

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SLUG = "26-2051"
_START = "from innspill.interfaces.cli.main import main; main()"


@dataclass
class TrialHome:
    """A folder with the open sample hearing in it, and the commands that run there."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    log: Path = field(init=False)

    def __post_init__(self) -> None:
        self.port = self.port or free_port()
        self.log = self.folder.parent / f"{self.folder.name}.log"

    @property
    def environment(self) -> dict[str, str]:
        """What the commands see: no mail server and no clock of somebody else's."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("INNSPILL_") or name in {"INNSPILL_DATABASE", "INNSPILL_PG_BIN"}
        }
        return {**kept, "INNSPILL_HOME": str(self.folder), "INNSPILL_POSTS_A_MINUTE": "100000",
                "PYTHONUNBUFFERED": "1", **self.settings}  # fmt: skip

    def prepare(self) -> None:
        """Makes tables and hearing: one response of each organisation stands."""
        self.folder.mkdir(parents=True, exist_ok=True)
        hearing = self.folder.parent / "hearing.yaml"
        text = (SAMPLES / "lekeplasser" / "consultation.yaml").read_text(encoding="utf-8")
        assert "one_response_per: none" in text
        hearing.write_text(text.replace("one_response_per: none", "one_response_per: organisation"))
        if not os.environ.get("INNSPILL_DATABASE"):
            with_tables(self.folder)
        done = self.does("load", str(hearing))
        if done.returncode:
            raise RuntimeError(done.stderr.decode())

    def does(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Runs one command to its end."""
        return subprocess.run(
            [sys.executable, "-c", _START, *arguments], input=given, env=self.environment,
            capture_output=True, check=False,
        )  # fmt: skip

    def starts(self, *arguments: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        """Starts a command, in a process group of its own; what it says goes to the log."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-c", _START, *arguments], env=self.environment, stdin=stdin,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def serves(self) -> subprocess.Popen[bytes]:
        """Starts the web server."""
        return self.starts("serve", "--port", str(self.port))

    def answers(self, seconds: float = 60) -> bool:
        """Waits until the web server takes connections."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", self.port), 1),
            ):
                return True
            time.sleep(0.1)
        return False


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def children(pid: int) -> list[int]:
    """The processes that one has started."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in told.split()]


def kill(pid: int) -> bool:
    """SIGKILL; False where it is gone already."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def end(process: subprocess.Popen[bytes]) -> None:
    """Stops a process that we started, and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def verdict(what: str, figures: Sequence[tuple[str, object]], faults: Mapping[str, object]) -> int:
    """Prints the figures and one line of verdict; 0 where none of the faults is there, else 1."""
    for name, value in figures:
        print(f"  {name:<44} {value}")
    found = {name: value for name, value in faults.items() if value}
    for name, value in found.items():
        print(f"  FAULT {name}: {str(value)[:600]}")
    told = ", ".join(f"0 {name}" for name in faults) if not found else ", ".join(found)
    print(f"{'FAULT' if found else 'OK'}: {what}: {told}", flush=True)
    return 1 if found else 0


def engine() -> str:
    """What the trial runs on."""
    given = os.environ.get("INNSPILL_DATABASE", "")
    return "PostgreSQL" if given.startswith("postgres") else "SQLite"
