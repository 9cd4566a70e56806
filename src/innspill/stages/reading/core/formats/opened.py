"""What every reader of a format takes, and what it gives: one shape for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.guard import Package
from innspill.stages.reading.core.tools import Tools
from innspill.stages.reading.core.values import Document

Member = tuple[str, bytes | Unreadable]
"""A file within a file: its name, and its bytes or why they cannot be had."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be opened as `media_type`; `zipped` is its package where it is a zip."""

    data: bytes
    media_type: str
    tools: Tools
    zipped: Package | None = None

    @property
    def package(self) -> Package:
        """The zip that it is. Raises `Unreadable` where it is none."""
        return self.zipped if self.zipped is not None else Package(self.data)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file read: its document, and the files in it, which are unpacked only when asked for.

    `tools` are the programs outside that had a part in it.
    """

    document: Document
    members: Iterable[Member] = ()
    tools: tuple[str, ...] = ()
