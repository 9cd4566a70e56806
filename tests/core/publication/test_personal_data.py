"""What the machine finds before a person looks: how much of it, and never at any price."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from innspill.stages.publication.core.masking import masked
from innspill.stages.publication.core.personal_data import find, national_id_left
from tests.core.length import costs_its_length

sys.path.append(str(Path(__file__).resolve().parents[3] / "benchmarks"))

from bench_personal_data import alarms, missed_numbers
from labelled_texts import labelled, score
from made_numbers import number
from running_texts import sample_texts

PIECES = (
    "Med hilsen\nKari Moen", "tlf. 22 33 44 55", "ola (at) epost.example", "f. 12.03.1961", "Storgata 5 B, 0155 Oslo",
    "210840 13767", "９１２３４５６７", "¹", "[^1]", "\u200b", " ", "\n", "Min sønn Ola har astma.", "9999.87.79797",
    "/s/ Per Bø", "EL 12345", "1", "O", "l0", "@", "Jeg er ", ".", "_____", "é", "e\u0301", "\U0001d7d9", "fnr ",
)  # fmt: skip


def test_two_thousand_made_numbers_are_all_found():
    assert not missed_numbers(2000)


def test_a_number_is_found_where_a_scan_took_all_digits_of_the_date_for_letters():
    assert [each.kind for each in find("nr OlOlll 21l4O", private=False)] == ["national-id"]
    assert [each.kind for each in find("nr lOOlll 24769", private=False)] == ["national-id"]


def test_no_other_number_of_the_samples_is_taken_for_a_national_id():
    found = alarms("\n".join(sample_texts()))
    assert [each for each in found if "150147 80189" not in each] == []


@pytest.mark.parametrize("between", ["\n", "\n\n", " |\n"])
def test_halves_of_a_number_in_two_paragraphs_are_seen_together(between):
    made = number(Random(1), "D-number", rule_of_2032=True)
    assert national_id_left(f"Jeg bor her. {made[:6]}{between}{made[6:]} er resten.")


@pytest.mark.parametrize("half", ["tuning", "held_out"])
def test_what_the_decision_says_is_found_of_the_labelled_texts(half):
    sums = score(list(labelled(half)))
    assert sum(sums.found.values()) >= 0.98 * sum(sums.spans.values())
    assert sum(sums.spans.values()) >= 400
    assert min(sums.spans.values()) >= 25


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=14), st.booleans())
@example(["tlf. 22 33 44 55", "fnr ", "９１２３４５６７", "210840 13767"], False)
@example(["Kari Moen", "9999.87.79797", "Storgata 5 B, 0155 Oslo", "210840 13767"], True)
def test_findings_never_overlap_lie_inside_the_text_and_cover_digits_whole(pieces, private):
    text = "".join(pieces)
    at = 0
    found = find(text, private=private)
    covered = {place for each in found for place in range(each.start, each.end)}
    for each in found:
        assert at <= each.start < each.end <= len(text)
        assert each.ground
        at = each.end
        if each.kind in ("national-id", "account", "phone"):
            before, after = (
                "" if place in covered else text[max(place, 0) : place + 1]
                for place in (each.start - 1, each.end)
            )
            joined = before.isascii() and after.isascii() and not each.doubtful
            assert not (joined and (before.isdigit() or after.isdigit()))
    assert masked(text, found).count("[sladdet]") >= (at > 0)


@pytest.mark.parametrize(
    "piece",
    ["1 ", "A", "Aa ", "Aa-", "a@", "_", "x@y.", "født ", "Storgata nr. ", "[^", "1\u200b", "1¹", "Kari og ",
     "jeg har kreft ", "fnr 1 ", "NO11 ", "Hilsen\n", "O1", "min sønn ", "a.b at b ", "1234 Oslo "],
)  # fmt: skip
def test_hostile_text_costs_no_more_than_its_length(piece):
    assert costs_its_length(lambda text: find(text, private=True), piece, size=8_000)


@pytest.mark.parametrize(
    ("text", "private", "kinds"),
    [
        ("Kari Moen (sign.)", True, ["signature"]),
        ("Naboen, Odd Hansen, har bygd.", True, ["name"]),
        ("Naboen, Odd Hansen, har bygd.", False, ["name"]),
        ("Med vennlig hilsen\nKari Moen", False, []),
        ("Kontakt statsråd Kari Moen.", True, []),
        ("Personer med demens må få plass.", True, []),
        ("Vi mener at pasienter med kreft må få hjelp.", False, []),
        ("Bilen AB 12345 er min.", True, ["plate"]),
        ("NS 8141 og TEK 17 gjelder.", True, []),
        ("Foreningen ble stiftet 14.02.1987.", True, []),
        ("Hun er født 14.02.1987.", False, ["birth-date"]),
        ("Jeg er dømt for promillekjøring.", True, ["special"]),
        ("IBAN NO29 9999 1455 171", False, ["account"]),
        ("KID 15014780188", False, []),
    ],
)
def test_what_is_withheld_and_what_is_left(text, private, kinds):
    assert [each.kind for each in find(text, private=private)] == kinds
