"""The report while it is written for typst: blocks of plain data, and pictures by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from innspill.stages.consultations.core.form_outline import shown
from innspill.stages.reports.core.charts import as_png
from innspill.stages.reports.core.letterhead import framed
from innspill.stages.reports.core.paper_words import paper_words_in
from innspill.stages.reports.core.papers import TitlePage, anchor_of, pieces_of
from innspill.stages.reports.core.parts.values import (
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Sentence,
    Table,
)
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
    """All that the PDF says, in its order. Sources are left to the Word file, the page and the data."""

    words: Words
    language: str
    blocks: list[Json] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    numbered: bool = True
    """Whether the headings of the part that is being written have numbers."""

    def front(self, page: TitlePage) -> None:
        """What it is, its facts and what it lacks; the title is the document's own."""
        own = paper_words_in(self.language)
        kind = f"{page.kind} ({page.partial})" if page.partial else page.kind
        told = [[shown(name), shown(value)] for name, value in page.facts]
        left = {"intro": own.left_intro, "lines": list(page.left)}
        self._add(
            "front",
            kind=kind,
            title=shown(page.title),
            facts=told,
            left=left,
            contents=page.contents,
        )

    def begin(self, part: ReportPart) -> None:
        """The part's heading; typst numbers those of the outline itself."""
        self.numbered = part.numbered
        if part.heading:
            numbered = part.numbered and part.level < 3
            self._add("heading", text=shown(part.heading), level=part.level, numbered=numbered)

    def end(self, part: ReportPart) -> None:
        """Nothing closes a part here."""

    def heading(self, block: Heading) -> None:
        """A heading inside a part."""
        self._add(
            "heading",
            text=shown(block.text),
            level=block.level,
            numbered=self.numbered and block.level < 3,
        )

    def paragraph(self, block: Paragraph) -> None:
        """Sentences one after the other."""
        look = LOOKS.get(block.style, "text")
        line = self._line(block.sentences, block.label, block.language)
        if look == "bullet":
            self._bullet(line)
        else:
            self._add(look, **line)

    def bullets(self, block: Bullets) -> None:
        """A list with one bullet for each line."""
        if block.lines:
            self._add("bullets", lines=[])
        for line in block.lines:
            self._bullet(self._line([line]))

    def quote(self, block: Quote, *, named: bool) -> None:
        """Words of a response. Who is not in the list of who answered has no link."""
        if named:
            anchor = anchor_of(block.reference)
            known = anchor if anchor in self.anchors else ""
            name = _pieces([Sentence(block.name)])
            self._add("sender", name=name, reference=shown(block.reference), anchor=known)
        self._add("quote", **self._line([Sentence(block.text)], language=block.language))

    def table(self, block: Table) -> None:
        """A table. An anchor that stands already leads to where it stood first."""
        fresh = [anchor if anchor not in self.anchors else "" for anchor in block.anchors]
        self.anchors.update(block.anchors)
        self._add(
            "table",
            caption=shown(block.caption),
            header=[shown(each) for each in block.header],
            rows=[[shown(cell.text) for cell in row] for row in block.rows],
            widths=[float(width) for width in block.widths],
            numeric=len(block.header) if block.numeric is None else block.numeric,
            strong=list(block.strong),
            anchors=fresh or [""] * len(block.rows),
        )

    def picture(self, block: Picture) -> None:
        """A chart as a picture, with its figures in words for those who do not see it."""
        chart = block.chart
        name = f"chart-{len(self.pictures) + 1}.svg"
        self.pictures[name] = framed(as_png(chart))
        self._add("chart", file=name, alt=shown(chart.description), caption=shown(chart.caption))

    def _line(
        self, sentences: Iterable[Sentence], label: str = "", language: str | None = None
    ) -> Json:
        return {
            "label": shown(label),
            "pieces": _pieces(sentences),
            "language": language or self.language,
        }

    def _bullet(self, line: Json) -> None:
        if self.blocks and self.blocks[-1]["is"] == "bullets":
            self.blocks[-1]["lines"].append(line)
        else:
            self._add("bullets", lines=[line])

    def _add(self, kind: str, /, **block: Any) -> None:
        self.blocks.append({"is": kind, **block})


def _pieces(sentences: Iterable[Sentence]) -> list[Json]:
    """Sentences with the marks of footnotes and the names in italics apart."""
    found: list[Json] = []
    for index, sentence in enumerate(sentences):
        pieces = [
            {"text": piece.text, "raised": piece.raised, "italic": piece.italic}
            for piece in pieces_of(shown(sentence.text), sentence.emphasis)
        ]
        if index:
            found.append({"text": " ", "raised": False, "italic": False})
        found.extend(pieces)
    return found
