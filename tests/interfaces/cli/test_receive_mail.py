"""`innspill receive-mail`: a mail server's pipe, which keeps the mail unless we have it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("innspill")
MAIL = (
    b"From: Kari <kari@eksempel.no>\r\nSubject: Svar\r\nMessage-ID: <1@eksempel.no>\r\n\r\nHei\r\n"
)


def pipe(raw: bytes, home: Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "INNSPILL_HOME": str(home), **settings}
    return subprocess.run(
        [PROGRAM, "receive-mail"], input=raw, env=environment, capture_output=True, check=False
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_a_mail_is_taken_and_taking_it_again_is_the_same_delivery(home: Path) -> None:
    first, again = pipe(MAIL, home), pipe(MAIL, home)
    assert (first.returncode, first.stdout) == (0, b"delivery 1\n")
    assert again.stdout == first.stdout


def test_what_cannot_be_stored_is_left_to_the_mail_server(home: Path) -> None:
    pipe(MAIL, home)
    (home / "bytes").rename(home / "away")
    (home / "bytes").write_text("a file where the folder should be")
    refused = pipe(MAIL.replace(b"<1@", b"<2@"), home)
    assert refused.returncode == 75
    assert refused.stderr.startswith(b"innspill: not stored, try again")


def test_a_setting_that_cannot_be_used_is_no_reason_to_lose_a_mail(home: Path) -> None:
    assert pipe(MAIL, home, INNSPILL_DATABASE="mysql://x/y").returncode == 75


def test_nothing_on_standard_input_is_no_mail(home: Path) -> None:
    assert pipe(b"", home).returncode == 75
