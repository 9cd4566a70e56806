"""`innspill backup`, `restore` and `fixity`: what came in is there, byte for byte, or it is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "innspill.interfaces.cli.main"]
MAIL = (
    b"From: Kari <kari@eksempel.no>\r\nSubject: Svar\r\nMessage-ID: <%d@eksempel.no>\r\n\r\nHei\r\n"
)


def run(home: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    found = subprocess.run(
        [*PROGRAM, *arguments], input=given, env={**os.environ, "INNSPILL_HOME": str(home)},
        capture_output=True, check=False,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        found.args, found.returncode, found.stdout.decode(), found.stderr.decode()
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("keeping") / "home"
    for number in range(3):
        assert run(made, "receive-mail", given=MAIL % number).returncode == 0
    return made


@pytest.fixture(scope="module")
def copy(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("copies") / "copy"
    told = run(home, "backup", str(made))
    assert (told.returncode, told.stdout) == (0, "6 stored files are as they came\n")
    return made


def stored(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home / "bytes").glob("??/??/*")}


def test_a_restored_home_holds_the_same_bytes_and_gives_the_same_receipt(
    home: Path, copy: Path, tmp_path: Path
) -> None:
    told = run(tmp_path / "new", "restore", str(copy))
    assert told.returncode == 0
    assert "the journal is whole: " in told.stdout
    assert stored(tmp_path / "new") == stored(home)
    assert (tmp_path / "new" / "secret-key").read_text() == (home / "secret-key").read_text()
    again = run(tmp_path / "new", "receive-mail", given=MAIL % 1)
    assert again.stdout == "delivery 2\n"


def test_a_home_that_holds_something_is_never_written_over(home: Path, copy: Path) -> None:
    before = stored(home)
    told = run(home, "restore", str(copy))
    assert told.returncode == 2
    assert "the folder holds something" in told.stderr
    assert stored(home) == before


def test_a_changed_byte_and_a_missing_file_are_found(copy: Path, tmp_path: Path) -> None:
    run(tmp_path, "restore", str(copy))
    mails = [path for path in (tmp_path / "bytes").glob("??/??/*") if b"Hei" in path.read_bytes()]
    first, second = sorted(mails)[:2]
    first.chmod(0o600)
    first.write_bytes(first.read_bytes().replace(b"Hei", b"Nei"))
    second.unlink()
    told = run(tmp_path, "fixity")
    assert told.returncode == 2
    assert f"the stored file {first.name} is damaged" in told.stderr
    assert f"{second.name}: missing, and something refers to it" in told.stderr


def test_a_copy_that_was_changed_is_not_restored(home: Path, tmp_path: Path) -> None:
    run(home, "backup", str(tmp_path / "copy"))
    database = tmp_path / "copy" / "innspill.sqlite3"
    database.write_bytes(database.read_bytes() + b"x")
    told = run(tmp_path / "new", "restore", str(tmp_path / "copy"))
    assert told.returncode == 2
    assert "not the one that was copied" in told.stderr
    assert not (tmp_path / "new" / "innspill.sqlite3").exists()


def test_a_folder_that_is_no_copy_is_told_so(tmp_path: Path) -> None:
    told = run(tmp_path / "new", "restore", str(tmp_path))
    assert told.returncode == 2
    assert "no copy made by innspill backup" in told.stderr
