"""Mails that answer within what they quote: the quoted questions are headings for the answers.

Many answer a form that came as the text of a mail by writing below each question, in the quoted
text itself. What is quoted is otherwise no word of theirs, so this is done only where the questions
stand in the quote, and what comes of it is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from innspill.shared.values import Certainty
from innspill.stages.reading.core.answers.covers import takes_a_stand
from innspill.stages.reading.core.answers.documents import read_document
from innspill.stages.reading.core.answers.evidence import NO_ENVELOPE, Envelope
from innspill.stages.reading.core.answers.headings import Heading, find_headings
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.values import Block, Document, FileRead, ResponseRead

_PASSED_ON = re.compile(r"\s*(?:vs|fw|fwd|vb|videresendt|vidaresendt)\s*:", re.IGNORECASE)
_ASIDE = frozenset({"quoted", "signature"})
_FEW_WORDS = 30
_ENOUGH_WORDS = 8


def read_mail_text(
    file: FileRead, document: Document, hearing: Hearing, envelope: Envelope = NO_ENVELOPE
) -> ResponseRead:
    """The response in a mail's text: in what its sender wrote, or within what the mail quotes.

    Answers within a quote are likely at best (`answered-in-quote`); a mail that only passes another
    on gives that one's text (`forwarded-text`).
    """
    read = read_document(file, document, hearing, envelope)
    if not any(block.kind == "quoted" for block in document.blocks):
        return read
    freed = _freed(document, hearing)
    if freed is not None:
        other = read_document(file, freed, hearing, envelope)
        if _answered(other) > _answered(read):
            return _doubted(other)
    if _only_passes_on(document, read):
        blocks = tuple(_as_text(block) for block in document.blocks)
        flags = tuple(dict.fromkeys([*document.flags, "forwarded-text"]))
        passed = replace(document, blocks=blocks, flags=flags)
        return read_document(file, passed, hearing, envelope)
    return read


def _freed(document: Document, hearing: Hearing) -> Document | None:
    """The mail with the quoted questions as text; None where its quotes hold no questions."""
    sheet = Sheet.of(document)
    stream = sheet.stream
    found = find_headings(sheet, hearing.definition, hearing.questions)
    headings = [h for h in found if h.how != "page-question"]
    quoted = [h for h in headings if stream.block_at(h.span.end - 1).kind == "quoted"]
    fewest = min(2, len(hearing.definition.questions))
    if len({heading.question for heading in quoted}) < fewest:
        return None
    first = stream.index_at(quoted[0].span.start)
    own = [at for at, block in enumerate(document.blocks) if block.kind not in _ASIDE]
    if any(at > first for at in own):
        kept = {at for h in quoted for at in _blocks_of(stream, h)}
        kept |= {at for at, b in enumerate(document.blocks) if any(x.ticked for x in b.boxes)}
    elif _speaks_for_itself([document.blocks[at] for at in own]):
        return None
    else:
        kept = set(range(first, len(document.blocks)))
    blocks = tuple(
        _as_text(block) if at in kept else block for at, block in enumerate(document.blocks)
    )
    flags = tuple(dict.fromkeys([*document.flags, "answered-in-quote"]))
    return replace(document, blocks=blocks, flags=flags)


def _blocks_of(stream: Stream, heading: Heading) -> range:
    return range(stream.index_at(heading.span.start), stream.index_at(heading.span.end - 1) + 1)


def _as_text(block: Block) -> Block:
    return replace(block, kind="paragraph") if block.kind == "quoted" else block


def _speaks_for_itself(own: Sequence[Block]) -> bool:
    """Whether what stands above the quote is an answer rather than "Se svar nedenfor"."""
    text = "\n".join(block.text for block in own)
    return len(text.split()) > _FEW_WORDS or takes_a_stand(text)


def _answered(read: ResponseRead) -> int:
    return sum(bool(answer.ticks or answer.text) for answer in read.answers)


def _doubted(read: ResponseRead) -> ResponseRead:
    """`read` with its answers no surer than likely: another may have written in the quote."""
    answers = tuple(
        replace(answer, certainty=Certainty.LIKELY)
        if answer.certainty is Certainty.CERTAIN and (answer.ticks or answer.text)
        else answer
        for answer in read.answers
    )
    return replace(read, answers=answers)


def _only_passes_on(document: Document, read: ResponseRead) -> bool:
    """Whether the mail says nothing itself and passes on one that does."""
    own = " ".join(block.text for block in document.blocks if block.kind not in _ASIDE)
    quoted = " ".join(block.text for block in document.blocks if block.kind == "quoted")
    if _answered(read) or not _PASSED_ON.match(document.properties.get("subject", "")):
        return False
    few = len(own.split()) <= _FEW_WORDS and not takes_a_stand(own)
    return few and len(quoted.split()) >= _ENOUGH_WORDS
