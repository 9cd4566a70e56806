"""The addresses and types of open data as OpenAPI 3.1, made of the very types that answers are."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from innspill.interfaces.api.places import ASKED, IN_PATH, PLACES, Place
from innspill.interfaces.api.values import LICENCE, LICENCE_NAME, Problem

_TYPES: dict[str, dict[str, Any]] = {
    "after": {"type": "integer", "minimum": 0},
    "limit": {"type": "integer", "minimum": 1, "maximum": 500, "default": 100},
    "number": {"type": "integer", "minimum": 1},
}


def document(base: str) -> dict[str, Any]:
    """The document for the server at `base`, in the active language."""
    named = [place.made_of for place in PLACES if place.made_of is not None]
    kinds: list[type[BaseModel]] = list(dict.fromkeys([*named, Problem]))
    _, schemas = models_json_schema(
        [(kind, "serialization") for kind in kinds],
        ref_template="#/components/schemas/{model}",
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": gettext("Innspill: åpne data om høringer"),
            "description": gettext(
                "Alt kan leses uten nøkkel. Bare det som er publisert på sidene, er her."
            ),
            "version": "1",
            "license": {"name": LICENCE_NAME, "identifier": LICENCE},
        },
        "servers": [{"url": base}],
        "paths": {place.path: {"get": _operation(place)} for place in PLACES},
        "components": {"schemas": _said(schemas["$defs"])},
    }


def _operation(place: Place) -> dict[str, Any]:
    return {
        "operationId": re.sub(r"\W+", "_", place.path).strip("_"),
        "summary": gettext(place.says),
        "parameters": [
            *(_parameter(name, "path") for name in re.findall(r"\{(\w+)\}", place.path)),
            *(_parameter(name, "query") for name in place.may_ask),
        ],
        "responses": {
            "200": {"description": gettext(place.says), "content": _content(place)},
            "304": {"description": gettext("Ikke endret siden sist.")},
            **{str(status): _problem() for status in _refusals(place)},
        },
    }


def _refusals(place: Place) -> tuple[int, ...]:
    """With which problems it may answer: 410 where one response was public and is no more."""
    return (400, 404, 405, *((410,) if "{number}" in place.path else ()), 503)


def _parameter(name: str, where: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "description": gettext((IN_PATH if where == "path" else ASKED)[name]),
        "schema": _TYPES.get(name, {"type": "string"}),
    }


def _content(place: Place) -> dict[str, Any]:
    if place.made_of is None:
        return {place.media_type: {}}
    if place.ending == "json":
        return {place.media_type: {"schema": _ref(place.made_of)}}
    # No schema can say what a row of a CSV file is; its columns are the fields of this type.
    return {place.media_type: {"schema": {"type": "string"}, "x-row": _ref(place.made_of)}}


def _problem() -> dict[str, Any]:
    return {
        "description": gettext("Hva som er galt, i ord."),
        "content": {"application/problem+json": {"schema": _ref(Problem)}},
    }


def _ref(kind: type[BaseModel]) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def _said(schema: Any) -> Any:
    """The schema with its descriptions in the active language."""
    if isinstance(schema, list):
        return [_said(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: gettext(each) if key == "description" and isinstance(each, str) else _said(each)
        for key, each in schema.items()
    }
