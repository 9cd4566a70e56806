"""The only way others read what analysis found: comments, suggestions, judgements, copies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from innspill.shared.people.models import Owner
from innspill.shared.values import Span
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.models import (
    AnalysisRun,
    Comment,
    Comparison,
    Judgement,
    Suggestion,
)
from innspill.stages.publication import queries as publication


@dataclass(frozen=True, slots=True)
class JudgementShown:
    """A person's word on a suggestion."""

    value: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SuggestionShown:
    """The machine's proposal with its grounds, and the judgement that stands beside it."""

    id: int
    kind: str
    value: str
    certainty: str
    grounds: tuple[str, ...]
    span: Span
    """Characters of the comment's text that a proposal stands in; empty for a stance."""
    judged: JudgementShown | None

    @property
    def stands(self) -> str:
        """The person's word where there is one, else the machine's."""
        return self.judged.value if self.judged else self.value


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One point made in a published response: a span of its public text."""

    id: int
    consultation_slug: str
    owner_id: int
    number: int
    reference: str
    name: str
    group: str
    question: str
    paragraph: int | None
    start: int
    end: int
    text: str
    is_remark: bool
    fingerprint: str
    suggestions: tuple[SuggestionShown, ...]

    @property
    def stance(self) -> str:
        """The stance that stands, or "" where none is suggested."""
        return next((each.stands for each in self.suggestions if each.kind == "stance"), "")

    @property
    def proposals(self) -> tuple[SuggestionShown, ...]:
        """The proposals found in it."""
        return tuple(each for each in self.suggestions if each.kind == "proposal")


@dataclass(frozen=True, slots=True)
class CommentFilter:
    """What to keep: each field only where it is given."""

    question: str | None = None
    group: str | None = None
    stance: str | None = None
    proposals: bool = False
    remarks: bool = True
    number: int | None = None


@dataclass(frozen=True, slots=True)
class DuplicatesShown:
    """Responses with the same or nearly the same public text, by reference."""

    responses: tuple[str, ...]
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class AnswerStanceRow:
    """The stance of a response on one question."""

    reference: str
    question: str
    suggestion: SuggestionShown
    text_disagrees: bool = field(default=False)


def comments(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[CommentRow]:
    """The comments of one hearing, by question's place in the response and response number."""
    rows = _rows().filter(
        run__rendition__consultation__slug=slug,
        run__rendition__consultation__owner__in=owners,
    )
    return _filtered(rows, wanted or CommentFilter())


def all_comments(consultation_id: int) -> list[CommentRow]:
    """Every comment of one hearing for the later stages, the marked remainder too."""
    rows = _rows().filter(run__rendition__consultation=consultation_id)
    return _filtered(rows, CommentFilter(remarks=False))


def comments_by_id(comment_ids: Collection[int]) -> list[CommentRow]:
    """The comments with these row numbers, for the later stages."""
    return _shown(_rows().filter(pk__in=comment_ids))


def answer_stances(consultation_id: int) -> list[AnswerStanceRow]:
    """The stance of each published current response on each question."""
    rows = (
        Suggestion.objects.filter(**_now("run__"), comment=None, kind="stance")
        .filter(run__rendition__consultation=consultation_id)
        .select_related("run__rendition")
        .order_by("run__rendition__number", "id")
    )
    said = _said(row.target for row in rows)
    return [
        AnswerStanceRow(
            reference=row.run.rendition.content["reference"],
            question=row.question,
            suggestion=_suggestion(row, said),
            text_disagrees=bool(row.detail.get("text_disagrees")),
        )
        for row in rows
    ]


def duplicates(consultation_id: int) -> list[DuplicatesShown]:
    """The groups of copies that the latest comparison found."""
    last = Comparison.objects.filter(consultation=consultation_id).last()
    return [
        DuplicatesShown(tuple(group["responses"]), group["kind"], group["similarity"])
        for group in (last.groups if last else ())
    ]


def suggestion_owner(suggestion_id: int) -> int:
    """The owner of the hearing that a suggestion belongs to. Raises DoesNotExist."""
    row = Suggestion.objects.select_related("run__rendition__consultation").get(pk=suggestion_id)
    return row.run.rendition.consultation.owner_id


def unanalysed() -> list[int]:
    """The public copies of current responses that these rules have not analysed."""
    done = set(AnalysisRun.objects.filter(version=RULES).values_list("rendition", flat=True))
    return [pk for pk in publication.current_renditions() if pk not in done]


def uncompared() -> list[int]:
    """The hearings whose public copies changed since they were held against each other."""
    last = dict(Comparison.objects.order_by("id").values_list("consultation", "made_from"))
    return [pk for pk, digest in publication.digests().items() if digest and last.get(pk) != digest]


def _now(prefix: str = "") -> dict[str, Any]:
    return {
        f"{prefix}version": RULES,
        f"{prefix}rendition__replaced_at": None,
        f"{prefix}rendition__standing": "current",
    }


def _said(targets: Iterable[str]) -> Mapping[tuple[str, str], Judgement]:
    """The word of a person that stands on each target, by target and kind."""
    rows = Judgement.objects.filter(target__in=set(targets)).select_related("by").order_by("id")
    return {(row.target, row.kind): row for row in rows}


def _rows() -> QuerySet[Comment]:
    return (
        Comment.objects.filter(**_now("run__"))
        .select_related("run__rendition__consultation")
        .defer("run__rendition__content", "run__rendition__consultation__definition")
        .prefetch_related("suggestions")
        .order_by("run__rendition__number", "position")
    )


def _filtered(rows: QuerySet[Comment], wanted: CommentFilter) -> list[CommentRow]:
    exact = {
        "question": wanted.question,
        "run__rendition__group": wanted.group,
        "run__rendition__number": wanted.number,
        "is_remark": True if wanted.remarks else None,
    }
    rows = rows.filter(**{key: value for key, value in exact.items() if value is not None})
    shown = _shown(rows)
    if wanted.stance is not None:
        shown = [row for row in shown if row.stance == wanted.stance]
    return [row for row in shown if row.proposals or not wanted.proposals]


def _shown(rows: QuerySet[Comment]) -> list[CommentRow]:
    said = _said(each.target for row in rows for each in row.suggestions.all())
    return [_row(row, said) for row in rows]


def _suggestion(row: Suggestion, said: Mapping[tuple[str, str], Judgement]) -> SuggestionShown:
    last = said.get((row.target, row.kind))
    return SuggestionShown(
        id=row.pk,
        kind=row.kind,
        value=row.value,
        certainty=row.certainty,
        grounds=tuple(row.grounds),
        span=Span(row.detail.get("start", 0), row.detail.get("end", 0)),
        judged=JudgementShown(last.value, last.note, str(last.by), last.at) if last else None,
    )


def _row(row: Comment, said: Mapping[tuple[str, str], Judgement]) -> CommentRow:
    public = row.run.rendition
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
        suggestions=tuple(_suggestion(each, said) for each in row.suggestions.all()),
    )
