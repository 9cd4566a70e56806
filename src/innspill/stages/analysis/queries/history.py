"""What people said: the history of a label, how often they keep the machine's word, what is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from innspill.shared.people.models import Owner
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.core.labels import Quality, quality_of
from innspill.stages.analysis.core.targets import of_points
from innspill.stages.analysis.models import AnalysisRun, Finished, Judgement, LabelKind
from innspill.stages.analysis.queries.keeping import Light, lights
from innspill.stages.analysis.queries.rows import JudgementShown, Progress
from innspill.stages.analysis.queries.standing import judgement_shown
from innspill.stages.consultations import queries as consultations


def history(slug: str, owners: Collection[Owner], target: str) -> list[JudgementShown]:
    """Every word that people said on a comment, an answer or a response, the last first.

    `target` is a comment's fingerprint or what `core.targets` gives; those on proposals and names
    in the comment stand among them.
    """
    rows = Judgement.objects.filter(
        Q(target=target) | Q(about=target),
        consultation__slug=slug,
        consultation__owner__in=owners,
    )
    return [judgement_shown(row) for row in rows.select_related("by").order_by("-id")]


def quality(slug: str, owners: Collection[Owner]) -> list[Quality]:
    """Of each kind, how often the word that stands is the machine's, with n and 95 % interval."""
    rows = Judgement.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for target, kind, suggested, value in rows.order_by("id").values_list(
        "target", "kind", "suggested", "value"
    ):
        last[target, kind] = suggested, value
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (_, kind), word in last.items():
        said[kind].append(word)
    return [quality_of(str(kind), said[kind]) for kind in LabelKind.values]


def progress(slug: str, owners: Collection[Owner]) -> Progress:
    """How far people have come with one hearing."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return Progress(0, 0, 0, 0, 0, 0, 0)
    found = lights(hearing.id)
    remarks = [one for one in found if one.is_remark]
    places = {(one.rendition, one.place): one.divided for one in found}
    return Progress(
        responses=len({one.rendition for one in found}),
        finished=len(_finished(found, hearing.id)),
        divided=sum(places.values()),
        places=len(places),
        remarks=len(remarks),
        confirmed=sum(one.confirmed for one in remarks),
        flagged=sum(one.flagged for one in remarks),
    )


def finished_responses(slug: str, owners: Collection[Owner]) -> set[int]:
    """The numbers of the public copies that a person has gone through, as they stand.

    Those that have no words, only ticks, need nobody to go through them.
    """
    hearing = consultations.shown_to(slug, owners)
    return gone_through(hearing.id, lights(hearing.id)) if hearing else set()


def gone_through(consultation_id: int, found: Collection[Light]) -> set[int]:
    """The same for the later stages; `found` are all `lights` of the hearing."""
    analysed = AnalysisRun.objects.filter(
        version=RULES, rendition__replaced_at=None, rendition__standing="current",
        rendition__consultation=consultation_id,
    ).values_list("rendition", flat=True)  # fmt: skip
    wordless = set(analysed) - {one.rendition for one in found}
    return _finished(found, consultation_id) | wordless


def unconfirmed_in(rendition_id: int, consultation_id: int) -> tuple[int, str]:
    """How many comments of one public copy are unconfirmed, and the digest of its points."""
    found = lights(consultation_id, run__rendition=rendition_id)
    waiting = sum(one.is_remark and not one.confirmed for one in found)
    return waiting, of_points(one.fingerprint for one in found if one.is_remark)


def _finished(found: Collection[Light], consultation_id: int) -> set[int]:
    """A copy with the same points as the one that was finished is finished too."""
    points: dict[int, list[str]] = defaultdict(list)
    numbers = {}
    for one in found:
        numbers[one.rendition] = one.number
        if one.is_remark:
            points[one.rendition].append(one.fingerprint)
    last = {
        number: "" if again else state
        for number, again, state in Finished.objects.filter(rendition__consultation=consultation_id)
        .order_by("id")
        .values_list("rendition__number", "again", "state")
    }
    return {
        rendition
        for rendition, number in numbers.items()
        if last.get(number) == of_points(points[rendition])
    }
