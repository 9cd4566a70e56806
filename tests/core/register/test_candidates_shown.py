"""What is shown of each who may have sent a response: name, line, number, grounds, how sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Block, Sender
from innspill.stages.register.core.candidates import Candidate, Known, candidates
from innspill.stages.register.core.values import Arrival, Line, Match
from tests.core.register.cases import hearing, response

BERGEN = "Universitetet i Bergen"
CERTAIN, LIKELY, UNSURE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE
NOBODY = Match("Ukjent avsender", "unknown", None, None, "open", UNSURE)


def shown(*known: Known, senders: tuple[Match, ...] = (), **given: object) -> tuple[Candidate, ...]:
    arrival = given.pop("arrival", Arrival())
    read = response(None, answers=(), **given)
    return candidates(read, arrival, senders, hearing(), known)  # type: ignore[arg-type]


def lines(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(f"b{at}", "paragraph", text) for at, text in enumerate(texts))


def signed(name: str) -> tuple[Candidate, ...]:
    return shown(blocks=lines("Vannet må bli bedre.", "Takk.", "Slutt.", "Med hilsen", name))


def test_a_sender_of_the_register_is_shown_as_it_stands_there() -> None:
    match = Match(BERGEN, "organisation", BERGEN, "Forskning", "invited", LIKELY, ("a", "b"), "123")
    assert shown(senders=(match,)) == (
        Candidate(BERGEN, "organisation", BERGEN, "Forskning", "123", LIKELY, ("a", "b"), "register"),
    )  # fmt: skip


def test_whose_link_it_came_through_is_given_and_certain() -> None:
    assert shown(arrival=Arrival(line=Line(BERGEN, "Forskning"))) == (
        Candidate(BERGEN, "organisation", BERGEN, "Forskning", "", CERTAIN,
                  ("came through its personal link",), "given"),
    )  # fmt: skip


def test_who_handed_it_in_is_likely_under_the_name_of_the_list() -> None:
    assert shown(arrival=Arrival(sender=f" {BERGEN.upper()} ")) == (
        Candidate(BERGEN, "organisation", BERGEN, "Forskning", "", LIKELY,
                  ("said so when it was handed in", "is on the list"), "mail"),
    )  # fmt: skip


def test_who_the_document_names_keeps_its_number_and_certainty() -> None:
    sender = Sender("Elvelaget", "974760673", LIKELY, ("stands in the letterhead",))
    wanted = Candidate("Elvelaget", "organisation", None, None, "974760673", LIKELY,
                       ("stands in the letterhead",), "document")  # fmt: skip
    assert shown(sender=sender) == shown(further_senders=(sender,)) == (wanted,)
    assert shown(candidates=(sender,)) == (wanted,)
    assert shown(sender=replace(sender, organisation_number=None))[0].number == ""


def test_who_it_speaks_for_is_likely() -> None:
    assert shown(on_behalf_of=("Elvelaget",)) == (
        Candidate("Elvelaget", "organisation", None, None, "", LIKELY, ("speaks on behalf of it",),
                  "document"),
    )  # fmt: skip


def test_whom_we_know_is_an_organisation_with_its_number_and_line() -> None:
    unit = Known("Kari Nordmann", ("is in Enhetsregisteret",), "units", UNSURE, "974760673")
    assert shown(unit) == (
        Candidate("Kari Nordmann", "organisation", None, None, "974760673", UNSURE,
                  ("is in Enhetsregisteret",), "units"),
    )  # fmt: skip
    listed = Known("En avdeling", ("we wrote",), "list", LIKELY, "1", "Landets kommuner", "Andre")
    assert shown(listed) == (
        Candidate("En avdeling", "organisation", "Landets kommuner", "Andre", "1", LIKELY,
                  ("we wrote",), "list"),
    )  # fmt: skip


def test_nobody_and_mailboxes_are_no_candidates() -> None:
    assert shown(senders=(NOBODY,)) == ()
    assert shown(Known("Postmottak", ("x",), "mail", LIKELY)) == ()
    assert shown(sender=Sender(None, None, UNSURE)) == ()


@pytest.mark.parametrize(
    "name", ["Vannlaget i dalen", "Åsen", "NITO", "L" + "a" * 79, "Kari Aas", "Hus 12"]
)
def test_a_line_below_the_signature_may_be_a_name(name: str) -> None:
    assert [(each.name, each.grounds) for each in signed(name)] == [
        (name, ("stands below the signature",))
    ]


@pytest.mark.parametrize(
    "line",
    ["Ås!", "L" + "a" * 80, "vannlaget", "Vannlaget.", "Vannlaget:", "Vannlaget,", "Vannlaget;",
     "Vannlaget?", "Vannlaget!", "Post@vann.no", "Side 1/2", "Se www.vann.no", "Tlf 123 45",
     "Avdelingsdirektør Aas", "Direktør", "Til alle", "Dato"],
)  # fmt: skip
def test_a_line_that_is_no_name_is_none(line: str) -> None:
    assert [each.name for each in signed(line)] == (
        ["Avdelingsdirektør Aas"] if line.startswith("Avdeling") else []
    )


def test_five_lines_below_the_signature_are_looked_at() -> None:
    names = [f"Lag {word}" for word in ("En", "To", "Tre", "Fire", "Fem", "Seks")]
    found = shown(blocks=lines("Hei.", "Ja.", "Takk.", "Vennlig hilsen", *names))
    assert [each.name for each in found] == names[:5]


def test_an_organisation_among_the_first_three_lines_may_be_the_sender() -> None:
    found = shown(blocks=lines("", "Kari Aas", " Elveforeningen ", "Vannlaget", "Bekkelaget"))
    assert [(each.name, each.grounds, each.certainty) for each in found] == [
        ("Elveforeningen", ("stands first in the document",), UNSURE),
        ("Vannlaget", ("stands first in the document",), UNSURE),
    ]


def test_what_is_known_twice_is_shown_once_with_the_grounds_of_both() -> None:
    one = Known("Elvelaget", ("a", "b"), "earlier", UNSURE)
    two = Known("ELVELAGET", ("b", "c"), "units", LIKELY, "974760673")
    assert shown(one, two) == (
        Candidate("Elvelaget", "organisation", None, None, "974760673", LIKELY, ("a", "b", "c"),
                  "earlier"),
    )  # fmt: skip


def test_what_two_clues_of_one_origin_say_stays_unsure() -> None:
    one, two = (Known("Elvelaget", (ground,), "units", UNSURE) for ground in "ab")
    assert shown(one, two)[0].certainty is UNSURE
    assert shown(one, replace(two, source="earlier"))[0].certainty is LIKELY
    register = Match("Elvelaget", "organisation", None, None, "open", UNSURE)
    assert shown(one, senders=(register,))[0].certainty is UNSURE
    assert shown(one, senders=(register,))[0].source == "register"


def test_a_person_and_an_organisation_are_one_only_under_the_very_same_name() -> None:
    person = Match("FHI", "person", None, None, "open", UNSURE)
    body = Known("Folkehelseinstituttet", ("x",), "list", LIKELY)
    assert len(shown(body, senders=(person,))) == 2
    assert len(shown(replace(body, name="Elva AS"), senders=(replace(person, name="Elva"),))) == 1
    organisation = replace(person, kind="organisation")
    assert len(shown(body, senders=(organisation,))) == 1


def test_the_same_number_is_one_under_any_name() -> None:
    one = Known("Elvelaget", ("a",), "units", UNSURE, "974760673")
    two = Known("Bekkelaget", ("b",), "earlier", UNSURE, "974760673")
    assert [each.name for each in shown(one, two)] == ["Elvelaget"]
    assert len(shown(one, replace(two, name="Elvelaget", number="123456785"))) == 2


def test_the_surest_are_first_then_by_origin_then_by_grounds() -> None:
    order = [
        Known("Lag A", ("a",), "units", CERTAIN), Known("Lag B", ("a",), "given", LIKELY),
        Known("Lag C", ("a",), "register", LIKELY), Known("Lag D", ("a", "b"), "mail", LIKELY),
        Known("Lag E", ("a",), "mail", LIKELY), Known("Lag F", ("a",), "list", LIKELY),
        Known("Lag G", ("a",), "earlier", LIKELY), Known("Lag H", ("a", "b"), "given", UNSURE),
    ]  # fmt: skip
    assert [each.name for each in shown(*reversed(order))] == [each.name for each in order]
    listed = Known("Lag I", ("a",), "units", CERTAIN, body="Landets kommuner", group="x")
    assert [each.name for each in shown(order[0], listed)] == ["Lag I", "Lag A"]
