"""Blocks, sources and differences, ready for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext

from innspill.stages.analysis import queries as analysis
from innspill.stages.reports.core.edited.comparing import (
    Difference,
    Piece,
    blocks_compared,
    whole_text,
)
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Paragraph,
    Picture,
    Quote,
    Sentence,
    Source,
    Table,
)

_SHORT = 200
"""Characters of a text that is the same, shown beside one that is not."""
_MOST = 20
"""Responses that a source names; the rest is counted."""


@dataclass(frozen=True, slots=True)
class SourceShown:
    """What a text comes from, in words, with links to read it."""

    label: str
    links: tuple[tuple[str, str], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Resting:
    """A text of a part, and what it rests on. `by_person`: it rests on nobody's word but theirs."""

    text: str
    sources: tuple[SourceShown, ...]
    rows: tuple[Resting, ...] = ()
    """Of a table: what each of its rows rests on."""

    @property
    def by_person(self) -> bool:
        """Whether it has no source."""
        return not (self.sources or self.rows)


class Sources:
    """Sources made ready for the pages of one hearing: the comments are read once."""

    def __init__(self, consultation_id: int, slug: str, blocks: Sequence[Block]) -> None:
        self._slug = slug
        prints = {
            source.key
            for _, sources in _texts(blocks)
            for source in sources
            if source.kind in {"comment", "decision"}
        }
        rows = analysis.comments_with(consultation_id, prints) if prints else []
        self._comments: Mapping[str, tuple[int, str]] = {
            row.fingerprint: (row.id, row.reference) for row in rows
        }

    def resting(self, blocks: Sequence[Block]) -> list[Resting]:
        """Every text of a part with what it rests on."""
        found: list[Resting] = []
        for block in blocks:
            texts = [
                Resting(text, tuple(self._shown(source) for source in sources))
                for text, sources in _texts([block])
                if text.strip()
            ]
            if isinstance(block, Table):
                name = gettext("Tabell: %s") % block.caption
                found.append(Resting(name, (), tuple(texts)))
            else:
                found += texts
        return found

    def _shown(self, source: Source) -> SourceShown:
        if source.kind in {"comment", "decision"}:
            return self._comment(source)
        if source.kind == "answer":
            reference, _, place = source.key.partition(" ")
            label = gettext("Svaret på %(place)s i") % {"place": place.removeprefix("q:")}
            return SourceShown(label, self._links([reference]))
        if source.kind == "response":
            return SourceShown(gettext("Høringssvaret"), self._links([source.key]))
        if source.kind == "figure":
            label = gettext("Tallet %(number)s i report.json (%(where)s)") if (
                source.number is not None
            ) else gettext("Tall i report.json (%(where)s)")  # fmt: skip
            filled = label % {"number": source.number, "where": source.key}
            return SourceShown(
                filled, self._links(source.responses[:_MOST]), max(0, len(source.responses) - _MOST)
            )
        if source.kind == "hearing":
            return SourceShown(gettext("Høringens egne opplysninger (%s)") % source.key, ())
        return SourceShown(gettext("Slik er det talt og fortalt (%s)") % source.key, ())

    def _comment(self, source: Source) -> SourceShown:
        label = gettext("Merknaden i") if source.kind == "comment" else gettext("Vurderingen av")
        known = self._comments.get(source.key)
        if known is None:
            return SourceShown(label, self._links(source.responses[:_MOST]))
        address = reverse("desk:analysis-comment", args=[self._slug, known[0]])
        return SourceShown(label, ((known[1], address),))

    def _links(self, references: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (each, reverse("desk:divide", args=[self._slug, int(number)]))
            for each in references
            if (number := each.rpartition("-")[2]).isdecimal() and len(number) < 10
        )


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """Every text of a part with its sources; a table's rows as one."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from ((each.text, each.sources) for each in block.sentences)
            case Bullets():
                yield from ((each.text, each.sources) for each in block.lines)
            case Quote():
                yield f"«{block.text}»", (block.source,)
            case Table():
                yield from ((_row(row), _together(row)) for row in block.rows)
            case Picture():
                yield block.chart.description, block.sources


def _row(row: Sequence[Sentence]) -> str:
    return " · ".join(cell.text for cell in row)


def _together(row: Sequence[Sentence]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for cell in row for source in cell.sources))


def difference(old: Sequence[Block], new: Sequence[Block]) -> list[Difference]:
    """What differs between two versions; of what is the same, what stands beside a difference."""
    found = blocks_compared(old, new)
    differing = {at for at, each in enumerate(found) if each.kind != "same"}
    return [
        _short(each) if each.kind == "same" else each
        for at, each in enumerate(found)
        if differing & {at - 1, at, at + 1}
    ]


def _short(each: Difference) -> Difference:
    """What is the same is told by its first line, and so much of it that one knows where one is."""
    first, _, rest = each.pieces[0].text.partition("\n")
    is_cut = bool(rest) or len(first) > _SHORT
    text = f"{first[:_SHORT]} …" if is_cut else first
    return replace(each, pieces=(Piece("same", text),))


def plainly(blocks: Iterable[Block]) -> list[str]:
    """A version as plain paragraphs, to be read: all of it, tables row by row."""
    return [whole_text(block) for block in blocks]
