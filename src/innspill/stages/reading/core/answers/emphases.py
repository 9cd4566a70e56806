"""Choices marked by how they look: struck out, highlighted, bold or underlined.

Forms without boxes are answered so: one choice is set apart, or all the others are struck out.
Where boxes were ticked too, what looks otherwise is a contradiction that somebody must see.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.labels import Label
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.values import EmphasisKind

_SET_APART: tuple[EmphasisKind, ...] = ("highlighted", "bold", "underlined")
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Shown:
    """What the looks of the choices say: the choices, and the flag that tells how."""

    chosen: tuple[str, ...]
    flag: str
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Emphases:
    """The stretches of a stream that look unlike the rest, by kind and in order."""

    spans: Mapping[EmphasisKind, tuple[Span, ...]]

    @classmethod
    def of(cls, stream: Stream) -> Emphases:
        """The emphases of the blocks of `stream`."""
        found: dict[EmphasisKind, list[Span]] = {}
        for start, block in zip(stream.starts, stream.blocks, strict=True):
            for part in block.emphases:
                span = Span(start + part.start, start + part.end)
                found.setdefault(part.kind, []).append(span)
        return cls({kind: tuple(spans) for kind, spans in found.items()})

    def covers(self, kind: EmphasisKind, span: Span) -> bool:
        """Whether most of `span` looks so."""
        covered = sum(
            min(each.end, span.end) - max(each.start, span.start)
            for each in self.spans.get(kind, ())
            if each.start < span.end and span.start < each.end
        )
        return bool(covered) and covered >= len(span) * _MOST

    def touches(self, kind: EmphasisKind, spans: Iterable[Span]) -> bool:
        """Whether any character of `spans` looks so."""
        parts = self.spans.get(kind, ())
        return bool(parts) and any(
            part.start < span.end and span.start < part.end for span in spans for part in parts
        )


def shown_choice(emphases: Emphases, labels: Sequence[Label]) -> Shown | None:
    """What the looks of `labels`, the choices of one question, say; None where they say nothing."""
    if not emphases.spans or not labels:
        return None
    struck = [label for label in labels if emphases.covers("struck-out", label.span)]
    left = [label for label in labels if label not in struck]
    if struck:
        chosen = tuple(dict.fromkeys(label.choice for label in left))
        if len(chosen) == 1:
            return Shown(chosen, "struck-out-choice")
        marked = _set_apart(emphases, left)
        return Shown(marked, "struck-out-choice", unsure=True)
    marked = _set_apart(emphases, labels)
    return Shown(marked, "emphasised-choice", unsure=len(marked) > 1) if marked else None


def _set_apart(emphases: Emphases, labels: Sequence[Label]) -> tuple[str, ...]:
    """The choices that look unlike the others; none where all or none of them do."""
    marked: list[str] = []
    for kind in _SET_APART:
        chosen = [label.choice for label in labels if emphases.covers(kind, label.span)]
        if 0 < len(chosen) < len(labels):
            marked += chosen
    return tuple(dict.fromkeys(marked))
