"""The command line is as the design promises, and its help is true."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.core.management import call_command

from innspill.interfaces.cli import main

COMMANDS = [
    ("consultation", "import"), ("consultation", "check"), ("form",), ("read",), ("analyse",),
    ("demo",), ("serve",), ("work",), ("doctor",), ("load",), ("person",), ("verify",),
    ("post", "returned"), ("bodies", "expand"), ("units", "load"),
    ("units", "show"), ("index",),
]  # fmt: skip


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "innspill.interfaces.cli.main", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_promised_command_explains_itself(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.run([*command, "--help"]) == 0
    assert "Usage:" in capsys.readouterr().out


def test_help_lists_every_command() -> None:
    listed = run("--help").stdout
    assert all(command[0] in listed for command in COMMANDS)


def test_an_unknown_command_gets_one_clear_line() -> None:
    result = run("analyze")
    assert result.returncode == 2
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
