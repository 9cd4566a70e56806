"""Mails handed to an SMTP server: one connection kept for several, encrypted and certified."""

from __future__ import annotations

import ipaddress
import smtplib
import ssl
import time
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

from innspill.shared.errors import BadInput, PostRefused, PostUnavailable
from innspill.shared.ports import Clock, Letter

Encryption = Literal["starttls", "tls", "none"]
_PORTS: dict[Encryption, int] = {"starttls": 587, "tls": 465, "none": 25}
_SETTING = "INNSPILL_SMTP"
_REST = 60.0
"""Seconds without a try after a server could not be reached, so that the other steps go on."""
_KEPT = 50
"""Mails over one connection; many servers close it after a hundred."""
_TOO_LARGE = 552
_GOOD = 250


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server as INNSPILL_SMTP names it."""

    host: str
    port: int
    encryption: Encryption
    user: str = ""
    password: str = ""
    timeout: float = 20.0
    certificates: str = ""
    """A file with the certificates that are trusted besides the system's."""

    @property
    def named(self) -> str:
        """The server as it may be shown: without its password."""
        return f"{self.host}:{self.port} ({self.encryption})"


def server_of(url: str) -> Server:
    """The server that an address names: smtp://user:pass@host:587?tls=starttls, smtps://host.

    `tls` may be starttls (as it is where nothing is said) or none; `timeout` is in seconds; `ca`
    is a file of trusted certificates. Raises BadInput, without the password, where it is none.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise _wrong("is no address of a mail server")
    try:
        port, asked = parts.port, parse_qs(parts.query, strict_parsing=bool(parts.query))
    except ValueError:
        raise _wrong("has a port or an option that cannot be read") from None
    unknown = set(asked) - {"tls", "timeout", "ca"}
    if unknown:
        raise _wrong(f"has an option that is not known: {min(unknown)}")
    encryption = _encryption(parts.scheme, asked.get("tls", [""])[0])
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not (user.isascii() and password.isascii()):
        # Python's SMTP client signs in with ASCII only; said now, not with the first mail.
        raise _wrong("has a user or password with letters outside ASCII")
    if encryption == "none" and password and not _is_near(parts.hostname):
        raise _wrong("would send the password in the clear")
    return Server(
        host=parts.hostname,
        port=port or _PORTS[encryption],
        encryption=encryption,
        user=user,
        password=password,
        timeout=_seconds(asked.get("timeout", ["20"])[0]),
        certificates=asked.get("ca", [""])[0],
    )


def message_of(letter: Letter, *, sender: str, clock: Clock) -> EmailMessage:
    """The letter as a message: every header from data is one line of data, whatever it holds."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(display_name=_line(letter.from_name), addr_spec=_ascii(sender))
    message["To"] = Address(addr_spec=_ascii(letter.to))
    if letter.reply_to:
        message["Reply-To"] = Address(addr_spec=_ascii(letter.reply_to))
    message["Subject"] = _line(letter.subject)
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = f"<{_line(letter.message_id)}>"
    if letter.answers:
        message["In-Reply-To"] = message["References"] = f"<{_line(letter.answers)}>"
    if letter.leave:
        message["List-Unsubscribe"] = f"<{_line(letter.leave)}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    is_receipt = letter.is_receipt or letter.answers
    message["Auto-Submitted"] = "auto-replied" if is_receipt else "auto-generated"
    message["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    message.set_content(letter.text, cte="quoted-printable")
    for each in letter.enclosures:
        main, _, sub = each.media_type.partition("/")
        known = main in {"application", "image", "text"} and sub.replace("-", "").isascii() and sub
        # As bytes, a text too: not a line end of it is changed on the way.
        message.add_attachment(
            each.data,
            maintype=main if known else "application",
            subtype=sub if known else "octet-stream",
            filename=_line(each.name) or "vedlegg",
        )
    return message


class SmtpOutbox:
    """A `Postman` that hands mails to one server."""

    def __init__(self, server: Server, *, sender: str, clock: Clock) -> None:
        self.server = server
        self.sender = sender
        self._clock = clock
        self._open: smtplib.SMTP | None = None
        self._handed = 0
        self._rests_until = 0.0
        self._said = ""

    def send(self, letter: Letter) -> None:
        """Returns when the server has taken the mail; raises PostRefused or PostUnavailable."""
        try:
            data = message_of(letter, sender=self.sender, clock=self._clock).as_bytes()
        except (ValueError, UnicodeError) as error:
            raise PostRefused(f"cannot be written as a mail: {error}") from error
        connection = self._connection()
        try:
            # RFC 3834: what answers by itself has no sender, so that nothing answers it.
            is_receipt = letter.is_receipt or letter.answers
            sender = "" if is_receipt else _ascii(self.sender)
            connection.sendmail(sender, [_ascii(letter.to)], data)
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            raise self._outcome(code, said, for_good=True) from error
        except smtplib.SMTPSenderRefused as error:
            # It is the installation that is refused, which a person can mend: nothing is lost.
            large = error.smtp_code == _TOO_LARGE
            raise self._outcome(error.smtp_code, error.smtp_error, for_good=large) from error
        except smtplib.SMTPDataError as error:
            raise self._outcome(error.smtp_code, error.smtp_error, for_good=True) from error
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise PostUnavailable(_words(error)) from error
        self._handed += 1
        if self._handed >= _KEPT:
            self.close()

    def greet(self) -> str:
        """Reaches the server, signs in, and says where: for `innspill doctor`.

        Raises PostUnavailable where it cannot.
        """
        self._rests_until = 0.0
        self._connection()
        self.close()
        return self.server.named

    def close(self) -> None:
        """Ends the connection, where there is one."""
        connection, self._open, self._handed = self._open, None, 0
        if connection is not None:
            try:
                connection.quit()
            except (smtplib.SMTPException, OSError):
                connection.close()

    def _connection(self) -> smtplib.SMTP:
        if self._open is not None:
            if self._answers(self._open):
                return self._open
            self.close()
        if time.monotonic() < self._rests_until:
            raise PostUnavailable(self._said)
        try:
            self._open = self._connect()
        except (smtplib.SMTPException, OSError) as error:
            self._said = f"{self.server.host}:{self.server.port}: {_words(error)}"
            self._rests_until = time.monotonic() + _REST
            raise PostUnavailable(self._said) from error
        return self._open

    def _connect(self) -> smtplib.SMTP:
        server = self.server
        context = ssl.create_default_context(cafile=server.certificates or None)
        if server.encryption == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=context
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
        try:
            if server.encryption == "starttls":
                connection.starttls(context=context)
            if server.user:
                connection.login(server.user, server.password)
        except (smtplib.SMTPException, OSError):
            connection.close()
            raise
        return connection

    @staticmethod
    def _answers(connection: smtplib.SMTP) -> bool:
        try:
            return connection.noop()[0] == _GOOD
        except (smtplib.SMTPException, OSError):
            return False

    def _outcome(self, code: int, said: bytes | str, *, for_good: bool) -> Exception:
        """5xx is for good; 4xx, and what a server says as it shuts down, may be tried again."""
        self.close()
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        sentence = " ".join(f"{code} {text}".split())
        return PostRefused(sentence) if for_good and code >= 500 else PostUnavailable(sentence)


def _wrong(what: str) -> BadInput:
    return BadInput(
        what, where=_SETTING, todo="Write smtp://user:password@host:587 or smtps://host:465."
    )


def _encryption(scheme: str, asked: str) -> Encryption:
    if scheme == "smtps" and asked in {"", "tls"}:
        return "tls"
    if scheme == "smtp" and asked in {"", "starttls", "none"}:
        return "none" if asked == "none" else "starttls"
    raise _wrong(f"cannot have tls={asked}")


def _seconds(asked: str) -> float:
    if not asked.isdigit() or not 1 <= int(asked) <= 600:
        raise _wrong("needs a timeout from 1 to 600 seconds")
    return float(asked)


def _is_near(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _ascii(address: str) -> str:
    """The address with a domain that every server knows: "post@blåbær.no" as "post@xn--…"."""
    name, _, domain = _line(address).rpartition("@")
    return (
        f"{name}@{domain.encode('idna').decode()}" if not domain.isascii() else f"{name}@{domain}"
    )


def _line(text: str) -> str:
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printable.split())


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        return " ".join(f"{error.smtp_code} {text}".split())
    if isinstance(error, TimeoutError):
        return "did not answer in time"
    return " ".join(str(getattr(error, "strerror", None) or error).split()) or "closed the line"
