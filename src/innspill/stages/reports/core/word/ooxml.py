"""Small pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from docx.oxml.ns import NamespacePrefixedTag, qn
from docx.oxml.parser import oxml_parser

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BREAK = re.compile("([\t\n])")
SPACE = qn("xml:space")


def clean(text: str) -> str:
    """`text` with what XML cannot hold replaced by U+FFFD, so that it is seen to have been there."""
    return ILLEGAL.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def element(tag: str, /, **attributes: object) -> Any:
    """An element such as "w:tab" with attributes of its own namespace ("val" is w:val)."""
    name, prefix, namespaces = _named(tag)
    made = oxml_parser.makeelement(name, None, namespaces)
    for key, value in attributes.items():
        made.set(_attribute(prefix, key), str(value))
    return made


@cache
def _named(tag: str) -> tuple[str, str, dict[str, str]]:
    known = NamespacePrefixedTag(tag)
    return known.clark_name, known.nspfx, known.nsmap


@cache
def _attribute(prefix: str, key: str) -> str:
    return qn(f"{prefix}:{key}")


def run_of(
    text: str, *, bold: bool = False, italic: bool = False, raised: bool = False, tag: str = ""
) -> Any:
    """A run of text; `tag` is its language ("nn-NO"), for proofing and for speech.

    What is in its properties stands in the order of the standard: Word is strict about it.
    """
    run = element("w:r")
    if bold or italic or raised or tag:
        look = element("w:rPr")
        if bold:
            look.append(element("w:b"))
        if italic:
            look.append(element("w:i"))
        if raised:
            look.append(element("w:vertAlign", val="superscript"))
        if tag:
            look.append(element("w:lang", val=tag))
        run.append(look)
    for piece in BREAK.split(clean(text)):
        if piece in ("\t", "\n"):
            run.append(element("w:tab" if piece == "\t" else "w:br"))
        elif piece:
            said = element("w:t")
            said.set(SPACE, "preserve")
            said.text = piece
            run.append(said)
    return run


def field(made: Any, instruction: str, result: str) -> None:
    """A field in a w:p with its result already filled in, so that it shows without being updated."""
    for kind, content in (("begin", None), (None, instruction), ("separate", None)):
        run = element("w:r")
        if kind:
            run.append(element("w:fldChar", fldCharType=kind))
        else:
            code = element("w:instrText")
            code.set(SPACE, "preserve")
            code.text = content
            run.append(code)
        made.append(run)
    made.append(run_of(result))
    end = element("w:r")
    end.append(element("w:fldChar", fldCharType="end"))
    made.append(end)


def bookmark(made: Any, number: int, name: str) -> None:
    """Gives the content of a w:p a name that links can lead to."""
    start = element("w:bookmarkStart", id=number, name=name)
    properties = made.find(qn("w:pPr"))
    if properties is not None:
        properties.addnext(start)
    else:
        made.insert(0, start)
    made.append(element("w:bookmarkEnd", id=number))


def link(made: Any, text: str, anchor: str) -> None:
    """A link in a w:p to a bookmark of the same document."""
    leading = element("w:hyperlink", anchor=anchor, history=1)
    leading.append(run_of(text))
    made.append(leading)
