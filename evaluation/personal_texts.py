"""The labelled texts of samples/personal_data, as they are learnt from and measured on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "samples" / "personal_data"
ORGANISATIONS = frozenset(
    {"association", "municipality", "organisation", "business", "university", "press"}
)
_HEAD = re.compile(r"(?m)^=== (\w+) (\w+)\n")
_MARK = re.compile(r"⟦(\w+):([^⟧]*)⟧")


@dataclass(frozen=True)
class Labelled:
    """A text, who wrote it, and where personal data stands in it: (start, end, label)."""

    text: str
    private: bool
    spans: tuple[tuple[int, int, str], ...]


def labelled(name: str) -> Iterator[Labelled]:
    """The texts of one file, their marks taken out."""
    parts = _HEAD.split((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    for kind, marked in zip(parts[2::3], parts[3::3], strict=True):
        pieces: list[str] = []
        spans: list[tuple[int, int, str]] = []
        at = length = 0
        for mark in _MARK.finditer(marked):
            pieces += [marked[at : mark.start()], mark[2]]
            length += mark.start() - at
            spans.append((length, length + len(mark[2]), mark[1]))
            length += len(mark[2])
            at = mark.end()
        text = "".join((*pieces, marked[at:]))
        yield Labelled(text, kind not in ORGANISATIONS, tuple(spans))
