"""The report while it is written as a page: accessible HTML, each sentence with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from innspill.stages.reports.core.markup import Html, el, join
from innspill.stages.reports.core.paper_words import PaperWords
from innspill.stages.reports.core.papers import TitlePage, anchor_of, pieces_of
from innspill.stages.reports.core.parts.values import (
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Quote,
    ReportPart,
    Sentence,
    Source,
    Table,
)
from innspill.stages.reports.core.source_words import Said
from innspill.stages.reports.core.web.parts import figure, foreign
from innspill.stages.reports.core.words import Words

CLASSES = {
    "Innspill Question": "question", "Innspill Note": "note", "Innspill Decision": "decision note",
}  # fmt: skip
"""What the page calls the styles of the Word report."""
_REFERENCE = re.compile(r"(\d+/\d+-\d+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(slots=True)
class WebPaper:
    """The page's content, from its beginning to its end. Without `said` no sources are written."""

    words: Words
    paper_words: PaperWords
    language: str
    said: Said | None = None
    hrefs: Mapping[str, str] = field(default_factory=dict)
    """Where a response stands, by its reference; else a reference leads to the list of who answered."""
    page: TitlePage | None = None
    blocks: list[Html] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    counters: list[int] = field(default_factory=lambda: [0, 0])
    numbers: dict[str, int] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    numbered: bool = True
    """Whether the headings of the part that is being written have numbers."""
    told: str = ""
    """The sources of the sentence before."""

    def front(self, page: TitlePage) -> None:
        """Kept for the page's head."""
        self.page = page

    def begin(self, part: ReportPart) -> None:
        """The part's heading."""
        self.numbered, self.told = part.numbered, ""
        if part.heading:
            self._heading(part.heading, part.level, numbered=part.numbered)

    def end(self, part: ReportPart) -> None:
        """Nothing closes a part here."""

    def heading(self, block: Heading) -> None:
        """A heading inside a part."""
        self._heading(block.text, block.level, numbered=self.numbered)

    def paragraph(self, block: Paragraph) -> None:
        """Sentences, each followed by the mark of its sources."""
        label = el("strong", f"{block.label} ") if block.label else None
        said = self._sentences(block.sentences, listed=block.style == "List Bullet")
        if block.style == "List Bullet":
            self._item(el("li", label, said))
            return
        tag = foreign(block.language, self.language)
        name = "blockquote" if block.style == "Innspill Quote" else "p"
        self.blocks.append(el(name, label, said, class_=CLASSES.get(block.style), lang=tag))

    def bullets(self, block: Bullets) -> None:
        """A list with one bullet for each line."""
        if block.lines:
            self.blocks.append(
                el("ul", *(el("li", self._sentences([line], listed=True)) for line in block.lines))
            )

    def quote(self, block: Quote, *, named: bool) -> None:
        """Words of a response, under a link from its reference to its line in the list."""
        if named:
            name = el("strong", block.name)
            reference = self._reference(block.reference)
            self.blocks.append(el("p", name, " (", reference, ")", class_="sender"))
        tag = foreign(block.language, self.language)
        self.blocks.append(el("blockquote", _shown(block.text, ()), lang=tag))

    def table(self, block: Table) -> None:
        """A table with its caption, its first column as row headers. It scrolls on a phone."""
        sources = [source for row in block.rows for cell in row for source in cell.sources]
        caption = self._caption(self.words.table_caption, block.caption)
        head = [
            el("th", name, scope="col", class_=_number(block, at))
            for at, name in enumerate(block.header)
        ]
        rows = [self._row(block, at) for at in range(len(block.rows))]
        made = el(
            "table",
            el("caption", caption, self._sourced(sources)),
            el("thead", el("tr", *head)),
            el("tbody", *rows),
        )
        self.blocks.append(
            el("div", made, class_="table", role="group", aria_label=caption, tabindex="0")
        )

    def picture(self, block: Picture) -> None:
        """A chart with its figures in words for those who do not see it."""
        caption = self._caption(self.words.figure_caption, block.chart.caption)
        self.blocks.append(figure(block.chart, join([caption, self._sourced(block.sources)])))

    def _reference(self, reference: str) -> str:
        anchor = anchor_of(reference)
        href = self.hrefs.get(reference) or (f"#{anchor}" if anchor in self.anchors else "")
        return el("a", reference, href=href) if href else reference

    def _row(self, block: Table, at: int) -> Html:
        anchor = block.anchors[at] if at < len(block.anchors) else ""
        if anchor in self.anchors:
            anchor = ""
        self.anchors.add(anchor)
        cells = [
            el(
                "td" if column else "th",
                self._reference(cell.text)
                if cell.text in self.hrefs
                else _shown(cell.text, cell.emphasis),
                scope=None if column else "row",
                class_=_number(block, column),
            )
            for column, cell in enumerate(block.rows[at])
        ]
        return el("tr", *cells, class_="sum" if at in block.strong else None, id=anchor or None)

    def _heading(self, text: str, level: int, *, numbered: bool) -> None:
        shown, anchor = text, None
        if level <= 2:
            if numbered:
                self.counters[level - 1] += 1
                if level == 1:
                    self.counters[1] = 0
                number = ".".join(str(each) for each in self.counters[:level])
                shown = f"{number} {text}"
            anchor = f"del-{len(self.entries) + 1}"
            self.entries.append(Entry(level, shown, anchor))
        self.blocks.append(el(f"h{min(level + 1, 6)}", shown, id=anchor))

    def _item(self, item: Html) -> None:
        """Lines of a list that come one by one stand in one list."""
        if self.blocks and self.blocks[-1].startswith("<ul>"):
            self.blocks[-1] = Html(self.blocks[-1].removesuffix("</ul>") + item + "</ul>")
        else:
            self.blocks.append(el("ul", item))

    def _sentences(self, sentences: Iterable[Sentence], *, listed: bool = False) -> Html:
        said: list[Html | str] = []
        for index, sentence in enumerate(sentences):
            if index:
                said.append(" ")
            said.append(_shown(sentence.text, sentence.emphasis))
            said.append(self._sourced(sentence.sources, listed=listed))
        return join(said)

    def _sourced(self, sources: Sequence[Source], *, listed: bool = False) -> Html:
        """The mark that leads to the sources, among the last things on the page. Lines of a list
        that have the same ones share the first mark.
        """
        told, before = self.said.told(sources) if self.said else "", self.told
        self.told = told
        if not told or (listed and told == before):
            return Html("")
        self.notes.append(told)
        number = len(self.notes)
        label = f"{self.paper_words.source} {number}"
        link = el("a", str(number), href=f"#kilde-{number}", id=f"til-{number}", aria_label=label)
        return el("sup", link, class_="source")

    def _caption(self, kind: str, text: str) -> str:
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        return f"{kind} {self.numbers[kind]}. {text}"


def _number(block: Table, column: int) -> str | None:
    return "n" if block.numeric is not None and column >= block.numeric else None


def _shown(text: str, emphasis: Sequence[str]) -> Html:
    """Text with footnote marks raised and names in italics."""
    pieces: list[Html | str] = []
    for piece in pieces_of(text, emphasis):
        if piece.raised:
            pieces.append(el("sup", piece.text))
        elif piece.italic:
            pieces.append(el("em", piece.text))
        else:
            pieces.extend(_whole(piece.text))
    return join(pieces)


def _whole(text: str) -> Iterator[Html | str]:
    """Text whose references are never parted at the end of a line."""
    for at, piece in enumerate(_REFERENCE.split(text)):
        yield el("span", piece, class_="ref") if at % 2 else piece
