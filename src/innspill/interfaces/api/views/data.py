"""Hearings, responses and answers: as JSON in pages, as CSV and JSON Lines whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from pydantic import BaseModel

from innspill.interfaces.api import making
from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.answering import open_data, taken_down, when_changed
from innspill.interfaces.api.asking import (
    MOST,
    PAGES,
    USUAL,
    asked_for,
    hearing_or_404,
    known_to,
    number_of,
)
from innspill.interfaces.api.changing import taken_home, when_public_changed
from innspill.interfaces.api.rows import MEDIA_TYPES, as_csv, as_lines, temporary
from innspill.interfaces.api.values import (
    LICENCE,
    LICENCE_ADDRESS,
    VERSION,
    AnswerList,
    AnswerRow,
    DecidedList,
    DecidedRow,
    HearingList,
    HearingRow,
    ResponseData,
    ResponseList,
    ResponseRow,
)
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import open_data as public
from innspill.stages.publication import public_sums
from innspill.stages.publication import queries as publication
from innspill.stages.publication.queries import PublicShown


@open_data
def hearings(request: HttpRequest, ending: str) -> HttpResponse:
    """All hearings that the public may see, in order of their names, with their counts."""
    _check(ending)
    known_to(request, PAGES if ending == "json" else ())
    after = number_of(request, "after", 0, 0, 2**53)
    limit = number_of(request, "limit", USUAL, 1, MOST)
    at = Addresses(request)
    rows = list(_hearing_rows(at))
    state = json.dumps([row.model_dump(mode="json") for row in rows])
    if ending != "json":
        make = lambda: _whole(HearingRow, rows, f"horinger.{ending}")  # noqa: E731
        return when_changed(request, state, make)
    chosen = rows[after : after + limit]
    more = after + limit if len(rows) > after + limit else None
    page = HearingList(**_listed(request, at, more), data=tuple(chosen))
    return when_changed(request, state, lambda: _json(page))


@open_data
def hearing(request: HttpRequest, slug: str) -> HttpResponse:
    """One hearing: questions, groups, counts, and where its data are."""
    known_to(request, ())
    shown = hearing_or_404(slug)
    ledger = public_sums.now(shown.id)
    counts = {state: getattr(ledger, state) for state in making.STATES}
    result_at = public.results_published().get(slug)
    data = making.hearing_data(shown, counts, result_at, Addresses(request))
    return when_changed(request, data.model_dump_json(), lambda: _json(data))


@open_data
def responses(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """The published responses of one hearing."""
    _check(ending)
    shown = hearing_or_404(slug)
    asked = asked_for(request, shown.definition, in_pages=ending == "json")
    at = Addresses(request)

    def make() -> HttpResponse:
        found = public.responses(slug, asked.wanted)
        if ending == "json":
            copies, more = _page(found, asked.limit)
            data = tuple(making.response_data(slug, each, at) for each in copies)
            return _json(ResponseList(**_listed(request, at, more), data=data))
        values = (making.response_data(slug, each, at) for each in found)
        kind = ResponseRow if ending == "csv" else ResponseData
        return _whole(kind, values, f"{slug}-svar.{ending}")

    return when_public_changed(request, shown, make, whole=ending != "json")


@open_data
def answers(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """What the published responses say to each question, a row for each."""
    _check(ending)
    shown, at = hearing_or_404(slug), Addresses(request)

    def rows(copies: Iterable[PublicShown], question: str | None) -> Iterator[AnswerRow]:
        for each in copies:
            yield from making.answer_rows(slug, each, shown.definition, at, question=question)

    return _rows_of_responses(request, shown, ending, rows, (AnswerRow, AnswerList, "sporsmal"))


@open_data
def decided(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """What was decided on each point of the published responses, out of the published result."""
    _check(ending)
    shown, at = hearing_or_404(slug), Addresses(request)

    def rows(copies: Iterable[PublicShown], question: str | None) -> Iterator[DecidedRow]:
        for each in copies:
            yield from making.decided_rows(slug, each, at, question=question)

    return _rows_of_responses(request, shown, ending, rows, (DecidedRow, DecidedList, "avgjort"))


@open_data
def response(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One published response with all that it says."""
    known_to(request, ())
    shown = hearing_or_404(slug)
    found = publication.public_response(slug, number) if number < 2**31 else None
    if found is None:
        if number < 2**31 and publication.is_taken_down(shown.id, number):
            return taken_down()
        raise Http404
    if found.response.standing == "current":
        found = replace(found, decided=tuple(publication.decided_on(slug, number)))
    data = making.response_data(slug, found, Addresses(request))
    return when_changed(request, data.model_dump_json(), lambda: _json(data))


def _rows_of_responses(
    request: HttpRequest,
    shown: ConsultationShown,
    ending: str,
    rows: Callable[[Iterable[PublicShown], str | None], Iterator[BaseModel]],
    kinds: tuple[type[BaseModel], type[BaseModel], str],
) -> HttpResponse:
    """Several rows of each response: JSON in pages, the rest whole; `kinds` are row, list and name."""
    asked = asked_for(request, shown.definition, in_pages=ending == "json")
    kind, list_of, name = kinds

    def make() -> HttpResponse:
        found = public.responses(shown.slug, asked.wanted)
        question = asked.wanted.question
        if ending == "json":
            copies, more = _page(found, asked.limit)
            listed = _listed(request, Addresses(request), more)
            return _json(list_of(**listed, data=tuple(rows(copies, question))))
        return _whole(kind, rows(found, question), f"{shown.slug}-{name}.{ending}")

    return when_public_changed(request, shown, make, whole=ending != "json")


def _hearing_rows(at: Addresses) -> Iterator[HearingRow]:
    counts, results = public.counts_of_all(), public.results_published()
    # In the order they were made, so that a page is the same after another hearing has opened.
    for row in sorted(consultations.listed(), key=lambda each: each.id):
        yield making.hearing_row(row, counts.get(row.id, {}), results.get(row.slug), at)


def _page(found: Iterator[PublicShown], limit: int) -> tuple[list[PublicShown], int | None]:
    """The first of `found`, and the number to go on after where there are more."""
    copies = list(islice(found, limit + 1))
    more = copies[limit - 1].number if len(copies) > limit else None
    return copies[:limit], more


def _listed(request: HttpRequest, at: Addresses, after: int | None) -> dict[str, Any]:
    """What every page of a list says, with the address of the next one."""
    following = None
    if after is not None:
        asked = request.GET.copy()
        asked["after"] = str(after)
        following = f"{at.base}{request.path}?{asked.urlencode()}"
    return {
        "version": VERSION,
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESS,
        "next": following,
    }


def _json(value: BaseModel) -> HttpResponse:
    response = HttpResponse(value.model_dump_json(), content_type=MEDIA_TYPES["json"])
    following = getattr(value, "next", None)
    if following:
        response["Link"] = f'<{following}>; rel="next"'
    return response


def _whole(kind: type[BaseModel], values: Iterable[BaseModel], name: str) -> HttpResponse:
    """All of them as a file to take home, in the format that its name ends in."""
    ending = name.rpartition(".")[2]
    file = temporary()
    write = as_csv(kind, values) if ending == "csv" else as_lines(values)
    write(file)
    return taken_home(file, name, MEDIA_TYPES[ending])


def _check(ending: str) -> None:
    if ending not in MEDIA_TYPES:
        raise Http404
