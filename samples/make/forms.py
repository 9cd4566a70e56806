"""Fills in the hearing's Word form, in each way that forms out there keep their ticks."""

from __future__ import annotations

import copy
from datetime import datetime
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from make.parts import add_footnotes, new_document, node, saved, tick, write
from make.source import Source, definition

LABELS = {"nb": ("Avsender", "Saksnummer", "Dato"), "nn": ("Avsendar", "Saksnummer", "Dato")}
PLACEHOLDER = {
    "nb": "Klikk eller trykk her for å skrive inn tekst.",
    "nn": "Klikk eller trykk her for å skrive inn tekst.",
}
INTRO = {"nb": slice(0, 8), "nn": slice(11, 14)}


def wording(language: str) -> tuple[str, str, str, list[str]]:
    """The form's title, introduction, lead and list, as the definition has them."""
    lines = definition()["form_wording"]
    title, intro, lead = lines[INTRO[language]][:3]
    chapters = [f"{_heading(chapter)}: {chapter['title'][language]}" for chapter in _heard()]
    return title, intro, lead, chapters


def _heard() -> list[dict[str, Any]]:
    chapters = definition()["papers"][0]["chapters"]
    return [chapter for chapter in chapters if chapter.get("kind") != "focus-area"]


def _heading(chapter: dict[str, Any]) -> str:
    return f"{'Vedlegg' if chapter.get('kind') == 'annex' else 'Kapittel'} {chapter['id']}"


def form(source: Source, part: dict[str, Any] | None = None) -> bytes:
    """The filled-in form of one source (or of one `part` of it) as .docx."""
    data = part or source.data
    language = data.get("form_language", "nb")
    title, intro, lead, chapters = wording(language)
    document = new_document(
        language, data.get("file_title", title), data.get("author", "Saksbehandler"),
        datetime.fromisoformat(str(data.get("written", "2026-03-01T12:00:00"))),
    )  # fmt: skip
    heading = document.add_heading(level=1)
    write(heading, title)
    write(document.add_paragraph(), intro)
    write(document.add_paragraph(), lead + ":")
    for line in chapters:
        write(document.add_paragraph(style="List Bullet"), line)
    for label, value in zip(LABELS[language], data.get("fields", ["", "", ""]), strict=True):
        paragraph = document.add_paragraph()
        write(paragraph, f"{label}: ", bold=True)
        write(paragraph, str(value))
    if data["technique"] == "table":
        _table(document, data, language)
    else:
        _running(document, data, language)
    if data.get("footnotes"):
        add_footnotes(document, data["footnotes"])
    return saved(document)


def _running(document: Any, data: dict[str, Any], language: str) -> None:
    numbered = data["technique"] == "legacy"
    number_id = _numbering(document) if numbered else None
    for question in definition()["questions"]:
        answer = data["answers"].get(question["id"], {})
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        if number_id is not None:
            _number(paragraph, number_id)
        prefix = "" if numbered else f"{question['id']}) "
        write(paragraph, prefix + question["text"][language], bold=True)
        if answer.get("heading_line"):
            write(paragraph, " " + answer["heading_line"])
        _ticks(document.add_paragraph, question, answer, data["technique"], language)
        if question.get("guidance"):
            write(document.add_paragraph(), question["guidance"][language])
        _texts(document, question, answer, data["technique"], language)


def _ticks(
    add: Any, question: dict[str, Any], answer: dict[str, Any], technique: str, language: str
) -> None:
    if not question.get("choices"):
        return
    paragraph = add()
    for choice in question["choices"]:
        ticked = choice["id"] in answer.get("ticks", [])
        tick(paragraph, technique, ticked, f"q{question['id']}_{choice['id']}")
        paragraph.add_run(f" {choice['text'][language]}   ")


def _texts(
    document: Any, question: dict[str, Any], answer: dict[str, Any], technique: str, language: str
) -> None:
    texts = answer.get("text", [])
    if technique == "block":
        _block_control(document, f"q{question['id']}_text", texts, language)
        return
    for text in texts or [""]:
        style = "List Bullet" if text.startswith("• ") else None
        write(document.add_paragraph(style=style), text.removeprefix("• "))


def _block_control(document: Any, tag: str, texts: list[str], language: str) -> None:
    """A block control around whole paragraphs; an untouched one shows its placeholder."""
    showing = "" if texts else "<w:showingPlcHdr/>"
    control = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="{tag}"/>{showing}</w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    )
    content = control.find(qn("w:sdtContent"))
    for text in texts or [PLACEHOLDER[language]]:
        paragraph = document.add_paragraph()
        write(paragraph, text)
        content.append(node(paragraph))
    document.element.body.insert(len(document.element.body) - 1, control)


def _numbering(document: Any) -> int:
    """A list of its own numbered "1)", "2)" … by Word itself; its number id is given back."""
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    instance = parse_xml(
        f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    )
    numbering.append(copy.deepcopy(instance))
    return 77


def _number(paragraph: Any, number_id: int) -> None:
    node(paragraph).get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number_id}"/></w:numPr>'
        )
    )


def _table(document: Any, data: dict[str, Any], language: str) -> None:
    """One row per question: number and question to the left, ticks and answer to the right."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for question in definition()["questions"]:
        answer = data["answers"].get(question["id"], {})
        left, right = table.add_row().cells
        left.width, right.width = Cm(6), Cm(10)
        write(left.paragraphs[0], f"{question['id']}) {question['text'][language]}", bold=True)
        fresh = [right.paragraphs[0]]

        def add(cell: Any = right, fresh: list[Any] = fresh) -> Any:
            return fresh.pop() if fresh else cell.add_paragraph()

        _ticks(add, question, answer, "glyph", language)
        for text in [question["guidance"][language]] if question.get("guidance") else []:
            write(add(), text)
        for text in answer.get("text", []):
            write(add(), text)
