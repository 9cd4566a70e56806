"""What a reading child and its parent say to each other: frames of a kind and some bytes."""

from __future__ import annotations

import struct
from collections.abc import Callable
from enum import IntEnum

HEAD = struct.Struct(">BQ")
"""Before each frame: its kind and the number of bytes that follow."""
LARGEST = 1 << 29


class Frame(IntEnum):
    """The kinds. Parent to child: definition, name, data, read, job. Child to parent: the others."""

    DEFINITION = 1
    """The hearing's definition as JSON; stands until the next one."""
    NAME = 2
    DATA = 3
    """A file of the delivery: its name, then its bytes."""
    READ = 4
    """Read the files sent since the last one. Holds, as JSON, the paths to leave and why."""
    BEGINS = 5
    """The path of the document that is read from now on; empty: the answers are put together."""
    MORE_TIME = 6
    """How many seconds the next step may take besides."""
    ANSWER = 7
    """The responses, pickled; or a job's value, as JSON."""
    JOB = 8
    """Do a job with the files sent since the last one. Holds its name and what it is told."""
    FAULT = 9
    """What is wrong with the files of a job, as JSON."""


def written(kind: Frame, body: bytes) -> bytes:
    """The head of a frame; the body follows as it is."""
    return HEAD.pack(kind, len(body))


def taken(read: Callable[[int], bytes]) -> tuple[Frame, bytes]:
    """The next frame, by `read`, which gives exactly so many bytes.

    Raises ValueError where it is no frame or too large.
    """
    number, size = HEAD.unpack(read(HEAD.size))
    if size > LARGEST:
        raise ValueError("the frame is larger than can be taken in")
    return Frame(number), read(size) if size else b""
