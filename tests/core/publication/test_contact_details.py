"""Phone numbers, mail addresses, postal addresses and health in running text."""

from __future__ import annotations

import pytest

from innspill.stages.publication.core.personal_data import GROUNDS, find


def kinds(text: str, *, private: bool) -> list[str]:
    return [each.kind for each in find(text, private=private)]


@pytest.mark.parametrize(
    "text",
    ["tlf. 22 33 44 55", "mobil 912 34 567", "+47 91234567", "0047 912 34 567", "Ring 91234567!",
     "telefon: 4444 5555", "tlf 22334455.", "+46 70 123 45 67", "9123 4567", "912 345 67",
     "91 234 567", "91–23–45–67", "９１２３４５６７", "91\u200b234567", "91[^2]234567",
     "+44 (0)20 7946 0958", "00 46 70 123 45 67", "tlf (912) 34 567", "47 91234567"],
)  # fmt: skip
def test_phone_numbers_are_withheld_for_organisations_too(text):
    assert kinds(text, private=False) == ["phone"]


@pytest.mark.parametrize(
    "text",
    ["org.nr. 974 760 673", "dato 20260312", "kr 12 345 678", "2021 2022", "i 2022 22 kommuner",
     "sak 26/12345678", "Prop. 12 34", "i 2020-2021", "kr 45 000 000", "95 000 000 kroner"],
)  # fmt: skip
def test_other_numbers_are_no_phone_numbers(text):
    assert kinds(text, private=False) == []


@pytest.mark.parametrize(
    "text",
    ["ola@epost.example", "Ola.Nordmann+x@mail.epost.no", "ola (at) epost.no", "ola[at]epost.no"],
)
def test_mail_addresses_are_withheld_however_disguised(text):
    found = find(f"Skriv til {text} i dag", private=False)
    assert [each.kind for each in found] == ["email"]
    assert "Skriv til " in f"Skriv til {text}"[: found[0].start]


def test_an_organisations_general_address_is_nobodys_personal_data():
    assert kinds("postmottak@lier.kommune.no", private=False) == []
    assert kinds("postmottak@lier.kommune.no", private=True) == ["email"]


@pytest.mark.parametrize(
    "text",
    ["Storgata 12", "Øvre Bakkevei 3B, 0150 Oslo", "Karl Johans gate 7", "Lillevik 14, 1640 Råde",
     "Postboks 44 Sentrum", "Fjellvegen 2\n6800 Førde"],
)  # fmt: skip
def test_addresses_are_withheld_for_private_persons_only(text):
    assert "address" in kinds(f"Hilsen meg\n{text}", private=True)
    assert kinds(f"Hilsen oss\n{text}", private=False) == []


def test_what_a_private_person_tells_of_health_waits_for_a_person():
    found = find("Veien er farlig. Min sønn har epilepsi og kan ikke kjøre.", private=True)
    assert [(each.kind, each.doubtful) for each in found] == [("health", True)]
    assert kinds("Vi har en gutt i rullestol som bare kan se på.", private=True) == ["health"]
    assert kinds("Min kommune har ikke råd.", private=True) == []
    assert kinds("Vi behandler pasienter med diabetes.", private=False) == []


def test_every_finding_has_its_legal_ground():
    found = find("Ola, 91234567, ola@epost.example, Storgata 1", private=True)
    assert {each.ground for each in found} == {GROUNDS["phone"]}
    assert all(each.ground for each in found)


def test_two_phone_numbers_with_a_stroke_between_are_two():
    assert kinds("91234567/22334455", private=False) == ["phone", "phone"]


@pytest.mark.parametrize(
    "text",
    ["ola＠epost.no", "ola@\u200bepost.no", "ola[krøllalfa]epost.no", "ola krøllalfa epost.no",
     "ola at epost dot no", "ola{at}epost.no", f"{'_' * 200}ola@epost.no"],
)  # fmt: skip
def test_a_dressed_up_mail_address_is_withheld(text):
    found = find(text, private=False)
    assert {each.kind for each in found} == {"email"}
    assert "epost" in text[found[-1].start : found[-1].end]


@pytest.mark.parametrize(
    "text",
    ["Jeg bor i 0184 Oslo", "Hovedveien nr. 12", "Storgt 5", "Trollskogen 14", "gnr. 12, bnr. 3",
     "Svingen 1, 5600 Norheim"],
)  # fmt: skip
def test_more_ways_to_say_where_a_private_person_lives_are_withheld(text):
    assert kinds(text, private=True) == ["address"]
    assert kinds(text, private=False) == []


@pytest.mark.parametrize("sign", "&©®€")
def test_a_mail_address_whose_sign_was_misread_on_a_picture_is_withheld(sign):
    text = f"Skriv til ola.moen{sign}epost.no med en gang."
    (found,) = find(text, private=True)
    assert text[found.start : found.end] == f"ola.moen{sign}epost.no"
    assert not find(f"Forskning{sign}utvikling i kommunen. Se avsnitt 3.", private=True)
    assert not find(f"Vi betalte 400{sign}mer enn det.", private=True)
