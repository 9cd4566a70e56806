"""The sender by the document and by the way it came in: which counts, how sure, and on what grounds."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Sender
from innspill.stages.register.core.senders import claimed_by, claimed_name, match_senders, surest
from innspill.stages.register.core.values import Arrival, Match
from tests.core.register.cases import hearing, response

CERTAIN, LIKELY, UNSURE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE


def told(name: str | None, came_from: str | None = None, sure: Certainty = LIKELY) -> Match:
    read = response(
        name, sender=Sender(name, None, sure, ("stands in the letterhead",) if name else ())
    )
    return match_senders(read, Arrival(None, "email", came_from), hearing())[0]


def test_a_chain_is_as_sure_as_its_weakest_link() -> None:
    assert surest(CERTAIN, LIKELY) is LIKELY
    assert surest(UNSURE, LIKELY, CERTAIN) is UNSURE
    assert surest(CERTAIN) is CERTAIN


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("FHI", ("Folkehelseinstituttet", "invited", LIKELY, "is short for Folkehelseinstituttet")),
        ("Vannsenteret", ("Senter for vannforskning", "invited", CERTAIN, "is on the list")),
        ("NTNU", ("Norges teknisk-naturvitenskapelige universitet", "invited", LIKELY, None)),
        ("Lier kommune", ("Lier kommune", "member", CERTAIN, "is a municipality")),
        ("Universitetet i Bergen, Institutt for vann",
         ("Universitetet i Bergen, Institutt for vann", "invited", UNSURE,
          "is a part of Universitetet i Bergen")),
        ("Universitet i Bergen",
         ("Universitet i Bergen", "invited", UNSURE, "almost Universitetet i Bergen")),
    ],
)  # fmt: skip
def test_how_a_body_was_known_stands_in_the_grounds(
    name: str, match: tuple[str, str, Certainty, str | None]
) -> None:
    found = told(name, sure=CERTAIN)
    assert (found.via, found.certainty, found.kind) == (match[1], match[2], "organisation")
    assert found.grounds[0] == "stands in the letterhead"
    assert match[3] is None or found.grounds[-1] == match[3]
    assert match[0] in {found.name, found.body}


def test_nobody_is_named() -> None:
    found = told(None)
    assert (found.name, found.kind, found.certainty, found.grounds) == (
        "Ukjent avsender", "unknown", UNSURE, ("no sender is named",),
    )  # fmt: skip


def test_the_name_given_on_the_way_in_confirms_the_document_s() -> None:
    found = told("FHI", "Folkehelseinstituttet", UNSURE)
    assert found.body == "Folkehelseinstituttet"
    assert found.grounds[:2] == ("stands in the letterhead", "said so when it was handed in")
    assert found.certainty is LIKELY


def test_a_longer_name_given_on_the_way_in_is_the_whole_one() -> None:
    found = told("Vannlaget", "Vannlaget i dalen")
    assert (found.name, found.grounds[:2]) == (
        "Vannlaget i dalen",
        ("stands in the letterhead", "said so when it was handed in, in full"),
    )
    # A word that only begins alike is another name.
    assert told("Vannlaget", "Vannlagetorget lag").name == "Vannlaget"


def test_a_unit_or_a_person_sends_what_the_organisation_says() -> None:
    for sent_by in ("Vannlaget i dalen avdeling nord", "Kari Nordmann"):
        found = told("Vannlaget i dalen", sent_by)
        if sent_by.startswith("Kari"):
            assert (found.name, found.certainty) == ("Vannlaget i dalen", LIKELY)
            assert found.grounds[0] == "stands in the letterhead"
    found = told("Vannlaget i dalen", "Vannlaget")
    assert (found.name, found.certainty) == ("Vannlaget i dalen", LIKELY)


def test_another_organisation_on_the_way_in_makes_it_unsure() -> None:
    found = told("Vannlaget i dalen", "Elveforeningen i byen", CERTAIN)
    assert (found.name, found.certainty) == ("Vannlaget i dalen", UNSURE)
    assert found.grounds[1] == "but said so when it was handed in: Elveforeningen i byen"


def test_who_handed_it_in_is_likely_and_a_mail_s_name_is_not() -> None:
    said = told(None, "Vannlaget i dalen")
    assert (said.name, said.certainty, said.grounds[0]) == (
        "Vannlaget i dalen", LIKELY, "said so when it was handed in",
    )  # fmt: skip
    mail = told(None, "Vannlaget i dalen <post@vann.example>")
    assert (mail.name, mail.certainty, mail.grounds[0]) == (
        "Vannlaget i dalen", UNSURE, "named in the mail's From",
    )  # fmt: skip


def test_who_speaks_on_behalf_of_another_is_the_other() -> None:
    found = told("Seksjon for vann, på vegne av Lier kommune")
    assert (found.name, found.via) == ("Lier kommune", "member")
    assert found.grounds[1] == "on its behalf: Seksjon for vann, på vegne av Lier kommune"


@pytest.mark.parametrize(
    ("came_from", "claim"),
    [
        (None, None), ("", None), ("  ", None),
        (" Vann  laget ", ("Vann laget", "said so when it was handed in")),
        ("Kari <kari@lier.kommune.no>", ("Lier kommune", "the mail's address is the municipality's")),
        ("x@nord-odal.kommune.no", ("Nord-Odal kommune", "the mail's address is the municipality's")),
        ("x@nye-dal.kommune.no", ("Nye Dal kommune", "the mail's address is the municipality's")),
        ("\"'Vannlaget'\" <x@vann.example>", ("Vannlaget", "named in the mail's From")),
        ("Postmottak <x@vann.example>", None), ("x@vann.example", None),
        ('"a@b.no" <x@vann.example>', None),
    ],
)  # fmt: skip
def test_what_the_way_in_says(came_from: str | None, claim: tuple[str, str] | None) -> None:
    assert claimed_name(response("x"), Arrival(None, "email", came_from)) == claim


def test_a_mail_that_lies_in_a_file_says_it_by_its_own_from() -> None:
    read = response("x", properties={"from": "Vannlaget <x@vann.example>"})
    assert claimed_name(read, Arrival()) == ("Vannlaget", "named in the mail's From")
    assert claimed_name(read, Arrival(sender="Elvelaget")) == (
        "Elvelaget", "said so when it was handed in",
    )  # fmt: skip


def test_a_mail_s_claim_is_its_name_and_address() -> None:
    assert claimed_by("email", "Vannlaget", "x@vann.example") == '"Vannlaget" <x@vann.example>'
    assert claimed_by("email", "Vannlaget", "") == "Vannlaget"
    assert claimed_by("upload", "", "x@vann.example") == "x@vann.example"


def test_a_name_in_capitals_is_written_as_names_are() -> None:
    assert told("NORD-FRON KOMMUNE").name == "Nord-Fron kommune"
    assert told("MØRE OG ROMSDAL FYLKESKOMMUNE").name == "Møre og Romsdal fylkeskommune"
    assert told("STATSFORVALTEREN I NORDLAND").name == "Statsforvalteren i Nordland"
    assert told("NITO").name == "NITO"
