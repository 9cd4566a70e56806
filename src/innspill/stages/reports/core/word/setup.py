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
    _language(document, TAGS.get(figures.language, "nb-NO"))
    _styles(document)
    _numbering(document)
    _footer(document, figures, words)
    _properties(document, figures, words)
    _without_thumbnail(document)
    return document


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)


def _language(document: Any, tag: str) -> None:
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
    question = _added(styles, "Innspill Question", 11.5, INK, after=6)
    question.font.bold, question.paragraph_format.keep_with_next = True, True
    _added(
        styles, "Innspill Sender", 10.5, INK, before=8, after=2
    ).paragraph_format.keep_with_next = True
    _added(styles, "Innspill Quote", 10.5, INK, after=3).paragraph_format.left_indent = Cm(0.6)
    _added(styles, "Innspill Decision", 10, QUIET, after=5).paragraph_format.left_indent = Cm(0.6)
    _added(styles, "Innspill Cell", 9, INK, after=0, line=1.05)
    _added(styles, "Innspill Note", 9, QUIET, after=6)
    contents = _added(styles, "Innspill Contents", 13, INK, before=22, after=6)
    contents.font.bold, contents.paragraph_format.keep_with_next = True, True
    for level, indent in ((1, 0.0), (2, 0.7)):
        made = _added(styles, f"toc {level}", 10.5, INK, after=3)
        made.element.set(qn("w:styleId"), f"TOC{level}")
        made.element.attrib.pop(qn("w:customStyle"), None)
        made.paragraph_format.left_indent = Cm(indent)
        made.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        made.font.bold = level == 1


def _added(styles: Any, name: str, size: float, colour: Any, **spacing: Any) -> Any:
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = styles["Normal"]
    _type(made, size, colour, **spacing)
    return made


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
    if bold is not None:
        style.font.bold = bold
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    if line is not None:
        style.paragraph_format.line_spacing = line


def _numbering(document: Any) -> None:
    """Headings numbered 1, 1.1 by Word itself, so that a new chapter moves the rest."""
    root = document.part.numbering_part.element
    abstract = element("w:abstractNum", abstractNumId=NUMBERING)
    abstract.append(element("w:multiLevelType", val="multilevel"))
    for level, shown in ((0, "%1"), (1, "%1.%2")):
        made = element("w:lvl", ilvl=level)
        made.append(element("w:start", val=1))
        made.append(element("w:numFmt", val="decimal"))
        made.append(element("w:pStyle", val=f"Heading{level + 1}"))
        made.append(element("w:suff", val="tab"))
        made.append(element("w:lvlText", val=shown))
        made.append(element("w:lvlJc", val="left"))
        properties = element("w:pPr")
        properties.append(element("w:ind", left=680, hanging=680))
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
    field(paragraph, "PAGE", "1")
    paragraph.add_run(between)
    field(paragraph, "NUMPAGES", "1")
    paragraph.add_run(after)


def _properties(document: Any, figures: Figures, words: Words) -> None:
    made = datetime.fromisoformat(figures.made_at) if figures.made_at else NOBODY_SAID
    made = made.astimezone(UTC).replace(tzinfo=None)
    known = document.core_properties
    known.title = clean(f"{words.report_kind}: {figures.title}")[:255]
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
