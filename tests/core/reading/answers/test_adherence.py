"""Responses that join another body's, and sentences that only look so."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import ResponseRead
from tests.core.reading.answers.hearing import paragraphs, read, text_at_origins


def letter(*said: str, head: str = "Sandvik kommune") -> ResponseRead:
    return read(paragraphs(head, "Direktoratet for gangveier", *said, "Med hilsen", "Kari Aas"))


def joined(*said: str) -> list[tuple[str, bool]]:
    return [(each.to, each.whole) for each in letter(*said).adherence]


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("Sandvik kommune slutter seg til uttalelsen fra KS.", "KS"),
        ("Vi slutter oss til høringsuttalelsen fra KS.", "KS"),
        ("Sandvik kommune stiller seg bak høringssvaret til Vestby kommune.", "Vestby kommune"),
        ("Vi stiller oss bak høringssvaret fra Statsforvalteren i Vestland.",
         "Statsforvalteren i Vestland"),
        ("Vi viser til og støtter innspill fra Statsforvalteren i Agder.", "Statsforvalteren i Agder"),
        ("Vi viser til uttalelsen fra Norsk gangveiforening og slutter oss til denne.",
         "Norsk gangveiforening"),
        ("Kommunen sluttar seg til fråsegna frå Vestland fylkeskommune.", "Vestland fylkeskommune"),
        ("Vi støttar fullt ut fråsegna frå Norsk gangveiforening.", "Norsk gangveiforening"),
        ("Sandvik kommune tiltrer uttalelsen fra Brutilsynet.", "Brutilsynet"),
        ("Vi gir vår fulle tilslutning til høringssvaret fra Fagforbundet.", "Fagforbundet"),
        ("Sandvik kommune gir sin tilslutning til KS' høringsuttalelse.", "KS"),
        ("Vi støtter Fagforbundets høringssvar.", "Fagforbundet"),
        ("We fully endorse the response of Norsk gangveiforening.", "Norsk gangveiforening"),
        ("We support the response from KS.", "KS"),
        ("Kommunen står bak svaret fra Setesdal regionråd.", "Setesdal regionråd"),
    ],
)  # fmt: skip
def test_a_response_that_joins_anothers_says_whose(said: str, to: str) -> None:
    assert joined(said) == [(to, True)]


@pytest.mark.parametrize(
    "said",
    [
        "Vi støtter forslaget.",
        "Sandvik kommune slutter seg til intensjonen i forslaget.",
        "Vi slutter oss til Direktoratet for gangveiers vurdering.",
        "Vi slutter oss til direktoratets vurdering av rekkverk.",
        "Vi slutter oss til vurderingene fra Direktoratet for gangveier.",
        "KS slutter seg til uttalelsen fra Fagforbundet.",
        "Sandvik kommune slutter seg ikke til uttalelsen fra KS.",
        "Vi støtter ikke innspillet fra Fagforbundet.",
        "Vi viser til høringsbrevet fra direktoratet.",
        "Vi støtter kommentarene til kapittel 3.",
        "Vi viser til uttalelsen fra Fagforbundet, som vi er uenig i.",
    ],
)
def test_support_for_the_proposal_or_of_others_joins_nobody(said: str) -> None:
    assert joined(said) == []
    assert "adheres" not in letter(said).flags


def test_who_says_more_joins_in_part() -> None:
    said = "Vi slutter oss til uttalelsen fra KS."
    assert joined(said, "Lyset på bruene må bli bedre, særlig om vinteren.") == [("KS", False)]
    assert joined("Vi slutter oss til uttalelsen fra KS med følgende tillegg:", "Mer lys.") == [
        ("KS", False)
    ]


def test_courtesy_is_nothing_more() -> None:
    found = letter(
        "Vi viser til høringsbrev av 1. mars 2024.",
        "Sandvik kommune slutter seg til uttalelsen fra KS og har ingen egne merknader.",
        "Takk for muligheten til å uttale oss.",
    )
    assert [(each.to, each.whole) for each in found.adherence] == [("KS", True)]
    assert "adheres" in found.flags


def test_several_may_be_joined_at_once() -> None:
    said = "Vi slutter oss til uttalelsene fra KS Agder og Norsk gangveiforening."
    assert [to for to, _ in joined(said)] == ["KS Agder", "Norsk gangveiforening"]


def test_it_points_to_the_sentence() -> None:
    said = "Bra. Vi slutter oss til uttalelsen fra KS. Ha en fin dag."
    found = letter(said)
    only = found.adherence[0]
    assert text_at_origins(found, only.origin) == "Vislutterosstiluttalelsenfra" + "KS."
    assert only.certainty is Certainty.CERTAIN


def test_views_may_be_shared_without_joining() -> None:
    only = letter("Vi deler vurderingene fra KS Agder.").adherence[0]
    assert only.certainty is Certainty.LIKELY
