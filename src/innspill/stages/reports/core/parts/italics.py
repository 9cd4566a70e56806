"""Names in italics the first time that a report names them: the habit of propositions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Paragraph,
    ReportPart,
    Sentence,
)


def first_named(parts: Iterable[ReportPart]) -> tuple[ReportPart, ...]:
    """The parts in the order given, each body's name in italics where it stands first.

    Tables and the words of quotes are left as they are: there a name is a cell, or somebody's own.
    """
    known: set[str] = set()
    return tuple(
        replace(part, blocks=tuple(_block(block, known) for block in part.blocks)) for part in parts
    )


def _block(block: Block, known: set[str]) -> Block:
    match block:
        case Paragraph():
            return replace(block, sentences=_sentences(block.sentences, known))
        case Bullets():
            return replace(block, lines=_sentences(block.lines, known))
    return block


def _sentences(sentences: tuple[Sentence, ...], known: set[str]) -> tuple[Sentence, ...]:
    return tuple(_one(sentence, known) for sentence in sentences)


def _one(sentence: Sentence, known: set[str]) -> Sentence:
    new = tuple(name for name in dict.fromkeys(sentence.names) if name not in known)
    known.update(new)
    return replace(sentence, emphasis=new) if new or sentence.emphasis else sentence
