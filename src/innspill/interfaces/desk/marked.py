"""A text cut where marks begin and end, so that a page can show them without touching the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    """(words, names of the marks on them) in order; joined they are `text`.

    `spans` are (start, end, name); they may overlap, and what lies outside the text is left out.
    """
    changes: list[tuple[int, int, str]] = []
    for start, end, name in spans:
        if 0 <= start < end <= len(text):
            changes += [(start, 1, name), (end, -1, name)]
    open_marks: dict[str, int] = {}
    at = 0
    for place, step, name in sorted(changes, key=lambda change: change[:2]):
        if place > at:
            yield text[at:place], _names(open_marks)
            at = place
        open_marks[name] = open_marks.get(name, 0) + step
    if at < len(text):
        yield text[at:], _names(open_marks)


def _names(open_marks: dict[str, int]) -> str:
    return " ".join(sorted(name for name, depth in open_marks.items() if depth > 0))
