"""Gathers what tells of sender, date and case: the head and the foot of a document, and its mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from innspill.shared.values import Span
from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.form_words import WORDS
from innspill.stages.reading.core.answers.sender import Evidence
from innspill.stages.reading.core.answers.stream import Stream, key_of
from innspill.stages.reading.core.values import Block, BlockKind

MAILS = frozenset({"message/rfc822", "application/vnd.ms-outlook", "application/ms-tnef"})
"""Media types of messages, whatever program keeps them."""
_HEAD_LINES = 16
_TAIL_LINES = 4
_SHORT = 60
_ASIDE = frozenset({"quoted", "footer"})
_GREETING = re.compile(r"^\s*(?:hei|kjære|dear)\b", re.IGNORECASE)
_OTHERS = frozenset({form_tags.FURTHER, form_tags.SUPPORTS, form_tags.COMMENT, form_tags.FILES})
_FIELDS = ("sender_name", "sender_number", "sender_contact", "case_number")


_LABELS = {
    key_of(label): name
    for words in WORDS.values()
    for name, label in (
        ("sender_name", words.sender_name),
        ("sender_number", words.sender_number),
        ("sender_contact", words.sender_contact),
    )
}
_PRINTED = frozenset(
    {*_LABELS}
    | {
        key_of(line)
        for w in WORDS.values()
        for line in (w.case_number, w.write_here, w.questions, w.further, w.in_short)
    }
)


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
    properties: dict[str, str],
    file: str,
) -> Evidence:
    """The evidence of one document.

    `unplaced` are the stretches that answer nothing, `said` the text of all answers and remarks,
    `first_answer` where the first question stands and `closing` where the greeting at the end is.
    """
    own = [span for span in unplaced if not _is_aside(stream.block_at(span.start))]
    head = [span for span in own if span.start < min(first_answer, closing)]
    tail = [span for span in own if span.start >= closing]
    if not tail:
        last = [span for span in own if span.start > first_answer or len(own) > _TAIL_LINES]
        tail = [span for span in last[-_TAIL_LINES:] if len(span) <= _SHORT]
    mail = {**envelope.properties, **own_mail}
    return Evidence(
        head=_head_lines(stream, head),
        tail=tuple(stream.slice(span).strip() for span in tail),
        said=said,
        fields=_fields(stream.blocks),
        mail=mail,
        mail_tail=envelope.tail,
        file=file,
        foot=_of_kind(stream, "footer"),
        quoted=_of_kind(stream, "quoted"),
        properties={} if own_mail else properties,
    )


def _is_aside(block: Block) -> bool:
    """Whether a block tells of others than who sent it: the body that it joins, its files."""
    return block.kind in _ASIDE or block.tag in _OTHERS


def _of_kind(stream: Stream, kind: BlockKind) -> tuple[str, ...]:
    """The lines of all blocks of one kind, each once."""
    lines = (line.strip() for b in stream.blocks if b.kind == kind for line in b.text.split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))


def _fields(blocks: Sequence[Block]) -> dict[str, str]:
    """What was written in the fields of our own form: controls with a name, or printed lines.

    A form that was printed to PDF has lost its controls; there the value follows its label.
    """
    found: dict[str, str] = {}
    for label, value in pairwise(blocks):
        field_name = _LABELS.get(key_of(label.text))
        # LibreOffice keeps a control's title, which is the label, and drops its name.
        named = value.tag and not key_of(label.text).startswith(key_of(value.tag))
        if field_name and not named and key_of(value.text) not in _PRINTED:
            found.setdefault(field_name, value.text.strip())
    for block in blocks:
        if block.tag in _FIELDS and block.text.strip():
            found[block.tag] = block.text.strip()
    return found


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
