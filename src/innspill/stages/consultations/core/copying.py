"""An earlier hearing as the beginning of a new one."""

from __future__ import annotations

from innspill.stages.consultations.core.definition import Definition, Paper, Question, Text


def copy_of(
    definition: Definition,
    *,
    case_number: str,
    title: Text | None = None,
    owner: str | None = None,
) -> Definition:
    """`definition` as a fresh draft under `case_number`.

    What belongs to the old hearing alone stays behind: its dates, the reason for a short
    deadline, its meetings, what was said in each phase, the traces of a page and form that it
    was imported from, and its papers' files and text. The chapters stay with their titles, so
    that the questions still refer to something; so do bodies, target groups and glossary.
    """
    changed: dict[str, object] = {
        "case_number": case_number,
        "title": definition.title if title is None else title,
        "owner": owner or definition.owner,
        "status": "draft",
        "opens": None,
        "deadline": None,
        "assessment_from": None,
        "finishes": None,
        "short_reason": {},
        "events": (),
        "phases": {},
        "page_questions": (),
        "form_wording": (),
        "papers": tuple(_without_content(paper) for paper in definition.papers),
        "questions": tuple(_unmapped(question) for question in definition.questions),
    }
    return definition.model_copy(update=changed)


def _without_content(paper: Paper) -> Paper:
    chapters = tuple(chapter.model_copy(update={"passages": ()}) for chapter in paper.chapters)
    return paper.model_copy(update={"files": (), "chapters": chapters})


def _unmapped(question: Question) -> Question:
    return question.model_copy(update={"page_questions": ()})
