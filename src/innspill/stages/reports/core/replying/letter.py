"""The letter as PDF/UA-1: each point in its public words, what was decided, why, and what changes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from innspill.stages.consultations.core.answer_pdf import typeset
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.consultations.core.form_outline import paragraphs_of, shown
from innspill.stages.publication.core.replies import Changed, Reply, ReplyPoint
from innspill.stages.publication.core.values import MASK
from innspill.stages.reports.core.letterhead import Letterhead, on_paper
from innspill.stages.reports.core.papers import MARK
from innspill.stages.reports.core.replying.said import (
    Occasion,
    adherence,
    contact_of,
    first_words,
    further,
    in_short,
    place_in_words,
)
from innspill.stages.reports.core.replying.words import reply_words_in
from innspill.stages.reports.core.words import words_in

_LAYOUT = Path(__file__).with_name("letter.typ")
Json = dict[str, Any]


def write_letter(
    reply: Reply, occasion: Occasion, *, name: str, post: str = "", response_language: str = "",
    is_published: bool = True, letterhead: Letterhead | None = None,
) -> bytes:  # fmt: skip
    """The letter to `name`, at the address `post` where it goes on paper. Equal input, equal bytes.

    `response_language` is that of the quotes, where it is known.
    """
    language = occasion.language
    words = reply_words_in(language)
    told = adherence(reply, language)
    other = reply.adheres.points if reply.adheres else ()
    logo, picture = on_paper(letterhead)
    content = {
        **logo,
        "language": language,
        "title": shown(occasion.title),
        "author": shown(occasion.owner),
        "kind": words.kind,
        "foot": shown(f"{occasion.owner} · {occasion.definition.case_number}"),
        "to": [shown(line) for line in (name, *post.splitlines()) if line.strip()],
        "facts": [
            [words.owner, shown(occasion.owner)],
            [words.case, shown(occasion.definition.case_number)],
            [words.reference, shown(reply.reference)],
            [words.day, occasion.day],
        ],
        "first": [shown(sentence) for sentence in first_words(reply, occasion)],
        "short": in_short(reply.points, language),
        "quoted_in": response_language or language,
        "groups": _groups(reply.points, occasion),
        "adheres": shown(told),
        "adhered": _groups(other, occasion),
        "note": words.masked if any(MASK in each.text for each in (*reply.points, *other)) else "",
        "further": [list(each) for each in further(reply, occasion, is_published=is_published)],
        "contact": shown(contact_of(occasion)),
        "regards": shown(occasion.owner),
        "has_names": False,
        "words": {
            "to": words.to, "said": words.said, "short": words.in_short, "further": words.further,
            "questions": words.questions, "page": words.page_word, "of": words.of,
            "replaced": words.replaced,
        },
    }  # fmt: skip
    return typeset(_LAYOUT, content, picture)


def _groups(points: Iterable[ReplyPoint], occasion: Occasion) -> list[Json]:
    """The points under the question that each belongs to, numbered through."""
    groups: list[Json] = []
    asked: str | None = None
    for index, point in enumerate(points, start=1):
        if asked is None or point.question != asked:
            asked = point.question
            groups.append({"heading": _question(asked, occasion), "points": []})
        groups[-1]["points"].append(_point(index, point, occasion))
    return groups


def _question(question: str, occasion: Occasion) -> str:
    words, language = reply_words_in(occasion.language), occasion.language
    if not question:
        return words.general
    text = next(
        (in_language(each.text, language) for each in occasion.definition.questions
         if each.id == question), "",
    )  # fmt: skip
    named = words.question.format(id=question)
    return shown(f"{named}. {' '.join(text.split())}" if text else named)


def _point(index: int, point: ReplyPoint, occasion: Occasion) -> Json:
    words, outcomes = reply_words_in(occasion.language), words_in(occasion.language).outcomes
    return {
        "number": f"{index}.",
        "text": shown(MARK.sub("", point.text).strip()),
        "outcome": outcomes.get(point.outcome, words.undecided),
        "reason": list(paragraphs_of(point.reason)),
        "responsible": shown(f"{words.responsible}: {point.responsible.strip()}")
        if point.responsible.strip()
        else "",
        "changes": [_change(change, occasion) for change in point.changes],
    }


def _change(change: Changed, occasion: Occasion) -> Json:
    words = reply_words_in(occasion.language)
    place = place_in_words(change.place, occasion.definition, occasion.language)
    old, new = change.old.strip(), change.new.strip()
    pairs = [(words.old if new else words.removed, old), (words.new if old else words.added, new)]
    return {
        "place": shown(words.changed.format(place=place)),
        "texts": [[label, shown(text)] for label, text in pairs if text],
    }
