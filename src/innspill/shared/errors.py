"""The errors of Innspill, all of them.

InnspillError
├── BadInput          something given to us is wrong: what, where, what to do
│   └── BadLink       a link that opens nothing: damaged, withdrawn, or its thing is gone
├── Unreadable        one file could not be read; a stored fact, never a stop
├── NotAllowed        the person may not do this to this object
├── SigningKeyLost    the key that signed the journal is not there
├── Conflict          somebody else was first; nothing was overwritten
├── PostRefused       a mail that the server will never take: no such address
└── PostUnavailable   a mail that may be tried again later
"""

from __future__ import annotations


class InnspillError(Exception):
    """Something went wrong that a person can be told about in one sentence."""


class BadInput(InnspillError):
    """What we were given is wrong. Says what is wrong, where, and what to do, on one line."""

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what = what
        self.where = where
        self.todo = todo
        said = " ".join((f"{where}: {what}" if where else what).split())
        if todo and said[-1:] not in ".!?":
            said += "."
        super().__init__(" ".join(f"{said} {todo}".split()))


class BadLink(BadInput):
    """A link that opens nothing. `reason` is "damaged", "withdrawn" or "gone"."""

    def __init__(self, reason: str, what: str, *, todo: str = "") -> None:
        self.reason = reason
        super().__init__(what, todo=todo)


class Unreadable(InnspillError):
    """A file that could not be read. `code` is the flag it gets, `str(error)` the reason."""

    def __init__(self, code: str, reason: str) -> None:
        self.code = code
        super().__init__(" ".join(reason.split()))


class NotAllowed(InnspillError):
    """The person may not do this to this object."""


class SigningKeyLost(InnspillError):
    """The key that has signed the journal is not there; nothing is received without it."""


class Conflict(InnspillError):
    """Somebody else changed it first; nothing was overwritten."""


class PostRefused(InnspillError):
    """The mail server refused a mail for good; the text is what it said."""


class PostUnavailable(InnspillError):
    """The mail server could not be reached, or asked us to come back later."""


class ScannerUnavailable(InnspillError):
    """The virus scanner could not be reached, or could not tell."""


class TooBigToScan(ScannerUnavailable):
    """The virus scanner takes no file of this size."""


class StampUnavailable(InnspillError):
    """The time-stamping authority could not be reached, or did not give a stamp that holds."""


class SearchUnavailable(InnspillError):
    """The search index cannot be asked: missing, of another edition or damaged (`broken`), or busy."""

    def __init__(self, reason: str, *, broken: bool = True) -> None:
        self.broken = broken
        super().__init__(reason)


class ModelUnavailable(InnspillError):
    """The language model could not be reached, or does not let us in, or had no time."""


class UnfitAnswer(InnspillError):
    """The language model answered, but not with what it was asked for."""


class BehindTheWall(Exception):
    """A page of the public asked for what the public may not see: a fault of ours, and no data."""
