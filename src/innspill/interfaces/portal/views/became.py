"""What became of the input: by theme, by who answered, and by what was changed in the papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.figures import OUTCOMES
from innspill.interfaces.portal.figures import Point as Listed
from innspill.interfaces.portal.views.hearing import hearing_or_404
from innspill.interfaces.ui.kept_pages import kept
from innspill.interfaces.ui.paging import page_of
from innspill.interfaces.ui.passages import named_places
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import results
from innspill.stages.publication.results import NO_THEME, PointTold, ThemeCounted

ON_A_PAGE = 50
"""How many points a page of a theme shows."""


@dataclass(frozen=True, slots=True)
class Together:
    """What was decided and why, on the points of this page that share it."""

    outcome: str
    reason: str
    responsible: str
    changed: tuple[str, ...]
    points: tuple[Listed, ...]


def _of(slug: str, tab: str) -> tuple[ConsultationShown, int, dict[str, Any]]:
    """The hearing, its published result, and what all these pages show. Raises Http404."""
    hearing = hearing_or_404(slug)
    result = results.newest(slug)
    if result is None:
        raise Http404
    return hearing, result, {"hearing": hearing, "tab": tab, "outcomes": OUTCOMES}


@require_safe
@kept
def themes(request: HttpRequest, slug: str) -> HttpResponse:
    """The themes, each with how many of its points got which outcome."""
    _, result, context = _of(slug, "themes")
    found = results.themes(result)
    context |= {
        "rows": [(row, _columns(row.outcomes)) for row in found],
        "named": any(row.number != NO_THEME for row in found),
        "points": results.count(result),
    }
    return render(request, "portal/became/themes.html", context)


@require_safe
@kept
def theme(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One theme: what was decided on its points and why, a page of them at a time."""
    hearing, result, context = _of(slug, "themes")
    found = _theme(result, number)
    page = page_of(request, results.points_in(result, number), ON_A_PAGE)
    context |= {
        "theme": found,
        "counts": list(zip(OUTCOMES, _columns(found.outcomes), strict=True)),
        "page": page,
        "together": _together(page, hearing),
    }
    return render(request, "portal/became/theme.html", context)


@require_safe
@kept
def senders(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody whose response is public, with how many of their points got which outcome."""
    _, result, context = _of(slug, "senders")
    found = results.respondents(result)
    page = page_of(request, found)
    context |= {
        "page": page,
        "rows": [(row, _columns(row.outcomes)) for row in page],
        "count": len(found),
        "points": sum(row.count for row in found),
        "sums": [sum(row.outcomes.get(each, 0) for row in found) for each in OUTCOMES],
    }
    return render(request, "portal/became/senders.html", context)


@require_safe
@kept
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """What is changed in the papers: old text, new text, and whose points led to it."""
    hearing, result, context = _of(slug, "changes")
    order = {place: at for at, place in enumerate(named_places(hearing.definition))}
    found = sorted(results.changes(result), key=lambda one: order.get(one.place, len(order)))
    return render(request, "portal/became/changes.html", {**context, "changes": found})


def _theme(result: int, number: int) -> ThemeCounted:
    found = next((row for row in results.themes(result) if row.number == number), None)
    if found is None:
        raise Http404
    return found


def _columns(outcomes: Mapping[str, int]) -> list[int]:
    return [outcomes.get(each, 0) for each in OUTCOMES]


def _together(page: Iterable[PointTold], hearing: ConsultationShown) -> list[Together]:
    found: dict[tuple[str, str, str, tuple[str, ...]], list[Listed]] = {}
    for one in page:
        said = one.point
        key = (said.outcome, said.reason, said.responsible, said.changed)
        reference = f"{hearing.case_number}-{said.number}"
        found.setdefault(key, []).append(Listed(said.text, one.name, reference, said.number))
    ordered = sorted(found.items(), key=lambda each: OUTCOMES.index(each[0][0]))
    return [Together(*key, tuple(points)) for key, points in ordered]
