"""Names made comparable: folded, without company form, in other spellings, before and after."""

from __future__ import annotations

import pytest

from innspill.stages.register.core.known_names import (
    Succession,
    later,
    same_names,
    successions,
)
from innspill.stages.register.core.municipalities import (
    counties,
    counties_named,
    county_of,
    full_name,
    municipalities,
    municipalities_named,
    municipality_of_domain,
)
from innspill.stages.register.core.names import (
    bare,
    bracketed,
    fold,
    head,
    in_bokmal,
    initials,
    keys,
    letters,
)


def test_a_folded_name_has_no_case_signs_or_brackets() -> None:
    assert fold("  Norsk   Helsenett SF (NHN), Oslo/Ås ") == "norsk helsenett sf oslo ås"
    assert fold("ﬁskeri") == "fiskeri"


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Rør AS", "rør"), ("Rør HF KS", "rør"), ("AS", "as"), ("KS AS", "ks"), ("AS Rør", "as rør")],
)
def test_a_company_form_at_the_end_does_not_count(name: str, plain: str) -> None:
    assert bare(name) == plain


def test_short_forms_in_brackets_are_known() -> None:
    assert bracketed("Direktoratet (DSB) for () noe (Nord)") == ("dsb", "nord")
    assert bracketed("Direktoratet") == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [("Norges teknisk-naturvitenskapelige universitet", "ntnu"), ("Senter for vann", ""),
     ("Rådet for vann og luft og jord", "rvlj"), ("En To Tre", "ett")],
)  # fmt: skip
def test_initials_are_of_the_words_that_carry_meaning(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("name", "before"),
    [("Oslo kommune, Etaten, seksjon", "Oslo kommune"), ("Lier v/ Kari", "Lier"),
     ("Lier ved Kari", "Lier"), ("Lier – Etat", "Lier"), ("Lier - Etat", "Lier"), ("Lier", None),
     (", Lier", None), ("Nord-Fron", None)],
)  # fmt: skip
def test_the_body_stands_before_the_comma(name: str, before: str | None) -> None:
    assert head(name) == before


@pytest.mark.parametrize(
    ("written", "plain"),
    [("ærø", "aero"), ("aas", "as"), ("ås", "as"), ("oeystre", "oystre"), ("øystre", "oystre"),
     ("kárášjohka", "karasjohka"), ("ŋđŧ", "ndt"), ("öä", "oae")],
)  # fmt: skip
def test_letters_that_were_typed_otherwise_are_the_same(written: str, plain: str) -> None:
    assert letters(written) == plain


def test_words_of_institutions_are_the_same_in_nynorsk() -> None:
    assert in_bokmal("noregs høgskule for sjukepleiarar") == "norges høgskole for sykepleierar"
    assert keys("Statsforvaltaren") == {"statsforvaltaren", "statsforvalteren"}


def test_a_body_is_named_by_every_form_of_its_names() -> None:
    found = keys("Elvelaget SA (EL)", ("Bekkelaget AS",))
    assert found == {"elvelaget sa", "elvelaget", "el", "bekkelaget as", "bekkelaget"}
    assert {"folkehelseinstituttet", "fhi"} <= keys("FHI")
    assert keys("") == frozenset()


def test_former_names_are_the_same_body_and_merged_ones_are_not() -> None:
    by_old = {each.old: each for each in successions()}
    merged = by_old["høgskolen i bergen"]
    assert (merged.new, merged.since, merged.how) == ("høgskulen på vestlandet", 2017, "merged")
    assert "høgskulen på vestlandet" not in same_names("høgskolen i bergen")
    renamed = next(each for each in successions() if each.how == "renamed")
    assert renamed.new in same_names(renamed.old)
    assert renamed.old in same_names(renamed.new)
    assert renamed.old not in same_names(renamed.old)


def test_what_came_after_a_body_is_known_with_the_year() -> None:
    assert [(each.new, each.since, each.how) for each in later("viken fylkeskommune")] == [
        ("østfold fylkeskommune", 2024, "divided"), ("akershus fylkeskommune", 2024, "divided"),
        ("buskerud fylkeskommune", 2024, "divided"),
    ]  # fmt: skip
    for old, new, year in (
        ("andebu kommune", "sandefjord kommune", 2017), ("stokke kommune", "sandefjord kommune", 2017),
        ("lardal kommune", "larvik kommune", 2018), ("re kommune", "tønsberg kommune", 2020),
        ("rømskog kommune", "aurskog høland kommune", 2020),
        ("kvalsund kommune", "hammerfest kommune", 2020),
    ):  # fmt: skip
        assert [(each.new, each.since, each.how) for each in later(old)] == [(new, year, "merged")]
    assert later("oslo kommune") == ()


def test_all_municipalities_and_counties_are_known_by_number() -> None:
    assert (len(municipalities()), len(counties())) == (357, 15)
    assert len({each.number for each in municipalities()}) == 357
    assert all(len(each.number) == 4 and each.name for each in municipalities())
    assert {county_of(each).number for each in municipalities()} == {e.number for e in counties()}
    (drammen,) = municipalities_named("Drammen kommune")
    assert (drammen.number, drammen.name, county_of(drammen).name) == (
        "3301",
        "Drammen",
        "Buskerud",
    )


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Drammen kommune", ["Drammen kommune"]), ("DRAMMEN  KOMMUNE", ["Drammen kommune"]),
        ("Drammen", []), ("Herøy kommune i Nordland", ["Herøy kommune i Nordland"]),
        ("Herøy kommune (Nordland)", ["Herøy kommune i Nordland"]),
        ("Herøy kommune, Nordland fylke", ["Herøy kommune i Nordland"]),
        ("Drammen kommune i Nordland", []), ("Nordland fylkeskommune", []), ("Voss herad", ["Voss herad"]),
        ("Aas kommune", ["Ås kommune"]), ("Nordfron kommune", ["Nord-Fron kommune"]),
        ("Elvelaget kommune", []),
    ],
)  # fmt: skip
def test_a_municipality_is_known_by_its_names(name: str, found: list[str]) -> None:
    assert [full_name(each) for each in municipalities_named(name)] == found


def test_two_of_one_name_are_both_meant_until_the_county_is_said() -> None:
    both = municipalities_named("Herøy kommune")
    assert sorted(county_of(each).name for each in both) == ["Møre og Romsdal", "Nordland"]
    assert municipality_of_domain("heroy") is None


def test_a_bare_place_is_only_found_where_it_is_asked_for() -> None:
    assert [each.name for each in municipalities_named("Drammen", alone=True)] == ["Drammen"]
    assert municipalities_named("Drammen kommune", alone=True) == ()


@pytest.mark.parametrize(
    ("label", "name"),
    [("nord-odal", "Nord-Odal"), ("LIER", "Lier"), ("as", "Ås"), ("vann", None)],
)
def test_a_municipality_is_known_by_its_mail_domain(label: str, name: str | None) -> None:
    found = municipality_of_domain(label)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("name", "county"),
    [("Vestland fylkeskommune", "Vestland"), ("VESTLAND", None), ("Oslo fylkeskommune", None),
     ("More og Romsdal fylkeskommune", "Møre og Romsdal"), ("Vestland kommune", None)],
)  # fmt: skip
def test_a_county_is_known_by_its_names(name: str, county: str | None) -> None:
    assert [each.name for each in counties_named(name)] == ([county] if county else [])


@pytest.mark.parametrize(
    ("nynorsk", "bokmal"),
    [
        ("noregs", "norges"), ("noreg", "norge"), ("høgskulen", "høgskolen"), ("høyskolen", "høgskolen"),
        ("vidaregåande", "videregående"), ("skulen", "skolen"), ("statsforvaltaren", "statsforvalteren"),
        ("barneombodet", "barneombudet"), ("brukarane", "brukerane"), ("sjukehus", "sykehus"),
        ("sjukepleiarane", "sykepleierane"), ("foreininga", "foreningen"), ("ei foreining", "ei forening"),
        ("stiftinga", "stiftelsea"), ("helseføretak", "helseforetak"), ("vassverk", "vannverk"),
        ("tryggleik", "sikkerhet"), ("kyrkjelege", "kirkelige"), ("kyrkjer", "kirker"),
        ("tenesta", "tjenesten"), ("tenester", "tjenester"), ("vannverket", "vannverket"), ("", ""),
    ],
)  # fmt: skip
def test_each_word_of_institutions_has_its_like(nynorsk: str, bokmal: str) -> None:
    assert in_bokmal(nynorsk) == bokmal


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("fhi", {"folkehelseinstituttet"}), ("folkehelseinstituttet", {"fhi"}), ("vannlaget", set()),
        # A short form of a former name is two steps away, and no more.
        ("difi", {"direktoratet for forvaltning og ikt", "digitaliseringsdirektoratet"}),
        ("digdir", {"digitaliseringsdirektoratet", "direktoratet for forvaltning og ikt"}),
        ("sametinget", {"sámediggi", "saemiedigkie", "sámedigge"}),
        ("sámediggi", {"sametinget", "saemiedigkie", "sámedigge"}), ("", set()),
        ("slv", {"statens legemiddelverk", "legemiddelverket", "direktoratet for medisinske produkter"}),
    ],
)  # fmt: skip
def test_one_body_has_several_names(name: str, others: set[str]) -> None:
    assert same_names(name) == others


def test_every_succession_is_read_whole() -> None:
    found = successions()
    assert found[0] == Succession(
        "direktoratet for forvaltning og ikt", "digitaliseringsdirektoratet", 2020, "renamed"
    )
    assert found[-1] == Succession("kvalsund kommune", "hammerfest kommune", 2020, "merged")
    assert {how: sum(each.how == how for each in found) for how in ("renamed", "merged", "divided")} == {
        "renamed": 24, "merged": 107, "divided": 7,
    }  # fmt: skip
    assert len({each.old for each in found if each.how == "merged"}) == 107
    for old, new, year in (
        ("askim", "indre østfold", 2020), ("hof", "holmestrand", 2018), ("nærøy", "nærøysund", 2020),
        ("nedre eiker", "drammen", 2020), ("sauherad", "midt telemark", 2020), ("berg", "senja", 2020),
        ("tranøy", "senja", 2020), ("leksvik", "indre fosen", 2018), ("nøtterøy", "færder", 2018),
    ):  # fmt: skip
        assert later(f"{old} kommune") == (
            Succession(f"{old} kommune", f"{new} kommune", year, "merged"),
        )
    assert later("troms og finnmark fylkeskommune") == (
        Succession("troms og finnmark fylkeskommune", "troms fylkeskommune", 2024, "divided"),
        Succession("troms og finnmark fylkeskommune", "finnmark fylkeskommune", 2024, "divided"),
    )
