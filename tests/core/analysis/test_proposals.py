"""Sentences that ask for something."""

from __future__ import annotations

import pytest

from innspill.stages.analysis.core.proposals import proposals


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Vi foreslår en felles veileder.", "foreslår"),
        ("Vi føreslår ein felles rettleiar.", "føreslår"),
        ("Planen bør omtale små verk.", "bør"),
        ("Lier kommune oppfordrer til flere øvelser.", "oppfordrer"),
        ("Vi ber direktoratet om å forenkle.", "ber direktoratet om"),
        ("Kommunen ber om en frist til.", "ber om"),
        ("Vi anbefaler at kravene samles.", "anbefaler"),
        ("Fylkeskommunen tilrår ei ny ordning.", "tilrår"),
        ("Ordningen må finansieres av staten.", "må finansieres"),
        ("Vi krever svar innen jul.", "krever"),
        ("Vi ønsker at kapittelet deles.", "ønsker at"),
    ],
)
def test_a_sentence_that_asks_for_something_is_a_proposal_with_its_phrase(text, phrase):
    assert [each.phrase for each in proposals(text)] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Direktoratet foreslår en ny plan.",
        "Vi støtter de foreslåtte tiltakene.",
        "Vi støtter det som departementet foreslår.",
        "Noen områder krever ekstra innsats.",
        "Bør dette prøves ut?",
        "Dette må antas å bli dyrt.",
        "Kommunen har tre vannverk.",
    ],
)
def test_what_others_propose_or_what_only_describes_is_none(text):
    assert list(proposals(text)) == []


def test_each_sentence_is_one_proposal_with_its_own_span():
    text = "Planen er god. Den bør og må deles. Vi foreslår to deler."
    assert [text[each.span.start : each.span.end] for each in proposals(text)] == [
        "Den bør og må deles.",
        "Vi foreslår to deler.",
    ]
