"""Which senders belong to a line that stands for many: "Landets kommuner", "Statsforvalterne"."""

from __future__ import annotations

import pytest

from innspill.stages.register.core.collective import membership

MUNICIPALITY, COUNTY = "is a municipality", "is a county municipality"
HEALTH, GOVERNOR = "is a regional health authority", "is a county governor"


@pytest.mark.parametrize(
    ("line", "member", "why"),
    [
        ("Landets kommuner", "Drammen kommune", MUNICIPALITY),
        ("Alle kommuner i landet", "Drammen kommune", MUNICIPALITY),
        ("Kommunene", "DRAMMEN KOMMUNE", MUNICIPALITY),
        ("Dei norske kommunane i Noreg", "Drammen kommune", MUNICIPALITY),
        ("Norske kommunar", "Nordre Land kommune", MUNICIPALITY),
        ("Landets kommuner", "Voss herad", MUNICIPALITY), ("Landets kommuner", "Deanu gielda", MUNICIPALITY),
        ("Landets kommuner", "Evje og Hornnes kommune", MUNICIPALITY),
        ("Landets kommuner", "Vestland fylkeskommune", None), ("Landets kommuner", "Drammen", None),
        ("Landets kommuner", "Norsk kommuneforbund", None), ("Landets kommuner", "Forum for kommune", None),
        ("Landets kommuner", "Eldrerådet i Lier kommune", None), ("Landets kommuner", "Lier kommune Frp", None),
        ("Landets kommuner", "Ombudet hos Lier kommune", None), ("Landets kommuner", "", None),
        ("Landets fylkeskommuner", "Vestland fylkeskommune", COUNTY),
        ("Fylkeskommunane", "Vestland fylkeskommune", COUNTY),
        ("Fylkeskommunene i Norge", "Romssa fylkkasuohkan", COUNTY),
        ("Landets fylkeskommuner", "Drammen kommune", None), ("Landets fylkeskommuner", "Voss herad", None),
        ("Landets fylkeskommuner", "Elevrådet i Vestland fylkeskommune", None),
        ("De regionale helseforetakene", "Helse Vest RHF", HEALTH), ("RHFene", "Helse Sør-Øst", HEALTH),
        ("De fire regionale helseforetakene (RHF)", "Helse Midt-Noreg", HEALTH),
        ("Regionale helseforetak", "Helse Midt-Norge RHF", HEALTH), ("Regionale helseforetak", "Helse Nord", HEALTH),
        ("De regionale helseforetakene", "Helse Bergen HF", None),
        ("De regionale helseforetakene", "Drammen kommune", None),
        ("De regionale helseforetakene", "Vestland fylkeskommune", None),
        ("Statsforvalterne", "Statsforvalteren i Agder", GOVERNOR),
        ("Alle statsforvaltere", "Fylkesmannen i Agder", GOVERNOR),
        ("Statsforvaltarane", "Statsforvaltaren i Vestland", GOVERNOR),
        ("Fylkesmennene i landet", "Statsforvalteren i Agder", GOVERNOR),
        ("Statsforvalterne", "Drammen kommune", None), ("Statsforvalterne", "Vestland fylkeskommune", None),
    ],
)  # fmt: skip
def test_the_lines_that_hearings_have_most_know_their_members(line, member, why):
    assert membership(member, line) == why


@pytest.mark.parametrize(
    ("line", "member", "is_one"),
    [
        ("Barneombudene", "Barneombudet", True), ("Barneombudene", "Barneombodet", True),
        ("Barneomboda og dei andre ombodane", "Barneombudet", False),
        ("Universitetene i Norge", "Universitetet i Oslo", True), ("Universiteter", "Universitetet i Oslo", True),
        ("Høgskolene i landet", "Høgskulen i Volda", True), ("Sykehusene", "Sjukehuset i Volda", True),
        ("Sjukehusane", "Sykehuset Østfold", True), ("Apotekene", "Apoteket på Moen", True),
        ("Apotekene i Moen i Lier", "Apoteket på Lier", True),
        # A stem of five letters begins too many words.
        ("Kretsene", "Kretsen i Moen", False), ("Domstol", "Domstolen i Moen", False),
        ("Universitetene i Norge", "Nord universitet", False), ("Barneombudene", "", False),
    ],
)  # fmt: skip
def test_any_other_line_in_the_plural_has_those_that_bear_its_name(line, member, is_one):
    why = f"has the name of one of {line}" if is_one else None
    assert membership(member, line) == why
