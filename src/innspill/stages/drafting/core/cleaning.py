"""What people type and paste, made into plain text that every format can hold."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = str.maketrans(
    {
        "\r": "\n",
        "\x0b": "\n",  # Word's line break within a paragraph
        "\x85": "\n",
        "\u2028": "\n",
        "\x0c": "\n\n",
        "\u2029": "\n\n",
        # Spaces that only say how a line may break: what is searched for is the words.
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        # Bullets of Word's symbol fonts, which are blank in every other font.
        "\uf0b7": "•",
        "\uf0a7": "•",
        "\uf02d": "–",
    }
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff]"
)
"""Control characters, soft hyphens, and marks that turn text round: none of it is to be seen."""


def clean(text: str) -> str:
    """`text` as data: lines end with a line feed, at most one empty line between paragraphs.

    No control characters, no half characters, nothing unseen; letters put together the usual way.
    Nothing that can be seen is changed or left out, however long the text is.
    """
    whole = text.encode("utf-8", "replace").decode()
    broken = whole.replace("\r\n", "\n").translate(_BREAKS)
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", broken))
    lines = "\n".join(line.rstrip(" \t") for line in seen.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n").rstrip()


def clean_line(text: str) -> str:
    """As `clean`, on one line: a name, an address."""
    return " ".join(clean(text).split())
