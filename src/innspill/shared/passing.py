"""The machine's own trouble, told from faults of what was sent and of our own."""

from __future__ import annotations

import errno

from django.db import InterfaceError, OperationalError

from innspill.shared.errors import SigningKeyLost

_MACHINE = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE,
    errno.ENOMEM, errno.EAGAIN, errno.EACCES, errno.EPERM, errno.ESTALE,
}  # fmt: skip


def is_passing(error: BaseException | None) -> bool:
    """Whether the same may succeed later, untouched: the disk is full or cannot be written, the
    database is locked, full or away, the signing key must be put back.
    """
    if isinstance(error, SigningKeyLost):
        return True
    if isinstance(error, OSError):
        return error.errno in _MACHINE
    return isinstance(error, OperationalError | InterfaceError)
