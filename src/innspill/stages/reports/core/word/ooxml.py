"""Small pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """`text` with what XML cannot hold replaced by U+FFFD, so that it is seen to have been there."""
    return ILLEGAL.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def element(tag: str, /, **attributes: object) -> Any:
    """An element such as "w:tab" with attributes of its own namespace ("val" is w:val)."""
    made = OxmlElement(tag)
    prefix = tag.split(":", maxsplit=1)[0]
    for key, value in attributes.items():
        made.set(qn(f"{prefix}:{key}"), str(value))
    return made


def field(paragraph: Any, instruction: str, result: str) -> None:
    """A field with its result already filled in, so that it shows without being updated."""
    for kind, content in (("begin", None), (None, instruction), ("separate", None)):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001
        else:
            code = element("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = content
            run._r.append(code)  # noqa: SLF001
    paragraph.add_run(result)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))  # noqa: SLF001


def bookmark(paragraph: Any, number: int, name: str) -> None:
    """Gives the paragraph's content a name that links can lead to."""
    start = element("w:bookmarkStart", id=number, name=name)
    properties = paragraph._p.pPr  # noqa: SLF001
    if properties is not None:
        properties.addnext(start)
    else:
        paragraph._p.insert(0, start)  # noqa: SLF001
    paragraph._p.append(element("w:bookmarkEnd", id=number))  # noqa: SLF001


def link(paragraph: Any, text: str, anchor: str) -> None:
    """A link to a bookmark of the same document."""
    made = element("w:hyperlink", anchor=anchor, history=1)
    run = paragraph.add_run(clean(text))
    made.append(run._r)  # noqa: SLF001
    paragraph._p.append(made)  # noqa: SLF001


def in_language(run: Any, tag: str) -> None:
    """Says which language a run is in ("nn-NO"), for proofing and for speech."""
    run._r.get_or_add_rPr().append(element("w:lang", val=tag))  # noqa: SLF001
