"""A whole answer as PDF/UA-1, for the respondent's own archive and for the receipt.

What people wrote goes into the typesetting as data and never as markup. Only fonts that come with
typst are used, so that the same answer gives the same bytes on every machine; characters that
they lack are told by name, and the paper says so.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import typst

from innspill.shared.days import moment_in_words
from innspill.stages.consultations.core.answer_words import AnswerWords, answer_words_in
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, Text, chosen, in_language
from innspill.stages.consultations.core.filled import FilledForm, MeasureGiven
from innspill.stages.consultations.core.form_outline import (
    QuestionShown,
    named,
    paragraphs_of,
    questions_shown,
    shown,
)
from innspill.stages.consultations.core.form_tags import MEASURE_PARTS
from innspill.stages.consultations.core.form_words import WORDS, FormWords, words_in

_LAYOUT = Path(__file__).with_name("answer.typ")
_LOOK = Path(__file__).with_name("look.typ")
_MISSING = re.compile(r'the text `"((?:[^"\\`]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}|\\(.)")
_COMMON = re.compile("[^\t\n\x20-\u024f\u2010-\u2027\u2030-\u203a☐☒€]")
_ROUNDS = 8
_LONG_WORD = re.compile(r"\S{60,}")
_STEP = 30
Json = dict[str, Any]


def build_pdf(
    definition: Definition,
    filled: FilledForm,
    language: str,
    receipt: Mapping[str, Any] | None = None,
) -> bytes:
    """The answer `filled` in `language`, as PDF/UA-1.

    `receipt` has `number` (what it is called), `received` (a datetime with a zone, or words) and
    `files` (pairs of name and SHA-256).
    """
    return typeset(_LAYOUT, _content(definition, filled, language, receipt))


def typeset(layout: Path, content: Json, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """`content` set as PDF/UA-1 by the `layout`, with names for the characters that no font has.

    `pictures` are what the layout shows besides, by name.
    """
    shown_too = pictures or {}
    known: dict[str, str] = {}
    for _ in range(_ROUNDS):
        try:
            return _typeset(layout, _shortened(content, known), shown_too)
        except typst.TypstError as error:
            missing = _missing_in(f"{error}\n{getattr(error, 'diagnostic', '')}") - set(known)
            if not missing:
                break
            known.update((character, _name_of(character)) for character in missing)
    # Rather a paper with names for all but the commonest characters than none.
    rare = set(_COMMON.findall(json.dumps(content, ensure_ascii=False)))
    named_too = {each: _name_of(each) for each in rare}
    return _typeset(layout, _shortened(content, named_too), shown_too)


def _typeset(layout: Path, content: Json, pictures: Mapping[str, bytes]) -> bytes:
    look = {_LOOK.name: _LOOK.read_bytes()}  # which the layouts import
    compiler = typst.Compiler(
        {"main": layout.read_bytes(), **look, **pictures},  # type: ignore[type-var]
        ignore_system_fonts=True,
        sys_inputs={"answer": json.dumps(content)},
    )
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no file")
    return made


def _content(
    definition: Definition,
    filled: FilledForm,
    language: str,
    receipt: Mapping[str, Any] | None,
) -> Json:
    """All that the paper says, by where it stands."""
    words, more = words_in(language), answer_words_in(language)
    title = in_language(definition.title, language) or filled.title
    sender = ", ".join(named(each) for each in filled.senders)
    case = filled.case_number or definition.case_number
    return {
        "language": language if language in WORDS else "nb",
        "title": shown(title) or more.kind,
        "author": shown(sender),
        "kind": more.kind,
        "foot": shown(f"{words.case} {case}"),
        "facts": [[words.held_by, definition.owner], [words.case, case]],
        "receipt": _receipt(definition, receipt, language, more) if receipt else None,
        "sender": _sender(filled, language),
        "in_short": _in_short(filled, more, words),
        "questions": [
            _question(question, language, _files_at(filled, question.id))
            for question in questions_shown(definition, language, filled)
        ],
        "comment": paragraphs_of(filled.comment),
        "files": [shown(file.name) for file in filled.files],
        "has_names": False,
        "words": {
            "sender": words.sender, "questions": words.questions,
            "files": words.files, "measures": list(words.measures), **more.for_layout(),
        },
    }  # fmt: skip


def _sender(filled: FilledForm, language: str) -> list[list[str]]:
    words = words_in(language)
    found = [[words.sender_name, sender.name] for sender in filled.senders[:1]]
    found += [[words.sender_number, s.number] for s in filled.senders[:1] if s.number]
    more = answer_words_in(language)
    found += [[more.together, named(sender)] for sender in filled.senders[1:]]
    return [*found, [words.sender_contact, filled.contact]] if filled.contact.strip() else found


def _in_short(filled: FilledForm, more: AnswerWords, words: FormWords) -> list[str]:
    said = [more.no_remarks] if filled.no_remarks else []
    if filled.supports.strip():
        said.append(more.supports.format(name=" ".join(filled.supports.split())))
    if filled.wish in words.wishes:
        said.append(words.wishes[filled.wish])
    return said


def _receipt(
    definition: Definition, receipt: Mapping[str, Any], language: str, more: AnswerWords
) -> Json:
    received = receipt.get("received", "")
    if isinstance(received, datetime):
        local = received.astimezone(zone(definition.timezone))
        received = moment_in_words(local, language)
    facts = [[more.number, str(receipt.get("number", ""))], [more.received, str(received)]]
    files = [{"name": shown(name), "sha256": str(sha)} for name, sha in receipt.get("files", ())]
    return {"facts": [fact for fact in facts if fact[1]], "files": files}


def _files_at(filled: FilledForm, question: str) -> list[str]:
    return [shown(file.name) for file in filled.files if file.question == question]


def _question(question: QuestionShown, language: str, files: list[str]) -> Json:
    heading, found = chosen(question.text, language)
    answered = files or question.answer.strip() or any(box.ticked for box in question.boxes)
    return {
        "heading": {"text": shown(question.number + heading) or "–", "language": found},
        "notes": list(question.about),
        "boxes": [
            {"label": _told(box.text, language), "ticked": box.ticked} for box in question.boxes
        ],
        "measures": [_cells(measure) for measure in question.measures if not measure.is_empty],
        "answer": [*question.paragraphs, *files],
        "is_empty": not (answered or question.measures),
    }


def _told(text: Text, language: str) -> Json:
    said, found = chosen(text, language)
    return {"text": shown(said), "language": found}


def _cells(measure: MeasureGiven) -> list[str]:
    return [shown(getattr(measure, part)) for part in MEASURE_PARTS]


def _missing_in(diagnostic: str) -> set[str]:
    """The characters that no font has, as typst tells them."""
    return {
        character
        for text in _MISSING.findall(diagnostic)
        for character in _ESCAPED.sub(
            lambda found: chr(int(found[1], 16)) if found[1] else str(found[2]), text
        )
    }


def _name_of(character: str) -> str:
    """What stands for a character that cannot be shown; nothing for a joiner, which shows nothing."""
    if unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return ""
    name = unicodedata.name(character, "").lower()
    if not name or unicodedata.category(character).startswith("L"):
        name = f"U+{ord(character):04X}"
    return f"[{name}]"


def _shortened(value: Any, known: Mapping[str, str]) -> Any:
    """`value` with names for unknown characters, and words that no line can hold made breakable."""
    if isinstance(value, str):
        table = str.maketrans(dict(known))
        named_text = value.translate(table)
        return _LONG_WORD.sub(lambda word: _breakable(word[0]), named_text)
    if isinstance(value, Mapping):
        made = {key: _shortened(part, known) for key, part in value.items()}
        return {**made, "has_names": bool(known)} if "has_names" in made else made
    if isinstance(value, Iterable):
        return [_shortened(part, known) for part in value]
    return value


def _breakable(word: str) -> str:
    return "\u200b".join(word[at : at + _STEP] for at in range(0, len(word), _STEP))
