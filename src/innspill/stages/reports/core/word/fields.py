"""The fields of a Word file, and which of them may fetch or run something when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_SHOWING = """
    = ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE
    DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT
    HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD NOTEREF NUMCHARS NUMPAGES NUMWORDS
    PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET STYLEREF SUBJECT
    SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE
"""
HARMLESS = frozenset(_SHOWING.split())
"""Fields that only show what the file holds itself (ECMA-376, part 1, 17.16.5). All others are
refused, since some fetch files or start programs (DDE), and what a field is may be hidden."""

_FIRST_WORD = re.compile(r"\s*(=|[^\s\\\"]*)")
_PAGE_OR_PLACE = re.compile(
    r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"?(?:https?://|mailto:|\\l\b|_|#)", re.IGNORECASE
)
_LONGEST = 40


def fetching(root: Any) -> Iterator[str]:
    """The names of the fields in a part of a Word file that may fetch or run something.

    A field's instruction may be cut in many runs, with other fields in it: it is put together, and
    judged by its first word, which no other field may have made.
    """
    for instruction in _instructions(root):
        name = _FIRST_WORD.match(instruction)
        said = name[1].upper() if name else ""
        if said not in HARMLESS:
            yield said[:_LONGEST] or "?"
        elif said == "HYPERLINK" and not _PAGE_OR_PLACE.match(instruction):
            yield said


def _instructions(root: Any) -> Iterator[str]:
    """Each field's own instruction; text of instructions outside any field is one, too."""
    open_fields: list[list[str]] = []
    told: list[bool] = []
    stray: list[str] = []
    wanted = ("w:fldSimple", "w:fldChar", "w:instrText", "w:delInstrText")
    for each in root.iter(*(qn(name) for name in wanted)):
        kind = each.get(qn("w:fldCharType"))
        if each.tag == qn("w:fldSimple"):
            yield each.get(qn("w:instr"), "")
        elif kind == "begin":
            open_fields.append([])
            told.append(False)
        elif kind == "separate" and told:
            told[-1] = True
        elif kind == "end" and told:
            told.pop()
            yield "".join(open_fields.pop())
        elif each.text:
            (open_fields[-1] if told and not told[-1] else stray).append(each.text)
    yield from ("".join(each) for each in (*open_fields, stray) if each)
