"""What describes open data: the page for people, OpenAPI for programs, schema.org for engines."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe
from pydantic import BaseModel

from innspill.interfaces.api import linked as schema_org
from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.answering import FRESH, nothing_here, open_data, when_changed
from innspill.interfaces.api.asking import hearing_or_404, known_to
from innspill.interfaces.api.openapi import document
from innspill.interfaces.api.places import ASKED, PLACES
from innspill.interfaces.api.values import (
    LICENCE_ADDRESS,
    LINKED,
    AnswerRow,
    DecidedRow,
    HearingRow,
    ResponseData,
)
from innspill.stages.consultations import queries as consultations


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Every address and every field, in the page's language."""
    hearings = consultations.listed()
    return render(
        request,
        "api/documentation.html",
        {
            "at": "open-data",
            "places": PLACES,
            "asked": ASKED.items(),
            "kinds": [
                (name, key, _fields(kind))
                for name, key, kind in (
                    (gettext("En høring"), "horing", HearingRow),
                    (gettext("Et svar"), "svar", ResponseData),
                    (gettext("Et svar på ett spørsmål"), "sporsmal", AnswerRow),
                    (gettext("Et punkt som er avgjort"), "avgjort", DecidedRow),
                )
            ],
            "example": hearings[0] if hearings else None,
            "base": Addresses(request).base,
            "licence_address": LICENCE_ADDRESS,
            "fresh": FRESH,
        },
    )


def _fields(kind: type[BaseModel]) -> list[tuple[str, str]]:
    return [(name, field.description or "") for name, field in kind.model_fields.items()]


@open_data
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document, in English, as those who read such documents expect."""
    known_to(request, ())
    with override("en"):
        data = json.dumps(document(Addresses(request).base), ensure_ascii=False, indent=1)
    return _as(request, data, "application/vnd.oai.openapi+json;version=3.1")


@open_data
def linked(request: HttpRequest, slug: str) -> HttpResponse:
    """One hearing as a data set."""
    known_to(request, ())
    return _described(request, schema_org.dataset(hearing_or_404(slug), Addresses(request)))


@open_data
def catalogue(request: HttpRequest) -> HttpResponse:
    """All hearings as a catalogue of data sets."""
    known_to(request, ())
    return _described(request, schema_org.catalogue(consultations.listed(), Addresses(request)))


@open_data
def nothing(_request: HttpRequest) -> HttpResponse:
    """Any other address."""
    return nothing_here()


def _described(request: HttpRequest, value: dict[str, Any]) -> HttpResponse:
    return _as(request, json.dumps(value, ensure_ascii=False), LINKED)


def _as(request: HttpRequest, data: str, media_type: str) -> HttpResponse:
    return when_changed(request, data, lambda: HttpResponse(data, content_type=media_type))
