"""Makes a find as small as it can in a short time, while the same fault is in it."""

from __future__ import annotations

import time
from collections.abc import Callable

from lxml import etree

from .mutate import packed, unpacked

SECONDS = 20.0
StillFails = Callable[[bytes], bool]


def shrink(data: bytes, fails: StillFails) -> bytes:
    """The smallest of the files tried that still `fails`."""
    deadline = time.monotonic() + SECONDS
    parts = unpacked(data)
    if parts and fails(packed(parts)):
        return packed(_fewer_parts(parts, lambda kept: fails(packed(kept)), deadline))
    return _fewer_bytes(data, fails, deadline)


def _fewer_parts(
    parts: dict[str, bytes], fails: Callable[[dict[str, bytes]], bool], deadline: float
) -> dict[str, bytes]:
    for name in list(parts):
        fewer = {other: data for other, data in parts.items() if other != name}
        if fewer and fails(fewer):
            parts = fewer
    for name, data in parts.items():
        parts[name] = _less_xml(
            data, lambda kept, name=name: fails({**parts, name: kept}), deadline
        )
    return parts


def _less_xml(data: bytes, fails: StillFails, deadline: float) -> bytes:
    """Without the elements, values and words that the fault does not need."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return _fewer_bytes(data, fails, deadline)
    for path in _paths(root):
        found = root.getroottree().find(path) if path else None
        if found is None or time.monotonic() > deadline:
            continue
        parent, at = found.getparent(), found.getparent().index(found)
        parent.remove(found)
        if not fails(etree.tostring(root)):
            parent.insert(at, found)
    made = etree.tostring(root)
    return made if fails(made) else data


def _paths(root: etree._Element) -> list[str]:
    """The elements from the last to the first, so that those before keep their paths."""
    tree = root.getroottree()
    nodes = [node for node in root.iter() if isinstance(node.tag, str) and node is not root]
    return [tree.getelementpath(node) for node in reversed(nodes)]


def _fewer_bytes(data: bytes, fails: StillFails, deadline: float) -> bytes:
    """Without the stretches that the fault does not need, long ones first."""
    size = max(1, len(data) // 2)
    while size:
        at = 0
        while at < len(data) and time.monotonic() < deadline:
            shorter = data[:at] + data[at + size :]
            if fails(shorter):
                data = shorter
            else:
                at += size
        size //= 2
    return data
