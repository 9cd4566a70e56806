"""A sign that the worker is at work: the time of a file in INNSPILL_HOME, looked at by the desk."""

from __future__ import annotations

import time
from pathlib import Path

from django.conf import settings

SILENT = 15 * 60
"""Seconds after which nobody seems to work: one thing may take some minutes."""


def give_sign() -> None:
    """To be called whenever something is begun."""
    _sign().parent.mkdir(parents=True, exist_ok=True)
    _sign().touch()


def is_anybody() -> bool:
    """Whether somebody has worked lately. By the machine's own clock, as the file's time is."""
    try:
        return time.time() - _sign().stat().st_mtime < SILENT
    except FileNotFoundError:
        return False


def _sign() -> Path:
    return Path(settings.HOME) / "at-work"
