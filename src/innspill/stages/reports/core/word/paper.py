"""The report while it is written: headings with links, tables with captions, pictures with text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

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

MARK = re.compile(r"\[\^([^\]\s]{1,10})\]")
"""A footnote's mark as reading leaves it in the text: "[^1]"."""


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

    def to_reference(self, paragraph: Any, reference: str) -> None:
        """A link from a reference to its line in the list of who answered."""
        link(paragraph, reference, anchor_of(reference))

    def break_before_next(self) -> None:
        """The next heading begins a new page."""
        self.on_new_page = True

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


def anchor_of(reference: str) -> str:
    """The bookmark of a response: letters, digits and underscores, 40 at the most."""
    return ("ref_" + re.sub(r"[^A-Za-z0-9]+", "_", reference))[-40:]


def insert_contents(paper: Paper, before: Any) -> None:
    """The table of contents, filled in, in the place of the empty paragraph `before`.

    Each entry leads to its chapter. Page numbers are fields without a value: Word fills them in
    when it prints or when the table is updated, which is honest where nobody has laid out a page.
    """
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
