"""Public pages are kept while nothing changes, and never a moment longer."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from innspill.interfaces.ui.kept_pages import KeptPages, State
from innspill.pipeline import wiring
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationRow, ConsultationShown


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the front page that were made anew, in order."""
    made: list[str] = []
    listed = consultations.listed

    def noted() -> list[ConsultationRow]:
        made.append("/")
        return listed()

    monkeypatch.setattr(consultations, "listed", noted)
    return made


def test_a_page_that_nothing_has_changed_is_not_made_again(
    client: Client, hearing: ConsultationShown, made: list[str]
) -> None:
    first, again = client.get("/"), client.get("/")
    assert made == ["/"]
    assert again.content == first.content
    assert sorted(again.headers.items()) == sorted(first.headers.items())


def test_a_line_of_the_journal_ends_every_kept_page(
    client: Client, hearing: ConsultationShown, made: list[str]
) -> None:
    client.get("/")
    journal.write("noted", "something", actor=journal.SYSTEM, detail={}, at=wiring.clock().now())
    client.get("/")
    assert made == ["/", "/"]


def test_each_language_and_each_address_has_its_own(
    client: Client, hearing: ConsultationShown
) -> None:
    bokmal = client.get("/", headers={"accept-language": "nb"}).content.decode()
    nynorsk = client.get("/", headers={"accept-language": "nn"}).content.decode()
    assert 'lang="nb"' in bokmal
    assert 'lang="nn"' in nynorsk
    client.cookies.clear()
    assert client.get("/", headers={"accept-language": "nb"}).content.decode() == bokmal


def test_who_is_signed_in_gets_a_page_made_for_them(
    client: Client, hearing: ConsultationShown, made: list[str]
) -> None:
    client.get("/")
    client.force_login(User.objects.create(username="kari"))
    client.get("/")
    assert made == ["/", "/"]


@pytest.fixture
def state() -> State:
    return State(7, wiring.clock().now())


def test_a_page_for_one_alone_is_not_kept(state: State) -> None:
    kept = KeptPages()
    kept.keep(state, ("a",), HttpResponse(b'<input name="csrfmiddlewaretoken">'))
    with_cookie = HttpResponse(b"mine")
    with_cookie.set_cookie("session", "1")
    kept.keep(state, ("b",), with_cookie)
    kept.keep(state, ("c",), HttpResponse(b"gone", status=404))
    assert [kept.get(state, (each,)) for each in "abc"] == [None, None, None]


def test_no_more_is_kept_than_there_is_room_for(state: State) -> None:
    kept = KeptPages(most_bytes=100)
    for name in "abc":
        kept.keep(state, (name,), HttpResponse(name.encode() * 40))
    assert kept.get(state, ("a",)) is None, "asked for longest ago"
    found = kept.get(state, ("c",))
    assert found is not None
    assert found.content == b"c" * 40


def test_the_request_for_a_page_changes_nothing_of_what_is_kept(state: State) -> None:
    kept = KeptPages()
    page = HttpResponse(b"text", headers={"X-Robots-Tag": "noindex"})
    kept.keep(state, ("a",), page)
    given = kept.get(state, ("a",))
    assert given is not None
    given["Cache-Control"] = "no-cache"
    second = kept.get(state, ("a",))
    assert second is not None
    assert "Cache-Control" not in second.headers
    assert second["X-Robots-Tag"] == "noindex"
