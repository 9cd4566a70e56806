"""A person's words on comments, answers and responses: beside the machine's and never over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis.core import targets
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.core.labels import (
    CONFIRMED_BY,
    is_a_value,
    is_suggestion,
    machine_word,
    parted,
)
from innspill.stages.analysis.models import Comment, Judgement, LabelKind, Suggestion, Theme
from innspill.stages.analysis.queries.rows import CommentRow
from innspill.stages.analysis.queries.standing import ON_SPANS, shown, standing
from innspill.stages.consultations import queries as consultations


@dataclass(frozen=True, slots=True)
class _Target:
    """What is spoken about: its digest, the comment that it stands in, and the machine's word."""

    digest: str
    about: str
    suggested: str = ""
    source: str = ""


@transaction.atomic
def label(
    *,
    consultation_id: int,
    target: str,
    kind: str,
    value: str,
    by: User,
    now: datetime,
    detail: Mapping[str, Any] | None = None,
    note: str = "",
) -> str:
    """A person's word of one kind on a target; returns the target. The latest word stands.

    For a stance, theme or link `target` is a comment's fingerprint (a stance: that of an answer or
    a whole response too), for a proposal or a name its own target. With a comment's fingerprint
    and `detail` {start, end, …} in its text, a proposal or a name is added that the machine did not
    see. A word is undone by saying the one before. Raises NotAllowed and BadInput.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    given = dict(detail or {})
    spoken = _target(consultation_id, target, kind, given)
    if not is_a_value(kind, value, _theme_ids(consultation_id, kind)):
        raise BadInput(f"{value!r} is no {kind}", todo="Choose one of those shown.")
    if kind in ON_SPANS and value == "yes" and not spoken.suggested:
        value = "added"
    touch(value if kind == LabelKind.THEME else "")
    Judgement.objects.create(
        consultation_id=consultation_id, kind=kind, target=spoken.digest, about=spoken.about,
        value=value, suggested=spoken.suggested, source=spoken.source, detail=given,
        note=note.strip(), by=by, at=now,
    )  # fmt: skip
    _write(hearing.slug, by, {"kind": kind, "targets": 1}, now)
    return spoken.digest


@transaction.atomic
def label_many(
    comment_ids: Collection[int], *, kind: str, value: str, by: User, now: datetime, note: str = ""
) -> int:
    """The same word on many comments, all or none; returns how many. Raises as `label`."""
    rows = _comments(comment_ids, by)
    consultation_id = _hearing_of(rows)
    if kind not in CONFIRMED_BY or not is_a_value(kind, value, _theme_ids(consultation_id, kind)):
        raise BadInput(f"{value!r} is no {kind}", todo="Choose one of those shown.")
    touch(value if kind == LabelKind.THEME else "")
    Judgement.objects.bulk_create(
        _on_comment(row, consultation_id, kind, value, by, now, note.strip()) for row in _once(rows)
    )
    _write(rows[0].consultation_slug, by, {"kind": kind, "targets": len(rows)}, now)
    return len(rows)


@transaction.atomic
def confirm(comment_ids: Collection[int], *, by: User, now: datetime) -> int:
    """Keeps the machine's word on each comment where no person has said one; returns how many words.

    Of the places that the machine names it is the likeliest that is kept. Where it said nothing
    (no theme, no place), that is kept too. Raises NotAllowed and BadInput.
    """
    rows = _comments(comment_ids, by)
    consultation_id = _hearing_of(rows)
    words = [word for row in _once(rows) for word in _kept(row, consultation_id, by, now)]
    unique = {(word.target, word.kind): word for word in words}
    touch(*(word.value for word in unique.values() if word.kind == LabelKind.THEME))
    Judgement.objects.bulk_create(unique.values())
    _write(rows[0].consultation_slug, by, {"kind": "all", "targets": len(rows)}, now)
    return len(unique)


def touch(*values: str) -> None:
    """Leaves the themes that a person spoke of as they are, when themes are found anew."""
    numbers = {int(part) for value in values for part in parted(value)}
    if numbers:
        Theme.objects.filter(pk__in=numbers, touched=False).update(touched=True)


def words_on_themes(
    rows: Iterable[CommentRow], consultation_id: int, value_of: Mapping[str, str], by: User,
    now: datetime,
) -> int:  # fmt: skip
    """Says of each comment which themes it stands in, by its fingerprint; returns of how many."""
    made = Judgement.objects.bulk_create(
        _on_comment(row, consultation_id, LabelKind.THEME, value_of[row.fingerprint], by, now)
        for row in _once(rows)
        if row.fingerprint in value_of
    )
    return len(made)


def comments_for(comment_ids: Collection[int], by: User) -> tuple[int, list[CommentRow]]:
    """The hearing and its standing comments with these numbers. Raises NotAllowed and BadInput."""
    rows = _comments(comment_ids, by)
    return _hearing_of(rows), rows


def _kept(row: CommentRow, consultation_id: int, by: User, now: datetime) -> Iterable[Judgement]:
    for kind in CONFIRMED_BY:
        said = row.label(kind)
        if said is None or said.judged is None:
            word = machine_word(kind, said.value) if said else ""
            yield _on_comment(row, consultation_id, kind, word, by, now)
    for said in row.suggestions:
        if said.kind in ON_SPANS and said.judged is None:
            yield Judgement(
                consultation_id=consultation_id, kind=said.kind, target=said.target,
                about=row.fingerprint, value="yes", suggested=said.value, source=said.source,
                by=by, at=now,
            )  # fmt: skip


def _on_comment(  # noqa: PLR0917 - a row's columns
    row: CommentRow, consultation_id: int, kind: str, value: str, by: User, now: datetime,
    note: str = "",
) -> Judgement:  # fmt: skip
    said = row.label(kind)
    return Judgement(
        consultation_id=consultation_id, kind=kind, target=row.fingerprint, about=row.fingerprint,
        value=value, suggested=said.value if said else "", source=said.source if said else "",
        note=note, by=by, at=now,
    )  # fmt: skip


def _once(rows: Iterable[CommentRow]) -> list[CommentRow]:
    """Each point once: the same words twice in an answer are one target."""
    return list({row.fingerprint: row for row in rows}.values())


def _comments(comment_ids: Collection[int], by: User) -> list[CommentRow]:
    rows = shown(standing(pk__in=comment_ids, is_remark=True))
    if not rows or len(rows) != len(set(comment_ids)):
        raise BadInput("some of these comments are not there any more", todo="Look again.")
    for owner_id in {row.owner_id for row in rows}:
        require(by, owner_id, Role.CASEWORKER)
    return rows


def _hearing_of(rows: list[CommentRow]) -> int:
    slugs = {row.consultation_slug for row in rows}
    found = consultations.id_of(slugs.pop())
    if slugs or found is None:
        raise BadInput("these comments belong to several hearings", todo="Choose those of one.")
    return found


def _target(consultation_id: int, digest: str, kind: str, detail: Mapping[str, Any]) -> _Target:
    """What is spoken about. Raises BadInput where the hearing has no such thing."""
    here = Suggestion.objects.filter(
        run__rendition__consultation=consultation_id, target=digest, kind=kind
    ).select_related("comment")
    now = list(here.filter(run__version=RULES).order_by("source", "-id"))
    # A model's word stands where the rules abstain, as it is shown.
    found = next((row for row in now if is_suggestion(kind, row.value)), None)
    found = found or (now[0] if now else here.last())
    if found is not None:
        about = found.comment.fingerprint if found.comment else digest
        return _Target(digest, about, found.value, found.source)
    said = Judgement.objects.filter(consultation=consultation_id, target=digest, kind=kind).last()
    if said is not None:
        return _Target(digest, said.about, said.suggested, said.source)
    comment = Comment.objects.filter(
        run__rendition__consultation=consultation_id, fingerprint=digest
    ).last()
    if comment is None:
        raise BadInput("there is nothing here that can be judged", todo="Look again.")
    if kind in ON_SPANS:
        return _Target(_span_target(comment, kind, detail), digest)
    return _Target(digest, digest)


def _span_target(comment: Comment, kind: str, detail: Mapping[str, Any]) -> str:
    start, end = detail.get("start"), detail.get("end")
    if not (
        isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(comment.text)
    ):
        raise BadInput("these words do not stand there", todo="Mark them in the comment's text.")
    return targets.of_proposal(
        comment.fingerprint,
        f"{kind if kind != LabelKind.PROPOSAL else ''}{comment.text[start:end]}",
    )


def _theme_ids(consultation_id: int, kind: str) -> frozenset[str]:
    if kind != LabelKind.THEME:
        return frozenset()
    rows = Theme.objects.filter(consultation=consultation_id, gone=False, merged_into=None)
    return frozenset(str(pk) for pk in rows.values_list("pk", flat=True))


def _write(slug: str, by: User, detail: Mapping[str, Any], now: datetime) -> None:
    journal.write("judged", f"consultation {slug}", actor=by.get_username(), detail=detail, at=now)
