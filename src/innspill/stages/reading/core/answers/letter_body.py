"""What a response says in its own words: the paragraphs between its head and its closing."""

from __future__ import annotations

from collections.abc import Iterable

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.ledger import UNPLACED
from innspill.stages.reading.core.answers.paragraphs import Rebuilt
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.values import Answer

_ASIDE = frozenset({"header", "footer", "quoted", "signature", "footnote", "endnote"})


def own_words(sheet: Sheet, answers: Iterable[Answer], closing: int) -> tuple[Rebuilt, ...]:
    """The paragraphs before `closing` and the answers, each with the places it came from."""
    found: list[Rebuilt] = []
    for group in sheet.groups(UNPLACED):
        spans = [span for span in group if span.start < closing and not _is_aside(sheet, span)]
        if spans:
            found.append(sheet.text_of(spans))
    found += [Rebuilt(a.text, (), a.pieces, a.origin) for a in answers if a.text]
    return tuple(found)


def _is_aside(sheet: Sheet, span: Span) -> bool:
    return sheet.stream.block_at(span.start).kind in _ASIDE
