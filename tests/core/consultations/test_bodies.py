"""Which names stand for many bodies at once."""

from __future__ import annotations

import pytest

from innspill.stages.consultations.core.bodies import is_collective


@pytest.mark.parametrize(
    "name",
    [
        "Landets kommuner", "Alle departementer", "De regionale helseforetakene",
        "Statsforvalterne", "Pasient- og brukerombudene", "Kommunane", "Fylkeskommuner",
        "Universitetene i Norge", "Private sykehus", "Departementene",
    ],
)  # fmt: skip
def test_a_name_in_the_plural_is_collective(name: str) -> None:
    assert is_collective(name)


@pytest.mark.parametrize(
    "name",
    [
        "Nordvik kommune", "Kreftforeningen", "Datatilsynet", "Direktoratet for strålevern",
        "Foreningen for kommunene i nord", "Universitetet i Oslo", "Norges forskningsråd",
        "Helse Vest RHF", "Landsrådet for barne- og ungdomsorganisasjoner", "NorSIS", "KS",
        "Samarbeidsforumet av funksjonshemmedes organisasjoner", "Akershus universitetssykehus",
        "Norsk forening for helseforetak", "Kommunesektorens organisasjon",
    ],
)  # fmt: skip
def test_the_name_of_one_body_is_not(name: str) -> None:
    assert not is_collective(name)
