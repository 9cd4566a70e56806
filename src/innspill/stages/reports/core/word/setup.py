"""The empty report: page, type, languages, numbered headings, footer, properties."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATIONSHIP
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from innspill.stages.reports.core.values import Figures
from innspill.stages.reports.core.word.ooxml import clean, element, field
from innspill.stages.reports.core.words import Words

FONT = "Arial"
INK, ACCENT, QUIET = (
    RGBColor(0x1E, 0x2B, 0x3C),
    RGBColor(0x0B, 0x5C, 0x8A),
    RGBColor(0x4A, 0x55, 0x65),
)
WARNING = RGBColor(0x8A, 0x2C, 0x0B)
TEXT_WIDTH = 16.0
"""Centimetres between the margins of an A4 page."""

TAGS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
NUMBERING = 77
"""The id of the headings' own numbering: above all ids of python-docx's template."""

NOBODY_SAID = datetime(2000, 1, 1, tzinfo=UTC)


def empty_report(figures: Figures, words: Words) -> Any:
    """A document with everything set but no content."""
    document = Document()
    _page(document)
    set_language(document, TAGS.get(figures.language, "nb-NO"))
    _styles(document)
    own_styles(document)
    _numbering(document)
    _footer(document, figures, words)
    set_properties(document, figures, words.report_kind)
    _without_thumbnail(document)
    return document


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)


def set_language(document: Any, tag: str) -> None:
    """In docDefaults, where every program looks; and the newest layout rules, so that Word does
    not open the report in compatibility mode.
    """
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    settings = document.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:val"), tag)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _styles(document: Any) -> None:
    styles = document.styles
    _type(styles["Normal"], 10.5, INK, after=6, line=1.2)
    _type(styles["Title"], 24, INK, after=10, bold=True, line=1.1)
    _type(styles["Subtitle"], 11, ACCENT, after=4, bold=True)
    _type(styles["Heading 1"], 17, INK, before=22, after=8, bold=True, line=1.1)
    _type(styles["Heading 2"], 13, INK, before=16, after=5, bold=True, line=1.1)
    _type(styles["Heading 3"], 11, ACCENT, before=10, after=4, bold=True)
    _type(styles["Caption"], 9, QUIET, before=8, after=5, bold=False)
    _type(styles["List Bullet"], 10.5, INK, after=2, line=1.2)
    title = styles["Title"].element.find(qn("w:pPr")).find(qn("w:pBdr"))
    if title is not None:
        title.getparent().remove(title)


def own_styles(document: Any) -> None:
    """Adds the styles that the report's parts need, those that are not there already: what a
    body's template has of that name keeps its look.
    """
    styles = _Styles(document.styles)
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        styles.add(name, 11, INK, before=12, after=4, bold=True)
    styles.add("List Bullet", 0, None, after=2)
    styles.add("Caption", 9, QUIET, before=8, after=5)
    question = styles.add("Innspill Question", 11.5, INK, after=6)
    if question is not None:
        question.font.bold, question.paragraph_format.keep_with_next = True, True
    styles.kept("Innspill Sender", before=8, after=2)
    styles.kept("Innspill Picture", before=4, after=0)
    styles.indented("Innspill Quote", 0, None, after=3)
    styles.indented("Innspill Decision", 10, QUIET, after=5)
    styles.add("Innspill Cell", 9, None, after=0, line=1.05)
    styles.add("Innspill Note", 9, QUIET, after=6)
    warning = styles.add("Innspill Warning", 11, WARNING, before=14, after=4)
    if warning is not None:
        warning.font.bold, warning.paragraph_format.keep_with_next = True, True
    contents = styles.add("Innspill Contents", 13, INK, before=22, after=6)
    if contents is not None:
        contents.font.bold, contents.paragraph_format.keep_with_next = True, True
    for level, indent in ((1, 0.0), (2, 0.7)):
        made = styles.add(f"toc {level}", 0, None, after=3)
        if made is not None:
            made.element.set(qn("w:styleId"), f"TOC{level}")
            made.element.attrib.pop(qn("w:customStyle"), None)
            made.paragraph_format.left_indent = Cm(indent)
            made.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
            made.font.bold = level == 1
    _note_styles(document, styles)


def _note_styles(document: Any, styles: _Styles) -> None:
    """Endnotes, under the ids that every program knows them by."""
    text = styles.add("endnote text", 9, QUIET, after=2)
    if text is not None:
        text.element.set(qn("w:styleId"), "EndnoteText")
        text.element.attrib.pop(qn("w:customStyle"), None)
    if "endnote reference" not in {style.name for style in document.styles}:
        mark = document.styles.add_style("endnote reference", WD_STYLE_TYPE.CHARACTER)
        mark.element.set(qn("w:styleId"), "EndnoteReference")
        mark.element.attrib.pop(qn("w:customStyle"), None)
        mark.font.superscript = True


class _Styles:
    """The styles of a document, added to where a name is not there."""

    def __init__(self, styles: Any) -> None:
        self.styles = styles
        self.names = {style.name for style in styles}

    def add(self, name: str, size: float, colour: Any, **spacing: Any) -> Any:
        """A new paragraph style on the document's own text; None where there is one."""
        if name in self.names:
            return None
        self.names.add(name)
        made = self.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = self.styles["Normal"]
        spaced(made, **spacing)
        if size:
            made.font.size = Pt(size)
        if colour is not None:
            made.font.color.rgb = colour
        return made

    def kept(self, name: str, **spacing: Any) -> None:
        """One that stays with what comes after it."""
        if (made := self.add(name, 0, None, **spacing)) is not None:
            made.paragraph_format.keep_with_next = True

    def indented(self, name: str, size: float, colour: Any, **spacing: Any) -> None:
        """One that stands further in."""
        if (made := self.add(name, size, colour, **spacing)) is not None:
            made.paragraph_format.left_indent = Cm(0.6)


def spaced(
    style: Any, *, before: float = 0, after: float = 0, bold: bool | None = None,
    line: float | None = None,
) -> None:  # fmt: skip
    """Space around a style's paragraphs, in points."""
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    if bold is not None:
        style.font.bold = bold
    if line is not None:
        style.paragraph_format.line_spacing = line


def _type(
    style: Any, size: float, colour: Any, *, before: float = 0, after: float = 0,
    bold: bool | None = None, line: float | None = None,
) -> None:  # fmt: skip
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), FONT)
    style.font.italic = False
    spaced(style, before=before, after=after, bold=bold, line=line)


def _numbering(document: Any) -> None:
    """Headings numbered 1, 1.1 by Word itself, so that a new chapter moves the rest."""
    root = document.part.numbering_part.element
    abstract = element("w:abstractNum", abstractNumId=NUMBERING)
    abstract.append(element("w:multiLevelType", val="multilevel"))
    for level, shown, width in ((0, "%1", 680), (1, "%1.%2", 820)):
        made = element("w:lvl", ilvl=level)
        made.append(element("w:start", val=1))
        made.append(element("w:numFmt", val="decimal"))
        made.append(element("w:pStyle", val=f"Heading{level + 1}"))
        made.append(element("w:suff", val="tab"))
        made.append(element("w:lvlText", val=shown))
        made.append(element("w:lvlJc", val="left"))
        properties = element("w:pPr")
        properties.append(element("w:ind", left=width, hanging=width))
        made.append(properties)
        abstract.append(made)
    first = root.find(qn("w:num"))
    if first is None:
        root.append(abstract)
    else:
        first.addprevious(abstract)
    number = element("w:num", numId=NUMBERING)
    number.append(element("w:abstractNumId", val=NUMBERING))
    root.append(number)
    for level in (0, 1):
        properties = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        properties._insert_numPr(_num(NUMBERING, level))  # noqa: SLF001


def unnumbered(paragraph: Any) -> None:
    """Takes the number from a heading: annexes have none."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties._insert_numPr(_num(0, 0))  # noqa: SLF001
    paragraph.paragraph_format.left_indent = Cm(0)
    paragraph.paragraph_format.first_line_indent = Cm(0)


def _num(number: int, level: int) -> Any:
    made = element("w:numPr")
    made.append(element("w:ilvl", val=level))
    made.append(element("w:numId", val=number))
    return made


def _footer(document: Any, figures: Figures, words: Words) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Innspill Note"]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(clean(f"{figures.owner} · {figures.case_number}\t"))
    before, between, after = words.page_of.replace("{page}", "|").replace("{pages}", "|").split("|")
    paragraph.add_run(before)
    field(paragraph._p, "PAGE", "1")  # noqa: SLF001
    paragraph.add_run(between)
    field(paragraph._p, "NUMPAGES", "1")  # noqa: SLF001
    paragraph.add_run(after)


def set_properties(document: Any, figures: Figures, kind: str) -> None:
    """Title, author, case number and language of the file."""
    made = datetime.fromisoformat(figures.made_at) if figures.made_at else NOBODY_SAID
    made = made.astimezone(UTC).replace(tzinfo=None)
    known = document.core_properties
    known.title = clean(f"{kind}: {figures.title}")[:255]
    known.author = known.last_modified_by = clean(figures.owner)[:255]
    known.subject = clean(figures.case_number)[:255]
    known.language = TAGS.get(figures.language, "nb-NO")
    known.comments, known.keywords, known.revision = "", "", 1
    known.created = known.modified = made


def _without_thumbnail(document: Any) -> None:
    """Leaves out the preview picture of the template, which shows another document."""
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype == RELATIONSHIP.THUMBNAIL]:
        del relations[key]
