"""The register that is followed up, and what may be taken into it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.registers import measure_key
from innspill.stages.analysis.queries import Light
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.measures import (
    MeasureFilter,
    MeasureSaid,
    SetBy,
    measure_name,
    required,
)
from innspill.stages.deciding.core.values import MeasureShown
from innspill.stages.deciding.models import Measure, MeasureVersion
from innspill.stages.deciding.queries.words import standing_of
from innspill.stages.publication import queries as publication

FOLLOWED = ("followed", "partly-followed")
"""The outcomes of a comment that a measure comes of."""


@dataclass(frozen=True, slots=True)
class MeasureOpened:
    """One measure with all its versions, the first one first, and whose hearing it belongs to."""

    consultation_id: int
    consultation_slug: str
    owner_id: int
    versions: tuple[MeasureShown, ...]

    @property
    def now(self) -> MeasureShown:
        """As it stands."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class CommentNamed:
    """A comment that a measure came from: its number, that of its response, sender, question."""

    id: int
    number: int
    sender: str
    question: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that may be taken into the register: of the hearing, or proposed and followed."""

    key: str
    said: MeasureSaid
    comments: tuple[int, ...]
    """Numbers of the comments that speak of it."""
    fingerprints: tuple[str, ...]
    from_hearing: bool
    taken: int | None
    """The measure of the register that it is already, or None."""


def measures(
    slug: str, owners: Collection[Owner], wanted: MeasureFilter | None = None, *, today: date
) -> list[MeasureShown]:
    """The register of one hearing: what is still to be done by deadline, then the rest."""
    hearing = consultations.shown_to(slug, owners)
    rows = all_measures(hearing.id) if hearing else []
    wanted = wanted or MeasureFilter()
    return [row for row in rows if wanted.keeps(row, today)]


def all_measures(consultation_id: int) -> list[MeasureShown]:
    """The register of one hearing for the later stages, in the order of `measures`."""
    rows = Measure.objects.filter(consultation=consultation_id).prefetch_related("versions__by")
    found = [_shown(row, list(row.versions.all())[-1]) for row in rows.order_by("id")]
    return sorted(found, key=lambda one: (not one.is_open, one.due or date.max, one.id))


def measure(measure_id: int, owners: Collection[Owner]) -> MeasureOpened | None:
    """One measure with its versions; None where it is not these owners'."""
    rows = Measure.objects.filter(pk=measure_id, consultation__owner__in=owners)
    row = rows.select_related("consultation").prefetch_related("versions__by").first()
    if row is None:
        return None
    hearing = row.consultation
    versions = tuple(_shown(row, each) for each in row.versions.all())
    return MeasureOpened(hearing.pk, hearing.slug, hearing.owner_id, versions)


def measure_of_each(consultation_id: int) -> Mapping[str, int]:
    """Fingerprint of a comment → the measure that came from it."""
    rows = Measure.objects.filter(consultation=consultation_id).order_by("-id")
    return {
        fingerprint: pk
        for pk, comments in rows.values_list("pk", "comments")
        for fingerprint in comments
    }


def candidates(slug: str, owners: Collection[Owner]) -> list[Candidate]:
    """The hearing's own measures, and those proposed in comments that are followed."""
    hearing = consultations.shown_to(slug, owners)
    if hearing is None:
        return []
    lights = {one.id: one for one in analysis.lights(hearing.id)}
    followed = _followed(hearing.id, lights)
    taken = taken_keys(hearing.id)
    found = []
    for each in analysis.measures(slug, owners):
        those = tuple(pk for pk in each.comments if pk in followed)
        if not (each.from_hearing or those):
            continue
        key = measure_key(each.name)
        said = MeasureSaid(
            name=measure_name(each.name), responsible=each.responsible, relevant_for=each.relevant_for,
            description=each.description,
        ).fitting()  # fmt: skip
        prints = tuple(dict.fromkeys(lights[pk].fingerprint for pk in those))
        found.append(Candidate(key, said, those, prints, each.from_hearing, taken.get(key)))
    return found


def requirements(slug: str, owners: Collection[Owner], *, today: date) -> tuple[SetBy, ...]:
    """Who sets requirements: those of the register, and those that comments tell of."""
    told = ((each.text, each.comment, each.set_by) for each in analysis.requirements(slug, owners))
    return required(measures(slug, owners, today=today), told)


def comment_names(
    consultation_id: int, fingerprints: Collection[str]
) -> Mapping[str, CommentNamed]:
    """Fingerprint → the comment by its sender; those that do not stand any more are left out."""
    senders = publication.names_of(consultation_id)
    return {
        fingerprint: CommentNamed(pk, number, senders.get(number, ""), question)
        for fingerprint, (pk, number, question) in analysis.where_said(
            consultation_id, fingerprints
        ).items()
    }


def taken_keys(consultation_id: int) -> Mapping[str, int]:
    """What the measures of the register are and were called, as `measure_key` → their number."""
    rows = MeasureVersion.objects.filter(measure__consultation=consultation_id)
    names = rows.order_by("-id").values_list("measure", "name")
    return {measure_key(name): pk for pk, name in names}


def _followed(consultation_id: int, lights: Mapping[int, Light]) -> set[int]:
    standing = standing_of(consultation_id)
    words = {one.id: standing.of(one.fingerprint, one.stood_in) for one in lights.values()}
    return {pk for pk, word in words.items() if word is not None and word.outcome in FOLLOWED}


def _shown(row: Measure, said: MeasureVersion) -> MeasureShown:
    return MeasureShown(
        id=row.pk,
        name=said.name,
        responsible=said.responsible,
        contact=said.contact,
        relevant_for=said.relevant_for,
        description=said.description,
        requirement=said.requirement,
        required_by=said.required_by,
        due=said.due,
        status=said.status,
        comments=tuple(row.comments),
        by=name_of(said.by),
        at=said.at,
        version=said.pk,
    )
