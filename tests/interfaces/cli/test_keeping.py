"""`innspill backup`, `restore` and `fixity`: what came in is there, byte for byte, or it is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.kept_tables import with_tables
from tests.postgres import Postgres

PROGRAM = [sys.executable, "-m", "innspill.interfaces.cli.main"]
MAIL = (
    b"From: Kari <kari@eksempel.no>\r\nSubject: Svar\r\nMessage-ID: <%d@eksempel.no>\r\n\r\nHei\r\n"
)


@dataclass(frozen=True)
class Home:
    """A home and its database."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    def does(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if name != "INNSPILL_DATABASE"}
        found = subprocess.run(
            [*PROGRAM, *arguments], input=given, capture_output=True, check=False, timeout=120,
            env={**kept, "INNSPILL_HOME": str(self.folder), **self.settings},
        )  # fmt: skip
        return subprocess.CompletedProcess(
            found.args, found.returncode, found.stdout.decode(), found.stderr.decode()
        )

    def takes(self, number: int) -> str:
        told = self.does("receive-mail", given=MAIL % number)
        assert told.returncode == 0, told.stderr
        return told.stdout

    def stored(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / "bytes").glob("??/??/*")}


@dataclass(frozen=True)
class Engine:
    """SQLite, or a PostgreSQL that gives a new database for each home."""

    server: Postgres | None

    def home(self, folder: Path) -> Home:
        return Home(folder, self.server.settings() if self.server else {})

    def laid(self, folder: Path) -> Home:
        """A home to take things in, whose tables are there."""
        return Home(folder, self.server.laid()) if self.server else Home(with_tables(folder))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    on_postgresql = request.param == "postgresql"
    return Engine(request.getfixturevalue("postgresql") if on_postgresql else None)


OF_BYTES = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""What is about stored files alone is the same on every engine."""


@pytest.fixture(scope="module")
def home(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Home:
    made = engine.laid(tmp_path_factory.mktemp("keeping") / "home")
    for number in range(3):
        made.takes(number)
    return made


@pytest.fixture(scope="module")
def copy(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("copies") / "copy"
    told = home.does("backup", str(made))
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("9 stored files (9 new, ")
    return made


def test_a_restored_home_holds_the_same_bytes_and_gives_the_same_receipt(
    engine: Engine, home: Home, copy: Path, tmp_path: Path
) -> None:
    new = engine.home(tmp_path / "new")
    told = new.does("restore", str(copy))
    assert told.returncode == 0, told.stderr
    assert "the journal is whole: " in told.stdout
    assert new.stored() == home.stored()
    secret = (home.folder / "secret-key").read_text()
    assert (new.folder / "secret-key").read_text() == secret
    assert new.takes(1) == "delivery 2\n"
    assert new.takes(77) == "delivery 4\n"


def test_what_comes_while_the_copy_is_made_is_in_it_or_comes_after_and_nothing_is_half(
    engine: Engine, tmp_path: Path
) -> None:
    home, stop = engine.laid(tmp_path / "home"), threading.Event()
    home.takes(0)
    taken: list[str] = []

    def write() -> None:
        number = 1
        while not stop.is_set():
            taken.append(home.takes(number))
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    copies = []
    try:
        while len(copies) < 2 or (len(taken) < 2 and len(copies) < 20):
            copies.append(home.does("backup", str(tmp_path / "copy")))
    finally:
        stop.set()
        writer.join()
    assert not any(each.returncode for each in copies), copies
    assert len(taken) > 1
    new = engine.home(tmp_path / "new")
    told = new.does("restore", str(tmp_path / "copy"))
    assert told.returncode == 0, told.stderr
    assert new.stored().items() <= home.stored().items()


def test_copying_again_into_the_same_folder_takes_only_what_is_new(
    engine: Engine, home: Home, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    home.does("backup", str(copy))
    before = json.loads((copy / "manifest.json").read_text())
    untouched = {path: path.stat().st_ino for path in copy.glob("bytes/??/??/*")}
    home.takes(100 + os.getpid())
    told = home.does("backup", str(copy))
    assert "(3 new, " in told.stdout
    assert all(path.stat().st_ino == inode for path, inode in untouched.items())
    content = json.loads((copy / "manifest.json").read_text())
    assert content["files"] == before["files"] + 3
    assert content["engine"] == ("postgresql" if engine.server else "sqlite")
    assert not (copy / before["database"]["name"]).exists()
    assert (copy / content["database"]["name"]).stat().st_size == content["database"]["size"]


@OF_BYTES
def test_a_home_that_holds_something_is_never_written_over(
    engine: Engine, home: Home, copy: Path
) -> None:
    assert engine.server is None
    before = home.stored()
    told = home.does("restore", str(copy))
    assert told.returncode == 2
    assert "the folder holds something" in told.stderr
    assert home.stored() == before


def test_a_database_that_is_in_use_is_never_written_over(
    postgresql: Postgres, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home", postgresql.settings())
    home.takes(1)
    home.does("backup", str(tmp_path / "copy"))
    told = Home(tmp_path / "new", home.settings).does("restore", str(tmp_path / "copy"))
    assert told.returncode == 2
    assert "tables already" in told.stderr
    assert home.takes(1) == "delivery 1\n"


def test_a_copy_of_the_other_engine_is_told_so(postgresql: Postgres, tmp_path: Path) -> None:
    home = Home(with_tables(tmp_path / "home"))
    home.takes(1)
    home.does("backup", str(tmp_path / "copy"))
    told = Home(tmp_path / "new", postgresql.settings()).does("restore", str(tmp_path / "copy"))
    assert told.returncode == 2
    assert "the copy is of sqlite, the settings are of postgresql" in told.stderr


@OF_BYTES
def test_a_changed_byte_and_a_missing_file_are_found(
    engine: Engine, copy: Path, tmp_path: Path
) -> None:
    home = engine.home(tmp_path / "new")
    home.does("restore", str(copy))
    stored = (home.folder / "bytes").glob("??/??/*")
    mails = [path for path in stored if b"Hei" in path.read_bytes()]
    first, second = sorted(mails)[:2]
    first.chmod(0o600)
    first.write_bytes(first.read_bytes().replace(b"Hei", b"Nei"))
    second.unlink()
    told = home.does("fixity")
    assert told.returncode == 2
    assert f"the stored file {first.name} is damaged" in told.stderr
    assert f"{second.name}: missing, and something refers to it" in told.stderr


@OF_BYTES
def test_a_copy_that_was_changed_is_not_restored(
    engine: Engine, home: Home, tmp_path: Path
) -> None:
    home.does("backup", str(tmp_path / "copy"))
    name = json.loads((tmp_path / "copy" / "manifest.json").read_text())["database"]["name"]
    database = tmp_path / "copy" / name
    database.write_bytes(database.read_bytes() + b"x")
    new = engine.home(tmp_path / "new")
    told = new.does("restore", str(tmp_path / "copy"))
    assert told.returncode == 2
    assert "not the one that was copied" in told.stderr
    assert not (new.folder / "innspill.sqlite3").exists()


@OF_BYTES
def test_bytes_that_went_missing_from_a_copy_are_found_before_anything_is_put_back(
    engine: Engine, home: Home, tmp_path: Path
) -> None:
    home.does("backup", str(tmp_path / "copy"))
    next((tmp_path / "copy" / "bytes").glob("??/??/*")).unlink()
    new = engine.home(tmp_path / "new")
    told = new.does("restore", str(tmp_path / "copy"))
    assert told.returncode == 2
    assert "1 stored files are gone" in told.stderr
    assert not new.stored()


def test_a_folder_that_is_no_copy_is_told_so(tmp_path: Path) -> None:
    told = Home(tmp_path / "new").does("restore", str(tmp_path))
    assert told.returncode == 2
    assert "no copy made by innspill backup" in told.stderr
