"""The report while it is written in Word: parts in content controls, with real headings and lists."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph as DocxParagraph

from innspill.stages.reports.core.charts import as_png
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
from innspill.stages.reports.core.word.endnotes import Endnotes
from innspill.stages.reports.core.word.fragments import Fragments
from innspill.stages.reports.core.word.ooxml import bookmark, clean, element, field, link, run_of
from innspill.stages.reports.core.word.setup import TAGS, TEXT_WIDTH, unnumbered
from innspill.stages.reports.core.word.table import table_xml
from innspill.stages.reports.core.word.tags import END, control, mark, mark_end
from innspill.stages.reports.core.words import Words

BULLET = "List Bullet"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: level 1 or 2, its number as shown, its bookmark."""

    level: int
    number: str
    text: str
    anchor: str


@dataclass(slots=True)
class WordPaper:
    """A document being written, from its beginning to its end.

    What is written goes in front of `before`: the end of the body, or the place that a body's own
    template has for the report. `said` puts sources in words; without it none are written.
    """

    document: Any
    words: Words
    paper_words: PaperWords
    language: str
    before: Any
    fragments: Fragments
    endnotes: Endnotes
    said: Said | None = None
    own_title: bool = True
    """Whether the title page is ours; a template has its own."""
    entries: list[Entry] = attribute(default_factory=list)
    counters: list[int] = attribute(default_factory=lambda: [0, 0])
    captions: dict[str, int] = attribute(default_factory=dict)
    anchors: set[str] = attribute(default_factory=set)
    bookmarks: int = 0
    controls: int = 0
    pictures: int = 0
    style_ids: dict[str, str] = attribute(default_factory=dict)
    on_new_page: bool = False
    numbered: bool = True
    """Whether the headings of the part that is being written have numbers."""
    told: str = ""
    """The sources of the sentence before: lines of a list that have the same ones share its mark."""
    contents: Any = None
    """The empty paragraph that the table of contents takes the place of."""
    inside: Any = None
    """The content of the part that is being written."""

    def front(self, page: TitlePage) -> None:
        """The first page; what comes after it begins a new one."""
        if self.own_title:
            kind = f"{page.kind} ({page.partial})" if page.partial else page.kind
            self.line(kind, "Subtitle")
            self.line(page.title, "Title")
            for name, value in page.facts:
                made = self.labelled(f"{name}:", value)
                self._styled(made).paragraph_format.space_after = 0
        if page.left:
            self.line(self.paper_words.left_intro, "Innspill Warning")
            for sentence in page.left:
                self.line(sentence, BULLET)
        if self.own_title and page.contents:
            self.line(self.words.contents, "Innspill Contents")
            self.on_new_page = True
            self.contents = self.line("", "Innspill Note")

    def begin(self, part: ReportPart) -> None:
        """The part's content control, and its heading in it."""
        self.controls += 1
        self.numbered, self.told = part.numbered, ""
        made, self.inside = control(part, self.controls)
        self.before.addprevious(made)
        if part.heading:
            self._heading(part.heading, part.level, numbered=part.numbered)

    def end(self, part: ReportPart) -> None:
        """Closes the part; a control ends with a paragraph."""
        if not len(self.inside) or self.inside[-1].tag != qn("w:p"):
            self._place(element("w:p"))
        self.bookmarks += 1
        mark(self.inside, part.key, self.bookmarks)
        self.fragments.set_aside(self.inside.getparent())
        self.inside = None

    def heading(self, block: Heading) -> None:
        """A heading inside a part."""
        self._heading(block.text, block.level, numbered=self.numbered)

    def paragraph(self, block: Paragraph) -> None:
        """Sentences, each followed by the mark of its sources."""
        made = self._paragraph(block.style)
        if block.label:
            made.append(run_of(f"{block.label} ", bold=True))
        listed = block.style == BULLET
        self._sentences(made, block.sentences, block.language, listed=listed)

    def bullets(self, block: Bullets) -> None:
        """A list with one bullet for each line."""
        for line in block.lines:
            self._sentences(self._paragraph(BULLET), [line], None, listed=True)

    def quote(self, block: Quote, *, named: bool) -> None:
        """Words of a response, under a link from its reference to its line in the list."""
        if named:
            sender = self._paragraph("Innspill Sender")
            self._runs(sender, block.name, bold=True)
            sender.append(run_of(" ("))
            link(sender, block.reference, anchor_of(block.reference))
            sender.append(run_of(")"))
        self._runs(self._paragraph("Innspill Quote"), block.text, tag=block.language)

    def table(self, block: Table) -> None:
        """A table under its caption, which carries the sources of all its cells."""
        self._keep_last_with_next()
        sources = [source for row in block.rows for cell in row for source in cell.sources]
        above = self._caption(self.words.table_caption, block.caption, sources)
        self._styled(above).paragraph_format.keep_with_next = True
        whole = sum(block.widths)
        rows = [[cell.text for cell in row] for row in block.rows]
        widths = [TEXT_WIDTH * width / whole for width in block.widths]
        table = table_xml(
            block.caption, block.header, rows, widths, numeric=block.numeric, strong=block.strong,
            anchors=[self._fresh(anchor) for anchor in block.anchors],
            declaring=self.fragments.declaring,
        )  # fmt: skip
        self._place(self.fragments.kept(table))
        after = self._styled(self._paragraph("Normal")).paragraph_format
        after.space_after, after.line_spacing = 0, 0.8

    def picture(self, block: Picture) -> None:
        """A chart as a picture with its figures as alternative text, above its caption."""
        chart = block.chart
        made = self._paragraph("Innspill Picture")
        paragraph = self._styled(made)
        picture = paragraph.add_run().add_picture(io.BytesIO(as_png(chart)), width=Cm(13.2))
        named = picture._inline.docPr  # noqa: SLF001
        # python-docx looks for the next free number in the tree, where earlier parts are no more.
        self.pictures = max(self.pictures + 1, int(named.get("id") or 0))
        named.set("id", str(self.pictures))
        named.set("name", f"Picture {self.pictures}")
        named.set("descr", clean(chart.description))
        named.set("title", clean(chart.title))
        self._caption(self.words.figure_caption, chart.caption, block.sources)

    def line(self, text: str, style: str = "Normal") -> Any:
        """A paragraph of plain text."""
        made = self._paragraph(style)
        self._runs(made, text)
        return made

    def labelled(self, label: str, text: str) -> Any:
        """A paragraph that begins with a word in bold."""
        made = self._paragraph("Normal")
        made.append(run_of(f"{label} ", bold=True))
        self._runs(made, text)
        return made

    def closing(self) -> None:
        """What stands after the last part: the heading that the sources come under."""
        if self.endnotes.notes:
            self._mark(self._heading(self.paper_words.sources, 1, numbered=False), END)
            self.line(self.paper_words.sources_intro, "Innspill Note")
        elif not self.own_title:
            self.bookmarks += 1
            mark_end(self.before, self.bookmarks)

    def _heading(self, text: str, level: int, *, numbered: bool) -> Any:
        made = self._paragraph(f"Heading {level}")
        paragraph = self._styled(made)
        if self.on_new_page:
            paragraph.paragraph_format.page_break_before = True
            self.on_new_page = False
        made.append(run_of(text))
        if level > 2:
            return made
        number = self._next_number(level) if numbered else ""
        if not numbered:
            unnumbered(paragraph)
        anchor = f"_Toc{len(self.entries) + 1:06d}"
        self._mark(made, anchor)
        self.entries.append(Entry(level, number, clean(text), anchor))
        return made

    def _next_number(self, level: int) -> str:
        self.counters[level - 1] += 1
        if level == 1:
            self.counters[1] = 0
        return ".".join(str(each) for each in self.counters[:level])

    def _sentences(
        self, made: Any, sentences: Iterable[Sentence], tag: str | None, *, listed: bool = False
    ) -> None:
        for index, sentence in enumerate(sentences):
            if index:
                made.append(run_of(" "))
            self._runs(made, sentence.text, tag=tag, emphasis=sentence.emphasis)
            self._sourced(made, sentence.sources, listed=listed)

    def _sourced(self, made: Any, sources: Sequence[Source], *, listed: bool = False) -> None:
        told = self.said.told(sources) if self.said else ""
        if told and not (listed and told == self.told):
            made.append(self.endnotes.add(told))
        self.told = told

    def _runs(
        self, made: Any, text: str, *, tag: str | None = None, emphasis: Sequence[str] = (),
        bold: bool = False,
    ) -> None:  # fmt: skip
        """Adds `text`: `tag` is its language where it is another than the report's."""
        foreign = TAGS.get(tag, "") if tag and tag != self.language else ""
        for piece in pieces_of(clean(text), emphasis):
            made.append(
                run_of(piece.text, bold=bold, italic=piece.italic, raised=piece.raised, tag=foreign)
            )

    def _paragraph(self, style: str) -> Any:
        made = element("w:p")
        if style != "Normal":
            properties = element("w:pPr")
            properties.append(element("w:pStyle", val=self._style_id(style)))
            made.append(properties)
        self._place(made)
        return made

    def _styled(self, made: Any) -> DocxParagraph:
        """A w:p as python-docx knows it, to set its format by name."""
        return DocxParagraph(made, self.document._body)  # noqa: SLF001

    def _place(self, made: Any) -> None:
        if self.inside is None:
            self.before.addprevious(made)
        else:
            self.inside.append(made)

    def _style_id(self, name: str) -> str:
        """The style's id, looked up once: python-docx goes through all styles each time."""
        if name not in self.style_ids:
            self.style_ids[name] = self.document.styles[name].style_id
        return self.style_ids[name]

    def _mark(self, made: Any, anchor: str) -> None:
        """Gives a paragraph a bookmark; the first one of a name keeps it."""
        fresh = self._fresh(anchor)
        if fresh is not None:
            bookmark(made, fresh[0], anchor)

    def _fresh(self, anchor: str) -> tuple[int, str] | None:
        """The number of a new bookmark and its name; None where the name is taken, or none."""
        if not anchor or anchor in self.anchors:
            return None
        self.anchors.add(anchor)
        self.bookmarks += 1
        return self.bookmarks, anchor

    def _keep_last_with_next(self) -> None:
        """Text that leads to a table stands on the table's page."""
        last = self.inside[-1] if self.inside is not None and len(self.inside) else None
        if last is not None and last.tag == qn("w:p") and any(last.itertext()):
            self._styled(last).paragraph_format.keep_with_next = True

    def _caption(self, kind: str, text: str, sources: Sequence[Source]) -> Any:
        self.captions[kind] = self.captions.get(kind, 0) + 1
        made = self._paragraph("Caption")
        made.append(run_of(f"{kind} "))
        field(made, "SEQ {} \\* ARABIC".format(kind.replace(" ", "_")), str(self.captions[kind]))
        made.append(run_of(f". {text}"))
        self._sourced(made, sources)
        return made


def insert_contents(paper: WordPaper) -> None:
    """The table of contents, filled in, in the place of the empty paragraph that waits for it.

    Each entry leads to its chapter. Page numbers are fields without a value: Word fills them in
    when it prints or when the table is updated, which is honest where nobody has laid out a page. The
    paragraph ends the table: some programs lose the text of a paragraph that a field ends before.
    """
    if paper.contents is None:
        return
    waiting = paper.contents
    for index, entry in enumerate(paper.entries):
        made = paper.line("", f"toc {entry.level}")
        waiting.addprevious(made)
        if index == 0:
            _open_field(made, 'TOC \\o "1-2" \\h \\z \\u')
        shown = f"{entry.number}  {entry.text}" if entry.number else entry.text
        link(made, shown, entry.anchor)
    if paper.entries:
        _character(waiting, "end")
    else:
        waiting.getparent().remove(waiting)


def _open_field(made: Any, instruction: str) -> None:
    _character(made, "begin")
    run = element("w:r")
    code = element("w:instrText")
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    code.text = f" {instruction} "
    run.append(code)
    made.append(run)
    _character(made, "separate")


def _character(made: Any, kind: str) -> None:
    run = element("w:r")
    run.append(element("w:fldChar", fldCharType=kind))
    made.append(run)
