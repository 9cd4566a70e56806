"""What is gathered of a document that is read paragraph by paragraph, in OpenDocument and RTF.

A `Paragraph` grows character by character: shown text, tick boxes, note marks, what is set apart,
and what is not shown. A `Manuscript` takes paragraphs in and holds the blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.characters import (
    Shown,
    glyph,
    is_symbol_font,
    state_of,
    symbol_state,
)
from innspill.stages.reading.core.values import (
    Block,
    BlockKind,
    Box,
    Cell,
    Emphasis,
    EmphasisKind,
    Hidden,
    NoteRef,
)

FEW_WORDS = 60
"""With pictures and fewer words than this, the answer may stand in the pictures."""
_KINDS: tuple[EmphasisKind, ...] = ("struck-out", "highlighted", "bold", "underlined")
_SOFT_HYPHEN, _FIRM_HYPHEN = "\xad", "\u2011"


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look, as far as it matters: set apart, hidden, or in a symbol font."""

    struck: bool = False
    highlighted: bool = False
    bold: bool = False
    underlined: bool = False
    hidden: bool = False
    symbols: str | None = None
    """The symbol font, where the letters are pictures."""

    def kinds(self) -> Iterator[EmphasisKind]:
        """How the characters are set apart."""
        ways = (self.struck, self.highlighted, self.bold, self.underlined)
        return (kind for kind, set_apart in zip(_KINDS, ways, strict=True) if set_apart)


PLAIN = Look()


def symbol_font(font: str | None) -> str | None:
    """`font` where its letters are pictures."""
    return font if font is not None and is_symbol_font(font) else None


@dataclass(slots=True)
class Away:
    """Text that is not shown, and where among the shown characters it stood."""

    kind: str
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Here:
    """A place in a growing paragraph: how much there was of each when it was reached."""

    length: int
    parts: int
    boxes: int
    looks: int


@dataclass(slots=True)
class Paragraph:
    """A paragraph as gathered so far."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    boxes: list[Box] = field(default_factory=list)
    notes: list[NoteRef] = field(default_factory=list)
    comments: list[tuple[str, int]] = field(default_factory=list)
    """(comment, place) for each beginning and end of a commented range."""
    controls: list[tuple[int, int, str]] = field(default_factory=list)
    """(start, end, name) of the named controls within it."""
    frames: list[Any] = field(default_factory=list)
    """Contents of the text boxes anchored here, as the format has them."""
    aside: str | None = None
    """Where what comes is not shown: the kind of hidden text it is."""
    away: list[Away] = field(default_factory=list)
    _looks: list[tuple[int, int, Look]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What the paragraph shows, as gathered so far."""
        return "".join(self.parts)

    def put(self, text: str, look: Look = PLAIN) -> None:
        """Take in `text` as shown here, or as away where we are in something not shown."""
        if _SOFT_HYPHEN in text or _FIRM_HYPHEN in text:
            # One is shown at the end of a line only; the other looks like any hyphen.
            text = text.replace(_SOFT_HYPHEN, "").replace(_FIRM_HYPHEN, "-")
        if not text:
            return
        if self.aside is not None or look.hidden:
            self._keep_away(self.aside or "hidden", text)
        elif look.symbols is not None:
            self._put_symbols(text, look.symbols)
        else:
            if look is not PLAIN:
                self._looks.append((self.length, self.length + len(text), look))
            self.parts.append(text)
            self.length += len(text)

    def put_box(self, box: Box) -> None:
        """Take in a tick box at the present place."""
        if self.aside is None:
            self.boxes.append(replace(box, at=self.length))
        self.put(glyph(box.ticked))

    def put_away(self, kind: str, text: str) -> None:
        """Take in `text` that stands here and is not shown."""
        if text.strip():
            self._keep_away(kind, text)

    def put_note(self, mark: str, sign: str = "") -> None:
        """Take in the mark of a note; `sign` is what of it stands in the text."""
        if self.aside is None:
            self.notes.append(NoteRef(self.length, self.length + len(sign), mark))
            self.put(sign)

    def _put_symbols(self, text: str, font: str) -> None:
        for character in text:
            ticked = symbol_state(font, ord(character))
            if ticked is not None:
                self.boxes.append(Box(self.length, ticked, "private-use"))
                character = glyph(ticked)
            self.parts.append(character)
            self.length += 1

    def _keep_away(self, kind: str, text: str) -> None:
        last = self.away[-1] if self.away else None
        if last is not None and (last.kind, last.at) == (kind, self.length):
            last.text += text
        else:
            self.away.append(Away(kind, self.length, text))

    def here(self) -> Here:
        """The present place, for `settle_checkbox`."""
        return Here(self.length, len(self.parts), len(self.boxes), len(self._looks))

    def settle_checkbox(
        self, ticked: bool, glyphs: dict[str, bool], name: str | None, since: Here
    ) -> None:
        """Put a control's box in place of the glyph shown since then, or before all of that.

        `glyphs` are those that the control shows for each state; its stored state is `ticked`.
        """
        text = "".join(self.parts[since.parts :])
        at, seen = _glyph_in(text, glyphs)
        boxes, looks = self.boxes[since.boxes :], self._looks[since.looks :]
        if at < 0:
            at, text = 0, glyph(ticked) + text
            boxes = [replace(box, at=box.at + 1) for box in boxes]
            looks = [(start + 1, end + 1, look) for start, end, look in looks]
        else:
            text = text[:at] + glyph(ticked) + text[at + 1 :]
        place = since.length + at
        box = Box(place, ticked, "control", name, seen is not None and seen != ticked)
        kept = [box, *(other for other in boxes if other.at != place)]
        self.boxes[since.boxes :] = sorted(kept, key=lambda each: each.at)
        self._looks[since.looks :] = looks
        self.parts[since.parts :] = [text]
        self.length = since.length + len(text)

    def emphases(self, shown: Shown) -> tuple[Emphasis, ...]:
        """What is set apart, in places of the `shown` text; neighbours alike are one."""
        if not self._looks:
            return ()
        open_at: dict[EmphasisKind, tuple[int, int]] = {}
        found: list[Emphasis] = []
        for start, end, look in self._looks:
            for kind in look.kinds():
                before = open_at.get(kind)
                if before is not None and before[1] == start:
                    open_at[kind] = (before[0], end)
                    continue
                if before is not None:
                    found.append(Emphasis(*before, kind))
                open_at[kind] = (start, end)
        found += (Emphasis(*place, kind) for kind, place in open_at.items())
        moved = (Emphasis(shown.place(e.start), shown.place(e.end), e.kind) for e in found)
        filled = (e for e in moved if shown.text[e.start : e.end].strip())
        return tuple(sorted(filled, key=lambda e: (e.start, e.end, _KINDS.index(e.kind))))

    def whole_control(self) -> str | None:
        """The name of the control that all the visible text stands in."""
        if not self.controls:
            return None
        text = self.text
        first, last = len(text) - len(text.lstrip()), len(text.rstrip())
        whole = (n for start, end, n in self.controls if start <= first < last <= end)
        return next(whole, None)


def _glyph_in(text: str, glyphs: dict[str, bool]) -> tuple[int, bool | None]:
    """Where in `text` a box's glyph stands (-1: nowhere) and what it shows."""
    for at, character in enumerate(text):
        seen = glyphs.get(character)
        if seen is None:
            seen = state_of(character)
        if seen is not None:
            return at, seen
    return -1, None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document paragraphs stand: what their names begin with and what they are."""

    prefix: str = ""
    kind: BlockKind | None = None
    cell: Cell | None = None
    mark: str | None = None
    away: str | None = None
    """Where nothing here is shown: the kind of hidden text it is."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What a paragraph is among its neighbours: a heading, an item of a list, or neither."""

    level: int | None = None
    label: str | None = None
    heading: bool = False


ORDINARY = Role()


@dataclass(slots=True)
class Manuscript:
    """Everything found in one document so far."""

    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    tables: int = 0
    frames: int = 0
    pictures: bool = False
    comment_texts: dict[str, str] = field(default_factory=dict)
    _spots: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Comment → (block, place) where its range begins and ends."""

    def add(self, name: str, paragraph: Paragraph, place: Place, role: Role = ORDINARY) -> None:
        """Take in `paragraph` as the block `name`, and what it hides."""
        if place.away is not None:
            if paragraph.text.strip():
                self.hidden.append(Hidden(place.away, paragraph.text, self.nearest()))
            self._hide(paragraph, None)
            return
        kind: BlockKind = place.kind or (
            "heading" if role.heading else "cell" if place.cell
            else "list-item" if role.label is not None else "paragraph"
        )  # fmt: skip
        block, shown = block_of(
            name, kind, paragraph.text, boxes=paragraph.boxes, notes=paragraph.notes,
            level=role.level, label=role.label, tag=paragraph.whole_control(),
            cell=place.cell, page=place.page, mark=place.mark,
        )  # fmt: skip
        if block is None:
            self._hide(paragraph, None)
            return
        emphases = paragraph.emphases(shown)
        self.blocks.append(replace(block, emphases=emphases) if emphases else block)
        self._hide(paragraph, shown)

    def _hide(self, paragraph: Paragraph, shown: Shown | None) -> None:
        for away in paragraph.away:
            if away.text.strip():
                origin = self.nearest()
                if shown is not None:
                    at = shown.place(away.at)
                    origin = (Origin(origin[0].block, at, at),)
                self.hidden.append(Hidden(away.kind, away.text, origin))
        for comment, at in paragraph.comments:
            spots = self._spots.setdefault(comment, [])
            if shown is not None:
                spots.append((self.blocks[-1].id, shown.place(at)))
            else:
                spots.extend((origin.block, origin.start) for origin in self.nearest())

    def nearest(self) -> tuple[Origin, ...]:
        """The end of the last block: the place after which something not shown stands."""
        if not self.blocks:
            return ()
        last = self.blocks[-1]
        return (Origin(last.id, len(last.text), len(last.text)),)

    def settle_comments(self) -> None:
        """Hand the comments over to what is hidden, each with the range it is about."""
        for comment, text in self.comment_texts.items():
            if text.strip():
                spots = self._spots.get(comment, [])
                self.hidden.append(Hidden("comment", text.strip(), _range(spots)))

    def words(self) -> int:
        """How many words are shown."""
        return sum(len(block.text.split()) for block in self.blocks)


def _range(spots: list[tuple[str, int]]) -> tuple[Origin, ...]:
    if not spots:
        return ()
    (block, start), (last, end) = spots[0], spots[-1]
    return (Origin(block, start, end if last == block else start),)
