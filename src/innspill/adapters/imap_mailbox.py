"""A mailbox on an IMAP server: fetched without a mark, put away after it is stored."""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Self, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from innspill.shared.errors import BadInput, PostUnavailable

T = TypeVar("T")
_SETTING = "INNSPILL_IMAP"
_PORTS = {"tls": 993, "starttls": 143, "none": 143}
_FAULTS = (imaplib.IMAP4.error, ImapToolsError, OSError)
_NEAR = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class MailboxServer:
    """An IMAP server as INNSPILL_IMAP names it, the folder to fetch, and where mails are put away."""

    host: str
    port: int
    encryption: str
    user: str
    password: str
    token: str = ""
    """An OAuth 2 access token: signs in by XOAUTH2 instead of the password."""
    folder: str = "INBOX"
    done: str = "Behandlet"
    timeout: float = 30.0
    certificates: str = ""

    @property
    def named(self) -> str:
        """The server as it may be shown: without its password."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder} ({self.encryption})"


def mailbox_server_of(url: str, *, token: str = "") -> MailboxServer:
    """The server that an address names: imaps://user:password@host/INBOX?done=Behandlet.

    imap:// is encrypted by STARTTLS; `tls=none` is for this machine alone. Raises BadInput,
    without the password, where it cannot be used.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username:
        raise _wrong("is no address of a mailbox")
    try:
        port, asked = parts.port, parse_qs(parts.query, strict_parsing=bool(parts.query))
        timeout = float(asked.get("timeout", ["30"])[0])
    except ValueError:
        raise _wrong("has a port or an option that cannot be read") from None
    unknown = set(asked) - {"tls", "done", "timeout", "ca"}
    encryption = "tls" if parts.scheme == "imaps" else asked.get("tls", ["starttls"])[0]
    if unknown or encryption not in _PORTS:
        raise _wrong(f"has an option that is not known: {min(unknown, default='tls')}")
    if encryption == "none" and parts.hostname not in _NEAR:
        raise _wrong("would send the password in the clear")
    return MailboxServer(
        host=parts.hostname,
        port=port or _PORTS[encryption],
        encryption=encryption,
        user=unquote(parts.username),
        password=unquote(parts.password or ""),
        token=token,
        folder=unquote(parts.path.strip("/")) or "INBOX",
        done=asked.get("done", ["Behandlet"])[0],
        timeout=timeout,
        certificates=asked.get("ca", [""])[0],
    )


class ImapMailbox:
    """A `Mailbox` on a server: one connection while it is used as a context."""

    def __init__(self, server: MailboxServer) -> None:
        self.server = server
        self._open: BaseMailBox | None = None

    def __enter__(self) -> Self:
        """Signs in. Raises PostUnavailable where it cannot."""
        try:
            self._open = self._signed_in()
            if not self._open.folder.exists(self.server.done):
                self._open.folder.create(self.server.done)
            self._open.folder.set(self.server.folder)
        except _FAULTS as error:
            self.__exit__()
            raise self._unavailable(error) from error
        return self

    def __exit__(self, *_: object) -> None:
        """Signs out."""
        connection, self._open = self._open, None
        if connection is not None:
            try:
                connection.logout()
            except _FAULTS:
                return

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        """Each mail in the folder with its UID, the oldest first, unmarked (BODY.PEEK)."""
        for uid in self.places():
            raw = self._asked(partial(_raw, uid=uid))
            if raw is not None:
                yield uid, raw

    def places(self) -> list[str]:
        """The UIDs of the mails that lie in the folder, the oldest first."""
        return self._asked(lambda connection: connection.uids("ALL"))

    def put_away(self, place: str) -> None:
        """Moves a mail to the folder for those that are done."""
        self._asked(lambda connection: connection.move([place], self.server.done))

    def _asked(self, ask: Callable[[BaseMailBox], T]) -> T:
        if self._open is None:
            raise PostUnavailable(f"{self.server.named}: not signed in")
        try:
            return ask(self._open)
        except _FAULTS as error:
            raise self._unavailable(error) from error

    def _signed_in(self) -> BaseMailBox:
        server = self.server
        context = ssl.create_default_context(cafile=server.certificates or None)
        where: dict[str, Any] = {
            "host": server.host,
            "port": server.port,
            "timeout": server.timeout,
        }
        if server.encryption == "tls":
            connection: BaseMailBox = MailBox(**where, ssl_context=context)
        elif server.encryption == "starttls":
            connection = MailBoxStartTls(**where, ssl_context=context)
        else:
            connection = MailBoxUnencrypted(**where)
        if server.token:
            return connection.xoauth2(server.user, server.token, initial_folder=None)
        return connection.login(server.user, server.password, initial_folder=None)

    def _unavailable(self, error: Exception) -> PostUnavailable:
        return PostUnavailable(f"{self.server.named}: {' '.join(str(error).split())[:300]}")


def _raw(connection: BaseMailBox, uid: str) -> bytes | None:
    """The mail's bytes exactly as the server gives them; None where it has gone meanwhile."""
    status, parts = connection.client.uid("fetch", uid, "(BODY.PEEK[])")
    if status != "OK":
        raise OSError(f"the server did not give mail {uid}: {status}")
    return next((part[1] for part in parts if isinstance(part, tuple)), None)


def _wrong(what: str) -> BadInput:
    return BadInput(what, where=_SETTING, todo="Write imaps://user:password@host/INBOX.")
