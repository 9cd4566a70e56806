"""What stands in a Word file as the blocks of a part: those that nobody changed are as they were.

The file that was given out is read by the same reader, so that what differs between the two is
what somebody wrote, and nothing of how a paper shows a block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from innspill.stages.reports.core.edited.comparing import aligned
from innspill.stages.reports.core.edited.notation import QUOTED
from innspill.stages.reports.core.edited.sources import Origins, plain
from innspill.stages.reports.core.edited.stored import said
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from innspill.stages.reports.core.word.blocks import FoundBlock

SENDER = "Innspill Sender"
CAPTION = "caption"
STYLES = {"Innspill Note", "Innspill Decision", QUOTED}
"""Styles of ours that a person's paragraph keeps; in any other it is plain text."""
_NUMBERED = re.compile(r"\S+ \d+\. ")
_SENDER = re.compile(r"(.+) \(([^()]+)\)")


def key_of(found: FoundBlock) -> tuple[object, ...]:
    """What a block of a file says, in whatever program it was saved."""
    rows = tuple(tuple(plain(cell) for cell in row) for row in found.rows)
    return (plain(found.text), found.level, found.bullet, found.picture, rows)


def owners(found: Sequence[FoundBlock], blocks: Sequence[Block]) -> list[int | None]:
    """Which block each paragraph and table of the file that was given out shows."""
    texts = [plain(" ".join(said(block))) for block in blocks]
    owned: list[int | None] = []
    at = 0
    for each in found:
        place = next(
            (i for i in range(at, min(at + 40, len(blocks))) if _shows(each, blocks[i], texts[i])),
            None,
        )
        owned.append(place)
        at = place if place is not None else at
    return owned


def _shows(found: FoundBlock, block: Block, text: str) -> bool:
    if found.rows:
        return isinstance(block, Table) and found.rows[0] == block.header
    if found.picture:
        return isinstance(block, Picture)
    if isinstance(block, Heading) != bool(found.level):
        return False
    if isinstance(block, Bullets) and not found.bullet:
        return False
    if found.bullet and not isinstance(block, Bullets | Paragraph):
        return False
    own = plain(found.text)
    if found.style.lower() == CAPTION:
        name = block.caption if isinstance(block, Table) else ""
        name = block.chart.title if isinstance(block, Picture) else name
        return bool(name) and plain(name) in own
    if isinstance(block, Quote) and found.style == SENDER:
        return own == plain(f"{block.name} ({block.reference})")
    return bool(own) and own in text


def blocks_in(
    edited: Sequence[FoundBlock],
    original: Sequence[FoundBlock],
    blocks: Sequence[Block],
    language: str,
) -> tuple[Block, ...]:
    """The blocks of a part as they stand in the edited file, `blocks` being those given out."""
    owned = owners(original, blocks)
    builder = _Builder(Origins.of(blocks, language))
    matched, near = _matched(edited, original)
    whole = _whole(owned, matched)
    at = 0
    while at < len(edited):
        place = matched.get(at)
        owner = owned[place] if place is not None else None
        if owner is not None and whole.get(owner, (-1, 0))[0] == at:
            builder.put(blocks[owner])
            at += whole[owner][1]
            continue
        close = near.get(at, place)
        like = owned[close] if close is not None else None
        awaited = place is not None and owner is None and edited[at].text.startswith("[")
        if not awaited:
            builder.add(edited[at], blocks[like] if like is not None else None)
        at += 1
    return builder.done()


def _matched(
    edited: Sequence[FoundBlock], original: Sequence[FoundBlock]
) -> tuple[dict[int, int], dict[int, int]]:
    """By places in the edited file: those of the same in the original, and of what it replaced."""
    same: dict[int, int] = {}
    near: dict[int, int] = {}
    keys = [key_of(each) for each in original], [key_of(each) for each in edited]
    for stretch in aligned(*keys):
        olds = list(range(stretch.old.start, stretch.old.stop))
        news = range(stretch.new.start, stretch.new.stop)
        if stretch.same:
            same |= dict(zip(news, olds, strict=True))
            continue
        for new in news:
            fit = next((o for o in olds if _kind(original[o]) == _kind(edited[new])), None)
            if fit is not None:
                near[new] = fit
                olds = olds[olds.index(fit) + 1 :]
    return same, near


def _kind(found: FoundBlock) -> tuple[object, ...]:
    style = found.style if found.style in STYLES | {SENDER} else found.style.lower() == CAPTION
    return (bool(found.rows), found.picture, bool(found.level), found.bullet, style)


def _whole(owned: Sequence[int | None], matched: dict[int, int]) -> dict[int, tuple[int, int]]:
    """Of each block that stands unchanged and in one piece: where, and how many places it takes."""
    there = {old: new for new, old in matched.items()}
    places: dict[int, list[int]] = {}
    for at, owner in enumerate(owned):
        if owner is not None:
            places.setdefault(owner, []).append(there.get(at, -1))
    return {
        owner: (new[0], len(new))
        for owner, new in places.items()
        if new[0] >= 0 and new == list(range(new[0], new[0] + len(new)))
    }


@dataclass(slots=True)
class _Builder:
    """Blocks being made, one paragraph or table at a time."""

    origins: Origins
    blocks: list[Block] = field(default_factory=list)
    sender: tuple[str, str] | None = None
    unsaid: str = ""
    """The sender's line, until a quote says it."""
    caption: str = ""
    loose: bool = False
    """Whether the last block is a list that is being made."""

    def put(self, block: Block) -> None:
        """A block as it was."""
        self._flush()
        self.blocks.append(block)
        self.sender = (block.name, block.reference) if isinstance(block, Quote) else None

    def done(self) -> tuple[Block, ...]:
        """All of them."""
        self._flush()
        return tuple(self.blocks)

    def add(self, found: FoundBlock, near: Block | None) -> None:
        """One that was changed, or is new; `near` is what stood in its place."""
        if found.bullet and isinstance(near, Paragraph):
            # A paragraph with a label may stand as a line of a list.
            self._flush()
            self.blocks.append(_paragraph(found, near, self.origins))
            return
        if found.bullet and self.loose and isinstance(last := self.blocks[-1], Bullets):
            self.blocks[-1] = Bullets((*last.lines, self.origins.one(found.text)))
            return
        if found.rows:
            caption, self.caption = self.caption, ""
            self._flush()
            self.blocks.append(_table(found, near, caption, self.origins))
            return
        if found.style == QUOTED and self.sender is not None:
            self._quote(found, *self.sender)
            return
        self._flush()
        if found.style.lower() == CAPTION:
            self._captioned(found.text)
        elif found.style == SENDER and (named := _SENDER.fullmatch(found.text.strip())):
            self.sender, self.unsaid = (named[1], named[2]), found.text
        else:
            self._plain(found, near)

    def _plain(self, found: FoundBlock, near: Block | None) -> None:
        self.sender = None
        if found.picture and isinstance(near, Picture):
            self.blocks.append(near)
        if not found.text.strip():
            return
        if found.level:
            self.blocks.append(Heading(plain(found.text), found.level))
        elif found.bullet:
            self.blocks.append(Bullets((self.origins.one(found.text),)))
            self.loose = True
        else:
            self.blocks.append(_paragraph(found, near, self.origins))

    def _quote(self, found: FoundBlock, name: str, reference: str) -> None:
        quote = self.origins.quoted(found.text, name, reference)
        if quote is None:
            self._flush()
            self.blocks.append(Paragraph(self.origins.sentenced(found.text), QUOTED))
            return
        self.unsaid = ""
        self.blocks.append(quote)

    def _captioned(self, text: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Picture):
            if plain(last.chart.caption) not in plain(text):
                self.blocks.append(Paragraph(self.origins.sentenced(text), "Innspill Note"))
        else:
            self.caption = text

    def _flush(self) -> None:
        """What was held for a block that did not come is a paragraph of its own."""
        for text in filter(None, (self.unsaid, self.caption)):
            self.blocks.append(Paragraph(self.origins.sentenced(text)))
        self.unsaid = self.caption = ""
        self.loose = False


def _paragraph(found: FoundBlock, near: Block | None, origins: Origins) -> Paragraph:
    text, label = found.text, ""
    look = near if isinstance(near, Paragraph) else None
    if look is not None and look.label and text.startswith(f"{look.label} "):
        text, label = text[len(look.label) + 1 :], look.label
    style = found.style if found.style in STYLES else "Normal"
    if look is not None and found.style != QUOTED:
        style = look.style
    language = look.language if look is not None else None
    return Paragraph(origins.sentenced(text), style, label, language)


def _table(found: FoundBlock, near: Block | None, caption: str, origins: Origins) -> Table:
    columns = max(len(row) for row in found.rows)
    header, *rows = (tuple(row) + ("",) * (columns - len(row)) for row in found.rows)
    cells = tuple(tuple(origins.one(text) for text in row) for row in rows)
    named = _NUMBERED.sub("", caption, count=1).strip()
    if not isinstance(near, Table) or len(near.header) != columns:
        return Table(named, header, cells, (1.0,) * columns)
    same = len(cells) == len(near.rows)
    return replace(
        near, caption=named or near.caption, header=header, rows=cells,
        strong=near.strong if same else (), anchors=near.anchors if same else (),
    )  # fmt: skip
