"""Whatever fails on the way to the public, nothing of that response is public: closed, not open."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from innspill.adapters.clamd import Clamd
from innspill.pipeline import wiring, work
from innspill.shared.errors import Conflict, ScannerUnavailable, SearchUnavailable, Unreadable
from innspill.shared.people.models import Owner
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions
from innspill.stages.publication.models import Rendition
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from tests.interfaces import scene
from tests.interfaces.api.addresses import everything
from tests.interfaces.portal.conftest import in_bokmal  # noqa: F401 - a fixture
from tests.stages.conftest import NOW, home_at, undone

from .planting import made_up

pytestmark = pytest.mark.django_db
PUBLICATION = "innspill.stages.publication"
FAULTS = (
    Unreadable("stopped", "it stopped"),
    TimeoutError("too long"),
    ValueError("odd"),
    MemoryError(),
)
BROKEN = (
    ("innspill.stages.reading.actions", "as_json"),
    (f"{PUBLICATION}.core.render", "find"),
    (f"{PUBLICATION}.core.render", "masked"),
    (f"{PUBLICATION}.core.render", "national_id_left"),
    (f"{PUBLICATION}.core.render", "general_passages"),
    (f"{PUBLICATION}.core.render", "without_overlaps"),
    (f"{PUBLICATION}.core.personal_data", "_numbers"),
    (f"{PUBLICATION}.core.personal_data", "mails"),
    (f"{PUBLICATION}.core.personal_data", "phones"),
    (f"{PUBLICATION}.rendering", "render"),
    (f"{PUBLICATION}.actions.publishing", "as_json"),
    (f"{PUBLICATION}.actions.publishing", "digest_of"),
    (f"{PUBLICATION}.actions.publishing", "listing_of"),
)
"""Where a converter or a finder is called by name: module and name."""


@pytest.fixture(scope="module")
def built(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[scene.Scene]:
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        yield scene.build()


@pytest.fixture
def hearing(built: scene.Scene, db: None) -> ConsultationShown:
    return built.hearing


def raising(error: BaseException) -> Callable[..., Any]:
    def raises(*_: object, **__: object) -> Any:
        raise error

    return raises


def nothing_is_public(client: Client, hearing: ConsultationShown, word: str) -> None:
    work.run_until_idle()
    assert not Rendition.objects.exists()
    for page in ("/", f"/horinger/{hearing.slug}/", f"/horinger/{hearing.slug}/svar/1/",
                 "/sok/?sok=planen"):  # fmt: skip
        assert word not in client.get(page).content.decode().lower()
    assert not [place for place, text in everything(client, hearing) if word in text.lower()]


def sent(hearing: ConsultationShown, word: str, name: str = "brev.txt") -> None:
    data = f"Granmo kommune\n\nVi mener at {word} må med i planen for 2027.\n".encode()
    scene.hand_in(hearing, name, data, sender="Granmo kommune")


def test_without_a_fault_it_would_be_public(client: Client, hearing: ConsultationShown) -> None:
    word = made_up("no fault")
    sent(hearing, word)
    work.run_until_idle()
    assert [place for place, text in everything(client, hearing) if word in text.lower()]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_reader_that_fails_lets_nothing_out(
    client: Client, hearing: ConsultationShown, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "reader", lambda: raising(fault))
    sent(hearing, made_up("reader"))
    nothing_is_public(client, hearing, made_up("reader"))


@pytest.mark.parametrize("where", BROKEN, ids=".".join)
@pytest.mark.parametrize("fault", FAULTS[1:3], ids=lambda fault: type(fault).__name__)
def test_a_converter_or_a_finder_that_fails_lets_nothing_out(
    client: Client, hearing: ConsultationShown, fault: Exception, where: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    module, name = where
    monkeypatch.setattr(importlib.import_module(module), name, raising(fault))
    sent(hearing, made_up(name))
    nothing_is_public(client, hearing, made_up(name))


@pytest.mark.parametrize("name", ["signing", "statements", "mails"])
def test_a_finder_that_fails_with_a_private_person_lets_nothing_out_whoever_approves(
    client: Client, hearing: ConsultationShown, built: scene.Scene, name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(
        importlib.import_module(f"{PUBLICATION}.core.personal_data"), name, raising(ValueError())
    )
    word = made_up(name)
    text = f"Hei,\n\nJeg mener at {word} må med i planen.\n\nHilsen Kari Fjelltopp\n"
    scene.hand_in(hearing, "brev.txt", text.encode(), sender="Kari Fjelltopp")
    work.run_until_idle()
    (row,) = register.responses(hearing.slug, [Owner.objects.get(name=hearing.owner)])
    register_actions.settle_sender(
        row.id, names=["Kari Fjelltopp"], kind="person", by=built.staff.caseworker, now=NOW
    )
    work.run_until_idle()
    with suppress(Conflict):
        actions.approve(row.id, by=built.staff.lead, now=NOW)
    nothing_is_public(client, hearing, word)


def test_a_virus_scanner_that_does_not_answer_lets_nothing_in_or_out(
    client: Client, hearing: ConsultationShown, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLAMD = "tcp://127.0.0.1:1"
    for name in ("scan", "version"):
        if hasattr(Clamd, name):
            monkeypatch.setattr(Clamd, name, raising(ScannerUnavailable("no answer")))
    sent(hearing, made_up("scanner"))
    nothing_is_public(client, hearing, made_up("scanner"))


def test_an_index_that_cannot_be_written_tells_nothing_and_the_pages_stand(
    client: Client, hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "search_writer", raising(SearchUnavailable("full")))
    sent(hearing, made_up("index"))
    work.run_until_idle()
    assert client.get(f"/sok/?sok={made_up('index')}").status_code == 200
    assert client.get(f"/horinger/{hearing.slug}/").status_code == 200


def test_a_picture_that_no_recogniser_reads_lets_nothing_out(
    client: Client, hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    from .planting import png

    scene.hand_in(hearing, f"{made_up('picture')}.png", png(made_up("picture")), sender="Lia vel")
    nothing_is_public(client, hearing, made_up("picture"))


def test_a_document_cut_short_lets_nothing_of_its_parts_out(
    client: Client, hearing: ConsultationShown
) -> None:
    from .in_word import word_with_canaries
    from .planting import Canaries

    nest = Canaries()
    data = word_with_canaries("Granmo kommune", nest)
    for part in (3, 2):
        scene.hand_in(hearing, f"kutt{part}.docx", data[: len(data) // part], days=part)
    work.run_until_idle()
    texts = [text.lower() for _, text in everything(client, hearing)]
    assert not [place for word, place in nest.places.items() if any(word in t for t in texts)]
