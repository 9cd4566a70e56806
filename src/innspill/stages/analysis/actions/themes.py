"""What a person does to themes: each can be undone by its opposite, and stays to be read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis.actions.judging import comments_for, words_on_themes
from innspill.stages.analysis.actions.storing import joined
from innspill.stages.analysis.models import Theme, ThemeChange
from innspill.stages.analysis.queries.themes import ALWAYS
from innspill.stages.consultations import queries as consultations

_LONGEST = 120


@transaction.atomic
def make_theme(
    consultation_id: int, *, label: str, by: User, now: datetime, description: str = "",
    parent: int | None = None,
) -> int:  # fmt: skip
    """Makes a theme of a person's own; returns its number. Raises NotAllowed and BadInput."""
    require(by, consultations.by_id(consultation_id).owner_id, Role.CASEWORKER)
    above = _own(parent, by) if parent is not None else None
    if above is not None and above.consultation_id != consultation_id:
        raise _no_such()
    row = Theme.objects.create(
        consultation_id=consultation_id,
        label=_label(label, consultation_id),
        description=description.strip()[:600],
        parent=above,
        touched=True,
        at=now,
    )
    _changed(row, "made", {}, {"label": row.label, "parent": parent}, by, now)
    return int(row.pk)


@transaction.atomic
def rename_theme(
    theme_id: int, *, label: str, by: User, now: datetime, description: str | None = None
) -> None:
    """Gives a theme another label, or another description. Raises NotAllowed and BadInput."""
    row = _own(theme_id, by)
    before = {"label": row.label, "description": row.description}
    row.label = _label(label, row.consultation_id, besides=row.pk)
    if description is not None:
        row.description = description.strip()[:600]
    after = {"label": row.label, "description": row.description}
    _save(row, "renamed", before, after, by, now)


@transaction.atomic
def merge_themes(theme_ids: Collection[int], into: int, *, by: User, now: datetime) -> None:
    """Lets themes be part of another one: what stands in them stands in it. `unmerge` undoes it."""
    target = _own(into, by)
    for row in [_own(pk, by) for pk in theme_ids if pk != into]:
        if row.consultation_id != target.consultation_id:
            raise _no_such()
        row.merged_into = target
        _save(row, "merged", {"into": None}, {"into": target.pk}, by, now)
    Theme.objects.filter(pk=target.pk).update(touched=True)


@transaction.atomic
def unmerge_theme(theme_id: int, *, by: User, now: datetime) -> None:
    """Lets a merged theme stand by itself again. Raises NotAllowed and BadInput."""
    row = _own(theme_id, by, merged=True)
    before = {"into": row.merged_into_id}
    row.merged_into = None
    _save(row, "unmerged", before, {"into": None}, by, now)


@transaction.atomic
def split_theme(
    theme_id: int, comment_ids: Collection[int], label: str, *, by: User, now: datetime
) -> int:
    """Makes a theme of some of another's comments; returns its number. Merging undoes it."""
    row = _own(theme_id, by)
    new = Theme.objects.create(
        consultation_id=row.consultation_id,
        label=_label(label, row.consultation_id),
        parent=row.parent,
        touched=True,
        at=now,
    )
    moved = _move(comment_ids, new, row, by, now)
    Theme.objects.filter(pk=row.pk).update(touched=True)
    _changed(row, "split", {}, {"new": new.pk, "comments": moved}, by, now)
    return int(new.pk)


@transaction.atomic
def move_comments(
    comment_ids: Collection[int], to: int, *, by: User, now: datetime, out_of: int | None = None
) -> int:
    """Puts comments in a theme; returns how many. Moving them back undoes it.

    With `out_of` they leave that one, with what stands under it, and keep their others; without it
    they stand in `to` alone. Raises NotAllowed and BadInput.
    """
    target = _own(to, by, always=True)
    source = _own(out_of, by, always=True) if out_of is not None else None
    moved = _move(comment_ids, target, source, by, now)
    Theme.objects.filter(pk=target.pk).update(touched=True)
    after = {"comments": moved, "from": out_of}
    _changed(target, "moved", {}, after, by, now)
    return moved


@transaction.atomic
def remove_theme(theme_id: int, *, by: User, now: datetime) -> None:
    """Takes a theme away: its comments stand in it no more. `restore_theme` undoes it."""
    row = _own(theme_id, by)
    row.gone = True
    _save(row, "removed", {"gone": False}, {"gone": True}, by, now)


@transaction.atomic
def restore_theme(theme_id: int, *, by: User, now: datetime) -> None:
    """Lets a theme that was taken away stand again. Raises NotAllowed and BadInput."""
    row = _own(theme_id, by, gone=True)
    row.gone = False
    _save(row, "restored", {"gone": True}, {"gone": False}, by, now)


@transaction.atomic
def put_under(theme_id: int, parent: int | None, *, by: User, now: datetime) -> None:
    """Makes a theme a sub-theme of another, or with None one by itself. Raises NotAllowed, BadInput."""
    row = _own(theme_id, by)
    above = _own(parent, by) if parent is not None else None
    before = {"parent": row.parent_id}
    if above is not None:
        if above.consultation_id != row.consultation_id:
            raise _no_such()
        if (
            above.pk == row.pk
            or above.parent_id is not None
            or row.parts.filter(gone=False).exists()
        ):
            raise BadInput("themes stand in two levels and no more", todo="Choose a main theme.")
    row.parent = above
    _save(row, "put-under", before, {"parent": parent}, by, now)


def _move(
    comment_ids: Collection[int], to: Theme, source: Theme | None, by: User, now: datetime
) -> int:
    consultation_id, rows = comments_for(comment_ids, by)
    if consultation_id != to.consultation_id:
        raise _no_such()
    values = {}
    left = {source.pk, *source.parts.values_list("pk", flat=True)} if source else set()
    for row in rows:
        others = [theme for theme in row.themes if source is not None and theme not in left]
        values[row.fingerprint] = joined(str(pk) for pk in dict.fromkeys([to.pk, *others]))
    return words_on_themes(rows, consultation_id, values, by, now)


def _own(
    theme_id: int, by: User, *, always: bool = False, merged: bool = False, gone: bool = False
) -> Theme:
    """The theme, where the person may change it and it stands as is asked for."""
    row = Theme.objects.select_related("consultation").filter(pk=theme_id).first()
    if row is None:
        raise _no_such()
    require(by, row.consultation.owner_id, Role.CASEWORKER)
    if row.gone != gone or (row.merged_into_id is not None) != merged:
        raise _no_such()
    if row.found_by.startswith(ALWAYS) and not always:
        raise BadInput("every hearing has this theme as it is", todo="Make one of your own.")
    return row


def _no_such() -> BadInput:
    return BadInput("there is no such theme", todo="Look again.")


def _label(label: str, consultation_id: int, *, besides: int | None = None) -> str:
    plain = " ".join(label.split())
    if not plain:
        raise BadInput("the theme has no name", todo="Write what its comments are about.")
    if len(plain) > _LONGEST:
        raise BadInput("the name of the theme is too long", todo=f"Use at most {_LONGEST} letters.")
    same = Theme.objects.filter(
        consultation=consultation_id, label__iexact=plain, gone=False, merged_into=None
    )
    if same.exclude(pk=besides or 0).exists():
        raise BadInput(
            "there is a theme with this name already", todo="Merge them, or choose another."
        )
    return plain


def _save(  # noqa: PLR0917 - a row's columns
    row: Theme, verb: str, before: dict[str, Any], after: dict[str, Any], by: User, now: datetime
) -> None:
    row.touched = True
    row.save()
    _changed(row, verb, before, after, by, now)


def _changed(  # noqa: PLR0917 - a row's columns
    row: Theme, verb: str, before: dict[str, Any], after: dict[str, Any], by: User, now: datetime
) -> None:
    ThemeChange.objects.create(theme=row, verb=verb, before=before, after=after, by=by, at=now)
    journal.write(
        f"theme-{verb}",
        f"theme {row.pk}",
        actor=by.get_username(),
        detail={"consultation": row.consultation_id},
        at=now,
    )
