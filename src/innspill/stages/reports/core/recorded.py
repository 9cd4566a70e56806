"""The old chapters as parts: what they would write on a paper, held as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from innspill.stages.reports.core.charts import Chart
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Sentence,
    Source,
    Table,
)  # fmt: skip
from innspill.stages.reports.core.words import Words


@dataclass(slots=True)
class Recorder:
    words: Words
    language: str
    parts: list[ReportPart] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    title: tuple[str, bool] = ("", True)
    by: tuple[str, str] = ("", "")

    def front(self, kind: str, title: str, facts: Sequence[tuple[str, str]]) -> None:
        pass

    def heading(self, text: str, level: int = 1, *, numbered: bool = True) -> None:
        if level == 1:
            self.close()
            self.title = (text, numbered)
        else:
            self.blocks.append(Heading(text, level))

    def close(self) -> None:
        if self.title[0]:
            key = f"part:{len(self.parts) + 1}"
            self.parts.append(
                ReportPart(key, self.title[0], 1, tuple(self.blocks), numbered=self.title[1])
            )
        self.blocks = []

    def text(self, text: str, style: str = "Normal", tag: str | None = None) -> None:
        if style == "Innspill Quote":
            self.blocks.append(Quote(text, *self.by, tag, Source("comment", "", (self.by[1],))))
        else:
            self.blocks.append(Paragraph((Sentence(text),), style, language=tag))

    def labelled(self, label: str, text: str, style: str = "Normal") -> None:
        self.blocks.append(Paragraph((Sentence(text),), style, label))

    def sender(self, name: str, reference: str) -> None:
        self.by = (name, reference)

    def bullets(self, lines: Sequence[str]) -> None:
        self.blocks.append(
            Bullets(tuple(Sentence(line, (Source("figure", "/answered"),)) for line in lines))
        )

    def table(
        self, caption: str, header: Sequence[str], rows: Sequence[Sequence[str]],
        widths: Sequence[float], *, numeric: int | None = None, strong: Sequence[int] = (),
        anchors: Sequence[str] = (),
    ) -> None:  # fmt: skip
        cells = tuple(
            tuple(Sentence(cell, (Source("figure", f"/groups/{at}"),)) for cell in row)
            for at, row in enumerate(rows)
        )
        self.blocks.append(
            Table(
                caption, tuple(header), cells, tuple(widths), numeric, tuple(strong), tuple(anchors)
            )
        )

    def chart(self, chart: Chart) -> None:
        self.blocks.append(Picture(chart))
