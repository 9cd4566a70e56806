"""One paragraph of an OpenDocument file: what it shows, and what it hides.

Elements that are not named here are looked through, so that text in a wrapper nobody thought of
is kept. White space counts as the standard has it: many are one, and none begins a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from lxml import etree

from innspill.stages.reading.core.formats.manuscript import PLAIN, Look, Paragraph
from innspill.stages.reading.core.formats.odf.forms import (
    control_value,
    read_content_control,
    read_form_field,
)
from innspill.stages.reading.core.formats.odf.names import (
    DRAW,
    FIELD,
    LOEXT,
    MATH,
    OFFICE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    all_text,
    count,
)
from innspill.stages.reading.core.formats.odf.setting import Note, Setting
from innspill.stages.reading.core.values import Box

P, H = TEXT + "p", TEXT + "h"
_MOST_SPACES = 1_000
_SPACES = re.compile(r"[ \t\r\n]+")
_UNEVEN = re.compile(r"[\t\r\n]|  ")
_STYLE_NAME = TEXT + "style-name"
_SHAPES = (
    "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle", "ellipse",
    "connector", "caption", "measure", "custom-shape",
)  # fmt: skip
_SKIPPED = (
    TEXT + "script", TEXT + "number", TEXT + "ruby-text", TEXT + "tracked-changes",
    SVG + "title", SVG + "desc", OFFICE + "binary-data", OFFICE + "change-info",
    OFFICE + "event-listeners", DRAW + "enhanced-geometry", LOEXT + "list-item", FIELD + "param",
)  # fmt: skip
_MAYBE_UNSHOWN = ("variable-set", "variable-input", "user-field-get", "user-field-input")


class Line:
    """A paragraph being read; `out` holds what was found.

    With `loose`, notes and text boxes are read into the line itself, as in a deleted passage.
    """

    def __init__(self, setting: Setting, look: Look = PLAIN, *, loose: bool = False) -> None:
        self.out = Paragraph()
        self.hidden = False
        """Whether the whole paragraph says that it is hidden."""
        self._setting = setting
        self._look = look
        self._loose = loose
        self._blank = True
        """Whether a space would follow another, or begin the paragraph."""
        self._bookmark: str | None = None

    def walk(self, parent: etree._Element) -> None:
        """Read all that stands in `parent`."""
        if parent.text:
            self._characters(parent.text)
        for node in parent:
            self.element(node)
            if node.tail:
                self._characters(node.tail)

    def element(self, node: etree._Element) -> None:
        """Read `node` itself."""
        handler = self.HANDLERS.get(node.tag)
        if handler is None:
            self.walk(node)
        else:
            handler(self, node)

    def _characters(self, text: str) -> None:
        if _UNEVEN.search(text):
            text = _SPACES.sub(" ", text)
        if self._blank and text[0] == " ":
            text = text[1:]
        if text:
            self._blank = text[-1] == " "
            self._put(text)

    def _put(self, text: str) -> None:
        if not self._setting.state.fields or not self._setting.state.silent:
            self.out.put(text, self._look)

    def _said(self, text: str) -> None:
        """Take in `text` that no white space rule touches."""
        self._blank = False
        self._put(text)

    def _span(self, node: etree._Element) -> None:
        before = self._look
        self._look = self._setting.styles.look(before, node.get(_STYLE_NAME))
        self.walk(node)
        self._look = before

    def _spaces(self, node: etree._Element) -> None:
        self._said(" " * count(node.get(TEXT + "c"), 1, _MOST_SPACES))

    def _tab(self, _: etree._Element) -> None:
        self._said("\t")

    def _break(self, _: etree._Element) -> None:
        self._said("\n")

    def _skip(self, _: etree._Element) -> None:
        """Nothing of it is text."""

    # What is not shown

    def _aside(self, kind: str, node: etree._Element) -> None:
        """Read `node` as something that is not shown."""
        before = self.out.aside
        self.out.aside = before or kind
        self.walk(node)
        self.out.aside = before

    def _change(self, node: etree._Element) -> None:
        deletion = self._setting.deletions.pop(node.get(TEXT + "change-id", ""), None)
        if deletion is not None:
            self.out.put_away("deleted", text_of(deletion, self._setting))

    def _hidden_text(self, node: etree._Element) -> None:
        text = all_text(node) or node.get(TEXT + "string-value", "")
        if node.get(TEXT + "is-hidden") == "true":
            self.out.put_away("hidden", text)
        else:
            self._said(text)

    def _hidden_paragraph(self, node: etree._Element) -> None:
        self.hidden = self.hidden or node.get(TEXT + "is-hidden") == "true"

    def _maybe_unshown(self, node: etree._Element) -> None:
        if node.get(TEXT + "display") == "none":
            self._aside("hidden", node)
        else:
            self.walk(node)

    def _prompt(self, node: etree._Element) -> None:
        self._aside("placeholder", node)

    def _comment(self, node: etree._Element) -> None:
        state = self._setting.state
        state.comments += 1
        name = node.get(OFFICE + "name") or f"\0{state.comments}"
        self.out.comments.append((name, self.out.length))
        self._setting.book.comment_texts[name] = text_of(node, self._setting)

    def _comment_end(self, node: etree._Element) -> None:
        self.out.comments.append((node.get(OFFICE + "name", ""), self.out.length))

    # Fields and controls

    def _bookmark_start(self, node: etree._Element) -> None:
        self._bookmark = node.get(TEXT + "name")

    def _bookmark_end(self, _: etree._Element) -> None:
        self._bookmark = None

    def _form_field(self, node: etree._Element) -> bool:
        """Put what the form field at `node` keeps. Whether that is all it shows."""
        field = read_form_field(node)
        if field.ticked is not None:
            self._blank = False
            if not self._setting.state.silent:
                name = field.name or self._bookmark
                self.out.put_box(Box(0, field.ticked, "legacy-field", name))
        elif field.chosen is not None:
            self._said(field.chosen)
        return field.ticked is not None or field.chosen is not None

    def _whole_field(self, node: etree._Element) -> None:
        self._form_field(node)

    def _field_start(self, node: etree._Element) -> None:
        commanded = self._setting.fields.get(node)
        whole = self._form_field(node)
        if commanded is not None:
            state = "swallowed" if whole else "command" if commanded else "result"
            self._setting.state.fields.append(state)

    def _field_separator(self, _: etree._Element) -> None:
        fields = self._setting.state.fields
        if fields and fields[-1] == "command":
            fields[-1] = "result"

    def _field_end(self, _: etree._Element) -> None:
        if self._setting.state.fields:
            self._setting.state.fields.pop()

    def _content_control(self, node: etree._Element) -> None:
        control = read_content_control(node)
        since = self.out.here()
        if control.ticked is not None and self.out.aside is None:
            self.walk(node)
            if not self._setting.state.silent:
                self.out.settle_checkbox(control.ticked, control.glyphs, control.name, since)
        elif control.prompt:
            self._aside("placeholder", node)
        else:
            self.walk(node)
            if control.name:
                self.out.controls.append((since.length, self.out.length, control.name))

    def _control(self, node: etree._Element) -> None:
        element = self._setting.controls.get(node.get(DRAW + "control", ""))
        if element is None:
            # Something is shown here that the file does not describe: a person must look.
            self._setting.state.embedded = True
            return
        value = control_value(element)
        if value is None:
            return
        if value.ticked is not None:
            self.out.put_box(Box(0, value.ticked, "control", value.name))
            self._blank = False
            if value.text:
                self._said(" ")
        self._said(value.text)

    # Notes, text boxes, pictures, objects

    def _note(self, node: etree._Element) -> None:
        body, citation = node.find(TEXT + "note-body"), node.find(TEXT + "note-citation")
        if body is None:
            return
        if self._loose or self.out.aside is not None:
            self._said(text_of(body, self._setting))
            return
        mark = all_text(citation).strip() if citation is not None else ""
        if not mark:
            self._setting.state.unmarked += 1
            mark = f"({self._setting.state.unmarked})"
        self._blank = False
        self.out.put_note(mark)
        at_end = node.get(TEXT + "note-class") == "endnote"
        self._setting.state.notes.append(Note(body, mark, at_end))

    def _shape(self, node: etree._Element) -> None:
        if self._loose or self.out.aside is not None:
            self._said(text_of(node, self._setting))
        else:
            self.out.frames.append(node)

    def _frame(self, node: etree._Element) -> None:
        for part in node:
            tag = part.tag
            if tag == DRAW + "text-box":
                self._shape(part)
            elif tag == TABLE + "table":
                self._shape(node)
            elif tag == DRAW + "image":
                self._setting.book.pictures = True
            elif tag == DRAW + "object":
                self._object(part)
            elif tag in (DRAW + "object-ole", DRAW + "floating-frame", DRAW + "plugin"):
                self._setting.state.embedded = True

    def _object(self, node: etree._Element) -> None:
        """A formula shows its letters; any other object is a file of its own."""
        root = node.find(MATH + "math")
        if root is None:
            root = self._setting.object_of(node.get(XLINK + "href", ""))
        if root is not None and root.tag == MATH + "math":
            letters = (part.text or "" for part in root.iter(MATH + "mi", MATH + "mn", MATH + "mo"))
            self._said("".join(letters))
        else:
            self._setting.state.embedded = True

    HANDLERS: ClassVar[dict[str, Callable[..., None]]] = {
        TEXT + "span": _span,
        TEXT + "a": _span,
        TEXT + "s": _spaces,
        TEXT + "tab": _tab,
        TEXT + "line-break": _break,
        TEXT + "change": _change,
        TEXT + "hidden-text": _hidden_text,
        TEXT + "hidden-paragraph": _hidden_paragraph,
        TEXT + "placeholder": _prompt,
        TEXT + "note": _note,
        TEXT + "bookmark-start": _bookmark_start,
        TEXT + "bookmark-end": _bookmark_end,
        OFFICE + "annotation": _comment,
        OFFICE + "annotation-end": _comment_end,
        FIELD + "fieldmark": _whole_field,
        FIELD + "fieldmark-start": _field_start,
        FIELD + "fieldmark-separator": _field_separator,
        FIELD + "fieldmark-end": _field_end,
        LOEXT + "content-control": _content_control,
        DRAW + "control": _control,
        DRAW + "frame": _frame,
        DRAW + "text-box": _shape,
        **dict.fromkeys((DRAW + name for name in _SHAPES), _shape),
        **dict.fromkeys((TEXT + name for name in _MAYBE_UNSHOWN), _maybe_unshown),
        **dict.fromkeys(_SKIPPED, _skip),
    }


def text_of(element: etree._Element, setting: Setting) -> str:
    """All the text in `element`, its paragraphs parted by line breaks."""
    texts = []
    for node in element:
        if node.tag in (P, H):
            line = Line(setting, loose=True)
            line.walk(node)
            texts.append(line.out.text)
        elif node.tag not in _SKIPPED:
            texts.append(text_of(node, setting))
    return "\n".join(text for text in texts if text.strip())
