"""What every page has, whatever it shows."""

from __future__ import annotations

import pytest
from django.test import Client


def text(client: Client, address: str) -> str:
    return client.get(address, headers={"accept-language": "nb"}).content.decode()


@pytest.mark.django_db
def test_an_empty_installation_says_so(client: Client) -> None:
    page = text(client, "/")
    assert "Ingen høringer er åpne for innspill nå." in page
    assert "Ingen høringer er avsluttet ennå." in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/om/", "/saksbehandling/logg-inn/"])
def test_pages_carry_the_strict_content_security_policy(client: Client, address: str) -> None:
    policy = client.get(address)["Content-Security-Policy"]
    assert "style-src 'self'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_a_page_that_is_not_there_looks_like_the_others(client: Client) -> None:
    answer = client.get("/finnes-ikke/")
    assert answer.status_code == 404
    assert "Siden finnes ikke" in answer.content.decode()
    assert "Gå til alle høringer" in answer.content.decode()


@pytest.mark.django_db
def test_who_opens_the_address_of_a_button_is_told_so(client: Client) -> None:
    answer = client.get("/saksbehandling/logg-ut/", headers={"accept-language": "nb"})
    assert answer.status_code == 405
    assert "POST" in answer["Allow"]
    assert "Adressen hører til en knapp" in answer.content.decode()
