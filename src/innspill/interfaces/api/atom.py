"""News as Atom (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from innspill.interfaces.api.values import LICENCE_ADDRESS, LICENCE_NAME

NAMESPACE = "http://www.w3.org/2005/Atom"
XML = "http://www.w3.org/XML/1998/namespace"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""When a feed in which nothing happened yet was last changed."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news. `id` never changes; `language` is that of the title."""

    id: str
    title: str
    at: datetime
    address: str
    summary: str
    language: str = "nb"


@dataclass(frozen=True, slots=True)
class Feed:
    """News about one thing, and where they and it are found."""

    id: str
    title: str
    author: str
    address: str
    page: str
    entries: Sequence[Entry]
    language: str = "nb"


def as_atom(feed: Feed) -> bytes:
    """The feed as a file, its newest entries first."""
    register_namespace("", NAMESPACE)
    entries = sorted(feed.entries, key=lambda each: (each.at, each.id), reverse=True)
    root = Element(f"{{{NAMESPACE}}}feed", {f"{{{XML}}}lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(entries[0].at if entries else NEVER))
    _text(SubElement(root, f"{{{NAMESPACE}}}author"), "name", feed.author)
    _text(root, "rights", LICENCE_NAME)
    _link(root, "self", feed.address, "application/atom+xml")
    _link(root, "alternate", feed.page, "text/html")
    _link(root, "license", LICENCE_ADDRESS, "text/html")
    for entry in entries:
        _entry(root, entry)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def writable(text: str) -> str:
    """`text` without what XML cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def _entry(root: Element, entry: Entry) -> None:
    node = SubElement(root, f"{{{NAMESPACE}}}entry", {f"{{{XML}}}lang": entry.language})
    _text(node, "id", entry.id)
    _text(node, "title", entry.title)
    _text(node, "updated", _moment(entry.at))
    _link(node, "alternate", entry.address, "text/html")
    _text(node, "summary", entry.summary)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{NAMESPACE}}}{name}").text = writable(text)


def _link(parent: Element, rel: str, address: str, media_type: str) -> None:
    SubElement(parent, f"{{{NAMESPACE}}}link", {"rel": rel, "href": address, "type": media_type})


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
