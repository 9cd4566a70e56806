"""Which adapter fills which port, for everything that runs with a database."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path

from django.conf import settings

from innspill.adapters.byte_store import FolderByteStore
from innspill.adapters.imap_mailbox import ImapMailbox, mailbox_server_of
from innspill.adapters.reading_child import ReadingChild
from innspill.adapters.smtp_outbox import SmtpOutbox, server_of
from innspill.adapters.system_clock import clock_showing
from innspill.shared.ports import ByteStore, Clock
from innspill.stages.reading.core.responses import ReadDelivery


def clock() -> Clock:
    """The clock: the machine's, or what INNSPILL_NOW says. Raises BadInput for a bad setting."""
    return clock_showing(settings.NOW)


def store() -> ByteStore:
    """Where bytes lie: the folder `bytes` in INNSPILL_HOME."""
    return FolderByteStore(settings.HOME / "bytes")


@cache
def reader() -> ReadDelivery:
    """What turns a delivery into responses: a child process with limits, ended with this one."""
    child = ReadingChild()
    atexit.register(child.close)
    return child.read_delivery


def postman() -> SmtpOutbox:
    """What hands mails to the server of INNSPILL_SMTP: one for the process, and its connection.

    Raises BadInput where no server is set.
    """
    return _postman(settings.SMTP, settings.MAIL_FROM)


def mailbox() -> ImapMailbox | None:
    """The mailbox of INNSPILL_IMAP, to be used as a context; None where none is set.

    The token is read anew each time, since it lives for an hour. Raises BadInput for an address
    that cannot be used, OSError where the token's file cannot be read.
    """
    if not settings.IMAP:
        return None
    kept = settings.IMAP_TOKEN_FILE
    token = Path(kept).read_text(encoding="ascii").strip() if kept else ""
    return ImapMailbox(mailbox_server_of(settings.IMAP, token=token))


@cache
def _postman(server: str, sender: str) -> SmtpOutbox:
    outbox = SmtpOutbox(server_of(server), sender=sender, clock=clock())
    atexit.register(outbox.close)
    return outbox
