"""The other things that a Word document holds: one small document for each, and how it is judged."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from word_package import cell, control, field, p, package, r, row, table

START, END = "STARTORD", "SLUTTORD"
_BOX = (
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>TEKSTBOKS</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
)
_NOTE_EDGES = "".join(
    f'<w:{{0}} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{{0}}>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of text, a document that has it, and the verdict on a text read out of it.

    The verdict is "kept", or in a word or two what is wrong.
    """

    name: str
    document: bytes
    judge: Callable[[str], str]


def _around(body: str, **parts: str) -> bytes:
    return package(p(START) + body + p(END), parts)


def _notes(kind: str, *texts: str) -> str:
    edges = _NOTE_EDGES.format(kind)
    return edges + "".join(
        f'<w:{kind} w:id="{at}">{p(f"<w:r><w:{kind}Ref/></w:r>", f" {text}")}</w:{kind}>'
        for at, text in enumerate(texts, start=1)
    )


def _footnotes() -> bytes:
    marks = [f'<w:r><w:footnoteReference w:id="{at}"/></w:r>' for at in (1, 2)]
    body = p("FORAN", marks[0], "BAK og ", "FØR", marks[1], "ETTER.")
    return _around(body, footnotes=_notes("footnote", "NOTEEN tekst.", "NOTETO tekst."))


def _endnote() -> bytes:
    body = p("FORAN", '<w:r><w:endnoteReference w:id="1"/></w:r>', "BAK.")
    return _around(body, endnotes=_notes("endnote", "SLUTTNOTE tekst."))


def _text_box() -> bytes:
    drawing = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Boks"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr/>{_BOX}<wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        "<v:textbox><w:txbxContent><w:p><w:r><w:t>TEKSTBOKS</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    return _around(p("Se ", f"<w:r>{drawing}</w:r>"))


def _changes() -> bytes:
    who = 'w:id="9" w:author="Ola" w:date="2026-01-01T10:00:00Z"'
    deleted = (
        f'<w:del {who}><w:r><w:delText xml:space="preserve"> STRØKET</w:delText></w:r></w:del>'
    )
    return _around(p("Vi er", f"<w:ins {who}>{r(' INNSATT')}</w:ins>", deleted, " enige."))


def _moved() -> bytes:
    def moved(way: str) -> str:
        who = 'w:author="Ola" w:date="2026-01-01T10:00:00Z"'
        return (
            f'<w:move{way}RangeStart w:id="7" w:name="flytt" {who}/>'
            f'<w:move{way} w:id="8" {who}>{r("FLYTTET setning.")}</w:move{way}>'
            f'<w:move{way}RangeEnd w:id="7"/>'
        )

    return _around(p(moved("From")) + p("Imellom.") + p(moved("To")))


def _comment() -> bytes:
    body = p(
        '<w:commentRangeStart w:id="0"/>', "Omtalt tekst.", '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>',
    )  # fmt: skip
    text = f'<w:comment w:id="0" w:author="Ola" w:date="2026-01-01T10:00:00Z" w:initials="O">{p("MERKNADEN")}</w:comment>'
    return _around(body, comments=text)


def _drop_down() -> bytes:
    items = "".join(f'<w:listItem w:value="{w}" w:displayText="{w}"/>' for w in ("ANNET", "VALGT"))
    chosen = control(r("VALGT"), f"<w:dropDownList>{items}</w:dropDownList>")
    return _around(p("Type: ", chosen))


def _old_drop_down() -> bytes:
    items = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("ANNET", "VALGT"))
    data = f'<w:ffData><w:enabled/><w:ddList><w:result w:val="1"/>{items}</w:ddList></w:ffData>'
    return _around(p("Type: ", field("FORMDROPDOWN", data)))


def _merged() -> bytes:
    wide = row(cell("BRED", '<w:gridSpan w:val="3"/>'), "en")
    tall = row(cell("HØY", '<w:vMerge w:val="restart"/>'), "to", "", "")
    below = row(cell("", "<w:vMerge/>"), "tre", "", "")
    return _around(table(wide, tall, below))


def _numbered() -> bytes:
    level = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="11"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    items = p("PUNKTEN", properties=properties) + p("PUNKTTO", properties=properties)
    return _around(items, numbering=level)


def _placeholder() -> bytes:
    empty = control(r("Klikk her"), '<w:tag w:val="a"/><w:showingPlcHdr/>')
    filled = control(r("UTFYLT svar"), '<w:tag w:val="b"/>')
    return _around(p("Navn: ", empty) + p("Svar: ", filled))


def _hidden() -> bytes:
    return _around(p("Synlig", r(" SKJULT", "<w:vanish/>"), "."))


def _count(word: str) -> Callable[[str], str]:
    def judge(text: str) -> str:
        found = text.count(word)
        return "kept" if found == 1 else f"{found}×" if found else "lost"

    return judge


def _all(*words: str) -> Callable[[str], str]:
    return lambda text: (
        "kept" if all(_count(w)(text) == "kept" for w in words) else _worst(text, words)
    )


def _worst(text: str, words: tuple[str, ...]) -> str:
    missing = [word for word in words if word not in text]
    if missing:
        return "lost" if len(missing) == len(words) else f"{len(missing)} of {len(words)} lost"
    return "more than once"


def _one_not_other(wanted: str, unwanted: str, fault: str) -> Callable[[str], str]:
    def judge(text: str) -> str:
        if wanted not in text:
            return "lost"
        return fault if unwanted in text else "kept"

    return judge


def _anchored(text: str) -> str:
    """A mark, and not the note itself, must stand where the note was made."""
    found = re.search(r"FORAN(.*?)BAK", text, re.DOTALL)
    if found is None or "NOTE" in found[1]:
        return "note in the sentence" if found else "lost"
    return "kept" if re.sub(r"[\s*~=]", "", found[1]) else "lost"


def _apart(text: str) -> str:
    if "MERKNADEN" not in text:
        return "lost"
    at = text.index("MERKNADEN")
    return "in the text" if text.find(START) < at < text.find(END) else "kept"


def _number_shown(text: str) -> str:
    shown = re.search(r"11\)\W*PUNKTEN\W*12\)\W*PUNKTTO", text)
    return "kept" if shown else "other numbers" if re.search(r"\d\W*PUNKTTO", text) else "lost"


KINDS = (
    Kind("footnotes' text", _footnotes(), _all("NOTEEN", "NOTETO")),
    Kind("footnote's place", _footnotes(), _anchored),
    Kind("endnote's text", _endnote(), _count("SLUTTNOTE")),
    Kind("endnote's place", _endnote(), _anchored),
    Kind("text box, once", _text_box(), _count("TEKSTBOKS")),
    Kind("inserted text kept, deleted dropped", _changes(),
         _one_not_other("INNSATT", "STRØKET", "deleted shown")),
    Kind("moved text, once", _moved(), _count("FLYTTET")),
    Kind("comment, apart from the text", _comment(), _apart),
    Kind("drop-down list (control)", _drop_down(), _one_not_other("VALGT", "ANNET", "all choices")),
    Kind("drop-down list (form field)", _old_drop_down(),
         _one_not_other("VALGT", "ANNET", "all choices")),
    Kind("simple field", _around(p('<w:fldSimple w:instr=" TITLE ">' + r("FELTET") + "</w:fldSimple>")),
         _count("FELTET")),
    Kind("header and footer", _around(p("x"), header=p("TOPPTEKST"), footer=p("BUNNTEKST")),
         _all("TOPPTEKST", "BUNNTEKST")),
    Kind("merged cells, once", _merged(), _all("BRED", "HØY")),
    Kind("list numbers as shown", _numbered(), _number_shown),
    Kind("placeholder is no answer", _placeholder(),
         _one_not_other("UTFYLT", "Klikk her", "taken as answer")),
    Kind("hidden text out of the text", _hidden(), _one_not_other("Synlig", "SKJULT", "shown")),
)  # fmt: skip
