"""A part as plain text that a person edits, and back to blocks, with nothing lost on the way.

Blocks stand between empty lines:

    ## A heading              - a line of a list          > words of a response,
    ### A lower one           - another one               > — Name (reference)

    **A label** and text.     [[Tabell 1: its caption]]   plain text: a paragraph

Tables and charts are the machine's: they stand as a line that can be moved and taken out. A line
that would be taken for something else has a backslash before it; a backslash alone on its line is
an empty line inside a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from innspill.shared.errors import BadInput
from innspill.stages.reports.core.edited.comparing import aligned
from innspill.stages.reports.core.edited.sources import Origins
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Table,
)

LONGEST = 400_000
"""Characters of one part."""
QUOTED = "Innspill Quote"
_MACHINE = re.compile(r"\[\[(Tabell|Figur) (\d{1,6})(?::[^\n]*)?\]\]")
_NAMED = re.compile(r"[—–] (.+) \(([^()]+)\)")
_SPECIAL = re.compile(r"(#{1,4} |- |> ?|\[\[|\*\*|\\)")
_LABEL = re.compile(r"\*\*([^*\n]+)\*\*(?:[ \n]|$)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def written(blocks: Sequence[Block]) -> str:
    """The text that stands for the blocks."""
    return "\n\n".join(_numbered(blocks))


def _numbered(blocks: Sequence[Block]) -> list[str]:
    counts = {"Tabell": 0, "Figur": 0}
    texts = []
    for block in blocks:
        if isinstance(block, Table | Picture):
            kind = "Tabell" if isinstance(block, Table) else "Figur"
            counts[kind] += 1
            name = block.caption if isinstance(block, Table) else block.chart.title
            said = " ".join(name.replace("]]", "] ]").split())
            texts.append(f"[[{kind} {counts[kind]}{f': {said}' if said else ''}]]")
        else:
            texts.append(_one(block))
    return texts


def _one(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * max(1, block.level)} {' '.join(block.text.split())}"
        case Paragraph() if block.label:
            return f"**{' '.join(block.label.replace('*', '').split())}** {_escaped(block.text)}"
        case Paragraph() if block.style == QUOTED:
            return _marked(block.text)
        case Paragraph():
            return _escaped(block.text)
        case Bullets():
            lines = ("\n  ".join(_lines(line.text)) for line in block.lines)
            return "\n".join(f"- {line}" for line in lines)
        case Quote():
            return f"{_marked(block.text)}\n> — {block.name} ({block.reference})"
        case _:
            return ""


def _lines(text: str) -> list[str]:
    return [
        f"\\{line}" if not line.strip() or line.startswith("\\") else line
        for line in (line.rstrip() for line in text.split("\n"))
    ]


def _escaped(text: str) -> str:
    return "\n".join(
        f"\\{line}" if not line.strip() or _SPECIAL.match(line) else line
        for line in (line.rstrip() for line in text.split("\n"))
    )


def _marked(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def read(
    text: str, before: Sequence[Block], others: Sequence[Block] = (), language: str = "nb"
) -> tuple[Block, ...]:
    """The blocks of a text. What stood there `before` comes back as it was, sources and all.

    `others` are further origins of sentences and quotes (what the machine says now). Raises
    BadInput where the text is too long, or names a table or chart that is not there, or one twice.
    """
    text = _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST:
        raise BadInput("the part is too long", todo=f"Keep it under {LONGEST} characters.")
    origins = Origins.of((*others, *before), language)
    chunks = list(_chunks(text))
    _refuse_doubles(chunks)
    known = _numbered(before)
    machine = {
        (found[1], found[2]): block
        for block, name in zip(before, known, strict=True)
        if isinstance(block, Table | Picture) and (found := _MACHINE.fullmatch(name))
    }
    blocks: list[Block] = []
    for stretch in aligned([_bare(each) for each in known], [_bare(each) for each in chunks]):
        if stretch.same:
            blocks += before[stretch.old]
            continue
        own = [_block(chunk, machine, origins) for chunk in chunks[stretch.new]]
        blocks += _dressed(own, before[stretch.old])
    return tuple(blocks)


def _bare(chunk: str) -> str:
    return "\n".join(line.rstrip() for line in chunk.split("\n"))


def _chunks(text: str) -> Iterator[str]:
    """The blocks' texts: between empty lines, and where a line begins another kind of block."""
    held: list[str] = []
    kind = ""
    for line in text.split("\n"):
        own = _kind(line, kind)
        alone = own in {"heading", "machine"}
        if held and (not line.strip() or own != kind or alone):
            yield "\n".join(held)
            held = []
        if line.strip():
            held.append(line.rstrip())
            kind = own
        else:
            kind = ""
    if held:
        yield "\n".join(held)


def _kind(line: str, before: str) -> str:
    if re.match(r"#{1,4} \S", line):
        return "heading"
    if line.startswith("- "):
        return "bullets"
    if line.startswith(">"):
        return "quote"
    if line.startswith("[["):
        return "machine"
    return "bullets" if before == "bullets" and line.startswith("  ") else "text"


def _block(chunk: str, machine: dict[tuple[str, str], Table | Picture], origins: Origins) -> Block:
    kind = _kind(chunk.split("\n", 1)[0], "")
    if kind == "heading":
        marks, _, text = chunk.partition(" ")
        return Heading(text.strip(), len(marks))
    if kind == "bullets":
        items = re.split(r"\n(?=- )", chunk)
        texts = (item[2:].replace("\n  ", "\n") for item in items)
        return Bullets(tuple(origins.one(_unescaped(text)) for text in texts))
    if kind == "machine":
        return _machines(chunk, machine)
    if kind == "quote":
        return _quote(chunk, origins)
    label = _LABEL.match(chunk)
    rest = _unescaped(chunk[label.end() :] if label else chunk)
    return Paragraph(origins.sentenced(rest), label=label[1].strip() if label else "")


def _unescaped(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        lines.append(line.removeprefix("\\"))
    return "\n".join(lines)


def _machines(chunk: str, machine: dict[tuple[str, str], Table | Picture]) -> Table | Picture:
    found = _MACHINE.fullmatch(chunk.strip())
    block = machine.get((found[1], found[2])) if found else None
    if block is None:
        raise BadInput(
            f"there is no such table or chart: {chunk[:80]}",
            todo="Leave the line as it stood, or take it out.",
        )
    return block


def _quote(chunk: str, origins: Origins) -> Block:
    lines = [line[1:].removeprefix(" ") for line in chunk.split("\n")]
    named = _NAMED.fullmatch(lines[-1].strip()) if len(lines) > 1 else None
    if named:
        quote = origins.quoted("\n".join(lines[:-1]), named[1], named[2])
        if quote is not None:
            return quote
    return Paragraph(origins.sentenced("\n".join(lines)), QUOTED)


def _dressed(own: Sequence[Block], before: Sequence[Block]) -> list[Block]:
    """Paragraphs in the look of those that they stand in place of, one by one in their order."""
    looks = iter(each for each in before if isinstance(each, Paragraph))
    dressed: list[Block] = []
    for block in own:
        if isinstance(block, Paragraph):
            look = next(looks, None)
            if look is not None and QUOTED not in {look.style, block.style}:
                block = replace(block, style=look.style, language=look.language)
        dressed.append(block)
    return dressed


def _refuse_doubles(chunks: Sequence[str]) -> None:
    named = [found.groups() for each in chunks if (found := _MACHINE.fullmatch(each.strip()))]
    if len(named) != len(set(named)):
        raise BadInput("a table or chart stands twice", todo="Take one of the lines out.")
