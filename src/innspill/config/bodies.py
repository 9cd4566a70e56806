"""The body of a request: read whole and within limits before any work begins with it."""

from __future__ import annotations

import contextlib
import socket
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import IO, Any

from innspill.interfaces.ui.refusal_pages import BROKEN_OFF, TOO_LARGE, TOO_SLOW, Refusal

_PIECE = 1 << 16
_IN_MEMORY = 2_000_000
_DRAINED = 4_000_000
_LINGERING = 2.0
_DRAINERS = 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one body: the largest, in bytes; how long a line may be silent, in seconds; how long the
    whole may take at the least, and how many bytes a second it must bring on from there.
    """

    largest: int
    silence: float = 20.0
    grace: float = 60.0
    slowest: int = 4_000


def declared_size(environ: dict[str, Any]) -> int:
    """How large the body says that it is; 0 where it does not say."""
    declared = str(environ.get("CONTENT_LENGTH") or "0")
    return int(declared) if declared.isdecimal() else 0


def take_body(environ: dict[str, Any], limits: Limits) -> IO[bytes] | Refusal:
    """Reads the body, with a length or in chunks, and puts it in its own place in `environ`.

    The file is to be closed when the work is done. What is broken off, too large or too slow is a
    Refusal, and nothing of it is used.
    """
    if not environ.get("CONTENT_LENGTH") and "HTTP_TRANSFER_ENCODING" not in environ:
        environ["CONTENT_LENGTH"] = "0"
    kept: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the caller's
    fault = _read_into(kept, environ, limits)
    if fault is not None:
        kept.close()
        return fault
    size = kept.tell()
    if size < declared_size(environ):
        kept.close()
        return BROKEN_OFF
    kept.seek(0)
    environ["wsgi.input"] = kept
    environ["CONTENT_LENGTH"] = str(size)
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    return kept


def _read_into(kept: IO[bytes], environ: dict[str, Any], limits: Limits) -> Refusal | None:
    source, line = environ["wsgi.input"], environ.get("gunicorn.socket")
    began, size = time.monotonic(), 0
    left = None if "HTTP_TRANSFER_ENCODING" in environ else declared_size(environ)
    if line is not None:
        line.settimeout(limits.silence)
    try:
        while left is None or left > 0:
            piece = source.read(_PIECE if left is None else min(_PIECE, left))
            if not piece:
                break
            size += len(piece)
            left = None if left is None else left - len(piece)
            if size > limits.largest:
                return TOO_LARGE
            if time.monotonic() - began > limits.grace + size / limits.slowest:
                return TOO_SLOW
            kept.write(piece)
    except TimeoutError:
        return TOO_SLOW
    finally:
        if line is not None:
            line.settimeout(None)
    return None


def let_go(line: socket.socket | None) -> None:
    """Ends a line whose body was not read, so that the answer comes through.

    Closing with unread bytes makes the system reset the line, and what we said is lost with it.
    What still comes is drained, within bounds, by threads that do nothing else: the server itself
    would do it in its main loop, and let nobody in meanwhile.
    """
    if line is None:
        return
    try:
        ours = line.dup()
        line.shutdown(socket.SHUT_WR)
        line.close()
    except OSError:
        return
    _drainers().submit(_drain, ours)


@cache
def _drainers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_DRAINERS, thread_name_prefix="drain")


def _drain(line: socket.socket) -> None:
    until, drained = time.monotonic() + _LINGERING, 0
    with line, contextlib.suppress(OSError):
        while drained < _DRAINED and (left := until - time.monotonic()) > 0:
            line.settimeout(left)
            piece = line.recv(_PIECE)
            if not piece:
                return
            drained += len(piece)
