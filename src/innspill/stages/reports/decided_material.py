"""What people did beside the responses, read for a report: themes, changes, measures, deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import ThemeShown
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.queries import DecidedRow
from innspill.stages.reports.core.values import Change, Decided, Extended, ThemeTold, Told


def decided(rows: Sequence[DecidedRow]) -> tuple[Decided, ...]:
    """What stands decided on each comment, by its place in `rows`.

    Not on what a person has marked as no comment since: it is counted nowhere.
    """
    return tuple(
        Decided(
            comment=at,
            outcome=word.outcome,
            reason=word.reason,
            responsible=word.responsible,
            changes=tuple(change.id for change in word.changes),
            disposition=word.id,
        )
        for at, row in enumerate(rows)
        if (word := row.disposition) is not None and row.comment.is_remark
    )


def told(consultation_id: int, rows: Sequence[DecidedRow]) -> Told:
    """All of it for one hearing; `rows` are all its comments, in the order of the report."""
    return Told(
        fingerprints=tuple(row.comment.fingerprint for row in rows),
        themes=_themes(consultation_id, rows),
        changes=_changes(consultation_id),
        measures=tuple(deciding.all_measures(consultation_id)),
        ledger=deciding.ledger(consultation_id),
        extended=_extended(consultation_id),
    )


def _themes(consultation_id: int, rows: Sequence[DecidedRow]) -> tuple[ThemeTold, ...]:
    held: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        for number in row.comment.themes:
            held.setdefault(number, []).append(at)
    places = {row.comment.id: at for at, row in enumerate(rows)}
    found: list[ThemeTold] = []

    def add(theme: ThemeShown, parent: int | None) -> set[int]:
        place = len(found)
        found.append(ThemeTold(theme.id, theme.label, theme.description, parent, theme.always, ()))
        inside = set(held.get(theme.id, ())).union(*(add(part, theme.id) for part in theme.parts))
        found[place] = ThemeTold(
            id=theme.id,
            label=theme.label,
            description=theme.description,
            parent=parent,
            always=theme.always,
            comments=tuple(sorted(inside)),
            typical=tuple(places[each] for each in theme.typical if each in places),
            contrary=tuple(places[each] for each in theme.contrary if each in places),
        )
        return inside

    for theme in analysis.all_themes(consultation_id):
        add(theme, None)
    return tuple(found)


def _changes(consultation_id: int) -> tuple[Change, ...]:
    """Each change as it stands, in the order that they were written."""
    found = deciding.all_text_changes(consultation_id)
    return tuple(
        Change(each.id, each.place, each.old, each.new)
        for each in sorted(found, key=lambda each: each.id)
    )


def _extended(consultation_id: int) -> tuple[Extended, ...]:
    """The bodies whose later deadline stands, in the order of the list."""
    hearing = consultations.by_id(consultation_id)
    latest: dict[str, date | None] = {
        each.body: each.last_day for each in consultations.extensions(hearing.slug)
    }
    return tuple(Extended(name, until) for name, until in latest.items() if until is not None)
