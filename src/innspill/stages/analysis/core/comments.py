"""Answers split into the points they make. Every visible character lies in exactly one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from innspill.shared.values import Span
from innspill.stages.analysis.core.dividing.features import (
    Piece,
    Where,
    look,
    of_company,
    of_kind,
    of_start,
    settled_start,
)
from innspill.stages.analysis.core.dividing.units import units
from innspill.stages.analysis.core.learnt.linear import model
from innspill.stages.analysis.core.registers.fields import gives_field
from innspill.stages.analysis.core.remainder import goes_on, is_bare_line, is_nothing, tells_who
from innspill.stages.analysis.core.sentences import begins_list_item
from innspill.stages.analysis.core.values import Remainder

_NOWHERE: Mapping[str, str] = MappingProxyType({})
_NEW = 0.45
"""How likely it must be that a new point begins; chosen on ten labelled hearings."""
_MAKES_NONE, _MAKES_NONE_ASKED = 0.65, 0.75
"""How likely it must be that a piece makes no point; under a question a line may be its answer."""
_MAKES_NONE_TOO = 0.3
"""The same for a sentence after one that makes none: who tells of themselves goes on with it."""
_GOES_ON = frozenset(("sender", "reference", "greeting", "signature"))
_BARE = 0.4
"""How likely a line without a verb must be to make a point, outside of questions."""
_BEFORE_POINTS = 5
"""Paragraphs at the beginning of a response in which senders tell who they are."""
_SAYS = frozenset(("oppose", "fault", "mixed", "ask", "no-stand"))
"""Tones of a whole sentence that make a point, whatever the weights say of how it looks: a
remainder that is shown costs a look, a point that is taken for a greeting is lost. Praise alone is
none of them: letters begin and end with it."""
_SUPPORTS = re.compile(
    r"\b(?:støtt(?:er|ar)|still(?:er|ar) (?:seg|oss) (?:bak|positive?)|slutt(?:er|ar) (?:seg|oss) til)\b",
    re.IGNORECASE,
)
_ENDS = (".", "!")
_LONG = 12
"""Pieces after which a point is looked at no further back, so that long texts cost no more."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point: its place in the text, and whether it says anything of its own.

    `remainder` tells what it is where it does not.
    """

    span: Span
    is_remark: bool
    remainder: Remainder = ""


def points(
    text: str,
    known: frozenset[str] = frozenset(),
    where: Where | None = None,
    subjects: Mapping[str, str] = _NOWHERE,
) -> tuple[Point, ...]:
    """The points of `text`, in order; what lies between them is white space only.

    Layout decides where it tells: paragraphs, items, rows, "for det andre". Else learnt weights
    do, from what a sentence looks like after the ones before it. What is a greeting, a reference
    line or the question quoted (`known`: folded texts of the form) is marked as no remark, so
    that nothing falls between. `where` is where the text stands in its response, `subjects` the
    words of the hearing's titles (`subjects_of`).
    """
    if is_nothing(text):  # "Ingen innspill" may stand on two lines of a broken form
        start = len(text) - len(text.lstrip())
        return (Point(Span(start, len(text.rstrip())), is_remark=False, remainder="nothing"),)
    where = where or Where()
    spans = list(units(text))
    ends = [0, *(each.end for each in spans)]
    pieces = [
        look(text, (span.start, span.end), before, known, subjects)
        for span, before in zip(spans, ends, strict=False)
    ]
    company = of_company(pieces, where)
    found: list[Point] = []
    point: list[Piece] = []
    for at, (span, piece) in enumerate(zip(spans, pieces, strict=True)):
        kind = _kind(pieces, at, where, company, found[-1].remainder if found else "")
        goes_on = bool(found) and found[-1].remainder == kind
        if goes_on and (kind or not _begins(point[-_LONG:], piece, where)):
            found[-1] = Point(Span(found[-1].span.start, span.end), not kind, kind)
            point.append(piece)
        else:
            found.append(Point(span, not kind, kind))
            point = [piece]
    return tuple(found)


def lead_ins(text: str, found: Sequence[Point]) -> Iterator[Point | None]:
    """For each point the line that leads into the list it stands in ("Vi foreslår:"), if any.

    The line may be a point of its own, or stand before the first item in the same one.
    """
    lead: Point | None = None
    for point in found:
        item = begins_list_item(text, point.span.start)
        yield lead if item else None
        if item:
            continue
        head, colon, rest = text[point.span.start : point.span.end].partition(":\n")
        leads = colon or head.endswith(":")
        end = point.span.start + len(head) + (1 if colon else 0)
        lead = Point(Span(point.span.start, end), point.is_remark) if leads else None
        if colon and not begins_list_item(rest, len(rest) - len(rest.lstrip("\n"))):
            lead = None


def _begins(point: Sequence[Piece], piece: Piece, where: Where) -> bool:
    settled = settled_start(point, piece)
    if settled is not None:
        return settled
    return model("division").chances(of_start(point, piece, where))["new"] >= _NEW


def _kind(
    pieces: Sequence[Piece], at: int, where: Where, company: Sequence[str], before: Remainder
) -> Remainder:
    """What the piece at `at` is, after one that is `before`; "" where it makes a point."""
    piece = pieces[at]
    if piece.rule:
        return cast("Remainder", piece.rule)
    if at == 0 and where.index < _BEFORE_POINTS and tells_who(piece.text):
        return "sender"
    if _says(piece) or (where.led and at == 0):
        return ""
    chances = model("kind").chances(of_kind(pieces, at, where, company))
    speaks = chances.pop("comment")
    likeliest = cast("Remainder", max(chances, key=lambda each: chances[each]))
    least = _MAKES_NONE if where.general else _MAKES_NONE_ASKED
    if before in _GOES_ON:
        least = _MAKES_NONE_TOO
    if not where.general:
        alone = at == 0 or piece.topic
        return likeliest if 1 - speaks > least and not alone else ""
    bare = speaks < 1 - _BARE and not piece.item and is_bare_line(piece.text)
    return likeliest if bare or 1 - speaks > least else ""


def _says(piece: Piece) -> bool:
    """Whether a whole sentence asks for something, takes a side, or has "ingen merknader, men …".

    A field of a measure asks for the measure.
    """
    if goes_on(piece.text) or gives_field(piece.text):
        return True
    is_whole = piece.text.rstrip()[-1:] in _ENDS
    takes = piece.tone in _SAYS or _SUPPORTS.search(piece.text) is not None
    return is_whole and (piece.asks or takes)
