"""What a letter says of itself, on labelled examples of which half were kept from the rules' maker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from innspill.shared.values import Certainty, Origin
from innspill.stages.reading.core.values import Answer, Block, Passage
from innspill.stages.register.core.kinds import counted, in_words, kinds_of, main_kind
from innspill.stages.register.core.standing import register
from innspill.stages.register.core.values import Match
from tests.core.register.cases import hearing, on, response, saying

Example = tuple[frozenset[str], str]


def examples() -> list[Example]:
    """Each example with the kinds that a person gave it."""
    written = (Path(__file__).parent / "kind_examples.txt").read_text("utf-8")
    found = []
    for block in re.split(r"^== ", written, flags=re.MULTILINE)[1:]:
        label, _, text = block.partition("\n")
        kinds = frozenset() if label.strip() == "-" else frozenset(label.split())
        found.append((kinds, text.strip()))
    return found


def figures(chosen: Sequence[Example]) -> tuple[float, float]:
    """Precision and recall over the kinds of some examples."""
    right = wrong = missed = 0
    for kinds, text in chosen:
        found = {kind.code for kind in in_words([text])}
        right += len(kinds & found)
        wrong += len(found - kinds)
        missed += len(kinds - found)
    return right / (right + wrong), right / (right + missed)


def test_there_are_many_examples_of_each_kind_and_of_none() -> None:
    found = examples()
    assert len(found) >= 120
    for code in ("will-come", "addition", "no-remarks", "no-stand", "council-decision"):
        assert sum(code in kinds for kinds, _ in found) >= 10, code
    assert sum(not kinds for kinds, _ in found) >= 40


@pytest.mark.parametrize("held_out", [False, True])
def test_kinds_are_found_and_nothing_else_is(held_out: bool) -> None:
    precision, recall = figures(examples()[int(held_out) :: 2])
    assert precision >= 0.97
    assert recall >= 0.95


def codes(*paragraphs: str) -> set[str]:
    return {kind.code for kind in in_words(paragraphs)}


def test_every_kind_has_its_grounds() -> None:
    for _, text in examples():
        assert all(kind.ground for kind in in_words([text]))


def test_what_a_letter_quotes_is_not_what_it_says() -> None:
    reply = "Vi støtter forslaget.\n\nFra: Kari\nSendt: 1. mars\n\nVi ber om utsatt frist."
    assert codes(reply) == set()
    assert codes("Vi støtter planen.\n-----Original Message-----\nIngen merknader") == set()
    quoted = Block("b2", "quoted", "Vi ber om utsatt frist til 1. juni.")
    own = Block("b1", "paragraph", "Takk.")
    read = response(
        "FHI", answers=(), blocks=(own, quoted),
        unplaced=(Passage("Takk.", (Origin("b1", 0, 5),)), Passage(quoted.text, (Origin("b2", 0, 9),))),
    )  # fmt: skip
    assert kinds_of(read, (), None) == ()


def test_far_into_a_long_letter_nothing_is_looked_for() -> None:
    long = ["Vannet i dalen er godt, og rørene er nye."] * 14
    assert codes(*long, "Vi ber om utsatt frist til 1. juni.") == set()
    assert codes(*long, "Tillegg til tidligere innsendt svar.") == set()


def test_a_tick_is_an_answer_whatever_the_letter_around_it_says() -> None:
    text = "Vi tar ikke stilling til forslaget."
    assert main_kind(k.code for k in kinds_of(response("FHI", text), (), None)) == "no-stand"
    ticked = response("FHI", answers=(Answer("1", ticks=("ja",), text=text),))
    assert kinds_of(ticked, (), None) == ()


def test_who_sends_it_makes_kinds_too() -> None:
    entry = register(hearing(), [(response("Folkehelseinstituttet, avdeling for vann"), on(3))])[0]
    assert [kind.code for kind in entry.kinds] == ["sub-unit"]
    joint = response("FHI", further_senders=(replace(response("KS").sender),))
    assert [k.code for k in register(hearing(), [(joint, on(3))])[0].kinds] == ["joint"]
    spoken = response("Advokat Aas", on_behalf_of=("Vannlaget",))
    assert "on-behalf" in {k.code for k in register(hearing(), [(spoken, on(3))])[0].kinds}
    person = register(hearing(), [(response("Kari Nordmann"), on(3))])[0]
    assert [k.code for k in person.kinds] == ["person"]


def test_a_person_at_a_municipality_is_no_part_of_it() -> None:
    grounds = ("is a part of Folkehelseinstituttet",)
    match = Match("Folkehelseinstituttet v/Kari Aas", "organisation", "Folkehelseinstituttet",
                  "Det offentlige", "invited", Certainty.UNSURE, grounds)  # fmt: skip
    assert kinds_of(response("x"), (match,), None) == ()


def test_counts_add_up_and_say_what_they_are_of() -> None:
    each = [("joint",), ("will-come",), ("addition", "council-decision"), (), ("no-remarks", "person"),
            ("no-stand", "adherence")]  # fmt: skip
    found = counted(each)
    assert found.of == 6
    assert found.adds_up
    assert dict(found.main) == {
        "answer": 2, "will-come": 1, "addition": 1, "no-remarks": 1, "no-stand": 1,
    }  # fmt: skip
    assert dict(found.beside) == {"joint": 1, "council-decision": 1, "person": 1}
    assert counted([]).adds_up


def test_a_form_without_a_remark_is_one_without_remarks() -> None:
    read = response("FHI", answers=(Answer("1", no_comment=True),), flags=("no-remarks",))
    assert [kind.code for kind in kinds_of(read, (), None)] == ["no-remarks"]
    assert (
        kinds_of(response("FHI", answers=(), unplaced=saying("Vi støtter målene.")), (), None) == ()
    )


def test_support_with_nothing_more_to_say_is_no_answer_without_remarks() -> None:
    assert not codes("Kommunen støtter planen og har ingen merknader.")
    assert not codes("Lier kommune er enig i forslaget og har ingen ytterligere merknader.")
    assert codes("Kommunen har lest saken og har ingen merknader.") == {"no-remarks"}
