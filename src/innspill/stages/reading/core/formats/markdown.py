"""Text in Markdown: which lines are headings and which are footnotes. The text stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from innspill.stages.reading.core.values import Block, NoteRef

_HEADING = re.compile(r"(#{1,6})[ \t]+\S")
_UNDERLINE = re.compile(r"(?:(=+)|-{3,})[ \t]*$")
_NOTE = re.compile(r"\[\^([\w-]{1,20})\]:[ \t]*\S")
_REFERENCE = re.compile(r"\[\^([\w-]{1,20})\](?!:)")
_LINE = re.compile(r"l(\d+)")
_LONGEST_HEADING = 200


def marked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, one a line, with the headings and footnotes that Markdown has for its own."""
    kinds = list(blocks)
    notes = {found[1] for block in blocks if (found := _NOTE.match(block.text))}
    for at, block in enumerate(blocks):
        if found := _HEADING.match(block.text):
            kinds[at] = replace(block, kind="heading", level=len(found[1]))
        elif at and (line := _UNDERLINE.match(block.text)) and _follows(blocks[at - 1], block):
            if len(blocks[at - 1].text) <= _LONGEST_HEADING and (line[1] or at == 1):
                kinds[at - 1] = replace(blocks[at - 1], kind="heading", level=1)
        elif found := _NOTE.match(block.text):
            kinds[at] = replace(block, kind="footnote", mark=found[1])
        elif notes and "[^" in block.text:
            kinds[at] = replace(block, notes=tuple(_references(block.text, notes)))
    return tuple(kinds)


def _references(text: str, notes: set[str]) -> list[NoteRef]:
    found = _REFERENCE.finditer(text)
    return [NoteRef(each.start(), each.end(), each[1]) for each in found if each[1] in notes]


def _follows(before: Block, after: Block) -> bool:
    """Whether `after` is the next line of the file."""
    one, other = _LINE.fullmatch(before.id), _LINE.fullmatch(after.id)
    return bool(one and other and int(other[1]) == int(one[1]) + 1)
