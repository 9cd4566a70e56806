"""The text of a mail as blocks: plain or HTML, the fuller of two alternatives, soft breaks undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.html import read_html
from innspill.stages.reading.core.formats.plain_text import decode, line_blocks
from innspill.stages.reading.core.values import Block, Hidden

_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")
_QUOTES = re.compile(r"(?:>[> ]*)?")
_FEWEST_OF_HTML = 0.5
"""A text part with less than this share of the HTML part's words is only a stand-in for it."""
_DIFFERENT = 0.2
_FEW_WORDS = 10
_MARKS = frozenset({"struck-out", "highlighted"})


@dataclass(frozen=True, slots=True)
class Text:
    """One text part of a mail: its bytes and what the mail says of them."""

    data: bytes
    charset: str | None = None
    is_html: bool = False
    flowed: bool = False
    joined: bool = False
    """For a flowed text: whether the space at a soft break belongs to the break (DelSp)."""


@dataclass(slots=True)
class Shown:
    """What the texts of a mail show, and what of them it does not."""

    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)


def show_texts(texts: Sequence[Text]) -> Shown:
    """The blocks of `texts` one after the other; the names in the second begin "x2"."""
    shown = Shown()
    for at, text in enumerate(texts, start=1):
        if not text.data.strip():
            continue
        found = _of_html(text) if text.is_html else _of_plain(text)
        blocks = found.blocks
        if at > 1:
            blocks = [replace(block, id=f"x{at}{block.id}") for block in blocks]
        shown.blocks += blocks
        shown.hidden += found.hidden
        shown.flags += found.flags
    return shown


def _of_plain(text: Text) -> Shown:
    said, _, guessed = decode(text.data, text.charset)
    if text.flowed:
        said = _unflowed(said, joined=text.joined)
    return Shown(line_blocks(said), flags=["charset-guessed"] if guessed else [])


def _of_html(text: Text) -> Shown:
    """The blocks of an HTML text; where it cannot be read as a page, its words without tags."""
    try:
        page = read_html(text.data, text.charset)
    except Unreadable:
        return Shown(line_blocks(_TAG.sub(" ", decode(text.data, text.charset)[0])))
    return Shown(list(page.blocks), list(page.hidden), list(page.flags))


def _unflowed(text: str, *, joined: bool) -> str:
    """`text` (format=flowed) with soft breaks undone; each line keeps the number of its first."""
    done: list[list[str]] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        depth = _depth(line)
        bare = line[_ends_quotes(line) :]
        bare = bare.removeprefix(" ")
        fixed = bare == "-- "
        if goes_on and not fixed and depth == _depth(done[-1][0]):
            done[-1].append(bare)
        else:
            done.append([line if depth else bare])
        soft = bare.endswith(" ") and not fixed
        if soft and joined:
            done[-1][-1] = done[-1][-1][:-1]
        goes_on = soft
    # The empty lines stand for those that were joined, so that the numbers of the rest are right.
    return "\n".join("".join(pieces) + "\n" * (len(pieces) - 1) for pieces in done)


def _ends_quotes(line: str) -> int:
    found = _QUOTES.match(line)
    return len(found.group().rstrip(" ")) if found else 0


def _depth(line: str) -> int:
    return line[: _ends_quotes(line)].count(">")


def better(plain: Shown, rich: Shown) -> bool:
    """Whether the HTML says more than the plain text beside it: in words, or in marks of a choice."""
    if _count(plain) < _count(rich) * _FEWEST_OF_HTML:
        return True
    return _marks(rich) > _marks(plain)


def differ(one: Shown, other: Shown) -> bool:
    """Whether two alternatives say different things, so that a person must see both."""
    first, second = _bag(one), _bag(other)
    if min(first.total(), second.total()) < _FEW_WORDS:
        return False
    most = max(first.total(), second.total())
    return max((first - second).total(), (second - first).total()) > most * _DIFFERENT


def _count(shown: Shown) -> int:
    return sum(len(block.text.split()) for block in shown.blocks)


def _marks(shown: Shown) -> int:
    """How many ticked boxes and marked words there are."""
    boxes = sum(box.ticked for block in shown.blocks for box in block.boxes)
    return boxes + sum(e.kind in _MARKS for block in shown.blocks for e in block.emphases)


def _bag(shown: Shown) -> Counter[str]:
    return Counter(
        word.lower()
        for block in shown.blocks
        for word in _WORD.findall(block.text)
        if "://" not in block.text
    )
