"""What search engines are told: which pages there are, and which they should leave alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from innspill.interfaces.api.addresses import Addresses
from innspill.interfaces.api.answering import when_changed
from innspill.interfaces.api.asking import hearing_or_404
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import open_data as public

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""How many addresses one such list may hold."""
Listed = Iterable[tuple[str, datetime | None]]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt (RFC 9309): what is of no use to a search engine, and where the list of pages is."""
    closed = [
        reverse("desk:front"),
        "/utkast/",
        "/invitasjon/",
        "/tilbakemelding/",
        "/abonnement/",
        "/api/v1/",
    ]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "Allow: /api/v1/*.jsonld$",
        "",
        f"Sitemap: {Addresses(request).of('api:sitemap')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The list of lists: one of pages and hearings, and one for each hearing's responses."""
    at = Addresses(request)
    hearings = [at.of("api:sitemap-of-hearing", row.slug) for row in consultations.listed()]
    lists = [at.of("api:sitemap-of-pages"), *hearings]
    return _answered(request, "sitemapindex", "sitemap", ((each, None) for each in lists))


@require_safe
def pages(request: HttpRequest) -> HttpResponse:
    """The pages of the house, the hearings and their results."""
    at = Addresses(request)
    results = public.results_published()
    of_house = (
        "portal:front", "portal:about", "portal:privacy", "portal:proof", "api:documentation",
    )  # fmt: skip
    listed: list[tuple[str, datetime | None]] = [(at.of(name), None) for name in of_house]
    for row in consultations.listed():
        listed.append((at.hearing(row.slug), None))
        if row.slug in results:
            listed.append((at.of("portal:result", row.slug), results[row.slug]))
    return _answered(request, "urlset", "url", listed)


@require_safe
def responses(request: HttpRequest, slug: str) -> HttpResponse:
    """A hearing's published responses, those of private persons left out."""
    hearing_or_404(slug)
    at = Addresses(request)
    found = public.for_search_engines(slug)[:MOST]
    listed = ((at.response(slug, number), published_at) for number, published_at in found)
    return _answered(request, "urlset", "url", listed)


def _answered(request: HttpRequest, root: str, each: str, listed: Listed) -> HttpResponse:
    node = Element(root, xmlns=NAMESPACE)
    for address, changed_at in listed:
        entry = SubElement(node, each)
        SubElement(entry, "loc").text = address
        if changed_at is not None:
            SubElement(entry, "lastmod").text = changed_at.isoformat(timespec="seconds")
    data = tostring(node, encoding="utf-8", xml_declaration=True)
    make = lambda: HttpResponse(data, content_type="application/xml; charset=utf-8")  # noqa: E731
    return when_changed(request, data.decode(), make)
