"""One public copy divided into comments, with everything that the rules suggest of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.stages.analysis.actions.keeping_words import keep_words
from innspill.stages.analysis.actions.storing import (
    stance_of_response,
    stance_on_answer,
    store_comments,
    suggestions_on,
)
from innspill.stages.analysis.core.analyse import (
    RULES,
    Placed,
    divided,
    placed,
    stances_of,
    wholes_of,
)
from innspill.stages.analysis.core.places import Cut, Place, places_of
from innspill.stages.analysis.models import AnalysisRun, Comment, Division, Suggestion
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.values import PublicResponse


@transaction.atomic
def analyse_next(rendition_id: int, *, now: datetime) -> None:
    """Divides one public copy into comments and suggests labels of each, with grounds.

    Claims the copy for this version of the rules under a unique constraint. What a person divided
    in an earlier copy stays divided so where the text is still the same, and gets new labels.
    """
    consultation_id, public = publication.rendition(rendition_id)
    definition = consultations.by_id(consultation_id).definition
    run = AnalysisRun.objects.create(rendition_id=rendition_id, version=RULES, at=now)
    found: list[Placed] = list(placed(public, definition))
    store_comments(run, found)
    comments = [each for _, here in found for each in here]
    answers = stances_of(public, definition, found)
    Suggestion.objects.bulk_create(
        [
            *(stance_on_answer(run, stance) for stance in answers),
            *(stance_of_response(run, whole) for whole in wholes_of([public], comments, answers)),
        ]
    )
    _carry(run, public)
    _label_anew(run, public, definition)
    keep_words(run)
    journal.write(
        "analysed",
        f"response {public.reference}",
        actor=journal.SYSTEM,
        detail={"rules": RULES, "comments": len(comments)},
        at=now,
    )


def _carry(run: AnalysisRun, public: PublicResponse) -> None:
    """Copies people's divisions of an earlier copy of the response, where the text is the same."""
    latest: dict[tuple[int, str], Division] = {}
    earlier = Division.objects.filter(rendition__response__renditions=run.rendition_id)
    for row in earlier.order_by("id"):
        latest[row.rendition_id, row.place] = row
    texts = {
        rendition: {
            place.name: place.text for place in places_of(publication.rendition(rendition)[1])
        }
        for rendition in {rendition for rendition, _ in latest}
    }
    here = places_of(public)
    done = {place for rendition, place in latest if rendition == run.rendition_id}
    for (rendition, name), division in sorted(latest.items(), key=lambda each: -each[1].pk):
        if rendition == run.rendition_id:
            continue
        place = next((each for each in here if each.text == texts[rendition].get(name)
                      and each.question == _question(name) and each.name not in done), None)  # fmt: skip
        if place is not None:
            done.add(place.name)
            _copy(division, run, place)


def _copy(division: Division, run: AnalysisRun, place: Place) -> None:
    copied = Division.objects.create(
        rendition_id=run.rendition_id, place=place.name, by=division.by, at=division.at
    )
    rows = list(division.comments.order_by("position"))
    for row in rows:
        row.pk = None
        row.run, row.division = run, copied
        row.place, row.paragraph = place.name, place.paragraph
    Comment.objects.bulk_create(rows)


def _label_anew(run: AnalysisRun, public: PublicResponse, definition: Definition) -> None:
    """Gives the points of people's divisions the labels of this run."""
    latest = {row.place: row for row in Division.objects.filter(rendition=run.rendition_id)}
    pieces = {name: list(row.comments.order_by("position")) for name, row in latest.items()}
    cuts = {name: _cuts(rows) for name, rows in pieces.items()}
    for place in places_of(public):
        if place.name in latest:
            found = divided(public, definition, place, cuts[place.name], cuts)
            _label(run, pieces[place.name], found)


def _label(run: AnalysisRun, rows: Sequence[Comment], found: Sequence[object]) -> None:
    Suggestion.objects.bulk_create(
        suggestion
        for row, each in zip(rows, found, strict=True)
        for suggestion in suggestions_on(run, row, each)  # type: ignore[arg-type]
    )


def _cuts(rows: Sequence[Comment]) -> list[Cut]:
    return [Cut(row.start, row.end, row.remainder) for row in rows]  # type: ignore[arg-type]


def _question(name: str) -> str | None:
    return name[2:].split("/", maxsplit=1)[0] if name.startswith("q:") else None
