"""What an address may ask for: a part of a list, and from where on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext

from innspill.interfaces.api.answering import BadQuestion
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication.open_data import Wanted

FILTERS = ("group", "question", "standing", "changed_since")
STANDINGS = ("current", "superseded")
PAGES = ("after", "limit")
OUTSIDE = "-"
"""What the address says for respondents that were not on the list, as on the hearing's page."""
USUAL, MOST = 100, 500
"""How many are on a page where nothing is said, and at the most."""
_LARGEST = 2**53


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of a list is asked for, and how much of it at a time."""

    wanted: Wanted
    limit: int


def hearing_or_404(slug: str) -> ConsultationShown:
    """The hearing that the public may see under this name. Raises Http404."""
    found = consultations.shown(slug)
    if found is None:
        raise Http404
    return found


def asked_for(request: HttpRequest, definition: Definition, *, in_pages: bool) -> Asked:
    """What the address asks for. Raises BadQuestion, which names what is known."""
    known_to(request, (*FILTERS, *PAGES) if in_pages else FILTERS)
    return Asked(
        Wanted(
            group=_group(request, definition),
            question=_question(request, definition),
            standing=_standing(request),
            since=_since(request),
            after=number_of(request, "after", 0, 0, _LARGEST),
        ),
        limit=number_of(request, "limit", USUAL, 1, MOST),
    )


def known_to(request: HttpRequest, known: Collection[str]) -> None:
    """Raises BadQuestion for anything that the address does not know: a filter misspelt hides it."""
    for name in request.GET:
        if name not in known:
            said = gettext("«%(name)s» er ikke noe denne adressen kan spørre om. Bruk: %(known)s.")
            nothing = gettext("ingenting")
            raise BadQuestion(said % {"name": name[:60], "known": ", ".join(known) or nothing})


def number_of(request: HttpRequest, name: str, usual: int, least: int, most: int) -> int:
    """A whole number of the address. Raises BadQuestion."""
    given = request.GET.get(name)
    if given is None:
        return usual
    if not (given.isascii() and given.isdecimal() and len(given) < 17):
        raise BadQuestion(gettext("«%(name)s» må være et helt tall.") % {"name": name})
    if not least <= int(given) <= most:
        said = gettext("«%(name)s» må være fra %(least)d til %(most)d.")
        raise BadQuestion(said % {"name": name, "least": least, "most": most})
    return int(given)


def _group(request: HttpRequest, definition: Definition) -> str | None:
    given = request.GET.get("group")
    if given in (None, OUTSIDE):
        return None if given is None else ""
    names = [group.name for group in definition.bodies]
    if given not in names:
        said = gettext("Høringen har ingen gruppe «%(name)s». Den har: %(known)s.")
        known = ", ".join([*names, OUTSIDE])
        raise BadQuestion(said % {"name": given[:100], "known": known})
    return given


def _question(request: HttpRequest, definition: Definition) -> str | None:
    given = request.GET.get("question")
    ids = [question.id for question in definition.questions]
    if given is not None and given not in ids:
        said = gettext("Høringen har ikke noe spørsmål «%(name)s». Den har: %(known)s.")
        raise BadQuestion(said % {"name": given[:60], "known": ", ".join(ids)})
    return given


def _standing(request: HttpRequest) -> str | None:
    given = request.GET.get("standing")
    if given is not None and given not in STANDINGS:
        said = gettext("«standing» må være en av disse: %(known)s.")
        raise BadQuestion(said % {"known": ", ".join(STANDINGS)})
    return given


def _since(request: HttpRequest) -> datetime | None:
    given = request.GET.get("changed_since")
    if given is None:
        return None
    try:
        # A plus in an address that nobody escaped has become a blank.
        moment = parse_datetime(given.replace(" ", "+") if "T" in given else given)
        day = parse_date(given)
    except ValueError:
        moment = day = None
    if moment is None and day is not None:
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the zone is set below
    if moment is None or not 1900 < moment.year < 9000:
        said = gettext(
            "«changed_since» må være en dag eller et tidspunkt: 2026-03-01 eller 2026-03-01T12:00:00Z."
        )
        raise BadQuestion(said)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
