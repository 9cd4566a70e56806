"""Which text outside the questions is something said, and not the furniture of the paper."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.stages.reading.core.values import Passage, ResponseRead

_OF_A_FILE = "#"
"""A block of another file than the response's own is called by the file's path, this, and its name."""

_FURNITURE = frozenset({"header", "footer"})
_FIELD_TAGS = ("sender_", "case_number", "supports")


def general_passages(read: ResponseRead) -> tuple[Passage, ...]:
    """The unplaced passages that belong in the public copy: the response's own, then each attachment's.

    Running heads, page numbers, and the form's own fields for sender, case and whom one supports
    are accounted for in the reading, but are no remarks: the copy names those itself.
    """
    furniture = {
        block.id
        for block in read.blocks
        if block.kind in _FURNITURE or (block.tag or "").startswith(_FIELD_TAGS)
    }
    names = {sender.name for sender in (read.sender, *read.further_senders)}
    kept = [
        passage
        for passage in read.unplaced
        if passage.text.strip() not in names
        and not (passage.origin and all(origin.block in furniture for origin in passage.origin))
    ]
    order = {path: place for place, path in enumerate(dict.fromkeys(map(attachment_of, kept)))}
    return tuple(
        sorted(kept, key=lambda each: order[path] + 1 if (path := attachment_of(each)) else 0)
    )


def attachment_of(passage: Passage) -> str:
    """The path of the attachment that a passage stands in; empty for the response's own text."""
    if not passage.origin:
        return ""
    path, parted, _ = passage.origin[0].block.rpartition(_OF_A_FILE)
    return path if parted else ""


def attachments_among(passages: Sequence[Passage]) -> tuple[tuple[str, int], ...]:
    """Of each attachment its path and where it begins among `passages`, which are in order."""
    first: dict[str, int] = {}
    for place, passage in enumerate(passages):
        first.setdefault(attachment_of(passage), place)
    return tuple((path, place) for path, place in first.items() if path)
