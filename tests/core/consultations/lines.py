"""Lines for tests, written as a text would be."""

from __future__ import annotations

from innspill.stages.consultations.core.lines import Line


def paragraphs(*texts: str) -> list[Line]:
    """Whole paragraphs, as a word processor's file has them; "# " marks a heading."""
    return [
        Line(text.lstrip("# "), kind="heading", level=text.count("#"))
        if text.startswith("#")
        else Line(text)
        for text in texts
    ]


def printed(text: str) -> list[Line]:
    """The printed lines of `text`; an empty line is free room."""
    lines: list[Line] = []
    free = True
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line(line, gap=free, whole=False))
        free = not line.strip()
    return lines
