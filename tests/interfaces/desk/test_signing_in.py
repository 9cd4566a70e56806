"""Signing in and out."""

from __future__ import annotations

from django.test import Client

from tests.stages.conftest import Staff

ADDRESS = "/saksbehandling/logg-inn/"


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client, staff: Staff) -> None:
    sent = {
        "username": "reader",
        "password": "a long one for tests",
        "next": "/saksbehandling/mottak/",
    }
    assert client.post(ADDRESS, sent)["Location"] == "/saksbehandling/mottak/"


def test_signing_in_never_leads_elsewhere(client: Client, staff: Staff) -> None:
    sent = {
        "username": "reader",
        "password": "a long one for tests",
        "next": "https://example.com/",
    }
    assert client.post(ADDRESS, sent)["Location"] == "/saksbehandling/"


def test_a_wrong_password_says_no_more_than_it_must(client: Client, staff: Staff) -> None:
    page = client.post(ADDRESS, {"username": "reader", "password": "wrong"}).content.decode()
    assert "Brukernavn eller passord er feil." in page
    assert 'value="reader"' in page


def test_signing_out_takes_a_post(client: Client, staff: Staff) -> None:
    client.force_login(staff.reader)
    assert client.get("/saksbehandling/logg-ut/").status_code == 405
    assert client.post("/saksbehandling/logg-ut/").status_code == 302
    assert client.get("/saksbehandling/").status_code == 302
