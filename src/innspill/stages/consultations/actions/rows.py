"""The rows of papers, questions and bodies follow the definition; rows that others refer to stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import Manager, Model

from innspill.stages.consultations.core.definition import Definition, Group, Member
from innspill.stages.consultations.models import (
    Body,
    BodyGroup,
    Choice,
    Consultation,
    Paper,
    Question,
)

Row = TypeVar("Row", bound=Model)


def follow(row: Consultation, definition: Definition) -> None:
    """Makes the rows below `row` those that `definition` names, in a fixed number of queries."""
    _follow_papers(row, definition)
    _follow_questions(row, definition)
    follow_bodies(row, definition.bodies)


def _follow_papers(row: Consultation, definition: Definition) -> None:
    known = {paper.key: paper for paper in row.papers.all()}
    wanted = {
        paper.id[:40]: {
            "position": position,
            "title": paper.title,
            "chapters": [chapter.model_dump(mode="json") for chapter in paper.chapters],
        }
        for position, paper in enumerate(definition.papers)
    }
    _settle(Paper.objects, known, wanted, lambda key: {"consultation": row, "key": key})


def _follow_questions(row: Consultation, definition: Definition) -> None:
    known = {question.key: question for question in row.questions.all()}
    wanted = {
        asked.id[:40]: {"position": position, "text": asked.text}
        for position, asked in enumerate(definition.questions)
    }
    _settle(Question.objects, known, wanted, lambda key: {"consultation": row, "key": key})
    asked_now = {question.key: question for question in row.questions.all()}
    boxes = {
        (choice.question.key, choice.key): choice
        for choice in Choice.objects.filter(question__consultation=row).select_related("question")
    }
    offered = {
        (asked.id[:40], choice.id[:40]): {
            "position": place,
            "text": choice.text,
            "effect": choice.effect,
        }
        for asked in definition.questions
        for place, choice in enumerate(asked.choices)
    }
    _settle(
        Choice.objects, boxes, offered, lambda key: {"question": asked_now[key[0]], "key": key[1]}
    )


def _settle(
    table: Manager[Row],
    known: dict[Any, Row],
    wanted: dict[Any, dict[str, Any]],
    made: Callable[[Any], dict[str, Any]],
) -> None:
    """Deletes, changes and makes rows so that `known` becomes `wanted`."""
    gone = [row.pk for key, row in known.items() if key not in wanted]
    if gone:
        table.filter(pk__in=gone).delete()
    fresh = [
        table.model(**made(key), **fields) for key, fields in wanted.items() if key not in known
    ]
    table.bulk_create(fresh)
    changed = []
    for key, fields in wanted.items():
        row = known.get(key)
        if row is not None and any(getattr(row, name) != value for name, value in fields.items()):
            for name, value in fields.items():
                setattr(row, name, value)
            changed.append(row)
    if changed:
        names = list(next(iter(wanted.values())))
        table.bulk_update(changed, names)


def follow_bodies(row: Consultation, groups: Sequence[Group]) -> None:
    """Makes the invited lines those of `groups`.

    A line is the same one where group and name are; then where the name alone is. A line that
    somebody refers to (a letter, a response) stays, also when it is off the list.
    """
    held = _groups(row, groups)
    lines = list(Body.objects.filter(group__consultation=row).select_related("group"))
    wanted = [
        (group.name, place, member)
        for group in groups
        for place, member in enumerate(group.members)
    ]
    found = _same_lines(lines, wanted)
    fresh, changed = [], []
    for position, (group, place, member) in enumerate(wanted):
        line = found.get(position)
        placed = {"group": held[group], "position": place, "collective": member.collective}
        if line is None:
            fresh.append(Body(name=member.name, **placed))
        elif any(getattr(line, name) != value for name, value in placed.items()):
            for name, value in placed.items():
                setattr(line, name, value)
            changed.append(line)
    Body.objects.bulk_update(changed, ["group", "position", "collective"])
    Body.objects.bulk_create(fresh)
    kept = {line.pk for line in found.values()}
    _drop(line for line in lines if line.pk not in kept)
    named = {group.name for group in groups}
    BodyGroup.objects.filter(consultation=row, bodies=None).exclude(name__in=named).delete()


def _same_lines(
    lines: Sequence[Body], wanted: Sequence[tuple[str, int, Member]]
) -> dict[int, Body]:
    """Which of `lines` each of `wanted` is, by its position: first by group and name, then by name."""
    exactly: dict[tuple[str, str], list[Body]] = defaultdict(list)
    for line in lines:
        exactly[line.group.name, line.name].append(line)
    found = {}
    for position, (group, _, member) in enumerate(wanted):
        if exactly[group, member.name]:
            found[position] = exactly[group, member.name].pop(0)
    by_name = {line.name: line for left in exactly.values() for line in left}
    for position, (_, _, member) in enumerate(wanted):
        if position not in found and member.name in by_name:
            found[position] = by_name.pop(member.name)
    return found


def _groups(row: Consultation, groups: Sequence[Group]) -> dict[str, BodyGroup]:
    known = {group.name: group for group in reversed(list(row.groups.all()))}
    changed = []
    for position, group in enumerate(groups):
        held = known.get(group.name)
        if held is not None and held.position != position:
            held.position = position
            changed.append(held)
    BodyGroup.objects.bulk_update(changed, ["position"])
    places = {group.name: place for place, group in reversed(list(enumerate(groups)))}
    fresh = [
        BodyGroup(consultation=row, position=place, name=name)
        for name, place in sorted(places.items(), key=lambda each: each[1])
        if name not in known
    ]
    BodyGroup.objects.bulk_create(fresh)
    return {group.name: group for group in reversed(list(row.groups.all()))}


def _drop(lines: Iterable[Body]) -> None:
    off = {line.pk for line in lines}
    if not off:
        return
    for relation in Body._meta.related_objects:  # noqa: SLF001 - Django documents it
        name = relation.field.name
        referring = relation.related_model._default_manager.filter(  # noqa: SLF001
            **{f"{name}__in": off}
        )
        off -= set(referring.values_list(name, flat=True))
    Body.objects.filter(pk__in=off).delete()
