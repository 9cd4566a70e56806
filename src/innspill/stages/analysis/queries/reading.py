"""Comments as they are read at the desk and by the later stages; places as they are divided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from math import ceil

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.core.places import answers_of, breaks_of, places_of
from innspill.stages.analysis.models import Division, Judgement, LabelKind, Suggestion
from innspill.stages.analysis.queries.keeping import Light, counted, kept, lights
from innspill.stages.analysis.queries.rows import (
    AnswerStanceRow,
    CommentFilter,
    CommentPage,
    CommentRow,
    Piece,
    PlaceShown,
    ProposalShown,
    SuggestionShown,
)
from innspill.stages.analysis.queries.standing import (
    MANY,
    shown,
    standing,
    suggestion_shown,
    these,
    words_of,
)
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import queries as publication

PAGE = 50


def comments(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[CommentRow]:
    """The comments of one hearing, by question's place in the response and response number."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    wanted = wanted or CommentFilter()
    if wanted == CommentFilter():
        return shown(standing(run__rendition__consultation=hearing.id, is_remark=True))
    found = kept(lights(hearing.id, wanted), wanted)
    return these(hearing.id, [one.id for one in found])


def page(
    slug: str,
    owners: Collection[Owner],
    wanted: CommentFilter | None = None,
    *,
    page: int = 1,
    size: int = PAGE,
) -> CommentPage:
    """One page of the comments that `wanted` keeps, with how many there are with each value."""
    wanted = wanted or CommentFilter()
    hearing = consultations.shown_to(slug, owners)
    found: list[Light] = lights(hearing.id, wanted) if hearing else []
    those = kept(found, wanted)
    pages = max(1, ceil(len(those) / size))
    page = min(max(page, 1), pages)
    here = [one.id for one in those[(page - 1) * size : page * size]]
    rows = these(hearing.id, here) if hearing else []
    return CommentPage(tuple(rows), len(those), page, pages, counted(found, wanted))


def all_comments(consultation_id: int) -> list[CommentRow]:
    """Every comment of one hearing for the later stages, the marked remainder too."""
    return shown(standing(run__rendition__consultation=consultation_id))


_GREATEST = 2**63 - 1


def comments_by_id(comment_ids: Collection[int]) -> list[CommentRow]:
    """The standing comments with these row numbers, for the later stages."""
    # A number that no row can have is no row's: some engines refuse even to look for it.
    return shown(standing(pk__in=[pk for pk in comment_ids if pk <= _GREATEST]))


def where_said(
    consultation_id: int, fingerprints: Collection[str]
) -> dict[str, tuple[int, int, str]]:
    """Fingerprint → number of the comment, number of its response, question; of those that stand."""
    rows = standing(run__rendition__consultation=consultation_id)
    if len(fingerprints) <= MANY:
        rows = rows.filter(fingerprint__in=fingerprints)
    wanted = frozenset(fingerprints)
    return {
        fingerprint: (pk, number, question)
        for fingerprint, pk, number, question in rows.values_list(
            "fingerprint", "pk", "run__rendition__number", "question"
        )
        if fingerprint in wanted
    }


def comments_with(consultation_id: int, fingerprints: Collection[str]) -> list[CommentRow]:
    """The standing comments of a hearing with these fingerprints; of many, read by its others too."""
    wanted = set(fingerprints)
    if not wanted:
        return []
    rows = standing(run__rendition__consultation=consultation_id, is_remark=True)
    if len(wanted) <= MANY:
        return shown(rows.filter(fingerprint__in=wanted))
    return [row for row in shown(rows) if row.fingerprint in wanted]


def standing_fingerprints(consultation_id: int, among: Collection[str]) -> set[str]:
    """Those of these fingerprints that comments of one hearing have which stand."""
    rows = standing(run__rendition__consultation=consultation_id, is_remark=True)
    if len(among) <= MANY:
        rows = rows.filter(fingerprint__in=among)
    return set(among).intersection(rows.values_list("fingerprint", flat=True))


def proposals(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[ProposalShown]:
    """The proposals that stand in the comments which `wanted` keeps, in order."""
    return [
        ProposalShown(row, each, row.text[each.span.start : each.span.end])
        for row in comments(slug, owners, wanted or CommentFilter(proposals=True))
        for each in row.asked_for
    ]


def answer_stances(consultation_id: int, number: int | None = None) -> list[AnswerStanceRow]:
    """The stance of each published current response on each question, or of one with `number`."""
    return [
        AnswerStanceRow(
            reference=row.run.rendition.content["reference"],
            question=row.question,
            suggestion=said,
            text_disagrees=bool(row.detail.get("text_disagrees")),
            number=row.run.rendition.number,
            rendition_id=row.run.rendition_id,
        )
        for row, said in _of_no_comment(consultation_id, number)
        if row.question
    ]


def answer_places(rendition_id: int, owners: Collection[Owner]) -> list[PlaceShown]:
    """The places of one public copy with their text and their pieces, for who divides them.

    Nothing where the hearing is not these owners'. Raises DoesNotExist where there is no such copy.
    """
    consultation_id, public = publication.rendition(rendition_id)
    if consultations.by_id(consultation_id).owner_id not in {owner.pk for owner in owners}:
        return []
    pieces: dict[str, list[CommentRow]] = defaultdict(list)
    for row in shown(standing(run__rendition=rendition_id)):
        pieces[row.place].append(row)
    rows = Division.objects.filter(rendition=rendition_id).select_related("by").order_by("id")
    by = {row.place: name_of(row.by) for row in rows}
    ticks = {name: answer.ticks for name, answer in answers_of(public)}
    return [
        PlaceShown(
            place=place.name,
            question=place.question or "",
            paragraph=place.paragraph,
            text=place.text,
            pieces=tuple(_piece(row) for row in pieces.get(place.name, ())),
            by=by.get(place.name, ""),
            breaks=breaks_of(place.text),
            ticks=ticks.get(place.name, ()),
        )
        for place in places_of(public)
    ]


def _piece(row: CommentRow) -> Piece:
    return Piece(row.id, row.start, row.end, row.text, row.remainder, row.confirmed)


def _of_no_comment(
    consultation_id: int, number: int | None = None
) -> list[tuple[Suggestion, SuggestionShown]]:
    one = {} if number is None else {"run__rendition__number": number}
    rows = list(
        Suggestion.objects.filter(
            run__version=RULES, run__rendition__replaced_at=None,
            run__rendition__standing="current", run__rendition__consultation=consultation_id,
            comment=None, kind=LabelKind.STANCE, source="", **one,
        )
        .select_related("run__rendition")
        .order_by("run__rendition__number", "id")
    )  # fmt: skip
    words = words_of(
        Judgement.objects.filter(
            consultation=consultation_id,
            kind=LabelKind.STANCE,
            target__in=[row.target for row in rows],
        )
        .select_related("by")
        .order_by("id")
    )
    return [(row, suggestion_shown(row, words)) for row in rows]
