"""One paragraph of a Word document: what it shows, run by run, and what it hides.

Elements that are not named here are looked through, so that text in a wrapper nobody thought of
is kept. What is deleted, moved away or hidden is set apart with the place where it stood.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from lxml import etree

from innspill.stages.reading.core.characters import glyph, is_symbol_font, symbol_state
from innspill.stages.reading.core.docx_controls import (
    SDT_CONTENT,
    Checkbox,
    hexadecimal,
    read_control,
    read_form_field,
)
from innspill.stages.reading.core.docx_numbering import written
from innspill.stages.reading.core.docx_styles import Styles
from innspill.stages.reading.core.ooxml import MC, VAL, M, W, is_on
from innspill.stages.reading.core.values import Box, NoteRef

_RUN_PROPERTIES, _FONTS = W + "rPr", W + "rFonts"


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
    careful: bool = True
    """Whether runs may be hidden or set in a symbol font, so that each must be looked at."""


@dataclass(slots=True)
class Away:
    """Text that is not shown, and where among the shown characters it stood."""

    kind: str
    at: int
    text: str


class Line:
    """A paragraph being read: `walk` it, then `text` and the lists hold what was found."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.parts: list[str] = []
        self.length = 0
        self.boxes: list[Box] = []
        self.notes: list[NoteRef] = []
        self.away: list[Away] = []
        self.frames: list[etree._Element] = []
        """Contents of the text boxes anchored here."""
        self.comments: list[tuple[str, int]] = []
        """(comment id, place) for each beginning and end of a commented range."""
        self.controls: list[tuple[int, int, str]] = []
        """(start, end, name) of the named controls within the line."""
        self._kind_away: str | None = None
        self._away: list[str] = []
        self._fields: list[str] = []
        """Open fields: "instruction", "result", or "swallowed" (a result never shown)."""
        self._silent = False

    @property
    def text(self) -> str:
        """What the paragraph shows, as gathered so far."""
        return "".join(self.parts)

    def end(self) -> None:
        """Close what a damaged paragraph left open, so that nothing after it is swallowed."""
        self._fields = []
        self._silent = False

    def walk(self, parent: etree._Element) -> None:
        """Read all that stands in `parent`."""
        known = self._HANDLERS
        for node in parent:
            handler = known.get(node.tag)
            if handler is None:
                self.walk(node)
            else:
                handler(self, node)

    def put(self, text: str) -> None:
        """Take in `text` as shown here, or as away where we are in something not shown."""
        if self._kind_away is not None:
            self._away.append(text)
        elif not self._silent:
            self.parts.append(text)
            self.length += len(text)

    def put_box(self, box: Box) -> None:
        """Take in a tick box at the present place."""
        if self._kind_away is None and not self._silent:
            self.boxes.append(box)
        self.put(glyph(box.ticked))

    def put_away(self, kind: str, node: etree._Element) -> None:
        """Read `node` as something that is not shown."""
        if self._kind_away is not None:
            self.walk(node)
            return
        self._kind_away = kind
        self.walk(node)
        self._kind_away = None
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

    # Runs and their characters

    def _run(self, node: etree._Element) -> None:
        if self.setting.careful:
            properties = node.find(_RUN_PROPERTIES)
            if properties is not None:
                if self._is_hidden(properties):
                    self.put_away("hidden", node)
                    return
                fonts = properties.find(_FONTS)
                if fonts is not None and is_symbol_font(fonts.get(W + "ascii") or ""):
                    self._symbol_run(node, fonts.get(W + "ascii") or "")
                    return
        self.walk(node)

    def _is_hidden(self, properties: etree._Element) -> bool:
        vanish = properties.find(W + "vanish")
        if vanish is not None:
            return is_on(vanish)
        style = properties.find(W + "rStyle")
        return style is not None and self.setting.styles.get(style.get(VAL)).hidden

    def _symbol_run(self, node: etree._Element, font: str) -> None:
        for child in node:
            if child.tag != W + "t":
                handler = self._HANDLERS.get(child.tag, Line.walk)
                handler(self, child)
                continue
            for character in child.text or "":
                self._put_symbol(font, ord(character), "private-use")

    def _put_symbol(self, font: str, code: int, technique: str) -> None:
        ticked = symbol_state(font, code)
        if ticked is None:
            self.put(chr(code))
        elif technique == "symbol":
            self.put_box(Box(self.length, ticked, "symbol"))
        else:
            self.put_box(Box(self.length, ticked, "private-use"))

    def _text(self, node: etree._Element) -> None:
        text = node.text
        if text:
            self.put(text)

    def _symbol(self, node: etree._Element) -> None:
        code = hexadecimal(node.get(W + "char"))
        self._put_symbol(node.get(W + "font") or "", code or 0xFFFD, "symbol")

    def _tab(self, _: etree._Element) -> None:
        self.put("\t")

    def _break(self, _: etree._Element) -> None:
        self.put("\n")

    def _hyphen(self, _: etree._Element) -> None:
        # A hyphen that does not break looks like any other, and searching should find it.
        self.put("-")

    def _skip(self, _: etree._Element) -> None:
        """Nothing of it is text."""

    # What is not shown

    def _deleted(self, node: etree._Element) -> None:
        self.put_away("deleted", node)

    def _moved(self, node: etree._Element) -> None:
        self.put_away("moved-from", node)

    # Fields

    def _field(self, node: etree._Element) -> None:
        stage = node.get(W + "fldCharType")
        if stage == "begin":
            self._begin_field(node)
        elif self._fields and stage == "separate" and self._fields[-1] == "instruction":
            self._fields[-1] = "result"
        elif self._fields and stage == "end":
            self._fields.pop()
        self._silent = any(state != "result" for state in self._fields)

    def _begin_field(self, node: etree._Element) -> None:
        data = read_form_field(node)
        if data.ticked is not None:
            self.put_box(Box(self.length, data.ticked, "legacy-field", data.name))
            self._fields.append("swallowed")
        elif data.chosen is not None:
            self.put(data.chosen)
            self._fields.append("swallowed")
        else:
            self._fields.append("instruction")

    # Content controls

    def _control(self, node: etree._Element) -> None:
        content = node.find(SDT_CONTENT)
        if content is None:
            return
        control = read_control(node)
        if control.checkbox is not None and self._kind_away is None:
            self._checkbox(control.checkbox, control.name, content)
        elif control.prompt:
            self.put_away("placeholder", content)
        else:
            start = self.length
            self.walk(content)
            if control.name:
                self.controls.append((start, self.length, control.name))

    def _checkbox(self, checkbox: Checkbox, name: str | None, content: etree._Element) -> None:
        first, start, boxes = len(self.parts), self.length, len(self.boxes)
        self.walk(content)
        if not self._silent:
            self.settle_checkbox(checkbox, name, first=first, start=start, boxes=boxes)

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
        text = "".join(self.parts[first:])
        at, seen = checkbox.shown_in(text)
        mark = glyph(checkbox.ticked)
        if at < 0:
            at, text = 0, mark + text
        else:
            text = text[:at] + mark + text[at + 1 :]
        conflict = seen is not None and seen != checkbox.ticked
        self.parts[first:] = [text]
        self.boxes[boxes:] = [
            Box(start + at, checkbox.ticked, "control", name, conflict),
            *(box for box in self.boxes[boxes:] if box.at != start + at),
        ]
        self.length = start + len(text)

    # Notes, comments, text boxes

    def _footnote(self, node: etree._Element) -> None:
        self._note(node, self.setting.footnotes)

    def _endnote(self, node: etree._Element) -> None:
        self._note(node, self.setting.endnotes)

    def _note(self, node: etree._Element, notes: Notes) -> None:
        if self._kind_away is not None:
            return
        custom = None
        if is_on(node, W + "customMarkFollows") and node.get(W + "customMarkFollows"):
            follower = node.getnext()
            custom = (follower.text or None) if follower is not None else None
        mark = notes.mark(node.get(W + "id", ""), custom)
        end = self.length + (len(custom) if custom else 0)
        self.notes.append(NoteRef(self.length, end, mark))

    def _comment(self, node: etree._Element) -> None:
        self.comments.append((node.get(W + "id", ""), self.length))

    def _alternate(self, node: etree._Element) -> None:
        chosen = node.find(MC + "Choice")
        if chosen is None:
            chosen = node.find(MC + "Fallback")
        if chosen is not None:
            self.walk(chosen)

    def _frame(self, node: etree._Element) -> None:
        if self._kind_away is None:
            self.frames.append(node)
        else:
            self.walk(node)

    def _ruby(self, node: etree._Element) -> None:
        base = node.find(W + "rubyBase")
        if base is not None:
            self.walk(base)

    _HANDLERS: ClassVar[dict[str, Callable[..., None]]] = {
        W + "r": _run,
        W + "t": _text,
        M + "t": _text,
        W + "delText": _text,
        W + "tab": _tab,
        W + "ptab": _tab,
        W + "br": _break,
        W + "cr": _break,
        W + "noBreakHyphen": _hyphen,
        W + "sym": _symbol,
        W + "del": _deleted,
        W + "moveFrom": _moved,
        W + "fldChar": _field,
        W + "sdt": _control,
        W + "footnoteReference": _footnote,
        W + "endnoteReference": _endnote,
        W + "commentRangeStart": _comment,
        W + "commentRangeEnd": _comment,
        W + "txbxContent": _frame,
        W + "ruby": _ruby,
        MC + "AlternateContent": _alternate,
    } | {
        W + name: _skip
        for name in (
            "rPr", "pPr", "instrText", "delInstrText", "proofErr", "bookmarkStart", "bookmarkEnd",
            "lastRenderedPageBreak", "softHyphen", "footnoteRef", "endnoteRef", "separator",
            "continuationSeparator", "annotationRef", "fldData", "ffData", "sdtPr", "sdtEndPr",
        )
    }  # fmt: skip
