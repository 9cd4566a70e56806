"""Putting the mask over findings, and finding the way back from the masked text."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.shared.values import Span
from innspill.stages.publication.core.values import MASK, Finding


def masked(text: str, findings: Sequence[Finding]) -> str:
    """`text` with the mask in place of every finding; they are in order, without overlaps."""
    parts: list[str] = []
    at = 0
    for finding in findings:
        parts += [text[at : finding.start], MASK]
        at = finding.end
    return "".join((*parts, text[at:]))


def unmasked(span: Span, findings: Sequence[Finding]) -> Span:
    """The span of the full text that stands behind `span` of the masked one.

    A span that touches a mask covers all that the mask hides.
    """
    return Span(
        _behind(span.start, findings, at_end=False), _behind(span.end, findings, at_end=True)
    )


def _behind(position: int, findings: Sequence[Finding], *, at_end: bool) -> int:
    shift = 0
    for finding in findings:
        start = finding.start - shift
        if position < start or (at_end and position == start):
            break
        if position < start + len(MASK):
            return finding.end if at_end else finding.start
        shift = finding.end - (start + len(MASK))
    return position + shift
