"""The virus scanner clamd, asked over its own socket: INSTREAM, as clamd(8) has it.

A dozen lines of protocol and no library: see docs/decisions/0017. clamd looks inside mails and
archives by itself.
"""

from __future__ import annotations

import re
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from innspill.shared.errors import BadInput, ScannerUnavailable, TooBigToScan

_CHUNK = 1 << 16
_SECONDS = 60.0
_REST = 20.0
"""Seconds in which it is not asked again after it could not be reached."""
_LONGEST = 4_096
_PORT = 3310
_FOUND = re.compile(r"^stream: (.{1,300}) FOUND$")
_TODO = "Write unix:/run/clamav/clamd.ctl or tcp://host:3310."


@dataclass(frozen=True, slots=True)
class Place:
    """Where clamd listens: a path, or a host and a port."""

    path: str = ""
    host: str = ""
    port: int = _PORT

    @property
    def named(self) -> str:
        """The place as people read it."""
        return self.path or f"{self.host}:{self.port}"


def place_of(address: str) -> Place:
    """The place that INNSPILL_CLAMD names. Raises BadInput for what is none."""
    if address.startswith(("unix:", "/")):
        path = address.removeprefix("unix:")
        path = "/" + path.lstrip("/") if path.strip("/") else ""
        if path:
            return Place(path=path)
    try:
        parts = urlsplit(address)
        if parts.scheme == "tcp" and parts.hostname and not parts.path.strip("/"):
            return Place(host=parts.hostname, port=parts.port or _PORT)
    except ValueError:
        pass
    raise BadInput(f"{address!r} is no place of clamd", where="INNSPILL_CLAMD", todo=_TODO)


class Clamd:
    """A `VirusScanner`. One connection for each file, as clamd wishes it."""

    def __init__(self, place: Place, *, seconds: float = _SECONDS, rest: float = _REST) -> None:
        self.place = place
        self._seconds = seconds
        self._rest = rest
        self._rests_until = 0.0
        self._said = ""

    def virus_in(self, data: bytes) -> str | None:
        """The name of what was found, or None.

        Raises TooBigToScan where clamd takes no file of this size, and ScannerUnavailable where it
        cannot be reached, or says anything but yes or no.
        """
        if time.monotonic() < self._rests_until:
            raise ScannerUnavailable(self._said)
        with self._talk() as talk:
            self._pass_on(talk, data)
            answer = _answer(talk)
        found = _FOUND.match(answer)
        if found is not None:
            return found[1]
        if answer == "stream: OK":
            return None
        if "size limit exceeded" in answer:
            raise TooBigToScan(answer)
        raise self._unavailable(answer or "closed the line")

    def version(self) -> str:
        """What clamd says that it is: for `innspill doctor`. Raises ScannerUnavailable."""
        with self._talk() as talk:
            talk.sendall(b"zVERSION\0")
            said = _answer(talk)
        if not said:
            raise self._unavailable("closed the line")
        return said

    @staticmethod
    def _pass_on(talk: socket.socket, data: bytes) -> None:
        view = memoryview(data)
        try:
            talk.sendall(b"zINSTREAM\0")
            for start in range(0, len(view), _CHUNK):
                part = view[start : start + _CHUNK]
                talk.sendall(struct.pack("!L", len(part)))
                talk.sendall(part)
            talk.sendall(struct.pack("!L", 0))
        except (BrokenPipeError, ConnectionResetError):
            # It closes its ear over a file that is too big for it, and says so first.
            return

    @contextmanager
    def _talk(self) -> Iterator[socket.socket]:
        place = self.place
        try:
            if place.path:
                talk = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
                talk.settimeout(self._seconds)
                talk.connect(place.path)
            else:
                talk = socket.create_connection((place.host, place.port), self._seconds)
        except OSError as error:
            raise self._unavailable(_words(error)) from error
        with talk:
            try:
                yield talk
            except OSError as error:
                raise self._unavailable(_words(error)) from error

    def _unavailable(self, said: str) -> ScannerUnavailable:
        self._rests_until = time.monotonic() + self._rest
        self._said = f"clamd at {self.place.named}: {said}"
        return ScannerUnavailable(self._said)


def _answer(talk: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < _LONGEST:
        part = talk.recv(_LONGEST)
        if not part:
            break
        said += part
    return " ".join(said.rstrip(b"\0").decode("utf-8", "replace").split())


def _words(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "did not answer in time"
    return error.strerror or str(error) or "closed the line"
