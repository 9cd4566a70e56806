"""5,000 published responses: questions to the database that are few and known, and little room."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from django.db import models
from django.test import Client

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.models import Delivery
from innspill.stages.publication.models import Rendition
from innspill.stages.reading.models import Reading
from innspill.stages.register.models import Response

from .addresses import body, unpacked

pytestmark = pytest.mark.django_db
MANY = 5_000


def copied(row: Any, **changed: Any) -> Any:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{**values, row._meta.pk.attname: None, **changed})


def made(rows: list[Any]) -> list[Any]:
    model: type[models.Model] = type(rows[0])
    return list(model._default_manager.bulk_create(rows, batch_size=500))


@pytest.fixture
def many(published: ConsultationShown) -> ConsultationShown:
    """The same response 5,000 times over, each with its number."""
    first = Rendition.objects.filter(consultation=published.id, number=1).get()
    response, numbers = first.response, range(100, 100 + MANY)
    assert isinstance(response, Response)
    reading = Reading.objects.get(pk=response.reading_id)
    assert Delivery.objects.filter(pk=reading.delivery_id).exists()
    readings = made([copied(reading, position=number, result={}, blocks=[]) for number in numbers])
    responses = made(
        [copied(response, reading_id=each.pk, number=number)
         for each, number in zip(readings, numbers, strict=True)]
    )  # fmt: skip
    made([copied(first, response_id=each.pk, number=each.number) for each in responses])
    return published


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("responses.json?limit=100", 6),
        ("answers.json?limit=100", 6),
        ("responses.csv", 24),
        ("answers.csv", 24),
        ("all.zip", 70),
        ("feed.atom", 7),
    ],
)
def test_the_database_is_asked_a_known_number_of_times(
    client: Client, many: ConsultationShown, address: str, most: int,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:  # fmt: skip
    base = f"/api/v1/hearings/{many.slug}/"
    client.get("/robots.txt")
    tracemalloc.start()
    began = time.perf_counter()
    with django_assert_max_num_queries(most):
        response = client.get(base + address)
    took = time.perf_counter() - began
    room = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    data = body(response)
    print(
        f"{address}: {took:.2f} s (traced), {len(data) / 1e6:.1f} MB, at most {room / 1e6:.0f} MB in memory"
    )
    assert response.status_code == 200
    if address == "all.zip":
        assert len(unpacked(data)) > 2 * MANY
    # A chunk of 500 copies and what is written of them, but never all 5,000.
    assert room < 60e6


def test_lists_of_all_hearings_ask_no_more_with_more_responses(
    client: Client, many: ConsultationShown, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for address, most in (
        ("/api/v1/hearings.json", 6),
        ("/api/v1/feed.atom", 3),
        ("/api/v1/bodies/tindvang-kommune/feed.atom", 2),
        (f"/sitemap/horinger/{many.slug}.xml", 2),
        (f"/api/v1/hearings/{many.slug}.json", 8),
    ):
        with django_assert_max_num_queries(most):
            began = time.perf_counter()
            assert client.get(address).status_code == 200
            print(f"{address}: {time.perf_counter() - began:.2f} s")
