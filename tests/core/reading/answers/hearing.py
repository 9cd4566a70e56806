"""A small hearing, and blocks made by hand, for the tests of reading answers."""

from __future__ import annotations

from innspill.shared.values import sha256_of
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.formats.characters import show
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import (
    Answer,
    Block,
    Document,
    FileRead,
    ResponseRead,
)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
TEXT = "text/plain"

_CHOICES = [
    {"id": "yes", "text": {"nb": "Ja", "en": "Yes"}, "effect": "supports"},
    {"id": "no", "text": {"nb": "Nei", "en": "No"}, "effect": "criticises"},
    {"id": "none", "text": {"nb": "Har ingen kommentar", "en": "No comment"}},
]
BRIDGES = Definition.model_validate(
    {
        "schema": "innspill/consultation/1",
        "case_number": "24/615",
        "title": {"nb": "Bruer for alle: råd om gangbruer"},
        "owner": "Direktoratet for gangveier",
        "status": "closed",
        "late": {"policy": "forward", "to": "Stidepartementet"},
        "papers": [
            {
                "id": "note",
                "title": {"nb": "Utkast til råd"},
                "chapters": [
                    {"id": "2", "title": {"nb": "Rekkverk og lys"}},
                    {"id": "3", "title": {"nb": "Vedlikehold om vinteren"}},
                    {"id": "A", "kind": "annex", "title": {"nb": "Oversikt over bruer"}},
                ],
            }
        ],
        "page_questions": [
            {"id": "1", "text": {"nb": "Hva mener dere om rekkverket på gangbruene våre?"}},
            {"id": "2", "text": {"nb": "Hvordan kan bruene holdes åpne gjennom vinteren?"}},
        ],
        "questions": [
            {
                "id": "1",
                "text": {
                    "nb": "Er rådene om rekkverk (kapittel 2) lette å følge? Utdyp gjerne.",
                    "en": "Is the advice on railings (chapter 2) easy to follow?",
                },
                "choices": _CHOICES,
                "refers_to": ["chapter 2"],
                "page_questions": ["1"],
            },
            {
                "id": "2",
                "text": {"nb": "Mangler det bruer i oversikten (vedlegg A) eller er noe feil?"},
                "guidance": {"nb": "Oppgi bruas navn og kommune:"},
                "choices": _CHOICES,
                "refers_to": ["annex A"],
            },
            {
                "id": "3",
                "text": {"nb": "Tilbakemelding på kapittel 3: Vedlikehold om vinteren"},
                "refers_to": ["chapter 3"],
                "page_questions": ["2"],
            },
            {"id": "4", "text": {"nb": "Andre innspill og tilbakemeldinger"}},
        ],
        "form_wording": ["Svarskjema: Bruer for alle", "Kryss av og skriv i feltene."],
        "bodies": [
            {
                "name": "Alle",
                "members": [
                    {"name": "Landets kommuner", "collective": True},
                    {"name": "Norsk gangveiforening", "aliases": ["Gangveiforeningen"]},
                    {"name": "Brutilsynet"},
                ],
            }
        ],
    }
)


def paragraphs(*texts: str, start: int = 1) -> tuple[Block, ...]:
    """Blocks "p1", "p2" … of Word, boxes found in the text as the readers find them."""
    blocks = []
    for number, text in enumerate(texts, start):
        shown = show(text)
        blocks.append(Block(f"p{number}", "paragraph", shown.text, shown.boxes))
    return tuple(blocks)


def lines(text: str) -> tuple[Block, ...]:
    """One block per line with something on it, named by line number as the text reader does."""
    blocks = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            shown = show(line)
            blocks.append(Block(f"l{number}", "paragraph", shown.text, shown.boxes))
    return tuple(blocks)


def file_of(
    blocks: tuple[Block, ...], media_type: str = WORD, path: str = "svar.docx", **properties: str
) -> FileRead:
    """A file that was read into `blocks`."""
    document = Document(media_type, blocks, properties=properties)
    return FileRead(path, sha256_of(path.encode()), 1, media_type, document)


def unread(path: str, code: str = "damaged", media_type: str = WORD) -> FileRead:
    """A file that could not be read."""
    return FileRead(path, sha256_of(path.encode()), 1, media_type, None, "It is damaged.", code)


def read(
    blocks: tuple[Block, ...], media_type: str = WORD, path: str = "svar.docx", **properties: str
) -> ResponseRead:
    """The one response in `blocks`; its sum always holds."""
    return read_files(file_of(blocks, media_type, path, **properties))[0]


def read_files(*files: FileRead) -> tuple[ResponseRead, ...]:
    """The responses of one delivery; the sum of each holds."""
    found = read_responses(files, BRIDGES)
    assert all(account(each).complete for each in found)
    return found


def answer(response: ResponseRead, question: str) -> Answer:
    """The answer to `question`."""
    return next(each for each in response.answers if each.question == question)


def text_at_origins(response: ResponseRead, origins: tuple) -> str:  # type: ignore[type-arg]
    """The characters that `origins` point to, without white space."""
    texts = {block.id: block.text for block in response.blocks}
    return "".join("".join(texts[o.block][o.start : o.end].split()) for o in origins)


QUESTION_1, QUESTION_2, QUESTION_3, QUESTION_4 = (each.text["nb"] for each in BRIDGES.questions)
EMPTY_LINE = "☐ Ja  ☐ Nei  ☐ Har ingen kommentar"
