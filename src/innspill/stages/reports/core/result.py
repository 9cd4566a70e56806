"""What the public is told of a result: the figures, and what was decided on each point and why.

Nothing of the desk is in it: no note to colleagues, nobody's name who decided.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from typing import Any

from innspill.stages.deciding.core.values import MeasureShown
from innspill.stages.reports.core.charts import web_charts
from innspill.stages.reports.core.exported import decided
from innspill.stages.reports.core.placing import group_name
from innspill.stages.reports.core.values import Decided, Figures, ReportInput

Json = dict[str, Any]


def result_of(figures: Figures, material: ReportInput) -> Json:
    """Figures, charts, decided points, themes, changes and measures as plain JSON."""
    groups = [group_name(group, material.language) for group in material.definition.bodies]
    themes = _themes_of(material)
    names = {each.public.reference: each.public.name for each in material.responses}
    used = {each for word in material.decided for each in word.changes}
    content = {
        **asdict(figures),
        "charts": web_charts(figures, groups),
        "decided": [_decided(word, material, themes, names) for word in material.decided],
        "remarks": sum(comment.is_remark for comment in material.analysis.comments),
        "theme_names": [
            {"number": theme.id, "label": theme.label[:300]} for theme in material.told.themes
        ],
        "changes": [
            {"number": one.id, "place": one.place, "old": one.old, "new": one.new}
            for one in material.told.changes
            if one.id in used
        ],
        "measures": [_measure(one) for one in material.told.measures],
    }
    return dict(json.loads(json.dumps(content, default=str)))


def _themes_of(material: ReportInput) -> dict[int, list[int]]:
    """Of each comment the numbers of its themes: the innermost, since an outer one has them too."""
    inner: dict[int, set[int]] = defaultdict(set)
    parents = {theme.id: theme.parent for theme in material.told.themes}
    for theme in material.told.themes:
        for comment in theme.comments:
            inner[comment].add(theme.id)
    found = {}
    for comment, held in inner.items():
        outer = {parents[theme] for theme in held}
        found[comment] = sorted(held - outer)
    return found


def _decided(
    word: Decided, material: ReportInput, themes: dict[int, list[int]], names: dict[str, str]
) -> Json:
    return {
        **decided(word, material, names),
        "responsible": word.responsible,
        "themes": themes.get(word.comment, []),
        "changes": list(word.changes),
    }


def _measure(one: MeasureShown) -> Json:
    """A measure without who is asked about it: that is the desk's own."""
    return {
        "name": one.name,
        "responsible": one.responsible,
        "relevant_for": one.relevant_for,
        "description": one.description,
        "due": one.due.isoformat() if one.due else "",
        "status": one.status,
    }
