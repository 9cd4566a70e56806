"""Public pages are kept while nothing changes, and never a moment longer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from innspill.interfaces.ui import kept_pages
from innspill.interfaces.ui.kept_pages import KeptPages, State, once
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


SIX_PAST = datetime(2026, 11, 28, 9, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lines", "later", "holds"),
    [
        (7, timedelta(seconds=0), True),
        (7, timedelta(seconds=59), True),
        (7, timedelta(seconds=60), False),
        (7, timedelta(seconds=-1), False),
        (8, timedelta(seconds=0), False),
        (6, timedelta(seconds=0), False),
    ],
)
def test_a_page_stands_for_a_minute_where_nothing_is_written(
    lines: int, later: timedelta, holds: bool
) -> None:
    assert State(lines, SIX_PAST + later).still_holds(State(7, SIX_PAST)) is holds


@pytest.mark.parametrize("minute", [0, 15, 30, 45])
def test_no_page_outlives_a_deadline_which_is_midnight_in_some_time_zone(minute: int) -> None:
    midnight = SIX_PAST.replace(minute=minute)
    before = State(7, midnight - timedelta(seconds=1))
    assert not State(7, midnight).still_holds(before)
    assert State(7, midnight - timedelta(milliseconds=1)).still_holds(before)


def test_a_page_made_anew_takes_the_place_of_the_old_one(state: State) -> None:
    kept = KeptPages(most_bytes=100)
    kept.keep(state, ("a",), HttpResponse(b"a" * 60))
    newer = replace(state, lines=8)
    for _ in range(3):
        kept.keep(newer, ("a",), HttpResponse(b"b" * 60))
    kept.keep(newer, ("c",), HttpResponse(b"c" * 40))
    assert kept.get(state, ("a",)) is None
    found = kept.get(newer, ("a",))
    assert found is not None, "there is room for both"
    assert found.content == b"b" * 60


def test_a_part_of_pages_is_made_once_for_a_state(state: State) -> None:
    kept, made = KeptPages(most_parts=2), list[str]()

    def asked(state: State, name: str) -> str:
        return kept.part(state, (name,), lambda: made.append(name) or name.upper())  # type: ignore[func-returns-value]

    assert [asked(state, "a"), asked(state, "a")] == ["A", "A"]
    assert made == ["a"]
    asked(replace(state, lines=8), "a")
    assert made == ["a", "a"]
    asked(state, "b")
    asked(state, "c")
    asked(state, "b")
    assert made == ["a", "a", "b", "c"], "what was made longest ago went first"


def test_what_pages_share_is_asked_once_for_anybody_and_each_time_for_who_is_signed_in(
    client: Client, hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    shown = consultations.shown

    def noted(slug: str) -> ConsultationShown | None:
        asked.append(slug)
        return shown(slug)

    monkeypatch.setattr(consultations, "shown", noted)
    for address in ("", "?sorter=name", "?sorter=group"):
        client.get(f"/horinger/{hearing.slug}/{address}")
    assert asked == [hearing.slug]
    journal.write("noted", "something", actor=journal.SYSTEM, detail={}, at=wiring.clock().now())
    client.get(f"/horinger/{hearing.slug}/")
    assert asked == [hearing.slug] * 2
    client.force_login(User.objects.create(username="kari"))
    client.get(f"/horinger/{hearing.slug}/")
    client.get(f"/horinger/{hearing.slug}/?sorter=name")
    assert asked == [hearing.slug] * 4


def test_parts_are_kept_for_each_language(client: Client, hearing: ConsultationShown) -> None:
    pages = [
        client.get(f"/horinger/{hearing.slug}/?sorter={n}", headers={"accept-language": language})
        for n, language in enumerate(("nb", "en", "nn", "nb", "en"))
    ]
    said = [
        word in page.content.decode()
        for page, word in zip(pages, ("Fakta", "Facts", "Fakta", "Fakta", "Facts"), strict=True)
    ]
    assert said == [True] * 5


ASKED = ("", "?sorter=name", "?sporsmal=1", "?sok=vann", "?gruppe=-", "?stand=gjelder")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_page_made_of_kept_parts_is_the_page_that_is_made_without(
    client: Client, hearing: ConsultationShown, language: str
) -> None:
    def page(asked: str) -> bytes:
        address = f"/horinger/{hearing.slug}/{asked}"
        return client.get(address, headers={"accept-language": language}).content

    def alone(asked: str) -> bytes:
        kept_pages.KEPT.empty()
        return page(asked)

    each = {asked: alone(asked) for asked in ASKED}
    kept_pages.KEPT.empty()
    together = {asked: page(asked) for asked in ASKED}
    assert [_without_token(one) for one in together.values()] == [
        _without_token(one) for one in each.values()
    ]


def _without_token(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", page)


def test_outside_a_kept_page_nothing_is_kept() -> None:
    asked: list[int] = []

    @once
    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [doubled(2), doubled(2)] == [4, 4]
    assert asked == [2, 2]
    assert not kept_pages.KEPT._parts
