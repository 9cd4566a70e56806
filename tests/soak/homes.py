"""Homes of their own for trials: Django in this process, or `innspill` in others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.kept_tables import with_tables

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SLUG = "26-2051"
CASE = "26/2051"
_START = "from innspill.interfaces.cli.main import main; main()"


def command(*arguments: str) -> list[str]:
    """`innspill …` as a command."""
    return [sys.executable, "-c", _START, *arguments]


def innspill(home: Path, *arguments: str, given: bytes = b"", **environment: str) -> str:
    """Runs `innspill` in a home and gives what it prints. Raises CalledProcessError."""
    done = subprocess.run(
        command(*arguments),
        env={**os.environ, "INNSPILL_HOME": str(home), **environment},
        input=given, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode()


def load_hearing(home: Path, **environment: str) -> None:
    """Makes a home with the open sample hearing."""
    if not environment.get("INNSPILL_DATABASE", os.environ.get("INNSPILL_DATABASE")):
        with_tables(home)
    innspill(home, "load", str(SAMPLES / "lekeplasser" / "consultation.yaml"), **environment)


def django_on(home: Path, init_command: str = "") -> None:
    """Starts Django here on a home, with the settings of this machine or with other PRAGMAs."""
    os.environ["INNSPILL_HOME"] = str(home)
    from innspill.interfaces.cli.starting import start_django

    start_django()
    from django.conf import settings

    assert home.resolve() == settings.HOME, settings.HOME
    if init_command:
        settings.DATABASES["default"]["OPTIONS"]["init_command"] = init_command
