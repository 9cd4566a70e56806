"""A small judge of JSON Schema: exactly the words that the types of open data use, no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

KNOWN = {"$ref", "type", "properties", "required", "additionalProperties", "items", "enum", "const",
         "anyOf", "format", "title", "description", "propertyNames"}  # fmt: skip
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "null": (type(None),),
    "boolean": (bool,),
}  # fmt: skip
FORMATS = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}


def faults(value: Any, schema: dict[str, Any], schemas: dict[str, Any], at: str = "$") -> list[str]:
    """Where `value` is not as the schema says; `schemas` are what it may refer to."""
    return list(_faults(value, schema, schemas, at))


def _faults(value: Any, schema: dict[str, Any], schemas: dict[str, Any], at: str) -> Iterator[str]:
    unknown = set(schema) - KNOWN
    if unknown:
        yield f"{at}: the judge does not know {unknown}"
    if "$ref" in schema:
        yield from _faults(value, schemas[schema["$ref"].rpartition("/")[2]], schemas, at)
        return
    if "anyOf" in schema:
        tried = [list(_faults(value, each, schemas, at)) for each in schema["anyOf"]]
        if all(tried):
            yield f"{at}: fits none: {tried}"
        return
    kind = schema.get("type")
    fits = kind is None or isinstance(value, TYPES[kind])
    if not fits or (kind == "integer" and isinstance(value, bool)):
        yield f"{at}: {value!r} is no {kind}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "format" in schema:
        FORMATS[schema["format"]](value)
    yield from _inside(value, schema, schemas, at)


def _inside(value: Any, schema: dict[str, Any], schemas: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, list) and "items" in schema:
        for index, each in enumerate(value):
            yield from _faults(each, schema["items"], schemas, f"{at}[{index}]")
    if not isinstance(value, dict):
        return
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}: {name} is missing"
    for name, each in value.items():
        if name in properties:
            yield from _faults(each, properties[name], schemas, f"{at}.{name}")
        elif others is False:
            yield f"{at}: {name} is not in the schema"
        elif isinstance(others, dict):
            yield from _faults(each, others, schemas, f"{at}.{name}")
