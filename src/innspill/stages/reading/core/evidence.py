"""Gathers what tells of sender, date and case: the head and the foot of a document, and its mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from innspill.shared.values import Span
from innspill.stages.reading.core.sender import Evidence
from innspill.stages.reading.core.stream import Stream
from innspill.stages.reading.core.values import Block

_HEAD_LINES = 16
_TAIL_LINES = 3
_SHORT = 60
_GREETING = re.compile(r"^\s*(?:hei|kjære|dear)\b", re.IGNORECASE)
_FIELDS = ("sender_name", "sender_number", "sender_contact", "case_number")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a document came in: the mail's headers, its text, and the lines of who signed it."""

    properties: dict[str, str] = field(default_factory=dict)
    text: str = ""
    tail: tuple[str, ...] = ()


NO_ENVELOPE = Envelope()


def gather(
    stream: Stream,
    unplaced: Sequence[Span],
    said: str,
    *,
    first_answer: int,
    closing: int,
    envelope: Envelope,
    own_mail: dict[str, str],
    file: str,
) -> Evidence:
    """The evidence of one document.

    `unplaced` are the stretches that answer nothing, `said` the text of all answers and remarks,
    `first_answer` where the first question stands and `closing` where the greeting at the end is.
    """
    head = [span for span in unplaced if span.start < min(first_answer, closing)]
    tail = [span for span in unplaced if span.start >= closing]
    if not tail:
        last = [
            span for span in unplaced if span.start > first_answer or len(unplaced) > _TAIL_LINES
        ]
        tail = [span for span in last[-_TAIL_LINES:] if len(span) <= _SHORT]
    fields = {
        block.tag: block.text.strip()
        for block in stream.blocks
        if block.tag in _FIELDS and block.text.strip()
    }
    mail = {**envelope.properties, **own_mail}
    return Evidence(
        head=_head_lines(stream, head),
        tail=tuple(stream.slice(span).strip() for span in tail),
        said=said,
        fields=fields,
        mail=mail,
        mail_tail=envelope.tail,
        file=file,
    )


def _head_lines(stream: Stream, spans: Sequence[Span]) -> tuple[str, ...]:
    """The first lines up to the greeting; cells of one row as "label: value"."""
    lines: list[str] = []
    row: tuple[int, int] | None = None
    for span in spans:
        text = stream.slice(span).strip()
        if _GREETING.match(text) or len(lines) >= _HEAD_LINES:
            break
        here = _row(stream.block_at(span.start))
        if here is not None and here == row and lines:
            lines[-1] = f"{lines[-1].rstrip(' :')}: {text}"
        else:
            lines.append(text)
        row = here
    return tuple(lines)


def _row(block: Block) -> tuple[int, int] | None:
    return (block.cell.table, block.cell.row) if block.cell else None
