"""Many published responses: questions to the database that are few and known, and little room.

1,200 in the suite; as many as the promise says, with the time that each takes, by
`INNSPILL_MANY=5000 .venv/bin/pytest -s tests/interfaces/api/test_many.py`.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, models
from django.test import Client

from innspill.interfaces.api.package import Package
from innspill.interfaces.api.rows import Writer
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication.models import Rendition
from innspill.stages.publication.open_data import CHUNK
from innspill.stages.reading.models import Reading
from innspill.stages.register.models import Response

from .addresses import body, unpacked

pytestmark = pytest.mark.django_db
MANY = int(os.environ.get("INNSPILL_MANY", "1200"))


def copied(row: Any, **changed: Any) -> Any:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{**values, row._meta.pk.attname: None, **changed})


def made(rows: list[Any]) -> list[Any]:
    model: type[models.Model] = type(rows[0])
    return list(model._default_manager.bulk_create(rows, batch_size=500))


@pytest.fixture
def many(published: ConsultationShown) -> ConsultationShown:
    """The same response many times over, each with its number."""
    first = Rendition.objects.filter(consultation=published.id, number=1).get()
    response, numbers = first.response, range(100, 100 + MANY)
    assert isinstance(response, Response)
    reading = Reading.objects.get(pk=response.reading_id)
    readings = made([copied(reading, position=number, result={}, blocks=[]) for number in numbers])
    responses = made(
        [
            copied(response, reading_id=each.pk, number=number)
            for each, number in zip(readings, numbers, strict=True)
        ]
    )
    made([copied(first, response_id=each.pk, number=each.number) for each in responses])
    return published


def test_the_database_is_asked_a_known_number_of_times_and_chunks_are_let_go(
    client: Client, many: ConsultationShown, monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:  # fmt: skip
    held: list[int] = []
    add = Package.add

    def counting(package: Package, path: str, write: Writer) -> None:
        if path.endswith("000.json"):
            held.append(sum(type(each) is Rendition for each in gc.get_objects()))
        add(package, path, write)

    monkeypatch.setattr(Package, "add", counting)
    base = f"/api/v1/hearings/{many.slug}"
    chunks = MANY // CHUNK + 2
    # On PostgreSQL a page gives its role and its tables back when it is done.
    more = 2 if connection.vendor == "postgresql" else 0
    for address, most in (
        ("/api/v1/hearings.json", 6),
        ("/api/v1/feed.atom", 3),
        ("/api/v1/bodies/tindvang-kommune/feed.atom", 2),
        (f"/sitemap/horinger/{many.slug}.xml", 2),
        (f"{base}.json", 9),
        (f"{base}/feed.atom", 8),
        (f"{base}/responses.json?limit=100", 10),
        (f"{base}/answers.json?limit=100", 10),
        (f"{base}/responses.csv", 14 + 2 * chunks),
        (f"{base}/answers.csv", 14 + 2 * chunks),
        (f"{base}/decided.csv", 14 + 2 * chunks),
        (f"{base}/all.zip", 36 + 10 * chunks),
    ):
        began = time.perf_counter()
        with django_assert_max_num_queries(most + more):
            response = client.get(address)
        took = time.perf_counter() - began
        data = body(response)
        print(f"{address}: {took:.2f} s, {len(data) / 1e6:.1f} MB")  # shown with -s
        assert response.status_code == 200
    assert len(unpacked(data)) > 2 * MANY
    assert held
    assert max(held) <= 2 * CHUNK
