"""All who may have sent a response: merged, ranked, each with grounds, nobody twice."""

from __future__ import annotations

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Block, Sender
from innspill.stages.register.core.candidates import Candidate, Known, candidates
from innspill.stages.register.core.senders import claimed_by, claimed_name
from innspill.stages.register.core.standing import senders_of
from innspill.stages.register.core.values import Arrival, Line
from tests.core.register.cases import hearing, on, response


def found(
    name: str | None, arrival: Arrival, *known: Known, **given: object
) -> tuple[Candidate, ...]:
    read = response(name, answers=(), **given)
    return candidates(read, arrival, senders_of(read, arrival, hearing()), hearing(), known)


def lines(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(f"b{at}", "paragraph", text) for at, text in enumerate(texts))


def test_clues_to_one_body_are_one_candidate_with_all_the_grounds() -> None:
    wrote = Known("FHI", ("we wrote to this address",), "mail", Certainty.CERTAIN)
    (only,) = found("Folkehelseinstituttet", on(3, sender="FHI"), wrote)
    assert (only.name, only.body, only.certainty) == (
        "Folkehelseinstituttet", "Folkehelseinstituttet", Certainty.CERTAIN,
    )  # fmt: skip
    assert {"we wrote to this address", "said so when it was handed in"} <= set(only.grounds)


def test_the_link_comes_first_and_the_rest_by_certainty() -> None:
    arrival = Arrival(None, "web", line=Line("Universitetet i Oslo", "Forskning"))
    before = Known("Vannlaget", ("answered the owner's hearings before",), "earlier",
                   Certainty.UNSURE)  # fmt: skip
    names = [each.name for each in found("Kari Nordmann", arrival, before)]
    assert names[0] == "Universitetet i Oslo"
    assert names[-1] == "Vannlaget"
    assert len(names) == len(set(names))


def test_two_clues_of_different_origin_make_an_unsure_name_likely() -> None:
    blocks = lines("Vannet må bli bedre.", "Takk for nå.", "Med hilsen", "Vannlaget i dalen")
    (alone,) = found(None, Arrival(), blocks=blocks)
    assert (alone.certainty, alone.grounds) == (Certainty.UNSURE, ("stands below the signature",))
    unit = Known("VANNLAGET I DALEN", ("is in Enhetsregisteret",), "units", Certainty.UNSURE,
                 number="123456785")  # fmt: skip
    (both,) = found(None, Arrival(), unit, blocks=blocks)
    assert (both.name, both.number, both.certainty) == (
        "Vannlaget i dalen", "123456785", Certainty.LIKELY,
    )  # fmt: skip


def test_numbers_keep_bodies_of_one_name_apart() -> None:
    units = [
        Known("Vannlaget", ("is in Enhetsregisteret",), "units", Certainty.UNSURE, number=number)
        for number in ("123456785", "974760673")
    ]
    assert {each.number for each in found(None, Arrival(), *units)} == {"123456785", "974760673"}


def test_mailboxes_titles_and_sentences_are_nobody() -> None:
    blocks = lines("Hei.", "Med hilsen", "Seniorrådgiver", "www.vann.no", "Tlf 12345678",
                   "Dette er en setning.")  # fmt: skip
    arrival = Arrival(None, "email", claimed_by("email", "Postmottak", "post@vann.example"))
    assert found(None, arrival, blocks=blocks) == ()


def test_what_is_quoted_names_no_candidate() -> None:
    blocks = (Block("b1", "quoted", "Med hilsen"), Block("b2", "quoted", "Vannlaget i dalen"))
    assert found(None, Arrival(), blocks=blocks) == ()


def test_a_mail_is_from_its_address_before_its_name() -> None:
    said = claimed_by("email", "Kari Aas", "kari.aas@lier.kommune.no")
    names = [each.name for each in found(None, Arrival(None, "email", said))]
    assert names == ["Lier kommune"]
    for name in ("Vannrådet i Åsnes", 'Lag "Nord" <x>, \\ AS'):
        (one,) = found(None, Arrival(None, "email", claimed_by("email", name, "a@b.example")))
        assert one.name.split()[0] == name.split()[0]
    assert claimed_by("upload", "Kari Aas", "kari@lier.kommune.no") == "Kari Aas"
    assert claimed_by("upload", "", "") is None


def test_there_are_never_more_than_there_are_digits() -> None:
    many = tuple(
        Sender(f"Lag nummer {'i' * n}", None, Certainty.LIKELY, ("stands in the letterhead",))
        for n in range(1, 40)
    )
    assert len(found(None, Arrival(), candidates=many)) == 9


def test_hostile_names_are_only_names() -> None:
    for name in ("<script>alert(1)</script>", "a" * 5000, "{{ 7*7 }}", "=cmd|x", "\u202eenummok"):
        for each in found(name, Arrival()):
            assert len(each.name) <= 300


def test_a_name_with_norwegian_letters_is_no_code_for_mail_headers() -> None:
    said = claimed_by("email", 'Ærlig "Øst" \\ Ås', "ost@lag.example")
    assert claimed_name(response(None), Arrival(None, "email", said)) == (
        'Ærlig "Øst" \\ Ås',
        "named in the mail's From",
    )


def test_the_name_of_a_mailbox_is_the_body_s_own() -> None:
    for shown in (
        "Postmottak Granmo kommune",
        "Granmo kommune postmottak",
        "E-postmottak Granmo kommune",
    ):
        said = claimed_by("email", shown, "post@granmo.example")
        found = claimed_name(response(None), Arrival(None, "email", said))
        assert found == ("Granmo kommune", "named in the mail's From")
