"""Names that somebody wrote, made fit to be stored and shown."""

from __future__ import annotations

import re

NAME_LIMIT = 300
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe_name(text: str) -> str:
    """A name on one line as it can be stored and shown: no half characters, not endless, and
    nothing unseen that a terminal or a browser obeys, as signs that turn the text round.
    """
    return safe_line(text)[:NAME_LIMIT].strip()


def safe_line(text: str) -> str:
    """The same for a line of any length. A database refuses half characters, or the zero among
    signs, and with them all that they came with.
    """
    written = text.encode("utf-8", "replace").decode()
    return _OBEYED.sub("", re.sub(r"\s+", " ", written)).strip()
