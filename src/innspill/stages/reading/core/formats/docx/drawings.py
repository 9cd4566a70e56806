"""Drawings that hold text: diagrams (SmartArt), charts, lettering; and boxes drawn to be ticked."""

from __future__ import annotations

import re

from lxml import etree

from innspill.stages.reading.core.formats.docx.package import MC, R, W, child

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_V = "{urn:schemas-microsoft-com:vml}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SYMBOL = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
DIAGRAM, CHART, LETTERING = _DGM + "relIds", _C + "chart", _V + "textpath"
DRAWN = (DIAGRAM, CHART, LETTERING)
"""Elements that stand for text kept in another part, or in an attribute."""
_TELLING = (W + "t", W + "sym", W + "txbxContent", SYMBOL, *DRAWN)

SHAPES = frozenset((_A + "prstGeom", _V + "rect", _V + "roundrect"))
_LARGEST_BOX = 457_200
"""Half an inch in English metric units: what is drawn larger is a frame, not a tick box."""
_BOX_SHAPES = frozenset(("rect", "roundRect", "flowChartSummingJunction", "frame", "mathMultiply"))
_SIZE = re.compile(r"(?:^|;)\s*(width|height):\s*([\d.]+)(pt|mm|cm|in)")
_UNITS = {"pt": 12_700.0, "mm": 36_000.0, "cm": 360_000.0, "in": 914_400.0}


def alternative(node: etree._Element) -> etree._Element | None:
    """Which of the alternatives in `node` is shown: the first, or the last resort where only that
    holds text (programs that do not know the first show it, and so must we).
    """
    choice, fallback = child(node, MC + "Choice"), child(node, MC + "Fallback")
    if choice is None or fallback is None:
        return fallback if choice is None else choice
    if (
        next(choice.iter(*_TELLING), None) is None
        and next(fallback.iter(*_TELLING), None) is not None
    ):
        return fallback
    return choice


def relation_of(node: etree._Element) -> str:
    """The relationship by which the drawing `node` leads to the part with its text."""
    return node.get(R + "dm" if node.tag == DIAGRAM else R + "id") or ""


def texts_of_diagram(root: etree._Element) -> list[str]:
    """The texts of a diagram's points, in their order."""
    texts = []
    for point in root.iter(_DGM + "pt"):
        body = child(point, _DGM + "t")
        if body is not None:
            texts += _paragraphs(body)
    return texts


def texts_of_chart(root: etree._Element) -> list[str]:
    """The titles of a chart and its axes, and the names of its series and categories."""
    texts: list[str] = []
    for title in root.iter(_C + "title"):
        texts += _paragraphs(title)
    for series in root.iter(_C + "ser"):
        for name in (_C + "tx", _C + "cat"):
            for part in series.iterchildren(name):
                texts += [value.text for value in part.iter(_C + "v") if value.text]
    return list(dict.fromkeys(texts))


def _paragraphs(body: etree._Element) -> list[str]:
    lines = ("".join(t.text or "" for t in line.iter(_A + "t")) for line in body.iter(_A + "p"))
    return [line for line in lines if line.strip()]


def has_drawn_boxes(root: etree._Element) -> bool:
    """Whether small rectangles are drawn in the part, as people draw tick boxes."""
    for shape in root.iter(_A + "prstGeom"):
        if shape.get("prst") in _BOX_SHAPES:
            extent = next((found for found in map(_extent, shape.iterancestors()) if found), None)
            if extent is not None and _is_small(*extent):
                return True
    for shape in root.iter(_V + "rect", _V + "roundrect"):
        sizes = {name: float(size) * _UNITS[unit] for name, size, unit in _sizes(shape)}
        if len(sizes) == 2 and _is_small(sizes["width"], sizes["height"]):
            return True
    return False


def _sizes(shape: etree._Element) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = _SIZE.findall(shape.get("style") or "")
    return [each for each in found if each[1].count(".") < 2 and each[1] != "."]


def _extent(element: etree._Element) -> tuple[float, float] | None:
    """Width and height of what `element` holds: a shape in a group has its own."""
    for found in (*element.iterchildren(_A + "xfrm"), element):
        extent = child(found, _A + "ext") if found is not element else child(found, _WP + "extent")
        if extent is not None:
            wide, high = extent.get("cx") or "", extent.get("cy") or ""
            if wide.isascii() and wide.isdigit() and high.isascii() and high.isdigit():
                return float(wide[:15]), float(high[:15])
    return None


def _is_small(wide: float, high: float) -> bool:
    return 0 < wide <= _LARGEST_BOX and 0 < high <= _LARGEST_BOX and 0.5 <= wide / high <= 2
