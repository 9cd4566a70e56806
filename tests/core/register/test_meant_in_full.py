"""Whom an office, a unit or a place means, with how sure it is and the ground in full."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.register.core.titles import has_own_voice, meant_by

CERTAIN, LIKELY, UNSURE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE
TWO = "there is one of this name in Møre og Romsdal and Nordland"
DRAMMEN = ("Drammen kommune", CERTAIN, "is an office of Drammen kommune, municipality 3301")
A_UNIT = ("Drammen kommune", LIKELY, "is a unit of Drammen kommune")
A_VOICE = ("Drammen kommune", UNSURE, "has a voice of its own within Drammen kommune")
ONLY_NAMED = ("Drammen kommune", UNSURE, "names Drammen kommune")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kommunedirektøren i Drammen", DRAMMEN), ("kommunedirektøren i drammen", DRAMMEN),
        ("Kommunedirektør for Drammen KOMMUNE", DRAMMEN), ("Rådmannen i Drammen .", DRAMMEN),
        ("Kommunedirektøren  i\nDrammen", DRAMMEN), ("Kommunedirektøren\0i Drammen", DRAMMEN),
        ("Ordføraren i Voss herad.", ("Voss herad", CERTAIN, "is an office of Voss herad, municipality 4621")),
        ("Byrådsleder for Bergen kommune",
         ("Bergen kommune", CERTAIN, "is an office of Bergen kommune, municipality 4601")),
        ("Kommunalsjef for helse, omsorg ved Lier kommune",
         ("Lier kommune", CERTAIN, "is an office of Lier kommune, municipality 3312")),
        ("Kommunedirektøren i Herøy", ("Herøy kommune", UNSURE, TWO)),
        ("Fylkesrådmannen i Innlandet fylkeskommune",
         ("Innlandet fylkeskommune", CERTAIN, "is an office of Innlandet fylkeskommune")),
        ("FYLKESTINGET I NORDLAND",
         ("Nordland fylkeskommune", CERTAIN, "is an office of Nordland fylkeskommune")),
    ],
)  # fmt: skip
def test_an_office_is_its_municipality_s_or_its_county_s(written, meant):
    assert told(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Drammen kommune; Seksjon for vann", A_UNIT), ("Drammen kommune ved Seksjon for vann", A_UNIT),
        ("Drammen kommune – Seksjon for vann", A_UNIT), ("Drammen kommune — Seksjon for vann", A_UNIT),
        ("Drammen kommune | Seksjon for vann", A_UNIT), ("Drammen kommune V/ Seksjon for vann", A_UNIT),
        ("Drammen kommune v/Seksjon for vann", A_UNIT), ("Stab, Drammen kommune, Team vann", A_UNIT),
        ("Seksjon for vann, Vestland fylkeskommune",
         ("Vestland fylkeskommune", LIKELY, "is a unit of Vestland fylkeskommune")),
        ("Drammen kommune, Seksjon for vann, Eldrerådet", A_VOICE), ("Drammen kommune, Vannlaget", A_VOICE),
        ("Eldrerådet, Drammen kommune, Seksjon for vann", A_VOICE),
        ("Drammen kommune, Granmo skole", ONLY_NAMED),
        ("Drammen kommune, Seksjon for vann, Granmo skole", ONLY_NAMED),
        ("Drammen kommune v/ Andreas Hansen", ("Drammen kommune", LIKELY, "names Drammen kommune")),
        ("Drammen kommune, Andreas Hansen", ONLY_NAMED), ("Andreas Hansen v/ Drammen kommune", ONLY_NAMED),
        ("Drammen kommune v/ Zlatan", ONLY_NAMED), ("Drammen kommune v/ Klipp og lim", ONLY_NAMED),
        ("Drammen kommune v/ Andreas Hansen, Granmo skole", ONLY_NAMED),
        ("Karasjok kommune/Kárášjoga gielda",
         ("Karasjok kommune", CERTAIN, "is Karasjok kommune, in two languages")),
        ("Oslo kommune Helseetaten", ("Oslo kommune", LIKELY, "is a unit of Oslo kommune")),
        ("OSLO KOMMUNE BYMILJØETATEN", ("Oslo kommune", LIKELY, "is a unit of Oslo kommune")),
        ("Vestland fylkeskommune Avdeling for samferdsel",
         ("Vestland fylkeskommune", LIKELY, "is a unit of Vestland fylkeskommune")),
    ],
)  # fmt: skip
def test_what_stands_beside_a_municipality_is_a_unit_a_voice_or_a_person(written, meant):
    assert told(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Styret i Kreftforeningen", ("Kreftforeningen", LIKELY, "speaks for Kreftforeningen")),
        ("Styret i NHO.", ("NHO", LIKELY, "speaks for NHO")), ("Styret i NHO", ("NHO", LIKELY, "speaks for NHO")),
        ("Leiinga ved Vannlaget, avdeling nord",
         ("Vannlaget, avdeling nord", LIKELY, "speaks for Vannlaget, avdeling nord")),
        ("Styret i Drammen kommune", ("Drammen kommune", LIKELY, "speaks for Drammen kommune")),
        ("Styret for Herøy kommune", ("Herøy kommune", UNSURE, "speaks for Herøy kommune")),
        ("Sekretariatet for Kommunedirektøren i Drammen",
         ("Drammen kommune", LIKELY, "speaks for Drammen kommune")),
        ("Sekretariatet for Drammen kommune, Stab",
         ("Drammen kommune", LIKELY, "speaks for Drammen kommune")),
        ("Sekretariatet for Drammen kommune, Eldrerådet",
         ("Drammen kommune", UNSURE, "speaks for Drammen kommune")),
        ("På vegner av Voss herad", ("Voss herad", LIKELY, "speaks for Voss herad")),
        ("For og på vegne av Kreftforeningen", ("Kreftforeningen", LIKELY, "speaks for Kreftforeningen")),
        ("Ola Nordmann på vegne av medlemmene i Vannlaget", ("Vannlaget", LIKELY, "speaks for Vannlaget")),
        ("Ola Nordmann på vegne av Deanu gielda", ("Tana kommune", LIKELY, "speaks for Tana kommune")),
    ],
)  # fmt: skip
def test_who_speaks_for_a_body_means_the_body(written, meant):
    assert told(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Deanu gielda", ("Tana kommune", CERTAIN, "is Tana kommune, municipality 5628")),
        ("Tromso kommune", ("Tromsø kommune", CERTAIN, "is Tromsø kommune, municipality 5501")),
        ("Romssa fylkkasuohkan", ("Troms fylkeskommune", CERTAIN, "is Troms fylkeskommune")),
        ("Herøy kommune (Nordland)",
         ("Herøy kommune i Nordland", CERTAIN, "is Herøy kommune i Nordland, municipality 1818")),
        # It is called what it is called, but two are.
        ("Herøy kommune", ("Herøy kommune", UNSURE, TWO)), ("HEROY KOMMUNE", ("Herøy kommune", UNSURE, TWO)),
        ("Bergen", ("Bergen kommune", UNSURE, "has the name of Bergen kommune")),
        ("Herøy", ("Herøy kommune", UNSURE, "has the name of Herøy kommune")),
    ],
)  # fmt: skip
def test_a_municipality_has_more_names_than_one(written, meant):
    assert told(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "Rådmannen i Ukjentvik", "Fylkesrådet i Ukjentvik", "Ordførar i Vestland",
        "Drammen kommune, Asker kommune", "Drammen kommune,", ", Drammen kommune", "Drammen  kommune",
        "Seksjon for vann, Granmo skole", "Herøy kommune, Seksjon for vann", "Herøy kommune Helseetaten",
        "Ukjent kommune Helseetaten", "Oslo kommune Eldrerådet", "Oslo kommune Utenfor",
        "Oslo kommune Kontor for klubben", "Styret i K", "Innlandet fylkeskommune",
    ],
)  # fmt: skip
def test_what_no_rule_knows_means_itself(written):
    assert meant_by(written) is None


def test_what_stands_far_out_in_a_long_name_is_not_looked_at():
    filled = "Drammen kommune, " + "stab " * 55
    assert told(filled + "eldreråd") == A_VOICE
    assert told(filled + "a b c eldreråd") == A_UNIT


def test_a_council_a_club_or_a_company_has_a_voice_of_its_own():
    for folded in ("eldrerådet", "foo iks", "skateklubben", "norsk forbund", "taksameterutvalget"):
        assert has_own_voice(folded), folded
    for folded in ("byrådet", "fylkesrådet", "helseetaten", "rådhuset"):
        assert not has_own_voice(folded), folded


def told(written: str) -> tuple[str, Certainty, str] | None:
    meant = meant_by(written)
    return (meant.name, meant.certainty, meant.ground) if meant else None
