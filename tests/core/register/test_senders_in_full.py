"""Names held against the list: the match in full, how near is near, and which rule goes first."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition, Group, Member
from innspill.stages.reading.core.values import Answer, Sender
from innspill.stages.register.core.senders import (
    claimed_by,
    claimed_name,
    match_name,
    match_senders,
)
from innspill.stages.register.core.values import Arrival, Match
from tests.core.register.cases import hearing, response, saying

CERTAIN, LIKELY, UNSURE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE
MUNICIPALITIES = ("organisation", "Landets kommuner", "Det offentlige", "member")
INVITED = ("Det offentlige", "invited")
OPEN = (None, None, "open")
DSB = "Direktoratet for samfunnssikkerhet og beredskap"
NTNU = "Norges teknisk-naturvitenskapelige universitet"
ALMOST = "Universitet i Bergen"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Kommunedirektøren i Drammen",
         Match("Drammen kommune", *MUNICIPALITIES, CERTAIN,
               ("is an office of Drammen kommune, municipality 3301", "is a municipality"))),
        ("SEKSJON FOR VANN, DRAMMEN KOMMUNE",
         Match("Drammen kommune", *MUNICIPALITIES, LIKELY,
               ("is a unit of Drammen kommune", "is a municipality"))),
        ("DRAMMEN KOMMUNE V/ ELDRERÅDET",
         Match("Drammen kommune V/ Eldrerådet", *MUNICIPALITIES, UNSURE,
               ("has a voice of its own within Drammen kommune", "is a municipality"))),
        ("Kommunedirektøren i Herøy",
         Match("Kommunedirektøren i Herøy", *MUNICIPALITIES, UNSURE,
               ("there is one of this name in Møre og Romsdal and Nordland", "is a municipality"))),
        ("Drammen",
         Match("Drammen", "person", *OPEN, UNSURE,
               ("has the name of Drammen kommune", "the name may be a person's", "not invited"))),
        ("NRK v/ Drammen kommune",
         Match("NRK v/ Drammen kommune", *MUNICIPALITIES, UNSURE,
               ("names Drammen kommune", "is a municipality"))),
        ("Styret i FHI",
         Match("Folkehelseinstituttet", "organisation", "Folkehelseinstituttet", *INVITED, LIKELY,
               ("speaks for FHI", "is short for Folkehelseinstituttet"))),
        ("Rektor ved Universitet i Bergen",
         Match(ALMOST, "organisation", "Universitetet i Bergen", "Forskning", "invited", UNSURE,
               (f"speaks for {ALMOST}", "almost Universitetet i Bergen"))),
        ("Styret i Vannlaget",
         Match("Vannlaget", "organisation", *OPEN, LIKELY,
               ("speaks for Vannlaget", "the name has a word of an organisation", "not invited"))),
        ("Universitetet i Bergen ved Institutt for vann",
         Match("Universitetet i Bergen ved Institutt for vann", "organisation",
               "Universitetet i Bergen", "Forskning", "invited", UNSURE,
               ("is a part of Universitetet i Bergen",))),
        ("UNIVERSITETET I BERGEN, INSTITUTT FOR VANN OG LUFT",
         Match("Universitetet i Bergen, Institutt for Vann og Luft", "organisation",
               "Universitetet i Bergen", "Forskning", "invited", UNSURE,
               ("is a part of Universitetet i Bergen",))),
        ("Vannsenteret (VS)",
         Match("Senter for vannforskning", "organisation", "Senter for vannforskning", "Forskning",
               "invited", CERTAIN, ("is on the list",))),
        ("Det gode universitet (NTU)",
         Match("Det gode universitet (NTU)", "organisation", *OPEN, CERTAIN,
               ("the name has a word of an organisation", "not invited"))),
        ("Folkehelsainstituttet",
         Match("Folkehelsainstituttet", "organisation", "Folkehelseinstituttet", *INVITED, UNSURE,
               ("almost Folkehelseinstituttet",))),
        ("Kari Nordmann",
         Match("Kari Nordmann", "person", *OPEN, LIKELY,
               ("the name begins with a given name", "not invited"))),
    ],
)  # fmt: skip
def test_a_name_is_matched_as_surely_as_it_can_be_and_says_why(written, found):
    assert match_name(written, hearing()) == found


def listed(*members: Member) -> Definition:
    """A hearing with these lines, in two groups."""
    groups = (Group(name="Først", members=members[:1]), Group(name="Så", members=members[1:]))
    return hearing().model_copy(update={"bodies": groups})


WAVES = Member(name="Norsk institutt for bølge")


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Norzk institutz for bølge", WAVES.name), ("Norzk instizutz for bølge", None),
        ("Norsk institutt for bølgen", WAVES.name), ("Norskinstitutt for bølge", None),
        ("Norsk institutt for bøxxe", None), ("Norsk institutt for bølge Bu", None),
    ],
)  # fmt: skip
def test_a_misspelt_name_is_near_in_the_whole_and_in_every_word(written, body):
    found = match_name(written, listed(WAVES))
    assert (found.body, found.group) == (body, "Først" if body else None)
    if body:
        assert (found.certainty, found.grounds) == (UNSURE, (f"almost {body}",))


def test_of_two_that_are_near_the_nearer_is_meant():
    near = Member(name="Norsk institutt for bølgja", aliases=("Norsk institutt for bølgjene",))
    for members in ((WAVES, near), (near, WAVES)):
        assert match_name("Norsk institutt for bølgjar", listed(*members)).body == near.name
        assert match_name("Norsk institutt for bølgjane", listed(*members)).body == near.name
        assert match_name("Norsk institutt for bølje", listed(*members)).body == WAVES.name
    both = Member(name="Norsk institutt for bølge", collective=True)
    assert match_name("Norzk institutt for bølge", listed(both)).body is None
    assert match_name("Norsk institutt for bølge", listed()).body is None


def test_initials_mean_a_body_only_where_they_are_one_body_s():
    body = Member(name="Norsk rørforening for byene")
    ground = ("initials of Norsk rørforening for byene",)
    for written in ("NRB", "Foreningen (NRB)", "nrb"):
        found = match_name(written, listed(WAVES, body))
        assert (found.body, found.group, found.via, found.certainty, found.grounds) == (
            body.name, "Så", "invited", LIKELY, ground,
        )  # fmt: skip
        assert found.name == body.name
    twin = Member(name="Nordisk råd for bø")
    assert match_name("NRB", listed(twin, body)).body is None
    collective = Member(name="Nordiske råd for bø", collective=True)
    assert match_name("NRB", listed(collective, body)).body == body.name
    assert match_name("Bekkelaget (BL)", listed(Member(name="Bekke lag"))).body is None
    assert match_name("Bekkelaget ()", listed(Member(name="Bekke"))).body is None


def test_a_name_on_the_list_goes_before_a_member_and_a_member_before_initials():
    line = Member(name="Landets kommuner", collective=True)
    own = Member(name="Lier kommune")
    for members in ((line, own), (own, line)):
        found = match_name("Lier kommune", listed(*members))
        assert (found.body, found.via, found.grounds) == (
            "Lier kommune",
            "invited",
            ("is on the list",),
        )
    assert match_name("Lier kommune", listed(WAVES, line)).group == "Så"
    # A line that is not collective has no members.
    assert match_name("Lier kommune", listed(Member(name="Landets kommuner"))).via == "open"


def test_a_second_sender_is_named_once_and_after_the_first():
    others = tuple(
        Sender(name, None, LIKELY, ("signed it",)) for name in ("KS", "lier KOMMUNE", "", "KS")
    )
    read = response("Lier kommune", further_senders=(*others, Sender(None, None, UNSURE)))
    found = match_senders(read, Arrival(), hearing())
    assert [match.name for match in found] == ["Lier kommune", "Kommunesektorens organisasjon"]
    assert found[1].grounds == ("signed it", "is short for Kommunesektorens organisasjon")
    assert found[1].certainty is LIKELY


@pytest.mark.parametrize(
    ("text", "sure", "grounds"),
    [
        ("Jeg skriver som privatperson.", CERTAIN, ("writes as private",)), ("Takk.", LIKELY, ()),
    ],
)  # fmt: skip
def test_who_writes_as_a_private_person_is_one(text, sure, grounds):
    name = ("the name begins with a given name", "not invited")
    for read in (response("Kari  Nordmann", text),
                 response("Kari Nordmann", answers=(), unplaced=saying(text)),
                 response("Kari Nordmann", answers=(Answer("1", text=text),), unplaced=saying("Hei"))):  # fmt: skip
        found = match_senders(read, Arrival(), hearing())[0]
        assert (found.name, found.kind, found.certainty) == ("Kari Nordmann", "person", sure)
        assert found.grounds == (*name, *grounds)
    for other in ("Vannlaget", "FHI"):
        found = match_senders(response(other, text), Arrival(), hearing())[0]
        assert "writes as private" not in found.grounds


def test_two_texts_are_not_read_as_one():
    read = response("Kari Nordmann", "som", unplaced=saying("privatperson"))
    assert match_senders(read, Arrival(), hearing())[0].certainty is CERTAIN
    read = response("Kari Nordmann", "som privat", unplaced=saying("person"))
    assert match_senders(read, Arrival(), hearing())[0].certainty is LIKELY


def told(name: str | None, claimed: str | None, sure: Certainty = LIKELY) -> Match:
    read = response(name, sender=Sender(name, None, sure, ("letterhead",)))
    return match_senders(read, Arrival(sender=claimed), hearing())[0]


@pytest.mark.parametrize(
    ("name", "claimed", "found"),
    [
        ("Bekkelaget", "BEKKELAGET SA", ("Bekkelaget", CERTAIN, ("letterhead", "said so when it was handed in"))),
        ("Folkehelseinstituttet", "FHI",
         ("Folkehelseinstituttet", CERTAIN, ("letterhead", "said so when it was handed in"))),
        ("Lier kommune", "Kommunedirektøren i Lier",
         ("Lier kommune", CERTAIN, ("letterhead", "said so when it was handed in",
                                    "is an office of Lier kommune, municipality 3312"))),
        # A unit means it less than surely, and is no confirmation.
        ("Lier kommune", "Stab, Lier kommune",
         ("Lier kommune", UNSURE, ("letterhead", "but said so when it was handed in: Stab, Lier kommune"))),
        ("Bekkelaget", "Kommunedirektøren i Lier",
         ("Bekkelaget", UNSURE,
          ("letterhead", "but said so when it was handed in: Kommunedirektøren i Lier"))),
        ("Bekkelaget", "bekkelaget i Moen",
         ("bekkelaget i Moen", LIKELY, ("letterhead", "said so when it was handed in, in full"))),
        ("Bekkelaget i Moen", "bekkelaget", ("Bekkelaget i Moen", LIKELY, ("letterhead",))),
        ("Bekkelaget", "Ola Nordmann", ("Bekkelaget", LIKELY, ("letterhead",))),
        ("Bekkelaget", None, ("Bekkelaget", LIKELY, ("letterhead",))),
        (None, "Bekkelaget <x@bekk.example>", ("Bekkelaget", UNSURE, ("named in the mail's From",))),
        (None, "Bekkelaget", ("Bekkelaget", LIKELY, ("said so when it was handed in",))),
    ],
)  # fmt: skip
def test_the_document_and_the_way_in_are_weighed(name, claimed, found):
    match = told(name, claimed)
    own = ("the name has a word of an organisation", "not invited")
    known = {"Lier kommune": ("is a municipality",), "Folkehelseinstituttet": ("is on the list",)}
    assert (match.name, match.certainty) == found[:2]
    assert match.grounds == (*found[2], *known.get(match.name, own))


def test_a_match_is_never_surer_than_the_reading_of_the_name():
    assert told("FHI", None, UNSURE).certainty is UNSURE
    assert told("FHI", None, CERTAIN).certainty is LIKELY
    assert told("Folkehelseinstituttet", None, CERTAIN).certainty is CERTAIN


def test_nobody_is_named_but_what_was_seen_is_told():
    assert told(None, None).grounds == ("letterhead",)
    bare = response(None, sender=Sender(None, None, UNSURE))
    assert match_senders(bare, Arrival(), hearing()) == (
        Match("Ukjent avsender", "unknown", None, None, "open", UNSURE, ("no sender is named",)),
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Stab på vegne av Lier kommune", "Lier kommune"), ("Stab på vegner av Lier kommune", "Lier kommune"),
        ("Stab for og på vegne av Lier kommune", "Lier kommune"),
        ("STAB PÅ VEGNE AV LIER KOMMUNE", "Lier kommune"),
        ("The staff on behalf of Lier kommune", "Lier kommune"),
    ],
)  # fmt: skip
def test_who_is_spoken_for_is_the_sender_and_the_speaker_is_in_the_grounds(written, name):
    found = told(written, None)
    assert (found.name, found.grounds) == (
        name, ("letterhead", f"on its behalf: {written}", "is a municipality"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("came_from", "claim"),
    [
        ("Postmottak Granmo lag <x@granmo.example>", "Granmo lag"),
        ("Granmo lag POSTMOTTAK <x@granmo.example>", "Granmo lag"),
        ("E-postmottak for Granmo lag <x@granmo.example>", "Granmo lag"),
        ("firmapost i Granmo lag <x@granmo.example>", "Granmo lag"),
        ("Dokumentmottaket Granmo lag <x@granmo.example>", "Granmo lag"),
        ("Xylofonlaget <x@granmo.example>", "Xylofonlaget"),
        ("Postmottaker <x@granmo.example>", "Postmottaker"), ("Firmapost <x@granmo.example>", None),
        ("NO-REPLY <x@granmo.example>", None), ("Høringssvar <x@granmo.example>", None),
        ("Ola <ola@post.LIER.kommune.no>", "Lier kommune"), ("Ola <ola@lier.kommune.no.example>", "Lier kommune"),
        ("Ola <ola@lierkommune.no>", "Ola"),
    ],
)  # fmt: skip
def test_a_mailbox_s_name_is_the_body_s(came_from, claim):
    found = claimed_name(response("x"), Arrival(sender=came_from))
    assert (found[0] if found else None) == claim


def test_a_claim_of_a_mail_keeps_its_signs():
    assert claimed_by("email", 'Bekke"laget', "x@y.example") == '"Bekke\\"laget" <x@y.example>'
    assert claimed_by("email", "", "x@y.example") == '"" <x@y.example>'
    assert claimed_by("upload", "Bekkelaget", "x@y.example") == "Bekkelaget"
    assert claimed_by("email", "", "") is None
    assert claimed_by("folder", "", "") is None
    name = claimed_name(response("x"), Arrival(sender=claimed_by("email", "Ås øl", "x@y.example")))
    assert name == ("Ås øl", "named in the mail's From")


def test_what_is_on_the_list_itself_is_never_taken_for_the_body_behind_it():
    line = Member(name="Landets kommuner", collective=True)
    for own in ("Eldrerådet, Lier kommune", "Kommunedirektøren i Lier", "Styret i Vannlaget"):
        found = match_name(own, listed(line, Member(name=own), Member(name="Vannlaget")))
        assert (found.name, found.body, found.certainty, found.grounds) == (
            own, own, CERTAIN, ("is on the list",),
        )  # fmt: skip
    # Nearly on the list is not enough.
    near = match_name("Styret i Vannlagt", listed(Member(name="Styret i Vannlaget")))
    assert (near.name, near.body, near.certainty) == ("Vannlagt", None, LIKELY)


def test_a_voice_within_a_body_that_was_not_invited_is_unsure_all_the_same():
    found = match_name("Lier kommune v/ eldrerådet", listed(WAVES))
    assert found == Match("Lier kommune v/ eldrerådet", "organisation", *OPEN, UNSURE,
                          ("has a voice of its own within Lier kommune",
                           "the name has a word of an organisation", "not invited"))  # fmt: skip
