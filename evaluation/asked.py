"""Clauses with what the labels say of them: what `train.py` learns from whether one asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.answers import Written
from evaluation.hearings import Hearing
from evaluation.labels import Asked, Labels, Segment
from evaluation.measuring.proposals import matched
from innspill.shared.values import Span
from innspill.stages.analysis.core.comments import Point, lead_ins
from innspill.stages.analysis.core.proposals import lead_of
from innspill.stages.analysis.core.proposals.find import considered
from innspill.stages.analysis.core.proposals.weighing import ASKS, MODEL, NOT, of_asking

Clause = tuple[Asked, frozenset[str]]


def asked(hearing: Hearing) -> Iterator[tuple[str, tuple[frozenset[str], str]]]:
    """For each clause of the comments what it looks like, and whether it was labelled a proposal."""
    for ident, labels in hearing.truth.items():
        clauses = list(_clauses(hearing.answers[ident], labels))
        pairs = matched(labels.proposals, [each for each, _ in clauses])
        right = {(said.place, said.start, said.end) for _, said in pairs}
        for each, seen in clauses:
            asks = (each.place, each.start, each.end) in right
            yield MODEL, (seen, ASKS if asks else NOT)


def _clauses(written: Written, labels: Labels) -> Iterator[Clause]:
    for place, text in written.places.items():
        segments = [each for each in labels.segments if each.place == place]
        yield from _of_place(place, text, segments)


def _of_place(place: str, text: str, segments: Sequence[Segment]) -> Iterator[Clause]:
    points = tuple(Point(Span(each.start, each.end), each.is_comment) for each in segments)
    for point, lead in zip(points, lead_ins(text, points), strict=True):
        if not point.is_remark:
            continue
        led = lead_of(text[lead.span.start : lead.span.end]) if lead else None
        piece = text[point.span.start : point.span.end]
        found = considered(piece, led)
        for each, seen in zip(found, of_asking(piece, found), strict=True):
            start = point.span.start
            yield Asked(place, start + each.span.start, start + each.span.end), seen
