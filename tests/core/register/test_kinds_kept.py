"""Kinds of responses as they are kept, and what becomes of them when a sender is settled."""

from __future__ import annotations

from dataclasses import replace

from innspill.shared.values import Certainty
from innspill.stages.register.core.kinds import as_json, from_json, with_senders
from innspill.stages.register.core.senders import match_name
from innspill.stages.register.core.values import KindFound
from tests.core.register.cases import hearing, response

BY_RULE = KindFound("addition", Certainty.LIKELY, "adds to an earlier response: Viser til")
BY_HAND = KindFound("sub-unit", Certainty.CERTAIN, "", "Kari")
JOINT = KindFound("joint", Certainty.CERTAIN, "names several senders")
PERSON = replace(match_name("Kari Nordmann", hearing()), grounds=("the name", "another ground"))
LAKE = match_name("Vannlaget", hearing())


def test_what_is_kept_is_read_again_as_it_was() -> None:
    kept = as_json((BY_RULE, BY_HAND))
    assert kept[0] == {
        "code": "addition", "certainty": "likely", "by": "",
        "ground": "adds to an earlier response: Viser til",
    }  # fmt: skip
    assert from_json(kept) == (BY_RULE, BY_HAND)
    # As they were kept before a person could say so.
    assert from_json([{k: v for k, v in kept[0].items() if k != "by"}]) == (BY_RULE,)


def test_settling_the_sender_changes_only_the_kinds_that_senders_make() -> None:
    read = response("Vannlaget", on_behalf_of=("Elvelaget",))
    one = with_senders((BY_RULE, JOINT), read, (LAKE,))
    assert one == (BY_RULE,)
    person = KindFound("person", PERSON.certainty, "the name")
    assert with_senders((BY_RULE, JOINT), read, (PERSON,)) == (BY_RULE, person)
    both = with_senders((BY_RULE, person), read, (LAKE, PERSON))
    assert both == (BY_RULE, JOINT)


def test_what_a_person_said_of_the_kind_stays() -> None:
    part = replace(LAKE, grounds=("is a part of Elvelaget",))
    assert with_senders((BY_HAND,), response("Vannlaget"), (part,)) == (BY_HAND,)
    found = KindFound("sub-unit", part.certainty, "is a part of Elvelaget")
    assert with_senders((), response("Vannlaget"), (part,)) == (found,)
