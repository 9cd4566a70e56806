"""Additions, notices, and a person's word on which response stands."""

from __future__ import annotations

from innspill.stages.register.core.standing import register
from innspill.stages.register.core.values import Registered
from innspill.stages.register.core.which_stands import Word, proposed, sorted_out
from tests.core.register.cases import hearing, on, response, saying

NOTICE = "Vi ber om utsatt frist til 1. juni."
ADDITION = "Tillegg til tidligere innsendt svar. Rørene er fra 1962."
DECISION = "Kommunestyret vedtok 12. mars følgende høringsuttalelse. Vi støtter planen."


def entries(*texts: str, name: str = "FHI") -> tuple[Registered, ...]:
    """Responses of one body in order of receipt."""
    reads = [
        (response(name, answers=(), unplaced=saying(text), file=f"{at}.txt", sha256=f"{at}" * 64),
         on(at))
        for at, text in enumerate(texts, start=1)
    ]  # fmt: skip
    return register(hearing(), reads)


def standing(*texts: str) -> list[str]:
    return [each.standing for each in entries(*texts)]


def test_a_notice_takes_the_place_of_nothing_and_the_answer_takes_its() -> None:
    assert standing(NOTICE, "Vi støtter planen.") == ["superseded", "current"]
    assert standing("Vi støtter planen.", NOTICE) == ["current", "current"]
    assert standing(NOTICE, "Svar kommer senere.", "Vi er imot.") == [
        "superseded", "superseded", "current",
    ]  # fmt: skip


def test_an_addition_stands_beside_what_it_adds_to() -> None:
    first, addition = entries("Vi støtter planen.", ADDITION)
    assert (first.standing, addition.standing) == ("current", "current")
    assert addition.adds_to == first.reference
    assert first.adds_to is None


def test_a_new_whole_response_takes_the_place_of_both() -> None:
    first, addition, new = entries("Vi støtter planen.", ADDITION, "Vi er imot planen.")
    assert (first.standing, addition.standing, new.standing) == (
        "superseded", "superseded", "current",
    )  # fmt: skip
    assert first.superseded_by == addition.superseded_by == new.reference


def test_what_says_that_it_replaces_the_earlier_one_is_no_addition() -> None:
    text = "Tillegg til tidligere innsendt svar. Dette erstatter det vi sendte."
    assert standing("Vi støtter planen.", text) == ["superseded", "current"]


def test_an_addition_to_a_notice_adds_to_nothing() -> None:
    notice, addition = entries(NOTICE, ADDITION)
    assert addition.adds_to is None
    assert notice.standing == "current"


def places(words: dict[int, Word], *texts: str) -> tuple[dict[int, int], dict[int, int]]:
    found = sorted_out(entries(*texts), hearing(), words)
    return found.replaced, found.added


A, B, C = "Vi støtter planen.", "Vi er imot planen.", "Vi vil vente."


def test_a_word_goes_before_the_rule() -> None:
    assert places({}, A, B) == ({0: 1}, {})
    assert places({1: Word("alone")}, A, B) == ({}, {})
    assert places({0: Word("alone")}, A, B) == ({}, {})
    assert places({1: Word("adds-to", 0)}, A, B) == ({}, {1: 0})
    assert places({0: Word("supersedes", 1)}, A, B) == ({1: 0}, {})
    assert places({1: Word("confirms", 0)}, A, B) == ({0: 1}, {})


def test_an_addition_by_a_word_goes_with_what_it_adds_to() -> None:
    assert places({1: Word("adds-to", 0)}, A, B, C) == ({0: 2, 1: 2}, {1: 0})


def test_one_of_three_stands_whatever_was_said_of_two() -> None:
    replaced, _ = places({0: Word("supersedes", 2)}, A, B, C)
    assert len({0, 1, 2} - replaced.keys()) == 1


def test_a_ring_of_words_leaves_one_standing() -> None:
    words = {0: Word("supersedes", 1), 1: Word("supersedes", 0)}
    replaced, _ = places(words, A, B)
    assert replaced == {1: 0}


def test_words_say_by_what_a_response_was_replaced() -> None:
    found = sorted_out(entries(A, B), hearing(), {1: Word("confirms", 0)})
    assert found.why == {0: "word-confirms"}
    assert sorted_out(entries(A, B), hearing()).why == {0: "later-of-same"}


def test_a_decision_after_a_draft_is_proposed_as_confirming_it() -> None:
    draft, decision = entries("Foreløpig svar, endelig vedtak kommer. Vi støtter planen.", DECISION)
    assert proposed(decision, draft) == Word("confirms")
    assert proposed(draft, decision) is None


def test_an_addition_that_is_not_certain_is_proposed() -> None:
    first, unsure = entries(
        A, "Vi viser til fråsegna vår av 3. mars. Me vil gjerne supplere denne med eit punkt."
    )
    assert proposed(unsure, first) == Word("adds-to")
    assert proposed(entries(A, ADDITION)[1], first) is None
