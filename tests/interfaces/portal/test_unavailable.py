"""When the machine cannot do its part, nobody is told that something was received."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from innspill.adapters.byte_store import FolderByteStore
from innspill.interfaces.portal.views import front
from innspill.shared.journal import signing
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.models import Delivery

pytestmark = pytest.mark.django_db
KEY = "0b3bb3a2-4c3e-4a53-9d31-0b8f6a6f0c11"


@pytest.fixture
def visitor() -> Client:
    """A browser that is shown what is raised as the server would show it."""
    return Client(raise_request_exception=False)


def raising(error: Exception) -> Callable[..., Any]:
    def raised(*_: object, **__: object) -> None:
        raise error

    return raised


def send(visitor: Client, hearing: ConsultationShown) -> Any:
    sent = SimpleUploadedFile("svar.txt", b"Vi er enige.")
    return visitor.post(
        reverse("portal:upload", args=[hearing.slug]),
        {"documents": sent, "sender": "Drammen kommune", "email": "", "key": KEY},
    )


def test_a_full_disk_is_a_503_that_says_nothing_was_received_and_a_retry_is_taken(
    visitor: Client, open_hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    with monkeypatch.context() as patch:
        patch.setattr(FolderByteStore, "put", raising(full))
        told = send(visitor, open_hearing)
    assert told.status_code == 503
    assert int(told["Retry-After"]) > 0
    assert "ingenting er mottatt" in told.content.decode()
    assert not Delivery.objects.exists()
    assert send(visitor, open_hearing).status_code == 302
    assert Delivery.objects.count() == 1


def test_a_signing_key_that_is_gone_is_a_503_as_well_until_it_is_put_back(
    visitor: Client, open_hearing: ConsultationShown, settings: Settings
) -> None:
    assert send(visitor, open_hearing).status_code == 302
    place = settings.HOME / signing.KEY
    kept = place.rename(place.with_name("elsewhere"))
    again = visitor.post(
        reverse("portal:upload", args=[open_hearing.slug]),
        {"documents": SimpleUploadedFile("b.txt", b"Nei."), "sender": "B", "email": "", "key": KEY},
    )
    assert again.status_code == 503
    assert "ingenting er mottatt" in again.content.decode()
    assert (Delivery.objects.count(), place.exists()) == (1, False)
    kept.rename(place)
    assert visitor.get(reverse("portal:proof")).status_code == 200


@pytest.mark.parametrize(
    ("error", "status"),
    [(OperationalError("database is locked"), 503), (InterfaceError("closed"), 503),
     (OSError(errno.EIO, "I/O error"), 503), (FileNotFoundError(errno.ENOENT, "gone"), 500),
     (KeyError("ours"), 500)],
)  # fmt: skip
def test_what_passes_is_told_from_what_is_our_own_fault(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    monkeypatch.setattr(front, "render", raising(error))
    told = visitor.get("/")
    assert told.status_code == status
    assert ("Retry-After" in told) is (status == 503)
    assert "ingenting er mottatt" not in told.content.decode()
