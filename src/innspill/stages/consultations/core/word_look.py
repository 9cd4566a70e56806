"""How the response form looks: page, styles, and the frame around a field."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

_INK = RGBColor(0x1F, 0x2A, 0x37)
_ACCENT = RGBColor(0x00, 0x3B, 0x6F)
_MUTED = RGBColor(0x4B, 0x55, 0x63)
_LINE = "7A8699"
_FONT = "Calibri"


def set_page(document: Any) -> None:
    """A4, and the page number at the foot.

    No more stands there: what comes back is read word by word, and words at the foot of each
    page would have to be told from those of the respondent.
    """
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for step in ("begin", "PAGE", "separate", "end"):
        inner = (
            f"<w:instrText>{step}</w:instrText>"
            if step == "PAGE"
            else f'<w:fldChar w:fldCharType="{step}"/>'
        )
        footer._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))  # noqa: SLF001


def set_styles(document: Any, locale: str) -> None:
    """Gives the document its styles and its language, and adds those that only the form has."""
    styles = document.styles
    _set_language(styles.element, locale)
    normal = styles["Normal"]
    _set_font(normal, 11, _INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for level, points, above, below in ((1, 20, 0, 10), (2, 15, 22, 6), (3, 12, 18, 6)):
        heading = styles[f"Heading {level}"]
        _set_font(heading, points, _ACCENT if level < 3 else _INK, bold=True)
        heading.paragraph_format.space_before = Pt(above)
        heading.paragraph_format.space_after = Pt(below)
        heading.paragraph_format.keep_with_next = True
    for name, size, colour, bold, after in _OWN_STYLES:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _set_font(style, size, colour, bold=bold)
        style.paragraph_format.space_after = Pt(after)
    choices = styles["Choices"].paragraph_format
    choices.keep_with_next = True
    for stop in (2.5, 5, 7.5, 10):
        choices.tab_stops.add_tab_stop(Cm(stop))
    for name in ("Guidance", "Note", "Choice", "Field label", "Table head"):
        styles[name].paragraph_format.keep_with_next = True
    # A label of several lines begins each of them behind its box.
    styles["Choice"].paragraph_format.left_indent = Cm(0.6)
    styles["Choice"].paragraph_format.first_line_indent = Cm(-0.6)
    styles["Field label"].paragraph_format.space_before = Pt(6)
    styles["Passage"].paragraph_format.left_indent = Cm(0.8)
    for name in ("Table head", "Table cell"):
        styles[name].paragraph_format.space_before = Pt(2)
    answer = styles["Answer"]
    answer.paragraph_format.left_indent = Cm(0.2)
    answer.paragraph_format.right_indent = Cm(0.2)
    # Word refuses a paragraph whose properties are not in the order of the standard.
    answer.element.get_or_add_pPr().insert_element_before(
        _frame(), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )
    hint = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    hint.element.set(qn("w:styleId"), "PlaceholderText")
    hint.font.color.rgb = _MUTED


_OWN_STYLES: tuple[tuple[str, float, RGBColor, bool, float], ...] = (
    ("Form kind", 12, _MUTED, True, 2),
    ("Form fact", 11, _INK, False, 1),
    ("Field label", 11, _INK, True, 2),
    ("Choices", 11, _INK, False, 6),
    ("Guidance", 10.5, _MUTED, False, 4),
    ("Answer", 11, _INK, False, 8),
    ("Choice", 11, _INK, False, 3),
    ("Note", 10.5, _MUTED, False, 4),
    ("Table head", 10.5, _ACCENT, True, 2),
    ("Table cell", 10.5, _INK, False, 2),
    ("Passage", 10.5, _INK, False, 6),
    ("Below table", 5, _INK, False, 0),
)


def _set_font(style: Any, size: float, colour: RGBColor, *, bold: bool = False) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    style.font.bold = bold
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), _FONT)


def _set_language(styles: Any, locale: str) -> None:
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _frame() -> Any:
    """A thin frame around a field, so that people see where to write."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")


def set_borders(table: Any) -> None:
    """Gives a table the thin lines that fields have, flush with the text around it."""
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no borders
    indent = parse_xml(f'<w:tblInd {nsdecls("w")} w:w="108" w:type="dxa"/>')
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>")
    later = ("w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription")
    properties.insert_element_before(indent, *later)
    properties.insert_element_before(borders, *later)
