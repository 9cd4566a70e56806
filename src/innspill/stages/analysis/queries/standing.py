"""The comments that stand, with every label that stands on them: few statements, many rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from innspill.shared.people.queries import name_of
from innspill.shared.values import Span
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.core.labels import (
    is_suggestion,
    span_of,
    standing_themes,
    themes_stood_in,
)
from innspill.stages.analysis.models import (
    Comment,
    Division,
    Judgement,
    LabelKind,
    Suggestion,
    Theme,
)
from innspill.stages.analysis.queries.rows import CommentRow, JudgementShown, SuggestionShown

MANY = 400
"""Comments above which the words of a whole hearing are read, and not those of each comment."""
ON_SPANS = (LabelKind.PROPOSAL, LabelKind.MENTION)


@dataclass(frozen=True, slots=True)
class Words:
    """People's words that stand: by target and kind, and those on spans by their comment."""

    by_target: Mapping[tuple[str, str], Judgement]
    on_spans: Mapping[str, tuple[Judgement, ...]]

    def on(self, target: str, kind: str) -> Judgement | None:
        """The word that stands on `target`."""
        return self.by_target.get((target, kind))


@dataclass(frozen=True, slots=True)
class Around:
    """What a comment is shown with: people's words, merged themes, answers against their tick."""

    words: Words
    moved: Mapping[int, int | None]
    disagreeing: Collection[tuple[int, str]]
    """(rendition, question) of answers whose text says something else than the tick."""


def standing(**where: Any) -> QuerySet[Comment]:
    """The comments of current public copies that stand, in order.

    Of each place those of the latest division by a person, else those of the machine.
    """
    last = (
        Division.objects.filter(rendition=OuterRef("run__rendition"), place=OuterRef("place"))
        .order_by("-id")
        .values("pk")[:1]
    )
    return (
        Comment.objects.filter(
            run__rendition__replaced_at=None, run__rendition__standing="current", **where
        )
        .annotate(last=Subquery(last))
        .filter(Q(division=F("last")) | Q(division=None, last=None, run__version=RULES))
        .order_by("run__rendition__number", "position", "start")
    )


def shown(rows: QuerySet[Comment]) -> list[CommentRow]:
    """The comments `rows` with all that stands on them; five statements whatever their number."""
    found = list(
        rows.select_related("run__rendition__consultation").defer(
            "run__rendition__content", "run__rendition__consultation__definition"
        )
    )
    hearings = {row.run.rendition.consultation_id for row in found}
    suggested = _suggested(found, hearings)
    around = Around(
        words=words_on(
            {row.fingerprint for row in found},
            {each.target for held in suggested.values() for each in held},
            hearings,
        ),
        moved=moved_themes(hearings),
        disagreeing=disagreeing(hearings),
    )
    return [_row(row, suggested.get(row.pk, ()), around) for row in found]


def these(consultation_id: int, ids: Sequence[int]) -> list[CommentRow]:
    """The standing comments of a hearing with these numbers, in order; of many, by its others too."""
    if not ids:
        return []
    if len(ids) <= MANY:
        return shown(standing(pk__in=ids))
    wanted = set(ids)
    rows = shown(standing(run__rendition__consultation=consultation_id))
    return [row for row in rows if row.id in wanted]


def _suggested(found: Sequence[Comment], hearings: Collection[int]) -> dict[int, list[Suggestion]]:
    """What the machine says of each comment by these rules."""
    rows = Suggestion.objects.filter(run__version=RULES, comment__isnull=False)
    if len(found) <= MANY:
        rows = rows.filter(comment__in=[row.pk for row in found])
    else:
        rows = rows.filter(run__rendition__consultation__in=hearings)
    held: dict[int, list[Suggestion]] = {row.pk: [] for row in found}
    for each in rows.order_by("id"):
        if each.comment_id in held:
            held[each.comment_id].append(each)
    return held


def words_on(
    fingerprints: Collection[str], targets: Collection[str], hearings: Collection[int]
) -> Words:
    """The words that stand on these comments and targets; of many, those of their hearings."""
    rows = Judgement.objects.filter(consultation__in=hearings).select_related("by").order_by("id")
    if len(fingerprints) <= MANY:
        rows = rows.filter(Q(about__in=fingerprints) | Q(target__in=targets))
    return words_of(rows)


def words_of(rows: Iterable[Judgement]) -> Words:
    """The last word on each target and kind; `rows` in the order that they were said."""
    last = {(row.target, row.kind): row for row in rows}
    on_spans: dict[str, list[Judgement]] = {}
    for row in last.values():
        if row.kind in ON_SPANS:
            on_spans.setdefault(row.about, []).append(row)
    return Words(last, {key: tuple(held) for key, held in on_spans.items()})


def moved_themes(hearings: Collection[int]) -> dict[int, int | None]:
    """Of each theme what it is merged into: itself where it stands, None where it is gone."""
    return moved_and_above(hearings)[0]


def themes_above(consultation_id: int) -> dict[int, int]:
    """Of each theme that stands under another, that other's number."""
    return moved_and_above([consultation_id])[1]


def moved_and_above(hearings: Collection[int]) -> tuple[dict[int, int | None], dict[int, int]]:
    """Both of these; one statement."""
    moved: dict[int, int | None] = {}
    above: dict[int, int] = {}
    rows = Theme.objects.filter(consultation__in=hearings)
    for pk, merged, gone, parent in rows.values_list("pk", "merged_into", "gone", "parent"):
        moved[pk] = merged if merged is not None else None if gone else pk
        if moved[pk] == pk and parent is not None:
            above[pk] = parent
    return moved, above


def disagreeing(hearings: Collection[int]) -> set[tuple[int, str]]:
    """The answers whose text says something else than the tick, and that nobody has judged."""
    judged = Judgement.objects.filter(kind=LabelKind.STANCE, target=OuterRef("target"))
    rows = Suggestion.objects.filter(
        run__version=RULES, run__rendition__consultation__in=hearings, comment=None,
        kind=LabelKind.STANCE, detail__text_disagrees=True,
    ).exclude(Exists(judged))  # fmt: skip
    return set(rows.values_list("run__rendition", "question"))


def judgement_shown(row: Judgement) -> JudgementShown:
    """A person's word as it is shown."""
    return JudgementShown(
        value=row.value,
        note=row.note,
        by=name_of(row.by),
        at=row.at,
        kind=row.kind,
        suggested=row.suggested,
        target=row.target,
        detail=row.detail,
    )


def suggestion_shown(row: Suggestion, words: Words) -> SuggestionShown:
    """What the machine says, with the person's word beside it."""
    last = words.on(row.target, row.kind)
    return SuggestionShown(
        id=row.pk,
        kind=row.kind,
        value=row.value,
        certainty=row.certainty,
        grounds=tuple(row.grounds),
        span=Span(*span_of({**row.detail, **(last.detail if last else {})})),
        judged=judgement_shown(last) if last else None,
        target=row.target,
        detail=row.detail,
        source=row.source,
    )


def _labels(
    row: Comment, machine: Iterable[Suggestion], words: Words
) -> tuple[SuggestionShown, ...]:
    """What the machine says first, and then what only a person has said."""
    suggested = _one_of_each(machine)
    known = {(each.target, each.kind) for each in suggested}
    own = [
        word
        for kind in (LabelKind.STANCE, LabelKind.LINK, LabelKind.THEME)
        if (word := words.on(row.fingerprint, kind)) and (word.target, word.kind) not in known
    ]
    own += [
        word
        for word in words.on_spans.get(row.fingerprint, ())
        if (word.target, word.kind) not in known and word.value != "no"
    ]
    return (
        *(suggestion_shown(each, words) for each in suggested),
        *(_said_alone(word) for word in own),
    )


def _one_of_each(machine: Iterable[Suggestion]) -> list[Suggestion]:
    """The rules' word before a model's on the same thing, but where the rules abstain; each name once
    for each place.
    """
    rows = list(machine)
    told = {(row.target, row.kind) for row in rows if row.source and _says(row)}
    rules = [
        row for row in rows if not row.source and (_says(row) or (row.target, row.kind) not in told)
    ]
    known = {(row.target, row.kind) for row in rules}
    return [*rules, *(row for row in rows if row.source and (row.target, row.kind) not in known)]


def _says(row: Suggestion) -> bool:
    return is_suggestion(row.kind, row.value)


def _said_alone(word: Judgement) -> SuggestionShown:
    return SuggestionShown(
        id=0,
        kind=word.kind,
        value="",
        certainty="",
        grounds=(),
        span=Span(*span_of(word.detail)),
        judged=judgement_shown(word),
        target=word.target,
    )


def _row(row: Comment, machine: Iterable[Suggestion], around: Around) -> CommentRow:
    public = row.run.rendition
    labels = _labels(row, machine, around.words)
    theme = next((each for each in labels if each.kind == LabelKind.THEME), None)
    return CommentRow(
        id=row.pk,
        consultation_slug=public.consultation.slug,
        owner_id=public.consultation.owner_id,
        number=public.number,
        reference=f"{public.consultation.case_number}-{public.number}",
        name=public.name,
        group=public.group,
        question=row.question,
        paragraph=row.paragraph,
        start=row.start,
        end=row.end,
        text=row.text,
        is_remark=row.is_remark,
        fingerprint=row.fingerprint,
        suggestions=labels,
        place=row.place,
        rendition_id=public.pk,
        remainder=row.remainder,
        divided=row.division_id is not None,
        flagged=(public.pk, row.question) in around.disagreeing,
        themes=standing_themes(theme.stands, around.moved) if theme else (),
        stood_in=themes_stood_in(theme.stands, around.moved) if theme else (),
        late=public.late,
    )
