"""One paragraph of a Word document: what it shows, run by run, and what it hides.

Elements that are not named here are looked through, so that text in a wrapper nobody thought of
is kept. What is deleted, moved away or hidden is set apart with the place where it stood.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from lxml import etree

from innspill.stages.reading.core.formats.characters import symbol_state
from innspill.stages.reading.core.formats.docx.controls import (
    SDT_CONTENT,
    Checkbox,
    hexadecimal,
    read_control,
    read_form_field,
)
from innspill.stages.reading.core.formats.docx.drawings import DRAWN, SHAPES, SYMBOL, alternative
from innspill.stages.reading.core.formats.docx.emphasis import kinds_of
from innspill.stages.reading.core.formats.docx.gather import CHANGES, Gathered, Notes, Setting
from innspill.stages.reading.core.formats.docx.package import MC, VAL, M, R, W, child, is_on
from innspill.stages.reading.core.formats.docx.styles import PLAIN, symbol_font
from innspill.stages.reading.core.formats.symbol_font import symbol_text
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
_STYLE = W + "rStyle"
_ID, _FIELD_STAGE, _CUSTOM_MARK = W + "id", W + "fldCharType", W + "customMarkFollows"
_PARAGRAPH, _PARAGRAPH_PROPERTIES = W + "p", W + "pPr"


class Line(Gathered):
    """A paragraph being read: `read` it, then `text` and the lists hold what was found."""

    __slots__ = ("_font",)

    def __init__(self, setting: Setting, font: str | None = None) -> None:
        """An empty line; `font` is the symbol font that the paragraph's style sets it in."""
        super().__init__(setting)
        self._font = font

    def read(self, paragraph: etree._Element) -> None:
        """Read the whole `paragraph` of a part that `survey` has seen."""
        self.walk(paragraph)
        self.end()

    # Runs and their characters

    def _run(self, node: etree._Element) -> None:
        if self._font is not None:
            self._formatted_run(node, child(node, _RUN_PROPERTIES))
            return
        known = self.HANDLERS
        for inner in node:
            tag = inner.tag
            if tag == _TEXT:
                self.put(inner.text or "")
            elif tag == _RUN_PROPERTIES and inner.getprevious() is None:
                # They are a run's first child (ECMA-376 part 1, 17.3.2.28).
                self._formatted_run(node, inner)
                return
            else:
                known.get(tag, Line.walk)(self, inner)

    def _formatted_run(self, node: etree._Element, properties: etree._Element | None) -> None:
        style, hidden, font = PLAIN, None, self._font
        for inner in properties if properties is not None else ():
            tag = inner.tag
            if tag == _VANISH:
                hidden = is_on(inner)
            elif tag == _FONTS:
                font = symbol_font(inner)
            elif tag == _STYLE:
                style = self.setting.styles.get(inner.get(VAL))
                font = style.symbol_font or font
        if style.hidden if hidden is None else hidden:
            self._away_run(node)
            return
        start = self.length
        self._symbol_run(node, font)
        if self.length > start:
            kinds = style.emphases if properties is None else kinds_of(properties, style.emphases)
            self.marked += [(start, self.length, kind) for kind in kinds]

    def _away_run(self, node: etree._Element) -> None:
        """Read a run that is hidden."""
        if self.kind_away is not None:
            self._symbol_run(node, None)
            return
        self.kind_away = "hidden"
        self._symbol_run(node, None)
        self.end_away("hidden")

    def _symbol_run(self, node: etree._Element, font: str | None) -> None:
        """Read what stands in the run `node`, its letters as those of the symbol `font`, if any."""
        known = self.HANDLERS
        for inner in node:
            if inner.tag != _TEXT or font is None:
                known.get(inner.tag, Line.walk)(self, inner)
                continue
            for character in inner.text or "":
                self._put_symbol(font, ord(character), "private-use")

    def _put_symbol(self, font: str, code: int, technique: str) -> None:
        ticked = symbol_state(font, code)
        if ticked is None:
            self.put(symbol_text(font, code))
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

    def _other_symbol(self, node: etree._Element) -> None:
        # Characters beyond the first 65 536, which `w:sym` has no room for.
        namespace = node.tag[: node.tag.index("}") + 1]
        code = hexadecimal(node.get(namespace + "char"))
        self._put_symbol(node.get(namespace + "font") or "", code or 0xFFFD, "symbol")

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
        stage = node.get(_FIELD_STAGE)
        if stage == "begin":
            self._begin_field(node)
        elif self.fields and stage == "separate" and self.fields[-1] == "instruction":
            self.fields[-1] = "result"
        elif self.fields and stage == "end":
            self.fields.pop()
        self.silent = "instruction" in self.fields or "swallowed" in self.fields

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
        gone = len(self.away)
        self.walk(content)
        emptied = self.length == start and len(self.away) > gone
        if not self.silent and not emptied:
            self.settle_checkbox(checkbox, name, first=first, start=start, boxes=boxes)

    def _active_control(self, node: etree._Element) -> None:
        """An ActiveX control: its tick or its text, and the caption that stands beside it."""
        control = self.setting.parts.active_control(node.get(R + "id", ""))
        if control is None:
            return
        if control.ticked is not None:
            self.put_box(Box(self.length, control.ticked, "control", node.get(W + "name")))
        self.put(" ".join(text for text in ("", control.caption, control.text) if text is not None))

    # Notes, comments, text boxes

    def _footnote(self, node: etree._Element) -> None:
        self._note(node, self.setting.footnotes)

    def _endnote(self, node: etree._Element) -> None:
        self._note(node, self.setting.endnotes)

    def _note(self, node: etree._Element, notes: Notes) -> None:
        if self.kind_away is not None:
            return
        custom = None
        if node.get(_CUSTOM_MARK) and is_on(node, _CUSTOM_MARK):
            follower = node.getnext()
            custom = (follower.text or None) if follower is not None else None
        mark = notes.mark(node.get(_ID, ""), custom)
        end = self.length + (len(custom) if custom else 0)
        self.notes.append(NoteRef(self.length, end, mark))

    def _comment(self, node: etree._Element) -> None:
        self.comments.append((node.get(_ID, ""), self.length))

    def _alternate(self, node: etree._Element) -> None:
        chosen = alternative(node)
        if chosen is not None:
            self.walk(chosen)

    def _frame(self, node: etree._Element) -> None:
        if self.kind_away is None:
            self.frames.append(node)
        else:
            self.walk(node)

    def _ruby(self, node: etree._Element) -> None:
        """A word, and above it how it is said, which is shown in brackets after it."""
        base, said = child(node, W + "rubyBase"), child(node, W + "rt")
        if base is not None:
            self.walk(base)
        if said is not None:
            self.put("(")
            self.walk(said)
            self.put(")")

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
        W + "control": _active_control,
        SYMBOL: _other_symbol,
        **dict.fromkeys(DRAWN, _frame),
        MC + "AlternateContent": _alternate,
        **dict.fromkeys(_SKIPPED, _skip),
    }


SECTION = W + "sectPr"
_NOTED = CHANGES | SHAPES
_LOOKED_THROUGH = frozenset((W + "r", _TEXT, *_SKIPPED)) - {_RUN_PROPERTIES}
_TELLING = frozenset((_RUN_PROPERTIES, *Line.HANDLERS)) - _LOOKED_THROUGH
_SURVEYED = tuple(_TELLING | _NOTED | {SECTION})


def survey(root: etree._Element, setting: Setting) -> None:
    """Note which paragraphs under `root` hold more than text.

    Most do not; telling them apart in one pass makes reading twice as quick. On the way, note
    whether there are tracked changes and shapes, and gather the sections.
    """
    rich, seen = setting.rich, setting.seen
    for node in root.iter(*_SURVEYED):
        tag = node.tag
        if tag == SECTION:
            setting.sections.append(node)
        elif tag in _NOTED:
            seen.add(tag)
        if tag not in _TELLING:
            continue
        above = node.getparent()
        if tag == _RUN_PROPERTIES and above is not None and above.tag == _PARAGRAPH_PROPERTIES:
            continue
        while above is not None:
            if above.tag == _PARAGRAPH:
                if above in rich:
                    # So are those around it.
                    break
                rich.add(above)
            above = above.getparent()
    setting.tracked = not seen.isdisjoint(CHANGES)
