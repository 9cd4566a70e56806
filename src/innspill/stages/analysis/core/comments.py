"""Answers split into the points they make. Every visible character lies in exactly one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.analysis.core.remainder import is_bare_line, is_nothing, is_remainder
from innspill.stages.analysis.core.sentences import begins_list_item, sentences

_NEW_POINT = re.compile(
    r"(?:for det (?:første|fyrste|andre|annet|tredje|fjerde|femte)|først(?: og fremst)?|videre|"
    r"vidare|dessuten|i tillegg|ellers|elles|når det gjelder|når det gjeld|hva gjelder|"
    r"kva gjeld|med hensyn til|med omsyn til|angående|til (?:kapittel|kap\.|punkt|pkt\.|§|spørsmål|"
    r"tiltak|mål|innsatsområde|satsingsområde)|(?:kapittel|kap\.|punkt|pkt\.|tiltak|innsatsområde|"
    r"satsingsområde|spørsmål|vedlegg) [0-9a-z]|spesielt vil|særlig vil|et annet|eit anna|"
    r"en annen|ein annan|til slutt|avslutningsvis|til sist|på den andre siden|"
    r"på den andre sida|i høringsdokumentet|i høringsnotatet|i høyringsnotatet)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:men|dette|disse|desse|det|den|de|dei|derfor|difor|slik|dermed|imidlertid|likevel|"
    r"samtidig|for eksempel|til dømes|her|da|då|altså)\b",
    re.IGNORECASE,
)
_LONG = 600
"""Characters after which a new sentence that does not lean on the last one starts a new point."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point: its place in the text, and whether it says anything of its own."""

    span: Span
    is_remark: bool


def points(
    text: str, known: frozenset[str] = frozenset(), *, bare_lines: bool = False
) -> tuple[Point, ...]:
    """The points of `text`, in order; what lies between them is white space only.

    Sentences of a paragraph stay together until the point changes: a list item, a connective
    ("for det andre", "når det gjelder"), or a very long stretch. What is a greeting, a
    reference line or the question quoted (`known`: folded texts of the form) is marked as no
    remark, so that nothing falls between; with `bare_lines` also a line without a verb.
    """
    if is_nothing(text):  # "Ingen innspill" may stand on two lines of a broken form
        start = len(text) - len(text.lstrip())
        return (Point(Span(start, len(text.rstrip())), is_remark=False),)
    found: list[Point] = []
    for span in sentences(text):
        piece = text[span.start : span.end]
        remark = not is_remainder(piece, known) and not (bare_lines and is_bare_line(piece))
        if found and found[-1].is_remark == remark and _same_point(text, found[-1].span, span):
            found[-1] = Point(Span(found[-1].span.start, span.end), remark)
        else:
            found.append(Point(span, remark))
    return tuple(found)


def lead_ins(text: str, found: tuple[Point, ...]) -> Iterator[Point | None]:
    """For each point the line that leads into the list it stands in ("Vi foreslår:"), if any."""
    lead: Point | None = None
    for point in found:
        item = begins_list_item(text, point.span.start)
        yield lead if item else None
        if not item:
            lead = point if text[point.span.start : point.span.end].endswith(":") else None


def _same_point(text: str, before: Span, span: Span) -> bool:
    between = text[before.end : span.start]
    if "\n\n" in between.replace(" ", "") or between.count("\n") > 1:
        return False
    if begins_list_item(text, span.start) or begins_list_item(text, before.start):
        return _same_item(text, span)
    start = text[span.start : span.end]
    if text[before.end - 1] == ":":
        return False
    if _NEW_POINT.match(start):
        return False
    return len(before) < _LONG or _GOES_ON.match(start) is not None


def _same_item(text: str, span: Span) -> bool:
    """A list item keeps its further sentences until a new item or a new line."""
    line_start = text.rfind("\n", 0, span.start) + 1
    return bool(text[line_start : span.start].strip()) and not begins_list_item(text, span.start)
