"""A real SMTP server on loopback that can be told how to behave."""

# ruff: noqa: N802 - aiosmtpd calls its hooks so

from __future__ import annotations

import asyncio
import socket
import ssl
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

ACCEPTED = "250 OK"


@dataclass
class Behaviour:
    """What the server does: replies by recipient (the last one stays), and oddities of its own."""

    replies: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    data_replies: list[str] = field(default_factory=list)
    sender_reply: str = ""
    slow: float = 0.0
    hang_up: int = 0
    """How many mails it hangs up on instead of answering."""
    taken: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    """What the envelopes named as sender."""
    signed_in: list[str] = field(default_factory=list)
    connections: int = 0

    def next_reply(self, recipient: str) -> str:
        """The reply that is due for this recipient."""
        waiting = self.replies.get(recipient, [])
        return waiting.pop(0) if len(waiting) > 1 else (waiting[0] if waiting else ACCEPTED)


class Handler:
    """Takes mails as `Behaviour` says."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.does = behaviour

    async def handle_EHLO(
        self, server: Any, session: Any, _: Any, hostname: str, said: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.does.connections += not session.__dict__.get("counted")
        session.counted = True
        return said

    async def handle_MAIL(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.does.sender_reply:
            return self.does.sender_reply
        envelope.mail_from = address
        return ACCEPTED

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        reply = self.does.next_reply(address)
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.does.hang_up:
            self.does.hang_up -= 1
            server.transport.abort()
            return ACCEPTED
        if self.does.slow:
            await asyncio.sleep(self.does.slow)
        reply = self.does.data_replies.pop(0) if self.does.data_replies else ACCEPTED
        if reply.startswith("250"):
            self.does.raw.append(envelope.content)
            self.does.senders.append(envelope.mail_from)
            self.does.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return reply


@dataclass
class MailServer:
    """A running server: where it is, and what it did."""

    port: int
    does: Behaviour

    @property
    def url(self) -> str:
        """Its address as INNSPILL_SMTP."""
        return f"smtp://127.0.0.1:{self.port}?tls=none&timeout=2"


@contextmanager
def running(port: int = 0, **options: Any) -> Iterator[MailServer]:
    """A server that listens on loopback until the block ends."""
    behaviour = Behaviour()
    port = port or free_port()
    controller = Controller(Handler(behaviour), hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield MailServer(port, behaviour)
    finally:
        controller.stop(no_assert=True)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate for 127.0.0.1, made now: as the server uses it, and the file to trust."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
         "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(cert)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context, cert


def only(user: str, password: str, behaviour: list[str]) -> Any:
    """An authenticator that knows one user."""

    def check(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
        right = isinstance(given, LoginPassword) and (given.login, given.password) == (
            user.encode(), password.encode(),
        )  # fmt: skip
        behaviour.append(mechanism)
        return AuthResult(success=right, handled=right)

    return check
