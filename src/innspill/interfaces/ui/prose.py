"""Text that others wrote, made safe for a page: paragraphs, lists, footnotes, withheld spans."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from innspill.stages.publication.core.values import MASK

_NOTE = re.compile(r"\[\^([^\]\s]{1,12})\]")
_BULLET = re.compile(r"^\s*[•●▪–]\s+")
_BREAK = format_html("<br>{}", "")
_TOKEN = re.compile(rf"({_NOTE.pattern}|{re.escape(MASK)})")


class Notes:
    """Footnote links of one page: the first mark of each note gets the place to come back to."""

    def __init__(self, marks: Iterable[str], *, address: str = "", prefix: str = "") -> None:
        self._known = frozenset(marks)
        self._address = address
        self._prefix = prefix
        self._seen: set[str] = set()

    def link(self, mark: str) -> SafeString:
        """A link to the note `mark`, or the bare mark where there is no such note."""
        if mark not in self._known:
            return format_html('<sup class="note-mark">{}</sup>', mark)
        name = f"{self._prefix}{mark}"
        label = gettext("Fotnote %(mark)s") % {"mark": mark}
        address = f"{self._address}#fotnote-{name}"
        if mark in self._seen or self._address:
            return format_html(
                '<a class="note-mark" href="{}" aria-label="{}">{}</a>', address, label, mark
            )
        self._seen.add(mark)
        return format_html(
            '<a class="note-mark" href="{}" id="fotnotemerke-{}" aria-label="{}">{}</a>',
            address, name, label, mark,
        )  # fmt: skip


def inline(text: str, notes: Notes) -> SafeString:
    """One stretch of text: footnote marks become links, withheld spans are marked as such."""
    parts: list[str] = []
    at = 0
    for found in _TOKEN.finditer(text):
        parts.append(text[at : found.start()])
        if found.group() == MASK:
            parts.append(format_html('<span class="withheld">{}</span>', MASK))
        else:
            parts.append(notes.link(found.group(2)))
        at = found.end()
    parts.append(text[at:])
    return _joined(parts)


def without_marks(text: str) -> str:
    """A quotation without its footnote marks: the notes do not stand beside it."""
    return _NOTE.sub("", text)


def written(text: str, notes: Notes | None = None) -> SafeString:
    """A text of several paragraphs (parted by blank lines) as paragraphs and lists."""
    return blocks([part for part in re.split(r"\n\s*\n", text) if part.strip()], notes)


def blocks(paragraphs: Iterable[str], notes: Notes | None = None) -> SafeString:
    """Paragraphs as HTML; runs of lines that start with a bullet become one list."""
    notes = notes or Notes(())
    out: list[SafeString] = []
    items: list[SafeString] = []
    for paragraph in paragraphs:
        bulleted, rest = _split(paragraph)
        if rest and items:
            out.append(_list(items))
            items = []
        if rest:
            out.append(_paragraph(rest, notes))
        items += [inline(_BULLET.sub("", line), notes) for line in bulleted]
    if items:
        out.append(_list(items))
    return _joined(out, between="\n")


def _split(paragraph: str) -> tuple[list[str], str]:
    lines = paragraph.strip("\n").split("\n")
    first = next((i for i, line in enumerate(lines) if _BULLET.match(line)), len(lines))
    if not all(_BULLET.match(line) for line in lines[first:]):
        return [], paragraph.strip("\n")
    if first and first < len(lines):
        return [], paragraph.strip("\n")
    return lines[first:], "\n".join(lines[:first])


def _paragraph(text: str, notes: Notes) -> SafeString:
    lines = [inline(line, notes) for line in text.split("\n")]
    return format_html("<p>{}</p>", format_html_join(_BREAK, "{}", ((line,) for line in lines)))


def _list(items: list[SafeString]) -> SafeString:
    inside = format_html_join("", "<li>{}</li>", ((item,) for item in items))
    return format_html("<ul>{}</ul>", inside)


def _joined(parts: Iterable[str], between: str = "") -> SafeString:
    """Joins parts, escaping those that are not safe already."""
    return format_html_join(between, "{}", ((part,) for part in parts))
