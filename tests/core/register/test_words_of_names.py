"""Every word that makes a name an office, a unit or a voice of its own, in both languages."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.register.core.titles import has_own_voice, meant_by

MUNICIPAL = (
    "Kommunedirektør", "Kommunedirektøren", "Rådmann", "Rådmannen", "Administrasjonssjef",
    "Administrasjonssjefen", "Ordfører", "Ordføreren", "Ordførar", "Ordføraren", "Varaordføreren",
    "Varaordføraren", "Heradsordførar", "Heradsordføraren", "Formannskapet", "Kommunestyret", "Bystyret",
    "Heradsstyret", "Byråd", "Byrådet", "Byråden", "Byrådsleder", "Byrådslederen", "Byrådsavdeling",
    "Byrådsavdelingen", "Kommunalsjef", "Kommunalsjefen", "Kommuneadministrasjonen",
    "Kommunalsjef for helse og omsorg",
)  # fmt: skip
COUNTY = (
    "Fylkeskommunedirektør", "Fylkeskommunedirektøren", "Fylkesrådmann", "Fylkesrådmannen",
    "Fylkesdirektør", "Fylkesdirektøren", "Fylkesordfører", "Fylkesordføreren", "Fylkesordførar",
    "Fylkesordføraren", "Fylkesrådet", "Fylkestinget", "Fylkesutvalet", "Fylkesutvalget",
)  # fmt: skip
OF_A_BODY = (
    "Styret", "Hovedstyret", "På vegne av styret", "På vegner av styret", "Styreleder", "Styrelederen",
    "Styreleiar", "Styreleiaren", "Generalsekretær", "Generalsekretæren", "Sekretariatet", "Ledelsen",
    "Leiinga", "Administrasjonen", "Direktør", "Direktøren", "Administrerende direktør", "Adm. direktør",
    "Adm.direktør", "Daglig leder", "Dagleg leiar", "Leder", "Forbundsleder", "Forbundslederen", "President",
    "Presidenten", "Rektor", "Rektoratet",
)  # fmt: skip
UNITS = (
    "Seksjon vann", "Avdelinga", "Avd nord", "Enheten nord", "Eininga", "Etat nord", "Helseetaten",
    "Virksomheten", "Verksemda", "Staben", "Sektor nord", "Område nord", "Kommunalområde nord", "Tjenester",
    "Teneste nord", "Administrasjonen", "Byrådsavdelingen", "Team nord", "Program nord", "Byutviklinga",
    "Helse og mestring", "Kontoret", "Rådmannen", "Kommunedirektøren", "Ordføreren", "Ordføraren",
    "Kommuneoverlegen", "Postmottak", "Saksbehandleren",
)  # fmt: skip
VOICES = (
    "eldreråd", "eldrerådet", "rådene", "utvalg", "kontrollutvalget", "utval", "ungdomsutvalet", "ombud",
    "ombudet", "ombod", "ombodet", "klubb", "klubben", "lag", "velforeningslaget", "gruppe", "bygruppa",
    "gruppen", "revisjonen", "tillitsvalgte", "forening", "foreininga", "forbundet", "partiet", "foretaket",
    "føretaket", "menigheten", "stiftelsen", "stiftinga", "nemnda", "kf", "as", "iks", "sv", "sp", "frp",
    "krf", "mdg", "ap", "rødt", "høyre", "venstre",
)  # fmt: skip


@pytest.mark.parametrize("office", MUNICIPAL)
def test_an_office_of_a_municipality_is_the_municipality_s(office):
    for by in ("i", "ved", "for"):
        meant = meant_by(f"{office} {by} Lier")
        assert meant is not None
        assert (meant.name, meant.certainty) == ("Lier kommune", Certainty.CERTAIN)
    assert meant_by(f"{office} Lier") is None


@pytest.mark.parametrize("office", COUNTY)
def test_an_office_of_a_county_is_the_county_s(office):
    for by in ("i", "ved", "for"):
        meant = meant_by(f"{office} {by} Agder")
        assert meant is not None
        assert (meant.name, meant.certainty) == ("Agder fylkeskommune", Certainty.CERTAIN)


@pytest.mark.parametrize("office", OF_A_BODY)
def test_an_office_of_any_body_speaks_for_it(office):
    for by in ("i", "ved", "for"):
        meant = meant_by(f"{office} {by} Bekkelaget")
        assert meant is not None
        assert (meant.name, meant.certainty) == ("Bekkelaget", Certainty.LIKELY)
    alone = office.partition(" av ")[2] or office
    assert meant_by(f"{alone} Bekkelaget") is None


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_beside_its_municipality_is_likely_its(unit):
    for written in (f"Lier kommune, {unit}", f"{unit}, Lier kommune", f"Lier kommune {unit}"):
        meant = meant_by(written)
        assert meant is not None
        assert (meant.name, meant.ground) == ("Lier kommune", "is a unit of Lier kommune")
        assert meant.certainty is Certainty.LIKELY


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_beside_a_municipality_is_not_surely_its(voice):
    assert has_own_voice(voice)
    meant = meant_by(f"Lier kommune, {voice}")
    assert meant is not None
    assert meant.certainty is Certainty.UNSURE
    assert meant_by(f"Lier kommune kontoret {voice}") is None
