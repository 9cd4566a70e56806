"""What makes a document of recognised pages doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from innspill.stages.reading.core.formats.scan.paper import Paper
from innspill.stages.reading.core.values import Block, SeenWord

_UNSURE_WORD = 60
_UNSURE_SHARE, _UNSURE_MEAN = 0.2, 75.0


def settle_solid(papers: Iterable[Paper]) -> None:
    """Make boxes that are dark all over unsure where the others are ticked with strokes.

    Who fills in boxes fills them all; one among crosses is a cross that was scribbled over.
    """
    boxes = [pair for paper in papers for pair in paper.boxes]
    stroked = any(box.ticked and not box.solid for _, box in boxes)
    for word, box in boxes:
        if box.solid and stroked and word.box is not None:
            word.box.unsure = True


def doubts(blocks: Sequence[Block], papers: Sequence[Paper]) -> tuple[str, ...]:
    """The flags of a document with these recognised pages."""
    words = [word for block in blocks for word in block.words]
    found = {
        "text-from-ocr": bool(words),
        "low-confidence": _is_low(words),
        "tick-unclear": any(
            box.unsure for block in blocks for box in block.boxes if box.technique == "pixels"
        ),
        "box-not-found": any(paper.lost for paper in papers),
    }
    return tuple(flag for flag, stands in found.items() if stands)


def _is_low(words: Sequence[SeenWord]) -> bool:
    letters = sum(word.end - word.start for word in words)
    if not letters:
        return False
    mean = sum((word.end - word.start) * word.confidence for word in words) / letters
    unsure = sum(word.end - word.start for word in words if word.confidence < _UNSURE_WORD)
    return mean < _UNSURE_MEAN or unsure > _UNSURE_SHARE * letters
