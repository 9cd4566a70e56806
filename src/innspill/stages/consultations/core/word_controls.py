"""Content controls of Word: tick boxes, fields for text, and what stands locked.

What is in `w:sdtPr` stands in the order of the standard (ISO/IEC 29500-1, 17.5.2.38), and so does
all else: Word refuses a document where it does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from innspill.stages.consultations.core.form_outline import shown

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_BOX_FONT = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"{hint}/>'
_LONGEST_NAME = 64
"""Characters that Word keeps of a control's title."""


def check_box(tag: str, title: str, number: int, *, ticked: bool) -> Any:
    """A tick box, as Word 2010 and later make it; it cannot be deleted."""
    font, hinted = _BOX_FONT.format(hint=""), _BOX_FONT.format(hint=' w:hint="eastAsia"')
    return parse_xml(
        f"<w:sdt {nsdecls('w')} {_W14}><w:sdtPr><w:rPr>{font}</w:rPr>"
        f'{_name(tag, title, number)}<w:lock w:val="sdtLocked"/>'
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr>{hinted}</w:rPr>"
        f"<w:t>{'☒' if ticked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def text_field(tag: str, title: str, number: int, *, said: Sequence[str], hint: str) -> Any:
    """A field for text of any length: the paragraphs `said`, or else the `hint`."""
    paragraphs = said or (hint,)
    look = "" if said else '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    content = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Answer"/></w:pPr>{_runs(each, look)}</w:p>'
        for each in paragraphs
    )
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr>{_name(tag, title, number)}"
        f'<w:lock w:val="sdtLocked"/>{"" if said else "<w:showingPlcHdr/>"}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def cell_field(tag: str, title: str, number: int, *, said: str, hint: str) -> Any:
    """A field within a paragraph, as the cells of a table have them; lines may break in it."""
    look = "" if said else '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr>{_name(tag, title, number)}"
        f'<w:lock w:val="sdtLocked"/>{"" if said else "<w:showingPlcHdr/>"}'
        f'<w:text w:multiLine="1"/></w:sdtPr>'
        f"<w:sdtContent>{_runs(said or hint, look)}</w:sdtContent></w:sdt>"
    )


def locked(tag: str, number: int, paragraphs: Sequence[Any]) -> Any:
    """The `paragraphs` so that they can be neither changed nor deleted; puts them in its place."""
    control = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val={quoteattr(tag)}/><w:id w:val="{number}"/>'
        '<w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent/></w:sdt>'
    )
    paragraphs[0].addprevious(control)
    for each in paragraphs:
        control[-1].append(each)
    return control


def _name(tag: str, title: str, number: int) -> str:
    title = " ".join(shown(title).split())[:_LONGEST_NAME]
    return f'<w:alias w:val={quoteattr(title)}/><w:tag w:val={quoteattr(tag)}/><w:id w:val="{number}"/>'


def _runs(text: str, look: str) -> str:
    """The runs of `text`. LibreOffice 7.4 loses a break in a field, so that a space stands before it."""
    return f'<w:r>{look}<w:t xml:space="preserve"> </w:t><w:br/></w:r>'.join(
        f"<w:r>{look}{_pieces(line)}</w:r>" for line in shown(text).split("\n")
    )


def _pieces(line: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t")
    )
