"""The themes of a hearing with the comments that stand in them, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.models import LabelKind, Suggestion, Theme, ThemeChange
from innspill.stages.analysis.queries.keeping import Light, lights
from innspill.stages.analysis.queries.rows import CommentFilter, ThemeShown
from innspill.stages.consultations import queries as consultations

ALWAYS = "always/"
"""What `found_by` of "other" and "no reason given" begins with."""
_EXAMPLES = 3
_AGAINST = {"supports": ("opposes",), "reservations": ("opposes",), "opposes": ("supports",)}
"""Of the stance that most have, the ones that go against it."""


@dataclass(frozen=True, slots=True)
class ThemeChangeShown:
    """What a person did to a theme."""

    theme: int
    verb: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    by: str
    at: datetime


def theme_list(slug: str, owners: Collection[Owner]) -> list[ThemeShown]:
    """The themes that stand, those of most responses first; "other" and "no reason" last."""
    hearing = consultations.shown_to(slug, owners)
    return _themes(hearing.id) if hearing else []


def all_themes(consultation_id: int) -> list[ThemeShown]:
    """The themes of one hearing for the later stages."""
    return _themes(consultation_id)


def theme_labels(consultation_id: int) -> dict[int, str]:
    """The label of each theme that stands, by its number: for lists of choices."""
    rows = Theme.objects.filter(consultation=consultation_id, gone=False, merged_into=None)
    return dict(rows.values_list("pk", "label"))


def theme_names(consultation_id: int) -> dict[int, str]:
    """What each theme is called, or was when it was removed or merged into another."""
    rows = Theme.objects.filter(consultation=consultation_id)
    return dict(rows.values_list("pk", "label"))


def theme_changes(slug: str, owners: Collection[Owner]) -> list[ThemeChangeShown]:
    """What people did to the themes of one hearing, the last first."""
    rows = ThemeChange.objects.filter(
        theme__consultation__slug=slug, theme__consultation__owner__in=owners
    )
    return [
        ThemeChangeShown(row.theme_id, row.verb, row.before, row.after, name_of(row.by), row.at)
        for row in rows.select_related("by").order_by("-id")
    ]


def _themes(consultation_id: int) -> list[ThemeShown]:
    rows = list(Theme.objects.filter(consultation=consultation_id, gone=False, merged_into=None))
    held: dict[int, list[Light]] = defaultdict(list)
    for one in lights(consultation_id, CommentFilter()):
        for theme in one.themes:
            held[theme].append(one)
    ranks = _ranks(consultation_id)
    parts: dict[int | None, list[Theme]] = defaultdict(list)
    numbers = {row.pk for row in rows}
    for row in rows:
        parts[row.parent_id if row.parent_id in numbers else None].append(row)
    found = [_shown(row, parts, held, ranks) for row in parts[None]]
    return sorted(found, key=lambda each: (bool(each.always), -each.responses, each.id))


def _shown(
    row: Theme,
    parts: Mapping[int | None, Sequence[Theme]],
    held: Mapping[int, Sequence[Light]],
    ranks: Mapping[tuple[int, int], int],
) -> ThemeShown:
    below = [_shown(each, parts, held, ranks) for each in parts.get(row.pk, ())]
    family = _family(row.pk, parts)
    inside = {one.id: one for theme in family for one in held.get(theme, ())}
    stances = Counter(one.said.get("stance", "") for one in inside.values())
    groups = Counter(one.group for one in inside.values())
    typical = sorted(
        inside, key=lambda pk: (min(ranks.get((pk, theme), 9999) for theme in family), pk)
    )
    return ThemeShown(
        id=row.pk,
        label=row.label,
        description=row.description,
        phrases=tuple(row.phrases),
        parent=row.parent_id,
        always=row.found_by.removeprefix(ALWAYS) if row.found_by.startswith(ALWAYS) else "",
        by_person=not row.found_by,
        touched=row.touched,
        comments=len(inside),
        responses=len({one.number for one in inside.values()}),
        stances=dict(stances),
        groups=dict(groups),
        typical=tuple(typical[:_EXAMPLES]),
        contrary=tuple(_contrary(typical, inside, stances)[:_EXAMPLES]),
        parts=tuple(sorted(below, key=lambda each: (-each.responses, each.id))),
    )


def _family(theme: int, parts: Mapping[int | None, Sequence[Theme]]) -> list[int]:
    """The theme and all below it; one that stands under itself is met once."""
    found, left = [], [theme]
    while left:
        here = left.pop()
        if here not in found:
            found.append(here)
            left += [each.pk for each in parts.get(here, ())]
    return found


def _contrary(
    order: Sequence[int], inside: Mapping[int, Light], stances: Mapping[str, int]
) -> list[int]:
    taken = {stance: n for stance, n in stances.items() if stance in _AGAINST}
    if not taken:
        return []
    against = _AGAINST[max(sorted(taken), key=lambda stance: taken[stance])]
    return [pk for pk in order if inside[pk].said.get("stance") in against]


def _ranks(consultation_id: int) -> dict[tuple[int, int], int]:
    """How typical the machine finds each comment of each theme; 0 is the most typical."""
    rows = Suggestion.objects.filter(
        run__version=RULES, run__rendition__consultation=consultation_id, kind=LabelKind.THEME
    ).values_list("comment", "detail")
    return {
        (comment, int(theme)): rank
        for comment, detail in rows
        for theme, rank in detail.get("rank", {}).items()
    }
