"""The report while it is written for typst: blocks of plain data, and pictures by name."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.reports.core.chapters.paper import MARK, anchor_of
from innspill.stages.reports.core.charts import Chart, as_png
from innspill.stages.reports.core.words import Words

BULLET = "List Bullet"
LOOKS = {
    "Innspill Question": "question", "Innspill Note": "note", "Innspill Quote": "quote",
    "Innspill Decision": "decision", BULLET: "bullet",
}  # fmt: skip
"""What the layout calls the styles of the Word report."""
Json = dict[str, Any]


@dataclass(slots=True)
class Sheets:
    """All that the PDF says, in its order."""

    words: Words
    language: str
    blocks: list[Json] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)

    def front(self, kind: str, title: str, facts: Sequence[tuple[str, str]]) -> None:
        """What it is and its facts; the title is the document's own."""
        told = [[shown(name), shown(value)] for name, value in facts]
        self._add("front", kind=kind, title=shown(title), facts=told)

    def heading(self, text: str, level: int = 1, *, numbered: bool = True) -> None:
        """A heading; typst numbers those of the outline itself."""
        self._add("heading", text=shown(text), level=level, numbered=numbered and level < 3)

    def text(self, text: str, style: str = "Normal", tag: str | None = None) -> None:
        """A paragraph, or a line of a list."""
        self._write("", text, style, tag)

    def labelled(self, label: str, text: str, style: str = "Normal") -> None:
        """The same, beginning with a word in bold."""
        self._write(shown(label), text, style, None)

    def sender(self, name: str, reference: str) -> None:
        """Who the remarks below are from. Who is not in the list of who answered has no link."""
        anchor = anchor_of(reference)
        known = anchor if anchor in self.anchors else ""
        self._add("sender", name=_pieces(name), reference=shown(reference), anchor=known)

    def bullets(self, lines: Sequence[str]) -> None:
        """A list with one bullet for each line."""
        for line in lines:
            self.text(line, BULLET)

    def table(
        self, caption: str, header: Sequence[str], rows: Sequence[Sequence[str]],
        widths: Sequence[float], *, numeric: int | None = None, strong: Sequence[int] = (),
        anchors: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """A table. An anchor that stands already leads to where it stood first."""
        fresh = [anchor if anchor not in self.anchors else "" for anchor in anchors]
        self.anchors.update(anchors)
        self._add(
            "table",
            caption=shown(caption),
            header=[shown(each) for each in header],
            rows=[[shown(cell) for cell in row] for row in rows],
            widths=[float(width) for width in widths],
            numeric=len(header) if numeric is None else numeric,
            strong=list(strong),
            anchors=fresh or [""] * len(rows),
        )

    def chart(self, chart: Chart) -> None:
        """A chart as a picture, with its figures in words for those who do not see it."""
        name = f"chart-{len(self.pictures) + 1}.svg"
        self.pictures[name] = _framed(as_png(chart))
        self._add("chart", file=name, alt=shown(chart.description), caption=shown(chart.caption))

    def _write(self, label: str, text: str, style: str, tag: str | None) -> None:
        look = LOOKS.get(style, "text")
        line = {"label": label, "pieces": _pieces(text), "language": tag or self.language}
        if look != "bullet":
            self._add(look, **line)
        elif self.blocks and self.blocks[-1]["is"] == "bullets":
            self.blocks[-1]["lines"].append(line)
        else:
            self._add("bullets", lines=[line])

    def _add(self, kind: str, /, **block: Any) -> None:
        self.blocks.append({"is": kind, **block})


def _pieces(text: str) -> list[Json]:
    """`text` with the marks of footnotes apart."""
    parts = enumerate(MARK.split(shown(text)))
    return [{"text": piece, "raised": bool(index % 2)} for index, piece in parts if piece]


def _framed(png: bytes) -> bytes:
    """The picture in a frame of text: typst takes files that it is handed as text alone."""
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    size, inside = f'width="{width}" height="{height}"', base64.b64encode(png).decode("ascii")
    image = f'<image {size} href="data:image/png;base64,{inside}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'.encode("ascii")
