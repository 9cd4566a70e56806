"""What is gathered from one paragraph of a Word document: shown characters, and text set apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from lxml import etree

from innspill.stages.reading.core.formats.characters import glyph
from innspill.stages.reading.core.formats.docx.controls import Checkbox
from innspill.stages.reading.core.formats.docx.emphasis import Marked
from innspill.stages.reading.core.formats.docx.numbering import written
from innspill.stages.reading.core.formats.docx.package import W
from innspill.stages.reading.core.formats.docx.parts import Parts
from innspill.stages.reading.core.formats.docx.styles import Styles
from innspill.stages.reading.core.values import Box, NoteRef

CHANGES = frozenset(W + name for name in ("ins", "del", "moveTo", "moveFrom", "cellIns", "cellDel"))
"""Elements that hold, or tell of, what somebody inserted, deleted or moved."""


@dataclass(slots=True)
class Notes:
    """The notes of one kind that the document refers to, in order, and how they are marked."""

    style: str = "decimal"
    start: int = 1
    marks: dict[str, str] = field(default_factory=dict)
    """Note id → its mark as shown."""
    counted: int = 0

    def mark(self, note_id: str, custom: str | None) -> str:
        """The mark of the note `note_id`, referred to here; `custom` is its own sign if any."""
        known = self.marks.get(note_id)
        if known is None:
            if custom is None:
                known = written(self.start + self.counted, self.style)
                self.counted += 1
            else:
                known = custom
            self.marks[note_id] = known
        return known


@dataclass(slots=True)
class Setting:
    """What all paragraphs of one document share."""

    styles: Styles
    footnotes: Notes
    endnotes: Notes
    parts: Parts
    rich: set[etree._Element] = field(default_factory=set)
    """The paragraphs that hold more than text (see `line.survey`)."""
    seen: set[str] = field(default_factory=set)
    """Names of elements that stand somewhere and matter to the whole document."""
    sections: list[etree._Element] = field(default_factory=list)
    tracked: bool = False
    """Whether there are tracked changes, so that a paragraph's mark may be deleted."""


@dataclass(slots=True)
class Away:
    """Text that is not shown, and where among the shown characters it stood."""

    kind: str
    at: int
    text: str


class Gathered:
    """What a paragraph shows and hides, as gathered so far."""

    __slots__ = (
        "_away", "away", "boxes", "comments", "controls", "fields", "frames", "kind_away",
        "length", "marked", "notes", "parts", "setting", "silent",
    )  # fmt: skip
    HANDLERS: ClassVar[dict[str, Callable[..., None]]] = {}
    """What to do with an element of each name; others are looked through."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.parts: list[str] = []
        self.length = 0
        self.boxes: list[Box] = []
        self.notes: list[NoteRef] = []
        self.away: list[Away] = []
        self.marked: list[Marked] = []
        self.frames: list[etree._Element] = []
        """Contents of the text boxes, and drawings with text, that are anchored here."""
        self.comments: list[tuple[str, int]] = []
        """(comment id, place) for each beginning and end of a commented range."""
        self.controls: list[tuple[int, int, str]] = []
        """(start, end, name) of the named controls within the line."""
        self.kind_away: str | None = None
        self._away: list[str] = []
        self.fields: list[str] = []
        """Open fields: "instruction", "result", or "swallowed" (a result never shown)."""
        self.silent = False

    @property
    def text(self) -> str:
        """What the paragraph shows, as gathered so far."""
        return "".join(self.parts)

    def end(self) -> None:
        """Close what a damaged paragraph left open, so that nothing after it is swallowed."""
        self.fields = []
        self.silent = False

    def walk(self, parent: etree._Element) -> None:
        """Read all that stands in `parent`."""
        known = self.HANDLERS
        for node in parent:
            handler = known.get(node.tag)
            if handler is None:
                self.walk(node)
            else:
                handler(self, node)

    def put(self, text: str) -> None:
        """Take in `text` as shown here, or as away where we are in something not shown."""
        if self.kind_away is not None:
            self._away.append(text)
        elif not self.silent:
            self.parts.append(text)
            self.length += len(text)

    def put_box(self, box: Box) -> None:
        """Take in a tick box at the present place."""
        if self.kind_away is None and not self.silent:
            self.boxes.append(box)
        self.put(glyph(box.ticked))

    def put_away(self, kind: str, node: etree._Element) -> None:
        """Read `node` as something that is not shown."""
        if self.kind_away is not None:
            self.walk(node)
            return
        self.kind_away = kind
        self.walk(node)
        self.end_away(kind)

    def end_away(self, kind: str) -> None:
        """What follows is shown again; keep what was not."""
        self.kind_away = None
        text = "".join(self._away)
        self._away = []
        if text.strip():
            self._keep_away(kind, text)

    def _keep_away(self, kind: str, text: str) -> None:
        last = self.away[-1] if self.away else None
        if last is not None and (last.kind, last.at) == (kind, self.length):
            last.text += text
        else:
            self.away.append(Away(kind, self.length, text))

    def settle_checkbox(
        self,
        checkbox: Checkbox,
        name: str | None,
        *,
        first: int = 0,
        start: int = 0,
        boxes: int = 0,
    ) -> None:
        """Put the control's box in place of the glyph shown since `first`, or before all of it."""
        mark = glyph(checkbox.ticked)
        if self.parts[first:] == [mark] and checkbox.glyphs.get(mark) in (None, checkbox.ticked):
            self.boxes[boxes:] = [Box(start, checkbox.ticked, "control", name)]
            return
        text = "".join(self.parts[first:])
        at, seen = checkbox.shown_in(text)
        if at < 0:
            at, text = 0, mark + text
            self.marked = [
                (begin + (begin >= start), end + (end > start), kind)
                for begin, end, kind in self.marked
            ]
        else:
            text = text[:at] + mark + text[at + 1 :]
        conflict = seen is not None and seen != checkbox.ticked
        self.parts[first:] = [text]
        self.boxes[boxes:] = [
            Box(start + at, checkbox.ticked, "control", name, conflict),
            *(box for box in self.boxes[boxes:] if box.at != start + at),
        ]
        self.length = start + len(text)
