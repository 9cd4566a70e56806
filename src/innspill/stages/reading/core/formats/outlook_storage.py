"""The storages of an Outlook message (.msg): folders and files of a compound file, read whole.

olefile gives fewer bytes than a cut file declares without a word; here that is damage.
"""

from __future__ import annotations

import struct

from olefile import DEFECT_INCORRECT, OleFileIO  # type: ignore[import-untyped]
from olefile.olefile import STGTY_STORAGE, STGTY_STREAM, OleDirectoryEntry  # type: ignore[import-untyped]
from oxmsg.storage import Storage, Stream

from innspill.shared.errors import Unreadable

_MOST_ENTRIES = 50_000
_MOST_IN_ONE = 2_000
_DEEPEST = 20
_UNREAD = ("__recip_version1.0_", "__nameid_version1.0")
"""What is never asked for: a mail to hundreds has thousands of these."""


def storage_of(data: bytes) -> Storage:
    """All that is stored in the message `data`.

    Raises `Unreadable` where it is cut or damaged, or holds more than any message does.
    """
    try:
        with OleFileIO(data, raise_defects=DEFECT_INCORRECT) as ole:
            if len(ole.direntries) > _MOST_ENTRIES:
                raise Unreadable("too-big", "The message has more parts than are read at once.")
            return _storage(ole, ole.root, [])
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise Unreadable("damaged", f"The Outlook message is damaged: {error}.") from error


def _storage(ole: OleFileIO, node: OleDirectoryEntry, way: list[str]) -> Storage:
    if len(node.kids) > _MOST_IN_ONE:
        raise Unreadable("too-big", "The message has more parts than are read at once.")
    if len(way) > _DEEPEST:
        raise Unreadable("too-deep", "The message has messages within messages without end.")
    streams, storages = list[Stream](), list[Storage]()
    for kid in node.kids:
        path = [*way, kid.name]
        if kid.entry_type == STGTY_STREAM:
            streams.append(Stream("/".join(path), _whole(ole, path, kid.size)))
        elif kid.entry_type == STGTY_STORAGE and not kid.name.startswith(_UNREAD):
            storages.append(_storage(ole, kid, path))
    return Storage("/".join(way), tuple(streams), tuple(storages))


def _whole(ole: OleFileIO, path: list[str], size: int) -> bytes:
    with ole.openstream(path) as stream:
        data = bytes(stream.read())
    if len(data) != size:
        raise Unreadable("damaged", f"The Outlook message is cut short at {path[-1]}.")
    return data
