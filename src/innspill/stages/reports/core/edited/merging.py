"""What a person wrote and what the machine says now, put together where they do not collide.

Both go out from what the machine said when the person wrote. Where only one of them changed a
block, a line, a cell or a word, that change stands; where both did, the person's words stand, and
the machine's are told as a clash.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from innspill.stages.reports.core.edited.comparing import aligned, words_of
from innspill.stages.reports.core.edited.sources import Origins
from innspill.stages.reports.core.edited.stored import told
from innspill.stages.reports.core.parts.values import Block, Bullets, Paragraph, Sentence, Table


@dataclass(frozen=True, slots=True)
class Clash:
    """Where both had changed the same: the person's words stand."""

    mine: tuple[Block, ...]
    theirs: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of a person's blocks and the machine's new ones."""

    blocks: tuple[Block, ...]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Stretches of the three that belong together; `same` in all of them."""

    same: bool
    base: slice
    mine: slice
    theirs: slice


def merged(base: Sequence[Block], mine: Sequence[Block], theirs: Sequence[Block]) -> Merged:
    """The person's blocks (`mine`) with what the machine changed since `base`."""
    blocks: list[Block] = []
    clashes: list[Clash] = []
    origins = Origins.of((*mine, *theirs))
    for chunk in _chunks(told(base), told(mine), told(theirs)):
        before, own, new = base[chunk.base], mine[chunk.mine], theirs[chunk.theirs]
        if chunk.same or told(own) == told(before):
            blocks += new
        elif told(new) == told(before) or told(own) == told(new):
            blocks += own
        elif len(before) == len(own) == len(new):
            for one, other, third in zip(before, own, new, strict=True):
                block = _both(one, other, third, origins)
                blocks.append(block or other)
                clashes += [] if block else [Clash((other,), (third,))]
        else:
            blocks += own
            clashes.append(Clash(tuple(own), tuple(new)))
    return Merged(tuple(blocks), tuple(clashes))


def _chunks(
    base: Sequence[Hashable], mine: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[_Chunk]:
    ours, others = _places(base, mine), _places(base, theirs)
    found: list[_Chunk] = []
    x = y = z = 0
    for at in range(len(base)):
        if at not in ours or at not in others:
            continue
        if (at, ours[at], others[at]) != (x, y, z):
            found.append(_Chunk(False, slice(x, at), slice(y, ours[at]), slice(z, others[at])))
        x, y, z = at + 1, ours[at] + 1, others[at] + 1
        found.append(_Chunk(True, slice(at, x), slice(y - 1, y), slice(z - 1, z)))
    if (x, y, z) != (len(base), len(mine), len(theirs)):
        found.append(_Chunk(False, slice(x, len(base)), slice(y, len(mine)), slice(z, len(theirs))))
    return found


def _places(base: Sequence[Hashable], other: Sequence[Hashable]) -> dict[int, int]:
    return {
        old: new
        for stretch in aligned(base, other)
        if stretch.same
        for old, new in zip(
            range(stretch.old.start, stretch.old.stop),
            range(stretch.new.start, stretch.new.stop),
            strict=True,
        )
    }


def _both(base: Block, mine: Block, theirs: Block, origins: Origins) -> Block | None:
    """One block that both may have changed; None where they collide in it."""
    ours, before, new = told([mine]), told([base]), told([theirs])
    if ours == before:
        return theirs
    if new in (before, ours):
        return mine
    if (
        isinstance(base, Paragraph)
        and isinstance(mine, Paragraph)
        and isinstance(theirs, Paragraph)
    ):
        text = _sequence(words_of(base.text), words_of(mine.text), words_of(theirs.text))
        if text is None or theirs.label != base.label:
            return None
        return replace(mine, sentences=origins.sentenced("".join(text)))
    if isinstance(base, Bullets) and isinstance(mine, Bullets) and isinstance(theirs, Bullets):
        lines = _sequence(*([line.text for line in each.lines] for each in (base, mine, theirs)))
        return Bullets(tuple(origins.one(line) for line in lines)) if lines is not None else None
    if isinstance(base, Table) and isinstance(mine, Table) and isinstance(theirs, Table):
        return _tables(base, mine, theirs)
    return None


def _sequence(base: list[str], mine: list[str], theirs: list[str]) -> list[str] | None:
    found: list[str] = []
    for chunk in _chunks(base, mine, theirs):
        before, own, new = base[chunk.base], mine[chunk.mine], theirs[chunk.theirs]
        if own == before:
            found += new
        elif new in (before, own):
            found += own
        else:
            return None
    return found


def _tables(base: Table, mine: Table, theirs: Table) -> Table | None:
    """Row by row, known by their first cells; in a row cell by cell."""
    if not base.header == mine.header == theirs.header:
        return None
    rows: list[tuple[Sentence, ...]] = []
    keys = [_keys(table) for table in (base, mine, theirs)]
    for chunk in _chunks(*keys):
        before, own, new = base.rows[chunk.base], mine.rows[chunk.mine], theirs.rows[chunk.theirs]
        if chunk.same:
            row = _row(before[0], own[0], new[0])
            if row is None:
                return None
            rows.append(row)
        elif _texts(own) == _texts(before):
            rows += new
        elif _texts(new) == _texts(before):
            rows += own
        else:
            return None
    strong = theirs.strong if len(rows) == len(theirs.rows) else ()
    anchors = theirs.anchors if len(rows) == len(theirs.rows) else ()
    return replace(theirs, caption=mine.caption, rows=tuple(rows), strong=strong, anchors=anchors)


def _keys(table: Table) -> list[str]:
    return [row[0].text if row else "" for row in table.rows]


def _texts(rows: Sequence[Sequence[Sentence]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]


def _row(
    base: Sequence[Sentence], mine: Sequence[Sentence], theirs: Sequence[Sentence]
) -> tuple[Sentence, ...] | None:
    if not len(base) == len(mine) == len(theirs):
        return None
    cells = []
    for before, own, new in zip(base, mine, theirs, strict=True):
        if own.text == before.text:
            cells.append(new)
        elif new.text in (before.text, own.text):
            cells.append(own)
        else:
            return None
    return tuple(cells)
