"""Feeds are Atom that any reader takes, tell of what happens, and name no private person."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from django.test import Client

from innspill.interfaces.api.atom import Entry, Feed, as_atom
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions
from tests.interfaces import scene
from tests.stages.conftest import IN_TIME, NOW, Staff

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed_at(client: Client, address: str) -> Element:
    """The feed, after it was held to what RFC 4287 demands."""
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = fromstring(response.content)
    check(root)
    (own,) = [each.get("href") for each in root.findall(f"{ATOM}link") if each.get("rel") == "self"]
    assert own == f"http://testserver{address}"
    return root


def check(root: Element) -> None:
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for node in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(said(node, "updated")).tzinfo is not None
        assert said(node, "id").startswith("tag:")
        alternate = [each for each in node.findall(f"{ATOM}link") if each.get("rel") == "alternate"]
        assert len(alternate) == 1
    assert said(root.find(f"{ATOM}author"), "name")
    ids = [said(each, "id") for each in entries]
    assert len(set(ids)) == len(ids)
    times = [said(each, "updated") for each in entries]
    assert times == sorted(times, reverse=True)
    if entries:
        assert said(root, "updated") == times[0]


def said(node: Element | None, name: str) -> str:
    assert node is not None
    return str(node.findtext(f"{ATOM}{name}"))


def titles(root: Element) -> list[str]:
    return [said(each, "title") for each in root.findall(f"{ATOM}entry")]


def of(hearing: ConsultationShown) -> str:
    return f"/api/v1/hearings/{hearing.slug}/feed.atom"


def test_a_hearing_tells_of_its_opening_deadline_responses_and_result(
    client: Client, published: ConsultationShown, staff: Staff
) -> None:
    actions.publish_result(published.id, content={"nb": {}}, files={}, by=staff.lead, now=NOW)
    told = titles(feed_at(client, of(published)))
    assert "Høringssvar fra Tindvang kommune" in told
    for beginning in ("Åpnet: ", "Fristen er ute: ", "Resultatet er klart: "):
        assert len([title for title in told if title.startswith(beginning)]) == 1


def test_a_hearing_tells_when_the_work_begins_and_is_done(
    client: Client, open_hearing: ConsultationShown
) -> None:
    assert titles(feed_at(client, of(open_hearing))) == []
    lead = staff_of(open_hearing)
    for status in ("closed", "assessment", "finished"):
        consultations.set_phase(open_hearing.id, status, by=lead, now=NOW)  # type: ignore[arg-type]
    told = titles(feed_at(client, of(open_hearing)))
    assert set(told) == {"Svarene er under behandling.", "Høringen er ferdig behandlet."}


def staff_of(hearing: ConsultationShown) -> Any:
    from innspill.shared.people import actions as people
    from innspill.shared.people.models import Owner

    user = people.add_user(username="leder-her", password="a long one for tests", now=NOW)
    owner = Owner.objects.get(name=hearing.owner)
    people.give_role(user=user, owner=owner, role="lead", now=NOW)
    return user


def test_all_hearings_are_in_one_feed_each_under_its_name(
    client: Client, published: ConsultationShown, open_hearing: ConsultationShown
) -> None:
    told = titles(feed_at(client, "/api/v1/feed.atom"))
    assert [each for each in told if each.startswith("Høringssvar fra Tindvang kommune – Trygt")]


def test_a_body_has_a_feed_of_what_it_answered_alone(
    client: Client, published: ConsultationShown
) -> None:
    told = titles(feed_at(client, "/api/v1/bodies/tindvang-kommune/feed.atom"))
    assert len(told) == 1
    assert told[0].startswith("Høringssvar fra Tindvang kommune – ")
    for nobody in ("kommune", "tindvang", "privatperson", "other"):
        assert client.get(f"/api/v1/bodies/{nobody}/feed.atom").status_code == 404


def test_a_private_person_is_in_no_title_and_has_no_feed(
    client: Client, published: ConsultationShown, from_a_person: int
) -> None:
    for address in (of(published), "/api/v1/feed.atom"):
        told = titles(feed_at(client, address))
        (own,) = [each for each in told if "privatperson" in each]
        assert own.startswith(f"Høringssvar {from_a_person}, fra en privatperson")
        assert "Aksnesvik" not in str(told)
    assert client.get("/api/v1/bodies/privatperson/feed.atom").status_code == 404
    assert client.get("/api/v1/bodies/torbjorn-aksnesvik/feed.atom").status_code == 404


def test_an_id_stays_when_the_response_is_published_anew(
    client: Client, published: ConsultationShown
) -> None:
    before = {said(each, "id") for each in feed_at(client, of(published)).iter(f"{ATOM}entry")}
    scene.hand_in(
        published, "brev.txt", b"Granmo kommune\n\nVi er enige.\n", sender="Granmo kommune"
    )
    scene.work.run_until_idle()
    after = {said(each, "id") for each in feed_at(client, of(published)).iter(f"{ATOM}entry")}
    assert before < after


def test_markup_and_unwritable_characters_in_a_name_stay_text() -> None:
    entry = Entry("tag:x,2026:1", "<b>&\x00\x0b\ud800", IN_TIME, "http://x/?a=1&b=2", "]]>")
    root = fromstring(as_atom(Feed("tag:x,2026:f", "<x>", "a", "http://x/f", "http://x/", [entry])))
    assert titles(root) == ["<b>&\ufffd\ufffd\ufffd"]
    check(root)


def test_pages_say_where_their_feeds_are(client: Client, published: ConsultationShown) -> None:
    base = f"/horinger/{published.slug}/"
    for page, feed in (
        ("/", "/api/v1/feed.atom"),
        (base, of(published)),
        (f"{base}svar/1/", "/api/v1/bodies/tindvang-kommune/feed.atom"),
    ):
        text = client.get(page).content.decode()
        assert 'rel="alternate" type="application/atom+xml"' in text
        assert f'href="{feed}"' in text
