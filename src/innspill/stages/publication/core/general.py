"""Which text outside the questions is something said, and not the furniture of the paper."""

from __future__ import annotations

from innspill.stages.reading.core.values import Passage, ResponseRead

_FURNITURE = frozenset({"header", "footer"})
_FIELD_TAGS = ("sender_", "case_number", "supports")


def general_passages(read: ResponseRead) -> tuple[Passage, ...]:
    """The unplaced passages that belong in the public copy, in order.

    Running heads, page numbers, and the form's own fields for sender, case and whom one supports
    are accounted for in the reading, but are no remarks: the copy names those itself.
    """
    furniture = {
        block.id
        for block in read.blocks
        if block.kind in _FURNITURE or (block.tag or "").startswith(_FIELD_TAGS)
    }
    names = {sender.name for sender in (read.sender, *read.further_senders)}
    return tuple(
        passage
        for passage in read.unplaced
        if passage.text.strip() not in names
        and not (passage.origin and all(origin.block in furniture for origin in passage.origin))
    )
