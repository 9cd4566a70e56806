"""What one respondent sent, in order, with which of it stands and why: only read."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from innspill.shared.people.queries import name_of
from innspill.stages.consultations import queries as consultations
from innspill.stages.register import queries
from innspill.stages.register.core.which_stands import Word, has_kind, proposed, sorted_out
from innspill.stages.register.models import (
    LatenessWord,
    Response,
    ResponseSender,
    StandingWord,
)
from innspill.stages.register.queries import ResponseRow


@dataclass(frozen=True, slots=True)
class WordShown:
    """A person's word on how a response stands, and to which other."""

    relation: str
    other: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class VersionShown:
    """One response of a respondent: why it stands or not, and what somebody said or may say."""

    row: ResponseRow
    why: str
    """A code; the desk has words for it."""
    word: WordShown | None
    proposed: str | None
    """The relation to the version before it that a person may want to confirm."""
    before: ResponseRow | None


@dataclass(frozen=True, slots=True)
class LatenessShown:
    """A lead's word on whether a response came in time."""

    late: bool
    reason: str
    by: str
    at: datetime


def versions(response_id: int) -> list[VersionShown]:
    """All that has to do with one response, in order of receipt: itself among them."""
    row = queries.by_id(response_id)
    found = alike(row.consultation_id, {response_id})
    rows = sorted(
        (queries.by_id(pk) for pk in found), key=lambda each: (each.received_at, each.number)
    )
    live = [each for each in rows if each.standing != Response.Standing.WITHDRAWN]
    entries = [queries.registered(each) for each in live]
    words = words_on([each.id for each in live])
    definition = consultations.by_id(row.consultation_id).definition
    now = sorted_out(entries, definition, words)
    said = _said(found)
    shown = []
    for each in rows:
        at = live.index(each) if each in live else None
        before = live[at - 1] if at else None
        wanted = proposed(entries[at], entries[at - 1]) if at and each.id not in said else None
        shown.append(VersionShown(
            row=each,
            why="withdrawn" if at is None else now.why.get(at) or _why(at, live, words, now.added),
            word=said.get(each.id),
            proposed=wanted.relation if wanted else None,
            before=before,
        ))  # fmt: skip
    return shown


def lateness_of(response_id: int) -> LatenessShown | None:
    """The word on whether a response came in time, where somebody gave one."""
    words = LatenessWord.objects.filter(response=response_id, undone_at=None)
    word = words.select_related("by").first()
    return LatenessShown(word.late, word.reason, name_of(word.by), word.at) if word else None


def words_on(response_ids: Sequence[int]) -> dict[int, Word]:
    """The words that hold on some responses, by place among them, the oldest word first."""
    place = {pk: at for at, pk in enumerate(response_ids)}
    said = StandingWord.objects.filter(response__in=response_ids, undone_at=None).order_by("pk")
    return {
        place[response]: Word(relation, place.get(other))  # type: ignore[arg-type]
        for response, relation, other in said.values_list("response", "relation", "other")
    }


def alike(
    consultation_id: int, ids: AbstractSet[int], keys: AbstractSet[str] = frozenset()
) -> set[int]:
    """These responses, and those of the same organisations and threads, or tied by a word.

    `keys` are organisations besides. What took another's place, or was said to, is always among
    them.
    """
    known: set[int] = set(ids)
    firsts = ResponseSender.objects.filter(replaced_at=None, position=0)
    rows = Response.objects.filter(consultation=consultation_id)
    while True:
        keys |= set(firsts.filter(response__in=known).values_list("respondent__key", flat=True))
        threads = set(rows.filter(pk__in=known).values_list("thread", flat=True))
        of_keys = firsts.filter(
            respondent__consultation=consultation_id, respondent__key__in=keys - {""}
        )
        found = set(of_keys.values_list("response", flat=True)) | _spoken_of(known)
        found |= set(rows.filter(thread__in=threads - {None}).values_list("pk", flat=True))
        if found <= known:
            return known
        known |= found


def _spoken_of(known: AbstractSet[int]) -> set[int]:
    """The responses that a person's word ties to some of these."""
    said = StandingWord.objects.filter(undone_at=None, other__isnull=False)
    tied = said.filter(Q(response__in=known) | Q(other__in=known))
    return {pk for pair in tied.values_list("response", "other") for pk in pair if pk is not None}


def _said(response_ids: AbstractSet[int]) -> dict[int, WordShown]:
    rows = StandingWord.objects.filter(response__in=response_ids, undone_at=None).select_related(
        "by", "other__consultation"
    )
    return {
        word.response_id: WordShown(
            word.relation, word.other.reference if word.other else None, name_of(word.by), word.at
        )
        for word in rows
    }


def _why(
    at: int, live: Sequence[ResponseRow], words: dict[int, Word], added: dict[int, int]
) -> str:
    """Why a response stands."""
    word = words.get(at)
    if word is not None and word.relation == "alone":
        return "word-alone"
    if at in added:
        return "word-adds-to" if word is not None else "addition"
    if has_kind(queries.registered(live[at]), "will-come"):
        return "notice"
    others = [each for each in live if each.id != live[at].id]
    if not others:
        return "only-one"
    later = [each for each in live[at + 1 :] if each.standing == Response.Standing.CURRENT]
    return "beside" if later else "latest"
