"""A real IMAP server on loopback, and what a test puts into its mailbox."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imap_tools import MailBoxUnencrypted

from tests.mail_server import free_port

USER, PASSWORD = "innspill", "hemmelig"


@dataclass(frozen=True)
class ImapServer:
    """A running server with one mailbox."""

    port: int

    @property
    def url(self) -> str:
        """Its address as INNSPILL_IMAP."""
        return f"imap://{USER}:{PASSWORD}@127.0.0.1:{self.port}/INBOX?tls=none&timeout=5"

    def put(self, raw: bytes) -> None:
        """Puts a mail into the mailbox, as if it had come."""
        with self._signed_in() as box:
            box.append(raw, "INBOX")

    def lying_in(self, folder: str) -> list[bytes]:
        """The mails in a folder, and whether each was marked as read: none may be."""
        with self._signed_in() as box:
            box.folder.set(folder)
            found = [box.client.uid("fetch", uid, "(BODY.PEEK[])")[1] for uid in box.uids("ALL")]
        return [part[1] for parts in found for part in parts if isinstance(part, tuple)]

    def seen(self, folder: str) -> int:
        """How many mails in a folder are marked as read."""
        with self._signed_in() as box:
            box.folder.set(folder)
            return len(box.uids("SEEN"))

    def _signed_in(self) -> MailBoxUnencrypted:
        return MailBoxUnencrypted("127.0.0.1", self.port, timeout=5).login(USER, PASSWORD)


@contextmanager
def running() -> Iterator[ImapServer]:
    """A server that listens on loopback until the block ends."""
    port = free_port()
    program = Path(sys.executable).with_name("pymap")
    command = [program, "--host", "127.0.0.1", "--port", str(port), "--no-tls", "--no-service",
               "managesieve", "--no-service", "grpc", "dict", "--demo-user", USER,
               "--demo-password", PASSWORD]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = ImapServer(port)
    try:
        for _ in range(100):
            try:
                with server._signed_in():
                    break
            except OSError:
                time.sleep(0.1)
        else:
            raise RuntimeError("the IMAP server did not start")
        yield server
    finally:
        process.terminate()
        process.wait()
