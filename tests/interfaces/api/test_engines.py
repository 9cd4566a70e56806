"""Search engines find hearings and what bodies said, and keep nothing that private persons wrote."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from innspill.stages.consultations.queries import ConsultationShown

pytestmark = pytest.mark.django_db
NOINDEX = '<meta name="robots" content="noindex">'


def listed(client: Client, address: str) -> list[str]:
    return re.findall(r"<loc>http://testserver([^<]+)</loc>", client.get(address).content.decode())


def test_every_page_in_the_lists_is_there_and_may_be_kept(
    client: Client, published: ConsultationShown
) -> None:
    robots = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in robots
    closed = re.findall(r"^Disallow: (\S+)", robots, re.MULTILINE)
    pages = [page for each in listed(client, "/sitemap.xml") for page in listed(client, each)]
    assert f"/horinger/{published.slug}/svar/1/" in pages
    for page in pages:
        response = client.get(page)
        assert response.status_code == 200
        assert NOINDEX not in response.content.decode()
        assert "X-Robots-Tag" not in response
        assert not page.startswith(tuple(closed))


def test_a_private_person_s_words_are_not_kept_by_search_engines(
    client: Client, published: ConsultationShown, from_a_person: int
) -> None:
    own = f"/horinger/{published.slug}/svar/{from_a_person}/"
    pages = [page for each in listed(client, "/sitemap.xml") for page in listed(client, each)]
    assert own not in pages
    response = client.get(own)
    assert response["X-Robots-Tag"] == "noindex"
    assert NOINDEX in response.content.decode()


def test_data_is_left_alone_by_search_engines_but_its_description_is_not_closed(
    client: Client, published: ConsultationShown
) -> None:
    base = f"/api/v1/hearings/{published.slug}"
    assert client.get(f"{base}/responses.json")["X-Robots-Tag"] == "noindex"
    described = client.get(f"{base}.jsonld")
    assert "X-Robots-Tag" not in described
    said = described.json()
    assert said["@type"] == "Dataset"
    assert said["license"] == "https://data.norge.no/nlod/no/2.0"
    assert said["temporalCoverage"] == "2025-12-08/2026-03-13"
    for each in said["distribution"]:
        assert client.get(each["contentUrl"].removeprefix("http://testserver")).status_code == 200
    page = client.get(f"/horinger/{published.slug}/").content.decode()
    assert f'type="application/ld+json" href="{base}.jsonld"' in page


def test_a_response_s_page_says_how_to_cite_it_with_its_address(
    client: Client, published: ConsultationShown
) -> None:
    address = f"/horinger/{published.slug}/svar/1/"
    assert f"http://testserver{address}</span>" in client.get(address).content.decode()


def test_every_page_leads_to_open_data_and_a_hearing_to_its_own(
    client: Client, published: ConsultationShown
) -> None:
    assert '<a href="/api/">Åpne data</a>' in client.get("/").content.decode()
    page = client.get(f"/horinger/{published.slug}/").content.decode()
    for name in ("answers.csv", "responses.json", "all.zip", "feed.atom"):
        assert f'href="/api/v1/hearings/{published.slug}/{name}"' in page
