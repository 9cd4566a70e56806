"""One paragraph of a Word document: what it shows, run by run, and what it hides.

Elements that are not named here are looked through, so that text in a wrapper nobody thought of
is kept. What is deleted, moved away or hidden is set apart with the place where it stood.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from lxml import etree

from innspill.stages.reading.core.formats.characters import is_symbol_font, symbol_state
from innspill.stages.reading.core.formats.docx.controls import (
    SDT_CONTENT,
    Checkbox,
    hexadecimal,
    read_control,
    read_form_field,
)
from innspill.stages.reading.core.formats.docx.gather import Gathered, Notes, Setting
from innspill.stages.reading.core.formats.docx.package import MC, VAL, M, W, child, is_on
from innspill.stages.reading.core.values import Box, NoteRef

_SKIPPED = tuple(
    W + name
    for name in (
        "rPr", "pPr", "instrText", "delInstrText", "proofErr", "bookmarkStart", "bookmarkEnd",
        "lastRenderedPageBreak", "softHyphen", "footnoteRef", "endnoteRef", "separator",
        "continuationSeparator", "annotationRef", "fldData", "ffData", "sdtPr", "sdtEndPr",
    )
)  # fmt: skip
_RUN_PROPERTIES, _FONTS, _TEXT, _VANISH = W + "rPr", W + "rFonts", W + "t", W + "vanish"
_ASCII_FONT, _OTHER_FONT, _PARAGRAPH = W + "ascii", W + "hAnsi", W + "p"


class Line(Gathered):
    """A paragraph being read: `walk` it, then `text` and the lists hold what was found."""

    _careful = True
    """Whether each run must be asked if it is hidden or set in a symbol font."""

    def read(self, paragraph: etree._Element) -> None:
        """Read the whole `paragraph` of a part that `survey` has seen."""
        careful = self.setting.careful
        if not careful and paragraph not in self.setting.complex:
            self.put("".join([node.text or "" for node in paragraph.iter(_TEXT)]))
            return
        self._careful = careful or next(paragraph.iter(_VANISH), None) is not None
        self.walk(paragraph)
        self.end()

    # Runs and their characters

    def _run(self, node: etree._Element) -> None:
        if self._careful:
            properties = child(node, _RUN_PROPERTIES)
            if properties is not None:
                if self._is_hidden(properties):
                    self.put_away("hidden", node)
                    return
                fonts = child(properties, _FONTS)
                font = _symbol_font(fonts) if fonts is not None else None
                if font is not None:
                    self._symbol_run(node, font)
                    return
        self.walk(node)

    def _is_hidden(self, properties: etree._Element) -> bool:
        vanish = child(properties, W + "vanish")
        if vanish is not None:
            return is_on(vanish)
        style = child(properties, W + "rStyle")
        return style is not None and self.setting.styles.get(style.get(VAL)).hidden

    def _symbol_run(self, node: etree._Element, font: str) -> None:
        for inner in node:
            if inner.tag != W + "t":
                handler = self.HANDLERS.get(inner.tag, Line.walk)
                handler(self, inner)
                continue
            for character in inner.text or "":
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
        elif self.fields and stage == "separate" and self.fields[-1] == "instruction":
            self.fields[-1] = "result"
        elif self.fields and stage == "end":
            self.fields.pop()
        self.silent = any(state != "result" for state in self.fields)

    def _begin_field(self, node: etree._Element) -> None:
        data = read_form_field(node)
        if data.ticked is not None:
            self.put_box(Box(self.length, data.ticked, "legacy-field", data.name))
            self.fields.append("swallowed")
        elif data.chosen is not None:
            self.put(data.chosen)
            self.fields.append("swallowed")
        else:
            self.fields.append("instruction")

    # Content controls

    def _control(self, node: etree._Element) -> None:
        content = child(node, SDT_CONTENT)
        if content is None:
            return
        control = read_control(node)
        if control.checkbox is not None and self.kind_away is None:
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
        if not self.silent:
            self.settle_checkbox(checkbox, name, first=first, start=start, boxes=boxes)

    # Notes, comments, text boxes

    def _footnote(self, node: etree._Element) -> None:
        self._note(node, self.setting.footnotes)

    def _endnote(self, node: etree._Element) -> None:
        self._note(node, self.setting.endnotes)

    def _note(self, node: etree._Element, notes: Notes) -> None:
        if self.kind_away is not None:
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
        chosen = child(node, MC + "Choice")
        if chosen is None:
            chosen = child(node, MC + "Fallback")
        if chosen is not None:
            self.walk(chosen)

    def _frame(self, node: etree._Element) -> None:
        if self.kind_away is None:
            self.frames.append(node)
        else:
            self.walk(node)

    def _ruby(self, node: etree._Element) -> None:
        base = child(node, W + "rubyBase")
        if base is not None:
            self.walk(base)

    HANDLERS: ClassVar[dict[str, Callable[..., None]]] = {
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
        **dict.fromkeys(_SKIPPED, _skip),
    }


def _symbol_font(fonts: etree._Element) -> str | None:
    """The symbol font of a run. Characters above ASCII, as þ for a tick, take the second font."""
    for name in (_ASCII_FONT, _OTHER_FONT):
        font = fonts.get(name)
        if font and is_symbol_font(font):
            return font
    return None


_COMPLEX = (_VANISH, *(set(Line.HANDLERS) - {W + "r", _TEXT, *_SKIPPED}))
"""Elements that make a paragraph more than its text."""


def survey(root: etree._Element, setting: Setting) -> None:
    """Note which paragraphs under `root` hold more than text.

    Most hold nothing else; telling them apart in one pass makes reading twice as quick.
    """
    for node in root.iter(*_COMPLEX):
        for paragraph in node.iterancestors(_PARAGRAPH):
            setting.complex.add(paragraph)
