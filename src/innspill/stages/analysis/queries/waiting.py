"""What of the analysis waits to be done, and the state of a hearing that it is done from."""

from __future__ import annotations

from innspill.shared.values import Sha256, sha256_of
from innspill.stages.analysis.core.analyse import RULES
from innspill.stages.analysis.models import AnalysisRun, Comparison, Grouping
from innspill.stages.publication import queries as publication


def unanalysed() -> list[int]:
    """The public copies of current responses that these rules have not analysed."""
    done = set(AnalysisRun.objects.filter(version=RULES).values_list("rendition", flat=True))
    return [pk for pk in publication.current_renditions() if pk not in done]


def uncompared() -> list[int]:
    """The hearings whose analysed copies changed since they were held against each other."""
    last = dict(Comparison.objects.order_by("id").values_list("consultation", "made_from"))
    return [pk for pk, digest in states().items() if last.get(pk) != digest]


def ungrouped() -> list[int]:
    """The hearings whose analysed copies changed since their comments were given themes."""
    last = dict(
        Grouping.objects.filter(found=False).order_by("id").values_list("consultation", "made_from")
    )
    return [pk for pk, digest in states().items() if last.get(pk) != digest]


def states(consultation_id: int | None = None) -> dict[int, Sha256]:
    """Of each hearing, the digest of the analysis of its public copies of current responses."""
    rows = AnalysisRun.objects.filter(
        version=RULES, rendition__replaced_at=None, rendition__standing="current"
    ).order_by("rendition__number")
    if consultation_id is not None:
        rows = rows.filter(rendition__consultation=consultation_id)
    held: dict[int, list[str]] = {}
    for consultation, sha256, version in rows.values_list(
        "rendition__consultation", "rendition__sha256", "version"
    ):
        held.setdefault(consultation, []).append(f"{sha256} {version}")
    return {pk: sha256_of("\n".join(digests).encode()) for pk, digests in held.items()}
