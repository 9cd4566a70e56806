"""The body of a request: read whole and within limits before any work begins with it."""

from __future__ import annotations

import contextlib
import socket
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from threading import Lock, Thread
from typing import IO, Any

from innspill.interfaces.ui.refusal_pages import BROKEN_OFF, TOO_LARGE, TOO_SLOW, Refusal

_PIECE = 1 << 16
_IN_MEMORY = 2_000_000
_DRAINED = 4_000_000
_LINGERING = 2.0
_DRAINERS = 16
_LOOK_EVERY = 0.5


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
    coming = _Coming(line, limits)
    left = None if "HTTP_TRANSFER_ENCODING" in environ else declared_size(environ)
    if line is not None:
        line.settimeout(limits.silence)
        _watch().begin(coming)
    try:
        while left is None or left > 0:
            piece = source.read(_PIECE if left is None else min(_PIECE, left))
            if not piece:
                break
            coming.size += len(piece)
            left = None if left is None else left - len(piece)
            if coming.size > limits.largest:
                return TOO_LARGE
            if coming.is_too_slow():
                return TOO_SLOW
            kept.write(piece)
    except TimeoutError:
        return TOO_SLOW
    except OSError:
        # Also what gunicorn raises where the chunks end in the middle.
        return TOO_SLOW if coming.was_ended else BROKEN_OFF
    finally:
        if line is not None:
            _watch().end(coming)
            line.settimeout(None)
    return TOO_SLOW if coming.was_ended else None


@dataclass(eq=False)
class _Coming:
    """A body on its way, and how much of it has come."""

    line: socket.socket | None
    limits: Limits
    size: int = 0
    began: float = field(default_factory=time.monotonic)
    was_ended: bool = False

    def is_too_slow(self, ahead: int = 0) -> bool:
        """Whether it has taken longer than so many bytes, and `ahead` more, may take."""
        may_take = self.limits.grace + (self.size + ahead) / self.limits.slowest
        return time.monotonic() - self.began > may_take


class _Watch:
    """Ends lines that bring a byte now and then, for ever.

    The server gives a piece of a body only when it is whole, and waits anew for each byte of it:
    whoever sends one before each wait is over would hold a place for days.
    """

    def __init__(self) -> None:
        self._coming: set[_Coming] = set()
        self._lock = Lock()
        Thread(target=self._look, name="watch", daemon=True).start()

    def begin(self, coming: _Coming) -> None:
        """Looks after a body until `end`."""
        with self._lock:
            self._coming.add(coming)

    def end(self, coming: _Coming) -> None:
        """The body is here, or refused."""
        with self._lock:
            self._coming.discard(coming)

    def _look(self) -> None:
        while True:
            time.sleep(_LOOK_EVERY)
            with self._lock:
                slow = [each for each in self._coming if each.is_too_slow(_PIECE)]
                for each in slow:
                    self._coming.discard(each)
                    each.was_ended = True
                    with contextlib.suppress(OSError):
                        # Under the lock, so that it is not somebody else's line by now.
                        each.line.shutdown(socket.SHUT_RD)  # type: ignore[union-attr]


_starting = Lock()


def _watch() -> _Watch:
    """The one of this process; asked for only after the server has forked."""
    with _starting:
        return _the_watch()


@cache
def _the_watch() -> _Watch:
    return _Watch()


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
