"""Which adapter fills which port, for everything that runs with a database."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from innspill.adapters.byte_store import FolderByteStore
from innspill.adapters.system_clock import clock_showing
from innspill.shared.ports import ByteStore, Clock
from innspill.stages.reading.actions import ReadFile
from innspill.stages.reading.core.files import read_file


def clock() -> Clock:
    """The clock: the machine's, or what INNSPILL_NOW says. Raises BadInput for a bad setting."""
    return clock_showing(settings.NOW)


def store() -> ByteStore:
    """Where bytes lie: the folder `bytes` in INNSPILL_HOME."""
    return FolderByteStore(settings.HOME / "bytes")


@cache
def reader() -> ReadFile:
    """What turns a file into blocks."""
    return read_file
