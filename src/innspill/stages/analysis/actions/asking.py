"""A language model is asked: begun by a person who saw the estimate, one call at a time, and ended.

Nothing here speaks with a model: the call is made between two actions, so that no transaction waits
for it (pipeline/asking.py). What comes of it are suggestions beside those of the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max, Q

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis.core import targets
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.core.model.batches import Price
from innspill.stages.analysis.core.model.values import CommentHeard, Heard, Tally
from innspill.stages.analysis.models import (
    AnalysisRun,
    Asking,
    Comment,
    LabelKind,
    Suggestion,
    Theme,
    ThemeWording,
)
from innspill.stages.analysis.queries.asking import ToAsk, tally_of, to_be_asked
from innspill.stages.analysis.queries.standing import standing
from innspill.stages.consultations import queries as consultations

_BUSY = timedelta(minutes=15)
"""Longer than any call takes with all its tries; after that its asker is thought dead."""
_FAILURES = 5
"""Calls without an answer that could be read, and more than half of all: then it is stopped."""
_LONGEST = 300


@transaction.atomic
def begin_asking(
    consultation_id: int, *, source: str, price: Price, by: User | None, now: datetime
) -> int:
    """A lead has the model `source` asked about one hearing; returns the number of the asking.

    `by` is None for the operator on the command line. Raises NotAllowed, BadInput where there is
    nothing to ask, Conflict where it is being asked already.
    """
    hearing = consultations.by_id(consultation_id)
    if by is not None:
        require(by, hearing.owner_id, Role.LEAD)
    found = to_be_asked(consultation_id, source)
    if found.is_empty:
        raise BadInput("there is nothing that the model was not asked", todo="Wait for more.")
    cost = price.of(found.tokens_in, found.tokens_out)
    rows = standing(run__rendition__consultation=consultation_id, is_remark=True)
    try:
        with transaction.atomic():
            made = Asking.objects.create(
                consultation_id=consultation_id, by=by, at=now, source=source,
                estimate={**asdict(found), "cost": str(cost), "currency": price.currency},
                upto=rows.aggregate(last=Max("pk"))["last"] or 0,
            )  # fmt: skip
    except IntegrityError as error:
        raise Conflict(f"a model is being asked about {hearing.slug} already") from error
    journal.write(
        "model-asked",
        f"consultation {hearing.slug}",
        actor=by.get_username() if by else "operator",
        detail={"source": source, "calls": found.calls, "comments": found.comments},
        at=now,
    )
    return int(made.pk)


@transaction.atomic
def claim_call(asking_id: int, *, now: datetime) -> None:
    """Takes the next call of an asking on, so that nobody else makes it meanwhile. Raises Conflict."""
    free = Asking.objects.filter(Q(busy_until=None) | Q(busy_until__lt=now), pk=asking_id)
    if not free.filter(ended_at=None).update(busy_until=now + _BUSY):
        raise Conflict(f"asking {asking_id} is at work or has ended")


@transaction.atomic
def let_call_go(asking_id: int) -> None:
    """Lets go of a call that the model could not be asked now."""
    Asking.objects.filter(pk=asking_id).update(busy_until=None)


@transaction.atomic
def take_answer(asking_id: int, asked: ToAsk, heard: Heard, *, now: datetime) -> None:
    """Stores what is kept of one call. Raises Conflict where it was stopped, or answered already."""
    asking = Asking.objects.select_for_update().get(pk=asking_id)
    if asking.ended_at is not None or (asking.after, asking.themes_after) != asked.before:
        raise Conflict(f"asking {asking_id} has gone on without this answer")
    _store_comments(asking, asked, heard.comments)
    _store_wordings(asking, heard)
    tally = tally_of(asking.tally) + heard.tally + Tally(too_long=asked.too_long)
    asking.tally = asdict(tally)
    asking.after, asking.themes_after = asked.after
    asking.busy_until = None
    if tally.failed >= _FAILURES and 2 * tally.failed > tally.calls:
        asking.ended_at, asking.stopped = now, True
    asking.save()
    counted = {name: number for name, number in asdict(heard.tally).items() if number}
    _write("model-answered", asking, journal.SYSTEM, counted, now)


@transaction.atomic
def end_asking(asking_id: int, *, now: datetime) -> None:
    """Ends an asking that has nothing left to ask."""
    asking = Asking.objects.select_for_update().get(pk=asking_id)
    if asking.ended_at is None:
        asking.ended_at, asking.busy_until = now, None
        asking.save()
        _write("model-done", asking, journal.SYSTEM, asking.tally, now)


@transaction.atomic
def stop_asking(asking_id: int, *, by: User, now: datetime) -> None:
    """A lead stops an asking; what was answered stays. Raises NotAllowed and Conflict."""
    asking = Asking.objects.select_for_update().get(pk=asking_id)
    require(by, consultations.by_id(asking.consultation_id).owner_id, Role.LEAD)
    if asking.ended_at is not None:
        raise Conflict(f"asking {asking_id} has ended already")
    asking.ended_at, asking.stopped, asking.busy_until = now, True, None
    asking.save()
    _write("model-stopped", asking, by.get_username(), asking.tally, now)


def _store_comments(asking: Asking, asked: ToAsk, heard: Iterable[CommentHeard]) -> None:
    """What the model says, on each comment with the same words under the same question."""
    by_key = {each.key: each for each in heard}
    said = {
        (each.question, each.text): by_key[each.key]
        for each in asked.comments
        if each.key in by_key and (by_key[each.key].stance or by_key[each.key].proposals)
    }
    if not said:
        return
    has = Suggestion.objects.filter(source=asking.source, run__version=RULES)
    rows = standing(
        run__rendition__consultation=asking.consultation_id, is_remark=True,
        text__in={text for _, text in said}, pk__lte=asking.upto,
    ).exclude(pk__in=has.filter(comment__isnull=False).values("comment"))  # fmt: skip
    runs = _runs(asking.consultation_id)
    Suggestion.objects.bulk_create(
        suggestion
        for row in rows.select_related("run")
        if (row.question, row.text) in said
        for suggestion in _suggestions(
            asking.source, runs[row.run.rendition_id], row, said[row.question, row.text]
        )
    )


def _suggestions(
    source: str, run_id: int, comment: Comment, heard: CommentHeard
) -> Iterator[Suggestion]:
    stance = heard.stance
    if stance is not None:
        start, end = heard.stance_at
        yield Suggestion(
            run_id=run_id, comment=comment, question=comment.question,
            kind=LabelKind.STANCE, target=comment.fingerprint, value=stance.value,
            certainty=stance.certainty, grounds=list(stance.grounds),
            detail={"start": start, "end": end}, source=source,
        )  # fmt: skip
    for found in heard.proposals:
        words = comment.text[found.span.start : found.span.end]
        rest = asdict(found)
        rest.pop("span")
        yield Suggestion(
            run_id=run_id, comment=comment, question=comment.question,
            kind=LabelKind.PROPOSAL, target=targets.of_proposal(comment.fingerprint, words),
            value=words[:_LONGEST], certainty="likely", grounds=[found.phrase],
            detail={"start": found.span.start, "end": found.span.end, **rest}, source=source,
        )  # fmt: skip


def _runs(consultation_id: int) -> dict[int, int]:
    """The run of these rules of each public copy: pieces of a person's are older than it."""
    rows = AnalysisRun.objects.filter(version=RULES, rendition__consultation=consultation_id)
    return dict(rows.values_list("rendition", "pk"))


def _store_wordings(asking: Asking, heard: Heard) -> None:
    still = set(
        Theme.objects.filter(
            consultation=asking.consultation_id, gone=False, touched=False,
            pk__in=[int(each.key) for each in heard.themes],
        ).values_list("pk", flat=True)
    )  # fmt: skip
    ThemeWording.objects.bulk_create(
        ThemeWording(
            theme_id=int(each.key), asking=asking, label=each.label,
            description=each.description, source=asking.source,
        )
        for each in heard.themes
        if int(each.key) in still
    )  # fmt: skip


def _write(
    verb: str, asking: Asking, actor: str, counted: Mapping[str, Any], now: datetime
) -> None:
    journal.write(
        verb,
        f"consultation {consultations.by_id(asking.consultation_id).slug}",
        actor=actor,
        detail={"source": asking.source, **counted},
        at=now,
    )
