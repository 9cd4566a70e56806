"""The hearing page as its parts: title, introduction, and sections under their headings.

A page from the web has marked headings. In plain text a heading is a short line that stands
free, is no list item and ends no sentence, or one of the labels that every hearing page has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from innspill.stages.consultations.core.lines import (
    Line,
    is_list_item,
    joined,
    number_of,
    plain,
    without_bullet,
)

_LONGEST_HEADING = 100
_PASSED_OVER = re.compile(
    r"(?:hopp(?:e)? til (?:hoved)?inn?hald(?:et)?|hopp til (?:hoved)?innhold(?:et)?"
    r"|skip to (?:main )?content|høring(?:er)?|høyring(?:ar)?|consultations?|meny|søk|forside[n]?"
    r"|hjem|heim|del|skriv ut|last ned|logg inn|til toppen)",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:(?:høring|høyring)s?(?:frist|instansar|instanser|svar|fråsegner|brev|notat(?:er|ar)?)"
    r"|status|kontakt(?:person|informasjon)?|last ned|vår ref\.?|saksnummer|saksnr\.?|publisert"
    r"|dato|adressat(?:er|ar)?|mottaker[e]?|mottakarar|frist|deadline|contact|consulted bodies)"
    r"\s*:?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?P<label>{_LABELS.pattern.removesuffix(':?')}):\s*(?P<rest>\S.*)", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.!?:;,]$|@|protected\]")


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or list item of a section. `number` is what a numbered item shows."""

    text: str
    is_listed: bool = False
    number: int | None = None


@dataclass(slots=True)
class Part:
    """A heading with what stands under it, up to the next heading."""

    heading: str
    level: int | None = None
    items: list[Item] = field(default_factory=list)

    @property
    def is_label(self) -> bool:
        """Whether the heading is one of the labels that every hearing page has."""
        return bool(_LABELS.fullmatch(self.heading))


@dataclass(frozen=True, slots=True)
class Page:
    """A hearing page: its title, the introduction below it, and its parts in order."""

    title: str
    introduction: tuple[Item, ...]
    parts: tuple[Part, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All paragraphs and items, in order."""
        items = [*self.introduction, *(item for part in self.parts for item in part.items)]
        return tuple(item.text for item in items)

    def under(self, heading: str) -> tuple[str, ...]:
        """The texts below headings that match the pattern `heading`, in order."""
        found = [part for part in self.parts if re.match(heading, part.heading, re.IGNORECASE)]
        return tuple(item.text for part in found for item in part.items)


def read_page(lines: Sequence[Line]) -> Page:
    """The parts of the page that `lines` are."""
    paragraphs = joined(lines)
    marked = any(line.kind == "heading" for line in paragraphs)
    title_at = _title_at(paragraphs, marked=marked)
    title = plain(paragraphs[title_at].text) if paragraphs else ""
    introduction: list[Item] = []
    parts: list[Part] = []
    under = introduction
    rest = paragraphs[title_at + 1 :]
    for at, line in enumerate(rest):
        text = plain(line.text)
        if _is_skipped(text, line) or text == title:
            continue
        labelled = None if is_list_item(line) else _LABELLED.fullmatch(text)
        if labelled:
            # "Status: På høring" says its value itself; what follows belongs where it did.
            parts.append(Part(labelled["label"].strip(), None, [Item(labelled["rest"])]))
        elif _is_heading(rest, at, marked=marked, below_label=_awaits_content(parts)):
            parts.append(Part(text.rstrip(" :"), line.level))
            under = parts[-1].items
        else:
            under.append(_item(line))
    return Page(title, tuple(introduction), tuple(parts))


def _item(line: Line) -> Item:
    numbered = number_of(line)
    if numbered and (is_list_item(line) or not line.whole or line.label):
        return Item(numbered[2], is_listed=True, number=numbered[0])
    if is_list_item(line):
        return Item(without_bullet(line.text), is_listed=True)
    return Item(plain(line.text))


def _title_at(lines: Sequence[Line], *, marked: bool) -> int:
    """The highest marked heading; in plain text the first line that is no menu word."""
    if marked:
        headings = [at for at, line in enumerate(lines) if line.kind == "heading"]
        named = [at for at in headings if not _PASSED_OVER.fullmatch(plain(lines[at].text))]
        return min(named or headings, key=lambda at: (lines[at].level or 9, at))
    for at, line in enumerate(lines):
        if not _PASSED_OVER.fullmatch(plain(line.text)):
            return at
    return 0


def _is_skipped(text: str, line: Line) -> bool:
    return bool(_PASSED_OVER.fullmatch(text)) and line.kind != "heading"


def _awaits_content(parts: Sequence[Part]) -> bool:
    """Whether what comes next is said under a label ("Kontakt"), whatever it looks like."""
    return bool(parts) and parts[-1].is_label and not parts[-1].items


def _is_heading(lines: Sequence[Line], at: int, *, marked: bool, below_label: bool) -> bool:
    line = lines[at]
    text = plain(line.text)
    if line.kind == "heading":
        return True
    if is_list_item(line) or line.kind == "cell":
        return False
    if _LABELS.fullmatch(text):
        return True
    if marked or len(text) > _LONGEST_HEADING or _ENDS_SENTENCE.search(text) or number_of(line):
        return False
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or not line.gap:
        return False
    # Under "Kontakt" the first line is the contact, under "Høringsinstanser" a group's name.
    stands_free = after.gap or is_list_item(after)
    return stands_free and (not below_label or is_list_item(after))
