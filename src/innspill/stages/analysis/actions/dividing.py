"""A person's dividing of an answer into points, and that a response is gone through."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import get_args

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis.actions.grouping import give_standing_themes
from innspill.stages.analysis.actions.keeping_words import keep_words
from innspill.stages.analysis.actions.storing import store_comments
from innspill.stages.analysis.core.analyse import RULES, divided
from innspill.stages.analysis.core.places import Cut, Place, places_of, tidy
from innspill.stages.analysis.core.values import Remainder
from innspill.stages.analysis.models import AnalysisRun, Comment, Division, Finished
from innspill.stages.analysis.queries.history import unconfirmed_in
from innspill.stages.analysis.queries.standing import standing
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.values import PublicResponse


@transaction.atomic
def divide(
    rendition_id: int, *, place: str, cuts: Sequence[Cut], by: User, now: datetime
) -> list[int]:
    """Divides one place of a public copy anew; returns the numbers of its comments.

    Each piece gets the machine's labels; what people said of a piece that is still the same stays.
    Raises NotAllowed, Conflict where the copy is not analysed, and BadInput where a visible
    character lies in none or in two of the cuts, saying which words.
    """
    hearing, public, run = _copy(rendition_id, by)
    here = _place(public, place)
    return _divide(run, public, hearing, here, tidy(here.text, cuts), by, now)


@transaction.atomic
def join(comment_ids: Collection[int], *, by: User, now: datetime) -> list[int]:
    """Makes one of comments that stand side by side in one place. Raises as `divide`, and BadInput."""
    rows = _side_by_side(comment_ids)
    return _change(rows[0], {rows[0].pk: [Cut(rows[0].start, rows[-1].end)]}, rows, by, now)


@transaction.atomic
def split(comment_id: int, at: int, *, by: User, now: datetime) -> list[int]:
    """Makes two of a comment: the second begins at character `at` of its text. Raises as `divide`."""
    row = _standing(comment_id)
    if not (row.text[:at].strip() and 0 < at < len(row.text) and row.text[at:].strip()):
        raise BadInput("there is nothing on one side of the cut", todo="Cut between two words.")
    middle = row.start + at
    halves = [Cut(row.start, middle, _kind(row)), Cut(middle, row.end, _kind(row))]
    return _change(row, {row.pk: halves}, [row], by, now)


@transaction.atomic
def mark(comment_id: int, remainder: Remainder, *, by: User, now: datetime) -> list[int]:
    """Says that a piece makes no point and what it is, or with "" that it makes one after all."""
    row = _standing(comment_id)
    if remainder not in get_args(Remainder):
        raise BadInput(f"{remainder!r} is no kind of remainder")
    return _change(row, {row.pk: [Cut(row.start, row.end, remainder)]}, [row], by, now)


@transaction.atomic
def finish(rendition_id: int, *, by: User, now: datetime) -> None:
    """Says that a person has gone through a response. Raises NotAllowed and Conflict as `divide`,
    and BadInput where comments are unconfirmed, saying how many.
    """
    hearing, public, _ = _copy(rendition_id, by)
    waiting, state = unconfirmed_in(rendition_id, hearing.id)
    if waiting:
        raise BadInput(
            f"{waiting} comments are unconfirmed",
            where=public.reference,
            todo="Say something about each, or keep the machine's word.",
        )
    Finished.objects.create(rendition_id=rendition_id, state=state, by=by, at=now)
    _write("finished", public, by, {}, now)


@transaction.atomic
def open_again(rendition_id: int, *, by: User, now: datetime) -> None:
    """Says that a response is not gone through after all. Raises NotAllowed and Conflict."""
    _, public, _ = _copy(rendition_id, by)
    Finished.objects.create(rendition_id=rendition_id, again=True, state="", by=by, at=now)
    _write("opened-again", public, by, {}, now)


def _copy(rendition_id: int, by: User) -> tuple[ConsultationShown, PublicResponse, AnalysisRun]:
    consultation_id, public = publication.rendition(rendition_id)
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    run = AnalysisRun.objects.filter(
        rendition=rendition_id, version=RULES,
        rendition__replaced_at=None, rendition__standing="current",
    ).first()  # fmt: skip
    if run is None:
        raise Conflict(f"{public.reference} is not the copy on show, or is not analysed yet")
    return hearing, public, run


def _place(public: PublicResponse, name: str) -> Place:
    for place in places_of(public):
        if place.name == name:
            return place
    raise BadInput("there is no such place", where=public.reference)


def _divide(  # noqa: PLR0917 - what both ways in know already
    run: AnalysisRun,
    public: PublicResponse,
    hearing: ConsultationShown,
    place: Place,
    cuts: Sequence[Cut],
    by: User,
    now: datetime,
) -> list[int]:
    division = Division.objects.create(
        rendition_id=run.rendition_id, place=place.name, by=by, at=now
    )
    found = divided(public, hearing.definition, place, cuts, _as_divided(run.rendition_id))
    rows = store_comments(run, [(place, found)], division)
    keep_words(run)
    give_standing_themes(hearing.id, rows)
    _write("divided", public, by, {"place": place.name, "pieces": len(rows)}, now)
    return [row.pk for row in rows]


def _as_divided(rendition_id: int) -> dict[str, list[Cut]]:
    """How persons divided the places of a copy, by the names of the places."""
    found: dict[str, list[Cut]] = {}
    for each in standing(run__rendition=rendition_id).exclude(division=None):
        found.setdefault(each.place, []).append(Cut(each.start, each.end, _kind(each)))
    return found


def _change(
    row: Comment, instead: dict[int, list[Cut]], gone: Sequence[Comment], by: User, now: datetime
) -> list[int]:
    """Divides the place of `row` as it is divided now, but for `instead` of those that are `gone`."""
    hearing, public, run = _copy(row.run.rendition_id, by)
    left = {each.pk for each in gone}
    cuts: list[Cut] = []
    for each in standing(run__rendition=run.rendition_id, place=row.place):
        if each.pk in instead:
            cuts += instead[each.pk]
        elif each.pk not in left:
            cuts.append(Cut(each.start, each.end, _kind(each)))
    here = _place(public, row.place)
    return _divide(run, public, hearing, here, tidy(here.text, cuts), by, now)


def _standing(comment_id: int) -> Comment:
    row = standing(pk=comment_id).select_related("run").first()
    if row is None:
        raise BadInput("some of these comments are not there any more", todo="Look again.")
    return row


def _side_by_side(comment_ids: Collection[int]) -> list[Comment]:
    rows = [_standing(pk) for pk in comment_ids]
    rows.sort(key=lambda row: row.start)
    places = {(row.run.rendition_id, row.place) for row in rows}
    if len(rows) < 2 or len(places) != 1:
        raise BadInput("only comments side by side in one answer can be joined")
    inside = standing(run__rendition=rows[0].run.rendition_id, place=rows[0].place)
    between = inside.filter(start__gte=rows[0].start, end__lte=rows[-1].end)
    if between.count() != len(rows):
        raise BadInput("only comments side by side in one answer can be joined")
    return rows


def _kind(row: Comment) -> Remainder:
    """What a row of the machine's or a person's is marked as; one without a kind is "stray"."""
    if row.is_remark:
        return ""
    return row.remainder or "stray"  # type: ignore[return-value]


def _write(
    verb: str, public: PublicResponse, by: User, detail: dict[str, object], now: datetime
) -> None:
    journal.write(
        verb, f"response {public.reference}", actor=by.get_username(), detail=detail, at=now
    )
