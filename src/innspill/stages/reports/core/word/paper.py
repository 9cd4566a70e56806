"""The report while it is written: headings with links, tables with captions, pictures with text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from innspill.stages.reports.core.chapters.paper import MARK, anchor_of
from innspill.stages.reports.core.charts import Chart, as_png
from innspill.stages.reports.core.word.ooxml import (
    bookmark,
    clean,
    element,
    field,
    in_language,
    link,
)
from innspill.stages.reports.core.word.setup import TAGS, TEXT_WIDTH, unnumbered
from innspill.stages.reports.core.word.table import add_table
from innspill.stages.reports.core.words import Words


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for the table of contents: level 1 or 2, its number as shown, its bookmark."""

    level: int
    number: str
    text: str
    anchor: str


@dataclass(slots=True)
class Paper:
    """A document being written, from its beginning to its end."""

    document: Any
    words: Words
    language: str
    headings: list[Heading] = attribute(default_factory=list)
    counters: list[int] = attribute(default_factory=lambda: [0, 0])
    captions: dict[str, int] = attribute(default_factory=dict)
    bookmarks: int = 0
    style_ids: dict[str, str] = attribute(default_factory=dict)
    on_new_page: bool = False
    contents: Any = None
    """The empty paragraph that the table of contents takes the place of."""

    def front(self, kind: str, title: str, facts: Sequence[tuple[str, str]]) -> None:
        """The first page; what comes after it begins a new one."""
        self.text(kind, "Subtitle")
        self.text(title, "Title")
        for name, value in facts:
            paragraph = self.labelled(f"{name}:", value)
            paragraph.paragraph_format.space_after = 0
        self.text(self.words.contents, "Innspill Contents")
        self.on_new_page = True
        self.contents = self.text("", "Innspill Note")

    def heading(self, text: str, level: int = 1, *, numbered: bool = True) -> None:
        """A heading of the outline, with a bookmark for the table of contents."""
        paragraph = self.document.add_heading(clean(text), level)
        if self.on_new_page:
            paragraph.paragraph_format.page_break_before = True
            self.on_new_page = False
        if level > 2:
            return
        number = self._next_number(level) if numbered else ""
        if not numbered:
            unnumbered(paragraph)
        anchor = f"_Toc{len(self.headings) + 1:06d}"
        self.mark(paragraph, anchor)
        self.headings.append(Heading(level, number, clean(text), anchor))

    def mark(self, paragraph: Any, anchor: str) -> None:
        """Gives a paragraph a bookmark."""
        self.bookmarks += 1
        bookmark(paragraph, self.bookmarks, anchor)

    def text(self, text: str, style: str = "Normal", tag: str | None = None) -> Any:
        """A paragraph of plain text; `tag` is its language where it is another than the report's."""
        paragraph = self._paragraph()
        if style != "Normal":
            paragraph._p.style = self._style_id(style)  # noqa: SLF001
        self.runs(paragraph, text, tag)
        return paragraph

    def _paragraph(self) -> Any:
        """A new last paragraph, put in front of the section's properties, which end the body:
        python-docx looks through the whole body for that place each time.
        """
        made = element("w:p")
        self.document.element.body[-1].addprevious(made)
        return Paragraph(made, self.document._body)  # noqa: SLF001

    def _style_id(self, name: str) -> str:
        """The style's id, looked up once: python-docx goes through all styles each time."""
        if name not in self.style_ids:
            self.style_ids[name] = self.document.styles[name].style_id
        return self.style_ids[name]

    def runs(self, paragraph: Any, text: str, tag: str | None = None) -> None:
        """Adds `text` to a paragraph, footnote marks raised."""
        for index, piece in enumerate(MARK.split(clean(text))):
            if not piece:
                continue
            run = paragraph.add_run(piece)
            run.font.superscript = True if index % 2 else None
            if tag and TAGS.get(tag) and tag != self.language:
                in_language(run, TAGS[tag])

    def bullets(self, lines: Sequence[str]) -> None:
        """A list with one bullet for each line."""
        for line in lines:
            self.text(line, "List Bullet")

    def table(
        self, caption: str, header: Sequence[str], rows: Sequence[Sequence[str]],
        widths: Sequence[float], *, numeric: int | None = None, strong: Sequence[int] = (),
        anchors: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """A table under its caption. `widths` are shares of the text's width; columns from
        `numeric` on are numbers; `strong` rows are sums; `anchors` are the rows' bookmarks.
        """
        self._keep_last_with_next()
        above = self._caption(self.words.table_caption, caption)
        above.paragraph_format.keep_with_next = True
        whole = sum(widths)
        cells = add_table(
            self.document, caption, header, rows,
            [TEXT_WIDTH * width / whole for width in widths], numeric=numeric, strong=strong,
        )  # fmt: skip
        for paragraph, anchor in zip(cells, anchors, strict=False):
            self.mark(paragraph, anchor)
        after = self.document.add_paragraph()
        after.paragraph_format.space_after = 0
        after.paragraph_format.line_spacing = 0.8

    def _keep_last_with_next(self) -> None:
        """Text that leads to a table stands on the table's page."""
        last = self.document.element.body[-2]
        if last.tag == qn("w:p") and any(last.itertext()):
            Paragraph(last, self.document._body).paragraph_format.keep_with_next = True  # noqa: SLF001

    def chart(self, chart: Chart) -> None:
        """A chart as a picture with its figures as alternative text, above its caption."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.keep_with_next = True
        picture = paragraph.add_run().add_picture(io.BytesIO(as_png(chart)), width=Cm(13.2))
        named = picture._inline.docPr  # noqa: SLF001
        named.set("descr", clean(chart.description))
        named.set("title", clean(chart.title))
        under = self._caption(self.words.figure_caption, chart.caption)
        under.paragraph_format.space_before, under.paragraph_format.space_after = Pt(2), Pt(12)

    def labelled(self, label: str, text: str, style: str = "Normal") -> Any:
        """A paragraph that begins with a word in bold."""
        paragraph = self.text("", style)
        paragraph.add_run(f"{label} ").bold = True
        self.runs(paragraph, text)
        return paragraph

    def sender(self, name: str, reference: str) -> None:
        """Who it is from, with a link from the reference to its line in the list of who answered."""
        paragraph = self.text("", "Innspill Sender")
        self.runs(paragraph, name)
        for run in paragraph.runs:
            run.bold = True
        paragraph.add_run(" (")
        link(paragraph, reference, anchor_of(reference))
        paragraph.add_run(")")

    def _next_number(self, level: int) -> str:
        self.counters[level - 1] += 1
        if level == 1:
            self.counters[1] = 0
        return ".".join(str(each) for each in self.counters[:level])

    def _caption(self, kind: str, text: str) -> Any:
        self.captions[kind] = self.captions.get(kind, 0) + 1
        paragraph = self.document.add_paragraph(style="Caption")
        paragraph.add_run(f"{kind} ")
        field(paragraph, f"SEQ {kind} \\* ARABIC", str(self.captions[kind]))
        paragraph.add_run(f". {clean(text)}")
        return paragraph


def insert_contents(paper: Paper) -> None:
    """The table of contents, filled in, in the place of the empty paragraph that waits for it.

    Each entry leads to its chapter. Page numbers are fields without a value: Word fills them in
    when it prints or when the table is updated, which is honest where nobody has laid out a page.
    """
    before = paper.contents
    for index, heading in enumerate(paper.headings):
        paragraph = before.insert_paragraph_before(style=f"toc {heading.level}")
        if index == 0:
            _open_field(paragraph, 'TOC \\o "1-2" \\h \\z \\u')
        shown = f"{heading.number}  {heading.text}" if heading.number else heading.text
        link(paragraph, shown, heading.anchor)
        if index == len(paper.headings) - 1:
            paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))  # noqa: SLF001
    before._p.getparent().remove(before._p)  # noqa: SLF001


def _open_field(paragraph: Any, instruction: str) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="begin"))  # noqa: SLF001
    code = element("w:instrText")
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    code.text = f" {instruction} "
    paragraph.add_run()._r.append(code)  # noqa: SLF001
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))  # noqa: SLF001
