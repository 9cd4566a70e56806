"""What is found is public at that moment, and nothing else is ever found."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from innspill.adapters.search_index import LocalSearch
from innspill.pipeline import indexing, wiring
from innspill.shared.errors import SearchUnavailable
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, searching
from innspill.stages.publication.core.listing import Filter, listing_of
from innspill.stages.publication.core.searching.asking import Where, asked_for
from innspill.stages.publication.models import Rendition
from innspill.stages.register import queries as register
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
_NUMBERS = itertools.count(900)


@pytest.fixture
def two(hand_in: HandIn, work_on: WorkOn) -> list[int]:
    """Two letters from organisations, published and indexed."""
    for name, text in (
        ("Tindvang kommune", "Vi ber om en beredskapsplan. Kanariord kvikksølvblå."),
        ("Skogheim kommune", "Helsetjenesten bør få felles planlegging."),
    ):
        hand_in(f"{name}.txt", f"Høringssvar fra {name}\n\n{text}\n".encode(), sender=name)
    work_on()
    return list(Rendition.objects.order_by("number").values_list("response", flat=True))


def found(written: str, **where: Any) -> list[str]:
    index = wiring.search_index()
    assert index is not None
    hits = searching.search(index, asked_for(written, Where(**where)), now=NOW)
    assert len(hits[:]) == len(hits)
    return [hit.row.name for hit in hits]


def copy_of(response: int, text: str, **changed: Any) -> Rendition:
    """A public copy in place of the one of `response`, with this text."""
    row = Rendition.objects.get(response=response, replaced_at=None)
    row.content = {**row.content, "general": [text], "answers": [], **changed}
    listed = listing_of(row.content)
    row.private, row.name = row.content["private"], row.content["name"]
    row.joint, row.remarks, row.answered = listed.joint, listed.remarks, listed.answered
    Rendition.objects.filter(pk=row.pk).update(replaced_at=NOW)
    row.pk = None
    row.save()
    indexing.make_anew()
    return row


def test_words_their_parts_and_their_slips_are_found(two: list[int]) -> None:
    assert found("beredskapsplan") == ["Tindvang kommune"]
    assert found("beredskap") == ["Tindvang kommune"]
    assert "Tindvang kommune" in found("plan")
    assert found("beredskpasplan") == ["Tindvang kommune"]
    assert found("helsetenester") == ["Skogheim kommune"]
    assert found('"felles planlegging"') == ["Skogheim kommune"]
    assert found('"planlegging felles"') == []
    assert found("kommune -beredskapsplan") == ["Skogheim kommune"]
    assert found("tindvang") == ["Tindvang kommune"]


def test_what_is_taken_down_is_found_no_more_at_once_and_leaves_the_index(
    two: list[int], staff: Staff, work_on: WorkOn
) -> None:
    assert found("kvikksølvblå")
    actions.withhold(two[0], reason="offl. § 13", by=staff.lead, now=NOW)
    assert found("kvikksølvblå") == found("kvikksolvblaa") == found("kvikksølvbla") == []
    work_on()
    index = wiring.search_index()
    assert index is not None
    assert index.size() == 1
    assert index.find(asked_for("kvikksølvblå"), now=NOW).renditions == ()
    assert index.find(asked_for("beredskpasplan"), now=NOW).guessed == frozenset()


def test_a_withdrawn_one_and_those_of_a_draft_are_not_found(
    two: list[int], staff: Staff, hearing: ConsultationShown
) -> None:
    actions.withdraw(two[0], reason="trukket", by=staff.lead, now=NOW)
    assert found("kvikksølvblå") == []
    Consultation.objects.filter(pk=hearing.id).update(status="draft")
    assert found("helsetjeneste") == found("kommune") == []
    assert len(searching.listed(hearing.slug, Filter())) == 0


def test_withheld_words_are_in_no_index(hand_in: HandIn, work_on: WorkOn) -> None:
    text = "Høringssvar fra Tindvang kommune\n\nRing 91 23 45 67 eller skriv til per.hemmelig@epost.no om pumpa.\n"
    hand_in("a.txt", text.encode(), sender="Tindvang kommune")
    work_on()
    assert found("pumpe") == ["Tindvang kommune"]
    for secret in ("91234567", "hemmelig", "per.hemmelig@epost.no", '"91 23 45 67"', "sladdet"):
        assert found(secret) == [], secret
    assert b"hemmelig" not in wiring.search_file().read_bytes()


def test_a_private_name_is_found_for_a_year_and_then_no_more(two: list[int]) -> None:
    row = copy_of(two[0], "Kari Fjelltopp meiner vatnet er viktig.", private=True,
                  name="Kari Fjelltopp", senders=["Kari Fjelltopp"])  # fmt: skip
    index = LocalSearch(wiring.search_file())
    for written in ("fjelltopp", '"kari fjelltopp"', "fjelltop"):
        asked = asked_for(written)
        soon = row.published_at + timedelta(days=300)
        late = row.published_at + timedelta(days=366)
        assert not index.find(asked, now=late).renditions, written
        if not written.startswith('"'):
            assert index.find(asked, now=soon).renditions, written
    assert index.find(asked_for("vann"), now=row.published_at + timedelta(days=366)).renditions


def test_one_found_is_shown_with_marks_of_the_public_text_alone(two: list[int]) -> None:
    copy_of(two[0], "Et <script>alert(1)</script> om [sladdet] og beredskapsplaner her.")
    index = wiring.search_index()
    assert index is not None
    hit = searching.search(index, asked_for("beredskap"), now=NOW)[0]
    marked = [
        text for passage in hit.passages for text, is_mark in passage.snippet.parts if is_mark
    ]
    assert marked == ["beredskapsplaner"]
    assert "<script>" in hit.passages[0].snippet.text


def test_the_index_asks_the_database_a_fixed_number_of_times(two: list[int]) -> None:
    index = wiring.search_index()
    assert index is not None
    with CaptureQueriesContext(connection) as captured:
        assert len(searching.search(index, asked_for("kommune"), now=NOW)[:10]) == 2
    assert len(captured) <= 3


def test_a_broken_or_old_index_says_so_and_is_made_anew_by_the_work(
    two: list[int], work_on: WorkOn, home: Path
) -> None:
    path = wiring.search_file()
    for damage in (b"no database at all" * 100, b""):
        path.write_bytes(damage)
        path.rename(home / "other")
        path.write_bytes(damage)  # another file, as a restored home has one
        with pytest.raises(SearchUnavailable):
            LocalSearch(path).find(asked_for("plan"), now=NOW)
        work_on()
        assert found("beredskapsplan") == ["Tindvang kommune"]
    path.unlink()
    work_on()
    assert found("beredskapsplan") == ["Tindvang kommune"]


def test_taking_in_twice_is_taking_in_once(two: list[int]) -> None:
    row = Rendition.objects.get(response=two[0])
    writer = wiring.search_writer()
    copy = searching.searched(row.pk)
    assert copy is not None
    assert writer.add(copy) is False
    assert writer.remove(row.pk) is True
    assert writer.remove(row.pk) is False
    assert writer.add(copy) is True
    assert found("beredskapsplan") == ["Tindvang kommune"]


def test_a_list_is_filtered_sorted_and_adds_up(two: list[int], hearing: ConsultationShown) -> None:
    counts = searching.tallies(hearing.slug)
    for each in (counts.groups, counts.remarks, counts.late, counts.joint, counts.standing):
        assert sum(each.values()) == counts.all == 2
    by_name = searching.listed(hearing.slug, Filter(), sort="name")
    assert [row.name for row in by_name] == ["Skogheim kommune", "Tindvang kommune"]
    for late in (True, False):
        listed = searching.listed(hearing.slug, Filter(late=late))
        assert len(listed) == counts.late[late]
    assert register.by_id(two[0]).number == searching.listed(hearing.slug, Filter())[0].number
