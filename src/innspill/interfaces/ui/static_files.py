"""Addresses of the pages' own files, which change when the file does, so that they keep for a year."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class DatedFiles(StaticFilesStorage):
    """Adds a digest of the content to each address. Nothing needs to be gathered first."""

    def url(self, name: str | None) -> str:
        """The address of a file: `/static/ui/base.css?v=3f2a…`."""
        plain = super().url(name)
        digest = _digest(name) if name else ""
        return f"{plain}?v={digest}" if digest else plain


@cache
def _digest(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        return ""
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:12]
