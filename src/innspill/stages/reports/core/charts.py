"""Charts: Vega-Lite specifications drawn as PNG (for Word) or SVG (for pages) without a browser.

Colour is never alone: every bar carries its own name and its count, so that no legend is needed.
The names stand above the bars, so that long ones are not cut and narrow screens do. Texts are
drawn in Liberation Sans, which vl-convert carries itself: an unknown font gives no text at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import vl_convert

from innspill.stages.reports.core.values import Figures, GroupFigures, QuestionFigures
from innspill.stages.reports.core.words import Words, words_in

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK = "#1E2B3C"
COLOURS = {
    "supports": "#0B5C8A",
    "criticises": "#A8431A",
    "neutral": "#5B6675",
    "unclear": "#6E4A9E",
    "text": "#3F6B57",
    "silent": "#858E9B",
}
"""All at least 3:1 against white (WCAG 1.4.11), the same meaning in every chart."""

PALE = "#DDE3EA"
BAR: dict[str, Any] = {"type": "bar", "height": 13, "yOffset": 9}
WORD_WIDTH, WEB_WIDTH = 460, 270
ROW_HEIGHT = 38
PIXELS = 2.5
"""How many pixels of a PNG stand for one unit: sharp in print at the width of a page."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its count and the meaning that gives its colour.

    `of` is the whole that the count is a part of, drawn as a pale bar behind it.
    """

    name: str
    count: int
    meaning: str
    of: int | None = None

    @property
    def label(self) -> str:
        """What stands at the bar's end: "5", or "5 / 7" where it is a part of a whole."""
        return str(self.count) if self.of is None else f"{self.count} / {self.of}"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's bars with its title, and the same said in words for those who cannot see it.

    `full` is the count that a bar as long as the chart would stand for: bars show their share of
    the denominator, so that one of two does not look like all.
    """

    title: str
    bars: tuple[Bar, ...]
    full: int
    unit: str

    @property
    def caption(self) -> str:
        """Title and unit, for the line under the chart."""
        return f"{self.title}. {self.unit}."

    @property
    def description(self) -> str:
        """The figures of the chart in one sentence."""
        said = ", ".join(f"{bar.name}: {bar.label}" for bar in self.bars)
        return f"{self.title}. {said}."


def question_chart(question: QuestionFigures, language: str) -> Chart:
    """How all respondents answered one question; what nobody did is left out."""
    words = words_in(language)
    total = question.total
    counts = dict(total.choices)
    bars = [
        Bar(choice_name(text, effect, words), counts[choice], effect)
        for choice, text, effect in question.choices
    ]
    rest = (
        Bar(words.unclear, total.unclear, "unclear"),
        Bar(words.no_comment, total.no_comment, "neutral"),
        Bar(words.text_only, total.text_only, "text"),
        Bar(words.silent, total.silent, "silent"),
    )
    bars.extend(bar for bar in rest if bar.count)
    title = words.chart_question.format(question=question.question)
    return Chart(title, tuple(bars), total.respondents, words.unit_responses)


def answered_chart(groups: Sequence[GroupFigures], names: Sequence[str], language: str) -> Chart:
    """How many lines of the list answered, group by group; `names` are the groups as shown."""
    words = words_in(language)
    bars = tuple(
        Bar(name, group.answered, "supports", group.invited)
        for group, name in zip(groups, names, strict=True)
    )
    full = max((group.invited for group in groups), default=0)
    return Chart(words.chart_answered, bars, full, words.unit_bodies)


def choice_name(text: str, effect: str, words: Words) -> str:
    """A choice as charts and tables call it, with what a tick means for what is heard."""
    meaning = {"supports": words.effect_supports, "criticises": words.effect_criticises}
    return f"{text} ({meaning[effect]})" if effect in meaning else text


@lru_cache(maxsize=256)
def as_png(chart: Chart) -> bytes:
    """The chart as PNG on white, for documents: drawn once for Word and PDF."""
    drawn = vl_convert.vegalite_to_png(json.dumps(_spec(chart, WORD_WIDTH)), scale=PIXELS)
    return bytes(drawn)


@lru_cache(maxsize=256)
def as_svg(chart: Chart) -> str:
    """The chart as SVG without styles or scripts, hidden from readers of the screen.

    Put it in an element with role="img" and the chart's description as its label.
    """
    svg = str(vl_convert.vegalite_to_svg(json.dumps(_spec(chart, WEB_WIDTH))))
    svg = re.sub(r"^<svg ", '<svg aria-hidden="true" focusable="false" ', svg.strip())
    if "<style" in svg or " style=" in svg or "<script" in svg:
        raise AssertionError("the chart has styles or scripts that a strict policy would block")
    return svg


def web_charts(figures: Figures, group_names: Sequence[str]) -> dict[str, dict[str, str]]:
    """The charts of a result page: "answered", and one by the id of each question ("q-1")."""
    language = figures.language
    charts = {"answered": answered_chart(figures.groups, group_names, language)}
    for question in figures.questions:
        charts[f"q-{question.question}"] = question_chart(question, language)
    return {
        key: {"svg": as_svg(chart), "description": chart.description, "title": chart.title}
        for key, chart in charts.items()
        if chart.bars
    }


def _spec(chart: Chart, width: int) -> dict[str, Any]:
    rows = [
        {
            "order": order,
            "name": bar.name,
            "count": bar.count,
            "label": bar.label,
            "of": bar.of or 0,
            "end": max(bar.count, bar.of or 0),
            "colour": COLOURS[bar.meaning],
        }
        for order, bar in enumerate(chart.bars)
    ]
    scale = {"domain": [0, max(chart.full, 1)], "nice": False}
    text: dict[str, Any] = {"type": "text", "align": "left", "color": INK, "fontSize": 12}
    name = text | {"x": 0, "yOffset": -8, "limit": width + 30}
    label = text | {"dx": 6, "yOffset": 10, "fontWeight": "bold"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": {"step": ROW_HEIGHT},
        # Whoever has not the font may have a wider one: there is room for the numbers at the right.
        "padding": {"left": 4, "top": 4, "bottom": 4, "right": 14},
        "background": "white",
        "data": {"values": rows},
        "encoding": {"y": {"field": "order", "type": "ordinal", "axis": None}},
        "layer": [
            {"mark": BAR | {"color": PALE}, "encoding": {"x": _length("of", scale)}},
            {
                "mark": BAR,
                "encoding": {
                    "x": _length("count", scale),
                    "color": {"field": "colour", "type": "nominal", "scale": None},
                },
            },
            {"mark": name, "encoding": {"text": {"field": "name"}}},
            {"mark": label, "encoding": {"x": _length("end", scale), "text": {"field": "label"}}},
        ],
        "config": {"font": FONT, "view": {"stroke": None}, "aria": False},
    }


def _length(field: str, scale: dict[str, Any]) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "axis": None, "scale": scale}
