"""How people mark their choice in a text: striking out, highlighting, bold type, underlining."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from innspill.stages.reading.core.formats.docx.package import VAL, W, is_on
from innspill.stages.reading.core.values import EmphasisKind

Marked = tuple[int, int, EmphasisKind]
"""Characters from … to … of a paragraph as it is stored, and how they are set apart."""

_SWITCHES: dict[str, EmphasisKind] = {
    W + "strike": "struck-out",
    W + "dstrike": "struck-out",
    W + "b": "bold",
}
_VALUES: dict[str, EmphasisKind] = {W + "highlight": "highlighted", W + "u": "underlined"}
_SHADE = W + "shd"
_PAPER = frozenset(("", "auto", "ffffff"))


def kinds_of(
    properties: etree._Element, inherited: frozenset[EmphasisKind]
) -> frozenset[EmphasisKind]:
    """How a run with these `properties` is set apart, beyond what its style has it `inherited`."""
    on: set[EmphasisKind] = set()
    off: set[EmphasisKind] = set()
    for node in properties:
        said = _said(node)
        if said is not None:
            (on if said[1] else off).add(said[0])
    return (inherited - off) | on if on or off else inherited


def _said(node: etree._Element) -> tuple[EmphasisKind, bool] | None:
    tag = node.tag
    if (kind := _SWITCHES.get(tag)) is not None:
        return kind, is_on(node)
    if (kind := _VALUES.get(tag)) is not None:
        return kind, (node.get(VAL) or "none") != "none"
    if tag == _SHADE:
        fill = (node.get(W + "fill") or "").lower()
        return "highlighted", fill not in _PAPER and node.get(VAL) != "nil"
    return None


def merged(marked: Iterable[Marked], text: str) -> list[Marked]:
    """`marked` with what touches joined, in reading order, without what covers only blanks."""
    open_ranges: dict[EmphasisKind, tuple[int, int]] = {}
    done: list[Marked] = []
    for start, end, kind in marked:
        before = open_ranges.get(kind)
        if before is not None and before[1] >= start:
            open_ranges[kind] = (before[0], max(end, before[1]))
            continue
        if before is not None:
            done.append((*before, kind))
        open_ranges[kind] = (start, end)
    done += [(*spot, kind) for kind, spot in open_ranges.items()]
    return sorted(each for each in done if text[each[0] : each[1]].strip())
