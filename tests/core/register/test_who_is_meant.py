"""Offices, units, other languages and former names: which body is meant, and how surely."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.values import Certainty
from innspill.stages.register.core.known_names import later, same_names, successions
from innspill.stages.register.core.municipalities import (
    counties,
    county_of,
    full_name,
    municipalities,
    municipalities_named,
    municipality_of_domain,
)
from innspill.stages.register.core.names import fold, keys, letters
from innspill.stages.register.core.senders import match_name
from innspill.stages.register.core.titles import Meant, meant_by
from tests.core.register.sender_spellings import seed_hearing, split

PLACES = st.sampled_from(municipalities())


def test_there_are_357_municipalities_each_in_one_of_15_counties():
    assert (len(municipalities()), len(counties())) == (357, 15)
    assert len({place.number for place in municipalities()}) == 357
    in_each = Counter(county_of(place).name for place in municipalities())
    assert len(in_each) == 15
    assert in_each["Oslo"] == 1
    assert in_each["Innlandet"] == 46
    twice = {name for name, times in Counter(p.name for p in municipalities()).items() if times > 1}
    assert twice == {"Herøy", "Våler"}


@pytest.mark.parametrize(
    ("written", "body", "certainty"),
    [
        ("Kommunedirektøren i Drammen", "Drammen kommune", Certainty.CERTAIN),
        ("Rådmannen i Nord Fron kommune", "Nord-Fron kommune", Certainty.CERTAIN),
        ("Ordføraren i Voss", "Voss herad", Certainty.CERTAIN),
        ("Byråden for helse i Oslo", "Oslo kommune", Certainty.CERTAIN),
        ("Fylkeskommunedirektøren i Vestland", "Vestland fylkeskommune", Certainty.CERTAIN),
        ("Drammen kommune v/ seksjon for vann", "Drammen kommune", Certainty.LIKELY),
        ("Seksjon for vann, Drammen kommune", "Drammen kommune", Certainty.LIKELY),
        ("Byrådsavdeling for helse, Bergen kommune", "Bergen kommune", Certainty.LIKELY),
        ("Oslo kommune Helseetaten", "Oslo kommune", Certainty.LIKELY),
        ("På vegne av styret i Kreftforeningen", "Kreftforeningen", Certainty.LIKELY),
        ("Rektor ved Universitetet i Bergen", "Universitetet i Bergen", Certainty.LIKELY),
        ("Kárášjoga gielda", "Karasjok kommune", Certainty.CERTAIN),
        ("GUOVDAGEAIDNU - KAUTOKEINO KOMMUNE", "Kautokeino kommune", Certainty.CERTAIN),
        ("Karasjok kommune/Kárášjoga gielda", "Karasjok kommune", Certainty.CERTAIN),
        ("Romssa fylkkasuohkan", "Troms fylkeskommune", Certainty.CERTAIN),
        ("Tromso kommune", "Tromsø kommune", Certainty.CERTAIN),
        ("Herøy kommune (Nordland)", "Herøy kommune i Nordland", Certainty.CERTAIN),
        ("Drammen", "Drammen kommune", Certainty.UNSURE),
        ("Herøy kommune", "Herøy kommune", Certainty.UNSURE),
        ("Kommunedirektøren i Våler", "Våler kommune", Certainty.UNSURE),
        ("Drammen kommune v/ eldrerådet", "Drammen kommune", Certainty.UNSURE),
        ("Fjell skole, Drammen kommune", "Drammen kommune", Certainty.UNSURE),
        ("Drammen kommune v/ Rødt", "Drammen kommune", Certainty.UNSURE),
        ("Drammen kommune v/ Utdanningsforbundet", "Drammen kommune", Certainty.UNSURE),
        ("Drammen kommune v/ Andreas Hansen", "Drammen kommune", Certainty.LIKELY),
        ("Bergen kommune, Byrådet", "Bergen kommune", Certainty.UNSURE),
    ],
)
def test_an_office_or_a_unit_stands_for_its_body_as_surely_as_it_can(written, body, certainty):
    meant = meant_by(written)
    assert meant is not None
    assert (meant.name, meant.certainty) == (body, certainty)
    assert meant.ground


@pytest.mark.parametrize(
    "written",
    [
        "Drammen kommune",
        "DRAMMEN KOMMUNE",
        "Eldrerådet i Drammen kommune",
        "Pensjonistforeningen i Drammen kommune",
        "Drammen kommune pensjonistforening",
        "Drammen Eiendom KF",
        "Bystyregruppa i Bergen",
        "Fylkesrådgiver i Nordland",
        "Ordføreren i Drammen Arbeiderparti",
        "Viken fylkeskommune",
        "Statsforvalteren i Vestland",
        "Norsk kommunalteknisk forening",
        "",
    ],
)
def test_what_stands_for_itself_is_not_taken_for_another(written):
    assert meant_by(written) is None


@given(PLACES, st.sampled_from(["{} kommune", "Kommunedirektøren i {}", "{} kommune, Stab"]))
def test_a_municipality_is_meant_by_each_of_its_forms(place, form):
    for name in (place.name, place.name.upper(), place.name.replace("-", " ")):
        meant = meant_by(form.format(name))
        body = meant.name if meant else f"{name} kommune"
        assert fold(body) in {fold(full_name(place)), fold(f"{place.name} kommune")}


@given(PLACES)
def test_a_municipality_is_known_by_its_other_names_and_its_mail_domain(place):
    for other in place.others:
        assert place in municipalities_named(f"{other} kommune")
    label = letters(fold(place.name)).replace(" ", "-")
    known = municipality_of_domain(label)
    assert known == place or (known is None and place.name in {"Herøy", "Våler"})


@given(st.text(max_size=400) | st.sampled_from(["(" * 5000, "v/" * 3000, "i " * 5000, "\0"]))
def test_no_name_breaks_the_rules(written):
    meant = meant_by(written)
    assert meant is None or isinstance(meant, Meant)
    assert keys(written) is not None


@pytest.mark.parametrize(
    "written", ["Bergen kommune Ungdomsråd", "Drammen kommune Eldreråd", "Lier kommune Frp"]
)
def test_a_council_or_a_party_in_a_municipality_is_not_surely_its_voice(written):
    match = match_name(written, seed_hearing())
    assert match.body is None or match.certainty is Certainty.UNSURE


def test_a_renamed_body_is_the_same_and_one_that_was_merged_is_not():
    assert "digitaliseringsdirektoratet" in same_names("difi")
    assert "statsforvalteren i nordland" in same_names("fylkesmannen i nordland")
    assert "helsedirektoratet" not in same_names("direktoratet for e helse")
    assert [(each.new, each.since) for each in later("direktoratet for e helse")] == [
        ("helsedirektoratet", 2024)
    ]
    assert [each.new for each in later("nedre eiker kommune")] == ["drammen kommune"]
    assert len(later("viken fylkeskommune")) == 3
    assert all(2000 < each.since < 2026 for each in successions())


def test_no_municipality_of_today_is_said_to_be_gone():
    today = {fold(f"{place.name} kommune") for place in municipalities()}
    olds = {each.old for each in successions() if each.old.endswith(" kommune")}
    news = {each.new for each in successions() if each.old.endswith(" kommune")}
    assert not olds & today
    assert news <= today


@pytest.mark.parametrize("half", [0, 1], ids=["looked at", "held out"])
def test_no_sender_is_surely_matched_to_a_line_it_does_not_answer_for(half):
    hearing = seed_hearing()
    wrong, right, there = [], 0, 0
    for written, label in split()[half]:
        match = match_name(written, hearing)
        sure = match.certainty is not Certainty.UNSURE
        there += 1
        right += (sure and match.body == label) or (label == "-" and match.body is None)
        if sure and match.body is not None and match.body != label:
            wrong.append((written, match.body))
    assert not wrong
    assert right / there > 0.88
