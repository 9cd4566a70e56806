"""Headers and footers: which of them the document shows, and where it counts its notes from.

A section names up to three of each: the usual one, one for its first page and one for even pages.
The latter two are shown only where the section, or the document, says that they are used; a part
that is named and never shown is kept apart as hidden, for a template's leftovers are no answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from innspill.stages.reading.core.formats.docx.gather import Setting
from innspill.stages.reading.core.formats.docx.line import survey
from innspill.stages.reading.core.formats.docx.package import VAL, R, W, child, is_on, number
from innspill.stages.reading.core.formats.docx.slim import slim
from innspill.stages.reading.core.formats.docx.story import Story
from innspill.stages.reading.core.formats.docx.tables import Book, Place
from innspill.stages.reading.core.formats.guard import parse_checked
from innspill.stages.reading.core.values import BlockKind

_PAGES = ("first", "default", "even")
"""The pages that a header may be for, in the order in which a reader meets them."""


def set_note_marks(sections: Sequence[etree._Element], setting: Setting) -> None:
    """How the document counts its notes, from the first section that says so."""
    for notes, name in ((setting.footnotes, "footnotePr"), (setting.endnotes, "endnotePr")):
        for section in sections:
            properties = child(section, W + name)
            if properties is None:
                continue
            style, start = child(properties, W + "numFmt"), child(properties, W + "numStart")
            notes.style = style.get(VAL, notes.style) if style is not None else notes.style
            notes.start = number(start.get(VAL), 1) if start is not None else notes.start
            break


def read_margins(sections: Sequence[etree._Element], book: Book, kind: BlockKind) -> None:
    """Read the headers, or the footers, each once, in the order that the sections show them."""
    for at, (part, shown) in enumerate(_named(sections, book.setting, kind).items(), start=1):
        parts = book.setting.parts
        root = parse_checked(slim(parts.bytes_of(part), book.setting.styles), part)
        parts.enter(part)
        survey(root, book.setting)
        away = None if shown else "hidden"
        Story(book, Place(f"{'h' if kind == 'header' else 'f'}{at}", kind, away=away)).read(root)
        parts.leave()


def _named(
    sections: Sequence[etree._Element], setting: Setting, kind: BlockKind
) -> dict[str, bool]:
    """The parts that the sections name for `kind`, and whether any page shows them."""
    found: dict[str, bool] = {}
    now: dict[str, str] = {}
    """Which part is used for which pages; a section takes over what it does not name itself."""
    for section in sections:
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            part = setting.parts.by_id(reference.get(R + "id", ""))
            if part is not None:
                pages = reference.get(W + "type")
                now[pages if pages in _PAGES else "default"] = part
        used = {"default"}
        if is_on(child(section, W + "titlePg")):
            used.add("first")
        if "even" in now and setting.parts.has_even_pages():
            used.add("even")
        for pages in sorted(now, key=_PAGES.index):
            part = now[pages]
            found[part] = found.get(part, False) or pages in used
    return found
