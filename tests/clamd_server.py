"""A scanner that speaks clamd's own protocol over a real socket, and knows one virus."""

from __future__ import annotations

import io
import socketserver
import struct
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The file that every scanner calls a virus and that harms nobody; in two, for scanners of ours."""


@dataclass
class Scanner:
    """What it is told to do, and what it was asked."""

    address: str = ""
    most: int = 1 << 30
    says: str = ""
    """An answer for everything, where it is to be odd."""
    asked: list[int] = field(default_factory=list)


def is_infected(data: bytes, depth: int = 0) -> bool:
    """Whether the test virus is in it, in an attachment or in a packed file."""
    if EICAR in data:
        return True
    if depth > 3:
        return False
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return any(is_infected(packed.read(name), depth + 1) for name in packed.namelist())
    parts = [part.get_payload(decode=True) for part in message_from_bytes(data).walk()]
    inner = [part for part in parts if isinstance(part, bytes) and part != data]
    return any(is_infected(part, depth + 1) for part in inner)


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        does: Scanner = self.server.does  # type: ignore[attr-defined]
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        if command == b"zVERSION\0":
            self.wfile.write(b"ClamAV 1.4.2/27500\0")
            return
        assert command == b"zINSTREAM\0", command
        data = b""
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
            if len(data) > does.most:
                self.wfile.write(b"INSTREAM size limit exceeded. ERROR\0")
                return
        does.asked.append(len(data))
        found = b"stream: Eicar-Test-Signature FOUND\0" if is_infected(data) else b"stream: OK\0"
        self.wfile.write(does.says.encode() + b"\0" if does.says else found)


class _Tcp(socketserver.ThreadingTCPServer):
    daemon_threads = allow_reuse_address = True


class _Unix(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextmanager
def running(path: Path | None = None) -> Iterator[Scanner]:
    """A scanner that listens at `path`, or at a port of its own."""
    does = Scanner()
    server = _Unix(str(path), _Talk) if path else _Tcp(("127.0.0.1", 0), _Talk)
    server.does = does  # type: ignore[union-attr]
    does.address = f"unix:{path}" if path else f"tcp://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield does
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
