"""The machine's themes: found among a hearing's comments, and given to those that come later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from innspill.shared.errors import Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import Embedder
from innspill.shared.values import Certainty
from innspill.stages.analysis.actions.storing import joined
from innspill.stages.analysis.core.analyse import (
    RULES,
    called,
    contexts_of,
    given_themes,
    language_of,
    themes_among,
    titles_of,
)
from innspill.stages.analysis.core.labels import standing_themes
from innspill.stages.analysis.core.reasons import ALWAYS_NAMED, gives_no_reason
from innspill.stages.analysis.core.values import ThemeFound
from innspill.stages.analysis.models import (
    AnalysisRun,
    Comment,
    Grouping,
    Judgement,
    LabelKind,
    Suggestion,
    Theme,
    ThemeChange,
)
from innspill.stages.analysis.queries.keeping import Light, lights
from innspill.stages.analysis.queries.rows import CommentFilter
from innspill.stages.analysis.queries.standing import moved_themes, standing
from innspill.stages.analysis.queries.themes import ALWAYS
from innspill.stages.analysis.queries.waiting import states
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition, in_language

_GROWN = 1.5
"""Themes that no person has spoken of are found anew when a hearing has so many times as many
comments as when they were found: the first answer does not settle what the rest is about."""
_FEW_ANSWERS = 500
"""As many numbers as every database takes in one question."""


@dataclass(slots=True)
class _Given:
    """The themes that one comment is given, the likeliest first, and how typical it is of each."""

    themes: list[int]
    ranks: dict[int, int]


@transaction.atomic
def group_next(consultation_id: int, *, now: datetime, embedder: Embedder | None = None) -> None:
    """Gives the comments of one hearing their themes.

    Themes are found where there are none, or where the hearing has grown and no person has said
    anything of them; else comments that are new get the standing ones. Claims the state of the
    hearing under a unique constraint; raises Conflict where somebody else was first. With an
    `embedder` it is its vectors that themes are found by.
    """
    found = lights(consultation_id, CommentFilter())
    anew = _is_time(consultation_id, len(found))
    try:
        with transaction.atomic():
            Grouping.objects.create(
                consultation_id=consultation_id,
                made_from=states(consultation_id)[consultation_id],
                comments=len(found) if anew else 0,
                at=now,
            )
    except IntegrityError as error:
        raise Conflict(f"hearing {consultation_id} has its themes already") from error
    if anew:
        given = _find(consultation_id, found, now, embedder)
    else:
        given = _assign(consultation_id, found, now)
    _write(consultation_id, journal.SYSTEM, anew, given, now)


@transaction.atomic
def find_themes_anew(
    consultation_id: int, *, by: User, now: datetime, embedder: Embedder | None = None
) -> None:
    """A person has themes found anew: the machine's that nobody has spoken of are gone, the others stay.

    What people said of single comments stays as it is. Raises NotAllowed.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.CASEWORKER)
    found = lights(consultation_id, CommentFilter())
    Grouping.objects.create(
        consultation_id=consultation_id,
        made_from=states(consultation_id).get(consultation_id, ""),
        found=True,
        comments=len(found),
        at=now,
    )
    given = _find(consultation_id, found, now, embedder)
    _write(consultation_id, by.get_username(), True, given, now)


def give_standing_themes(consultation_id: int, rows: Sequence[Comment]) -> None:
    """Gives new pieces the themes that stand; nothing where themes are not found yet."""
    if Grouping.objects.filter(consultation=consultation_id).exists():
        numbers = {row.pk for row in rows if row.is_remark}
        found = [one for one in lights(consultation_id, CommentFilter()) if one.id in numbers]
        _assign(consultation_id, found, rows[0].division.at if rows and rows[0].division else None)


def always(consultation_id: int, now: datetime | None) -> dict[str, int]:
    """The numbers of "other" and "no reason given", made where the hearing has none."""
    there = {
        row.found_by.removeprefix(ALWAYS): row.pk
        for row in Theme.objects.filter(consultation=consultation_id, found_by__startswith=ALWAYS)
    }
    if now is not None:
        language = language_of(consultations.by_id(consultation_id).definition)
        for name, labels in ALWAYS_NAMED.items():
            if name not in there:
                there[name] = Theme.objects.create(
                    consultation_id=consultation_id,
                    label=in_language(labels, language),
                    found_by=ALWAYS + name,
                    at=now,
                ).pk
    return there


def _is_time(consultation_id: int, comments: int) -> bool:
    last = Grouping.objects.filter(consultation=consultation_id, comments__gt=0).last()
    if last is None:
        return True
    spoken = (
        ThemeChange.objects.filter(theme__consultation=consultation_id).exists()
        or Judgement.objects.filter(consultation=consultation_id, kind=LabelKind.THEME).exists()
    )
    return not spoken and comments >= _GROWN * last.comments


def _find(
    consultation_id: int, found: Sequence[Light], now: datetime, embedder: Embedder | None
) -> int:
    """Finds themes among the comments that stand in none which a person has spoken of."""
    own = Theme.objects.filter(consultation=consultation_id).exclude(found_by__startswith=ALWAYS)
    own.filter(touched=False).exclude(found_by="").update(gone=True)
    Suggestion.objects.filter(
        run__rendition__consultation=consultation_id, kind=LabelKind.THEME, source=""
    ).delete()
    texts = _texts(found)
    named = always(consultation_id, now)
    given = _by_centre(consultation_id, found, texts, named)
    left = [one for one in found if one.id not in given]
    definition = consultations.by_id(consultation_id).definition
    contexts = _contexts(consultation_id, definition, left)
    themes = themes_among(
        [texts[one.id] for one in left],
        [one.said.get("stance", "") for one in left],
        [one.group for one in left],
        [contexts[one.id] for one in left],
        language_of(definition),
        places=titles_of((next(iter(one.places), "") for one in left), definition),
        senders=[str(one.rendition) for one in left],
        title=called(definition),
        embedded=(lambda kept: embedder.vectors(kept).tolist()) if embedder else None,
    )
    new: dict[int, _Given] = defaultdict(lambda: _Given([], {}))
    for theme in themes.found:
        _store(consultation_id, theme, None, left, new, now)
    new |= {left[at].id: _Given([named["no-reason"]], {}) for at in themes.no_reason}
    _suggest(found, given | new, named["other"])
    return len(themes.found)


def _contexts(
    consultation_id: int, definition: Definition, comments: Sequence[Light]
) -> dict[int, str]:
    """What stands above each comment of the same answers as `comments`, by its number.

    Where the answers are few only they are read: a new one does not cost what all do.
    """
    answers = {one.rendition for one in comments}
    few = {"run__rendition__in": answers} if len(answers) <= _FEW_ANSWERS else {}
    rows = list(
        standing(run__rendition__consultation=consultation_id, **few).values_list(
            "pk", "run__rendition__number", "question", "is_remark", "remainder", "text"
        )
    )
    found = contexts_of(
        (
            (str(number), question or None, is_remark, remainder, text)
            for _, number, question, is_remark, remainder, text in rows
        ),
        definition,
    )
    return dict(zip((row[0] for row in rows if row[3]), found, strict=True))


def _store(  # noqa: PLR0917 - a tree is walked with what it fills
    consultation_id: int,
    found: ThemeFound,
    parent: Theme | None,
    comments: Sequence[Light],
    given: dict[int, _Given],
    now: datetime,
) -> None:
    row = Theme.objects.create(
        consultation_id=consultation_id,
        parent=parent,
        label=found.label[:120],
        description=found.description[:600],
        phrases=list(found.phrases),
        centre=dict(found.centre),
        found_by=RULES,
        at=now,
    )
    below = {member for part in found.parts for member in part.members}
    for rank, member in enumerate(found.members):
        held = given[comments[member].id]
        held.ranks[row.pk] = rank
        if member not in below:
            held.themes.append(row.pk)
    for part in found.parts:
        _store(consultation_id, part, row, comments, given, now)


def _assign(consultation_id: int, found: Sequence[Light], now: datetime | None) -> int:
    """Gives comments without the machine's word on their themes the ones that stand."""
    has = set(
        Suggestion.objects.filter(
            run__version=RULES, run__rendition__consultation=consultation_id,
            kind=LabelKind.THEME, source="",
        ).values_list("comment", flat=True)
    )  # fmt: skip
    new = [one for one in found if one.id not in has]
    if not new:
        return 0
    named = always(consultation_id, now)
    given = _as_before(consultation_id, new)
    rest = [one for one in new if one.id not in given]
    given |= _by_centre(consultation_id, rest, _texts(rest), named)
    _suggest(new, given, named.get("other", 0))
    return len(new)


def _as_before(consultation_id: int, found: Sequence[Light]) -> dict[int, _Given]:
    """The same point in an earlier analysis keeps the themes that it had, where they stand."""
    moved = moved_themes([consultation_id])
    earlier = dict(
        Suggestion.objects.filter(
            run__rendition__consultation=consultation_id, kind=LabelKind.THEME, source=""
        )
        .order_by("id")
        .values_list("target", "value")
    )
    kept = {one.id: standing_themes(earlier.get(one.fingerprint, ""), moved) for one in found}
    return {pk: _Given(list(themes), {}) for pk, themes in kept.items() if themes}


def _by_centre(
    consultation_id: int, found: Sequence[Light], texts: dict[int, str], named: dict[str, int]
) -> dict[int, _Given]:
    """The standing themes of each comment by its words; and "no reason given" by its few words."""
    given = {
        one.id: _Given([named["no-reason"]], {})
        for one in found
        if "no-reason" in named and gives_no_reason(texts[one.id], one.said.get("stance", ""))
    }
    themes = [
        row for row in Theme.objects.filter(consultation=consultation_id, gone=False) if row.centre
    ]
    left = [one for one in found if one.id not in given]
    if themes and left:
        definition = consultations.by_id(consultation_id).definition
        contexts = _contexts(consultation_id, definition, left)
        found_for = given_themes(
            [texts[one.id] for one in left],
            [row.centre for row in themes],
            language_of(definition),
            [contexts[one.id] for one in left],
        )
        for one, places in zip(left, found_for, strict=True):
            if places:
                given[one.id] = _Given([themes[place].pk for place, _ in places], {})
    return given


def _suggest(found: Sequence[Light], given: dict[int, _Given], other: int) -> None:
    runs = _runs(found)
    Suggestion.objects.bulk_create(
        Suggestion(
            run_id=runs[one.rendition],
            comment_id=one.id,
            question=one.question,
            kind=LabelKind.THEME,
            target=one.fingerprint,
            value=joined(str(theme) for theme in held.themes) if held else str(other or ""),
            certainty=Certainty.LIKELY if held else Certainty.UNSURE,
            detail={"rank": {str(theme): rank for theme, rank in held.ranks.items()}}
            if held
            else {},
        )
        for one in found
        for held in [given.get(one.id)]
    )


def _runs(found: Iterable[Light]) -> dict[int, int]:
    """The run of these rules of each public copy."""
    wanted = {one.rendition for one in found}
    rows = AnalysisRun.objects.filter(version=RULES, rendition__in=wanted)
    return dict(rows.values_list("rendition", "pk"))


def _texts(found: Sequence[Light]) -> dict[int, str]:
    rows = Comment.objects.filter(pk__in=[one.id for one in found])
    return dict(rows.values_list("pk", "text"))


def _write(consultation_id: int, actor: str, anew: bool, number: int, now: datetime) -> None:
    journal.write(
        "grouped",
        f"consultation {consultation_id}",
        actor=actor,
        detail={"anew": anew, ("themes" if anew else "comments"): number},
        at=now,
    )
