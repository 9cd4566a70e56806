"""Canaries: what is hidden in a document or withheld from it is on no public surface.

Each document also says a word that anybody sees, which must be public: so it is known that the
document came through, and that each surface would sing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from innspill.pipeline import wiring
from innspill.stages.publication.core.searching.asking import asked_for
from tests.stages.conftest import NOW

from .conftest import Planted
from .crawling import LANGUAGES, crawled, sung, taken_apart

pytestmark = pytest.mark.django_db
PLACES, SURFACES = 140, 250
"""The least number of each: that the suite does not shrink unseen."""


@pytest.fixture(scope="module")
def surfaces(planted: Planted) -> dict[str, bytes]:
    """Everything public, taken apart: its name and its bytes."""
    return dict(everything(planted))


def everything(planted: Planted) -> Iterator[tuple[str, bytes]]:
    slug = planted.hearing.slug
    start = (
        "/", "/sok/", "/om/", "/bevis/", "/robots.txt", "/sitemap.xml", "/api/", "/api/openapi.json",
        f"/horinger/{slug}/", f"/horinger/{slug}/resultat/",
        *(f"/api/v1/hearings/{slug}/{each}" for each in (
            "responses.json?limit=500", "responses.csv", "responses.jsonl", "answers.json?limit=500",
            "answers.csv", "answers.jsonl", "decided.csv", "decided.json", "all.zip", "feed.atom")),
        f"/api/v1/hearings/{slug}.json", f"/api/v1/hearings/{slug}.jsonld", "/api/v1/feed.atom",
        "/api/v1/catalogue.jsonld", "/api/v1/hearings.json", "/api/v1/hearings.csv",
        *(f"/horinger/{slug}/svar/{number}/" for number in range(1, 15)),
        *(f"/api/v1/hearings/{slug}/responses/{number}.json" for number in range(1, 15)),
        *(f"/sok/?sok={word}" for word in planted.nest.controls),
        "/sok/?sok=epost.example", "/sok/?sok=150180", "/sok/?sok=planen",
    )  # fmt: skip
    for language in LANGUAGES:
        yield from crawled(start, language)
    index = wiring.search_file().read_bytes()
    yield "the search index", index
    with closing(sqlite3.connect(wiring.search_file())) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE sql NOT NULL"):
            with suppress(sqlite3.OperationalError):  # what has no rows of its own
                rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
                yield f"the search index: {table}", repr(rows).encode()


def test_no_canary_sings_on_any_surface(planted: Planted, surfaces: dict[str, bytes]) -> None:
    places = planted.nest.places
    heard: dict[str, list[str]] = {}
    for surface, data in surfaces.items():
        for word in sung(places, data):
            heard.setdefault(f"{places[word]} ({word})", []).append(surface)
    tried = f"{len(places)} hiding places × {len(surfaces)} surfaces"
    told = "\n".join(f"{word} on {len(on)}: {on[:3]}" for word, on in heard.items())
    assert not heard, f"{tried}: {len(heard)} sang:\n{told}"
    assert len(places) >= PLACES, tried
    assert len(surfaces) >= SURFACES, tried


def test_every_document_came_through_and_every_kind_of_surface_would_sing(
    planted: Planted, surfaces: dict[str, bytes]
) -> None:
    where = {control: [name for name, data in surfaces.items() if control.encode() in data.lower()]
             for control in planted.nest.controls}  # fmt: skip
    silent = [planted.nest.controls[control] for control, found in where.items() if not found]
    assert silent == []
    kinds = ("/svar/", "responses.json", "responses.jsonl", "answers.csv", "all.zip!svar/",
             "/sok/?sok=planen")  # fmt: skip
    for control, found in where.items():
        missing = [kind for kind in kinds if not any(kind in name for name in found)]
        assert not missing, (planted.nest.controls[control], missing)


def test_files_that_were_built_anew_are_among_what_was_read(
    planted: Planted, surfaces: dict[str, bytes]
) -> None:
    built = [name for name in surfaces if "/fil/" in name and name.endswith(".pdf!text")]
    heard = {word for name in built for word in sung(planted.nest.controls, surfaces[name])}
    # Every response as a paper, in the page's three languages, and what was sent in, built anew.
    assert len(built) > 2 * len(LANGUAGES) * len(planted.nest.controls) // 2
    silent = {said for word, said in planted.nest.controls.items() if word not in heard}
    assert silent <= {"scan"}  # its word is longer than a canary: heard below
    assert any(b"kontrollmerke" in surfaces[name] for name in built)
    assert any("all.zip!filer/" in name and name.endswith(".pdf!text") for name in surfaces)


def test_no_canary_is_found_by_searching(planted: Planted) -> None:
    index = wiring.search_index()
    assert index is not None
    for word in planted.nest.controls:
        assert index.find(asked_for(word), now=NOW).renditions, planted.nest.controls[word]
    for word, place in planted.nest.places.items():
        assert not index.find(asked_for(word), now=NOW).renditions, place
        half = index.find(asked_for(word[:8]), now=NOW)
        assert not half.renditions, place


def test_what_is_packed_in_a_file_is_taken_apart() -> None:
    from .in_mail import zip_with_canaries
    from .in_pdf import pdf_with_canaries
    from .planting import Canaries, repacked

    nest = Canaries()
    packed = repacked(zip_with_canaries("X", nest), {"a.pdf": pdf_with_canaries("Y", nest)})
    heard = {word for _, data in taken_apart("x", packed) for word in sung(nest.places, data)}
    unheard = {place for word, place in nest.places.items() if word not in heard}
    # What repacking leaves out, and what lies in a compressed chunk of a picture.
    assert unheard <= {"ZIP: comment of the ZIP", "ZIP: comment of a file"}
