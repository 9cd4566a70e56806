"""Why the machine suggests something: a code for the reason, and the words of the text that tell.

Pages say the code in the reader's language (`interfaces/ui/analysis_words.py`); words alone, without
a code, are words of the text that the suggestion is built on.
"""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "about",
    "under",
    "heading",
    "named",
    "after",
    "words",
    "ticked",
    "ticked-both",
    "said",
    "adheres",
]
_LONGEST = 80
_MARKS = {ord("«"): "", ord("»"): ""}


def ground(reason: Reason, *quotes: str) -> str:
    """A ground as it is stored: `heading «Øvelser»`."""
    said = (f"«{_short(quote)}»" for quote in quotes if quote.strip())
    return " ".join((reason, *said))


def _short(quote: str) -> str:
    plain = " ".join(quote.translate(_MARKS).split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
