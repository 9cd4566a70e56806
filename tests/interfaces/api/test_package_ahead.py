"""The ZIP made ahead: given while it is of what is public now, and never otherwise."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from innspill.interfaces.api.views import package as served
from innspill.pipeline import packing, work
from innspill.pipeline.steps import STEPS
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, open_data
from innspill.stages.register import queries as register
from tests.interfaces import scene
from tests.stages.conftest import NOW, Staff

from .addresses import body, unpacked

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=10)


@pytest.fixture(autouse=True)
def address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PUBLIC_ADDRESS", "https://horing.example")
    monkeypatch.setattr(served, "AT_ONCE", 0)
    packing._looked.clear()
    shutil.rmtree(Path(settings.HOME) / "packages", ignore_errors=True)


def zip_of(hearing: ConsultationShown) -> str:
    return f"/api/v1/hearings/{hearing.slug}/all.zip"


def pack(at: object = LATER) -> list[Path]:
    """What lies ready after the steps ran at that moment."""
    with override_settings(NOW=at.isoformat()):  # type: ignore[attr-defined]
        work.run_until_idle()
    return sorted((Path(settings.HOME) / "packages").glob("*"))


def test_one_that_is_being_made_is_asked_for_again_and_then_given(
    client: Client, published: ConsultationShown
) -> None:
    early = client.get(zip_of(published))
    assert (early.status_code, early["Retry-After"]) == (503, "120")
    assert early["Content-Type"] == "application/problem+json"
    assert pack(NOW) == []  # something was published this very moment
    assert len(pack()) == 2  # two hearings are public
    answer = client.get(zip_of(published))
    assert answer.status_code == 200
    files = unpacked(body(answer))
    numbers = {each.number for each in open_data.responses(published.slug)}
    assert {name for name in files if name.startswith("svar/")} == {
        f"svar/{number:05d}.{ending}" for number in numbers for ending in ("json", "txt")
    }
    assert "https://horing.example/horinger/" in files["svar.csv"].decode()
    assert (
        client.get(zip_of(published), headers={"If-None-Match": answer["ETag"]}).status_code == 304
    )
    step = next(step for step in STEPS if step.name == "pack")
    with override_settings(NOW=(LATER + timedelta(hours=1)).isoformat()):
        assert step.things() == []


def test_what_was_withdrawn_is_never_in_what_is_given(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    (before, other) = pack()
    row = register.of_consultation(published.id)[0]
    before = next(path for path in (before, other) if path.name.startswith(f"{published.id}-"))
    actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=LATER)
    assert before.exists()
    assert client.get(zip_of(published)).status_code == 503
    left = pack(LATER + timedelta(seconds=40))
    assert before not in left  # it is deleted before another one is made
    assert client.get(zip_of(published)).status_code == 503
    pack(LATER + timedelta(minutes=5))
    files = unpacked(body(client.get(zip_of(published))))
    assert f"svar/{row.number:05d}.json" not in files
    assert row.name not in files["svar.csv"].decode()


def test_what_changes_while_it_is_made_makes_no_package(
    published: ConsultationShown, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = register.of_consultation(published.id)[0]
    real = served.write_ahead

    def withdrawn_meanwhile(file, shown) -> None:  # type: ignore[no-untyped-def]
        real(file, shown)
        actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)

    monkeypatch.setattr(served, "write_ahead", withdrawn_meanwhile)
    packing.pack(published.id, now=LATER)
    assert list((Path(settings.HOME) / "packages").glob("*")) == []
    assert packing.ready(published, packing.state(consultations.by_id(published.id))[0]) is None


def test_a_small_hearing_is_packed_while_one_waits(
    client: Client, published: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served, "AT_ONCE", 300)
    scene.work.run_until_idle()
    assert client.get(zip_of(published)).status_code == 200
