"""The names of the rows that responses are counted in."""

from __future__ import annotations

from innspill.stages.analysis.core.counted import TallyKind
from innspill.stages.consultations.core.definition import Definition, Group
from innspill.stages.reports.core.words import words_in


def row_label(kind: TallyKind, group: str | None, definition: Definition, language: str) -> str:
    """The shown name of a row of the tables by group."""
    words = words_in(language)
    if kind == "not-invited":
        return words.not_invited
    if kind == "joint":
        return words.joint_groups
    if kind == "total":
        return words.total
    name = next(
        (group_name(each, language) for each in definition.bodies if each.name == group), ""
    )
    return words.members_of.format(group=name) if kind == "members" else name


def group_name(group: Group, language: str) -> str:
    """The group's name in `language` where it has one, else its name."""
    return dict(group.translations).get(language) or group.name  # type: ignore[call-overload]
