"""How much text there is room for: far more than anybody writes, less than stops the house.

Each line is set by itself in the PDF and the Word file, so that half a megabyte of line ends would
keep a processor busy for a minute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.core.values import Content

MOST_SIGNS, MOST_LINES = 400_000, 10_000
"""Of one answer: some two hundred pages."""
WHOLE_SIGNS, WHOLE_LINES = 2_000_000, 20_000
"""Of all answers together."""
_SMALL_SIGNS, _SMALL_LINES = 20_000, 200
"""An answer so small is never refused for what the others hold."""


def text_in(content: Content) -> str:
    """All that is written in an answer, its table too."""
    cells = (
        cell
        for row in content.measures
        for cell in (row.name, row.responsible, row.relevant_for, row.description)
    )
    return "\n".join((content.text, *cells))


def check(text: str, others: Callable[[], Iterable[str]] = lambda: ()) -> None:
    """Raises Refused where there is no room for `text`, or not beside what `others` gives."""
    signs, lines = len(text), text.count("\n")
    if signs > MOST_SIGNS or lines > MOST_LINES:
        raise _too_long(MOST_SIGNS)
    if signs <= _SMALL_SIGNS and lines <= _SMALL_LINES:
        return
    for other in others():
        signs, lines = signs + len(other), lines + other.count("\n")
    if signs > WHOLE_SIGNS or lines > WHOLE_LINES:
        raise _too_long(WHOLE_SIGNS)


def _too_long(limit: int) -> Refused:
    return Refused(
        "too-long",
        "there is more text than there is room for",
        todo="Attach the longest part as a file.",
        values={"limit": limit},
    )
