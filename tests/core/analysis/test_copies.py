"""Who says the same as others: exactly, nearly, or in a passage; and who does not."""

from __future__ import annotations

import time
from random import Random

import pytest

from innspill.stages.analysis.core.copies import find
from innspill.stages.analysis.core.copies.find import groups_of
from innspill.stages.analysis.core.values import Passages
from tests.core.analysis.copied_texts import changed, letter, sentence

CHANGES = ("cosmetic", "typing errors", "added", "cut", "partial", "swapped")


def found(texts: list[str]) -> tuple[Passages, ...]:
    return groups_of(texts, [f"sender {at}" for at in range(len(texts))])


def one_group(texts: list[str]) -> Passages:
    (group,) = found(texts)
    return group


def campaign(chance: Random, senders: int) -> list[str]:
    said = letter(chance, 6)
    return [changed(chance, said, chance.choice(CHANGES)) for _ in range(senders)]


@pytest.fixture(scope="module")
def mixed() -> list[str]:
    """Two campaigns, a pair, a passage that two took over, stubs, and forty letters of one's own."""
    chance = Random(3)
    texts = campaign(chance, 30) + campaign(chance, 12)
    pair = letter(chance, 5)
    texts += [" ".join(pair), changed(chance, pair, "typing errors")]
    passage = " ".join(letter(chance, 3))
    texts += [" ".join((*letter(chance, 6), passage, *letter(chance, 6))) for _ in range(2)]
    texts += ["Ingen merknader.", "ingen merknader"]
    texts += [" ".join(letter(chance, 6)) for _ in range(40)]
    return texts


@pytest.mark.parametrize("change", CHANGES)
def test_a_campaign_is_found_whatever_its_senders_changed(change: str):
    chance = Random(1)
    said = letter(chance, 6)
    texts = [changed(chance, said, change) for _ in range(12)] + [" ".join(said)]
    texts += [" ".join(letter(chance, 6)) for _ in range(12)]
    group = one_group(texts)
    assert group.members == tuple(range(13))
    assert group.kind == ("exact" if change == "cosmetic" else "near")


@pytest.mark.parametrize("senders", range(2, 8))
@pytest.mark.parametrize("change", ["typing errors", "added", "cut"])
def test_a_few_with_nearly_the_same_text_are_found_too(senders: int, change: str):
    chance = Random(senders)
    said = letter(chance, 6)
    texts = [" ".join(said), *(changed(chance, said, change) for _ in range(senders - 1))]
    texts += [" ".join(letter(chance, 6)) for _ in range(20)]
    group = one_group(texts)
    assert (group.members, group.kind) == (tuple(range(senders)), "near")
    assert group.similarity >= 0.5


def test_short_answers_are_the_same_only_if_they_are_exactly():
    texts = ["Ingen merknader.", "INGEN  merknader", "Vi har ingen merknader.", "Ja", "Nei"]
    assert found(texts) == (Passages((0, 1), "exact", 1.0),)


def test_one_sender_who_says_it_twice_is_no_group():
    text = " ".join(letter(Random(1), 4))
    assert groups_of([text, text, "Ja"], ["a", "a", "b"]) == ()
    assert len(groups_of([text, text, text], ["a", "a", "b"])) == 1


def test_letters_of_ones_own_are_in_no_group():
    chance = Random(5)
    courtesy = "Vi takker for muligheten til å uttale oss om denne viktige saken."
    assert found([" ".join((courtesy, *letter(chance, 5))) for _ in range(200)]) == ()


def test_who_sends_two_letters_in_one_does_not_join_their_senders():
    chance = Random(8)
    one, other = letter(chance, 6), letter(chance, 6)
    both = " ".join((*one, *other))
    texts = [changed(chance, one, "added") for _ in range(10)]
    texts += [changed(chance, other, "added") for _ in range(10)]
    groups = [
        each for each in found([*texts, both, both + " Hilsen en til."]) if each.kind != "part"
    ]
    assert len(groups) == 2
    assert all(not (set(each.members) & {0, 1} and set(each.members) & {10, 11}) for each in groups)


def test_a_passage_taken_over_is_a_part_and_not_the_same_text():
    chance = Random(9)
    passage = " ".join(letter(chance, 3))
    long = [" ".join((*letter(chance, 8), passage, *letter(chance, 8))) for _ in range(3)]
    group = one_group([*long, " ".join(letter(chance, 9))])
    assert (group.members, group.kind) == ((0, 1, 2), "part")
    assert group.similarity == pytest.approx(
        len(passage.split()) / max(len(each.split()) for each in long), abs=0.001
    )


def test_the_order_of_the_texts_does_not_matter(mixed: list[str]):
    def said(texts: list[str]) -> set[tuple[frozenset[str], str, float]]:
        return {
            (frozenset(texts[at] for at in each.members), each.kind, each.similarity)
            for each in found(texts)
        }

    expected = said(mixed)
    assert len(expected) == 5
    for seed in range(3):
        shuffled = mixed.copy()
        Random(seed).shuffle(shuffled)
        assert said(shuffled) == expected


def test_each_text_is_in_one_group_at_most_and_in_one_passage(mixed: list[str]):
    groups = found(mixed)
    for kinds in (("exact", "near"), ("part",)):
        members = [at for each in groups if each.kind in kinds for at in each.members]
        assert len(members) == len(set(members))


def test_every_member_has_its_share_of_words_in_common_with_the_others(mixed: list[str]):
    """Held against the words themselves, apart from how the groups were found."""
    for group in found(mixed):
        if group.kind != "near":
            continue
        for at in group.members:
            others = {
                triple for each in group.members if each != at for triple in triples(mixed[each])
            }
            mine = triples(mixed[at])
            words = len(mine) + 2
            common = {
                place + step
                for place, triple in enumerate(mine) if triple in others for step in range(3)
            }  # fmt: skip
            assert len(common) / words >= group.similarity - 0.001 >= find.FROM_MANY - 0.001


def triples(text: str) -> list[tuple[str, ...]]:
    words = "".join(each if each.isalnum() else " " for each in text.casefold()).split()
    return list(zip(words, words[1:], words[2:], strict=False))


def test_what_is_frequent_is_found_in_a_sample_with_the_same_result(
    mixed: list[str], monkeypatch: pytest.MonkeyPatch
):
    whole = {(each.members, each.kind) for each in found(mixed)}
    monkeypatch.setattr(find, "_SAMPLE", 45)
    assert {(each.members, each.kind) for each in found(mixed)} == whole


def test_one_very_long_text_costs_no_more_than_its_words():
    chance = Random(11)
    letters = [letter(chance, 4) for _ in range(300)]
    texts = [" ".join(each) for each in letters] * 2
    everything = " ".join(sentence for each in letters for sentence in each)
    began = time.process_time()
    groups = found([*texts, *(f"{everything} {sentence(chance)}" for _ in range(3))])
    assert time.process_time() - began < 5
    assert [each.kind for each in groups].count("exact") == 300


@pytest.mark.parametrize("text", ["", " \n", "\ud800 " * 20, "\x00" * 50, "[^1] " * 30, "å" * 9000])
def test_texts_without_words_do_no_harm(text: str):
    assert len(found([text, text, " ".join(letter(Random(1), 4))])) == 1
    assert found([]) == ()
