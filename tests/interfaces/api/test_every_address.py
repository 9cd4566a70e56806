"""Each address gives what OpenAPI says of it, in the same manner as all the others."""

from __future__ import annotations

import ast
import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve

from innspill.interfaces import api
from innspill.interfaces.api.places import PLACES, Place
from innspill.interfaces.api.urls import urlpatterns
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import Staff

from .addresses import body, every, filled
from .deciding import publish_decided
from .schemas import faults

pytestmark = pytest.mark.django_db
EACH = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.path)


@pytest.fixture
def openapi(client: Client, db: None) -> dict[str, Any]:
    return dict(json.loads(client.get("/api/openapi.json").content))


@EACH
def test_an_answer_is_as_openapi_says(
    client: Client,
    published: ConsultationShown,
    staff: Staff,
    openapi: dict[str, Any],
    place: Place,
) -> None:
    publish_decided(published, staff)
    schemas = openapi["components"]["schemas"]
    (said,) = openapi["paths"][place.path]["get"]["responses"]["200"]["content"].items()
    response = client.get(filled(place.path, published))
    assert response.status_code == 200
    assert response["Content-Type"].partition(";")[0] == said[0]
    text = body(response).decode("utf-8-sig") if place.ending != "zip" else ""
    if place.ending == "json":
        assert faults(json.loads(text), said[1]["schema"], schemas) == []
    elif place.ending == "jsonl":
        lines = text.splitlines()
        assert lines
        assert [faults(json.loads(line), said[1]["x-row"], schemas) for line in lines] == [
            [] for _ in lines
        ]
    elif place.ending == "csv":
        header, *rows = csv.reader(io.StringIO(text))
        row = schemas[said[1]["x-row"]["$ref"].rpartition("/")[2]]
        assert header == list(row["properties"])
        assert rows
        assert all(len(each) == len(header) for each in rows)


def test_every_route_of_version_1_is_in_the_list_and_the_list_leads_somewhere(
    published: ConsultationShown,
) -> None:
    listed = {resolve(filled(place.path, published)).url_name for place in PLACES}
    routes: set[str] = set()
    waiting = [each for each in urlpatterns if str(each.pattern) == "api/v1/"]
    while waiting:
        one = waiting.pop()
        waiting += getattr(one, "url_patterns", [])
        routes |= {one.name} if getattr(one, "name", None) else set()
    assert routes == listed


@EACH
def test_anyone_may_read_from_anywhere_and_nobody_write(
    client: Client, published: ConsultationShown, place: Place
) -> None:
    address = filled(place.path, published)
    whole = client.get(address)
    assert whole["Access-Control-Allow-Origin"] == "*"
    assert "https://data.norge.no/nlod/no/2.0" in whole["Link"]
    assert whole["Cache-Control"] == "public, max-age=60, must-revalidate"
    assert not whole.cookies
    head = client.head(address)
    assert body(head) == b""
    assert head["ETag"] == whole["ETag"]
    assert head.get("Content-Length") == str(len(body(whole)))
    assert client.options(address).status_code == 204
    refused = client.post(address)
    assert refused.status_code == 405
    assert refused["Content-Type"] == "application/problem+json"


@EACH
def test_who_has_it_already_is_told_so_in_few_bytes(
    client: Client, published: ConsultationShown, place: Place
) -> None:
    address = filled(place.path, published)
    etag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": etag})
    assert again.status_code == 304
    assert body(again) == b""
    assert again["ETag"] == etag
    assert client.get(address, headers={"if-none-match": '"another"'}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/nothing", 404),
        ("/api/v1/hearings/none.json", 404),
        ("/api/v1/hearings/none/all.zip", 404),
        ("/api/v1/hearings.xlsx", 404),
        ("/api/v1/bodies/none/feed.atom", 404),
        ("/api/v1/hearings/{slug}/responses/99.json", 404),
        ("/api/v1/hearings/{slug}/responses/99999999999999999999.json", 404),
        ("/api/v1/hearings/{slug}/responses.csv?gruppe=x", 400),
        ("/api/v1/hearings/{slug}/responses.csv?limit=5", 400),
        ("/api/v1/hearings/{slug}/responses.json?limit=0", 400),
        ("/api/v1/hearings/{slug}/responses.json?limit=501", 400),
        ("/api/v1/hearings/{slug}/responses.json?after=²", 400),
        ("/api/v1/hearings/{slug}/responses.json?after=-1", 400),
        ("/api/v1/hearings/{slug}/answers.json?group=Ingen", 400),
        ("/api/v1/hearings/{slug}/answers.json?question=999", 400),
        ("/api/v1/hearings/{slug}/answers.json?changed_since=i+går", 400),
        ("/api/v1/hearings/{slug}/answers.json?changed_since=2026-02-31", 400),
        ("/api/v1/hearings/{slug}/answers.json?changed_since=0001-01-01T00:00:00%2B14:00", 400),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(
    client: Client, published: ConsultationShown, openapi: dict[str, Any], address: str, status: int
) -> None:
    response = client.get(address.replace("{slug}", published.slug))
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    said = json.loads(response.content)
    assert faults(said, {"$ref": "Problem"}, openapi["components"]["schemas"]) == []
    assert said["status"] == status
    assert len(said["detail"].split()) > 4


def test_no_address_is_answered_with_an_error_of_ours(
    client: Client, published: ConsultationShown
) -> None:
    assert {client.get(address).status_code for address in every(published)} == {200}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_names_every_address_and_field_in_each_language(
    client: Client, published: ConsultationShown, openapi: dict[str, Any], language: str
) -> None:
    page = client.get(f"/api/?lang={language}").content.decode()
    assert f'<html lang="{language}"' in page
    assert not [place.path for place in PLACES if place.path not in page]
    fields = openapi["components"]["schemas"]["ResponseData"]["properties"]
    assert not [name for name in fields if f"<code>{name}</code>" not in page]


def test_open_data_imports_nothing_of_the_stages_but_what_is_public() -> None:
    may = ("publication.queries", "publication.open_data", "publication.files",
           "publication.public_sums",
           "publication.core.values",
           "consultations.queries", "consultations.core")  # fmt: skip
    imported = {
        f"{node.module}.{name.name}"
        for path in Path(api.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("innspill.stages")
        for name in node.names
    }
    assert imported
    allowed = tuple(f"innspill.stages.{each}" for each in may)
    assert not [module for module in imported if not module.startswith(allowed)]
