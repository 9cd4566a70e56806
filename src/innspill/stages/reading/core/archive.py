"""Archives (.zip): their members in turn. Nothing is ever written, so a name can harm nothing."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.guard import MAX_TOTAL, Package

_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def members_of(package: Package) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Name and bytes of each member in the archive's order, or why it cannot be unpacked.

    Files that operating systems leave behind are no part of what was sent.
    """
    for name in package.names:
        if name.startswith(_LEFT_BY_SYSTEMS) or name.endswith(_LEFT_BY_SYSTEMS):
            continue
        shown = harmless_name(name)
        try:
            yield shown, package.read(name, MAX_TOTAL)
        except Unreadable as error:
            yield shown, error


def harmless_name(name: str) -> str:
    """`name` without the steps that would lead out of the archive."""
    parts = name.replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..")]
    return "/".join(kept) or "unnamed"
