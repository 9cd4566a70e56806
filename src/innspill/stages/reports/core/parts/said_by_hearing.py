"""What a field of the hearing says, in words, so that a sentence made of it can be checked."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.words import day, short_day, words_in


def hearing_texts(key: str, report: ReportInput, language: str) -> Iterator[str]:
    """The texts of the field `key` of a source of kind "hearing"; none where it is unknown."""
    kind, _, name = key.partition(" ")
    definition = report.definition
    fields = {
        "title": in_language(definition.title, language),
        "owner": definition.owner,
        "opens": day(definition.opens, language),
        "deadline": day(definition.deadline, language),
        "late": definition.late.to or "",
    }
    if key in fields:
        yield fields[key]
    elif key == "summary":
        yield from (line.strip() for line in in_language(definition.summary, language).split("\n"))
    elif key == "papers":
        yield from (in_language(paper.title, language) for paper in definition.papers)
        yield from _chapters(definition, language, "")
    elif key == "bodies":
        for group in definition.bodies:
            yield from (group.name, in_language(group.translations, language))
            yield from (member.name for member in group.members)
    elif kind == "question":
        yield name
        yield from _question(definition, language, name)
    elif kind in ("extension", "change", "follow-up"):
        yield from _told(report, language, kind, name)
    else:
        yield f"{words_in(language).references.get(kind, kind)} {name}"
        yield from _chapters(definition, language, key)


def _question(definition: Definition, language: str, name: str) -> Iterator[str]:
    for question in definition.questions:
        if question.id == name:
            yield in_language(question.text, language)
            yield in_language(question.guidance, language)
            yield from (in_language(choice.text, language) for choice in question.choices)


def _chapters(definition: Definition, language: str, place: str) -> Iterator[str]:
    """Titles, and with a place its passages too."""
    for paper in definition.papers:
        for chapter in paper.chapters:
            if not place or f"{chapter.kind} {chapter.id}" == place:
                yield in_language(chapter.title, language)
                if place:
                    yield from (in_language(each, language).strip() for each in chapter.passages)


def _told(report: ReportInput, language: str, kind: str, name: str) -> Iterator[str]:
    told = report.told
    if kind == "extension":
        for each in told.extended:
            if each.name == name:
                yield from (each.name, day(each.until, language))
    elif kind == "change":
        yield from (told.changes[int(name)].old, told.changes[int(name)].new)
    else:
        measure = told.measures[int(name)]
        yield from (measure.name, measure.responsible, measure.relevant_for, measure.description)
        yield from (short_day(measure.due, language), words_in(language).unknown)
