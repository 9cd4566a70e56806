"""Which parts somebody changed in a Word file, held to the file that was given out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from innspill.stages.reports.core.edited.arranging import whole
from innspill.stages.reports.core.edited.stored import told
from innspill.stages.reports.core.edited.word_blocks import blocks_in, key_of
from innspill.stages.reports.core.edited.word_file import EditedFile, Remark
from innspill.stages.reports.core.parts.values import (
    Block,
    Heading,
    Paragraph,
    ReportPart,
    Sentence,
)
from innspill.stages.reports.core.word.blocks import FoundBlock
from innspill.stages.reports.core.word.tags import FoundPart

ADDED = {"nb": "Tillegg fra Word", "nn": "Tillegg frå Word", "en": "Added in Word"}
REMARKS = {
    "nb": "Kommentarer i Word-filen",
    "nn": "Kommentarar i Word-fila",
    "en": "Comments in the Word file",
}


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part that somebody changed, or a new one (`after` says where it stands; else None).

    A part that is not `shown` is kept as an own part outside the report: comments of the file.
    """

    part: str
    heading: str
    before: tuple[Block, ...]
    blocks: tuple[Block, ...]
    after: str | None = None
    shown: bool = True


@dataclass(frozen=True, slots=True)
class FileChanges:
    """All that differs between the file that was given out and the one that came back.

    `gone` are the headings of parts that are not in it: they stay as they are. `twice` are those
    that stand there more than once: what the later ones say otherwise is a new part of its own.
    """

    changes: tuple[PartChange, ...]
    gone: tuple[str, ...]
    twice: tuple[str, ...]
    pictures: int
    """Pictures that somebody put in: they are not taken in."""


def changes_in(
    edited: EditedFile, original: EditedFile, parts: Sequence[ReportPart], language: str
) -> FileChanges:
    """What somebody changed. `parts` are those of the report as it was given out."""
    given = _by_key(original.found.parts)
    come = _by_key(edited.found.parts)
    changes: list[PartChange] = []
    for part in parts:
        before = given.get(part.key, [])
        if not before or part.key not in come:
            continue
        first, *others = come[part.key]
        if (change := _changed(part, first, before[0], language)) is not None:
            changes.append(change)
        known = {key_of(each) for each in (*before[0].blocks, *first.blocks)}
        for other in others:
            fresh = tuple(each for each in other.blocks if key_of(each) not in known)
            changes += _added(fresh, part.key, part.heading, language)
    for after, blocks in _outside(edited, original):
        changes += _added(blocks, after, ADDED.get(language, ADDED["nb"]), language)
    changes += _remarks(edited, original, parts, language)
    return FileChanges(
        changes=tuple(changes),
        gone=tuple(each.heading or each.key for each in parts
                   if each.key in given and each.key not in come),
        twice=tuple(each.heading or each.key for each in parts if len(come.get(each.key, [])) > 1),
        pictures=max(0, _pictures(edited) - _pictures(original)),
    )  # fmt: skip


def _by_key(found: Sequence[FoundPart]) -> Mapping[str, list[FoundPart]]:
    keyed: dict[str, list[FoundPart]] = {}
    for each in found:
        keyed.setdefault(each.key, []).append(each)
    return keyed


def _changed(
    part: ReportPart, edited: FoundPart, original: FoundPart, language: str
) -> PartChange | None:
    if [key_of(each) for each in edited.blocks] == [key_of(each) for each in original.blocks]:
        return None
    before = whole(part)
    blocks = blocks_in(edited.blocks, original.blocks, before, language)
    if told(blocks) == told(before):
        return None
    return PartChange(part.key, part.heading, before, blocks)


def _added(
    found: Sequence[FoundBlock], after: str, heading: str, language: str
) -> Iterator[PartChange]:
    blocks = blocks_in(found, (), (), language)
    if not blocks:
        return
    if not isinstance(blocks[0], Heading):
        blocks = (Heading(heading, 1), *blocks)
    first = blocks[0]
    named = first.text if isinstance(first, Heading) else heading
    yield PartChange("", named, (), blocks, after)


def _outside(
    edited: EditedFile, original: EditedFile
) -> Iterator[tuple[str, tuple[FoundBlock, ...]]]:
    """Text outside any part that the file that was given out had not."""
    known = Counter(key_of(each) for one in original.found.outside for each in one.blocks)
    for one in edited.found.outside:
        fresh = []
        for each in one.blocks:
            if known[key_of(each)]:
                known[key_of(each)] -= 1
            elif not each.style.lower().startswith("toc"):
                fresh.append(each)
        if fresh:
            yield one.after, tuple(fresh)


def _remarks(
    edited: EditedFile, original: EditedFile, parts: Sequence[ReportPart], language: str
) -> Iterator[PartChange]:
    """Comments, and what was changed in headers and footers: kept as a part that is not shown."""
    known = set(original.comments)
    said = [each for each in edited.comments if each not in known]
    margins = {_uncounted(each) for each in original.margins}
    said += [Remark("", each) for each in edited.margins if _uncounted(each) not in margins]
    if not said:
        return
    heading = REMARKS.get(language, REMARKS["nb"])
    lines = (f"{each.by}: {each.text}" if each.by else each.text for each in said)
    blocks = tuple(Paragraph((Sentence(line),)) for line in lines)
    last = parts[-1].key if parts else ""
    yield PartChange("", heading, (), (Heading(heading, 1), *blocks), last, shown=False)


def _uncounted(text: str) -> str:
    """A line of a header or footer without the numbers of pages, which each program counts anew."""
    return re.sub(r"\d+", "", text)


def _pictures(file: EditedFile) -> int:
    runs = [one.blocks for one in file.found.parts] + [one.blocks for one in file.found.outside]
    return sum(each.picture for blocks in runs for each in blocks)
