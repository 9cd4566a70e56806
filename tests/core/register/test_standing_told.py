"""What is said of each entry: flags, what took its place, why, and what was set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.filled import FilledForm, SenderGiven
from innspill.stages.register.core.standing import (
    claim_of,
    entered,
    may_be_one,
    part_copies,
    received_or_never,
    sender_flags,
    senders_of,
    sort_out,
)
from innspill.stages.register.core.values import Arrival, Line, Match, Registered
from innspill.stages.register.core.which_stands import (
    Word,
    identity,
    is_version_of,
    proposed,
    sorted_out,
    supersedes,
)
from tests.core.register.cases import hearing, on, response

SURE = Match("Elvelaget", "organisation", None, None, "open", Certainty.CERTAIN)
UNSURE = replace(SURE, certainty=Certainty.UNSURE)
UNKNOWN = replace(SURE, kind="unknown", certainty=Certainty.UNSURE)


def entry(number: int, text: str = "Vi støtter planen.", **arrived: object) -> Registered:
    arrival = Arrival(datetime(2026, 3, number, tzinfo=UTC), **arrived)  # type: ignore[arg-type]
    return entered(hearing(), number, response("FHI", text), arrival)


@pytest.mark.parametrize(
    ("senders", "flags"),
    [
        ((SURE,), ()), ((UNSURE,), ("sender-unsure",)), ((UNKNOWN,), ("sender-unknown",)),
        ((SURE, SURE), ("joint",)), ((SURE, UNSURE), ("joint", "sender-unsure")),
        ((UNSURE, UNKNOWN), ("joint", "sender-unknown")),
    ],
)  # fmt: skip
def test_what_is_to_be_seen_to_about_senders(
    senders: tuple[Match, ...], flags: tuple[str, ...]
) -> None:
    assert sender_flags(senders) == flags


def test_an_entry_has_its_number_and_whether_it_is_late() -> None:
    made = entry(7)
    assert (made.reference, made.standing, made.late, made.flags) == (
        "26/100-7",
        "current",
        False,
        (),
    )
    late = entered(hearing(), 8, response("FHI"), Arrival(datetime(2026, 3, 31, 22, tzinfo=UTC)))
    assert (late.late, late.flags) == (True, ("late",))
    unknown = entered(hearing(), 9, response("FHI"), Arrival())
    assert (unknown.late, unknown.flags) == (None, ())


def test_a_sender_s_own_deadline_and_given_senders_go_before() -> None:
    asked = []

    def own(sender: Match) -> datetime:
        asked.append(sender.name)
        return datetime(2026, 3, 2, tzinfo=UTC)

    made = entered(hearing(), 1, response("FHI"), on(3), own, (SURE,))
    assert (made.late, made.senders, asked) == (True, (SURE,), ["Elvelaget"])


def test_who_came_through_a_link_is_settled_by_it_for_the_first_sender_alone() -> None:
    line = Line("Universitetet i Bergen", "Forskning")
    read = response("Kari Nordmann", further_senders=(response("Elvelaget").sender,))
    first, second = senders_of(read, Arrival(line=line), hearing())
    assert (first.body, second.name) == ("Universitetet i Bergen", "Elvelaget")


def test_copies_are_named_with_the_file_that_came_first() -> None:
    one, two, three = (response("FHI", file=f"{at}.txt", sha256="a" * 64) for at in range(3))
    kept, aside = part_copies([(one, on(1)), (two, on(2)), (three, on(3))])
    assert [read.file for read, _ in kept] == ["0.txt"]
    assert [(each.read.file, each.reason, each.duplicate_of) for each in aside] == [
        ("1.txt", "duplicate", "0.txt"), ("2.txt", "duplicate", "0.txt"),
    ]  # fmt: skip
    assert aside[0].arrival == on(2)
    broken = response("FHI", file="x", sha256="b" * 64, kind="unreadable")
    kept, aside = part_copies([(broken, on(1)), (replace(broken, kind="letter"), on(2))])
    assert [read.kind for read, _ in kept] == ["letter"]
    assert [(each.reason, each.duplicate_of) for each in aside] == [("unreadable", None)]


def test_the_same_bytes_from_another_or_as_a_new_version_are_no_copy() -> None:
    one, two = (response(None, file=f"{at}.txt", sha256="a" * 64) for at in range(2))
    kept, _ = part_copies([(one, on(1, sender="FHI")), (two, on(2, sender="Elvelaget"))])
    assert len(kept) == 2
    kept, _ = part_copies([(one, on(1, sender="FHI")), (two, on(2))])
    assert len(kept) == 1
    again = replace(on(2), thread=1, delivery=2)
    kept, _ = part_copies([(one, on(1)), (two, again)])
    assert len(kept) == 2


def test_claims_are_compared_by_their_folded_names() -> None:
    assert claim_of(response(None), on(1, sender="F.H.I ")) == "f h i"
    assert claim_of(response(None), on(1)) is None
    assert may_be_one(None, "a")
    assert may_be_one("a", None)
    assert may_be_one("a", "a")
    assert not may_be_one("a", "b")


def test_what_has_no_time_comes_last_by_its_file_name_and_is_flagged() -> None:
    reads = [
        (response("FHI", "a", file="b.txt"), Arrival()), (response("FHI", "b", file="a.txt"), Arrival()),
        (response("FHI", "c", file="c.txt"), on(5)), (response("FHI", "d", file="0.txt"), on(5)),
    ]  # fmt: skip
    found = sort_out(hearing(), reads).registered
    assert [each.read.file for each in found] == ["0.txt", "c.txt", "a.txt", "b.txt"]
    assert [each.standing for each in found] == ["superseded"] * 3 + ["current"]
    assert [each.superseded_by for each in found] == ["26/100-2", "26/100-3", "26/100-4", None]
    assert ["order-unknown" in each.flags for each in found] == [False, True, True, True]
    assert all(each.flags.count("order-unknown") <= 1 for each in found)
    assert received_or_never(Arrival()) > received_or_never(on(31))


def test_versions_are_of_one_thread_and_two_deliveries() -> None:
    first = Arrival(thread=4, delivery=4)
    assert is_version_of(Arrival(thread=4, delivery=5), first)
    assert not is_version_of(Arrival(thread=4, delivery=4), first)
    assert not is_version_of(Arrival(thread=5, delivery=5), first)
    assert not is_version_of(Arrival(delivery=5), Arrival(delivery=4))


def test_who_is_one_organisation() -> None:
    invited = Match(
        "FHI", "organisation", "Folkehelseinstituttet", "x", "invited", Certainty.LIKELY
    )
    assert identity(invited) == "folkehelseinstituttet"
    member = replace(invited, name="Lier kommune", body="Landets kommuner", via="member")
    assert identity(member) == "lier kommune"
    assert identity(UNSURE) is None
    assert identity(replace(SURE, kind="person")) is None


def test_what_takes_whose_place() -> None:
    first, later = entry(1), entry(2)
    note = replace(later, read=replace(later.read, kind="cover-note"))
    assert supersedes(later, first, hearing())
    assert not supersedes(later, first, hearing(one_each=False))
    assert not supersedes(note, first, hearing())
    assert supersedes(note, replace(first, read=note.read), hearing())
    assert supersedes(later, replace(first, read=note.read), hearing())
    unsure = replace(later, senders=(UNSURE,))
    assert not supersedes(unsure, replace(first, senders=(UNSURE,)), hearing())
    assert not supersedes(replace(later, senders=(SURE,)), first, hearing())
    one, two = entry(1, thread=1, delivery=1), entry(2, thread=1, delivery=2)
    assert supersedes(replace(two, senders=(UNSURE,)), one, hearing(one_each=False))


def test_the_rule_or_word_by_which_it_is_replaced_is_told() -> None:
    one, two = entry(1, thread=1, delivery=1), entry(2, thread=1, delivery=2)
    assert sorted_out((one, two), hearing()).why == {0: "new-version"}
    assert sorted_out((entry(1), entry(2)), hearing()).why == {0: "later-of-same"}
    both = (entry(1), entry(2), entry(3))
    found = sorted_out(both, hearing(), {0: Word("supersedes", 1)})
    assert found.why == {1: "word-supersedes", 0: "later-of-same"}
    assert found.replaced == {1: 0, 0: 2}
    found = sorted_out(both, hearing(), {1: Word("adds-to", 0)})
    assert (found.replaced, found.added) == ({0: 2, 1: 2}, {1: 0})
    assert found.why == {0: "later-of-same", 1: "later-of-same"}


@pytest.mark.parametrize(
    ("words", "replaced"),
    [
        ({0: Word("supersedes", 0)}, {1: 2, 0: 1}), ({0: Word("supersedes")}, {0: 1, 1: 2}),
        ({0: Word("confirms", 2)}, {2: 0, 0: 1}),
        ({0: Word("supersedes", 1), 2: Word("supersedes", 1)}, {1: 0, 0: 2}),
        ({0: Word("supersedes", 1), 1: Word("supersedes", 2), 2: Word("supersedes", 0)}, {1: 0, 2: 1}),
        ({2: Word("alone")}, {0: 1}), ({2: Word("adds-to", 2)}, {0: 1}),
    ],
)  # fmt: skip
def test_words_that_make_a_ring_or_no_sense_count_for_nothing(
    words: dict[int, Word], replaced: dict[int, int]
) -> None:
    assert sorted_out((entry(1), entry(2), entry(3)), hearing(), words).replaced == replaced


def test_nothing_is_proposed_of_a_notice() -> None:
    notice = entry(1, "Vi ber om utsatt frist til 1. juni.")
    decided = "Kommunestyret vedtok 12. mars følgende høringsuttalelse. Vi støtter planen."
    assert proposed(entry(2, decided), notice) is None
    assert proposed(entry(2, decided), entry(1)) == Word("confirms")
    assert proposed(entry(2, decided), entry(1, decided)) is None
    assert proposed(entry(2), entry(1)) is None


def test_who_the_web_form_names_goes_before_the_document() -> None:
    form = FilledForm(case_number="26/100", title="x", senders=(SenderGiven(name="Bekkelaget"),))
    found = senders_of(response("Elvelaget"), Arrival(form=form), hearing())
    assert [sender.name for sender in found] == ["Bekkelaget"]
    empty = Arrival(form=form.model_copy(update={"senders": ()}))
    assert senders_of(response("Elvelaget"), empty, hearing())[0].name == "Elvelaget"


def test_a_second_addition_adds_to_the_response_and_not_to_the_first_addition() -> None:
    said = "Tillegg til tidligere innsendt svar. Rørene er fra {}."
    entries = (entry(1), entry(2, said.format(1962)), entry(3, said.format(1963)))
    assert sorted_out(entries, hearing()).added == {1: 0, 2: 0}
