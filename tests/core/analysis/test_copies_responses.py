"""The same text from many senders, and the limits of calling texts the same."""

from __future__ import annotations

from innspill.stages.analysis.core.copies.responses import find_duplicates
from innspill.stages.publication.core.values import PublicResponse
from tests.core.analysis.cases import answer, public

LETTER = (
    "Jeg ber om at vannprisen holdes lav for dem som bor i små bygder langs kysten. "
    "Kommunen har lovet oss rent vann siden den gamle kilden ble stengt for ti år siden. "
    "Ledningene er utette, og hver vinter fryser de ved brua. "
    "Derfor bør planen si hvem som skal betale for nye rør."
)
OTHER = (
    "Universitetet mener at forskningen på drikkevann trenger faste midler over mange år. "
    "Dagens utlysninger er korte og gjør det vanskelig å bygge opp måleserier. "
    "Vi foreslår et eget program med egne stipendiater ved flere læresteder."
)


def letters(*texts: str) -> list[PublicResponse]:
    return [public(answer(text), number=n, name=f"N {n}") for n, text in enumerate(texts, start=1)]


def test_exact_copies_are_a_group_whatever_the_case_and_line_breaks():
    groups = find_duplicates(letters(LETTER, OTHER, LETTER.replace(" ", "\n").upper()))
    assert [(each.responses, each.kind, each.similarity) for each in groups] == [
        (("26/100-1", "26/100-3"), "exact", 1.0)
    ]


def test_a_campaign_letter_with_own_words_added_is_near():
    own = f"Hei, jeg heter noe annet. {LETTER.replace('fryser', 'fyser')} Jeg bor her selv."
    (group,) = find_duplicates(letters(LETTER, own, OTHER))
    assert (group.responses, group.kind) == (("26/100-1", "26/100-2"), "near")
    assert 0.6 <= group.similarity < 1


def test_short_standard_phrases_are_no_duplicates():
    assert (
        find_duplicates(letters("Ingen merknader.", "Ingen merknader.", "Ingen merknader.")) == ()
    )


def test_a_text_that_bridges_two_letters_does_not_join_them():
    groups = find_duplicates(letters(LETTER, OTHER, f"{LETTER} {OTHER}"))
    assert all(not {"26/100-1", "26/100-2"} <= set(each.responses) for each in groups)


def test_a_courtesy_that_everybody_writes_joins_nobody():
    courtesy = "Vi takker for muligheten til å uttale oss om denne viktige saken. "
    assert find_duplicates(letters(courtesy + LETTER, courtesy + OTHER)) == ()


def test_groups_are_the_same_in_every_run():
    texts = letters(LETTER, OTHER, LETTER + " Takk.", OTHER + " Takk.", LETTER)
    assert find_duplicates(texts) == find_duplicates(texts)
