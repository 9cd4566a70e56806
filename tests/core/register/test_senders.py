"""Senders held against the invited bodies."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.reading.core.values import Sender
from innspill.stages.register.core.senders import match_senders
from innspill.stages.register.core.values import Arrival, Match
from tests.core.register.cases import hearing, response


def matched(name: str | None, arrival: Arrival | None = None, **given: object) -> Match:
    return match_senders(response(name, **given), arrival or Arrival(), hearing())[0]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Folkehelseinstituttet", "Folkehelseinstituttet"),
        ("FOLKEHELSEINSTITUTTET", "Folkehelseinstituttet"),
        ("FHI", "Folkehelseinstituttet"),
        ("Norsk Helsenett", "Norsk helsenett SF"),
        ("KS", "Kommunesektorens organisasjon"),
        ("NTNU", "Norges teknisk-naturvitenskapelige universitet"),
        ("Dsb", "Direktoratet for samfunnssikkerhet og beredskap"),
        ("Kommunesektorens organisasjon (KS)", "Kommunesektorens organisasjon"),
        ("Vannsenteret", "Senter for vannforskning"),
    ],
)
def test_an_invited_body_is_known_by_name_alias_short_form_and_without_company_form(name, body):
    match = matched(name)
    assert (match.via, match.body, match.name) == ("invited", body, body)
    assert match.certainty is not Certainty.UNSURE
    assert match.grounds


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Drammen kommune", "Landets kommuner"),
        ("Nord-Fron kommune", "Landets kommuner"),
        ("Vestland fylkeskommune", "Landets fylkeskommuner"),
        ("Helse Vest RHF", "De regionale helseforetakene"),
        ("Helse Sør-Øst", "De regionale helseforetakene"),
        ("Statsforvalteren i Innlandet", "Statsforvalterne"),
        ("Statsforvaltaren i Vestland", "Statsforvalterne"),
        ("Pasient- og brukerombudet i Nordland", "Pasient- og brukerombudene"),
    ],
)
def test_a_member_answers_for_its_collective_line_under_its_own_name(name, line):
    match = matched(name)
    assert (match.via, match.body, match.name) == ("member", line, name)


@pytest.mark.parametrize(
    "name",
    [
        "Universitetet i Tromsø",
        "Helse Bergen HF",
        "Pensjonistforeningen i Drammen kommune",
        "Foreningen for små vannverk",
        "Barneombudet",
        "Folkehøgskoleforbundet",
    ],
)
def test_a_name_that_only_resembles_an_invited_one_is_not_invited(name):
    match = matched(name)
    assert (match.via, match.body, match.kind) == ("open", None, "organisation")


def test_a_misspelt_name_is_matched_but_unsure():
    match = matched("Universitet i Bergen")
    assert (match.body, match.certainty) == ("Universitetet i Bergen", Certainty.UNSURE)


def test_a_part_of_an_invited_body_is_matched_but_unsure():
    match = matched("Universitetet i Oslo, Institutt for informatikk")
    assert (match.body, match.certainty) == ("Universitetet i Oslo", Certainty.UNSURE)
    assert match.name == "Universitetet i Oslo, Institutt for informatikk"


def test_a_private_person_is_told_from_an_organisation():
    assert matched("Kari Nordmann").kind == "person"
    assert matched("Vestby vannverk SA").kind == "organisation"
    assert matched("SINTEF").kind == "organisation"
    assert matched("Hyttefolket ved Sagvann").kind == "organisation"


@pytest.mark.parametrize("name", ["Xenia Zwart", "xenia zwart", "Zlatan", "Torgunn"])
def test_a_name_that_may_be_a_persons_is_a_person_until_somebody_settles_it(name):
    match = matched(name)
    assert (match.kind, match.certainty) == ("person", Certainty.UNSURE)


def test_an_unknown_sender_is_named_so_and_unsure():
    match = matched(None)
    assert (match.name, match.kind, match.via) == ("Ukjent avsender", "unknown", "open")
    assert match.certainty is Certainty.UNSURE


def test_what_the_sender_was_said_to_be_fills_what_the_document_leaves_out():
    match = matched(None, Arrival(sender="FHI"))
    assert (match.body, match.certainty) == ("Folkehelseinstituttet", Certainty.LIKELY)


def test_an_inferred_sender_is_certain_when_the_way_in_says_the_same():
    inferred = Sender("Drammen kommune", None, Certainty.LIKELY, ("names itself",))
    match = matched("x", Arrival(sender="Drammen kommune"), sender=inferred)
    assert match.certainty is Certainty.CERTAIN


def test_two_different_senders_make_it_unsure_and_both_are_in_the_grounds():
    match = matched("Drammen kommune", Arrival(sender="Asker kommune"))
    assert match.name == "Drammen kommune"
    assert match.certainty is Certainty.UNSURE
    assert any("Asker kommune" in ground for ground in match.grounds)


def test_a_case_officers_name_on_the_mail_does_not_make_the_organisation_unsure():
    match = matched("Drammen kommune", Arrival(sender="Kari Nordmann <kari@example.org>"))
    assert match.certainty is Certainty.CERTAIN


def test_a_municipalitys_mail_address_names_it():
    match = matched(None, Arrival(sender="Ola <ola.nordmann@nord-odal.kommune.no>"))
    assert (match.name, match.body) == ("Nord-Odal kommune", "Landets kommuner")


def test_a_joint_response_has_all_its_senders_once():
    others = tuple(
        Sender(name, None, Certainty.CERTAIN) for name in ("Asker kommune", "KS", "Asker kommune")
    )
    read = response("Lier kommune", further_senders=others)
    names = [match.name for match in match_senders(read, Arrival(), hearing())]
    assert names == ["Lier kommune", "Asker kommune", "Kommunesektorens organisasjon"]


def test_a_joint_response_that_was_said_to_be_from_all_of_them_has_each_of_them_once():
    others = (Sender("Asker kommune", None, Certainty.CERTAIN),)
    read = response("Lier kommune", further_senders=others)
    said = Arrival(sender="Lier kommune og Asker kommune")
    names = [match.name for match in match_senders(read, said, hearing())]
    assert names == ["Lier kommune", "Asker kommune"]


def test_members_of_a_line_about_municipalities_are_not_its_officers():
    lines = (Member(name="Forbrukerrådgiverne i kommunene", collective=True),)
    definition = hearing().model_copy(update={"bodies": (Group(name="Alle", members=lines),)})
    match = match_senders(response("Lier kommune"), Arrival(), definition)[0]
    assert (match.via, match.body) == ("open", None)


def test_whoever_is_written_on_behalf_of_is_the_sender():
    match = matched("Seksjon for vann, på vegne av Lier kommune")
    assert (match.name, match.via) == ("Lier kommune", "member")


def test_a_name_cut_short_in_the_document_is_taken_in_full_from_the_way_in():
    match = matched("Hytteforeningen", Arrival(sender="Hytteforeningen Øvre Sagvann"))
    assert match.name == "Hytteforeningen Øvre Sagvann"
